import { DelimitedParser, type RawRecord } from './delimited.js';

/** In the order of preference when two explain the file equally well: a Dutch Excel writes the semicolon. */
const CANDIDATES = [';', '\t', ',', '|'] as const;

/** Rows that show how a separator cuts, and characters that are cut at a time: no more than those rows need. */
const LOOKED_AT = 200;
const PIECE = 8_192;

/** A first line `sep=;` is an instruction to Excel: it names the separator and is not a row. */
export function separatorLine(text: string): { separator: string; length: number } | null {
  const found = /^"?sep=([^\sA-Za-z0-9"]|\t)"?(\r\n|\n|\r|$)/i.exec(text);
  return found ? { separator: found[1]!, length: found[0].length } : null;
}

/**
 * The separator that cuts the first rows most evenly: the share of rows with as many cells as the heading, then the number of
 * cells. A separator that does not occur in the heading is no candidate. A table of one column gets `;`.
 *
 * @param sample the first part of the file, without a `sep=` line
 * @param whole whether the sample is the whole file; otherwise its last row may be cut off and does not count
 */
export function detectSeparator(sample: string, whole: boolean): string {
  let best = { separator: ';', share: 0, width: 1 };
  for (const separator of CANDIDATES) {
    const widths = rowWidths(sample, separator, whole);
    const heading = widths[0] ?? 1;
    if (heading < 2) continue;
    const share = widths.filter((width) => width === heading).length / widths.length;
    if (share > best.share + 0.001 || (share > best.share - 0.001 && heading > best.width)) {
      best = { separator, share, width: heading };
    }
  }
  return best.separator;
}

function rowWidths(sample: string, separator: string, whole: boolean): number[] {
  const parser = new DelimitedParser(separator, {
    columns: Number.MAX_SAFE_INTEGER,
    cellLength: Number.MAX_SAFE_INTEGER,
  });
  const widths: number[] = [];
  const count = (records: readonly RawRecord[]): void => {
    for (const record of records)
      if (record.cells.some((cell) => cell.trim() !== '')) widths.push(record.cells.length);
  };
  let records = 0;
  for (let at = 0; at < sample.length && widths.length < LOOKED_AT; at += PIECE) {
    const some = parser.push(sample.slice(at, at + PIECE));
    records += some.length;
    count(some);
  }
  // The last row counts only if nothing was cut from it; a sample within one row still tells which separator that row has.
  if (widths.length < LOOKED_AT && (whole || records === 0)) count(parser.end(true));
  return widths.slice(0, LOOKED_AT);
}
