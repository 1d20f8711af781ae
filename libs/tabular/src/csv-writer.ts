import { Readable } from 'node:stream';
import { checkRow, dutchNumber, isoDay, type CellValue, type ColumnSpec } from './columns.js';
import { guardText, wellFormed } from './formula-guard.js';

type Rows = Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;

const MARK = '\ufeff';

/**
 * CSV as a Dutch Excel reads it: UTF-8 with byte order mark, `;`, CRLF, decimal comma, dd-mm-jjjj, ja/nee. Text that a
 * spreadsheet could take for a formula gets an apostrophe in front; numbers stay numbers, negative ones too.
 * @throws TabularError write.*
 */
export function writeDutchCsv(columns: readonly ColumnSpec[], rows: Iterable<readonly CellValue[]>): Buffer {
  const lines = [headingLine(columns)];
  for (const row of rows) lines.push(rowLine(columns, row));
  return Buffer.from(MARK + lines.join(''), 'utf8');
}

/** The same for tables of any length, as a stream of bytes. */
export function streamDutchCsv(columns: readonly ColumnSpec[], rows: Rows): Readable {
  async function* lines(): AsyncGenerator<Buffer> {
    let block = MARK + headingLine(columns);
    for await (const row of rows) {
      block += rowLine(columns, row);
      if (block.length < 32_768) continue;
      yield Buffer.from(block, 'utf8');
      block = '';
    }
    if (block !== '') yield Buffer.from(block, 'utf8');
  }
  return Readable.from(lines(), { objectMode: false });
}

function headingLine(columns: readonly ColumnSpec[]): string {
  return `${columns.map((column) => quoted(guardText(column.heading))).join(';')}\r\n`;
}

function rowLine(columns: readonly ColumnSpec[], row: readonly CellValue[]): string {
  checkRow(columns, row);
  return `${columns.map((column, index) => cellText(column, row[index])).join(';')}\r\n`;
}

function cellText(column: ColumnSpec, value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && column.type !== 'text') {
    if (column.type === 'percent') return `${dutchNumber(value * 100, column.decimals ?? 1)}%`;
    return dutchNumber(value, column.type === 'number' ? column.decimals : undefined);
  }
  if (column.type === 'boolean') return value === true ? 'ja' : 'nee';
  if (column.type === 'date') {
    const day = isoDay(String(value))!;
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${two(day.day)}-${two(day.month)}-${String(day.year).padStart(4, '0')}`;
  }
  return quoted(guardText(wellFormed(String(value))));
}

/** Quotes whatever any reader could cut on, so that the separator stays unmistakable. */
function quoted(text: string): string {
  return /[;,\t|"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
