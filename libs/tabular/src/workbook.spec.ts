import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { bookParts, plainBook, zip } from '../fixtures/archive.js';
import { readTable } from './index.js';

const STYLES =
  '<numFmts count="4"><numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="dd\\-mm\\-yyyy;@"/>' +
  '<numFmt numFmtId="166" formatCode="[$-413]d\\ mmmm\\ yyyy"/><numFmt numFmtId="167" formatCode="#,##0\\ &quot;dagen&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>' +
  [0, 164, 14, 165, 166, 10, 167, 22, 20].map((id) => `<xf numFmtId="${id}"/>`).join('') +
  '</cellXfs>';

function book(cells: string, more: object = {}): Buffer {
  const heads = Array.from({ length: 9 }, (_, i) => `<c t="inlineStr"><is><t>k${i + 1}</t></is></c>`).join(
    '',
  );
  const xml = `<sheetData><row r="1">${heads}</row><row r="2">${cells}</row></sheetData>`;
  return zip(bookParts({ styles: STYLES, sheets: [{ name: 'Blad1', xml }], ...more }));
}

describe('cells of a workbook', () => {
  it('gives numbers as Dutch text without grouping, so that 3.353 stays a fraction', async () => {
    const values = ['3353', '3.353', '1E+2', '0.30000000000000004', '19012345678', '-20', '1.5E-7'];
    const table = await readTable(book(values.map((v) => `<c><v>${v}</v></c>`).join('')));
    expect(table.rows[0]?.cells.slice(0, 7)).toEqual([
      '3353',
      '3,353',
      '100',
      '0,3',
      '19012345678',
      '-20',
      '0,00000015',
    ]);
    expect(table.rows[0]?.types?.[0]).toBe('number');
  });

  it('pads only what a format of zeros shows in full, and leaves a plain AGB number as it is', async () => {
    const table = await readTable(book('<c s="1"><v>1075954</v></c><c s="0"><v>1075954</v></c>'));
    expect(table.rows[0]?.cells.slice(0, 2)).toEqual(['01075954', '1075954']);
    expect(table.rows[0]?.types?.slice(0, 2)).toEqual(['text', 'number']);
  });

  it('gives dates as ISO text by the style of the cell', async () => {
    const cells = [2, 3, 4].map((s) => `<c s="${s}"><v>46427</v></c>`).join('');
    const table = await readTable(
      book(`${cells}<c s="6"><v>5</v></c><c s="7"><v>46427.5</v></c><c s="8"><v>0.75</v></c>`),
    );
    expect(table.rows[0]?.cells.slice(0, 6)).toEqual([
      '2027-02-09',
      '2027-02-09',
      '2027-02-09',
      '5',
      '2027-02-09 12:00',
      '18:00',
    ]);
  });

  it('counts from 1904 when the workbook does, and knows the day that never was', async () => {
    const old = await readTable(
      book('<c s="2"><v>44965</v></c>', { workbookPr: '<workbookPr date1904="1"/>' }),
    );
    expect(old.rows[0]?.cells[0]).toBe('2027-02-09');
    const early = await readTable(book('<c s="2"><v>1</v></c><c s="2"><v>61</v></c><c s="2"><v>60</v></c>'));
    expect(early.rows[0]?.cells.slice(0, 3)).toEqual(['1900-01-01', '1900-03-01', '60']);
  });

  it('reads percentages, booleans, ISO dates, errors and stored results of formulas, and computes nothing', async () => {
    const cells =
      '<c s="5"><v>0.125</v></c><c t="b"><v>1</v></c><c t="d"><v>2027-02-09T00:00:00</v></c><c t="e"><v>#REF!</v></c>' +
      '<c t="str"><f>A1&amp;"x"</f><v>k1x</v></c><c><f>1+1</f><v>2</v></c><c><f>HYPERLINK("http://x")</f></c>';
    const table = await readTable(book(cells));
    expect(table.rows[0]?.cells.slice(0, 7)).toEqual([
      '12,5%',
      'WAAR',
      '2027-02-09',
      '#REF!',
      'k1x',
      '2',
      '',
    ]);
    expect(table.rows[0]?.types?.slice(3, 7)).toEqual(['error', 'text', 'number', 'uncalculated']);
  });

  it('reads shared, rich and escaped text, leaves phonetic guides out, and honours cell references', async () => {
    const strings =
      '<si><t>Zoë &amp; Co</t></si><si><r><t>De </t></r><r><rPr><b/></rPr><t xml:space="preserve">Linde </t></r><rPh><t>x</t></rPh></si>' +
      '<si><t>a_x000D_b_x005F_x0041_</t></si>';
    const table = await readTable(
      book('<c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c><c r="I2" t="s"><v>2</v></c>', {
        strings,
      }),
    );
    expect(table.rows[0]?.cells).toEqual(['', 'Zoë & Co', '', 'De Linde ', '', '', '', '', 'a\rb_x0041_']);
  });
});

