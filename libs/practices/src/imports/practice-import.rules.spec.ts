import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { mappingRecord, readTable, writeXlsx, type Table } from '#libs/tabular';
import { proposePracticeMapping } from './practice-fields.rules.js';
import { previewPractices, type PracticePreview } from './practice-import.rules.js';

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
const REGION = fixture('regio-60-praktijken.csv');
const FAULTY = fixture('regio-met-fouten-windows1252.csv');

function judge(table: Table): PracticePreview {
  return previewPractices(table, mappingRecord(proposePracticeMapping(table)));
}

async function judgeText(text: string): Promise<PracticePreview> {
  return judge(await readTable(Buffer.from(text)));
}

/** One practice with one cell changed, judged. */
async function cell(field: string, value: string): Promise<{ value: unknown; problems: unknown[] }> {
  const cells: Record<string, string> = {
    AGB: '01075954',
    Naam: 'De Linde',
    Patiënten: '3.353',
    [field]: value,
  };
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const preview = await judgeText(
    `${Object.keys(cells).map(quoted).join(';')}\n${Object.values(cells).map(quoted).join(';')}\n`,
  );
  const row = preview.rows[0]!;
  const mapped = Object.entries(row.values).filter(([name]) => preview.fields.includes(name as never));
  return { value: mapped.map(([, v]) => v), problems: row.problems.map((p) => `${p.field}: ${p.code}`) };
}

describe('previewPractices on the samples', () => {
  it('accepts all 60 practices of a region and reads their numbers (ORG-01)', async () => {
    const preview = judge(await readTable(REGION));
    expect(preview.counts).toEqual({ ok: 60, refused: 0 });
    expect(preview.rows[0]).toMatchObject({
      row: 2,
      values: {
        agb: '01075954',
        postcode: '3823 FK',
        listSize: 3353,
        startQuarter: '2024-Q1',
        motivation: 4,
      },
    });
  });

  it('refuses each faulty row at the right cell and normalises what is unambiguous (ORG-01)', async () => {
    const preview = judge(await readTable(FAULTY));
    const refused = preview.rows.filter((row) => row.verdict === 'refused');
    expect(refused.map((row) => [row.row, ...row.problems.map((p) => `${p.field} ${p.code}`)])).toEqual([
      [4, 'agb agb.duplicate'],
      [5, 'agb agb.duplicate'],
      [7, 'agb agb.digits'],
      [9, 'email email.invalid'],
      [11, 'name value.missing'],
      [15, 'listSize list-size.range'],
      [17, 'name text.formula'],
      [21, 'motivation motivation.range'],
    ]);
    const values = (row: number): object => preview.rows.find((r) => r.row === row)!.values;
    expect(values(13)).toMatchObject({ startQuarter: '2024-Q1' });
    expect(values(19)).toMatchObject({ name: 'Huisartsenpraktijk Café Zuiderpoort' });
    expect(values(23)).toMatchObject({ postcode: '3811 AB' });
  });

  it('gives the same verdict whatever the encoding, separator, order of columns and kind of file (ORG-01)', async () => {
    const original = await readTable(FAULTY);
    const expected = judge(original);
    const order = original.headings.map((_, i) => (i * 5 + 3) % original.headings.length);
    const lines = [original.headings, ...original.rows.map((r) => r.cells)].map((cells) =>
      order.map((i) => cells[i]!),
    );
    const text = (separator: string): string =>
      lines.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
    const columns = lines[0]!.map((heading) => ({ heading, type: 'text' as const }));
    const sources = [
      iconv.encode(text('\t'), 'utf-16le', { addBOM: true }),
      Buffer.from(text(',')),
      iconv.encode(text('|'), 'win1252'),
      await writeXlsx({ sheets: [{ name: 'Praktijken', columns, rows: lines.slice(1) }] }),
    ];
    for (const source of sources) {
      const preview = judge(await readTable(source));
      expect(preview.rows.map((r) => [r.row, r.verdict, r.values])).toEqual(
        expected.rows.map((r) => [r.row, r.verdict, r.values]),
      );
    }
  });
});

describe('headings of a practice list', () => {
  it.each([
    ['Naam', 'name'],
    ['AGB', 'agb'],
    ['Kring', 'district'],
    ['Pat. op naam', 'listSize'],
    ['Mail', 'email'],
    ['E-mailadres contactpersoon', 'contactEmail'],
    ['MTVP-contactpersoon', 'contact'],
    ['Mail van de praktijkhouder', 'email'],
    ['Start kwartaal', 'startQuarter'],
    ['Consulent', 'consultant'],
    ['Practice name', 'name'],
    ['Postal code', 'postcode'],
    ['List size', 'listSize'],
    ['Woonplaats', 'town'],
    ['Adres praktijk', 'street'],
    ['Golf', 'startWave'],
    ['Telefoonnummer praktijk', null],
    ['KvK-nummer', null],
    ['Opmerkingen', null],
    ['ACTUAL_COST', null],
  ])('maps %s to %s', (heading, field) => {
    const proposed = proposePracticeMapping({ headings: [heading], rows: [] });
    expect(proposed.columns[0]!.field).toBe(field);
  });

  it('finds the AGB column by its content, and tells e-mail columns from name columns', async () => {
    const table = await readTable(
      Buffer.from(
        'Code;Praktijk;Praktijkhouder;Mailadres houder\n' +
          ['01075954;A;Jan;j@a.example', '01129815;B;Piet;p@b.example', '01108061;C;An;a@c.example'].join(
            '\n',
          ),
      ),
    );
    expect(mappingRecord(proposePracticeMapping(table))).toEqual({
      Code: 'agb',
      Praktijk: 'name',
      Praktijkhouder: 'holder',
      'Mailadres houder': 'email',
    });
  });
});

