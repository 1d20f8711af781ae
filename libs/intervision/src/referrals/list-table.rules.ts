import type { ReferralPersonView } from '#libs/contracts';
import { parseDutchDate, readTable, type Table } from '#libs/tabular';
import { isBareIdentifier, isBareName } from './list-columns.rules.js';
import { gpIn } from './list-rows.rules.js';
import { specialismIn } from './specialisms.rules.js';

/** What cuts pasted lines into columns. Not the comma: sentences and names have it. */
const SEPARATORS = ['\t', ';', '|'];
/** Of the rows that have a cell for every column; with fewer the signs only happen to stand there. */
const EVEN_SHARE = 0.8;

/** Pasted lines as a table, when their first line has columns. Null for lines that are no table. @param headed as `isHeadingRow` */
export async function pastedTable(
  text: string,
  headed: (cells: readonly string[]) => boolean,
): Promise<Table | null> {
  const lines = text.replace(/^(?:[^\S\r\n]*(?:\r\n?|\n))+/, '');
  const [first = ''] = lines.split(/\r\n?|\n/, 1);
  const separator = SEPARATORS.find((one) => first.includes(one));
  if (separator === undefined) return null;
  const file = Buffer.from(`sep=${separator}\n${lines}`, 'utf8');
  try {
    return await readTable(file, { limits: LIST_LIMITS, headed });
  } catch {
    return null; // then it is read line by line, and strictly
  }
}

/** A practice's list of a week. */
export const LIST_LIMITS = { rows: 5_000 };

/** True for a first row that says what is below it: no more of a referral stands in it than known headings. */
export function isHeadingRow(
  cells: readonly string[],
  known: (heading: string) => boolean,
  people: readonly ReferralPersonView[],
): boolean {
  const ofReferral = cells.filter((cell) => isOfReferral(cell, people));
  // somebody's referral may have the word of a heading in it too: "Terpstra, KNO, vraag over gehoor"
  const said = cells.filter((cell) => known(cell.trim()) && !ofReferral.includes(cell));
  return said.length >= ofReferral.length;
}

/** True for lines that were cut alike: what their columns are can be chosen. One line of text with a semicolon in it is a sentence. */
export function hasColumns({ format, headings, rows }: Table): boolean {
  if (headings.length < 2 || (rows.length < 2 && format.separator !== '\t')) return false;
  const even = rows.filter(({ problem }) => problem === undefined).length;
  return even > 0 && even >= rows.length * EVEN_SHARE;
}

/** A cell that says something of one referral, and no heading does. */
function isOfReferral(cell: string, people: readonly ReferralPersonView[]): boolean {
  const text = cell.trim();
  if (text === '') return false;
  return (
    isBareName(text) ||
    isBareIdentifier(text) ||
    parseDutchDate(text).ok ||
    specialismIn(text) !== null ||
    gpIn(text, people) !== null
  );
}
