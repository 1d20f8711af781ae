import type { Readable } from 'node:stream';
import { DelimitedParser, type CellType, type RawRecord } from './delimited.js';
import { TextDecoding, type Encoding } from './encoding.js';
import { TabularError, type Details } from './errors.js';
import { checkHeadings, columnNames, readHeadings } from './headings.js';
import { megabytes, withLimits, type TableLimits } from './limits.js';
import { detectSeparator, separatorLine } from './separator.js';
import { fileKind, oleRefusal } from './signature.js';
import { openWorkbook } from './workbook.js';

export interface TableFormat {
  kind: 'csv' | 'tsv' | 'xlsx';
  /** Of the text file; a workbook is always `utf-8`. */
  encoding: Encoding;
  /** null for a workbook. */
  separator: string | null;
  /** The sheet that was read; absent for a text file. */
  sheet?: string;
}

export interface TableRow {
  /** The row as a spreadsheet numbers it: the heading is row 1, empty rows count, a quoted line break does not. */
  row: number;
  /** As many as there are headings, untrimmed. */
  cells: string[];
  /** How a workbook stored each cell; absent for a text file. */
  types?: CellType[];
  /** The row does not fit the headings; its cells are cut or filled up to the headings' number. */
  problem?: { code: 'row.too-long' | 'row.too-short'; details: Details };
}

export interface Table {
  format: TableFormat;
  headings: string[];
  rows: TableRow[];
}

export interface TableStream {
  /** `encoding` is final when the last row has been read: only then it is certain that the file is UTF-8. */
  format: TableFormat;
  headings: string[];
  /** The rows one by one; can be read once. */
  rows: AsyncIterable<TableRow>;
  /** The same rows in the batches in which they arrive; read either this or `rows`. */
  batches: AsyncIterable<TableRow[]>;
}

export interface ReadOptions {
  /** For messages of the caller only: the type of a file is found by its content, never by its name. */
  fileName?: string;
  limits?: Partial<TableLimits>;
  /** Name of the sheet of a workbook; otherwise the first visible sheet with data. */
  sheet?: string;
  /**
   * Whether the cells of the first row say what is below them; absent: they do. When they do not, the first row is data and the columns
   * are named by their letters, `(kolom A)`.
   */
  headed?: (cells: readonly string[]) => boolean;
}

const SAMPLE_BYTES = 64 * 1024;
/** Characters that are cut into rows at a time. */
const PIECE = 8_192;

/**
 * Reads a whole .csv, .tsv or .xlsx into memory; the content decides which it is. Rows without any value are left out.
 * @throws TabularError for every file that is not a table or costs more than the limits allow
 */
export async function readTable(source: Buffer | Readable, options: ReadOptions = {}): Promise<Table> {
  const stream = await streamTable(source, options);
  const rows: TableRow[] = [];
  for await (const batch of stream.batches) for (const row of batch) rows.push(row);
  return { format: stream.format, headings: stream.headings, rows };
}

/**
 * The same as `readTable`, row by row: memory is a few rows for delimited text of any size (raise `limits.fileBytes`, `rows`
 * and `cells` for a bulk import). A workbook is held packed in memory, up to `limits.fileBytes`.
 */
export async function streamTable(
  source: Buffer | Readable,
  options: ReadOptions = {},
): Promise<TableStream> {
  const limits = withLimits(options.limits);
  const chunks = countedChunks(source, limits);
  try {
    const { head, whole } = await readHead(chunks);
    const { format, records } = await open(head, whole, chunks, limits, options.sheet);
    return await assemble(format, records, limits, options.headed);
  } catch (error) {
    await chunks.return(undefined);
    throw error;
  }
}

async function open(
  head: Buffer,
  whole: boolean,
  chunks: AsyncGenerator<Buffer>,
  limits: TableLimits,
  sheet: string | undefined,
): Promise<{ format: TableFormat; records: AsyncGenerator<RawRecord[]> }> {
  if (head.length === 0) throw new TabularError('file.empty');
  const kind = fileKind(head);
  if (kind === 'ole') throw oleRefusal(await collect(head, chunks));
  if (kind === 'zip') {
    const file = await collect(head, chunks);
    const book = await openWorkbook(file, limits, sheet);
    const format: TableFormat = { kind: 'xlsx', encoding: 'utf-8', separator: null, sheet: book.sheet };
    return { format, records: book.records };
  }
  const decoding = new TextDecoding(head);
  let text = decoding.push(head);
  if (whole) text += decoding.end();
  const line = separatorLine(text);
  if (line) text = text.slice(line.length);
  const separator = line?.separator ?? detectSeparator(text, whole);
  const format: TableFormat = {
    kind: separator === '\t' ? 'tsv' : 'csv',
    encoding: decoding.encoding,
    separator,
  };
  return { format, records: delimitedRecords(text, whole, chunks, decoding, format, limits) };
}

async function* delimitedRecords(
  start: string,
  whole: boolean,
  chunks: AsyncGenerator<Buffer>,
  decoding: TextDecoding,
  format: TableFormat,
  limits: TableLimits,
): AsyncGenerator<RawRecord[]> {
  const parser = new DelimitedParser(format.separator ?? ';', limits);
  try {
    for (const piece of cut(start)) yield parser.push(piece);
    if (!whole) {
      for await (const chunk of chunks) {
        const text = decoding.push(chunk);
        format.encoding = decoding.encoding;
        for (const piece of cut(text)) yield parser.push(piece);
      }
      yield parser.push(decoding.end());
      format.encoding = decoding.encoding;
    }
    yield parser.end();
  } finally {
    await chunks.return(undefined);
  }
}