describe('cells of a practice list', () => {
  it.each([
    ['AGB', "'01075954", ['01075954', 'De Linde', 3353]],
    ['Patiënten', '3 353', ['01075954', 'De Linde', 3353]],
    ['Naam', '  De\u00a0 Linde ', ['01075954', 'De Linde', 3353]],
    ['Plaats', '-', ['01075954', 'De Linde', null, 3353]],
    ['Startkwartaal', '01-07-2024', ['01075954', 'De Linde', 3353, '2024-Q3']],
    ['Startgolf', 'Groep 2', ['01075954', 'De Linde', 3353, 2]],
  ])('takes %s %j', async (field, text, value) => {
    expect(await cell(field, text)).toEqual({ value, problems: [] });
  });

  it.each([
    ['AGB', '', 'agb: value.missing'],
    ['AGB', '01-075', 'agb: agb.digits'],
    ['Naam', ' ', 'name: value.missing'],
    ['Naam', '-', 'name: value.missing'],
    ['Naam', '112', 'name: name.no-letters'],
    ['Naam', "'=cmd|' /C calc'!A0", 'name: text.formula'],
    ['Naam', '\t@SUM(1)', 'name: text.formula'],
    ['Naam', 'De\u0007Linde', 'name: text.control'],
    ['Naam', 'x'.repeat(201), 'name: text.too-long'],
    ['Patiënten', '', 'listSize: value.missing'],
    ['Patiënten', '0', 'listSize: list-size.range'],
    ['Patiënten', '100.001', 'listSize: list-size.range'],
    ['Patiënten', '3,353', 'listSize: number.ambiguous'],
    ['Patiënten', 'veel', 'listSize: number.invalid'],
    ['Motivatie', '2,5', 'motivation: number.not-whole'],
    ['Motivatie', '0', 'motivation: motivation.range'],
    ['Postcode', '3811', 'postcode: postcode.invalid'],
    ['E-mail contactpersoon', '=a@b.nl', 'contactEmail: text.formula'],
    ['Praktijkconsulent', '+31 6', 'consultant: text.formula'],
    ['Startkwartaal', '2024-Q5', 'startQuarter: quarter.invalid'],
    ['Golf', 'laat', 'startWave: wave.invalid'],
  ])('refuses %s %j at that cell', async (field, text, problem) => {
    expect((await cell(field, text)).problems).toEqual([problem]);
  });

  it('says each problem in one Dutch and one English sentence without gaps', async () => {
    const preview = await judgeText('AGB;Naam;E-mail\n123;=x;nee\n');
    for (const problem of preview.rows[0]!.problems) {
      for (const sentence of [problem.message.nl, problem.message.en])
        expect(sentence).toMatch(/^["A-Z][^{]*\.$/);
    }
    expect(preview.rows[0]!.problems.map((p) => p.message.nl)).toContain(
      'Aantal patiënten ontbreekt: het bestand heeft geen kolom daarvoor.',
    );
  });

  it('refuses a row with a cell too many for that reason only, and every row of a code that occurs twice', async () => {
    const preview = await judgeText(
      'AGB;Naam;Patiënten\n01075954;A;1;x\n01129815;B\n01108061;C;9\n01108061;D;9\n0110 8061;E;9\n',
    );
    expect(preview.rows.map((r) => r.problems.map((p) => p.message.nl))).toEqual([
      ['Deze rij heeft 4 cellen en er zijn 3 kolommen.'],
      ['Deze rij heeft 2 cellen en er zijn 3 kolommen.'],
      ['AGB-code 01108061 staat ook in rij 5, 6. Elke praktijk hoort één keer in het bestand.'],
      ['AGB-code 01108061 staat ook in rij 4, 6. Elke praktijk hoort één keer in het bestand.'],
      ['AGB-code 01108061 staat ook in rij 4, 5. Elke praktijk hoort één keer in het bestand.'],
    ]);
  });

  it('explains the lost zero, errors and formulas without a result in a workbook', () => {
    const row = { row: 2, cells: ['1075954', 'De Linde', '#REF!', ''] };
    const types = ['number', 'text', 'error', 'uncalculated'] as const;
    const table = { headings: ['AGB', 'Naam', 'Patiënten', 'Plaats'], rows: [{ ...row, types: [...types] }] };
    const preview = previewPractices(table, {
      AGB: 'agb',
      Naam: 'name',
      Patiënten: 'listSize',
      Plaats: 'town',
    });
    expect(preview.rows[0]!.problems.map((p) => p.code)).toEqual([
      'agb.zero-lost',
      'cell.uncalculated',
      'cell.error',
    ]);
    expect(preview.rows[0]!.asGiven).toMatchObject({ agb: '1075954', listSize: '#REF!' });
  });
});
