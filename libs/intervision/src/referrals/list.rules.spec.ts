import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scanText } from '#libs/textguard';
import {
  checkedChoice,
  isBareName,
  isIdentityHeading,
  listColumns,
  proposedField,
} from './list-columns.rules.js';
import { hasColumns, isHeadingRow, pastedTable } from './list-table.rules.js';
import { gpIn, kindIn, printedRow, tableRow, withoutPatient } from './list-rows.rules.js';

const TODAY = '2026-11-22';
const PEOPLE = [
  { personId: 'a', name: 'Anna Jansen' },
  { personId: 'b', name: 'Bram de Wit' },
  { personId: 'c', name: 'Chris de Wit' },
];
const rowOf = (headings: string[], cells: string[]) =>
  tableRow({ row: 2, cells }, listColumns(headings, [cells], {}, TODAY), PEOPLE, TODAY);

describe('columns of a practice’s list (REF-03)', () => {
  it.each([
    'Naam',
    'Patiënt',
    'Patiëntnaam',
    'BSN',
    'Geb.datum',
    'Geboortedatum',
    'Adres',
    'Postcode',
    'Woonplaats',
    'Telefoon',
    'E-mail',
    'Polisnummer',
    'ZorgDomein nummer',
    'Geslacht',
    'Leeftijd',
    'Date of birth',
    'Huisarts van patiënt',
  ])('takes %s for the patient’s', (heading) => expect(isIdentityHeading(heading)).toBe(true));

  it.each([
    ['Verwijzend huisarts', 'gp'],
    ['Naam huisarts', 'gp'],
    ['Specialisme', 'specialism'],
    ['Reden van verwijzing', 'reason'],
    ['Verwijsdatum', 'date'],
    ['Zorgproduct', 'kind'],
  ])('takes %s for %s', (heading, field) => {
    expect(proposedField(heading)).toBe(field);
    expect(isIdentityHeading(heading)).toBe(false);
  });

  it('never uses a column of patients, also when the practice chose it', () => {
    const [column] = listColumns(['Patiënt'], [['Vries, J. de']], { Patiënt: 'reason' }, TODAY);
    expect(column).toMatchObject({ field: null, dropped: 'identity' });
  });

  it('finds out by what stands in it that a column is about patients', () => {
    const cells = [['Vries, J. de'], ['Bakker, A.'], ['J. van den Berg'], ['Jan Smit (m)']];
    const [column] = listColumns(['Omschrijving'], cells, {}, TODAY);
    expect(column).toMatchObject({ field: null, dropped: 'content' });
    const births = listColumns(['Datum'], [['01-02-1956'], ['3-4-1971'], ['12-11-2026']], {}, TODAY);
    expect(births[0]).toMatchObject({ field: null, dropped: 'content' });
    const numbers = listColumns(['Reden'], [['111222333'], ['123456782']], {}, TODAY);
    expect(numbers[0]).toMatchObject({ field: null, dropped: 'content' });
  });

  it('lets a choice go before a guess, wherever its column stands', () => {
    const headings = ['Reden', 'Toelichting'];
    const fields = (chosen: Parameters<typeof listColumns>[2]) =>
      listColumns(headings, [['a', 'b']], chosen, TODAY).map(({ field }) => field);
    expect(fields({})).toEqual(['reason', null]);
    expect(fields({ Toelichting: 'reason' })).toEqual([null, 'reason']);
    expect(fields({ Reden: null })).toEqual([null, 'reason']);
  });

  it('reads nothing into a heading that every object has', () => {
    const headings = ['constructor', '__proto__', 'toString'];
    expect(listColumns(headings, [], {}, TODAY).map(({ field }) => field)).toEqual([null, null, null]);
    expect(checkedChoice(headings, {})).toEqual({});
  });

  it('takes a choice by the heading as it was shown, once', () => {
    const headings = ['Overleg 06-12345678', 'Overleg 06-87654321'];
    const shown = listColumns(headings, [], {}, TODAY)[0]?.heading ?? '';
    expect(shown).not.toContain('12345678');
    expect(checkedChoice(headings, { [shown]: 'reason' })).toEqual({ [headings[0] as string]: 'reason' });
  });

  it.each([
    ['a column that is not there', { Elders: 'reason' }, 'heading'],
    ['a field with two columns', { Wie: 'reason', Waarom: 'reason' }, 'once'],
  ] as const)('refuses %s, and says no heading again', (_what, chosen, rule) => {
    const wrong = { code: 'validation.failed', details: { fields: [{ field: 'mapping', rule }] } };
    expect(() => checkedChoice(['Wie', 'Waarom'], chosen)).toThrow(expect.objectContaining(wrong));
  });

  it('keeps a column of reasons', () => {
    const cells = [['Knieklachten sinds een jaar'], ['Verdachte moedervlek'], ['Atriumfibrilleren']];
    expect(listColumns(['Reden'], cells, {}, TODAY)[0]).toMatchObject({ field: 'reason', dropped: null });
  });

  it.each(['Vries, J. de', 'J. de Vries', 'Jan de Vries', 'Bakker-Smit, A.B.', 'El Amrani, Y. (v)'])(
    'sees a name in %s',
    (name) => expect(isBareName(name)).toBe(true),
  );
  it.each([
    'Atriumfibrilleren',
    'Verdachte moedervlek',
    'Interne geneeskunde',
    'knie links',
    'Hypertensie, hoog',
  ])('sees none in %s', (text) => expect(isBareName(text)).toBe(false));
});

