import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { sheetCsv, workbook, type ResultSheet } from '../index.js';

const answers: ResultSheet = {
  name: 'Antwoorden',
  columns: [
    { heading: 'Vraag', type: 'text', width: 50 },
    { heading: 'Gemiddelde', type: 'number', decimals: 1 },
    { heading: 'Aandeel', type: 'percent' },
  ],
  rows: [
    ['=HYPERLINK("x")', 7.8, 0.125],
    ['Tempo', null, null],
  ],
};

describe('workbook', () => {
  it('holds the sheets in order and, last, where the figures come from (MIR-02)', async () => {
    const file = await workbook({
      language: 'nl',
      sheets: [answers, { ...answers, name: 'Per groep' }],
      provenance: { source: 'Evaluatie', n: 34, nonResponse: 12, period: 'april 2026' },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Antwoorden', 'Per groep', 'Herkomst']);
    const [first, , origin] = book.worksheets;
    expect(first!.getRow(2).values).toEqual([undefined, `'=HYPERLINK("x")`, 7.8, 0.125]);
    expect(first!.getColumn(1).width).toBe(50);
    const rows = [1, 2, 3, 4, 5].map((row) => (origin!.getRow(row).values as unknown[]).slice(1));
    expect(rows).toEqual([
      ['Wat', 'Waarde'],
      ['Bron', 'Evaluatie'],
      ['n', '34'],
      ['non-respons', '12 van 46 (26%)'],
      ['periode', 'april 2026'],
    ]);
  });
});

describe('sheetCsv', () => {
  it('writes one sheet as a Dutch Excel reads it (field B9)', () => {
    expect(sheetCsv(answers).toString('utf8')).toBe(
      `\ufeffVraag;Gemiddelde;Aandeel\r\n"'=HYPERLINK(""x"")";7,8;12,5%\r\nTempo;;\r\n`,
    );
  });
});