describe('sheets', () => {
  const sheet = (text: string): string =>
    `<sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`;
  const sheets = [
    { name: 'Leeg', xml: '<sheetData/>' },
    { name: 'Verborgen', xml: sheet('geheim'), state: 'hidden' },
    { name: 'Praktijken', xml: sheet('Naam') },
    { name: 'Tweede', xml: sheet('Ander') },
  ];

  it('takes the first visible sheet with data, or the one that is named', async () => {
    const file = zip(bookParts({ sheets }));
    expect((await readTable(file)).format).toMatchObject({
      kind: 'xlsx',
      separator: null,
      sheet: 'Praktijken',
    });
    expect((await readTable(file, { sheet: ' tweede' })).headings).toEqual(['Ander']);
    await expect(readTable(file, { sheet: 'Derde' })).rejects.toMatchObject({ code: 'sheet.unknown' });
    await expect(readTable(zip(bookParts({ sheets: sheets.slice(0, 2) })))).rejects.toMatchObject({
      code: 'sheet.none',
    });
  });

  it('counts rows as the sheet numbers them and ignores styled cells without a value', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="3"><c r="A3"><v>5</v></c></row>' +
      '<row r="4"><c r="XFD4" s="3"/></row><row r="1048576"><c r="A1048576" s="1"/></row></sheetData>';
    const table = await readTable(zip(bookParts({ sheets: [{ name: 'x', xml }] })));
    expect(table.rows.map((row) => [row.row, row.cells])).toEqual([[3, ['5']]]);
  });

  it('reads a workbook whose producer puts a prefix before every name', async () => {
    const parts = bookParts({ sheets: [{ name: 'x', xml: '' }] });
    const part = parts.find((p) => p.name.endsWith('sheet1.xml'))!;
    part.data =
      '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Naam</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect((await readTable(zip(parts))).headings).toEqual(['Naam']);
  });

  it('reads what exceljs writes: merged cells, hyperlinks, dates, rich text', async () => {
    const made = new ExcelJS.Workbook();
    const ws = made.addWorksheet('Praktijken');
    ws.addRow(['Naam', 'Datum', 'AGB', 'Mail', 'Som']);
    ws.addRow([
      { richText: [{ text: 'De ' }, { font: { bold: true }, text: 'Linde' }] },
      new Date(Date.UTC(2027, 1, 9)),
      '01075954',
      { text: 'a@b.example', hyperlink: 'mailto:a@b.example' },
      { formula: '1+1', result: 2 },
    ]);
    ws.addRow(['samen', null, null, null, 7]);
    ws.mergeCells('A3:C3');
    const table = await readTable(Buffer.from(await made.xlsx.writeBuffer()));
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['De Linde', '2027-02-09', '01075954', 'a@b.example', '2'],
      ['samen', '', '', '', '7'],
    ]);
  });

  it('notices a title above the headings', async () => {
    await expect(
      readTable(plainBook([['Lijst 2026'], ['Naam', 'AGB', 'Plaats'], ['x', 'y', 'z']])),
    ).rejects.toMatchObject({
      code: 'heading.title-row',
    });
  });
});
