import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mappingRecord, readTable } from '#libs/tabular';
import { comparePractices, type ComparedRow, type ExistingPractice } from './practice-compare.rules.js';
import { proposePracticeMapping } from './practice-fields.rules.js';
import { emptyPractice, previewPractices, type PracticePreview } from './practice-import.rules.js';
import { planPracticeImport, type PlannedChange } from './practice-plan.rules.js';

async function preview(source: string | Buffer): Promise<PracticePreview> {
  const table = await readTable(Buffer.isBuffer(source) ? source : Buffer.from(source));
  return previewPractices(table, mappingRecord(proposePracticeMapping(table)));
}

function stored(more: Partial<ExistingPractice> = {}): ExistingPractice {
  const base = {
    id: 'p1',
    agb: '01097731',
    name: 'De Kade',
    town: 'Vlierdam',
    listSize: 2410,
    district: 'Vlierdam',
  };
  return { ...emptyPractice(), ...base, ...more };
}

async function compare(existing: ExistingPractice[], text: string): Promise<ComparedRow[]> {
  return comparePractices(existing, await preview(text)).rows;
}

/** Carries out a plan as the register would. */
function carryOut(
  existing: readonly ExistingPractice[],
  changes: readonly PlannedChange[],
): ExistingPractice[] {
  const practices = new Map(existing.map((practice) => [practice.id, { ...practice }]));
  for (const change of changes) {
    if (change.kind === 'create') {
      const { agb, name } = change.values;
      practices.set(`new-${agb}`, { ...change.values, id: `new-${agb}`, agb: agb!, name: name! });
    } else if (change.kind === 'update') Object.assign(practices.get(change.practiceId)!, change.set);
    else practices.get(change.practiceId)!.archived = true;
  }
  return [...practices.values()];
}

const HEAD = 'AGB;Naam;Plaats;HAGRO;Patiënten';

