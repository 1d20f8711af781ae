import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import {
  guardText,
  readTable,
  streamDutchCsv,
  streamXlsx,
  unguardText,
  writeDutchCsv,
  writeXlsx,
  type CellValue,
  type ColumnSpec,
} from './index.js';

const COLUMNS: ColumnSpec[] = [
  { heading: 'AGB', type: 'text' },
  { heading: 'Patiënten', type: 'integer' },
  { heading: 'Ratio', type: 'number' },
  { heading: 'Aandeel', type: 'percent' },
  { heading: 'Datum', type: 'date' },
  { heading: 'Solo', type: 'boolean' },
];
const ROW: CellValue[] = ['01075954', 3353, -1234.5, 0.125, '2027-02-09', true];
const TRIGGERS = ['=1+1', '+31', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', '\0x', '＝1'];

describe('writeDutchCsv', () => {
  it('writes what a Dutch Excel reads: mark, semicolons, CRLF, decimal comma, dd-mm-jjjj', () => {
    const text = writeDutchCsv(COLUMNS, [ROW, [null, undefined]]).toString('utf8');
    expect(text).toBe(
      '\ufeffAGB;Patiënten;Ratio;Aandeel;Datum;Solo\r\n01075954;3353;-1234,5;12,5%;09-02-2027;ja\r\n;;;;;\r\n',
    );
  });

  it.each(TRIGGERS)('guards the text %j against being taken for a formula (security 14)', (text) => {
    const csv = writeDutchCsv([{ heading: 'Naam', type: 'text' }], [[text]]).toString('utf8');
    expect(csv.split('\r\n').slice(1).join('\r\n').replace(/^"/, '').startsWith("'")).toBe(true);
    expect(unguardText(guardText(text))).toBe(text);
  });

  it('guards headings too, keeps negative numbers as numbers, and never writes an exponent', () => {
    const csv = writeDutchCsv(
      [
        { heading: '=x', type: 'number' },
        { heading: 'b', type: 'number', decimals: 2 },
      ],
      [
        [-2, -0.001],
        [1e-7, 2.5],
      ],
    ).toString('utf8');
    expect(csv).toBe("\ufeff'=x;b\r\n-2;0,00\r\n0,0000001;2,50\r\n");
  });

  it.each([
    [{ heading: 'a', type: 'number' }, Number.NaN, 'write.not-a-number'],
    [{ heading: 'a', type: 'integer' }, 1.5, 'write.not-a-number'],
    [{ heading: 'a', type: 'number' }, '=1', 'write.not-a-number'],
    [{ heading: 'a', type: 'date' }, '2027-02-30', 'write.not-a-date'],
    [{ heading: 'a', type: 'boolean' }, 'ja', 'write.not-a-boolean'],
  ] as [ColumnSpec, CellValue, string][])('refuses %j with %j', async (column, value, code) => {
    expect(() => writeDutchCsv([column], [[value]])).toThrow(expect.objectContaining({ code }));
    await expect(
      writeXlsx({ sheets: [{ name: 'x', columns: [column], rows: [[value]] }] }),
    ).rejects.toMatchObject({ code });
  });

  it('streams the same bytes', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [ROW[0], i, ...ROW.slice(2)]);
    const parts: Buffer[] = [];
    for await (const part of streamDutchCsv(COLUMNS, rows)) parts.push(part as Buffer);
    expect(parts.length).toBeGreaterThan(1);
    expect(Buffer.concat(parts).equals(writeDutchCsv(COLUMNS, rows))).toBe(true);
  });
});

describe('writeXlsx', () => {
  it('writes typed cells under a frozen heading with a filter', async () => {
    const file = await writeXlsx({ sheets: [{ name: 'Praktijken', columns: COLUMNS, rows: [ROW] }] });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('Praktijken')!;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBe('A1:F1');
    const values = (sheet.getRow(2).values as unknown[]).slice(1);
    expect(values).toEqual(['01075954', 3353, -1234.5, 0.125, new Date(Date.UTC(2027, 1, 9)), 'ja']);
    expect(sheet.getCell('A2').numFmt).toBe('@');
    expect(sheet.getCell('E2').numFmt).toBe('dd-mm-yyyy');
  });

  it('is read back as Dutch text', async () => {
    const table = await readTable(
      await writeXlsx({ sheets: [{ name: 'x', columns: COLUMNS, rows: [ROW] }] }),
    );
    expect(table.rows[0]?.cells).toEqual(['01075954', '3353', '-1234,5', '12,5%', '2027-02-09', 'ja']);
  });

  it('writes no formula and guards text (security 14)', async () => {
    const rows = TRIGGERS.map((text) => [text]);
    const file = await writeXlsx({
      sheets: [{ name: 'x', columns: [{ heading: '=h', type: 'text' }], rows }],
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as unknown as ArrayBuffer);
    book.worksheets[0]!.eachRow((row) => {
      expect(row.getCell(1).formula).toBeUndefined();
      expect(String(row.getCell(1).value)).toMatch(/^'/);
    });
  });

  it('makes sheet names that Excel accepts, and keeps sheets in order', async () => {
    const names = ['a/b[c]', 'a/b[c]', "'", 'x'.repeat(40)];
    const columns: ColumnSpec[] = [{ heading: 'h', type: 'text' }];
    const file = await writeXlsx({ sheets: names.map((name) => ({ name, columns, rows: [] })) });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as unknown as ArrayBuffer);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      'a b c',
      'a b c (2)',
      'Blad',
      'x'.repeat(31),
    ]);
  });

  it('streams many rows from an async source', async () => {
    async function* rows(): AsyncGenerator<CellValue[]> {
      for (let i = 0; i < 5000; i += 1) yield [`p${i}`, i];
    }
    const columns: ColumnSpec[] = [
      { heading: 'Naam', type: 'text' },
      { heading: 'n', type: 'integer' },
    ];
    const table = await readTable(streamXlsx({ sheets: [{ name: 'x', columns, rows: rows() }] }));
    expect(table.rows).toHaveLength(5000);
    expect(table.rows.at(-1)).toMatchObject({ row: 5001, cells: ['p4999', '4999'] });
  });
});

describe('round trip', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'aé€;",\t|\r\n=+-@\'_x0041 \u0001\ufeff😀'),
      fc.constantFrom('_x000D_'),
    ),
    maxLength: 10,
  });
  const tables = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 });
  const columns: ColumnSpec[] = [
    { heading: 'Naam, adres', type: 'text' },
    { heading: 'b', type: 'text' },
  ];
  const visible = (rows: string[][]): string[][] =>
    rows.map((row) => row.map(guardText)).filter((row) => row.some((cell) => cell.trim() !== ''));

  it('gives the same text through CSV, but for the documented apostrophe (property)', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const table = await readTable(writeDutchCsv(columns, rows));
        expect(table.rows.map((row) => row.cells)).toEqual(visible(rows));
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same text through a workbook, but for the documented apostrophe (property)', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const table = await readTable(await writeXlsx({ sheets: [{ name: 'x', columns, rows }] }));
        const padded = table.rows.map((row) => row.cells);
        expect(padded).toEqual(visible(rows));
      }),
      { numRuns: 60 },
    );
  });
});
