import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestAssignment } from './assignment.js';
import { mappingRecord, proposeMapping, type FieldSpec } from './index.js';

const FIELDS: FieldSpec[] = [
  {
    field: 'agb',
    required: true,
    synonyms: ['AGB-code', 'AGB'],
    never: ['kvk'],
    fits: (v) => /^\d{8}$/.test(v),
    typical: (v) => /^\d{8}$/.test(v),
  },
  {
    field: 'name',
    required: true,
    synonyms: ['Praktijknaam', 'Naam', 'Practice name'],
    fits: (v) => /\p{L}/u.test(v),
  },
  { field: 'patients', synonyms: ['Aantal patiënten', 'Ingeschreven patiënten', 'List size'] },
  { field: 'email', synonyms: ['E-mail', 'Mailadres'], fits: (v) => v.includes('@') },
  { field: 'holder', synonyms: ['Praktijkhouder'], never: ['email', 'mail'] },
];
const rows = (...lines: string[][]): { cells: string[] }[] => lines.map((cells) => ({ cells }));
const propose = (
  headings: string[],
  lines: string[][] = [],
  remembered = {},
): Record<string, string | null> =>
  mappingRecord(proposeMapping(headings, FIELDS, { rows: rows(...lines), remembered }));

describe('proposeMapping', () => {
  it.each([
    ['agb_code', 'agb'],
    ['AGBCODE', 'agb'],
    ['code AGB', 'agb'],
    ['AGB-kode', 'agb'],
    ['AANTAL PATIENTEN', 'patients'],
    ['Ingeschr. patiënten', 'patients'],
    ['Aantal ingeschreven patiënten (per 1-1-2026)', 'patients'],
    ['Patienten aantal', 'patients'],
    ['Email', 'email'],
    ['mail adres', 'email'],
    ['E-mail praktijkhouder', 'email'],
    ['practice_name', 'name'],
    ['KvK-nummer', null],
    ['Opmerking', null],
    ['Telefoon', null],
    ['', null],
  ])('maps %j to %s', (heading, field) => {
    expect(propose([heading])[heading]).toBe(field);
  });

  it('gives every field one column, by the best total', () => {
    expect(propose(['Naam', 'Praktijknaam contact', 'AGB', 'AGB-code praktijk'])).toEqual({
      Naam: 'name',
      'Praktijknaam contact': null,
      AGB: 'agb',
      'AGB-code praktijk': null,
    });
  });

  it('lets the content decide where the heading says too little, but not against other claims', () => {
    const codes = [['01075954'], ['01129815'], ['01108061']];
    expect(propose(['Code'], codes)).toEqual({ Code: 'agb' });
    expect(propose(['KvK-nummer'], codes)).toEqual({ 'KvK-nummer': null });
    expect(propose(['Code'], codes.slice(1))).toEqual({ Code: null });
    const twice = codes.map(([code]) => [code!, code!]);
    expect(propose(['Code', 'Nummer'], twice)).toEqual({ Code: null, Nummer: null });
  });

  it('does not map a column whose values cannot be the field', () => {
    expect(propose(['Naam praktijk AGB'], [['01075954'], ['01129815']])).toEqual({
      'Naam praktijk AGB': 'agb',
    });
    expect(propose(['Mailadres soort'], [['zakelijk'], ['privé']])).toEqual({ 'Mailadres soort': null });
  });

  it('puts what was remembered for this source first, leaving out included', () => {
    const remembered = { 'naam!': null, Relatie: 'name', Oud: 'bestaat-niet' };
    expect(propose(['Naam', 'RELATIE', 'AGB', 'Oud'], [], remembered)).toEqual({
      Naam: null,
      RELATIE: 'name',
      AGB: 'agb',
      Oud: null,
    });
  });

  it('names the required fields without a column', () => {
    expect(proposeMapping(['Naam'], FIELDS).missing).toEqual(['agb']);
  });

  it('never fails and never uses a field twice, whatever the headings (property)', () => {
    const heading = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('Naam', 'AGB', 'E-mail', '__proto__', 'constructor'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(heading, { maxLength: 12 }), (headings) => {
        const fields = proposeMapping(headings, FIELDS).columns.map((c) => c.field);
        const used = fields.filter((f) => f !== null);
        expect(fields).toHaveLength(headings.length);
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });
});

describe('bestAssignment', () => {
  it('equals trying every assignment (property)', () => {
    const weights = fc.array(fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    const best = (table: number[][], row = 0, used: readonly number[] = []): number => {
      if (row === table.length) return 0;
      const options = [0, 1, 2].filter((c) => !used.includes(c));
      return Math.max(
        best(table, row + 1, used),
        ...options.map((c) => table[row]![c]! + best(table, row + 1, [...used, c])),
      );
    };
    fc.assert(
      fc.property(weights, (table) => {
        const columns = bestAssignment(table);
        const used = columns.filter((c) => c !== null);
        expect(new Set(used).size).toBe(used.length);
        expect(columns.reduce<number>((sum, c, r) => sum + (c === null ? 0 : table[r]![c]!), 0)).toBe(
          best(table),
        );
      }),
    );
  });
});
