import { LinearModel, openModel } from '#libs/optimisation';
import type { OpenModel } from '#libs/optimisation';
import type { Cut, Oracle } from './oracle.js';
import type { ThreatModel } from './threats.js';

/** Rows that a fractional pattern may break by this much are left for later. */
const LOOSE = 0.02;
/** Rows per threat and round: more of them say nearly the same. */
const PER_THREAT = 3;

/** With prices of 1 a number is settled before the choice among equals is: the master may stop this far from the end. */
const GAP = 0.3;

/** A pattern from the master, with a proven lower bound on the price of every safe pattern. */
export interface Proposal {
  pattern: Float64Array;
  bound: number;
  /** The master was solved to the end. */
  solved: boolean;
}

/** The cheapest pattern under the rows found so far: a covering problem over the figures alone. */
export class Master {
  private readonly column: Int32Array;
  private readonly seen = new Set<string>();
  /** True once a row asked for more than hiding everything gives. */
  impossible = false;

  private constructor(
    private readonly threats: ThreatModel,
    private readonly model: OpenModel,
    private readonly free: readonly number[],
  ) {
    this.column = new Int32Array(threats.figures.length).fill(-1);
    free.forEach((figure, at) => (this.column[figure] = at));
  }

  /** Opens a master without rows; close it when done. */
  static async open(threats: ThreatModel): Promise<Master> {
    const free = [...threats.figures.keys()].filter((at) => threats.figures[at]!.fate === 'free');
    const model = new LinearModel();
    for (const at of free) model.column(-threats.figures[at]!.cost, 0, 1, true);
    return new Master(threats, await openModel(model), free);
  }

  close(): void {
    this.model.close();
  }

  /** Adds a row unless it is there already; true when it is new. */
  add(cut: Cut): boolean {
    let least = cut.least;
    const entries: [number, number][] = [];
    for (const [figure, coefficient] of cut.entries) {
      if (this.threats.figures[figure]!.fate === 'hidden') least -= coefficient;
      else if (this.column[figure]! >= 0 && coefficient > 1e-9)
        entries.push([this.column[figure]!, coefficient]);
    }
    if (least <= 1e-7) return false;
    const row = entries
      .map(([column, coefficient]) => [column, Math.min(1, coefficient / least)] as [number, number])
      .sort((a, b) => a[0] - b[0]);
    if (row.reduce((sum, [, value]) => sum + value, 0) < 1 - 1e-6) {
      this.impossible = true;
      return false;
    }
    const key = row.map(([column, value]) => `${column}:${value.toFixed(5)}`).join();
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    this.model.addRow(1, Infinity, row);
    return true;
  }

  private pattern(values: Float64Array, round: boolean): Float64Array {
    const pattern = Float64Array.from(this.threats.figures, ({ fate }) => (fate === 'hidden' ? 1 : 0));
    this.free.forEach((figure, at) => {
      const value = Math.min(1, Math.max(0, values[at]!));
      pattern[figure] = round ? Math.round(value) : value < 1e-7 ? 0 : value;
    });
    return pattern;
  }

  /** The cheapest pattern in parts, with its price as bound; null when the rows cannot all hold. */
  relaxed(): Proposal | null {
    if (this.free.length === 0) return null;
    const found = this.model.maximise();
    if (found.status !== 'optimal') return null;
    return { pattern: this.pattern(found.values, false), bound: -found.value, solved: true };
  }

  /** The cheapest whole pattern under the rows; null when none was found in time. */
  whole(seconds: number, shouldStop?: () => boolean): Proposal | null {
    if (this.free.length === 0) return null;
    const found = this.model.maximise({
      whole: true,
      seconds,
      shouldStop,
      gap: this.threats.counted ? GAP : 0,
    });
    if (!found.found) return null;
    return {
      pattern: this.pattern(found.values, true),
      bound: -found.bound,
      solved: found.status === 'optimal',
    };
  }
}

/** The rows that a pattern in parts breaks. */
export function separate(
  model: ThreatModel,
  oracle: Oracle,
  pattern: Float64Array,
  shouldStop: () => boolean,
): Cut[] {
  const cuts: Cut[] = [];
  const known = model.known.map((atoms) => new Set(atoms));
  for (const threat of model.threats) {
    let waiting = threat.attackers;
    let own = 0;
    while (waiting.length > 0 && own < PER_THREAT && !shouldStop()) {
      const probe = oracle.probe(threat, waiting[0]!, pattern);
      waiting = waiting.slice(1);
      if (probe.cut) {
        if (probe.reach < threat.need * (1 - LOOSE)) cuts.push(probe.cut);
        own += 1;
      } else {
        waiting = waiting.filter(
          (other) =>
            model.facts[other]!.length > 0 ||
            [...known[other]!].some((atom) => Math.abs(probe.moved[atom]!) > 1e-9),
        );
      }
    }
  }
  return cuts;
}
