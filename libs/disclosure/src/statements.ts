/** One part of a sum: `coefficient` times the value of an atom. */
export interface Term {
  atom: string;
  coefficient: number;
}

/** What somebody can read: lo <= sum of the terms <= hi (null: no upper end). An exact figure has lo = hi. */
export interface Statement {
  key: string;
  terms: Term[];
  lo: number;
  hi: number | null;
}

/** A statement that wants to be published, with the true value of its sum. */
export interface Candidate extends Statement {
  value: number;
  /** Price of hiding it (default 1). */
  weight?: number;
  /** Never hidden. Cannot stand together with `mustHide`. A figure of 0 that need not be hidden is always shown. */
  mustShow?: boolean;
  /** Sensitive by a primary rule: never published. */
  mustHide?: boolean;
}

/** Safe iff every attacker's interval [lo, hi] of the sum holds lo <= value - lower and hi >= value + upper. */
export interface Secret {
  key: string;
  terms: Term[];
  value: number;
  lower: number;
  upper: number;
}

/** Somebody who reads everything that is published and knows some atoms exactly. What it knows anyway is no secret to it. */
export interface Attacker {
  name: string;
  knows: string[];
  /** Sums it knows beyond single atoms, as statements. */
  facts?: Statement[];
}

/** The smallest thing that is counted; everything shown is a sum of atoms. Bounds are common knowledge (default 0 and none). */
export interface Atom {
  key: string;
  value: number;
  lower?: number;
  upper?: number | null;
}

/** What may be published, beside what already is. */
export interface ProtectionProblem {
  atoms: Atom[];
  /** Statements of earlier releases: readable for ever, so never hidden. */
  ledger: Statement[];
  candidates: Candidate[];
  secrets: Secret[];
  attackers: Attacker[];
  /** Atoms are whole numbers (default true). */
  integer?: boolean;
}

/** Where a run stands; `fraction` is 0..1 of its budget. */
export interface ProtectionProgress {
  phase: 'checking' | 'searching' | 'improving' | 'auditing';
  fraction: number;
  /** Complements of the best pattern so far, null when there is none yet. */
  secondary: number | null;
}

/** Budget and controls of `protect`. */
export interface ProtectOptions {
  /** Wall-clock seconds for the search (default 30); the last audit comes on top. */
  seconds?: number;
  /** Chooses among patterns of equal price: keep it secret, or a pattern tells why a cell is hidden. */
  seed?: number;
  onProgress?: (progress: ProtectionProgress) => void;
  shouldStop?: () => boolean;
}

/** The answer of `protect`. */
export interface Protection {
  verdict: 'safe' | 'refused';
  /** Keys of the candidates that are not published, sensitive ones included. */
  suppressed: string[];
  /** How many of them are complements: hidden though not sensitive themselves. */
  secondary: number;
  /**
   * True when no cheaper pattern is safe. Where the sums form no network: none in which the atoms need to move by more than
   * four times what the largest secret needs.
   */
  proven: boolean;
  seconds: number;
  /** One sentence, with `refused`. */
  reason?: string;
}

/** What an attack works on: bounds of atoms, what is published, and whose secrets it looks for. */
export interface AttackProblem {
  /** `value` is read only for atoms that an attacker knows. */
  atoms: { key: string; value?: number; lower?: number; upper?: number | null }[];
  statements: Statement[];
  secrets: Secret[];
  attackers: Attacker[];
  /** Atoms are whole numbers (default true). */
  integer?: boolean;
}

/** Controls of `attack`. */
export interface AttackOptions {
  onProgress?: (fraction: number) => void;
  shouldStop?: () => boolean;
}

/** What one attacker learns about one secret: its sum lies in [lo, hi]; hi null when nothing bounds it. */
export interface Finding {
  attacker: string;
  secret: string;
  lo: number;
  hi: number | null;
  safe: boolean;
}

/** The input cannot be worked with; the message is one sentence that begins with the path of the offending value. */
export class DisclosureInputError extends Error {
  constructor(path: string, problem: string) {
    super(`${path}: ${problem}.`);
    this.name = 'DisclosureInputError';
  }
}

/** The run was stopped before it could give an answer that holds. */
export class DisclosureStoppedError extends Error {
  constructor() {
    super('The run was stopped before it was done.');
    this.name = 'DisclosureStoppedError';
  }
}
