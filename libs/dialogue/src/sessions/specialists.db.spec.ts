import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TaskKinds } from '#libs/access';
import type { CalendarEntry } from '#libs/notifications';
import { Secrets, sha256, type Actor } from '#libs/platform';
import {
  makeActor,
  makeDepartment,
  makeRegion,
  openTestDatabase,
  processOf,
  refusalOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { SessionLinks } from './session-links.service.js';
import { SessionTasks } from './session-tasks.service.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { SpecialistsService } from './specialists.service.js';

describe('the specialists of a session (ORG-10, DIA-08)', () => {
  let test: TestDatabase;
  let process: TestProcess;
  let services: TestProcess['services'];
  let sessions: SessionsService;
  let region: { id: string };
  let coordinator: Actor;
  let departmentId: string;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    process = processOf(test, clock);
    ({ services } = process);
    sessions = services(SessionsService);
    services(SessionTasks);
  });
  afterAll(async () => {
    await process.close();
    await test.close();
  });
  beforeEach(async () => {
    clock.set('2027-01-10T11:00:00Z');
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    departmentId = (await makeDepartment(test.database, region.id, { name: 'Cardiologie' })).id;
  });

  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const make = async (): Promise<{ id: string }> => {
    const wish = { departmentId, date: '2027-06-15', startTime: '16:30', endTime: '17:30' };
    return { id: await sessions.create(coordinator, wish) };
  };
  const mails = (template: string) =>
    inRegion<{ params: Record<string, unknown> & { calendar?: CalendarEntry | null } }>(
      'select params from mail where template = $1 order by id',
      [template],
    );

  it('gives specialists personal links that end at once when they are taken off', async () => {
    const { id } = await make();
    const specialists = services(SpecialistsService);
    const added = await specialists.add(coordinator, id, {
      name: 'Dr. Vos',
      email: 'Vos@Ziekenhuis.example',
    });
    const personId = added.specialists[0]?.personId as string;
    expect(added.specialists).toEqual([{ personId, name: 'Dr. Vos', email: 'vos@ziekenhuis.example' }]);
    expect(
      await refusalOf(specialists.add(coordinator, id, { name: 'D. Vos', email: 'vos@ziekenhuis.example' })),
    ).toBe('conflict.duplicate');
    expect(await mails('specialist-questions')).toEqual([]);
    const session = await test.database.transaction(coordinator, () =>
      test.database.repository(Session).findOneByOrFail({ id }),
    );
    const linkId = await services(SessionLinks).forSpecialist(coordinator, session, personId);
    const open = async () => {
      const token = sha256(services(Secrets).token('task-link', linkId));
      return (await test.database.definer('select 1 from task_link_open($1, $2)', [token, clock.now()]))
        .length;
    };
    expect(await open()).toBe(1);
    const describe = () =>
      test.database.transaction(coordinator, () =>
        services(TaskKinds).describe(coordinator, 'session-specialist', {
          personId,
          subjectId: id,
          practiceId: null,
        }),
      );
    expect(await describe()).toMatchObject({ href: `/taak/specialist/${id}` });
    await specialists.remove(coordinator, id, personId);
    expect(await open()).toBe(0);
    expect(await describe()).toBeNull();
    expect(await refusalOf(specialists.remove(coordinator, id, personId))).toBe('not-found');
    // somebody with an account loses the role over this session with it
    const signedIn = await makeActor(test.database, region.id, 'specialist', { scopeId: id });
    await specialists.add(coordinator, id, { name: signedIn.name, email: signedIn.email });
    await specialists.remove(coordinator, id, signedIn.personId);
    expect(
      await inRegion('select 1 from role_assignment where person_id = $1 and until is null', [
        signedIn.personId,
      ]),
    ).toEqual([]);
    // who is added after the questions were shared has them at once
    await inRegion('update dialogue_session set shared_at = $2 where id = $1', [id, clock.now()]);
    await specialists.add(coordinator, id, { name: 'Dr. Bos', email: 'bos@ziekenhuis.example' });
    expect(await mails('specialist-questions')).toHaveLength(1);
    await sessions.change(coordinator, id, { date: '2027-06-22' });
    expect((await mails('session-changed'))[0]?.params).toMatchObject({ calendar: { sequence: 1 } });
    const late = { name: 'Dr. Vos', email: 'vos@ziekenhuis.example' };
    await specialists.add(coordinator, id, late);
    await sessions.cancel(coordinator, id);
    // out of the calendar of who had it there, by the same entry; who had not hears it without one
    const left = (await mails('session-left')).map(({ params }) => params);
    expect(left).toHaveLength(2);
    for (const params of left) expect(params).toMatchObject({ why: 'cancelled', audience: 'specialist' });
    expect(left.map(({ calendar }) => calendar).filter(Boolean)).toEqual([
      expect.objectContaining({ method: 'CANCEL', uid: `session-${id}@leerkring`, sequence: 2 }),
    ]);
  });

  it('takes the session out of the calendar of a specialist who is taken off, by the same entry (feature 12)', async () => {
    const { id } = await make();
    const specialists = services(SpecialistsService);
    const add = async (name: string): Promise<string> => {
      const email = `${name}@ziekenhuis.example`.toLowerCase();
      const { specialists: all } = await specialists.add(coordinator, id, { name, email });
      return all.find((one) => one.email === email)?.personId as string;
    };
    const unaware = await add('Vos');
    await specialists.remove(coordinator, id, unaware);
    expect(await mails('session-left')).toEqual([]);
    await inRegion('update dialogue_session set shared_at = $2 where id = $1', [id, clock.now()]);
    const moved = await add('Bos');
    const fresh = await add('Das');
    await inRegion(`update mail set state = 'sent' where subject_id = $1`, [id]);
    await specialists.remove(coordinator, id, fresh);
    const late = await add('Ree');
    await sessions.change(coordinator, id, { date: '2027-06-22' });
    const [entry] = (await mails('session-changed')).map(({ params }) => params.calendar);
    await specialists.remove(coordinator, id, moved);
    await specialists.remove(coordinator, id, late);
    const left = (await mails('session-left')).map(({ params }) => params);
    for (const params of left) expect(params).toMatchObject({ why: 'removed', audience: 'specialist' });
    // who got questions and no entry hears it without one; whoever had one gets it cancelled, each with a higher sequence
    expect(left.map(({ calendar }) => calendar)).toEqual([
      null,
      { ...entry, method: 'CANCEL', sequence: 2 },
      { ...entry, method: 'CANCEL', sequence: 3 },
    ]);
    expect(entry).toMatchObject({ method: 'REQUEST', uid: `session-${id}@leerkring`, sequence: 1 });
    // once out of it is out of it
    await specialists.add(coordinator, id, { name: 'Bos', email: 'bos@ziekenhuis.example' });
    await sessions.cancel(coordinator, id);
    expect((await mails('session-left')).at(-1)?.params).toMatchObject({ why: 'cancelled', calendar: null });
  });
});
