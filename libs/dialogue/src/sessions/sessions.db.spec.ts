import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import type { DialogueSessionView, SessionStepKind } from '#libs/contracts';
import { TaskKinds, TaskLinksService } from '#libs/access';
import { newId, Secrets, type Actor } from '#libs/platform';
import {
  makeActor,
  makeDepartment,
  makePractice,
  makeRegion,
  openTestDatabase,
  processOf,
  refusalOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { DialogueSweeps } from '../dialogue.sweeps.js';
import { DialogueAttention } from './dialogue-attention.service.js';
import { SessionLinks } from './session-links.service.js';
import { SessionMoves } from './session-moves.service.js';
import { SessionPages } from './session-pages.service.js';
import { SessionTasks } from './session-tasks.service.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { DialogueSettings } from './settings.service.js';
import { StepActions } from './step-actions.service.js';
import { TimelineService } from './timeline.service.js';

const MADE = '2027-01-10T11:00:00Z';
const DAY = { date: '2027-06-15', startTime: '16:30', endTime: '17:30' };
describe('dialogue sessions and their timeline (DIA-05…08, features 25)', () => {
  let test: TestDatabase;
  let region: { id: string };
  let coordinator: Actor & { personId: string };
  let departmentId: string;
  const clock = new TurnedClock();
  let process: TestProcess;
  /** What steps did. */
  let did: string[];
  let services: TestProcess['services'];
  let sessions: SessionsService;

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    clock.set(MADE);
    did = [];
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    departmentId = (await makeDepartment(test.database, region.id, { name: 'Cardiologie' })).id;
    process = processOf(test, clock);
    ({ services } = process);
    sessions = services(SessionsService);
    const actions = services(StepActions);
    for (const kind of actions.missing())
      actions.register(kind, async () => {
        did.push(kind);
        return null;
      });
    services(SessionTasks);
  });
  afterEach(() => process.close());

  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const make = async (wish: Partial<typeof DAY> = {}): Promise<DialogueSessionView> =>
    sessions.get(coordinator, await sessions.create(coordinator, { departmentId, ...DAY, ...wish }));
  const get = (id: string): Promise<DialogueSessionView> => sessions.get(coordinator, id);
  const step = (view: DialogueSessionView, kind: SessionStepKind) => {
    const one = view.steps.find((other) => other.kind === kind);
    if (!one) throw new Error(`no ${kind}`);
    return one;
  };
  const states = (view: DialogueSessionView): string[] =>
    [...view.steps]
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
      .map(({ kind, state }) => `${kind} ${state}`);
  const sweep = (): Promise<number> => services(DialogueSweeps).sweep(region.id);
  /** A practice with somebody who has a place. */
  const register = async (
    sessionId: string,
  ): Promise<{ actor: Actor & { personId: string }; practiceId: string }> => {
    const practice = await makePractice(test.database, region.id);
    const actor = await makeActor(test.database, region.id, 'practice-contact', { scopeId: practice.id });
    await inRegion(
      `insert into session_registration (region_id, session_id, practice_id, state, person_id) values ($1, $2, $3, 'registered', $4)`,
      [region.id, sessionId, practice.id, actor.personId],
    );
    return { actor, practiceId: practice.id };
  };

  it('is made with its whole timeline, in summer and winter time', async () => {
    const session = await make();
    expect(session).toMatchObject({ title: 'Dialoogsessie Cardiologie', state: 'planned', version: 1 });
    expect(session.startsAt).toBe('2027-06-15T14:30:00.000Z');
    expect(session.steps.map(({ kind, dueAt }) => `${kind} ${dueAt.slice(0, 16)}`)).toEqual([
      'invite 2027-05-04T07:00',
      'remind 2027-05-15T07:00',
      'share 2027-05-18T07:00',
      'remind-specialist 2027-06-08T07:00',
      'practical 2027-06-14T07:00',
      'start 2027-06-15T14:30',
      'end 2027-06-15T15:30',
      'evaluate 2027-06-16T07:00',
      'handout 2027-06-16T07:00',
      'remind-handout 2027-06-23T07:00',
    ]);
    const winter = await make({ date: '2027-04-02' });
    expect(step(winter, 'invite').dueAt).toBe('2027-02-19T08:00:00.000Z');
    expect(step(winter, 'practical').dueAt).toBe('2027-04-01T07:00:00.000Z');
  });

  it('is not made for a department of elsewhere, in the past, or by who does not organise', async () => {
    expect(await refusalOf(make({ date: '2027-01-09' }))).toBe('session.times-invalid');
    expect(await refusalOf(make({ endTime: '16:30' }))).toBe('session.times-invalid');
    const wish = { ...DAY, departmentId: newId() };
    expect(await refusalOf(sessions.create(coordinator, wish))).toBe('not-found');
    const holder = await makeActor(test.database, region.id, 'practice-holder');
    expect(await refusalOf(sessions.create(holder, { ...DAY, departmentId }))).toBe('auth.forbidden');
    const patient = { ...DAY, departmentId, title: 'Casus van mevrouw Jansen, geboren 12-03-1950' };
    expect(await refusalOf(sessions.create(coordinator, patient))).toBe('text.identifiers');
  });

  it('invites the next morning at short notice and shows what it skipped', async () => {
    clock.set('2027-06-05T10:00:00Z');
    const session = await make();
    expect(states(session)).toEqual([
      'remind stopped',
      'invite planned',
      'remind-specialist stopped',
      'share planned',
      'practical planned',
      'start planned',
      'end planned',
      'evaluate planned',
      'handout planned',
      'remind-handout planned',
    ]);
    expect(step(session, 'invite').dueAt).toBe('2027-06-06T07:00:00.000Z');
    expect(step(session, 'remind').sentence.nl).toMatch(/^Overgeslagen/);
  });

  it('moves along with the session, except a moment of its own, and tells who comes', async () => {
    const told: [string, number, string][] = [];
    services(SessionMoves).register(async (_actor, session, move) => {
      told.push([move, session.calendarSequence, session.calendarUid]);
      return 1;
    });
    const made = await make();
    const { id } = made;
    const timeline = services(TimelineService);
    await timeline.changeStep(coordinator, id, step(made, 'share').id, { dueAt: '2027-05-25T12:00' });
    const moved = await sessions.change(
      coordinator,
      id,
      { date: '2027-06-22', startTime: '17:00', endTime: '18:00' },
      1,
    );
    expect(moved).toMatchObject({ startsAt: '2027-06-22T15:00:00.000Z', version: 2 });
    expect(step(moved, 'invite').dueAt).toBe('2027-05-11T07:00:00.000Z');
    expect(step(moved, 'share')).toMatchObject({ dueAt: '2027-05-25T10:00:00.000Z', ownMoment: true });
    expect(step(moved, 'start').dueAt).toBe('2027-06-22T15:00:00.000Z');
    await sessions.change(coordinator, id, { meetingLink: 'https://video.example/abc' }, 2);
    await sessions.change(
      coordinator,
      id,
      { introduction: 'Neem uw vragen over verwijzen mee.', places: 40 },
      3,
    );
    const uid = `session-${id}@leerkring`;
    expect(told).toEqual([
      ['changed', 1, uid],
      ['linked', 2, uid],
      ['places', 2, uid],
    ]);
    expect(await refusalOf(sessions.change(coordinator, id, { places: 3 }, 2))).toBe('conflict.stale');
    expect(await refusalOf(sessions.change(coordinator, id, { date: '2027-01-02' }))).toBe(
      'session.times-invalid',
    );
    // the old moment passes without anything, the new one does not
    clock.set('2027-05-04T07:00:00Z');
    await sweep();
    expect(did).toEqual([]);
    clock.set('2027-05-11T07:00:00Z');
    await sweep();
    expect(did).toEqual(['invite']);
  });

  it('does nothing any more once it is cancelled, and can not be cancelled twice', async () => {
    const told: string[] = [];
    services(SessionMoves).register(async (_actor, { state }, move) => {
      told.push(`${move} ${state}`);
      return 0;
    });
    const { id } = await make();
    await register(id);
    expect(await services(SessionPages).hearers(coordinator, id)).toHaveLength(1);
    const cancelled = await sessions.cancel(coordinator, id, 1);
    expect(cancelled.state).toBe('cancelled');
    expect(
      cancelled.steps.every(({ state, doNow, movable }) => state === 'stopped' && !doNow && !movable),
    ).toBe(true);
    expect(told).toEqual(['cancelled cancelled']);
    clock.set('2027-08-01T07:00:00Z');
    await sweep();
    expect(did).toEqual([]);
    expect(await refusalOf(sessions.cancel(coordinator, id))).toBe('session.cancelled');
    expect(await refusalOf(sessions.change(coordinator, id, { title: 'Anders' }))).toBe('session.cancelled');
  });

  it('is shown to everybody with a practice, with what their own practice did, and to nobody of another region', async () => {
    const { id } = await make();
    const { actor, practiceId } = await register(id);
    const pages = services(SessionPages);
    const { items } = await pages.list(actor, { limit: 10 });
    expect(items).toMatchObject([
      { id, registered: 1, own: { registered: true, questions: 0 }, next: null, late: 0 },
    ]);
    expect((await pages.list(coordinator, { limit: 10 })).items).toMatchObject([
      { own: null, next: { kind: 'invite' } },
    ]);
    const door = await pages.door(actor, id);
    expect(door).toMatchObject({
      practices: [{ id: practiceId, registered: true }],
      specialist: false,
      liveOpen: false,
    });
    expect(await refusalOf(sessions.get(actor, id))).toBe('auth.forbidden');
    const elsewhere = await makeRegion(test.database);
    const stranger = await makeActor(test.database, elsewhere.id, 'region-coordinator');
    expect(await refusalOf(sessions.get(stranger, id))).toBe('not-found');
    expect(await sessions.mayWatch(stranger, id)).toBe(false);
    expect(await sessions.mayWatch(actor, id)).toBe(true);
    const auditor = await makeActor(test.database, region.id, 'auditor');
    expect(await refusalOf(pages.door(auditor, id))).toBe('not-found');
    const specialist = await makeActor(test.database, region.id, 'specialist', { scopeId: newId() });
    expect((await pages.list(specialist, { limit: 10 })).total).toBe(0);
    const { content } = await pages.calendar(actor, id);
    expect(content).toContain(`UID:session-${id}@leerkring`);
    expect((await pages.list(coordinator, { limit: 10, when: 'past' })).items).toEqual([]);
  });

  it('asks practices at home to register once they were invited, until they did', async () => {
    const { id } = await make();
    const practice = await makePractice(test.database, region.id);
    const contact = await makeActor(test.database, region.id, 'practice-contact', { scopeId: practice.id });
    const attention = services(DialogueAttention);
    expect(await attention.of(contact)).toEqual({ tasks: [], upcoming: [] });
    clock.set('2027-05-04T07:00:00Z');
    await sweep();
    const { tasks } = await attention.of(contact);
    expect(tasks).toMatchObject([{ kind: 'register-session', href: `/taak/sessie/${id}/${practice.id}` }]);
    await inRegion(
      `insert into session_registration (region_id, session_id, practice_id, state, person_id) values ($1, $2, $3, 'registered', $4)`,
      [region.id, id, practice.id, contact.personId],
    );
    const after = await attention.of(contact);
    expect(after.tasks).toEqual([]);
    expect(after.upcoming).toMatchObject([
      { kind: 'dialogue-session', href: `/taak/sessie/${id}/${practice.id}` },
    ]);
    const described = await test.database.transaction(contact, () =>
      services(TaskKinds).describe(contact, 'session-practice', {
        personId: contact.personId,
        subjectId: id,
        practiceId: practice.id,
      }),
    );
    expect(described).toMatchObject({
      href: `/taak/sessie/${id}/${practice.id}`,
      deadline: '2027-05-18T07:00:00.000Z',
    });
  });

  it('follows the settings of its region, for sessions that are there already only when asked', async () => {
    const made = await make();
    const settings = services(DialogueSettings);
    expect(await settings.get(coordinator)).toMatchObject({
      version: 0,
      timeline: { invite: { days: -42 } },
    });
    const invite = { days: -49, time: '08:30' };
    const changed = await settings.change(coordinator, { timeline: { invite } }, 0);
    expect(changed).toMatchObject({ version: 1, timeline: { invite, share: { days: -28 } } });
    expect(step(await get(made.id), 'invite').dueAt).toBe('2027-05-04T07:00:00.000Z');
    expect(step(await make(), 'invite').dueAt).toBe('2027-04-27T06:30:00.000Z');
    await settings.change(
      coordinator,
      { timeline: { remind: { days: null, time: '09:00' } }, planned: true },
      1,
    );
    const followed = await get(made.id);
    expect(step(followed, 'invite').dueAt).toBe('2027-04-27T06:30:00.000Z');
    expect(step(followed, 'remind').state).toBe('stopped');
    expect(await refusalOf(settings.change(coordinator, { timeline: {} }, 1))).toBe('conflict.stale');
    expect(
      await refusalOf(settings.change(coordinator, { timeline: { share: { days: -60, time: '09:00' } } })),
    ).toBe('session.times-invalid');
    const twice = {
      format: 'csv' as const,
      columns: [
        { field: 'name' as const, heading: 'A' },
        { field: 'name' as const, heading: 'B' },
      ],
    };
    expect(await refusalOf(settings.change(coordinator, { accreditation: twice }))).toBe(
      'conflict.duplicate',
    );
    const holder = await makeActor(test.database, region.id, 'practice-holder');
    expect(await refusalOf(settings.get(holder))).toBe('auth.forbidden');
  });

  it('keeps its links until sixty days after it, also when it moves', async () => {
    const { id } = await make();
    const { actor, practiceId } = await register(id);
    const session = await test.database.transaction(coordinator, () =>
      test.database.repository(Session).findOneByOrFail({ id }),
    );
    const linkId = await services(SessionLinks).forPractice(coordinator, session, actor.personId, practiceId);
    const view = () => services(TaskLinksService).view(services(Secrets).token('task-link', linkId));
    clock.set('2027-08-14T12:00:00Z');
    expect((await view()).state).toBe('ready');
    clock.set('2027-08-15T12:00:00Z');
    expect((await view()).state).toBe('expired');
    clock.set(MADE);
    await sessions.change(coordinator, id, { date: '2027-06-22' });
    clock.set('2027-08-15T12:00:00Z');
    expect((await view()).state).toBe('ready');
  });
});
