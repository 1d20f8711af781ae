/** A dimension of a table: every parent with its children; codes without children are leaves. */
export interface Dimension {
  name: string;
  tree: Record<string, string[]>;
}

/** A further statement about cells: lo <= sum of coefficient * cell <= hi. */
export interface ExtraStatement {
  terms: [cell: string, coefficient: number][];
  lo: number;
  hi: number;
  source: string;
}

/** Cells hidden by name, with statements that hold only there. */
export interface TablePattern {
  suppressed: string[];
  extra: ExtraStatement[] | null;
}

/** `sdc-table/1`, read and checked. Cells are named by their codes, joined by "|". */
export interface Table {
  dims: Dimension[];
  /** Every cell with the leaf cells it sums up (a leaf: itself). */
  cells: Map<string, string[]>;
  /** Values of all cells, null when the file has no truth. */
  truth: Map<string, number> | null;
  /** null for a suppressed cell; null as a whole when the file says nothing. */
  published: Map<string, number | null> | null;
  extra: ExtraStatement[];
  attackers: { name: string; knows: string[] }[];
  policy: {
    minCell: number;
    p: number;
    suppressZero: boolean;
    marginsFixed: boolean;
    neverSuppress: string[];
  };
  protect: Map<string, { lpl: number; upl: number }>;
  patterns: Map<string, TablePattern>;
  bounds: Map<string, [number, number]>;
  defaultBounds: [number, number];
  integer: boolean;
}
