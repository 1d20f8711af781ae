import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PeopleService, TaskLinksService } from '#libs/access';
import { LivePresence } from '#libs/live';
import { Facts, newId, Rooms, type Actor, type Clock } from '#libs/platform';
import {
  makeActor,
  makeDialogueSession,
  makePractice,
  makeRegion,
  makeStaff,
  openTestDatabase,
  processOf,
  TurnedClock,
  type FactorySession,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { DialogueReactions } from './dialogue.reactions.js';
import { LiveEntry } from './live/live-entry.service.js';
import { AttendanceService } from './registrations/attendance.service.js';
import { RegistrationMoves } from './registrations/registration-moves.service.js';
import { RegistrationsService } from './registrations/registrations.service.js';
import { DialogueAttention } from './sessions/dialogue-attention.service.js';
import { SessionsService } from './sessions/sessions.service.js';

interface Side {
  id: string;
  name: string;
  holder: Actor & { personId: string };
  goer: Actor & { personId: string };
}

describe('dialogue sessions when a practice closes, or somebody leaves one (DIA-06, DIA-07)', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  let region: { id: string };
  let coordinator: Actor & { personId: string };
  let session: FactorySession;
  let one: Side;
  let two: Side;
  let three: Side;
  const clock = new TurnedClock(new Date('2027-01-05T09:00:00Z'));

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock, {
      given: (_config, log) => [
        new LivePresence(test.database, clock as Clock, new Rooms(test.database), log),
      ],
    }));
    services(DialogueReactions);
    services(RegistrationMoves).onModuleInit();
  });
  afterAll(async () => {
    await close();
    await test.close();
  });
  beforeEach(async () => {
    clock.set('2027-01-05T09:00:00Z');
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    session = await makeDialogueSession(test.database, region.id, { places: 1 });
    [one, two, three] = [await side(), await side(), await side()];
  });

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));
  const side = async (): Promise<Side> => {
    const { id, name } = await makePractice(test.database, region.id);
    const holder = await makeStaff(test.database, region.id, id, 'practice-holder', { name: `Houder ${id}` });
    const goer = await makeStaff(test.database, region.id, id, 'practice-employee', { name: `Aad ${id}` });
    return { id, name, holder, goer };
  };
  const go = async (at: Side): Promise<void> => {
    await services(RegistrationsService).register(at.holder, session.id, at.id, {
      personId: at.goer.personId,
      attendeeKind: 'gp',
    });
    clock.set(new Date(clock.now().getTime() + 60_000).toISOString());
  };
  const shut = async ({ id }: Side, told = true): Promise<void> => {
    await rows(`update practice set archived_at = $2 where id = $1`, [id, clock.now()]);
    if (told)
      await test.database.transaction(coordinator, () =>
        services(Facts).publish(coordinator, 'practice.archived', { practiceId: id }),
      );
  };
  const leave = async ({ id, goer }: Side): Promise<void> => {
    const [role] = await rows<{ id: string }>(
      `select id from role_assignment where person_id = $1 and scope_id = $2 and until is null`,
      [goer.personId, id],
    );
    await services(PeopleService).endRole(coordinator, role?.id as string);
  };
  const states = async () =>
    Object.fromEntries(
      (
        await rows<{ practiceId: string; state: string }>(
          `select practice_id as "practiceId", state from session_registration where session_id = $1`,
          [session.id],
        )
      ).map(({ practiceId, state }) => [practiceId, state]),
    );
  const mails = (after: number) =>
    rows<{
      template: string;
      personId: string;
      why: string | null;
      method: string | null;
      to: string | null;
    }>(
      `select template, person_id as "personId", params ->> 'why' as why, params -> 'calendar' ->> 'method' as method,
         params ->> 'audience' as "to" from mail where region_id = $1 order by id offset $2`,
      [region.id, after],
    );
  const planned = async () => (await mails(0)).length;
  const move = () => services(SessionsService).change(coordinator, session.id, { date: '2027-02-16' });

  it('gives the place of a practice that closes to the first in line, and takes its inbox away', async () => {
    await go(one);
    await go(two);
    await rows(
      `insert into question_inbox (region_id, session_id, practice_id, token_hash) values ($1, $2, $3, $4)`,
      [region.id, session.id, one.id, Buffer.from(session.id)],
    );
    const before = await planned();
    await shut(one);
    expect(await states()).toEqual({ [one.id]: 'excused', [two.id]: 'registered' });
    expect(await mails(before)).toEqual([
      { template: 'session-left', personId: one.goer.personId, why: 'closed', method: 'CANCEL', to: null },
      {
        template: 'session-registered',
        personId: two.goer.personId,
        why: null,
        method: 'REQUEST',
        to: null,
      },
    ]);
    expect(await rows(`select 1 from question_inbox where session_id = $1`, [session.id])).toEqual([]);
    expect(
      await rows(`select 1 from audit_entry where event = 'dialogue.practice-closed' and subject_id = $1`, [
        one.id,
      ]),
    ).toHaveLength(1);
  });

  it('goes on with registrations when a practice in line closed, also one that closed unheard', async () => {
    await go(one);
    await go(two);
    await go(three);
    await shut(two, false);
    await services(RegistrationsService).excuse(one.holder, session.id, one.id, {
      reason: '',
      confirmed: true,
    });
    expect(await states()).toMatchObject({ [one.id]: 'excused', [three.id]: 'registered' });
    const next = await side();
    await go(next);
    await shut(three);
    expect(await states()).toMatchObject({ [three.id]: 'excused', [next.id]: 'registered' });
  });

  it('still corrects the attendance of a practice that closed after the session', async () => {
    await go(one);
    clock.set('2027-03-01T09:00:00Z');
    await rows(`update dialogue_session set state = 'ended' where id = $1`, [session.id]);
    await shut(one);
    expect(await states()).toEqual({ [one.id]: 'registered' });
    const list = await services(AttendanceService).correct(
      coordinator,
      session.id,
      one.id,
      one.goer.personId,
      { absent: true },
    );
    expect(list.map(({ practice }) => practice.id)).toContain(one.id);
  });

  it('asks a practice to choose somebody when who was registered leaves it, and lets that person out at once', async () => {
    await go(one);
    const before = await planned();
    await leave(one);
    expect(await mails(before)).toEqual([
      { template: 'session-left', personId: one.goer.personId, why: 'no-staff', method: 'CANCEL', to: null },
      { template: 'session-choose', personId: one.holder.personId, why: null, method: null, to: null },
    ]);
    // the place stays the practice's
    expect(await states()).toEqual({ [one.id]: 'registered' });
    // the links in their mails are gone already
    const { personId } = one.goer;
    expect(
      await test.database.transaction(coordinator, () =>
        services(TaskLinksService).revoke(session.id, personId),
      ),
    ).toBe(0);
    const { tasks } = await services(DialogueAttention).of(one.holder);
    expect(tasks).toMatchObject([
      { kind: 'register-session', action: { nl: 'Iemand kiezen', en: 'Choose somebody' } },
    ]);
  });

  it('sends who left nothing of a later change, and their practice the question who goes', async () => {
    await go(one);
    // as an import of the whole region ends roles
    await rows(`update role_assignment set until = $2 where person_id = $1`, [
      one.goer.personId,
      clock.now(),
    ]);
    // the link in an old mail opens no room any more
    const byLink: Actor = {
      ...one.goer,
      kind: 'task',
      roles: [],
      task: { id: newId(), kind: 'session-practice', subjectId: session.id, practiceId: one.id },
    };
    await expect(
      test.database.transaction(byLink, () => services(LiveEntry).enter(byLink, session.id, 'participant')),
    ).rejects.toMatchObject({ code: 'auth.forbidden' });
    const before = await planned();
    await services(SessionsService).change(coordinator, session.id, {
      meetingLink: 'https://teams.example/nieuw',
    });
    expect(await mails(before)).toMatchObject([
      { template: 'session-choose', personId: one.holder.personId },
    ]);
  });

  it('tells who waits and who was invited of a new moment, without calendar, and not of another link', async () => {
    await go(one);
    await go(two);
    await rows(
      `insert into session_step (id, region_id, session_id, kind, due_at, state) values ($1, $2, $3, 'invite', $4, 'done')
       on conflict (session_id, kind) do update set state = 'done'`,
      [newId(), region.id, session.id, clock.now()],
    );
    let before = await planned();
    await services(SessionsService).change(coordinator, session.id, {
      meetingLink: 'https://teams.example/nieuw',
    });
    expect(await mails(before)).toEqual([
      { template: 'session-changed', personId: one.goer.personId, why: null, method: 'REQUEST', to: null },
    ]);
    before = await planned();
    await move();
    expect(await mails(before)).toEqual([
      { template: 'session-changed', personId: one.goer.personId, why: null, method: 'REQUEST', to: null },
      { template: 'session-changed', personId: two.goer.personId, why: null, method: null, to: 'waiting' },
      {
        template: 'session-changed',
        personId: three.holder.personId,
        why: null,
        method: null,
        to: 'invited',
      },
    ]);
  });
});
