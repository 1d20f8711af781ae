import type { RawRecord } from './delimited.js';
import { columnLetter, excerpt, TabularError } from './errors.js';

/**
 * Row 1 holds the headings: an empty first row or a title above the headings is refused with a sentence that says so.
 * @throws TabularError heading.not-first-row, heading.title-row
 */
export function checkHeadings(first: RawRecord, second: RawRecord | undefined): void {
  if (first.row !== 1) throw new TabularError('heading.not-first-row', { row: first.row });
  const title = first.cells.filter((cell) => cell.trim() !== '');
  const below = second?.cells.filter((cell) => cell.trim() !== '').length ?? 0;
  if (title.length === 1 && below >= 3)
    throw new TabularError('heading.title-row', { title: excerpt(title[0]!) });
}

/**
 * Cleaned headings: white space collapsed, trailing empty ones dropped, an empty one in between named after its column.
 * @throws TabularError heading.duplicate, because two columns of one name cannot be told apart in a mapping
 */
export function readHeadings(cells: string[]): string[] {
  const headings = cells.map((cell) => cell.normalize('NFC').replace(/\s+/gu, ' ').trim());
  while (headings.length > 0 && headings.at(-1) === '') headings.pop();
  const seen = new Map<string, number>();
  return headings.map((heading, index) => {
    const name = heading === '' ? columnName(index) : heading;
    const key = name.toLowerCase();
    const before = seen.get(key);
    if (before !== undefined) {
      throw new TabularError('heading.duplicate', {
        heading: excerpt(name),
        first: columnLetter(before + 1),
        second: columnLetter(index + 1),
      });
    }
    seen.set(key, index);
    return name;
  });
}

/** What columns without headings are called. @param index from 0 */
const columnName = (index: number): string => `(kolom ${columnLetter(index + 1)})`;

/** Of so many columns without headings. */
export const columnNames = (width: number): string[] =>
  Array.from({ length: width }, (_, index) => columnName(index));
