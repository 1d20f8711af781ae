import { TabularError } from './errors.js';

/**
 * What a column holds. `text` covers codes such as AGB and BIG, which keep their zeros; `number` takes a finite number,
 * `percent` a fraction (0.125 shows as 12,5%), `date` ISO text `yyyy-mm-dd`, `boolean` true or false (ja, nee).
 */
export type ColumnType = 'text' | 'integer' | 'number' | 'percent' | 'date' | 'boolean';

export interface ColumnSpec {
  heading: string;
  type: ColumnType;
  /** In characters, for a workbook. */
  width?: number;
  /** Digits after the comma of a `number` (default: as many as it has) or a `percent` (default 1). */
  decimals?: number;
}

export type CellValue = string | number | boolean | null | undefined;

/** Checks one row against its columns; null and undefined are empty cells. @throws TabularError write.* */
export function checkRow(columns: readonly ColumnSpec[], row: readonly CellValue[]): void {
  if (row.length > columns.length) {
    throw new TabularError('write.row-width', { cells: row.length, columns: columns.length });
  }
  columns.forEach((column, index) => checkValue(column, row[index]));
}

function checkValue(column: ColumnSpec, value: CellValue): void {
  if (value === null || value === undefined) return;
  const name = { column: column.heading };
  switch (column.type) {
    case 'integer':
    case 'number':
    case 'percent':
      if (typeof value !== 'number' || !Number.isFinite(value))
        throw new TabularError('write.not-a-number', name);
      if (column.type === 'integer' && !Number.isInteger(value))
        throw new TabularError('write.not-a-number', name);
      return;
    case 'date':
      if (typeof value !== 'string' || isoDay(value) === null)
        throw new TabularError('write.not-a-date', name);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') throw new TabularError('write.not-a-boolean', name);
      return;
    default:
      return;
  }
}

/** Year, month and day of ISO text; null when it is no existing day. */
export function isoDay(text: string): { year: number; month: number; day: number } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
}

/** A number without grouping and with a decimal comma, never with an exponent below 1e21. */
export function dutchNumber(value: number, decimals?: number): string {
  const text = decimals === undefined ? plainNumber(value) : value.toFixed(decimals);
  return text.replace('.', ',').replace(/^-(0(?:,0*)?)$/, '$1');
}

function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e-')) return text;
  const [mantissa = '', exponent = '0'] = text.split('e-');
  const digits = mantissa.replace(/[-.]/g, '');
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${digits}`;
}