describe('rows of a list (REF-03)', () => {
  const HEADINGS = ['Patiënt', 'Geboortedatum', 'BSN', 'Huisarts', 'Specialisme', 'Reden', 'Verwijsdatum'];

  it('keeps week, GP, specialism and reason, and says what it took out', () => {
    const row = rowOf(HEADINGS, [
      'Vries, J. de',
      '01-02-1956',
      '111222333',
      'A. Jansen',
      'cardioloog',
      'Dhr. de Vries (geb. 1-2-1956) pijn op de borst, tel 06-12345678',
      '18-11-2026',
    ]);
    expect(row).toMatchObject({ gpId: 'a', specialism: 'Cardiologie', kind: 'referral', week: '2026-W47' });
    expect(row.reason).toMatch(/pijn op de borst/);
    expect(row.reason).not.toMatch(/vries|1956|06|1234/i);
    expect(row.takenOut.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['NAME', 'DOB', 'BSN', 'PHONE']),
    );
  });

  it('takes the untitled name of the patient out of the reason, by the patient’s own column', () => {
    const row = rowOf(
      ['Patiënt', 'Specialisme', 'Reden'],
      ['Terpstra, Wim', 'KNO', 'gehoor van Wim Terpstra neemt af'],
    );
    expect(row.reason).not.toMatch(/terpstra/i);
    expect(row.reason).toMatch(/gehoor/);
  });

  it('keeps of a print-out without columns only what it recognises', () => {
    const row = printedRow(
      '12-11-2026  J. Terpstra  01-02-1956  Orthopedie  Jansen  ZD123456789',
      3,
      PEOPLE,
      TODAY,
    );
    expect(row).toMatchObject({ row: 3, week: '2026-W46', gpId: 'a', specialism: 'Orthopedie', reason: '' });
    expect(JSON.stringify(row)).not.toMatch(/terpstra|1956|123456/i);
    const told = printedRow('Terpstra W. KNO reden: Terpstra hoort slecht sinds 1-1-2026', 4, PEOPLE, TODAY);
    expect(told.reason).toMatch(/hoort slecht/);
    expect(told.reason).not.toMatch(/terpstra|2026/i);
  });

  it('calls a line of which nothing is left empty', () => {
    expect(printedRow('Overzicht verwijzingen week 47', 1, PEOPLE, TODAY).problem).toBe('empty');
  });

  it.each([
    ['Jansen', 'a'],
    ['dr. A. Jansen', 'a'],
    ['Bram de Wit', 'b'],
    // two people of that name
    ['de Wit', null],
    ['BDW', 'b'],
    ['Pietersen', null],
  ])('takes %s for %s', (text, id) => expect(gpIn(text, PEOPLE)).toBe(id));

  it.each([
    ['Meedenkconsult', '', 'advice'],
    ['niet verwezen', 'KNO', 'not-made'],
    ['', 'Laboratorium', 'diagnostics'],
    ['Regulier', 'KNO', 'referral'],
  ] as const)('takes %s %s for %s', (text, specialism, kind) => expect(kindIn(text, specialism)).toBe(kind));

  it('leaves nothing that the guard would find, whatever stands around it', () => {
    const bits = [
      '111222333',
      'dhr. De Boer',
      '06-12345678',
      'geb. 01-02-1956',
      'Dorpsstraat 12, 3811 AB',
      'NL91ABNA0417164300',
      'j@x.nl',
      'knie',
      'pijn',
      '92 jaar',
      ',',
      '(',
      'mw',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 8 }), (parts) => {
        const left = withoutPatient(parts.join(' '), new Set(), new Map(), 160);
        expect(scanText(left).verdict).toBe('pass');
        expect(left).not.toMatch(/111222333|De Boer|12345678|1956|3811|NL91/);
      }),
    );
  });
});

