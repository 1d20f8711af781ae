import type { Threat } from './threats.js';

/** A row that every safe pattern satisfies: sum of coefficient * hidden(figure) >= least. */
export interface Cut {
  entries: [figure: number, coefficient: number][];
  least: number;
}

/** How far a secret can move under a pattern for one attacker. */
export interface Probe {
  /** The amount, up to what the threat needs. */
  reach: number;
  /** When that is too little: a row that this pattern breaks. */
  cut: Cut | null;
  /** A movement of the atoms that shows the reach. */
  moved: Float64Array;
  /** Figures that must be hidden for that movement. */
  uses: number[];
}

/** Answers whether patterns keep secrets. A pattern holds per figure 0 (shown) .. 1 (hidden), parts of it while searching. */
export interface Oracle {
  probe(threat: Threat, attacker: number, pattern: Float64Array): Probe;
  /**
   * The cheapest figures found whose hiding, on top of the pattern, lets the secret move as needed for this attacker;
   * null when there are none.
   */
  widen(threat: Threat, attacker: number, pattern: Float64Array, price: Float64Array): number[] | null;
  close(): void;
}