/**
 * A long text in pieces whose rows are soon used and gone. While the rows of a whole chunk live at once, V8 takes rows for
 * something that lasts and keeps them out of its cheap collection: an import of millions then takes twice the memory.
 */
function* cut(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** Turns raw rows into rows under headings, and enforces the limits on rows and cells. */
async function assemble(
  format: TableFormat,
  records: AsyncGenerator<RawRecord[]>,
  limits: TableLimits,
  isHeaded: (cells: readonly string[]) => boolean = () => true,
): Promise<TableStream> {
  const ahead: RawRecord[] = [];
  let ended = false;
  // Two rows: the heading, and one below it that shows whether the first one is only a title.
  while (ahead.length < 2 && !ended) {
    const next = await records.next();
    if (next.done) ended = true;
    else for (const record of next.value) if (hasValue(record)) ahead.push(record);
  }
  const [first, second] = ahead;
  if (!first) throw new TabularError('heading.missing');
  const strict = format.kind !== 'xlsx';
  const headed = isHeaded(first.cells);
  if (headed) checkHeadings(first, second);
  // a workbook leaves empty cells out: there the longest of the first rows says how many columns there are
  const width = Math.max(...(strict ? [first] : ahead).map(({ cells }) => cells.length));
  const headings = headed ? readHeadings(first.cells) : columnNames(width);

  async function* batches(): AsyncGenerator<TableRow[]> {
    let rowCount = 0;
    let cellCount = 0;
    const fit = (record: RawRecord): TableRow => {
      rowCount += 1;
      if (rowCount > limits.rows) throw new TabularError('table.too-many-rows', { limit: limits.rows });
      for (const cell of record.cells) if (cell !== '') cellCount += 1;
      if (cellCount > limits.cells) throw new TabularError('table.too-many-cells', { limit: limits.cells });
      return fitRow(record, headings.length, strict);
    };
    try {
      const kept = ahead.splice(headed ? 1 : 0).map(fit);
      ahead.length = 0;
      if (kept.length > 0) yield kept;
      for await (const batch of records) {
        const rows: TableRow[] = [];
        for (const record of batch) if (hasValue(record)) rows.push(fit(record));
        if (rows.length > 0) yield rows;
      }
    } finally {
      await records.return(undefined);
    }
  }

  const source = batches();
  return { format, headings, batches: source, rows: singly(source) };
}

async function* singly(batches: AsyncIterable<TableRow[]>): AsyncGenerator<TableRow> {
  for await (const batch of batches) yield* batch;
}

function hasValue(record: RawRecord): boolean {
  for (let i = 0; i < record.cells.length; i += 1) {
    if (record.cells[i]!.trim() !== '' || record.types?.[i] === 'uncalculated') return true;
  }
  return false;
}

/**
 * A delimited row must have a cell for every heading: a short one has lost something, and guessing what would shift values.
 * Cells beyond the headings are harmless while they are empty. A workbook leaves empty cells out, so it cannot be short.
 */
function fitRow(record: RawRecord, width: number, strict: boolean): TableRow {
  const { row, cells, types } = record;
  let used = cells.length;
  while (used > width && cells[used - 1]!.trim() === '' && types?.[used - 1] !== 'uncalculated') used -= 1;
  const fitted: TableRow = { row, cells: cells.length > width ? cells.slice(0, width) : cells };
  if (types) fitted.types = types.length > width ? types.slice(0, width) : types;
  const details = { cells: used, headings: width };
  if (used > width) fitted.problem = { code: 'row.too-long', details };
  else if (strict && used < width) fitted.problem = { code: 'row.too-short', details };
  while (fitted.cells.length < width) {
    fitted.cells.push('');
    fitted.types?.push('text');
  }
  return fitted;
}

async function* countedChunks(source: Buffer | Readable, limits: TableLimits): AsyncGenerator<Buffer> {
  const tooLarge = (): TabularError =>
    new TabularError('file.too-large', { limit: megabytes(limits.fileBytes) });
  if (Buffer.isBuffer(source)) {
    if (source.length > limits.fileBytes) throw tooLarge();
    for (let at = 0; at < source.length; at += SAMPLE_BYTES) yield source.subarray(at, at + SAMPLE_BYTES);
    return;
  }
  let total = 0;
  for await (const chunk of source as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : Buffer.from(chunk);
    total += bytes.length;
    if (total > limits.fileBytes) throw tooLarge();
    yield bytes;
  }
}

/** At least the first 64 kB, so that encoding and separator do not depend on how the file arrives. */
async function readHead(chunks: AsyncGenerator<Buffer>): Promise<{ head: Buffer; whole: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  while (size < SAMPLE_BYTES) {
    const next = await chunks.next();
    if (next.done) return { head: Buffer.concat(parts), whole: true };
    parts.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(parts), whole: false };
}

async function collect(head: Buffer, chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  const parts = [head];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