describe('comparePractices', () => {
  it.each([
    ['same', '01097731;De Kade;Vlierdam;Vlierdam;2.410', 'Geen verschil.'],
    ['changed', '01097731;De Kade;Vlierdam;Vlierdam-West;2.410', 'Anders: HAGRO.'],
    ['changed', '01097731;De Kade;Vlierdam;Vlierdam;2.460', '2 % meer patiënten.'],
    ['changed', '01097731;De Kade;Vlierdam;West;2.409', '0,1 % minder patiënten. Anders: HAGRO.'],
    ['changed', '01097731;De Kade;Vlierdam;Vlierdam;2.892', '20 % meer patiënten.'],
    ['decide', '01097731;De Kade;Vlierdam;Vlierdam;3.020', '25 % meer patiënten. Klopt dit?'],
    ['decide', '01097731;De Kade;Vlierdam;Vlierdam;1.000', '59 % minder patiënten. Klopt dit?'],
    [
      'refused',
      '01097731;De Kade;Vlierdam;Vlierdam;-1',
      'Het aantal patiënten moet tussen 1 en 100.000 liggen. Er staat "-1".',
    ],
    ['refused', '01097731;;Vlierdam;Vlierdam;2.410', 'Naam ontbreekt.'],
    ['same', '01097731;De Kade;;;', 'Geen verschil.'],
  ])('says %s of %s', async (verdict, line, explanation) => {
    const [row] = await compare([stored()], `${HEAD}\n${line}\n`);
    expect([row?.verdict, row?.explanation.nl]).toEqual([verdict, explanation]);
  });

  it('shows old and new value of each change, and what an empty cell leaves as it is', async () => {
    const [row] = await compare([stored()], `${HEAD}\n01097731;De Kade;Rietwaard;;2.410\n`);
    expect(row?.changes).toEqual([{ field: 'town', from: 'Vlierdam', to: 'Rietwaard' }]);
    expect(row?.kept).toEqual(['district']);
  });

  it('never wipes a value because its column is not in the file', async () => {
    const rows = await compare([stored()], 'AGB;Motivatie\n01097731;4\n');
    expect(rows.map((r) => [r.verdict, r.changes])).toEqual([
      ['changed', [{ field: 'motivation', from: null, to: 4 }]],
    ]);
  });

  it('requires name and list size of a new practice only', async () => {
    const rows = await compare([stored()], 'AGB;Naam\n01097731;De Kade\n01099120;Weidezicht\n');
    expect(rows.map((r) => r.verdict)).toEqual(['same', 'refused']);
  });

  it('asks whether a new code is a known practice with nearly the same name or the same address', async () => {
    const known = stored({ name: 'Praktijk Vlierhof', street: 'Kerkstraat 12', postcode: '3811 AB' });
    const named = await compare([known], `${HEAD}\n01096604;Gezondheidscentrum Vlierhof;Vlierdam;x;2.500\n`);
    expect(named).toHaveLength(1);
    expect(named[0]).toMatchObject({
      verdict: 'decide',
      question: { kind: 'same-practice', practiceId: 'p1' },
    });
    expect(named[0]?.explanation.nl).toBe('Lijkt op Praktijk Vlierhof (AGB 01097731). Dezelfde praktijk?');
    const housed = await compare(
      [known],
      'AGB;Naam;Adres;Postcode;Patiënten\n01096604;Zonnehof;Kerkstr. 12;3811ab;2500\n',
    );
    expect(housed[0]).toMatchObject({ verdict: 'decide', question: { practiceId: 'p1' } });
  });

  it('does not ask about namesakes in another town, numbered practices or a neighbour in the same building', async () => {
    const known = stored({ name: 'De Linde', street: 'Kerkstraat 12', postcode: '3811 AB' });
    const line = (agb: string, name: string, town: string): string => `${agb};${name};${town};x;2500`;
    const rows = await compare(
      [known],
      [HEAD, line('01096604', 'De Linde', 'Rietwaard'), line('01096605', 'De Linde II', 'Vlierdam')].join(
        '\n',
      ),
    );
    expect(rows.map((r) => r.verdict)).toEqual(['new', 'new', 'decide']);
    const both =
      'AGB;Naam;Adres;Postcode;Patiënten\n01097731;De Linde;Kerkstraat 12;3811 AB;2410\n01096604;Zonnehof;Kerkstraat 12;3811 AB;900\n';
    expect((await compare([known], both)).map((r) => r.verdict)).toEqual(['same', 'new']);
  });

  it('asks when a code stands before a quite different practice, as after sorting one column', async () => {
    const [row] = await compare([stored()], `${HEAD}\n01097731;Zuiderpoort;Elzenbroek;Elzenbroek;9000\n`);
    expect(row).toMatchObject({ verdict: 'decide', question: { kind: 'same-practice', practiceId: 'p1' } });
    expect(row?.explanation.nl).toContain('273 % meer patiënten.');
  });

  it('never deletes a practice that is gone from the file, and refuses one that is archived', async () => {
    const rows = await compare(
      [stored(), stored({ id: 'p2', agb: '01090001', name: 'Oud', archived: true })],
      `${HEAD}\n01090001;Oud;x;x;5\n`,
    );
    expect(rows.map((r) => [r.key, r.row, r.verdict])).toEqual([
      ['2', 2, 'refused'],
      ['gone:p1', null, 'decide'],
    ]);
    expect(rows[1]?.explanation.nl).toBe('Staat niet meer in het bestand. Laten staan?');
    const plan = planPracticeImport(comparePractices([stored()], await preview(`${HEAD}\n`)), {});
    expect(plan).toEqual({ changes: [], leftOut: [], undecided: [] });
  });
});

