import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, systemActor, type Actor } from '#libs/platform';
import { readTable } from '#libs/tabular';
import {
  makeActor,
  makePractice,
  makeRegion,
  makeStaff,
  openTestDatabase,
  queriesOf,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { openPractices } from '../../fixtures/open-practices.js';

describe('the register of practices', () => {
  let test: TestDatabase;
  let lib: ReturnType<typeof openPractices>;
  let regionId: string;
  let coordinator: Actor;

  beforeAll(async () => {
    test = await openTestDatabase();
    lib = openPractices(test.database, new TurnedClock());
  });
  beforeEach(async () => {
    regionId = (await makeRegion(test.database)).id;
    coordinator = await makeActor(test.database, regionId, 'region-coordinator');
  });
  afterAll(() => test.close());

  const events = async (): Promise<string[]> =>
    (await lib.audit.list(coordinator, { limit: 100 })).items.map((entry) => entry.event);

  it('registers a practice with its codes as text (ORG-01, ORG-15, ORG-18, PRG-01)', async () => {
    const made = await lib.practices.create(coordinator, {
      agb: '01 23 45 67',
      name: '  Praktijk   De Linde ',
      postcode: '3811ab',
      startQuarter: '2024 kwartaal 1',
      startWave: 'Groep 1',
      district: 'HAGRO Vlierdam',
      listSize: 3353,
    });
    expect(made).toMatchObject({
      agb: '01234567',
      name: 'Praktijk De Linde',
      postcode: '3811 AB',
      startQuarter: '2024-Q1',
      startWave: 'Groep 1',
      listSize: 3353,
      solo: false,
      version: 1,
      staff: [],
      groups: [],
    });
    expect(await events()).toEqual(['practice.created']);
  });

  it('names every field that is wrong at once', async () => {
    const wrong = lib.practices.create(coordinator, {
      agb: '123',
      name: '=1+1',
      listSize: 0,
      postcode: 'AB 12',
    });
    await expect(wrong).rejects.toMatchObject({
      code: 'validation.failed',
      details: {
        fields: [
          { field: 'name', rule: 'formula' },
          { field: 'agb', rule: 'agb.digits' },
          { field: 'postcode', rule: 'postcode.invalid' },
          { field: 'listSize', rule: 'range' },
        ],
      },
    });
  });

  it('keeps an AGB code for one practice of the region, while another region may hold it too (ORG-02)', async () => {
    const elsewhere = await makeRegion(test.database);
    await makePractice(test.database, elsewhere.id, { agb: '01777777' });
    await lib.practices.create(coordinator, { agb: '01777777', name: 'Praktijk De Linde' });
    const again = lib.practices.create(coordinator, { agb: '01777777', name: 'Praktijk Zonnehof' });
    await expect(again).rejects.toMatchObject({ code: 'practice.agb-taken' });
    expect((await lib.practices.list(coordinator, {}, { limit: 10 })).total).toBe(1);
  });

  it('refuses a change on top of a stale version and changes nothing', async () => {
    const { id } = await makePractice(test.database, regionId);
    const changed = await lib.practices.update(coordinator, id, 1, { town: 'Torenstede', district: null });
    expect(changed).toMatchObject({ town: 'Torenstede', district: null, version: 2 });
    const stale = lib.practices.update(coordinator, id, 1, { town: 'Duinrand' });
    await expect(stale).rejects.toMatchObject({ code: 'conflict.stale', details: { version: 2 } });
    expect((await lib.practices.get(coordinator, id)).town).toBe('Torenstede');
  });

  it('notes which fields changed, never what they said (XCT-10), and nothing when nothing changed', async () => {
    const { id } = await makePractice(test.database, regionId);
    await lib.practices.update(coordinator, id, 1, { town: 'Torenstede' });
    await lib.practices.update(coordinator, id, 2, { town: 'Torenstede' });
    const { items } = await lib.audit.list(coordinator, { limit: 10 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ event: 'practice.updated', detail: { fields: ['town'] } });
  });

  it('archives out of the lists and restores, and says so to the others once', async () => {
    const { id } = await makePractice(test.database, regionId);
    const heard: string[] = [];
    lib.facts.on('practice.archived', async (_actor, { practiceId }) => void heard.push(practiceId));
    await lib.practices.archive(coordinator, id, 1);
    await lib.practices.archive(coordinator, id, undefined);
    expect(heard).toEqual([id]);
    expect((await lib.practices.list(coordinator, {}, { limit: 10 })).items).toEqual([]);
    expect((await lib.practices.list(coordinator, { archived: true }, { limit: 10 })).items).toMatchObject([
      { id },
    ]);
    await expect(lib.practices.update(coordinator, id, undefined, { town: 'X' })).rejects.toMatchObject({
      code: 'practice.archived',
    });
    expect(await lib.practices.restore(coordinator, id, undefined)).toMatchObject({ archivedAt: null });
    expect((await lib.practices.list(coordinator, {}, { limit: 10 })).total).toBe(1);
  });

  describe('merging (GRP-16)', () => {
    it('moves the roles, closes the practice and keeps the history', async () => {
      const from = await makePractice(test.database, regionId, { name: 'Praktijk Klein' });
      const into = await makePractice(test.database, regionId, { name: 'Praktijk Groot' });
      const holder = await makeStaff(test.database, regionId, from.id, 'practice-holder', { name: 'Aafke' });
      const both = await makeStaff(test.database, regionId, from.id, 'practice-employee', { name: 'Bram' });
      await lib.staff.add(coordinator, into.id, {
        name: 'Bram',
        email: both.email,
        role: 'practice-employee',
      });
      const heard: unknown[] = [];
      lib.facts.on('practice.merged', async (_actor, payload) => void heard.push(payload));
      const merged = await lib.practices.merge(coordinator, from.id, into.id, 1);
      expect(merged.id).toBe(into.id);
      expect(merged.staff.map((one) => [one.name, one.role.role])).toEqual([
        ['Aafke', 'practice-holder'],
        ['Bram', 'practice-employee'],
      ]);
      const closed = await lib.practices.get(coordinator, from.id);
      expect(closed).toMatchObject({ mergedInto: into.id, staff: [] });
      expect(closed.archivedAt).not.toBeNull();
      expect(closed.formerStaff.map((one) => one.personId).sort()).toEqual(
        [holder.personId, both.personId].sort(),
      );
      expect(heard).toEqual([{ practiceId: from.id, intoId: into.id }]);
    });

    it('refuses itself, a closed practice, a stale version and a practice of another region', async () => {
      const [one, two] = [
        await makePractice(test.database, regionId),
        await makePractice(test.database, regionId),
      ];
      const other = await makePractice(test.database, (await makeRegion(test.database)).id);
      const refusal = (into: string, version?: number) =>
        lib.practices
          .merge(coordinator, one.id, into, version)
          .catch((error: { code: string }) => error.code);
      expect(await refusal(one.id)).toBe('practice.merge-itself');
      expect(await refusal(other.id)).toBe('not-found');
      expect(await refusal(two.id, 7)).toBe('conflict.stale');
      await lib.practices.archive(coordinator, two.id, undefined);
      expect(await refusal(two.id)).toBe('practice.archived');
      expect((await lib.practices.get(coordinator, one.id)).archivedAt).toBeNull();
    });

    it('undoes everything when another context refuses', async () => {
      const [from, into] = [
        await makePractice(test.database, regionId),
        await makePractice(test.database, regionId),
      ];
      await makeStaff(test.database, regionId, from.id, 'practice-holder');
      let refuse = true;
      lib.facts.on('practice.merged', async (_actor, { practiceId }) => {
        if (refuse && practiceId === from.id) throw new Error('no');
      });
      await expect(lib.practices.merge(coordinator, from.id, into.id, undefined)).rejects.toThrow('no');
      refuse = false;
      const after = await lib.practices.get(coordinator, from.id);
      expect(after).toMatchObject({ archivedAt: null, version: 1, formerStaff: [] });
      expect(after.staff).toHaveLength(1);
    });
  });

  describe('who sees what', () => {
    it('shows a consultant its own practices only, and their districts (ORG-06)', async () => {
      const own = await makePractice(test.database, regionId, { district: 'HAGRO Rietwaard' });
      const other = await makePractice(test.database, regionId, { district: 'HAGRO Elzenbroek' });
      const consultant = await makeStaff(test.database, regionId, own.id, 'practice-consultant');
      expect((await lib.practices.list(consultant, {}, { limit: 10 })).items.map((one) => one.id)).toEqual([
        own.id,
      ]);
      expect(await lib.practices.districts(consultant)).toEqual(['HAGRO Rietwaard']);
      expect((await lib.practices.get(consultant, own.id)).id).toBe(own.id);
      await expect(lib.practices.get(consultant, other.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(lib.practices.update(consultant, own.id, 1, { town: 'X' })).rejects.toMatchObject({
        code: 'auth.forbidden',
      });
      const csv = (await lib.exports.csv(consultant, {})).body.toString();
      expect([csv.includes(own.agb), csv.includes(other.agb)]).toEqual([true, false]);
    });

    it.each(['practice-holder', 'practice-contact', 'practice-employee'] as const)(
      'shows a %s its own practice and no list (ORG-03, ORG-04, ORG-05)',
      async (role) => {
        const own = await makePractice(test.database, regionId);
        const other = await makePractice(test.database, regionId);
        const person = await makeStaff(test.database, regionId, own.id, role);
        expect((await lib.practices.get(person, own.id)).staff).toHaveLength(1);
        await expect(lib.practices.get(person, other.id)).rejects.toMatchObject({ code: 'not-found' });
        await expect(lib.practices.list(person, {}, { limit: 10 })).rejects.toMatchObject({
          code: 'auth.forbidden',
        });
        await expect(lib.exports.xlsx(person, {})).rejects.toMatchObject({ code: 'auth.forbidden' });
      },
    );

    it('lets no region see, change or merge the practices of another (ORG-02)', async () => {
      const elsewhere = await makeRegion(test.database);
      const theirs = await makePractice(test.database, elsewhere.id, { name: 'Geheime praktijk' });
      await makePractice(test.database, regionId);
      const list = await lib.practices.list(coordinator, { archived: 'all' }, { limit: 100 });
      expect(list.total).toBe(1);
      expect((await lib.exports.csv(coordinator, {})).body.toString()).not.toContain('Geheime');
      for (const attempt of [
        () => lib.practices.get(coordinator, theirs.id),
        () => lib.practices.update(coordinator, theirs.id, undefined, { town: 'X' }),
        () => lib.practices.archive(coordinator, theirs.id, undefined),
        () =>
          lib.staff.add(coordinator, theirs.id, { name: 'A', email: 'a@b.example', role: 'practice-holder' }),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
    });

    it('shows the groups that another context tells of, newest first', async () => {
      const { id } = await makePractice(test.database, regionId);
      const group = (since: string) => ({
        id: newId(),
        name: since,
        round: 'r',
        theme: 't',
        since,
        until: null,
      });
      lib.history.register(async (_actor, practiceId) =>
        practiceId === id ? [group('2024-01-01'), group('2025-01-01')] : [],
      );
      const { groups } = await lib.practices.get(coordinator, id);
      expect(groups.map((one) => one.since)).toEqual(['2025-01-01', '2024-01-01']);
    });
  });

  describe('lists', () => {
    it('pages through every sorting without losing or repeating a practice, empty cells last', async () => {
      for (const [n, name] of ['Élan', 'de Boog', 'Zon', 'Abdij', 'eik'].entries()) {
        const { id } = await makePractice(test.database, regionId, { name, listSize: 2000 + (n % 2) * 500 });
        if (n % 2) await lib.practices.update(coordinator, id, undefined, { town: null, listSize: null });
      }
      for (const sort of ['name', '-name', 'town', '-town', 'listSize', '-listSize', 'agb', '-motivation']) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await lib.practices.list(coordinator, { sort }, { limit: 2, cursor });
          seen.push(...page.items.map((one) => one.name));
          cursor = page.next ?? undefined;
        } while (cursor);
        expect([...seen].sort()).toEqual(['Abdij', 'Zon', 'de Boog', 'eik', 'Élan'].sort());
        if (sort === 'name') expect(seen).toEqual(['Abdij', 'de Boog', 'eik', 'Élan', 'Zon']);
        if (sort === '-name') expect(seen).toEqual(['Zon', 'Élan', 'eik', 'de Boog', 'Abdij']);
        if (sort.endsWith('listSize')) expect(new Set(seen.slice(3))).toEqual(new Set(['de Boog', 'Abdij']));
      }
      await expect(lib.practices.list(coordinator, {}, { limit: 2, cursor: 'xyz' })).rejects.toMatchObject({
        code: 'validation.failed',
      });
    });

    it('searches literally in name, code, town and district', async () => {
      await makePractice(test.database, regionId, { name: '100% zorg', agb: '01555555' });
      await makePractice(test.database, regionId, { name: '100 huisartsen', agb: '01666666' });
      const names = async (q: string) =>
        (await lib.practices.list(coordinator, { q }, { limit: 10 })).items.map((one) => one.name);
      expect(await names('100%')).toEqual(['100% zorg']);
      expect(await names('ZORG')).toEqual(['100% zorg']);
      expect(await names('01666')).toEqual(['100 huisartsen']);
      expect(await names('vlierdam')).toHaveLength(2);
    });

    it('asks as many queries for thirty practices as for one', async () => {
      const fill = async (n: number) => {
        for (let i = 0; i < n; i += 1) {
          const { id } = await makePractice(test.database, regionId);
          await makeStaff(test.database, regionId, id, 'practice-holder');
        }
      };
      const list = () => lib.practices.list(coordinator, {}, { limit: 100 });
      const facts = () =>
        test.database.transaction(coordinator, async () => {
          const active = await lib.queries.active();
          return lib.queries.byIds(active.map((one) => one.id));
        });
      await fill(1);
      const one = [await queriesOf(test.database, list), await queriesOf(test.database, facts)];
      await fill(29);
      expect((await list()).items).toHaveLength(30);
      expect((await list()).items[29]?.holder?.email).toMatch(/@voorbeeld\.example$/);
      const thirty = [await queriesOf(test.database, list), await queriesOf(test.database, facts)];
      expect(one.map((sent) => sent.length)).toEqual([3, 3]); // the last one is COMMIT
      expect(thirty.map((sent) => sent.length)).toEqual([3, 3]);
    });

    it('gives features what takes part, in one query by ids', async () => {
      const { id, agb } = await makePractice(test.database, regionId, { listSize: 3100 });
      const found = await test.database.transaction(systemActor(regionId), () =>
        lib.queries.byIds([id, id, newId()]),
      );
      expect([...found.keys()]).toEqual([id]);
      expect(found.get(id)).toMatchObject({ agb, listSize: 3100, archived: false, motivation: null });
    });
  });

  describe('staff (ORG-03, ORG-04, ORG-05)', () => {
    it('lets the holder add, hand over and take out people of its own practice, with function and BIG number', async () => {
      const { id } = await makePractice(test.database, regionId);
      const holder = await makeStaff(test.database, regionId, id, 'practice-holder');
      const added = await lib.staff.add(holder, id, {
        name: 'Dirkje',
        email: 'Dirkje@Praktijk.example',
        role: 'practice-employee',
        jobTitle: 'doktersassistent',
        bigNumber: '01 234 567 890',
      });
      const employee = added.staff.find((one) => one.role.role === 'practice-employee');
      expect(employee).toMatchObject({
        name: 'Dirkje',
        email: 'dirkje@praktijk.example',
        role: { jobTitle: 'doktersassistent', bigNumber: '01234567890' },
      });
      await lib.staff.handOver(holder, id, employee?.role.id ?? '', {
        name: 'Eefje',
        email: 'eefje@praktijk.example',
      });
      const after = await lib.practices.get(holder, id);
      expect(after.staff.map((one) => one.name)).toContain('Eefje');
      expect(after.formerStaff).toMatchObject([{ name: 'Dirkje', role: { handedOverTo: 'Eefje' } }]);
      const eefje = after.staff.find((one) => one.name === 'Eefje');
      await lib.staff.remove(holder, id, eefje?.role.id ?? '');
      expect((await lib.practices.get(holder, id)).staff).toHaveLength(1);
    });

    it('refuses everybody else, and roles that are not of this practice', async () => {
      const { id } = await makePractice(test.database, regionId);
      const other = await makePractice(test.database, regionId);
      const employee = await makeStaff(test.database, regionId, id, 'practice-employee');
      const holder = await makeStaff(test.database, regionId, other.id, 'practice-holder');
      const person = { name: 'A', email: 'a@b.example', role: 'practice-employee' as const };
      await expect(lib.staff.add(employee, id, person)).rejects.toMatchObject({ code: 'auth.forbidden' });
      await expect(lib.staff.add(holder, id, person)).rejects.toMatchObject({ code: 'not-found' });
      const roleElsewhere = employee.roles[0]?.id ?? '';
      await expect(lib.staff.remove(holder, other.id, roleElsewhere)).rejects.toMatchObject({
        code: 'not-found',
      });
      expect((await lib.practices.get(coordinator, id)).staff).toHaveLength(1);
    });

    it('refuses a wrong address, an impossible BIG number and a role that is held already', async () => {
      const { id } = await makePractice(test.database, regionId);
      const wrong = lib.staff.add(coordinator, id, {
        name: '@',
        email: 'houder(at)praktijk',
        role: 'practice-holder',
        bigNumber: '123',
      });
      await expect(wrong).rejects.toMatchObject({
        details: {
          fields: [{ field: 'name' }, { field: 'email' }, { field: 'bigNumber', rule: 'big.digits' }],
        },
      });
      const person = { name: 'A', email: 'a@b.example', role: 'practice-holder' as const };
      await lib.staff.add(coordinator, id, person);
      await expect(lib.staff.add(coordinator, id, person)).rejects.toMatchObject({
        code: 'role.already-held',
      });
    });
  });

  describe('exports (models/security.md #14)', () => {
    it('writes texts that a spreadsheet cannot run, keeps codes as text, and is logged', async () => {
      const { id } = await makePractice(test.database, regionId, {
        name: '=HYPERLINK("http://x")',
        agb: '01000001',
      });
      await makeStaff(test.database, regionId, id, 'practice-holder', { name: '@SUM(A1)' });
      const csv = (await lib.exports.csv(coordinator, {})).body.toString('utf8');
      expect(csv.startsWith('\ufeffAGB-code;Praktijknaam;')).toBe(true);
      expect(csv).toContain(`01000001;"'=HYPERLINK(""http://x"")"`);
      expect(csv).toContain(`;'@SUM(A1);`);
      const table = await readTable((await lib.exports.xlsx(coordinator, {})).body);
      expect(table.rows[0]?.cells.slice(0, 2)).toEqual(['01000001', `'=HYPERLINK("http://x")`]);
      expect(table.rows[0]?.types?.[0]).toBe('text');
      const { items } = await lib.audit.list(coordinator, { limit: 10 });
      expect(items.map((entry) => [entry.event, entry.action, entry.detail])).toEqual([
        ['practice.exported', 'E', { format: 'xlsx', practices: 1 }],
        ['practice.exported', 'E', { format: 'csv', practices: 1 }],
      ]);
    });
  });
});
