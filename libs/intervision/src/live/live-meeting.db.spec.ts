import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  meetingLiveRoom,
  type Facts as FactPayloads,
  type MeetingAudience,
  type MeetingInputView,
  type MeetingScreen,
} from '#libs/contracts';
import { LivePresence, LiveRooms } from '#libs/live';
import { Clock, DomainError, Facts, Rooms, systemActor, type Actor } from '#libs/platform';
import {
  makeActor,
  makeLiveMeeting,
  makeMeeting,
  makeRegion,
  openTestDatabase,
  processOf,
  TurnedClock,
  type LiveMeetingRows,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { MeetingClosing } from '../meetings/meeting-closing.service.js';
import { LiveMeetingActions } from './live-actions.service.js';
import { LiveMeetingEntry } from './live-entry.service.js';
import { LiveMeetingInputs } from './live-inputs.service.js';
import { LiveMeetingPeople } from './live-people.service.js';
import { LiveMeetingReactions } from './live.reactions.js';
import { LiveMeetingSetup } from './live-setup.service.js';
import { LiveMeetings } from './live-meetings.service.js';

const STARTS = '2026-11-25T18:30:00.000Z';
describe('the live meeting', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  const clock = new TurnedClock();
  const closed: FactPayloads['meeting.closed'][] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock, {
      given: (_config, log) => [
        new LivePresence(test.database, clock as Clock, new Rooms(test.database), log),
      ],
    }));
    // the clock is turned by hand here, past what a silent socket gets
    services(LivePresence).times.silent = 24 * 3_600_000;
    services(LiveMeetingReactions).onModuleInit();
    services(Facts).on('meeting.closed', async (_actor, fact) => void closed.push(fact));
  });
  afterAll(async () => {
    await close();
    await test.close();
  });

  const rows = <Row>(regionId: string, sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId }, () => test.database.query<Row>(sql, values));
  const viewOf = (actor: Actor, id: string, as: MeetingAudience): Promise<MeetingScreen> =>
    services(LiveMeetings).view(actor, id, as);
  async function opened(methodId: string, wish: Partial<Parameters<typeof makeLiveMeeting>[2]> = {}) {
    clock.set('2026-11-25T18:05:00.000Z');
    const region = await makeRegion(test.database);
    const meeting = await makeLiveMeeting(test.database, region.id, {
      practices: 6,
      startsAt: STARTS,
      ...wish,
    });
    await services(LiveMeetingSetup).open(meeting.leader, meeting.id, { methodId });
    return { region, meeting };
  }
  /** A group that has met so often before. */
  async function metBefore(regionId: string, { groupId }: LiveMeetingRows, times: number): Promise<void> {
    for (let k = 0; k < times; k++) {
      const id = await makeMeeting(test.database, regionId, {
        groupId,
        startsAt: `2026-0${k + 1}-12T18:30:00Z`,
        endsAt: `2026-0${k + 1}-12T20:00:00Z`,
      });
      await rows(
        regionId,
        `update meeting set state = 'closed', closed_at = ends_at where id = $1 returning id`,
        [id],
      );
    }
  }
  async function gossiping() {
    clock.set('2026-11-25T18:05:00.000Z');
    const region = await makeRegion(test.database);
    const meeting = await makeLiveMeeting(test.database, region.id, { practices: 6, startsAt: STARTS });
    await metBefore(region.id, meeting, 2);
    await services(LiveMeetingSetup).open(meeting.leader, meeting.id, { methodId: 'gossip' });
    return { region, meeting };
  }
  const start = async ({ leader, id }: LiveMeetingRows): Promise<void> => {
    clock.set(STARTS);
    await services(LiveMeetingActions).act(leader, id, { do: 'start', stepId: null });
  };
  const goTo = async ({ leader, id }: LiveMeetingRows, stepId: string): Promise<void> => {
    const { clock: now } = await viewOf(leader, id, 'leader');
    await services(LiveMeetingActions).act(leader, id, { do: 'go', stepId: now.currentId, targetId: stepId });
  };
  const here = async (regionId: string, { id, practices }: LiveMeetingRows, count: number): Promise<void> => {
    for (const { id: practiceId, person } of practices.slice(0, count))
      await services(LivePresence).enter({
        regionId,
        roomId: id,
        personId: person.personId,
        audience: 'participant',
        practiceId,
      });
  };
  const write = (
    actor: Actor,
    id: string,
    stepId: string,
    text: string,
    more: Partial<{ done: boolean; for: 'practice' | 'group'; version: number; confirmed: boolean }> = {},
  ): Promise<MeetingInputView> =>
    services(LiveMeetingInputs).write(actor, id, stepId, {
      text,
      done: false,
      confirmed: false,
      for: 'practice',
      ...more,
    });

  it('tells the owner of the case what was said behind their back only when the step is over (roddelmethode)', async () => {
    const { region, meeting } = await gossiping();
    const owner = meeting.practices[1] as LiveMeetingRows['practices'][number];
    await services(LiveMeetingActions).giveRoles(meeting.leader, meeting.id, [
      { role: 'case', practiceId: owner.id },
    ]);
    await start(meeting);
    await goTo(meeting, 'roddelen');
    await expect(write(owner.person, meeting.id, 'roddelen', 'Ik?', { done: true })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await write(meeting.practices[2]?.person as Actor, meeting.id, 'roddelen', 'Zij wil te veel.', {
      done: true,
    });
    await services(LiveMeetingInputs).show(meeting.leader, meeting.id, 'roddelen');
    const of = async (person: Actor) =>
      (await viewOf(person, meeting.id, 'participant')).inputs.find(({ stepId }) => stepId === 'roddelen');
    expect(await of(owner.person)).toMatchObject({ shown: false, texts: [] });
    expect(await of(meeting.practices[3]?.person as Actor)).toMatchObject({ texts: [{ by: 'anonymous' }] });
    const ownRoom = meetingLiveRoom(meeting.id, 'participant', owner.id);
    const heard = async () =>
      (
        await rows<{ c: string }>(region.id, `select content::text as c from live_fact where room = $1`, [
          ownRoom,
        ])
      )
        .map(({ c }) => c)
        .join();
    expect(await heard()).not.toContain('te veel');
    await services(LiveMeetingActions).act(meeting.leader, meeting.id, { do: 'next', stepId: 'roddelen' });
    expect(await of(owner.person)).toMatchObject({
      shown: true,
      texts: [{ by: 'anonymous', text: 'Zij wil te veel.' }],
    });
    expect(await heard()).toContain('te veel');
  });

  it('shows texts by themselves when all who are here are done, and takes no change of one that stands without a name', async () => {
    const { region, meeting } = await opened('incident');
    await here(region.id, meeting, 3);
    await start(meeting);
    const [a, b, c, d] = meeting.practices.map(({ person }) => person) as [Actor, Actor, Actor, Actor];
    // the leader's practice is a; b brings the case and does not write
    expect((await viewOf(a, meeting.id, 'participant')).roles).toContainEqual({
      role: 'case',
      practiceId: meeting.practices[1]?.id,
      practice: 'Praktijk B',
    });
    await expect(write(b, meeting.id, 'oordeel', 'x')).rejects.toMatchObject({ code: 'auth.forbidden' });
    const first = await write(a, meeting.id, 'oordeel', 'Bellen.', { done: true });
    expect(first).toMatchObject({ version: 1, done: true, fixed: false });
    const shown = async () =>
      (await viewOf(d, meeting.id, 'participant')).inputs.find(({ stepId }) => stepId === 'oordeel');
    expect(await shown()).toMatchObject({ shown: false, texts: [] });
    expect((await shown())?.practices).toContainEqual({ practiceId: meeting.practices[0]?.id, done: true });
    await write(c, meeting.id, 'oordeel', 'Wachten.', { done: true });
    expect((await shown())?.texts.map(({ text }) => text).sort()).toEqual(['Bellen.', 'Wachten.']);
    await expect(write(a, meeting.id, 'oordeel', 'Toch niet.', { version: 1 })).rejects.toMatchObject({
      code: 'meeting.input-shown',
    });
    // who came later adds to it
    await write(d, meeting.id, 'oordeel', 'Verwijzen.', { done: true });
    expect((await shown())?.texts).toHaveLength(3);
  });

  it('keeps a text while somebody types, tells a colleague that saved in between, and keeps patients out (DIA-20)', async () => {
    const { meeting } = await opened('figures');
    await start(meeting);
    const { person, id } = meeting.practices[2] as LiveMeetingRows['practices'][number];
    const colleague = await makeActor(test.database, person.regionId, 'practice-employee', { scopeId: id });
    const first = await write(person, meeting.id, 'zelf-kijken', 'Wij zijn hoog');
    expect(first).toEqual({
      stepId: 'zelf-kijken',
      practiceId: id,
      text: 'Wij zijn hoog',
      done: false,
      fixed: false,
      version: 1,
    });
    // sent again after a lost answer
    expect(await write(person, meeting.id, 'zelf-kijken', 'Wij zijn hoog')).toEqual(first);
    const second = await write(colleague, meeting.id, 'zelf-kijken', 'Wij zijn hoog bij knieën', {
      version: 1,
    });
    expect(second.version).toBe(2);
    await expect(
      write(person, meeting.id, 'zelf-kijken', 'Iets anders', { version: 1 }),
    ).rejects.toMatchObject({
      code: 'conflict.stale',
      details: { version: 2 },
    });
    await expect(
      write(person, meeting.id, 'zelf-kijken', 'Mevrouw De Vries, BSN 111222333', { version: 2 }),
    ).rejects.toMatchObject({ code: 'text.identifiers' });
    // a screen that comes back has it
    expect((await viewOf(colleague, meeting.id, 'participant')).own).toEqual([second]);
  });

  it('runs on one laptop: the leader alone goes through it, writes for the group and closes it (features 24)', async () => {
    const { meeting } = await opened('figures');
    closed.length = 0;
    await start(meeting);
    const actions = services(LiveMeetingActions);
    const ids = (await viewOf(meeting.leader, meeting.id, 'leader')).steps.map(({ id }) => id);
    for (const [at, stepId] of ids.entries()) {
      if (stepId === 'zelf-kijken') {
        await write(meeting.leader, meeting.id, stepId, 'Drie van de vijf zijn hoog.', {
          for: 'group',
          done: true,
        });
        await services(LiveMeetingInputs).show(meeting.leader, meeting.id, stepId);
      }
      if (stepId === 'afspraken')
        await write(meeting.leader, meeting.id, stepId, 'In maart kijken wij opnieuw.', {
          for: 'group',
          done: true,
        });
      clock.pass({ minutes: 10 });
      await actions.act(meeting.leader, meeting.id, { do: at === ids.length - 1 ? 'end' : 'next', stepId });
    }
    const view = await viewOf(meeting.leader, meeting.id, 'leader');
    expect(view.clock.state).toBe('ended');
    expect(view.inputs.find(({ stepId }) => stepId === 'zelf-kijken')?.texts).toMatchObject([
      { by: 'group' },
    ]);
    expect(closed.map(({ meetingId }) => meetingId)).toEqual([meeting.id]);
    await expect(
      write(meeting.leader, meeting.id, 'afspraken', 'Nog iets', { for: 'group' }),
    ).rejects.toMatchObject({
      code: 'live.ended',
    });
  });

  it('gives the method its minutes from the start on, and less when the group begins late', async () => {
    const { meeting } = await opened('incident');
    clock.set('2026-11-25T18:40:00.000Z');
    await services(LiveMeetingActions).act(meeting.leader, meeting.id, { do: 'start', stepId: null });
    expect((await viewOf(meeting.leader, meeting.id, 'leader')).clock.endsAt).toBe(
      '2026-11-25T19:45:00.000Z',
    );
    const late = await opened('incident');
    clock.set('2026-11-25T19:20:00.000Z');
    await services(LiveMeetingActions).act(late.meeting.leader, late.meeting.id, {
      do: 'start',
      stepId: null,
    });
    const view = await viewOf(late.meeting.leader, late.meeting.id, 'leader');
    expect(view.clock.endsAt).toBe('2026-11-25T20:00:00.000Z');
    expect(view.clock.items.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(40 * 60);
    await services(LiveMeetingActions).act(late.meeting.leader, late.meeting.id, {
      do: 'later',
      stepId: 'terugblik',
      minutes: 10,
    });
    const longer = await viewOf(late.meeting.leader, late.meeting.id, 'leader');
    expect(longer.clock.endsAt).toBe('2026-11-25T20:10:00.000Z');
    expect(longer.clock.items.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(50 * 60);
  });

  it('lets one of two clicks through: no step is passed by a double click or a second leader', async () => {
    const { meeting } = await opened('incident');
    await start(meeting);
    const actions = services(LiveMeetingActions);
    const clicks = await Promise.allSettled(
      [meeting.leader, meeting.leader, meeting.practices[0]?.person as Actor].map((who) =>
        actions.act(who, meeting.id, { do: 'next', stepId: 'terugblik' }),
      ),
    );
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await viewOf(meeting.leader, meeting.id, 'leader')).clock.currentId).toBe('gevallen');
    await actions.act(meeting.leader, meeting.id, { do: 'back', stepId: 'gevallen' });
    expect((await viewOf(meeting.leader, meeting.id, 'leader')).clock.currentId).toBe('terugblik');
  });

  it('can always begin: the leader half an hour before, any member once it should have started, who then leads it', async () => {
    const region = await makeRegion(test.database);
    const meeting = await makeLiveMeeting(test.database, region.id, { practices: 5, startsAt: STARTS });
    const setup = services(LiveMeetingSetup);
    const member = meeting.practices[3]?.person as Actor;
    const open = (who: Actor) => setup.open(who, meeting.id, { methodId: 'five-step' });
    clock.set('2026-11-25T17:59:00.000Z');
    await expect(open(meeting.leader)).rejects.toMatchObject({
      code: 'live.not-open',
      details: { opensAt: '2026-11-25T18:00:00.000Z' },
    });
    clock.set('2026-11-25T18:10:00.000Z');
    expect(await setup.view(meeting.leader, meeting.id)).toMatchObject({
      mayOpen: true,
      leads: true,
      minutesAvailable: 90,
    });
    await expect(open(member)).rejects.toMatchObject({ code: 'live.not-open', details: { opensAt: STARTS } });
    clock.set('2026-11-25T18:31:00.000Z');
    const seen = await setup.view(member, meeting.id);
    expect(seen).toMatchObject({ mayOpen: true, leads: false });
    // the page sends the proposal back as it stands
    await setup.open(member, meeting.id, { methodId: 'five-step', roles: seen.roles });
    await open(meeting.leader);
    const view = await viewOf(member, meeting.id, 'leader');
    expect(view.roles).toContainEqual({
      role: 'leader',
      practiceId: meeting.practices[3]?.id,
      practice: 'Praktijk D',
    });
    // the leader who comes after all leads too, another member does not
    expect((await viewOf(meeting.leader, meeting.id, 'leader')).audience).toBe('leader');
    await expect(viewOf(meeting.practices[2]?.person as Actor, meeting.id, 'leader')).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it('keeps the steps it opened with, gives roles to who did them least, and refuses the roddelmethode to a new group', async () => {
    clock.set('2026-11-25T18:10:00.000Z');
    const region = await makeRegion(test.database);
    const meeting = await makeLiveMeeting(test.database, region.id, { practices: 5, startsAt: STARTS });
    const setup = services(LiveMeetingSetup);
    await expect(setup.open(meeting.leader, meeting.id, { methodId: 'gossip' })).rejects.toMatchObject({
      code: 'method.not-yet',
      details: { met: 0, needed: 2 },
    });
    await expect(setup.open(meeting.leader, meeting.id, { methodId: 'nothing' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await setup.open(meeting.leader, meeting.id, { methodId: 'incident', minutes: 30 });
    await start(meeting);
    await services(LiveMeetingActions).act(meeting.leader, meeting.id, { do: 'end', stepId: 'terugblik' });
    const next = await makeMeeting(test.database, region.id, { groupId: meeting.groupId });
    const proposal = await setup.view(meeting.leader, next);
    const byRole = Object.fromEntries(proposal.roles.map(({ role, practice }) => [role, practice]));
    expect(byRole).toMatchObject({ leader: 'Praktijk A', case: 'Praktijk C' });
    expect(proposal.methods.find(({ methodId }) => methodId === 'incident')?.reasons).toEqual([
      { code: 'done-before', times: 1 },
    ]);
    expect(proposal.methods.find(({ methodId }) => methodId === 'gossip')).toMatchObject({
      allowed: false,
      reasons: [{ code: 'knows-each-other', met: 1, needed: 2 }],
    });
  });

  it('ends with a meeting that is closed elsewhere, once, whoever is first', async () => {
    const { region, meeting } = await opened('incident');
    closed.length = 0;
    await start(meeting);
    clock.set('2026-11-25T22:30:00.000Z');
    const ends = await Promise.allSettled([
      services(LiveMeetingActions).act(meeting.leader, meeting.id, { do: 'end', stepId: 'terugblik' }),
      services(MeetingClosing).close(systemActor(region.id), meeting.id),
      write(meeting.practices[2]?.person as Actor, meeting.id, 'oordeel', 'Te laat?'),
    ]);
    for (const end of ends)
      if (end.status === 'rejected')
        expect(['live.ended', 'live.moved-on']).toContain((end.reason as DomainError).code);
    expect(closed).toHaveLength(1);
    const room = await test.database.transaction({ regionId: region.id }, () =>
      services(LiveRooms).find(meeting.id),
    );
    expect(room?.endedAt).not.toBeNull();
    expect((await viewOf(meeting.leader, meeting.id, 'leader')).clock.state).toBe('ended');
  });

  it('is only for who belongs to it: not the coordinator, not another group, not another region; and each to their own room (SES-02)', async () => {
    const { region, meeting } = await opened('incident');
    const other = await makeLiveMeeting(test.database, region.id, { practices: 4, startsAt: STARTS });
    const far = await makeRegion(test.database);
    const coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    const stranger = await makeActor(test.database, far.id, 'region-coordinator');
    const refusal = (who: Actor, as: MeetingAudience) =>
      viewOf(who, meeting.id, as).then(
        () => null,
        (error: DomainError) => error.code,
      );
    for (const as of ['leader', 'participant'] as const) {
      expect(await refusal(coordinator, as)).toBe('auth.forbidden');
      expect(await refusal(stranger, as)).toBe('not-found');
      expect(await refusal(other.leader, as)).toBe('not-found');
      expect(await refusal(other.practices[1]?.person as Actor, as)).toBe('not-found');
    }
    const entry = services(LiveMeetingEntry);
    const [a, b] = meeting.practices as [
      LiveMeetingRows['practices'][number],
      LiveMeetingRows['practices'][number],
    ];
    const may = (who: Actor, seat: string) => entry.mayEnter(who, `${meeting.id}/${seat}`);
    expect(await may(b.person, `participant.${b.id}`)).toBe(true);
    for (const seat of [
      `participant.${a.id}`,
      `leader.${b.id}`,
      `leader.${a.id}`,
      'leader',
      'participant',
      'specialist',
      '',
    ])
      expect([seat, await may(b.person, seat)]).toEqual([seat, false]);
    expect(await may(meeting.leader, `leader.${a.id}`)).toBe(true);
    expect(await may(meeting.leader, 'leader')).toBe(false);
    expect(await may(coordinator, 'leader')).toBe(false);
    // tips are for the leader alone
    expect(JSON.stringify((await viewOf(b.person, meeting.id, 'participant')).steps)).not.toContain('tip');
  });

  it('puts somebody out and lets them in again, and hands on the lead', async () => {
    const { region, meeting } = await opened('incident');
    await here(region.id, meeting, 4);
    await start(meeting);
    const { person } = meeting.practices[2] as LiveMeetingRows['practices'][number];
    const people = services(LiveMeetingPeople);
    await people.remove(meeting.leader, meeting.id, person.personId as string, true);
    await expect(viewOf(person, meeting.id, 'participant')).rejects.toMatchObject({ code: 'live.removed' });
    const view = await viewOf(meeting.leader, meeting.id, 'leader');
    expect(
      view.audience === 'leader' && view.people.find(({ personId }) => personId === person.personId),
    ).toMatchObject({
      removed: true,
      here: false,
      practice: 'Praktijk C',
    });
    expect(view.presence.filter((one) => one.here).map(({ practice }) => practice)).toEqual([
      'Praktijk A',
      'Praktijk B',
      'Praktijk D',
    ]);
    await people.remove(meeting.leader, meeting.id, person.personId as string, false);
    expect((await viewOf(person, meeting.id, 'participant')).audience).toBe('participant');
    const d = meeting.practices[3] as LiveMeetingRows['practices'][number];
    await services(LiveMeetingActions).giveRoles(meeting.leader, meeting.id, [
      { role: 'leader', practiceId: d.id },
    ]);
    expect((await viewOf(d.person, meeting.id, 'leader')).audience).toBe('leader');
    await expect(viewOf(meeting.practices[0]?.person as Actor, meeting.id, 'leader')).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(
      services(LiveMeetingActions).giveRoles(d.person, meeting.id, [{ role: 'leader', practiceId: null }]),
    ).rejects.toMatchObject({ code: 'validation.failed' });
  });
});
