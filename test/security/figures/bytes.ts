import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import type { Reading } from './collected.js';

export type Leaf = string | number | boolean | null;
export interface Placed {
  /** Where it stands: keys with dots, `[]` for any place in a list. */
  place: string;
  value: Leaf;
}
export interface Sheet {
  name: string;
  rows: Leaf[][];
}
/** What is in the bytes of an answer, whatever its format. */
export interface Content {
  leaves: Placed[];
  sheets: Sheet[];
  /** Running text: of slides, notes, alternative texts, pages. */
  texts: string[];
  /** Charts of slides: what stands under each bar. */
  charts: { name: string; value: number | null }[][];
}

const read = new WeakMap<Buffer, Promise<Content>>();

/** Takes an answer apart: JSON, workbook, slides with their charts and the workbooks in them, CSV, data package, calendar, page. */
export function contentOf(reading: Pick<Reading, 'bytes' | 'headers'>): Promise<Content> {
  const known = read.get(reading.bytes);
  if (known) return known;
  const made = opened(reading);
  read.set(reading.bytes, made);
  return made;
}

async function opened({ bytes, headers }: Pick<Reading, 'bytes' | 'headers'>): Promise<Content> {
  const content: Content = { leaves: [], sheets: [], texts: [], charts: [] };
  const type = headers['content-type'] ?? '';
  if (bytes.length === 0) return content;
  if (/json/.test(type)) return { ...content, leaves: leavesOf(JSON.parse(bytes.toString('utf8'))) };
  if (/spreadsheetml/.test(type)) return { ...content, sheets: await sheetsOf(bytes) };
  if (/presentationml/.test(type)) return slidesOf(bytes);
  if (/csv/.test(type)) return { ...content, sheets: [{ name: '', rows: csvRows(bytes.toString('utf8')) }] };
  return { ...content, texts: [bytes.toString('utf8')] };
}

export function leavesOf(value: unknown, place = ''): Placed[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, `${place}[]`));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, one]) =>
      leavesOf(one, place === '' ? key : `${place}.${key}`),
    );
  return [{ place, value: value as Leaf }];
}

async function sheetsOf(bytes: Buffer): Promise<Sheet[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book.worksheets.map((sheet) => {
    const rows: Leaf[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      const cells: Leaf[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => void cells.push(plain(cell.value)));
      rows.push(cells);
    });
    return { name: sheet.name, rows };
  });
}
const plain = (value: ExcelJS.CellValue): Leaf =>
  value === null || value === undefined
    ? null
    : typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
      ? value
      : JSON.stringify(value);

async function slidesOf(bytes: Buffer): Promise<Content> {
  const content: Content = { leaves: [], sheets: [], texts: [], charts: [] };
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, part] of Object.entries(zip.files)) {
    if (name.endsWith('.xlsx')) {
      content.sheets.push(...(await sheetsOf(await part.async('nodebuffer'))));
      continue;
    }
    if (!/\.(xml|rels)$/.test(name)) continue;
    const xml = await part.async('string');
    for (const [, text] of xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)) content.texts.push(unescaped(text!));
    for (const [, text] of xml.matchAll(/ (?:descr|title)="([^"]*)"/g)) content.texts.push(unescaped(text!));
    if (/\/charts\/chart\d+\.xml$/.test(name)) content.charts.push(chartOf(xml));
    if (/docProps|comments|tags/.test(name))
      for (const [, text] of xml.matchAll(/>([^<>]+)</g)) content.texts.push(unescaped(text!));
  }
  return content;
}

/** Names and cached values of a chart, by the index of its points: a point that is not there is not shown. */
function chartOf(xml: string): { name: string; value: number | null }[] {
  const cache = (part: string | undefined): Map<number, string> =>
    new Map(
      [...(part ?? '').matchAll(/<c:pt idx="(\d+)">\s*<c:v>([^<]*)<\/c:v>/g)].map(([, at, text]) => [
        Number(at),
        unescaped(text!),
      ]),
    );
  const names = cache(/<c:cat>([\s\S]*?)<\/c:cat>/.exec(xml)?.[1]);
  const values = cache(/<c:val>([\s\S]*?)<\/c:val>/.exec(xml)?.[1]);
  return [...new Set([...names.keys(), ...values.keys()])].map((at) => {
    const value = values.get(at);
    return { name: names.get(at) ?? '', value: value === undefined || value === '' ? null : Number(value) };
  });
}
const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Rows of a Dutch CSV: `;`, quotes doubled, decimal comma. */
function csvRows(text: string): Leaf[][] {
  const rows: Leaf[][] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n/)) {
    if (line === '') continue;
    const cells = [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
    );
    rows.push(
      cells.map((cell) =>
        cell === ''
          ? null
          : /^-?[\d.]+(,\d+)?$/.test(cell)
            ? Number(cell.replaceAll('.', '').replace(',', '.'))
            : cell,
      ),
    );
  }
  return rows;
}

/** Every string of an answer, to look for names, ids and hashes in. */
export const stringsOf = ({ leaves, sheets, texts, charts }: Content): string[] => [
  ...leaves.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  ...sheets.flatMap(({ name, rows }) => [name, ...rows.flat().filter((cell) => typeof cell === 'string')]),
  ...texts,
  ...charts.flat().map(({ name }) => name),
];
/** Every number of an answer, those in its texts too. */
export const numbersOf = (content: Content): number[] => [
  ...content.leaves.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])),
  ...content.sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'number')),
  ...content.charts.flat().flatMap(({ value }) => (value === null ? [] : [value])),
  ...stringsOf(content).flatMap(numbersIn),
];
/** Numbers as they are written in Dutch or English: each with the values that it can have. */
export const tokensIn = (text: string): number[][] =>
  [...text.matchAll(/(?<![\p{L}\d.,:/-])\d+(?:[.,]\d+)*(?![\p{L}\d])/gu)].map(([token]) =>
    [Number(token.replaceAll('.', '').replace(',', '.')), Number(token.replaceAll(',', ''))].filter(
      Number.isFinite,
    ),
  );
export const numbersIn = (text: string): number[] => tokensIn(text).flat();
