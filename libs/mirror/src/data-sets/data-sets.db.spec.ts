import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { DataSetView } from '#libs/contracts';
import { systemActor, type Actor } from '#libs/platform';
import {
  makeActor,
  makePractice,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { cut, ENGLISH, extract, openExtracts, REFERRING } from '../../fixtures/open-extracts.js';

const HEAD = 'Praktijk AGB;Periode;Specialisme code;Aantal verwijzingen;Waarvan spoed;Ingeschreven patiënten';
const csv = (...rows: string[]): Buffer => Buffer.from(`${[HEAD, ...rows].join('\r\n')}\r\n`);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

describe('data sets (D7, MIR-02)', () => {
  let test: TestDatabase;
  let lib: ReturnType<typeof openExtracts>;
  let regionId: string;
  let loader: Actor;
  let approver: Actor;

  beforeAll(async () => {
    test = await openTestDatabase();
    lib = openExtracts(test);
  });
  beforeEach(async () => {
    regionId = (await makeRegion(test.database)).id;
    loader = await makeActor(test.database, regionId, 'data-steward', { name: 'Loes Lader' });
    approver = await makeActor(test.database, regionId, 'region-coordinator', { name: 'Keur Meester' });
  });
  afterAll(async () => {
    await lib.close();
    await test.close();
  });

  const query = <Row>(sql: string, values: unknown[] = [], region = regionId): Promise<Row[]> =>
    test.database.transaction(systemActor(region), () => test.database.query<Row>(sql, values));
  const atomsOf = async (id: string): Promise<number> =>
    (
      await query<{ n: number }>(`select count(*)::integer as n from figure_atom where data_set_id = $1`, [
        id,
      ])
    )[0]!.n;
  const tableOf = async (id: string): Promise<string | null> =>
    (
      await query<{ t: string | null }>(`select to_regclass($1)::text as t`, [
        `figure_atom_${id.replaceAll('-', '')}`,
      ])
    )[0]!.t;
  const codes = async (id: string): Promise<string[]> =>
    (await lib.dataSets.refusals(loader, id, { limit: 100 })).items.map(
      (one) => `${one.row} ${one.field} ${one.code}`,
    );
  const checkOf = (view: DataSetView, code: string) => view.profile?.checks.find((one) => one.code === code);

  it('reads a referral extract whole: counts, list sizes, dates, and nothing of the file (MIR-01)', async () => {
    const ids = await lib.practices(regionId);
    const source = await lib.source(loader);
    const view = await lib.load(loader, source.id, extract('verwijzingen-8x17x8.csv'));
    expect(view).toMatchObject({
      state: 'checked',
      rows: 1088,
      refusedRows: 0,
      period: { from: '2024-01-01', toExclusive: '2026-01-01' },
      extractAt: '2026-01-15T00:00:00.000Z',
      loadedBy: 'Loes Lader',
      fraction: 1,
      mayApprove: false,
      format: { kind: 'csv', encoding: 'utf-8', separator: ';' },
      mapping: { 'Praktijk AGB': 'practice', 'Ingeschreven patiënten (gemiddeld)': 'listed' },
    });
    expect(view.commitment).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
    expect(view.profile).toMatchObject({
      rows: 1088,
      read: 1088,
      practices: { inFile: 8, known: 8, unknown: 0, missing: 0 },
      extractDates: [
        { at: '2026-01-15', practices: 6 },
        { at: '2025-11-28', practices: 2 },
      ],
    });
    expect(view.profile?.periods.map((one) => one.practices)).toEqual(Array(8).fill(8));
    expect(checkOf(view, 'extract-dates-differ')?.count).toBe(2);
    const [row] = await query(
      `select item, starts::text, months, sex, age, count, urgent, consults, row from figure_atom
       where practice_id = $1 and starts = '2024-04-01' and item = '0310'`,
      [ids.get('01075954')],
    );
    expect(row).toEqual({
      item: '0310',
      starts: '2024-04-01',
      months: 3,
      sex: '',
      age: '',
      count: 28,
      urgent: 4,
      consults: 2,
      row: 27,
    });
    const listed = await query(
      `select listed::float8, extract_at from listed where practice_id = $1 order by starts limit 2`,
      [ids.get('01075954')],
    );
    expect(listed).toEqual([
      { listed: 3353, extract_at: null },
      { listed: 3359.7, extract_at: null },
    ]);
    expect(await query(`select count(*)::integer as n from listed where extract_at is not null`)).toEqual([
      { n: 16 },
    ]);
  });

  it('reads the same from any encoding, separator and size of piece', async () => {
    await lib.practices(regionId);
    const source = await lib.source(loader);
    const text = extract('verwijzingen-8x17x8.csv').toString('utf8').replace('\ufeff', '');
    const forms = [
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text.replaceAll(';', '\t')),
    ];
    const sums: unknown[] = [];
    for (const [at, file] of forms.entries()) {
      const view = await lib.load(loader, source.id, file, { piece: 701 + at });
      sums.push([view.profile?.totals, view.rows, view.refusedRows]);
    }
    expect(new Set(sums.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('refuses the faulty rows of a file by number, column and reason, and reads the others', async () => {
    const file = extract('verwijzingen-met-fouten.csv');
    const rows = file.toString('utf8').split('\r\n').slice(1, -1);
    const agbs = new Set(rows.map((row) => row.split(';')[0]!).filter((one) => /^\d{8}$/.test(one)));
    for (const agb of agbs) await makePractice(test.database, regionId, { agb });
    const source = await lib.source(loader);
    const view = await lib.load(loader, source.id, file);
    const faulty = rows.filter((row) =>
      row.split(';').some((cell) => ['12a', '-3', 'n.b.', '2025Q5', ''].includes(cell)),
    );
    expect(faulty).toHaveLength(24);
    expect([view.refusedRows, await atomsOf(view.id)]).toEqual([24, rows.length - 24]);
    const found = await codes(view.id);
    expect(new Set(found.map((one) => one.replace(/^\d+ /, '')))).toEqual(
      new Set([
        'count number-negative',
        'count number-unreadable',
        'count number-missing',
        'listed number-unreadable',
        'listed number-negative',
        'period period-missing',
        'period period-unreadable',
        'practice unknown-practice',
      ]),
    );
    expect(found.map((one) => Number(one.split(' ')[0]))).toEqual(
      rows.flatMap((row, at) => (faulty.includes(row) ? [at + 2] : [])),
    );
    const download = await lib.dataSets.refusalsFile(loader, view.id);
    expect(download.body.toString('utf8').split('\r\n')).toHaveLength(26);
  });

  it('refuses every row that occurs twice and leaves none of them', async () => {
    await makePractice(test.database, regionId, { agb: '01000001' });
    const source = await lib.source(loader);
    const view = await lib.load(
      loader,
      source.id,
      csv(
        '01000001;2024-K1;0301;5;0;2000',
        '01000001;2024-K1;0302;6;0;2000',
        '01000001;2024-K1;0301;7;0;2000',
        '01000001;2024-K1;0301;5;0;2000',
      ),
    );
    expect(await codes(view.id)).toEqual(['2 null duplicate', '4 null duplicate', '5 null duplicate']);
    expect(await query(`select item, count from figure_atom where data_set_id = $1`, [view.id])).toEqual([
      { item: '0302', count: 6 },
    ]);
    expect(checkOf(view, 'duplicates')?.count).toBe(3);
    expect(view.profile?.read).toBe(1);
  });

  it('believes the list size that most rows of a practice and period name', async () => {
    const { id } = await makePractice(test.database, regionId, { agb: '01000001' });
    const source = await lib.source(loader);
    const rows = ['0301;5;0;9000', '0302;6;0;2000', '0303;7;0;2000', '0304;8;0;2000'].map(
      (rest) => `01000001;2024-K1;${rest}`,
    );
    const torn = ['0301;5;0;9000', '0302;6;0;2000'].map((rest) => `01000001;2024-K2;${rest}`);
    const view = await lib.load(loader, source.id, csv(...rows, ...torn));
    expect(await codes(view.id)).toEqual([
      '2 listed listed-conflict',
      '6 listed listed-conflict',
      '7 listed listed-conflict',
    ]);
    expect(
      await query(`select practice_id, starts::text, listed::float8 from listed where data_set_id = $1`, [
        view.id,
      ]),
    ).toEqual([{ practice_id: id, starts: '2024-01-01', listed: 2000 }]);
  });

  it('counts a year beside its quarters once', async () => {
    await makePractice(test.database, regionId, { agb: '01000001' });
    const source = await lib.source(loader);
    const view = await lib.load(
      loader,
      source.id,
      csv('01000001;2024;0301;11;0;2000', '01000001;2024-K1;0301;5;0;2000', '01000001;2024-K2;0301;6;0;2000'),
    );
    expect(await codes(view.id)).toEqual(['2 period period-mixed']);
    expect(view.profile?.totals.count).toBe(11);
    expect(await query(`select distinct months from listed where data_set_id = $1`, [view.id])).toEqual([
      { months: 3 },
    ]);
  });

  it('reads English list sizes by sex and age, folds the bands whose borders allow it, and counts no total twice', async () => {
    const ids = new Map<string, string>();
    for (const [code, name] of Object.entries(ENGLISH))
      ids.set(code, (await makePractice(test.database, regionId, { name })).id);
    const { id } = await lib.source(loader, 'list-sizes');
    await lib.sources.change(loader, id, undefined, { aliases: Object.fromEntries(ids) });
    const view = await lib.load(loader, id, extract('list-sizes-201709.csv'));
    expect(view).toMatchObject({
      state: 'checked',
      rows: 172,
      refusedRows: 0,
      period: { from: '2017-09-01', toExclusive: '2017-10-01' },
    });
    expect(
      await query(
        `select sum(listed)::integer as all, count(*)::integer as n from listed where data_set_id = $1 and practice_id = $2`,
        [view.id, ids.get('B85010')],
      ),
    ).toEqual([{ all: 6939, n: 22 }]);
    const bands = await query<{ age: string; n: number }>(
      `select age, sum(listed)::integer as n from listed where data_set_id = $1 and practice_id = $2 and sex = 'V' and age in ('45-64', '65+', '15-19', '0-4') group by age order by age`,
      [view.id, ids.get('B85010')],
    );
    expect(bands).toEqual([
      { age: '0-4', n: 212 },
      { age: '15-19', n: 186 },
      { age: '45-64', n: 286 + 253 + 231 + 187 },
      { age: '65+', n: 160 + 162 + 118 + 100 + 65 + 29 + 7 },
    ]);
    expect(checkOf(view, 'total-differs')).toBeUndefined();
  });

  it('reads English prescribing by name of the practice, adding rows up per substance when told to', async () => {
    for (const name of Object.values(ENGLISH)) await makePractice(test.database, regionId, { name });
    const source = await lib.source(loader, 'prescriptions');
    const chapters = await lib.load(loader, source.id, extract('prescribing-chapters-201709.csv'), {
      mapping: { YEAR_MONTH: 'period', PRACTICE_NAME: 'practice-name', BNF_CHAPTER: 'item', ITEMS: 'count' },
    });
    expect(chapters).toMatchObject({
      rows: 80,
      refusedRows: 0,
      profile: { practices: { known: 4, unknown: 0 } },
    });
    const mapping = {
      YEAR_MONTH: 'period',
      PRACTICE_NAME: 'practice-name',
      BNF_CODE: 'item',
      ITEMS: 'count',
    };
    const rows = extract('prescribing-rows-0212-201709.csv');
    const asTotals = await lib.load(loader, source.id, rows, { mapping });
    expect(asTotals.refusedRows).toBeGreaterThan(100);
    const added = await lib.load(loader, source.id, rows, {
      mapping,
      reading: { rows: 'parts', itemCharacters: 9 },
    });
    expect(added).toMatchObject({
      rows: 208,
      refusedRows: 0,
      profile: { read: 39, totals: { count: 2780 } },
    });
    expect(
      await query(
        `select sum(count)::integer as n, max(length(item)) as c from figure_atom where data_set_id = $1`,
        [added.id],
      ),
    ).toEqual([{ n: 2780, c: 9 }]);
  });

  it('says stop for referrals without list sizes, until another data set has them', async () => {
    const { id } = await makePractice(test.database, regionId, { agb: '01000001' });
    const source = await lib.source(loader);
    const mapping = {
      'Praktijk AGB': 'practice',
      Periode: 'period',
      'Specialisme code': 'item',
      'Aantal verwijzingen': 'count',
    };
    const view = await lib.load(loader, source.id, csv('01000001;2024-K1;0301;5;0;2000'), { mapping });
    expect(checkOf(view, 'no-list-size')?.severity).toBe('stop');
    expect(await codeOf(lib.dataSets.approve(approver, view.id))).toBe('data-set.not-checked');
    const lists = await lib.source(loader, 'list-sizes');
    const sizes = await lib.load(
      loader,
      lists.id,
      Buffer.from('AGB-code;Peildatum;Aantal patiënten\n01000001;01-02-2024;2100\n'),
    );
    expect(await lib.dataSets.get(approver, view.id)).toMatchObject({ mayApprove: false });
    await lib.dataSets.approve(approver, sizes.id);
    const now = await lib.dataSets.get(approver, view.id);
    expect(now.mayApprove).toBe(true);
    expect(checkOf(now, 'no-list-size')).toMatchObject({
      severity: 'note',
      sentence: {
        nl: 'Het aantal ingeschreven patiënten komt uit een andere aanlevering over deze periode.',
      },
    });
    expect((await lib.dataSets.get(loader, view.id)).mayApprove).toBe(false); // four eyes still
    expect(await lib.dataSets.approve(approver, view.id)).toMatchObject({ state: 'approved' });
    expect(
      await query(`select practice_id, listed::integer from listed where data_set_id = $1`, [sizes.id]),
    ).toEqual([{ practice_id: id, listed: 2100 }]);
  });

  it('needs two people: who loaded it does not approve it, a race approves once', async () => {
    await lib.practices(regionId);
    const source = await lib.source(loader);
    const view = await lib.load(loader, source.id, extract('verwijzingen-8x17x8.csv'));
    expect(await codeOf(lib.dataSets.approve(loader, view.id))).toBe('data-set.own-approval');
    const race = await Promise.all(
      [1, 2].map(() => codeOf(lib.dataSets.approve(approver, view.id, view.version))),
    );
    expect(race.sort()).toEqual(['conflict.stale', 'done']);
    expect(await lib.dataSets.get(loader, view.id)).toMatchObject({
      state: 'approved',
      approvedBy: 'Keur Meester',
      history: [
        { state: 'loading', by: 'Loes Lader' },
        { state: 'checked', by: null },
        { state: 'approved', by: 'Keur Meester' },
      ],
    });
    expect(await query(`select name from figure_item where kind = 'referrals' and code = '0310'`)).toEqual([
      { name: 'Dermatologie' },
    ]);
    const events = await query<{ event: string; detail: object }>(
      `select event, detail from audit_entry where subject_kind = 'data-set' order by seq`,
    );
    expect(events.map((one) => one.event)).toEqual([
      'data-set.announced',
      'data-set.loaded',
      'data-set.approved',
    ]);
    expect(JSON.stringify(events)).not.toContain('Dermatologie');
  });

  it('never changes what was approved, whoever asks', async () => {
    await lib.practices(regionId);
    const source = await lib.source(loader);
    const view = await lib.load(loader, source.id, extract('verwijzingen-8x17x8.csv'));
    await lib.dataSets.approve(approver, view.id);
    const table = (await tableOf(view.id))!;
    for (const sql of [
      `update figure_atom set count = 0`,
      `delete from figure_atom`,
      `insert into figure_atom select * from figure_atom limit 1`,
      `insert into ${table} select * from figure_atom limit 1`,
      `update ${table} set count = 0`,
      `drop table ${table}`,
      `delete from listed`,
      `insert into listed select region_id, data_set_id, practice_id, starts + 90, months, sex, age, listed from listed limit 1`,
      `update data_set set rows = 1 where id = '${view.id}'`,
      `update data_set set profile = '{}' where id = '${view.id}'`,
      `select atoms_drop('${view.id}')`,
      `select atoms_forget('${view.id}', array[2])`,
      `select atoms_prepare('${view.id}')`,
    ])
      expect([sql, await codeOf(query(sql))]).toEqual([sql, expect.not.stringMatching(/^done$/)]);
    expect(await atomsOf(view.id)).toBe(1088);
    expect(await query(`select rows from data_set where id = $1`, [view.id])).toEqual([{ rows: 1088 }]);
  });

  it('replaces a data set only with a reason, shows what changes, and supersedes it on approval', async () => {
    await lib.practices(regionId);
    const source = await lib.source(loader);
    const file = extract('verwijzingen-8x17x8.csv');
    const old = await lib.load(loader, source.id, file);
    expect(await codeOf(lib.load(loader, source.id, file, { supersedes: old.id, why: 'Fout' }))).toBe(
      'data-set.not-approved',
    );
    await lib.dataSets.approve(approver, old.id);
    const mended = Buffer.from(
      file.toString('utf8').replace('2024-K1;0301;Oogheelkunde;16;', '2024-K1;0301;Oogheelkunde;19;'),
    );
    expect(await codeOf(lib.load(loader, source.id, mended, { supersedes: old.id }))).toBe(
      'validation.failed',
    );
    const next = await lib.load(loader, source.id, mended, {
      supersedes: old.id,
      why: 'De leverancier telde drie verwijzingen niet mee.',
    });
    expect(next.difference).toEqual({
      cells: 1,
      practices: 1,
      examples: [{ practice: 'Praktijk 01075954', item: '0301', period: '2024-K1', was: 16, is: 19 }],
    });
    expect(next.supersedes).toBe(old.id);
    expect(await codeOf(lib.load(loader, source.id, mended, { supersedes: old.id, why: 'Nog eens' }))).toBe(
      'extract.busy',
    );
    await lib.dataSets.approve(approver, next.id);
    expect((await lib.dataSets.get(loader, old.id)).state).toBe('superseded');
    expect(await codeOf(lib.load(loader, source.id, mended, { supersedes: old.id, why: 'Te laat' }))).toBe(
      'data-set.not-approved',
    );
    expect(await atomsOf(old.id)).toBe(1088);
  });

  it('compares with the data set before it: practices that are gone, numbers that jump', async () => {
    for (const agb of ['01000001', '01000002'])
      await makePractice(test.database, regionId, { agb, name: `Praktijk ${agb}` });
    const source = await lib.source(loader);
    const before = await lib.load(
      loader,
      source.id,
      csv('01000001;2024-K1;0301;100;0;2000', '01000002;2024-K1;0301;90;0;700'),
    );
    expect(checkOf(before, 'small-list')?.examples).toMatchObject([
      { practice: 'Praktijk 01000002', is: 700 },
    ]);
    await lib.dataSets.approve(approver, before.id);
    const now = await lib.load(loader, source.id, csv('01000001;2024-K1;0301;200;0;3000'));
    expect(checkOf(now, 'practices-missing')?.examples).toMatchObject([{ practice: 'Praktijk 01000002' }]);
    expect(checkOf(now, 'jump')?.examples).toMatchObject([
      { was: 100, is: 200 },
      { was: 2000, is: 3000 },
    ]);
  });

  it('takes the figures of what was refused away, and those nobody approved in thirty days', async () => {
    await lib.practices(regionId);
    const clock = new TurnedClock();
    const own = openExtracts(test, clock);
    const source = await own.source(loader);
    const first = await own.load(loader, source.id, extract('verwijzingen-8x17x8.csv'));
    const second = await own.load(loader, source.id, extract('verwijzingen-8x17x8.csv'));
    expect(await tableOf(first.id)).not.toBeNull();
    await own.dataSets.refuse(approver, first.id, 'Het verkeerde jaar.');
    expect([await tableOf(first.id), (await tableOf(second.id)) !== null]).toEqual([null, true]);
    expect((await own.dataSets.get(loader, first.id)).why).toBe('Het verkeerde jaar.');
    expect(await own.sweeps.sweep(regionId)).toBe(0);
    clock.pass({ days: 31 });
    expect(await own.sweeps.sweep(regionId)).toBe(2);
    expect((await own.dataSets.get(loader, second.id)).state).toBe('refused');
    expect(await tableOf(second.id)).toBeNull();
    expect(await query(`select count(*)::integer as n from listed`)).toEqual([{ n: 0 }]);
    expect(await own.sweeps.sweep(regionId)).toBe(0);
    await own.close();
  });

  it('withdraws only what was approved, and keeps its figures for the record', async () => {
    await lib.practices(regionId);
    const source = await lib.source(loader);
    const view = await lib.load(loader, source.id, extract('verwijzingen-8x17x8.csv'));
    expect(await codeOf(lib.dataSets.withdraw(approver, view.id, 'Te vroeg'))).toBe('data-set.not-approved');
    await lib.dataSets.approve(approver, view.id);
    expect(await lib.dataSets.withdraw(loader, view.id, 'De leverancier trok het in.')).toMatchObject({
      state: 'withdrawn',
      why: 'De leverancier trok het in.',
    });
    expect(await atomsOf(view.id)).toBe(1088);
  });

  it('leaves nothing of a file that broke off, was another size, or could not be read', async () => {
    await lib.practices(regionId);
    const source = await lib.source(loader);
    const file = extract('verwijzingen-8x17x8.csv');
    const look = {
      'Praktijk AGB': 'practice',
      Periode: 'period',
      'Specialisme code': 'item',
      'Aantal verwijzingen': 'count',
    };
    const announced = async (bytes = file.length, mapping: Record<string, string> = look) =>
      (await lib.dataSets.create(loader, source.id, { fileName: 'x.csv', bytes, mapping })).id;
    async function* broken(): AsyncGenerator<Buffer> {
      yield file.subarray(0, 70_000);
      throw new Error('line cut');
    }
    const other = csv('99999999;2024-K1;0301;5;0;2000');
    const cases: [string, string, Readable][] = [
      ['upload.unreadable', await announced(), Readable.from(broken())],
      ['upload.unreadable', await announced(file.length + 10), Readable.from(cut(file, 4000))],
      ['upload.unreadable', await announced(5000), Readable.from(cut(file, 4000))],
      ['upload.empty', await announced(), Readable.from([])],
      ['upload.unreadable', await announced(5), Readable.from([Buffer.from('%PDF-')])],
      [
        'validation.failed',
        await announced(file.length, { ...look, Nergens: 'listed' }),
        Readable.from(cut(file, 4000)),
      ],
      ['extract.nothing-read', await announced(other.length), Readable.from([other])],
    ];
    for (const [code, id, body] of cases) {
      expect(await codeOf(lib.dataSets.load(loader, id, body))).toBe(code);
      expect([(await lib.dataSets.get(loader, id)).state, await tableOf(id)]).toEqual(['failed', null]);
      expect(await codeOf(lib.dataSets.load(loader, id, Readable.from([file])))).toBe('data-set.not-checked');
    }
    const last = (await lib.dataSets.list(loader, {}, { limit: 1 })).items[0]!;
    expect(await codes(last.id)).toEqual(['2 practice unknown-practice']);
    expect(await query(`select 1 from listed`)).toEqual([]);
    expect(await lib.sweeps.sweep(regionId)).toBe(0);
  });

  it('loads one file of a source at a time, and gives up what a killed process left', async () => {
    await lib.practices(regionId);
    const clock = new TurnedClock();
    const own = openExtracts(test, clock);
    const source = await own.source(loader);
    const file = extract('verwijzingen-8x17x8.csv');
    const announce = () =>
      own.dataSets.create(loader, source.id, {
        fileName: 'x.csv',
        bytes: file.length,
        mapping: {
          'Praktijk AGB': 'practice',
          Periode: 'period',
          'Aantal verwijzingen': 'count',
          'Specialisme code': 'item',
        },
      });
    const [hung, waiting] = [await announce(), await announce()];
    const stalled = new Readable({ read: () => undefined });
    stalled.push(file.subarray(0, 90_000));
    const load = codeOf(own.dataSets.load(loader, hung.id, stalled));
    for (let tries = 0; tries < 100; tries += 1) {
      const [row] = await query<{ on: boolean }>(
        `select heard_at is not null as on from data_set where id = $1`,
        [hung.id],
      );
      if (row!.on) break;
    }
    expect(await codeOf(own.dataSets.load(loader, waiting.id, Readable.from([file])))).toBe('extract.busy');
    expect((await own.dataSets.get(loader, waiting.id)).state).toBe('loading');
    // the connection of a killed process ends, and with it everything it wrote
    const client = new Client({ connectionString: test.superUrl });
    await client.connect();
    for (let tries = 0; tries < 200; tries += 1) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'copy figure_atom%' and state = 'active'`,
      );
      if (rowCount) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await client.end();
    expect(await load).not.toBe('done');
    expect([(await own.dataSets.get(loader, hung.id)).state, await tableOf(hung.id)]).toEqual([
      'failed',
      null,
    ]);

    // and one whose process could not even say so
    await query(`update data_set set heard_at = $2 where id = $1`, [waiting.id, clock.now()]);
    expect(await own.sweeps.sweep(regionId)).toBe(0);
    clock.pass({ minutes: 3 });
    await own.sweeps.sweep(regionId);
    expect((await own.dataSets.get(loader, waiting.id)).state).toBe('failed');
    await own.close();
  });

  it('keeps regions apart: another region sees, loads and approves nothing (XCT-10)', async () => {
    await lib.practices(regionId);
    const source = await lib.source(loader);
    const view = await lib.load(loader, source.id, extract('verwijzingen-8x17x8.csv'));
    const elsewhere = (await makeRegion(test.database)).id;
    const stranger = await makeActor(test.database, elsewhere, 'region-coordinator');
    for (const work of [
      () => lib.dataSets.get(stranger, view.id),
      () => lib.dataSets.approve(stranger, view.id),
      () => lib.dataSets.refusals(stranger, view.id, { limit: 1 }),
      () => lib.dataSets.load(stranger, view.id, Readable.from([])),
      () =>
        lib.dataSets.create(stranger, source.id, {
          fileName: 'x',
          bytes: 1,
          mapping: { a: 'practice', b: 'period', c: 'count' },
        }),
      () => lib.sources.look(stranger, source.id, async () => csv()),
    ])
      expect(await codeOf(work())).toBe('not-found');
    expect(await query(`select 1 from figure_atom limit 1`, [], elsewhere)).toEqual([]);
    expect((await lib.dataSets.list(stranger, {}, { limit: 10 })).items).toEqual([]);
    // the same file there finds none of these practices
    const own = await lib.source(stranger);
    expect(await codeOf(lib.load(stranger, own.id, extract('verwijzingen-8x17x8.csv')))).toBe(
      'extract.nothing-read',
    );
  });

  it('lets nobody but coordinators and stewards near it', async () => {
    const [holder, auditor] = [
      await makeActor(test.database, regionId, 'practice-holder'),
      await makeActor(test.database, regionId, 'auditor'),
    ];
    for (const actor of [holder, auditor]) {
      expect(await codeOf(lib.dataSets.list(actor, {}, { limit: 1 }))).toBe('auth.forbidden');
      expect(await codeOf(lib.sources.list(actor))).toBe('auth.forbidden');
      expect(await codeOf(lib.dataSets.approve(actor, regionId))).toBe('auth.forbidden');
    }
    expect(REFERRING).toHaveLength(8);
  });
});