describe('pasted lines with columns (REF-03)', () => {
  const pasted = (text: string) =>
    pastedTable(text, (cells) => isHeadingRow(cells, (cell) => proposedField(cell) !== null, PEOPLE));
  const ROW = 'Terpstra, W.\tDerma\tplekje op de rug\tA. Jansen\t18-11-2026';

  it.each([
    [
      'headings in words of its own',
      'Wie\tWaarheen\tWaarom\na\tb\tc\nd\te\tf',
      ['Wie', 'Waarheen', 'Waarom'],
      [2, 3],
    ],
    ['a heading that is known', 'Terpstra, W.;Reden\nKNO;hoort slecht', ['Terpstra, W.', 'Reden'], [2]],
    [
      'no headings at all',
      `${ROW}\n${ROW}`,
      ['A', 'B', 'C', 'D', 'E'].map((letter) => `(kolom ${letter})`),
      [1, 2],
    ],
    [
      'a referral with the word of a heading',
      'Terpstra, W.\tKNO\tvraag over gehoor',
      ['(kolom A)', '(kolom B)', '(kolom C)'],
      [1],
    ],
    ['an empty first column', '\tKNO\n\tDerma', ['(kolom A)', '(kolom B)'], [1, 2]],
    ['upright lines, and empty lines before', '\n  \nWie|Waarheen\na|b\nc|d', ['Wie', 'Waarheen'], [2, 3]],
  ])('reads %s', async (_what, text, headings, rows) => {
    const table = await pasted(text);
    expect(table?.headings).toEqual(headings);
    expect(table?.rows.map(({ row }) => row)).toEqual(rows);
    expect(table && hasColumns({ ...table, rows: [...table.rows, ...table.rows] })).toBe(true);
  });

  it.each([
    ['plain lines', 'Terpstra W. KNO reden: hoort slecht\nBakker A. Derma'],
    ['commas', 'Terpstra, KNO, hoort slecht\nBakker, Derma, plekje'],
    ['a semicolon later on', 'Terpstra KNO\nBakker Derma; plekje'],
    ['a quote that never ends', '"Terpstra\tKNO\nBakker\tDerma'],
    ['one heading twice', 'Wie\tWie\na\tb'],
    ['nothing', ' \n\n'],
  ])('reads %s line by line', async (_what, text) => expect(await pasted(text)).toBeNull());

  it.each([
    ['one line with a semicolon', 'Terpstra KNO; hoort slecht', false],
    ['semicolons here and there', 'KNO; reden: hoort slecht\nDerma\nLonggeneeskunde\nDerma; plekje', false],
    ['one row with tabs', ROW, true],
  ])('offers to choose columns of %s: %s', async (_what, text, offered) => {
    const table = await pasted(text);
    expect(table !== null && hasColumns(table)).toBe(offered);
  });

  it('lets a column of dates or of GPs be chosen, not one of patients', () => {
    const cells = [
      ['Terpstra, W.', 'A. Jansen', '18-11-2026', '01-02-1956'],
      ['Bakker, A.', 'B. de Wit', '17-11-2026', '03-04-1971'],
    ];
    const isColleague = (cell: string): boolean => /Jansen|de Wit/.test(cell);
    const columns = listColumns(
      ['(kolom A)', '(kolom B)', '(kolom C)', '(kolom D)'],
      cells,
      {},
      TODAY,
      isColleague,
    );
    expect(columns.map(({ dropped }) => dropped)).toEqual(['content', 'unused', 'unused', 'content']);
  });
});
