import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { PracticeSessionView } from '#libs/contracts';
import type { CalendarEntry } from '#libs/notifications';
import { createLog, Jobs, newId, Secrets, systemActor, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeAudience,
  makeDialogueSession,
  makePractice,
  makeRegion,
  makeStaff,
  openTestDatabase,
  TurnedClock,
  type FactorySession,
  type TestDatabase,
} from '#libs/testing';
import { RoomEcho } from '../sessions/room-echo.service.js';
import { SessionMoves } from '../sessions/session-moves.service.js';
import { lockSession } from '../sessions/sessions.queries.js';
import { StepActions } from '../sessions/step-actions.service.js';
import { InvitationsService } from './invitations.service.js';
import { PracticePage } from './practice-page.service.js';
import { RegistrationMoves } from './registration-moves.service.js';
import { RegistrationsService } from './registrations.service.js';

interface MailRow {
  template: string;
  personId: string;
  params: {
    calendar?: CalendarEntry | null;
    place?: number;
    practice?: string;
    why?: string;
    registered?: boolean;
  };
}

describe('registrations (DIA-06, DIA-07, feature 33)', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let service: RegistrationsService;
  let page: PracticePage;
  /** What an open room would hear: the session, and who left it. */
  const echoes: [string, string | null][] = [];
  let steps: StepActions;
  let moves: SessionMoves;
  let region: { id: string };
  let coordinator: Actor;
  const clock = new TurnedClock(new Date('2027-01-05T09:00:00Z'));

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    };
    jobs = new Jobs(config, test.database, createLog('silent'));
    const audit = new AuditService(
      test.database,
      clock,
      new CheckpointsService(test.database, clock, config as Config),
    );
    const make = injector(test.database, clock, jobs, new Secrets(config), audit);
    service = make(RegistrationsService);
    page = make(PracticePage);
    steps = make(StepActions);
    moves = make(SessionMoves);
    make(RoomEcho).onPeople(async (sessionId, left) => void echoes.push([sessionId, left]));
    make(InvitationsService).onModuleInit();
    make(RegistrationMoves).onModuleInit();
  });
  beforeEach(async () => {
    clock.set('2027-01-05T09:00:00Z');
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));
  const mails = (sessionId: string): Promise<MailRow[]> =>
    rows(`select template, person_id as "personId", params from mail where subject_id = $1 order by id`, [
      sessionId,
    ]);
  const stateOf = ({ registration }: PracticeSessionView) => registration?.state ?? null;
  /** A practice with a holder, an assistant and a locum. */
  const practice = async () => {
    const { id, name } = await makePractice(test.database, region.id);
    const holder = await makeStaff(test.database, region.id, id, 'practice-holder', {
      name: `Houder ${name}`,
    });
    const other = await makeStaff(test.database, region.id, id, 'practice-employee', { name: `Aad ${name}` });
    return { id, name, holder, other };
  };
  const linkOf = (actor: Actor, sessionId: string, practiceId: string): Actor => ({
    ...actor,
    kind: 'task',
    roles: [],
    task: { id: newId(), kind: 'session-practice', subjectId: sessionId, practiceId },
  });
  const go = (
    session: FactorySession,
    at: { id: string; holder: Actor & { personId: string } },
    personId = at.holder.personId,
    version?: number,
  ) => service.register(at.holder, session.id, at.id, { personId, attendeeKind: 'gp' }, version);
  const step = (kind: 'invite' | 'remind' | 'practical', session: FactorySession) =>
    test.database.transaction(systemActor(region.id), async () =>
      steps.carryOut(kind, systemActor(region.id), await lockSession(test.database, session.id)),
    );

  it('lets of forty practices at once exactly ten in, and the others wait in the order in which they asked', async () => {
    const session = await makeDialogueSession(test.database, region.id, { places: 10 });
    const { people, practices } = await makeAudience(test.database, region.id, { people: 40, practices: 40 });
    const results = await Promise.all(
      practices.map((practiceId, k) => {
        const personId = people[k] as string;
        const actor: Actor = {
          ...systemActor(region.id),
          kind: 'person',
          personId,
          roles: [{ id: newId(), role: 'practice-holder', scopeKind: 'practice', scopeId: practiceId }],
        };
        // two colleagues of each practice at the same moment
        return Promise.allSettled([
          service.register(actor, session.id, practiceId, { personId, attendeeKind: 'gp' }),
          service.register(actor, session.id, practiceId, { personId, attendeeKind: 'gp' }),
        ]);
      }),
    );
    expect(results.flat().every(({ status }) => status === 'fulfilled')).toBe(true);
    const participants = await service.participants(coordinator, session.id);
    const registrations = participants.flatMap(({ registration }) => registration ?? []);
    expect(registrations).toHaveLength(40);
    expect(registrations.filter(({ state }) => state === 'registered')).toHaveLength(10);
    const line = registrations
      .filter(({ state }) => state === 'waiting')
      .sort((a, b) => (a.waitingPlace ?? 0) - (b.waitingPlace ?? 0));
    expect(line.map(({ waitingPlace }) => waitingPlace)).toEqual(Array.from({ length: 30 }, (_, k) => k + 1));
    expect(line.map(({ askedAt }) => askedAt)).toEqual(line.map(({ askedAt }) => askedAt).sort());
    expect(new Set(registrations.map(({ person }) => person.id)).size).toBe(40);
    const sent = await mails(session.id);
    expect(sent.filter(({ template }) => template === 'session-registered')).toHaveLength(10);
    const told = new Map(sent.map(({ personId, params }) => [personId, params.place]));
    expect(line.map(({ person }) => told.get(person.id))).toEqual(
      line.map(({ waitingPlace }) => waitingPlace),
    );
  });

  it('lets of two people of one practice at once one in, and tells the other', async () => {
    const session = await makeDialogueSession(test.database, region.id);
    const at = await practice();
    const outcome = await Promise.allSettled([
      go(session, at),
      service.register(at.other, session.id, at.id, { personId: at.other.personId, attendeeKind: 'locum' }),
    ]);
    expect(outcome.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcome.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'registration.already' });
    expect(
      await rows('select id from session_registration where session_id = $1', [session.id]),
    ).toHaveLength(1);
  });

  it('replaces: the leaver leaves the calendar, the newcomer comes in, with one UID and a rising sequence', async () => {
    const session = await makeDialogueSession(test.database, region.id);
    const at = await practice();
    const first = await go(session, at);
    expect(first).toMatchObject({
      session: { meetingLink: 'https://teams.example/1' },
      registration: { state: 'registered', attendeeKind: 'gp', version: 1 },
    });
    await expect(go(session, at, at.other.personId, 7)).rejects.toMatchObject({ code: 'conflict.stale' });
    const second = await go(session, at, at.other.personId, 1);
    expect(second.registration).toMatchObject({ person: { id: at.other.personId }, version: 2 });
    await go(session, at, at.holder.personId, 2);
    const sent = await mails(session.id);
    expect(
      sent.map(({ template, personId, params }) => [template, personId, params.calendar?.method]),
    ).toEqual([
      ['session-registered', at.holder.personId, 'REQUEST'],
      ['session-left', at.holder.personId, 'CANCEL'],
      ['session-registered', at.other.personId, 'REQUEST'],
      ['session-left', at.other.personId, 'CANCEL'],
      ['session-registered', at.holder.personId, 'REQUEST'],
    ]);
    expect(new Set(sent.map(({ params }) => params.calendar?.uid)).size).toBe(1);
    const sequences = sent.map(({ params }) => params.calendar?.sequence ?? -1);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('tells a room that is open who comes and who left (DIA-07)', async () => {
    const session = await makeDialogueSession(test.database, region.id, { places: 1 });
    const [one, two] = [await practice(), await practice()];
    const heard = () => echoes.splice(0).map(([id, left]) => (id === session.id ? left : 'another session'));
    heard();
    await go(session, one);
    expect(heard()).toEqual([null]);
    await go(session, one, one.other.personId, 1);
    expect(heard()).toEqual([one.holder.personId]);
    await go(session, two);
    heard();
    await service.excuse(one.other, session.id, one.id, { reason: '', confirmed: false });
    expect(heard()).toEqual([one.other.personId]);
    expect(stateOf(await page.get(two.holder, session.id, two.id))).toBe('registered');
    await test.database.transaction(coordinator, async () =>
      moves.tell(coordinator, await lockSession(test.database, session.id), 'places'),
    );
    expect(heard()).toEqual([null]);
  });

  it('does nothing twice: the same wish again mails nobody', async () => {
    const session = await makeDialogueSession(test.database, region.id);
    const at = await practice();
    await go(session, at);
    expect((await go(session, at)).registration).toMatchObject({ version: 1 });
    expect(await mails(session.id)).toHaveLength(1);
  });

  it('lets nobody go for two practices', async () => {
    const session = await makeDialogueSession(test.database, region.id);
    const [one, two] = [await practice(), await practice()];
    await rows(
      `insert into role_assignment (id, region_id, person_id, role, scope_kind, scope_id) values ($1, $2, $3, 'practice-holder', 'practice', $4)`,
      [newId(), region.id, one.holder.personId, two.id],
    );
    await go(session, one);
    await expect(go(session, two, one.holder.personId)).rejects.toMatchObject({
      code: 'registration.person-elsewhere',
    });
    await service.excuse(one.holder, session.id, one.id, { reason: '', confirmed: false }, 1);
    expect(stateOf(await go(session, two, one.holder.personId))).toBe('registered');
  });

  it('gives a place that comes free to the first in line at once, and mails it', async () => {
    const session = await makeDialogueSession(test.database, region.id, { places: 1 });
    const [one, two, three] = [await practice(), await practice(), await practice()];
    await go(session, one);
    clock.pass({ minutes: 1 });
    expect((await go(session, two)).registration).toMatchObject({ state: 'waiting', waitingPlace: 1 });
    clock.pass({ minutes: 1 });
    const waiting = await go(session, three);
    expect(waiting).toMatchObject({
      session: { meetingLink: null, places: 1, placesLeft: 0 },
      registration: { state: 'waiting', waitingPlace: 2 },
    });
    const excused = await service.excuse(
      one.holder,
      session.id,
      one.id,
      { reason: 'Nascholing elders', confirmed: false },
      1,
    );
    expect(excused.registration).toMatchObject({ state: 'excused', excuse: 'Nascholing elders' });
    const participants = await service.participants(coordinator, session.id);
    const state = (id: string) => participants.find(({ practice: p }) => p.id === id)?.registration;
    expect(state(two.id)).toMatchObject({ state: 'registered' });
    expect(state(three.id)).toMatchObject({ state: 'waiting', waitingPlace: 1 });
    expect((await mails(session.id)).slice(-2)).toMatchObject([
      { template: 'session-left', personId: one.holder.personId, params: { why: 'excused' } },
      { template: 'session-registered', personId: two.holder.personId },
    ]);
    clock.pass({ minutes: 1 });
    // back again: at the end of the line
    expect((await go(session, one, one.holder.personId, 2)).registration).toMatchObject({ waitingPlace: 2 });
  });

  it('refuses a reason in which a patient can be recognised (DIA-20)', async () => {
    const session = await makeDialogueSession(test.database, region.id);
    const at = await practice();
    await go(session, at);
    await expect(
      service.excuse(at.holder, session.id, at.id, { reason: 'BSN 111222333', confirmed: true }, 1),
    ).rejects.toMatchObject({ code: 'text.identifiers' });
    expect(stateOf(await page.get(at.holder, session.id, at.id))).toBe('registered');
  });

  it('lets a practice say that it does not come without having been registered', async () => {
    const session = await makeDialogueSession(test.database, region.id);
    const at = await practice();
    const page = await service.excuse(at.holder, session.id, at.id, { reason: '', confirmed: false });
    expect(page.registration).toMatchObject({ state: 'excused', excuse: null });
    expect(await mails(session.id)).toEqual([]);
    await expect(
      service.excuse(at.holder, session.id, at.id, { reason: '', confirmed: false }),
    ).rejects.toMatchObject({ code: 'registration.none' });
  });

  it('changes nothing after the session, nor when it is cancelled', async () => {
    const at = await practice();
    const over = await makeDialogueSession(test.database, region.id, { date: '2027-01-04' });
    const off = await makeDialogueSession(test.database, region.id, { state: 'cancelled' });
    await expect(go(over, at)).rejects.toMatchObject({ code: 'session.ended' });
    await expect(go(off, at)).rejects.toMatchObject({ code: 'session.cancelled' });
    await expect(
      service.excuse(at.holder, over.id, at.id, { reason: '', confirmed: false }),
    ).rejects.toMatchObject({ code: 'session.ended' });
  });

  it('offers the people of the practice, who went last time first', async () => {
    const at = await practice();
    const before = await makeDialogueSession(test.database, region.id, { date: '2027-01-20' });
    const session = await makeDialogueSession(test.database, region.id);
    expect((await page.get(at.holder, session.id, at.id)).people[0]).toMatchObject({
      id: at.holder.personId,
      lastTime: false,
    });
    await go(before, at, at.other.personId);
    expect((await page.get(at.holder, session.id, at.id)).people).toMatchObject([
      { id: at.other.personId, lastTime: true },
      { id: at.holder.personId, lastTime: false },
    ]);
  });

  it('adds a colleague with a job title for the holder, by link or not, and not for an employee (ORG-04)', async () => {
    const session = await makeDialogueSession(test.database, region.id);
    const at = await practice();
    const wish = {
      person: { name: 'Wil Waarnemer', email: 'wil@waarneem.example', jobTitle: 'waarnemer' },
      attendeeKind: 'locum' as const,
    };
    for (const actor of [at.other, linkOf(at.other, session.id, at.id)])
      await expect(service.register(actor, session.id, at.id, wish)).rejects.toMatchObject({
        code: 'auth.forbidden',
      });
    const seen = await service.register(linkOf(at.holder, session.id, at.id), session.id, at.id, wish);
    expect(seen).toMatchObject({
      mayAddPeople: true,
      registration: { person: { name: 'Wil Waarnemer' }, attendeeKind: 'locum' },
    });
    const patient = { ...wish.person, email: 'nog@waarneem.example', jobTitle: 'BSN 111222333' };
    await expect(
      service.register(at.holder, session.id, at.id, { ...wish, person: patient }, 1),
    ).rejects.toMatchObject({ code: 'text.identifiers' });
    expect(seen.people.find(({ name }) => name === 'Wil Waarnemer')).toMatchObject({ jobTitle: 'waarnemer' });
    expect((await page.get(at.other, session.id, at.id)).mayAddPeople).toBe(false);
    const stranger = await makeActor(test.database, region.id, 'practice-holder', {
      scopeId: (await makePractice(test.database, region.id)).id,
    });
    await expect(go(session, at, stranger.personId, 1)).rejects.toMatchObject({
      code: 'registration.person-unknown',
    });
  });

  it('is not there for other practices, other links and other regions', async () => {
    const session = await makeDialogueSession(test.database, region.id);
    const [one, two] = [await practice(), await practice()];
    const abroad = await makeActor(test.database, (await makeRegion(test.database)).id, 'region-coordinator');
    const consultant = await makeActor(test.database, region.id, 'practice-consultant', { scopeId: one.id });
    for (const actor of [two.holder, linkOf(one.holder, newId(), one.id), abroad, consultant])
      await expect(page.get(actor, session.id, one.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(service.participants(one.holder, session.id)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(service.participants(abroad, session.id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await page.get(linkOf(one.holder, session.id, one.id), session.id, one.id)).practice.id).toBe(
      one.id,
    );
    expect(
      stateOf(
        await service.register(coordinator, session.id, one.id, {
          personId: one.holder.personId,
          attendeeKind: 'gp',
        }),
      ),
    ).toBe('registered');
  });

  it('invites every practice once, reminds who is missing or asked nothing, and tells who comes about the day', async () => {
    const session = await makeDialogueSession(test.database, region.id);
    const [silent, coming, asking, excused] = [
      await practice(),
      await practice(),
      await practice(),
      await practice(),
    ];
    expect(await step('invite', session)).toBe(4);
    expect(await step('invite', session)).toBe(0);
    await go(session, coming, coming.other.personId);
    await go(session, asking);
    await service.excuse(excused.holder, session.id, excused.id, { reason: '', confirmed: false });
    await rows(
      `insert into session_question (region_id, session_id, practice_id, state, text, asked_at) values ($1, $2, $3, 'asked', 'Wanneer?', now())`,
      [region.id, session.id, asking.id],
    );
    expect(await step('remind', session)).toBe(2);
    const reminders = (await mails(session.id)).filter(({ template }) => template === 'session-reminder');
    expect(reminders.map(({ personId, params }) => [personId, params.registered])).toEqual(
      expect.arrayContaining([
        [silent.holder.personId, false],
        [coming.other.personId, true],
      ]),
    );
    expect(await step('practical', session)).toBe(2);
    expect((await mails(session.id)).at(-1)).toMatchObject({
      template: 'session-practical',
      params: { questions: 1, meetingLink: 'https://teams.example/1' },
    });
  });

  it('moves everybody along with the session, fills new places, and takes a cancelled one out of the calendars', async () => {
    const session = await makeDialogueSession(test.database, region.id, { places: 1 });
    const [one, two] = [await practice(), await practice()];
    await go(session, one);
    await go(session, two);
    const tell = (move: 'changed' | 'places' | 'cancelled', change: string) =>
      test.database.transaction(coordinator, async () => {
        await test.database.query(`update dialogue_session set ${change} where id = $1`, [session.id]);
        return moves.tell(coordinator, await lockSession(test.database, session.id), move);
      });
    expect(await tell('changed', `places = 2, calendar_sequence = calendar_sequence + 1`)).toBe(2);
    expect((await mails(session.id)).slice(-2)).toMatchObject([
      { template: 'session-changed', personId: one.holder.personId },
      { template: 'session-registered', personId: two.holder.personId },
    ]);
    expect(await tell('places', `places = 3`)).toBe(0);
    expect(await tell('cancelled', `state = 'cancelled'`)).toBe(2);
    const sent = await mails(session.id);
    expect(sent.slice(-2).map(({ params }) => [params.why, params.calendar?.method])).toEqual([
      ['cancelled', 'CANCEL'],
      ['cancelled', 'CANCEL'],
    ]);
    for (const { personId } of [one.holder, two.holder]) {
      const own = sent.flatMap((mail) =>
        mail.personId === personId ? (mail.params.calendar?.sequence ?? []) : [],
      );
      expect(own).toEqual([...new Set(own)].sort((a, b) => a - b));
    }
  });
});
