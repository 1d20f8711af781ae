import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#libs/contracts';
import { systemActor } from '#libs/platform';
import {
  makeActor,
  makePractice,
  makeRegion,
  openTestDatabase,
  queriesOf,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { PeopleQueries } from './people.queries.js';

describe('the people of practices (ORG-03…05)', () => {
  let test: TestDatabase;
  let people: PeopleQueries;
  let region: { id: string };
  const practices: string[] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
    people = new PeopleQueries(test.database, new TurnedClock());
    region = await makeRegion(test.database);
    for (let k = 0; k < 3; k++) practices.push((await makePractice(test.database, region.id)).id);
    const roles: [Role, number, string][] = [
      ['practice-holder', 0, 'Houder Nul'],
      ['practice-contact', 0, 'Contact Nul'],
      ['practice-employee', 0, 'Assistent Nul'],
      ['practice-consultant', 0, 'Consulent Nul'],
      ['practice-holder', 1, 'Houder Een'],
    ];
    for (const [role, k, name] of roles)
      await makeActor(test.database, region.id, role, { scopeId: practices[k], name });
    // the same practice id in another region, and somebody who left: both could leak
    const other = await makeRegion(test.database);
    await makeActor(test.database, other.id, 'practice-contact', { scopeId: practices[1], name: 'Elders' });
    const left = await makeActor(test.database, region.id, 'practice-contact', {
      scopeId: practices[1],
      name: 'Weg',
    });
    await inRegion(() =>
      test.database.query('update role_assignment set until = now() where person_id = $1', [left.personId]),
    );
    const archived = await makeActor(test.database, region.id, 'practice-contact', {
      scopeId: practices[1],
      name: 'Stil',
    });
    await test.database.definer('update person set archived_at = now() where id = $1', [archived.personId]);
  });
  afterAll(() => test.close());

  const inRegion = <T>(work: () => Promise<T>) => test.database.transaction(systemActor(region.id), work);
  const names = (list: { name: string }[] | undefined) => (list ?? []).map((one) => one.name);

  it('lists holders, contacts and employees of a practice, not its consultant', async () => {
    const found = await inRegion(() => people.peopleOfPractice(practices[0] as string));
    expect(names(found)).toEqual(['Assistent Nul', 'Contact Nul', 'Houder Nul']);
    expect(found[0]).toMatchObject({
      language: 'nl',
      roles: [{ role: 'practice-employee', since: expect.any(Date) }],
    });
  });

  it('writes to the contact, to the holder where there is no contact, and to nobody elsewhere', async () => {
    const to = await inRegion(() => people.addresseesOfPractices(practices));
    expect(practices.map((id) => names(to.get(id)))).toEqual([['Contact Nul'], ['Houder Een'], []]);
  });

  it('asks one query, however many practices', async () => {
    const one = await queriesOf(test.database, () =>
      inRegion(() => people.addresseesOfPractices(practices.slice(0, 1))),
    );
    const all = await queriesOf(test.database, () => inRegion(() => people.addresseesOfPractices(practices)));
    expect([one.length, all.length]).toEqual([2, 2]); // the query and COMMIT
  });

  it('finds the same person by address, in any case, and brings back one who was archived', async () => {
    const first = await inRegion(() => people.upsertPerson(' Nieuw Mens ', 'Nieuw@Mens.example'));
    const again = await inRegion(() => people.upsertPerson('Ander', 'nieuw@mens.EXAMPLE '));
    expect([first.created, again]).toEqual([true, { id: first.id, created: false }]);
    await test.database.definer('update person set archived_at = now() where id = $1', [first.id]);
    await inRegion(() => people.upsertPerson('Ander', 'nieuw@mens.example'));
    const rows = await test.database.definer('select name, email, archived_at from person where id = $1', [
      first.id,
    ]);
    expect(rows).toEqual([{ name: 'Nieuw Mens', email: 'nieuw@mens.example', archived_at: null }]);
  });

  it('makes one person of an address that two transactions add at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, k) =>
        inRegion(() => people.upsertPerson(`N ${k}`, 'samen@mens.example')),
      ),
    );
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
    expect(made.filter((one) => one.created)).toHaveLength(1);
  });
});
