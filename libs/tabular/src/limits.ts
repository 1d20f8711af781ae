/** What one file may cost. Every number is a refusal with its own sentence, never a crash (security list, item 13). */
export interface TableLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Bytes of all parts of a workbook together, as its directory claims and again as they are really unpacked. */
  unpackedBytes: number;
  /** Unpacked bytes per packed byte; judged from 1 MB unpacked, because small parts of honest workbooks pack very well. */
  ratio: number;
  /** Parts in the zip container of a workbook. */
  entries: number;
  /** Columns in one row. */
  columns: number;
  /** Rows with data, the heading not counted. */
  rows: number;
  /**
   * Cells with data in all rows together; bounds the memory of `readTable`. A workbook may hold twice as many when the empty
   * ones that only carry a style are counted, which bounds the time.
   */
  cells: number;
  /** UTF-16 units in one cell; Excel's own maximum. */
  cellLength: number;
  /** Separate texts that a workbook keeps aside, and their characters together. */
  sharedStrings: number;
  sharedCharacters: number;
}

const MB = 1024 * 1024;

/** The limits of an upload by a person. A bulk import that streams raises `fileBytes`, `rows` and `cells` knowingly. */
export const DEFAULT_LIMITS: Readonly<TableLimits> = Object.freeze({
  fileBytes: 20 * MB,
  unpackedBytes: 100 * MB,
  ratio: 200,
  entries: 2_000,
  columns: 100,
  rows: 100_000,
  cells: 1_500_000,
  cellLength: 32_767,
  sharedStrings: 500_000,
  sharedCharacters: 25_000_000,
});

/** The defaults with what the caller changes. */
export function withLimits(limits: Partial<TableLimits> | undefined): TableLimits {
  return { ...DEFAULT_LIMITS, ...limits };
}

/** A number of bytes as whole megabytes for a sentence. */
export function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / MB));
}
