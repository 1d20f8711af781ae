import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportRowView, ImportVerdict, ImportView } from '#libs/contracts';
import { newId, type Actor } from '#libs/platform';
import {
  makeActor,
  makeRegion,
  openTestDatabase,
  practiceList,
  TurnedClock,
  type ListedPractice,
  type TestDatabase,
} from '#libs/testing';
import { codeOf, openPractices } from '../../fixtures/open-practices.js';

const FOUR: ListedPractice[] = ['01000001', '01000002', '01000003', '01000004'].map((agb) => ({ agb }));

describe('applying a practice list (D2)', () => {
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
  const byAgb = async (agb: string) => {
    const one = (await register()).find((practice) => practice.agb === agb);
    return lib.practices.get(coordinator, one?.id ?? '');
  };
  describe('people in the list', () => {
    it('hands the role over to a new contact person and keeps the history (ORG-05)', async () => {
      await applied([{ agb: '01000001', contact: 'Aafke', contactEmail: 'aafke@een.example' }]);
      await applied([{ agb: '01000001', contact: 'Bram', contactEmail: 'Bram@een.example' }]);
      const practice = await byAgb('01000001');
      expect(practice.contact).toEqual({ name: 'Bram', email: 'bram@een.example' });
      expect(practice.formerStaff).toMatchObject([
        { name: 'Aafke', role: { role: 'practice-contact', handedOverTo: 'Bram' } },
      ]);
      const { items } = await lib.audit.list(coordinator, { limit: 4 });
      expect(items.map((entry) => entry.event)).toContain('role.handed-over');
    });

    it('makes one person of an address that occurs at several practices, whatever they are called there', async () => {
      const list = [
        { agb: '01000001', contact: 'Aafke', contactEmail: 'mtvp@samen.example' },
        { agb: '01000002', contact: 'Bram', contactEmail: 'MTVP@samen.example' },
      ];
      await applied(list);
      const [one, two] = [await byAgb('01000001'), await byAgb('01000002')];
      expect(one.contact).toEqual(two.contact);
      expect((await upload(list)).counts).toMatchObject({ same: 2, changed: 0 });
    });

    it('takes a new name behind the same address as a change, and then as known', async () => {
      const contactEmail = `${newId()}@boog.example`; // an address that no other region knows
      await applied([{ agb: '01000001', contact: 'Aafke', contactEmail }]);
      const list = [{ agb: '01000001', contact: 'Aafke de Vries', contactEmail }];
      const view = await upload(list);
      expect((await rowsOf(view.id, 'changed'))[0]?.changes).toEqual([
        { field: 'contact', from: 'Aafke', to: 'Aafke de Vries' },
      ]);
      await lib.imports.apply(coordinator, view.id, view.version);
      expect((await byAgb('01000001')).contact?.name).toBe('Aafke de Vries');
      expect((await upload(list)).counts).toMatchObject({ same: 1, changed: 0 });
    });

    it('never renames a person of another region or of the region itself (ORG-02)', async () => {
      const elsewhere = await makeRegion(test.database);
      const stranger = await makeActor(test.database, elsewhere.id, 'practice-holder', {
        name: 'Vreemde Naam',
      });
      const list = [
        {
          agb: '01000001',
          contact: 'Andere Naam',
          contactEmail: stranger.email,
          holder: 'J.',
          email: coordinator.email,
        },
      ];
      await applied(list);
      expect(await byAgb('01000001')).toMatchObject({
        contact: { name: 'Vreemde Naam' },
        holder: { name: 'Joris Haverkamp' },
      });
      expect((await upload(list)).counts).toMatchObject({ same: 1, changed: 0 });
    });

    it('keeps a name without an address as a name: nobody can sign in under it, and nobody is replaced by it', async () => {
      const file = (name: string) =>
        Buffer.from(`AGB-code;Praktijknaam;Patiënten;Praktijkhouder\r\n01000001;De Boog;2400;${name}\r\n`);
      const view = await lib.imports.upload(coordinator, file('Aafke'), 'a.csv');
      await lib.imports.apply(coordinator, view.id, view.version);
      expect(await byAgb('01000001')).toMatchObject({ holder: { name: 'Aafke', email: '' }, staff: [] });
      expect((await lib.imports.upload(coordinator, file('Aafke'), 'a.csv')).counts).toMatchObject({
        same: 1,
      });
      await applied([{ agb: '01000001', name: 'De Boog', holder: 'Aafke', email: 'aafke@boog.example' }]);
      expect((await byAgb('01000001')).holder?.email).toBe('aafke@boog.example');
      expect((await lib.imports.upload(coordinator, file('Bram'), 'a.csv')).counts).toMatchObject({
        same: 1,
        changed: 0,
      });
    });
  });

  describe('all or nothing', () => {
    it('writes nothing when it is killed half-way: no practice, person, role, mapping or audit entry', async () => {
      await applied(FOUR);
      const before = await register();
      const entries = (await lib.audit.list(coordinator, { limit: 100 })).total;
      const view = await upload([
        { agb: '01000001', district: 'HAGRO Duinrand', contact: 'Nieuw', contactEmail: 'nieuw@een.example' },
        { agb: '01000009', name: 'Huisartsen Weidezicht', street: 'Kade 1', postcode: '3812 XY' },
      ]);
      await lib.imports.decide(coordinator, view.id, undefined, { all: { kind: 'gone', decision: 'no' } });
      let broken = true;
      let seen = 0;
      lib.facts.on('practice.archived', async () => {
        seen = Number(
          (await test.database.query<{ n: number }>('select count(*)::integer as n from practice'))[0]?.n,
        );
        if (broken) throw new Error('killed');
      });
      expect(await codeOf(lib.imports.apply(coordinator, view.id, undefined))).toBe('killed');
      expect(seen).toBe(5); // the new practice had been written when it was killed
      expect(await register()).toEqual(before);
      expect((await lib.views.get(coordinator, view.id)).state).toBe('preview');
      expect((await lib.audit.list(coordinator, { limit: 100 })).total).toBe(entries + 1); // the upload itself
      const people = await test.database.definer('select 1 from person where email = $1', [
        'nieuw@een.example',
      ]);
      expect(people).toEqual([]);
      broken = false;
      await lib.imports.apply(coordinator, view.id, undefined);
      expect((await register()).map((one) => one.agb).sort()).toEqual(['01000001', '01000009']);
    });

    it('applies once, however often and however fast it is asked', async () => {
      const view = await upload(FOUR);
      const outcomes = await Promise.all(
        Array.from({ length: 4 }, () => codeOf(lib.imports.apply(coordinator, view.id, undefined))),
      );
      expect(outcomes.sort()).toEqual(['done', 'import.applied', 'import.applied', 'import.applied']);
      expect(await register()).toHaveLength(4);
      expect(await codeOf(lib.imports.apply(coordinator, view.id, view.version))).toBe('import.applied');
    });

    it('lets only one of two imports of the same new practices through; the other sees the difference first', async () => {
      const [one, two] = [await upload(FOUR), await upload(FOUR)];
      const outcomes = await Promise.all([
        codeOf(lib.imports.apply(coordinator, one.id, one.version)),
        codeOf(lib.imports.apply(coordinator, two.id, two.version)),
      ]);
      expect(outcomes.sort()).toEqual(['done', 'import.stale']);
      expect(await register()).toHaveLength(4);
    });

    it('refuses when the register changed since the preview, shows the new difference, and then applies', async () => {
      await applied(FOUR);
      const view = await upload(FOUR.map((one) => ({ ...one, listSize: 9000 })));
      const all = await lib.imports.decide(coordinator, view.id, undefined, {
        all: { kind: 'list-size-jump', decision: 'yes' },
      });
      const { id } = await byAgb('01000001');
      await lib.practices.update(coordinator, id, undefined, { listSize: 4000 });
      expect(await codeOf(lib.imports.apply(coordinator, view.id, all.version))).toBe('import.stale');
      const renewed = await lib.views.get(coordinator, view.id);
      expect(renewed.undecided).toBe(1); // the answer to another question does not count
      expect((await register()).filter((one) => one.listSize === 9000)).toEqual([]);
      const decided = await lib.imports.decide(coordinator, view.id, renewed.version, {
        key: '2',
        decision: 'yes',
      });
      await lib.imports.apply(coordinator, view.id, decided.version);
      expect((await register()).filter((one) => one.listSize === 9000)).toHaveLength(4);
    });

    it('refuses a stale version of the import itself', async () => {
      const view = await upload(FOUR);
      await lib.imports.correct(coordinator, view.id, view.version, {
        row: 2,
        field: 'name',
        value: 'De Boog',
      });
      expect(await codeOf(lib.imports.apply(coordinator, view.id, view.version))).toBe('conflict.stale');
      expect(await register()).toEqual([]);
    });
  });
});
