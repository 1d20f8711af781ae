import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import type { DialogueSessionView, JobPayloads, SessionStepKind } from '#libs/contracts';
import { TaskKinds, TaskLinksService } from '#libs/access';
import { DomainError, Jobs, newId, Secrets, sha256, type Actor } from '#libs/platform';
import {
  makeActor,
  makePractice,
  makeRegion,
  openTestDatabase,
  processOf,
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
import { SpecialistsService } from './specialists.service.js';
import { StepActions } from './step-actions.service.js';
import { StepsService } from './steps.service.js';
import { TimelineService } from './timeline.service.js';

const MADE = '2027-01-10T11:00:00Z';
const DAY = { date: '2027-06-15', startTime: '16:30', endTime: '17:30' };
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'allowed',
    (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    },
  );

describe('dialogue sessions and their timeline (DIA-05…08, features 25)', () => {
  let test: TestDatabase;
  let region: { id: string };
  let coordinator: Actor & { personId: string };
  let departmentId: string;
  const clock = new TurnedClock();
  const processes: TestProcess[] = [];
  /** What steps did, over all processes. */
  let did: string[];
  /** Kinds that go wrong, and how. */
  let wrong: Map<SessionStepKind, Error>;

  /** A process with the parts of a session: what they do is noted, and leaves the session as they would. */
  function start(): TestProcess['services'] {
    const process = processOf(test, clock);
    processes.push(process);
    const { services } = process;
    const actions = services(StepActions);
    for (const kind of actions.missing())
      actions.register(kind, async (_actor, session) => {
        const error = wrong.get(kind);
        if (kind === 'share') session.sharedAt = clock.now();
        if (kind === 'start') session.state = 'live';
        if (kind === 'end') session.state = 'ended';
        await test.database.repository(Session).save(session);
        if (error) throw error;
        did.push(kind);
        return kind === 'invite' ? 3 : null;
      });
    services(SessionTasks);
    return services;
  }
  let services: TestProcess['services'];
  let sessions: SessionsService;

  beforeAll(async () => {
    test = await openTestDatabase(20);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    clock.set(MADE);
    did = [];
    wrong = new Map();
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    departmentId = newId();
    await inRegion(`insert into department (id, region_id, name) values ($1, $2, 'Cardiologie')`, [
      departmentId,
      region.id,
    ]);
    services = start();
    sessions = services(SessionsService);
  });
  afterEach(async () => {
    for (const { close } of processes.splice(0)) await close();
  });

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
  const mails = (template: string) =>
    inRegion<{ params: Record<string, unknown>; state: string; person_id: string }>(
      'select params, state, person_id from mail where template = $1 order by id',
      [template],
    );
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
    expect(await refusal(make({ date: '2027-01-09' }))).toBe('session.times-invalid');
    expect(await refusal(make({ endTime: '16:30' }))).toBe('session.times-invalid');
    const wish = { ...DAY, departmentId: newId() };
    expect(await refusal(sessions.create(coordinator, wish))).toBe('not-found');
    const holder = await makeActor(test.database, region.id, 'practice-holder');
    expect(await refusal(sessions.create(holder, { ...DAY, departmentId }))).toBe('auth.forbidden');
    const patient = { ...DAY, departmentId, title: 'Casus van mevrouw Jansen, geboren 12-03-1950' };
    expect(await refusal(sessions.create(coordinator, patient))).toBe('text.identifiers');
  });

  it('does every step at its moment, once, from the invitation to the handout', async () => {
    const { id } = await make();
    for (const { dueAt } of (await get(id)).steps) {
      clock.set(dueAt);
      await sweep();
      await sweep();
    }
    expect(did).toEqual([
      'invite',
      'remind',
      'share',
      'remind-specialist',
      'practical',
      'start',
      'end',
      'handout',
      'remind-handout',
    ]);
    const after = await get(id);
    expect(after.steps.every(({ state }) => state === 'done')).toBe(true);
    expect(step(after, 'invite').count).toBe(3);
  });

  it('does once what two workers, their wake-ups and their sweeps do at the same moment', async () => {
    const { id, steps } = await make();
    const [first, second] = [start(), start()];
    const woken: string[] = [];
    for (const worker of [first, second])
      worker(Jobs).process(
        'dialogue',
        async ({ regionId, id: stepId }: JobPayloads['dialogue']) => {
          woken.push(stepId);
          await worker(StepsService).woken(regionId, stepId);
        },
        2,
      );
    const invite = steps[0] as { id: string; dueAt: string };
    clock.set(invite.dueAt);
    for (let k = 0; k < 6; k++) first(Jobs).wake('dialogue', { regionId: region.id, id: invite.id });
    await Promise.all([
      ...[first, second].flatMap((worker) => [1, 2, 3].map(() => worker(DialogueSweeps).sweep(region.id))),
      (async () => {
        for (let wait = 0; wait < 200 && woken.length < 6; wait++)
          await new Promise((resolve) => setTimeout(resolve, 50));
      })(),
    ]);
    await sweep();
    expect(woken).toHaveLength(6);
    expect(did).toEqual(['invite']);
    expect(states(await get(id))[0]).toBe('invite done');
    expect(await inRegion(`select 1 from audit_entry where event = 'session-step.done'`)).toHaveLength(1);
  });

  it('catches up after weeks of downtime with what still makes sense, and leaves the rest to the organiser', async () => {
    const { id } = await make();
    clock.set('2027-05-20T10:00:00Z'); // past inviting, reminding and sharing
    await sweep();
    expect(did).toEqual(['invite', 'share']);
    expect(states(await get(id)).slice(0, 4)).toEqual([
      'invite done',
      'remind stopped',
      'share done',
      'remind-specialist planned',
    ]);
    clock.set('2027-06-12T10:00:00Z'); // four days late
    await sweep();
    expect(step(await get(id), 'remind-specialist').state).toBe('late');
    const { tasks } = await services(DialogueAttention).of(coordinator);
    expect(tasks.map(({ kind, href }) => `${kind} ${href}`)).toEqual([
      `session-step /dialoog/${id}/tijdlijn`,
    ]);
    clock.set('2027-07-20T10:00:00Z'); // the whole session and its aftermath were missed
    await sweep();
    expect(did).toEqual(['invite', 'share', 'end', 'handout']);
    expect(states(await get(id)).slice(4)).toEqual([
      'practical stopped',
      'start stopped',
      'end done',
      'evaluate done',
      'handout done',
      'remind-handout late',
    ]);
  });

  it('tries again what failed, and asks the organiser about what the domain refused', async () => {
    const { id } = await make();
    clock.set('2027-05-04T07:00:00Z');
    wrong.set('invite', new Error('the database went away'));
    await expect(sweep()).rejects.toThrow('swept');
    expect(step(await get(id), 'invite').state).toBe('planned');
    clock.pass({ hours: 2 });
    expect((await services(DialogueAttention).of(coordinator)).tasks).toHaveLength(1);
    wrong.clear();
    await sweep();
    expect(step(await get(id), 'invite').state).toBe('done');
    clock.set('2027-05-18T07:00:00Z');
    wrong.set('share', new DomainError('session.no-specialist'));
    await sweep();
    const refused = await get(id);
    expect(step(refused, 'share')).toMatchObject({ state: 'late', doNow: true });
    // nothing of what it did half is left
    expect(refused.sharedAt).toBeNull();
    wrong.clear();
    await services(TimelineService).doNow(coordinator, id, step(refused, 'share').id);
    expect(step(await get(id), 'share').state).toBe('done');
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
      ['changed', 2, uid],
      ['places', 2, uid],
    ]);
    expect(await refusal(sessions.change(coordinator, id, { places: 3 }, 2))).toBe('conflict.stale');
    expect(await refusal(sessions.change(coordinator, id, { date: '2027-01-02' }))).toBe(
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
    expect(await refusal(sessions.cancel(coordinator, id))).toBe('session.cancelled');
    expect(await refusal(sessions.change(coordinator, id, { title: 'Anders' }))).toBe('session.cancelled');
  });

  it('lets its organiser move, skip, plan again and do steps, in their order', async () => {
    const made = await make();
    const { id } = made;
    const timeline = services(TimelineService);
    const change = (
      kind: SessionStepKind,
      to: { dueAt?: string; state?: 'planned' | 'stopped' },
      version?: number,
    ) => timeline.changeStep(coordinator, id, step(made, kind).id, to, version);
    expect(await refusal(change('remind', { dueAt: '2027-05-20T09:00' }))).toBe('session-step.order');
    expect(await refusal(change('practical', { dueAt: '2027-06-15T17:00' }))).toBe('session.times-invalid');
    expect(await refusal(change('end', { state: 'stopped' }))).toBe('session-step.needed');
    const skipped = await change('remind', { state: 'stopped' }, 1);
    expect(step(skipped, 'remind')).toMatchObject({ state: 'stopped', version: 2 });
    expect(await refusal(change('remind', { state: 'planned' }, 1))).toBe('conflict.stale');
    const again = await change('remind', { state: 'planned' }, 2);
    expect(step(again, 'remind')).toMatchObject({ state: 'planned', ownMoment: false });
    expect(await refusal(timeline.doNow(coordinator, id, step(made, 'remind').id))).toBe(
      'session-step.order',
    );
    const invited = await timeline.doNow(coordinator, id, step(made, 'invite').id, 1);
    expect(step(invited, 'invite')).toMatchObject({ state: 'done', count: 3 });
    expect(await refusal(timeline.doNow(coordinator, id, step(made, 'invite').id))).toBe('session-step.done');
    expect(await refusal(timeline.doNow(coordinator, id, newId()))).toBe('not-found');
    clock.set('2027-05-04T07:00:00Z');
    await sweep();
    expect(did).toEqual(['invite']);
    const holder = await makeActor(test.database, region.id, 'practice-holder');
    expect(await refusal(timeline.doNow(holder, id, step(made, 'remind').id))).toBe('auth.forbidden');
  });

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
      await refusal(specialists.add(coordinator, id, { name: 'D. Vos', email: 'vos@ziekenhuis.example' })),
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
    expect(await refusal(specialists.remove(coordinator, id, personId))).toBe('not-found');
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
    expect(await refusal(sessions.get(actor, id))).toBe('auth.forbidden');
    const elsewhere = await makeRegion(test.database);
    const stranger = await makeActor(test.database, elsewhere.id, 'region-coordinator');
    expect(await refusal(sessions.get(stranger, id))).toBe('not-found');
    expect(await sessions.mayWatch(stranger, id)).toBe(false);
    expect(await sessions.mayWatch(actor, id)).toBe(true);
    const auditor = await makeActor(test.database, region.id, 'auditor');
    expect(await refusal(pages.door(auditor, id))).toBe('not-found');
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
    expect(await refusal(settings.change(coordinator, { timeline: {} }, 1))).toBe('conflict.stale');
    expect(
      await refusal(settings.change(coordinator, { timeline: { share: { days: -60, time: '09:00' } } })),
    ).toBe('session.times-invalid');
    const twice = {
      format: 'csv' as const,
      columns: [
        { field: 'name' as const, heading: 'A' },
        { field: 'name' as const, heading: 'B' },
      ],
    };
    expect(await refusal(settings.change(coordinator, { accreditation: twice }))).toBe('conflict.duplicate');
    const holder = await makeActor(test.database, region.id, 'practice-holder');
    expect(await refusal(settings.get(holder))).toBe('auth.forbidden');
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
