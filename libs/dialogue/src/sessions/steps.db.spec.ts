import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import type { DialogueSessionView, JobPayloads, SessionStepKind } from '#libs/contracts';
import { DomainError, Jobs, newId, type Actor } from '#libs/platform';
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
import { DialogueSweeps } from '../dialogue.sweeps.js';
import { DialogueAttention } from './dialogue-attention.service.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { StepActions } from './step-actions.service.js';
import { StepsService } from './steps.service.js';
import { TimelineService } from './timeline.service.js';

const MADE = '2027-01-10T11:00:00Z';
const DAY = { date: '2027-06-15', startTime: '16:30', endTime: '17:30' };
describe('the steps of a session, carried out (DIA-06…08, features 25)', () => {
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
    departmentId = (await makeDepartment(test.database, region.id, { name: 'Cardiologie' })).id;
    services = start();
    sessions = services(SessionsService);
  });
  afterEach(async () => {
    for (const { close } of processes.splice(0)) await close();
  });

  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const make = async (): Promise<DialogueSessionView> =>
    sessions.get(coordinator, await sessions.create(coordinator, { departmentId, ...DAY }));
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

  it('lets its organiser move, skip, plan again and do steps, in their order', async () => {
    const made = await make();
    const { id } = made;
    const timeline = services(TimelineService);
    const change = (
      kind: SessionStepKind,
      to: { dueAt?: string; state?: 'planned' | 'stopped' },
      version?: number,
    ) => timeline.changeStep(coordinator, id, step(made, kind).id, to, version);
    expect(await refusalOf(change('remind', { dueAt: '2027-05-20T09:00' }))).toBe('session-step.order');
    expect(await refusalOf(change('practical', { dueAt: '2027-06-15T17:00' }))).toBe('session.times-invalid');
    expect(await refusalOf(change('end', { state: 'stopped' }))).toBe('session-step.needed');
    const skipped = await change('remind', { state: 'stopped' }, 1);
    expect(step(skipped, 'remind')).toMatchObject({ state: 'stopped', version: 2 });
    expect(await refusalOf(change('remind', { state: 'planned' }, 1))).toBe('conflict.stale');
    const again = await change('remind', { state: 'planned' }, 2);
    expect(step(again, 'remind')).toMatchObject({ state: 'planned', ownMoment: false });
    expect(await refusalOf(timeline.doNow(coordinator, id, step(made, 'remind').id))).toBe(
      'session-step.order',
    );
    const invited = await timeline.doNow(coordinator, id, step(made, 'invite').id, 1);
    expect(step(invited, 'invite')).toMatchObject({ state: 'done', count: 3 });
    expect(await refusalOf(timeline.doNow(coordinator, id, step(made, 'invite').id))).toBe(
      'session-step.done',
    );
    expect(await refusalOf(timeline.doNow(coordinator, id, newId()))).toBe('not-found');
    clock.set('2027-05-04T07:00:00Z');
    await sweep();
    expect(did).toEqual(['invite']);
    const holder = await makeActor(test.database, region.id, 'practice-holder');
    expect(await refusalOf(timeline.doNow(holder, id, step(made, 'remind').id))).toBe('auth.forbidden');
  });
});
