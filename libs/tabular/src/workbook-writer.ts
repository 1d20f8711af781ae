import { PassThrough, type Readable } from 'node:stream';
import { checkRow, isoDay, type CellValue, type ColumnSpec } from './columns.js';
import { TabularError } from './errors.js';
import { guardText, wellFormed } from './formula-guard.js';

export interface SheetSpec {
  /** Shortened to what Excel allows: 31 characters without []:*?/\ and unique in the workbook. */
  name: string;
  columns: readonly ColumnSpec[];
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
}

const LONGEST = 32_767;

/**
 * A workbook with a frozen heading row, a filter, real dates and numbers, and text that is text: it is guarded like in CSV
 * because people copy cells and save sheets as CSV. The columns of type `text` have the format @, so codes keep their zeros.
 * @throws TabularError write.*
 */
export async function writeXlsx(spec: { sheets: readonly SheetSpec[] }): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of streamXlsx(spec)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The same as a stream: rows are packed as they come, so memory does not grow with the table (its distinct texts apart). */
export function streamXlsx(spec: { sheets: readonly SheetSpec[] }): Readable {
  const out = new PassThrough();
  write(spec.sheets, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(sheets: readonly SheetSpec[], out: PassThrough): Promise<void> {
  if (sheets.length === 0) throw new TabularError('write.no-sheet');
  // Loaded on use: reading a file must not pay for the writer.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: true,
  });
  const taken = new Set<string>();
  for (const spec of sheets) {
    const sheet = book.addWorksheet(sheetName(spec.name, taken), { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = spec.columns.map((column) => ({
      width: column.width ?? Math.min(40, Math.max(10, column.heading.length + 3)),
      style: { numFmt: numberFormat(column) },
    }));
    if (spec.columns.length > 0) {
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: spec.columns.length } };
    }
    const heading = sheet.addRow(spec.columns.map((column) => storedText(column, column.heading)));
    heading.font = { bold: true };
    heading.commit();
    for await (const row of spec.rows) {
      checkRow(spec.columns, row);
      sheet.addRow(spec.columns.map((column, index) => storedValue(column, row[index]))).commit();
      if (out.writableNeedDrain) await new Promise((resolve) => setImmediate(resolve));
    }
    sheet.commit();
  }
  await book.commit();
}

function storedValue(column: ColumnSpec, value: CellValue): string | number | Date | null {
  if (value === null || value === undefined) return null;
  if (column.type === 'date') {
    const day = isoDay(String(value))!;
    return new Date(Date.UTC(day.year, day.month - 1, day.day));
  }
  if (column.type === 'boolean') return value === true ? 'ja' : 'nee';
  if (column.type === 'text') return storedText(column, String(value));
  return value as number;
}

function storedText(column: ColumnSpec, text: string): string {
  const guarded = guardText(wellFormed(text));
  if (guarded.length > LONGEST)
    throw new TabularError('write.too-long', { column: column.heading, limit: LONGEST });
  return escapeText(guarded);
}

/** Characters that XML cannot hold, and text that looks like such an escape, as Excel itself stores them. */
function escapeText(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      })
  );
}

function numberFormat(column: ColumnSpec): string {
  const places = (count: number): string => (count > 0 ? `.${'0'.repeat(count)}` : '');
  switch (column.type) {
    case 'text':
    case 'boolean':
      return '@';
    case 'integer':
      return '#,##0';
    case 'percent':
      return `0${places(column.decimals ?? 1)}%`;
    case 'date':
      return 'dd-mm-yyyy';
    default:
      return column.decimals === undefined ? '#,##0.##########' : `#,##0${places(column.decimals)}`;
  }
}

function sheetName(wanted: string, taken: Set<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Blad';
  let name = [...clean].slice(0, 31).join('').slice(0, 31);
  for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${clean.slice(0, 26)} (${copy})`;
  taken.add(name.toLowerCase());
  return name;
}
