import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { GateJob, GateOutcome } from './gate.rules.js';

/** What was tried longest ago is forgotten first. */
const MOST_KEPT = 200;

/**
 * What privacy tests found, for the releases that ask the very same a moment later. Each is handed out once, because the labels of a
 * figure are drawn with its id; it stays in memory, because nobody approved it yet.
 */
export class TriedOutcomes {
  private readonly kept = new Map<string, GateOutcome>();

  keep(job: GateJob, outcome: GateOutcome): void {
    const print = fingerprint(job);
    this.kept.delete(print);
    this.kept.set(print, outcome);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }

  /** @returns undefined unless everything that the gate goes by is the same */
  take(job: GateJob): GateOutcome | undefined {
    if (this.kept.size === 0) return undefined;
    const print = fingerprint(job);
    const outcome = this.kept.get(print);
    this.kept.delete(print);
    return outcome;
  }
}

/**
 * SHA-256 over the canonical JSON (RFC 8785) of everything that a job says, but the ids it may use. What the database gives in no
 * order counts as a set.
 */
function fingerprint(job: GateJob): string {
  const { data } = job;
  const whole = {
    ...job,
    ids: [],
    members: new Set(job.members),
    cells: asSet(job.cells),
    ledger: asSet(job.ledger),
    circles: job.circles.map((one) => ({ ...one, ledger: asSet(one.ledger) })),
    data: {
      ...data,
      practices: new Set(data.practices),
      dataSets: new Set(data.dataSets),
      sums: asSet(
        Array.from(data.sums, ([practice, items]) => [
          practice,
          asSet(Array.from(items, ([item, strata]) => [item, asSet(strata)])),
        ]),
      ),
    },
  };
  return createHash('sha256').update(text(whole)).digest('hex');
}

const text = (value: unknown): string => canonicalize(plain(value)) as string;
const asSet = (values: Iterable<unknown>): string[] => Array.from(values, text).sort();

/** Maps and sets as sorted lists, and numbers that JSON lacks as words, so that nothing is lost on the way. */
function plain(value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return asSet(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
