import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportRowView, ImportVerdict, ImportView } from '#libs/contracts';
import { newId, systemActor, type Actor } from '#libs/platform';
import { readTable } from '#libs/tabular';
import {
  makeActor,
  makeRegion,
  openTestDatabase,
  practiceList,
  queriesOf,
  TurnedClock,
  type ListedPractice,
  type TestDatabase,
} from '#libs/testing';
import { codeOf, openPractices, sampleList } from '../../fixtures/open-practices.js';

const FOUR: ListedPractice[] = ['01000001', '01000002', '01000003', '01000004'].map((agb) => ({ agb }));

describe('reading a practice list in (D2)', () => {
  let test: TestDatabase;
  let lib: ReturnType<typeof openPractices>;
  let coordinator: Actor & { personId: string };

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  beforeEach(async () => {
    lib = openPractices(test.database, new TurnedClock());
    const region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator', {
      name: 'Joris Haverkamp',
    });
  });
  afterAll(() => test.close());

  const upload = (list: readonly ListedPractice[]) =>
    lib.imports.upload(coordinator, practiceList(list), 'praktijken.csv');
  const applied = async (list: readonly ListedPractice[]): Promise<ImportView> => {
    const view = await upload(list);
    return lib.imports.apply(coordinator, view.id, view.version);
  };
  const rowsOf = async (id: string, verdict?: ImportVerdict): Promise<ImportRowView[]> =>
    (await lib.views.rows(coordinator, id, { verdict, limit: 100 })).items;
  const register = async () => (await lib.practices.list(coordinator, {}, { limit: 100 })).items;
  it('reads a region of sixty practices with its people in one go (ORG-01, ORG-03, ORG-05)', async () => {
    const file = sampleList('regio-60-praktijken.csv');
    const view = await lib.imports.upload(coordinator, file, 'C:\\lijsten\\regio.csv');
    expect(view).toMatchObject({
      state: 'preview',
      fileName: 'regio.csv',
      format: { kind: 'csv', separator: ';', sheet: null },
      mappingRemembered: false,
      counts: { same: 0, changed: 0, new: 60, decide: 0, refused: 0 },
      undecided: 0,
    });
    expect(view.samples['AGB-code']?.[0]).toBe('01075954');
    expect(await register()).toEqual([]);
    expect(await lib.imports.apply(coordinator, view.id, view.version)).toMatchObject({ state: 'applied' });
    const all = await register();
    expect(all).toHaveLength(60);
    expect(all.find((one) => one.agb === '01075954')).toMatchObject({
      name: 'Huisartsenpraktijk De Linde',
      listSize: 3353,
      startQuarter: '2024-Q1',
      consultant: 'Consulent Noord',
      motivation: 4,
      holder: { name: 'Eefje van den Maquette', email: 'houder@praktijk-01.example' },
      contact: { name: 'Ulco Testra', email: 'mtvp@praktijk-01.example' },
    });
    const again = await lib.imports.upload(coordinator, file, 'regio.csv');
    expect(again.mappingRemembered).toBe(true);
    expect(again.counts).toEqual({ same: 60, changed: 0, new: 0, decide: 0, refused: 0 });
    await lib.imports.apply(coordinator, again.id, again.version);
    expect(await register()).toEqual(all);
  });

  it('says per row of the faulty Windows file which cell is wrong, and takes the rest', async () => {
    const view = await lib.imports.upload(
      coordinator,
      sampleList('regio-met-fouten-windows1252.csv'),
      'fouten.csv',
    );
    expect(view.format.encoding).toBe('windows-1252');
    expect(view.counts).toEqual({ same: 0, changed: 0, new: 16, decide: 0, refused: 8 });
    const refused = await rowsOf(view.id, 'refused');
    expect(refused.map((row) => row.row)).toEqual(
      refused.map((row) => row.row).sort((a, b) => (a ?? 0) - (b ?? 0)),
    );
    for (const row of refused) {
      expect(row.problems[0]?.message.nl).toMatch(/\.$/);
      expect(row.problems[0]?.message.en).toMatch(/\.$/);
    }
    const seven = refused.find((row) => row.row === 7);
    expect([seven?.values.agb, seven?.problems[0]?.field]).toEqual(['1230467', 'agb']);
    await lib.imports.apply(coordinator, view.id, view.version);
    expect(await register()).toHaveLength(16);
    const table = await readTable((await lib.files.refused(coordinator, view.id)).body);
    expect(table.headings.slice(0, 3)).toEqual(['Rij', 'Reden', 'Praktijknaam']);
    expect(table.rows).toHaveLength(8);
    expect(table.rows.map((row) => row.cells[2])).toContain(`'=HYPERLINK("http://x")`);
  });

  it('shows the difference of a new list first, worst rows on top, and writes only what was accepted', async () => {
    await applied(FOUR);
    const view = await upload([
      { agb: '01000001', district: 'HAGRO Torenstede' },
      { agb: '01000002', listSize: 3020 },
      { agb: '01000003', listSize: '-20' },
      { agb: '01000009', name: 'Huisartsen Weidezicht', street: 'Kade 1', postcode: '3812 XY' },
    ]);
    expect(view.counts).toEqual({ same: 0, changed: 1, new: 1, decide: 2, refused: 1 });
    const rows = await rowsOf(view.id);
    expect(rows.map((row) => [row.verdict, row.row])).toEqual([
      ['refused', 4],
      ['decide', 3],
      ['decide', null],
      ['new', 5],
      ['changed', 2],
    ]);
    expect(rows[1]?.question).toMatchObject({
      kind: 'list-size-jump',
      words: { nl: '26 % meer patiënten. Klopt dit?' },
    });
    expect(rows[2]?.question).toMatchObject({ kind: 'gone' });
    expect(rows[4]?.changes).toEqual([{ field: 'district', from: 'HAGRO Vlierdam', to: 'HAGRO Torenstede' }]);
    expect(view.undecided).toBe(1);
    expect(await codeOf(lib.imports.apply(coordinator, view.id, view.version))).toBe('import.undecided');
    const decided = await lib.imports.decide(coordinator, view.id, view.version, {
      key: '3',
      decision: 'yes',
    });
    expect(decided.undecided).toBe(0);
    expect((await rowsOf(view.id, 'decide'))[0]?.decision).toBe('yes');
    await lib.imports.apply(coordinator, view.id, decided.version);
    const now = await register();
    expect(now.map((one) => [one.agb, one.district, one.listSize]).sort()).toEqual([
      ['01000001', 'HAGRO Torenstede', 2400],
      ['01000002', 'HAGRO Vlierdam', 3020],
      ['01000003', 'HAGRO Vlierdam', 2400],
      ['01000004', 'HAGRO Vlierdam', 2400],
      ['01000009', 'HAGRO Vlierdam', 2400],
    ]);
  });

  it('never removes a practice that is gone from the list: it stays, or is closed when a person says so', async () => {
    await applied(FOUR);
    const heard: string[] = [];
    lib.facts.on('practice.archived', async (_actor, { practiceId }) => void heard.push(practiceId));
    const kept = await upload(FOUR.slice(0, 2));
    await lib.imports.apply(coordinator, kept.id, kept.version);
    expect(await register()).toHaveLength(4);
    const view = await upload(FOUR.slice(0, 2));
    const [, gone] = await rowsOf(view.id, 'decide');
    const decided = await lib.imports.decide(coordinator, view.id, undefined, {
      key: gone?.key,
      decision: 'no',
    });
    await lib.imports.apply(coordinator, view.id, decided.version);
    expect(heard).toEqual([gone?.question?.practiceId]);
    expect((await register()).map((one) => one.agb).sort()).toEqual(['01000001', '01000002', '01000003']);
    expect((await lib.practices.list(coordinator, { archived: 'all' }, { limit: 10 })).total).toBe(4);
  });

  it('asks whether a new code is a practice it knows: yes keeps the practice and its history, no makes another', async () => {
    const known = { agb: '01000001', name: 'Praktijk Vlierhof', street: 'Kade 4', contact: 'Aafke' };
    await applied([known]);
    const before = (await register())[0];
    const renumbered = { ...known, agb: '01000077', name: 'Gezondheidscentrum Vlierhof' };
    const view = await upload([renumbered]);
    const [row] = await rowsOf(view.id, 'decide');
    expect(row?.question).toMatchObject({ kind: 'same-practice', practiceId: before?.id });
    await lib.imports.decide(coordinator, view.id, undefined, { key: row?.key, decision: 'yes' });
    await lib.imports.apply(coordinator, view.id, undefined);
    expect(await register()).toMatchObject([{ id: before?.id, agb: '01000077', contact: { name: 'Aafke' } }]);
    expect((await upload([renumbered])).counts).toMatchObject({ same: 1, decide: 0 });
    const again = await upload([known]);
    const [twin] = await rowsOf(again.id, 'decide');
    await lib.imports.decide(coordinator, again.id, undefined, { key: twin?.key, decision: 'no' });
    await lib.imports.apply(coordinator, again.id, undefined);
    expect((await register()).map((one) => one.agb).sort()).toEqual(['01000001', '01000077']);
  });

  it('answers all questions of one kind at once, and opens one again', async () => {
    await applied(FOUR);
    const view = await upload(FOUR.map((one) => ({ ...one, listSize: 9000 })));
    expect(view.undecided).toBe(4);
    const all = await lib.imports.decide(coordinator, view.id, view.version, {
      all: { kind: 'list-size-jump', decision: 'no' },
    });
    expect(all.undecided).toBe(0);
    expect(
      (await lib.imports.decide(coordinator, view.id, all.version, { key: '2', decision: null })).undecided,
    ).toBe(1);
    const other = lib.imports.decide(coordinator, view.id, undefined, { key: '99', decision: 'yes' });
    expect(await codeOf(other)).toBe('not-found');
  });

  it('corrects a cell without touching the file, and takes the correction back', async () => {
    const view = await upload([{ agb: '01 00' }, { agb: '01000002', listSize: '-20' }]);
    expect(view.counts.refused).toBe(2);
    const one = await lib.imports.correct(coordinator, view.id, view.version, {
      row: 2,
      field: 'agb',
      value: '01000001',
    });
    expect(one.counts).toMatchObject({ new: 1, refused: 1 });
    const two = await lib.imports.correct(coordinator, view.id, one.version, {
      row: 3,
      field: 'listSize',
      value: '2.140',
    });
    expect(two.counts).toMatchObject({ new: 2, refused: 0 });
    const back = await lib.imports.correct(coordinator, view.id, two.version, {
      row: 3,
      field: 'listSize',
      value: null,
    });
    expect((await rowsOf(view.id, 'refused'))[0]?.values.listSize).toBe('-20');
    const wrong = lib.imports.correct(coordinator, view.id, undefined, {
      row: 2,
      field: 'motivation',
      value: '3',
    });
    expect(await codeOf(wrong)).toBe('validation.failed');
    const missing = lib.imports.correct(coordinator, view.id, undefined, {
      row: 77,
      field: 'agb',
      value: '3',
    });
    expect(await codeOf(missing)).toBe('not-found');
    await lib.imports.apply(coordinator, view.id, back.version);
    expect((await register()).map((one) => one.agb)).toEqual(['01000001']);
  });

  it('asks which column is which when it cannot know, and remembers the answer for these headings', async () => {
    const file = Buffer.from(
      'Omschrijving;Nummer;Omvang\r\nPraktijk Wielewaal;1000001;2140\r\nDe Boog;01000002;2500\r\n',
    );
    const view = await lib.imports.upload(coordinator, file, 'lijst.csv');
    expect(view).toMatchObject({ state: 'mapping', counts: { new: 0, refused: 0 } });
    expect(await codeOf(lib.imports.apply(coordinator, view.id, view.version))).toBe('import.not-mapped');
    const mapping = { Omschrijving: 'name', Nummer: 'agb', Omvang: 'listSize' };
    expect(await codeOf(lib.imports.map(coordinator, view.id, undefined, { Omschrijving: 'name' }))).toBe(
      'import.not-mapped',
    );
    for (const wrong of [
      { ...mapping, Omvang: 'agb' },
      { ...mapping, Kleur: 'town' },
      { ...mapping, Omvang: 'kleur' },
    ])
      expect(await codeOf(lib.imports.map(coordinator, view.id, undefined, wrong))).toBe('validation.failed');
    const mapped = await lib.imports.map(coordinator, view.id, view.version, mapping);
    expect(mapped).toMatchObject({ state: 'preview', counts: { new: 1, refused: 1 } });
    const turned = Buffer.from('Omvang\tNummer\tOmschrijving\r\n2140\t01000001\tPraktijk Wielewaal\r\n');
    const next = await lib.imports.upload(coordinator, turned, 'lijst.tsv');
    expect(next).toMatchObject({ state: 'preview', mappingRemembered: true, mapping, counts: { new: 1 } });
    const elsewhere = await makeActor(
      test.database,
      (await makeRegion(test.database)).id,
      'region-coordinator',
    );
    expect((await lib.imports.upload(elsewhere, file, 'lijst.csv')).state).toBe('mapping');
  });

  it('reads back its own exports, Excel and CSV, as no difference at all', async () => {
    const view = await lib.imports.upload(coordinator, sampleList('regio-60-praktijken.csv'), 'regio.csv');
    await lib.imports.apply(coordinator, view.id, view.version);
    const { id } = (await register())[0] ?? { id: '' };
    await lib.practices.update(coordinator, id, undefined, {
      startWave: 'Groep 2',
      ftoGroup: 'FTO Oost',
      dtoGroup: 'DTO 1',
    });
    for (const file of [await lib.exports.xlsx(coordinator, {}), await lib.exports.csv(coordinator, {})]) {
      const again = await lib.imports.upload(coordinator, file.body, file.name);
      expect(again).toMatchObject({ state: 'preview', counts: { same: 60, changed: 0, refused: 0 } });
    }
  });

  it('goes on with an unfinished import, and forgets a cancelled one with everything it said', async () => {
    expect(await lib.views.latest(coordinator)).toBeNull();
    const view = await upload(FOUR);
    expect((await lib.views.latest(coordinator))?.id).toBe(view.id);
    const colleague = await makeActor(test.database, coordinator.regionId, 'region-coordinator');
    expect(await lib.views.latest(colleague)).toBeNull();
    await lib.imports.cancel(coordinator, view.id);
    expect(await lib.views.latest(coordinator)).toBeNull();
    expect(await codeOf(lib.imports.apply(coordinator, view.id, undefined))).toBe('not-found');
    const left = await test.database.transaction(coordinator, () =>
      test.database.query<{ text: string }>('select to_jsonb(i)::text as text from practice_import i'),
    );
    expect(left[0]?.text).not.toContain('01000001');
  });

  it('is for the coordinator of the region alone', async () => {
    const view = await upload(FOUR);
    const steward = await makeActor(test.database, coordinator.regionId, 'data-steward');
    const elsewhere = await makeActor(
      test.database,
      (await makeRegion(test.database)).id,
      'region-coordinator',
    );
    for (const work of [
      (actor: Actor) => lib.views.get(actor, view.id),
      (actor: Actor) => lib.views.rows(actor, view.id, { limit: 10 }),
      (actor: Actor) => lib.imports.apply(actor, view.id, undefined),
      (actor: Actor) => lib.imports.cancel(actor, view.id),
      (actor: Actor) => lib.files.refused(actor, view.id),
    ]) {
      expect(await codeOf(work(steward))).toBe('auth.forbidden');
      expect(await codeOf(work(elsewhere))).toBe('not-found');
    }
    expect(await codeOf(lib.imports.upload(steward, practiceList(FOUR), 'x.csv'))).toBe('auth.forbidden');
    expect([
      await lib.views.visible(coordinator, view.id),
      await lib.views.visible(elsewhere, view.id),
    ]).toEqual([true, false]);
    expect(await lib.views.visible(coordinator, newId())).toBe(false);
    const otherRegister = await lib.practices.list(elsewhere, {}, { limit: 10 });
    expect(otherRegister.total).toBe(0);
  });

  it('asks as many queries for thirty rows as for one, to show and to apply', async () => {
    const list = (n: number, from: number) =>
      Array.from({ length: n }, (_, i) => ({
        agb: String(1_000_000 + from + i).padStart(8, '0'),
        name: `Praktijk ${newId()}`,
        street: `Straat ${from + i}`,
        postcode: `${3000 + i} AB`,
      }));
    const counts: number[][] = [];
    for (const n of [1, 30]) {
      const region = await makeRegion(test.database);
      const actor = await makeActor(test.database, region.id, 'region-coordinator');
      let view: ImportView | undefined;
      const sent = [
        await queriesOf(test.database, async () => {
          view = await lib.imports.upload(actor, practiceList(list(n, n * 100)), 'x.csv');
        }),
        await queriesOf(test.database, () => lib.views.rows(actor, view?.id ?? '', { limit: 100 })),
        await queriesOf(test.database, () => lib.imports.apply(actor, view?.id ?? '', undefined)),
      ];
      expect((await lib.practices.list(actor, {}, { limit: 100 })).total).toBe(n);
      const perEntry = /insert into audit_entry|pg_notify/; // one line per practice and role, on purpose
      counts.push(sent.map((queries) => queries.filter((query) => !perEntry.test(query)).length));
    }
    expect(counts[1]).toEqual(counts[0]);
  });

  describe('without a screen', () => {
    it('reads a file in one go and counts (leerkring import practices)', async () => {
      const file = sampleList('regio-met-fouten-windows1252.csv');
      const done = await lib.files.importFile(coordinator, file, 'regio.csv', {
        decisions: 'refuse-undecided',
      });
      expect(done).toMatchObject({ created: 16, updated: 0, archived: 0, verdicts: { new: 16, refused: 8 } });
      expect(await register()).toHaveLength(16);
    });

    it('refuses open questions and leaves no trace, or takes the list at its word', async () => {
      const system = systemActor(coordinator.regionId);
      await lib.files.importFile(system, practiceList(FOUR), 'a.csv', { decisions: 'refuse-undecided' });
      const grown = practiceList(FOUR.slice(0, 2).map((one) => ({ ...one, listSize: 9000 })));
      const refused = lib.files.importFile(coordinator, grown, 'b.csv', { decisions: 'refuse-undecided' });
      expect(await codeOf(refused)).toBe('import.undecided');
      expect(await lib.views.latest(coordinator)).toBeNull();
      const done = await lib.files.importFile(coordinator, grown, 'b.csv', { decisions: 'accept' });
      expect(done).toMatchObject({ created: 0, updated: 2, archived: 0 });
      expect(await register()).toHaveLength(4);
    });
  });

  it('keeps a file of cells that no database can hold out of trouble', async () => {
    const view = await upload([
      { agb: '01000001', name: 'De \ud800 Boog' },
      { agb: '01000002', name: `x_x0000_\u{1F600}` },
    ]);
    expect(view.counts.new + view.counts.refused).toBe(2);
  });
});
