import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Attendee, CampaignView, Facts as FactPayloads } from '#libs/contracts';
import { Facts, newId, systemActor, type Actor } from '#libs/platform';
import {
  makeActor,
  makeAudience,
  makeRegion,
  openTestDatabase,
  processOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { BallotKeys } from '../answering/ballot-keys.service.js';
import { SurveysReactions } from '../surveys.reactions.js';
import { SurveysSweeps } from '../surveys.sweeps.js';
import { CampaignControl } from './campaign-control.service.js';
import { CampaignsService } from './campaigns.service.js';

describe('evaluations that start by themselves', () => {
  let test: TestDatabase;
  let dataDir: string;
  let process: TestProcess;
  let services: TestProcess['services'];
  let campaigns: CampaignsService;
  let sweeps: SurveysSweeps;
  let region: { id: string };
  let coordinator: Actor;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-occasions-'));
    process = processOf(test, clock, {
      dataDir,
      given: (config, log) => [new BallotKeys(test.database, clock, config, log)],
    });
    ({ services } = process);
    services(SurveysReactions);
    campaigns = services(CampaignsService);
    sweeps = services(SurveysSweeps);
  });
  afterAll(async () => {
    await process.close();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    clock.set('2027-03-09T20:05:00Z');
    await test.database.definer(`update person set email = id || '@elders.example' where email = ''`);
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
  });

  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const publish = <F extends 'session.ended' | 'meeting.closed'>(fact: F, payload: FactPayloads[F]) => {
    const actor = systemActor(region.id);
    return test.database.transaction(actor, () => services(Facts).publish(actor, fact, payload));
  };
  /** People, each of a practice of their own unless told otherwise, who were there. */
  async function attendees(
    people: number,
    practices = people,
    email?: (k: number) => string,
  ): Promise<Attendee[]> {
    const made = await makeAudience(test.database, region.id, {
      people,
      practices,
      ...(email ? { email } : {}),
    });
    return made.people.map((personId, k) => ({
      personId,
      practiceId: made.practices[k % practices] ?? null,
      role: 'practice-holder' as const,
    }));
  }
  const session = async (more: Partial<FactPayloads['session.ended']> = {}) => ({
    sessionId: newId(),
    title: 'Dialoogsessie Dermatologie',
    department: 'Dermatologie',
    endedAt: '2027-03-09T19:30:00Z',
    attendees: await attendees(12),
    ...more,
  });
  const meeting = async (
    roundId: string,
    people: number,
    more: Partial<FactPayloads['meeting.closed']> = {},
  ) => ({
    meetingId: newId(),
    groupId: newId(),
    roundId,
    round: 'Intervisie 2027',
    theme: 'Kwetsbare ouderen',
    endedAt: '2027-03-09T20:00:00Z',
    attendees: await attendees(people),
    ...more,
  });
  const all = async (): Promise<CampaignView[]> => {
    const { items } = await campaigns.list(coordinator, { limit: 100 });
    return Promise.all(items.map(({ id }) => campaigns.get(coordinator, id)));
  };
  const dues = (view: CampaignView): string[] =>
    view.steps.map(({ kind, wave, dueAt }) => `${kind} ${wave} ${dueAt.slice(0, 16)}`);

  it('evaluates a meeting outside groups on its own, once (GRP-09, SUR-15)', async () => {
    const extra = {
      ...(await meeting(newId(), 6)),
      groupId: null,
      roundId: null,
      round: null,
      theme: 'HAGRO over wondzorg',
    };
    await Promise.all([publish('meeting.closed', extra), publish('meeting.closed', extra)]);
    await publish('meeting.closed', { ...extra, meetingId: newId() });
    const views = await all();
    expect(
      views.map(({ subjectKind, title, questionnaire }) => [subjectKind, title.nl, questionnaire.nl]),
    ).toEqual(
      Array(2).fill(['meeting', 'Bijeenkomst: HAGRO over wondzorg', expect.stringContaining('ntervisie')]),
    );
    expect(dues(views[0] as CampaignView)[0]).toBe('invite 1 2027-03-10T08:00');
  });

  it('evaluates a session the next day at nine, asking who was there (DIA-15)', async () => {
    await publish('session.ended', await session());
    const [view] = await all();
    expect(view).toMatchObject({
      state: 'planned',
      subjectKind: 'session',
      department: 'Dermatologie',
      title: { nl: 'Dialoogsessie Dermatologie' },
      questionnaire: { nl: 'Evaluatie van de dialoogsessie' },
      anonymity: 'anonymous',
      audience: { kind: 'attendees' },
      turnout: { invited: 12 },
      opensAt: '2027-03-10T08:00:00.000Z',
      closesAt: '2027-03-17T08:00:00.000Z',
    });
    expect(dues(view as CampaignView)).toEqual([
      'invite 1 2027-03-10T08:00',
      'remind 1 2027-03-14T08:00',
      'close 1 2027-03-17T08:00',
    ]);
    expect(await sweeps.sweep(region.id)).toBe(0);
    clock.set('2027-03-10T08:00:00Z');
    expect(await sweeps.sweep(region.id)).toBe(1);
    expect(await inRegion('select 1 from mail')).toHaveLength(12);
  });

  it('keeps to the clock that the region chose', async () => {
    await test.database.definer(`update region set evaluation_time = '16:30' where id = $1`, [region.id]);
    await publish('session.ended', await session());
    expect((await all())[0]?.opensAt).toBe('2027-03-10T15:30:00.000Z');
  });

  it('starts one evaluation however often and however close together a fact arrives', async () => {
    const fact = await session();
    await Promise.all([publish('session.ended', fact), publish('session.ended', fact)]);
    await publish('session.ended', fact);
    expect(await all()).toHaveLength(1);
    clock.set('2027-03-10T08:00:00Z');
    await sweeps.sweep(region.id);
    await services(CampaignControl).close(coordinator, (await all())[0]?.id as string);
    await publish('session.ended', fact);
    expect(await all()).toHaveLength(1);

    const group = await meeting(newId(), 5);
    await Promise.all([publish('meeting.closed', group), publish('meeting.closed', group)]);
    await publish('meeting.closed', group);
    const round = (await all()).filter(({ subjectKind }) => subjectKind === 'round');
    expect(round).toHaveLength(1);
    expect(round[0]).toMatchObject({ turnout: { invited: 5 } });
    expect(await inRegion('select 1 from invitation where campaign_id = $1', [round[0]?.id])).toHaveLength(5);
  });

  it('leaves nothing behind when the publisher fails', async () => {
    const fact = await session();
    const actor = systemActor(region.id);
    const failing = test.database.transaction(actor, async () => {
      await services(Facts).publish(actor, 'session.ended', fact);
      throw new Error('undo');
    });
    await expect(failing).rejects.toThrow('undo');
    expect(await all()).toEqual([]);
    expect(await inRegion('select 1 from campaign_step')).toEqual([]);
  });

  it('pools the groups of a round: one day is a wave, another day another (SUR-15)', async () => {
    const roundId = newId();
    const facts = [
      await meeting(roundId, 5, { theme: 'Ouderen' }),
      await meeting(roundId, 6, { theme: 'GGZ' }),
      await meeting(roundId, 4, { theme: 'Jeugd', endedAt: '2027-03-11T20:00:00Z' }),
    ];
    await publish('meeting.closed', facts[0] as FactPayloads['meeting.closed']);
    // five people alone could not be promised that nobody knows who said what
    expect((await all())[0]).toMatchObject({ anonymity: 'confidential', turnout: { invited: 5 } });
    await publish('meeting.closed', facts[1] as FactPayloads['meeting.closed']);
    let [view] = await all();
    expect(view).toMatchObject({ anonymity: 'anonymous', turnout: { invited: 11 } });
    expect(dues(view as CampaignView)).toEqual([
      'invite 1 2027-03-10T08:00',
      'remind 1 2027-03-14T08:00',
      'close 1 2027-03-17T08:00',
    ]);

    clock.set('2027-03-10T08:00:00Z');
    await sweeps.sweep(region.id);
    clock.set('2027-03-11T20:10:00Z');
    await publish('meeting.closed', facts[2] as FactPayloads['meeting.closed']);
    [view] = await all();
    expect(await all()).toHaveLength(1);
    expect(view).toMatchObject({ state: 'running', turnout: { invited: 15 } });
    expect(dues(view as CampaignView)).toEqual([
      'invite 1 2027-03-10T08:00',
      'invite 2 2027-03-12T08:00',
      'remind 1 2027-03-14T08:00',
      'remind 2 2027-03-16T08:00',
      'close 2 2027-03-19T08:00',
    ]);
    clock.set('2027-03-12T08:00:00Z');
    await sweeps.sweep(region.id);
    const mails = await inRegion<{ deadline: string; n: number }>(
      `select params->>'deadline' as deadline, count(*)::integer as n from mail group by 1 order by 1`,
    );
    // each wave has its own end; answers are taken until the campaign closes
    expect(mails).toEqual([
      { deadline: '2027-03-17T08:00:00.000Z', n: 11 },
      { deadline: '2027-03-19T08:00:00.000Z', n: 4 },
    ]);
    expect(
      await inRegion(
        `select theme, wave, count(*)::integer as n from invitation group by 1, 2 order by 2, 1`,
      ),
    ).toEqual([
      { theme: 'GGZ', wave: 1, n: 6 },
      { theme: 'Ouderen', wave: 1, n: 5 },
      { theme: 'Jeugd', wave: 2, n: 4 },
    ]);
  });

  it('keeps a round open for groups that still have to meet', async () => {
    const roundId = newId();
    const lastEndsAt = '2027-04-20T19:00:00Z';
    await publish('meeting.closed', await meeting(roundId, 6, { lastEndsAt }));
    let [view] = await all();
    expect(view?.closesAt).toBe('2027-04-28T07:00:00.000Z');
    clock.set('2027-03-10T08:00:00Z');
    await sweeps.sweep(region.id);
    clock.set('2027-04-20T19:05:00Z');
    await publish('meeting.closed', await meeting(roundId, 6, { endedAt: lastEndsAt, lastEndsAt }));
    expect(await all()).toHaveLength(1);
    [view] = await all();
    expect(view).toMatchObject({ state: 'running', closesAt: '2027-04-28T07:00:00.000Z' });
    expect(view?.steps.filter(({ kind }) => kind === 'close')).toHaveLength(1);
  });

  it('asks a person once per campaign, whatever they are there for', async () => {
    const [first, ...others] = await attendees(6);
    const leader = { ...(first as Attendee), role: 'discussion-leader' as const };
    const roundId = newId();
    await publish(
      'meeting.closed',
      await meeting(roundId, 0, { attendees: [first as Attendee, ...others, leader] }),
    );
    await publish(
      'meeting.closed',
      await meeting(roundId, 0, { attendees: [leader], endedAt: '2027-03-10T20:00:00Z' }),
    );
    expect(await inRegion(`select role from invitation where person_id = $1`, [leader.personId])).toEqual([
      { role: 'practice-holder' },
    ]);
    const [view] = await all();
    expect(view?.turnout.invited).toBe(6);
    expect(view?.steps.filter(({ kind }) => kind === 'invite')).toHaveLength(1);
  });

  it('passes over who has no mail address, and says who', async () => {
    await publish(
      'session.ended',
      await session({ attendees: await attendees(6, 6, (k) => (k === 0 ? '' : `${newId()}@x.example`)) }),
    );
    const [view] = await all();
    expect(view).toMatchObject({ turnout: { invited: 5 }, unreachable: [{ name: 'Persoon 0001' }] });
    await test.database.definer(`update person set email = id || '@elders.example' where email = ''`);
    await publish('session.ended', await session({ attendees: await attendees(1, 1, () => '') }));
    expect(await all()).toHaveLength(1);
  });

  it('does not start again what the organiser stopped', async () => {
    const roundId = newId();
    await publish('meeting.closed', await meeting(roundId, 6));
    await services(CampaignControl).stop(coordinator, (await all())[0]?.id as string);
    await publish('meeting.closed', await meeting(roundId, 6, { endedAt: '2027-03-11T20:00:00Z' }));
    expect((await all()).map(({ state }) => state)).toEqual(['stopped']);
  });

  it('starts a second one for a group that meets after the first was closed', async () => {
    const roundId = newId();
    const first = await meeting(roundId, 6);
    await publish('meeting.closed', first);
    clock.set('2027-03-20T08:00:00Z');
    for (let k = 0; k < 3; k++) {
      await sweeps.sweep(region.id);
      clock.pass({ days: 8 });
    }
    await publish('meeting.closed', first);
    expect((await all()).map(({ state }) => state)).toEqual(['closed']);
    await publish('meeting.closed', await meeting(roundId, 6, { endedAt: clock.now().toISOString() }));
    expect((await all()).map(({ state }) => state)).toEqual(['planned', 'closed']);
  });

  it('still invites about something of days ago, and not about something forgotten', async () => {
    clock.set('2027-03-14T12:00:00Z');
    await publish('session.ended', await session());
    await sweeps.sweep(region.id);
    const [view] = await all();
    expect(view).toMatchObject({ state: 'running', closesAt: '2027-03-22T08:00:00.000Z' });
    clock.set('2027-03-24T12:00:00Z');
    await publish('session.ended', await session());
    expect(await all()).toHaveLength(1);
  });
});