describe('planPracticeImport', () => {
  it('blocks on an open question and follows each answer', async () => {
    const known = stored({ street: 'Kerkstraat 12', postcode: '3811 AB' });
    const jump = comparePractices([known], await preview(`${HEAD}\n01097731;De Kade;Vlierdam;West;3.020\n`));
    expect(planPracticeImport(jump, {})).toEqual({ changes: [], leftOut: [], undecided: ['2'] });
    const update = { kind: 'update', row: 2, practiceId: 'p1' };
    expect(planPracticeImport(jump, { '2': 'yes' }).changes).toEqual([
      { ...update, set: { district: 'West', listSize: 3020 } },
    ]);
    expect(planPracticeImport(jump, { '2': 'no' }).changes).toEqual([
      { ...update, set: { district: 'West' } },
    ]);

    const twin = comparePractices(
      [known],
      await preview(`${HEAD}\n01096604;Praktijk De Kade;Vlierdam;Vlierdam;2.410\n`),
    );
    expect(planPracticeImport(twin, { '2': 'yes' }).changes).toEqual([
      { ...update, set: { agb: '01096604', name: 'Praktijk De Kade' } },
    ]);
    expect(planPracticeImport(twin, { '2': 'no' }).changes).toMatchObject([
      { kind: 'create', values: { agb: '01096604' } },
    ]);

    const other = comparePractices(
      [known],
      await preview(`${HEAD}\n01097731;Zuiderpoort;Elzenbroek;E;2410\n`),
    );
    expect(planPracticeImport(other, { '2': 'no' })).toEqual({ changes: [], leftOut: [2], undecided: [] });

    const gone = comparePractices([known], await preview(`${HEAD}\n`));
    expect(planPracticeImport(gone, { 'gone:p1': 'no' }).changes).toEqual([
      { kind: 'archive', practiceId: 'p1' },
    ]);
    expect(planPracticeImport(gone, { 'gone:p1': 'yes' }).changes).toEqual([]);
  });

  it('finds nothing to do when the same file is read twice (ORG-01)', async () => {
    const file = readFileSync(new URL('../../fixtures/regio-60-praktijken.csv', import.meta.url));
    const judged = await preview(file);
    const first = comparePractices([], judged);
    expect(first.counts).toEqual({ same: 0, changed: 0, new: 60, decide: 0, refused: 0 });
    const register = carryOut([], planPracticeImport(first, {}).changes);
    const second = comparePractices(register, judged);
    expect(second.counts).toEqual({ same: 60, changed: 0, new: 0, decide: 0, refused: 0 });
    expect(planPracticeImport(second, {})).toEqual({ changes: [], leftOut: [], undecided: [] });
  });

  it('after carrying out any plan, the same file changes nothing more (property)', async () => {
    const text = fc.constantFrom('Vlierhof', 'De Kade', 'De Kade II', 'Zuiderpoort', 'Wielewaal');
    const line = fc.record({
      agb: fc.constantFrom('01000001', '01000002', '01000003', '01000004'),
      name: text,
      town: fc.constantFrom('', 'Vlierdam', 'Rietwaard'),
      size: fc.constantFrom('', '900', '1.000', '2.000'),
    });
    const key = { selector: (r: { agb: string }) => r.agb, maxLength: 4 };
    const answer = fc.constantFrom('yes' as const, 'no' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(line, key),
        fc.uniqueArray(line, key),
        fc.array(answer, { minLength: 9, maxLength: 9 }),
        async (before, after, answers) => {
          const existing = before.map((r, i) =>
            stored({
              id: `p${i}`,
              agb: r.agb,
              name: r.name,
              town: r.town || null,
              listSize: Number(r.size.replace('.', '')) || null,
            }),
          );
          const judged = await preview(
            `AGB;Naam;Plaats;Patiënten\n${after.map((r) => `${r.agb};${r.name};${r.town};${r.size}\n`).join('')}`,
          );
          const compared = comparePractices(existing, judged);
          const given = Object.fromEntries(compared.rows.map((row, i) => [row.key, answers[i % 9]!]));
          const plan = planPracticeImport(compared, { ...given });
          expect(plan.undecided).toEqual([]);
          const register = carryOut(existing, plan.changes);
          const again = comparePractices(register, judged);
          const refusedBefore = new Set(plan.leftOut);
          for (const row of again.rows) {
            if (row.row === null || refusedBefore.has(row.row)) continue;
            const keptSize = row.changes.every((change) => change.field === 'listSize');
            expect(row.verdict === 'same' || (row.verdict === 'decide' && keptSize)).toBe(true);
          }
          expect(new Set(register.map((p) => p.agb)).size).toBe(register.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});
