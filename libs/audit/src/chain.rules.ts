import { createHash } from 'node:crypto';

/** The fields of one entry that the chain protects, in the names of the table (NEN 7513, models/security.md). */
export interface ChainedEntry {
  region_id: string;
  seq: number;
  at: string;
  event: string;
  action: string;
  outcome: string;
  actor_kind: string;
  actor_id: string | null;
  roles: string[];
  session_id: string | null;
  request_id: string | null;
  network: string | null;
  subject_kind: string;
  subject_id: string | null;
  practice_id: string | null;
  detail: unknown;
}

/** JSON Canonicalization Scheme (RFC 8785) for the values an entry holds: keys sorted by UTF-16, no white space. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value as Record<string, unknown>).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

/** What the first entry of a region is chained to. */
export function genesis(regionId: string): Buffer {
  return createHash('sha256').update(`leerkring audit ${regionId}`).digest();
}

/** h_n = SHA-256(h_{n-1} || JCS(entry_n)). */
export function chainHash(previous: Buffer, entry: ChainedEntry): Buffer {
  return createHash('sha256').update(previous).update(canonical(entry)).digest();
}

export type ChainFault = {
  kind: 'changed' | 'missing' | 'swapped' | 'truncated' | 'checkpoint-forged';
  seq: number;
};

/** A signed statement that the chain had this hash at this entry. */
export interface Checkpoint {
  regionId: string;
  seq: number;
  at: string;
  hash: string;
}

/** Walks one region's chain entry by entry and stops at the first fault. */
export class ChainWalk {
  private previous: Buffer;
  private expected = 1;
  fault: ChainFault | null = null;

  constructor(
    private readonly regionId: string,
    private readonly checkpoints: ReadonlyMap<number, string> = new Map(),
  ) {
    this.previous = genesis(regionId);
  }

  get entries(): number {
    return this.expected - 1;
  }

  /** Takes the next entry in order of `seq`. Returns false when a fault was found. */
  step(entry: ChainedEntry, prevHash: Buffer, hash: Buffer): boolean {
    if (this.fault) return false;
    if (entry.seq !== this.expected) {
      this.fault = { kind: 'missing', seq: this.expected };
      return false;
    }
    if (!prevHash.equals(this.previous) || !chainHash(this.previous, entry).equals(hash)) {
      this.fault = { kind: cameFromElsewhere(entry, prevHash, hash) ? 'swapped' : 'changed', seq: entry.seq };
      return false;
    }
    const witnessed = this.checkpoints.get(entry.seq);
    if (witnessed !== undefined && witnessed !== hash.toString('hex')) {
      this.fault = { kind: 'changed', seq: entry.seq };
      return false;
    }
    this.previous = hash;
    this.expected += 1;
    return true;
  }

  /** Call after the last entry: a checkpoint beyond the end means that the tail was cut off. */
  finish(): ChainFault | null {
    if (this.fault) return this.fault;
    const last = Math.max(0, ...this.checkpoints.keys());
    if (last >= this.expected) this.fault = { kind: 'truncated', seq: this.expected };
    return this.fault;
  }
}

/** How far from its place an intact entry is looked for; only the wording of the finding depends on it. */
const NEIGHBOURHOOD = 100;

/** True when the entry is whole under another number: it was moved here, not edited. */
function cameFromElsewhere(entry: ChainedEntry, prevHash: Buffer, hash: Buffer): boolean {
  for (let distance = 1; distance <= NEIGHBOURHOOD; distance++) {
    for (const seq of [entry.seq - distance, entry.seq + distance]) {
      if (seq > 0 && chainHash(prevHash, { ...entry, seq }).equals(hash)) return true;
    }
  }
  return false;
}
