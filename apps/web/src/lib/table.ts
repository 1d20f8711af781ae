export type CellValue = string | number | null;
export interface Sort {
  column: string;
  descending: boolean;
}

const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });

/** Compares two cells: numbers by size, texts as a Dutch reader expects (`Groep 2` before `Groep 10`). */
export function compareCells(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a ?? ''), String(b ?? ''));
}

/** A sorted copy; equal rows keep their order, and empty cells stand last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => CellValue,
  descending: boolean,
): Row[] {
  const turn = descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const a = value(left);
    const b = value(right);
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return turn * compareCells(a, b);
  });
}

/** The next state of a pressed column head: ascending, descending, and then the order of the source again. */
export function nextSort(current: Sort | null, column: string): Sort | null {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? null : { column, descending: true };
}

/** True when every word of the search stands in one of the cells; case and accents do not count. */
export function matchesSearch(cells: readonly CellValue[], search: string): boolean {
  const text = plain(cells.map((cell) => cell ?? '').join(' '));
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
