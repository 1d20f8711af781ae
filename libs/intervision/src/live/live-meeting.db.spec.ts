import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meetingLiveRoom, meetingRoom, type MeetingAudience } from '#libs/contracts';
import { LiveRooms } from '#libs/live';
import { DomainError, systemActor, type Actor } from '#libs/platform';
import { makeActor, makeLiveMeeting, makeMeeting, makeRegion, type LiveMeetingRows } from '#libs/testing';
import { openLiveMeetings, STARTS, type LiveMeetingsSpec } from '../../fixtures/open-live-meetings.js';
import { MeetingClosing } from '../meetings/meeting-closing.service.js';
import { LiveMeetingActions } from './live-actions.service.js';
import { LiveMeetingEntry } from './live-entry.service.js';
import { LiveMeetingInputs } from './live-inputs.service.js';
import { LiveMeetingPeople } from './live-people.service.js';
import { LiveMeetingSetup } from './live-setup.service.js';

describe('the live meeting', () => {
  let live: LiveMeetingsSpec;
  beforeAll(async () => {
    live = await openLiveMeetings();
  });
  afterAll(() => live.close());

  const goTo = async ({ leader, id }: LiveMeetingRows, stepId: string): Promise<void> => {
    const { clock: now } = await live.viewOf(leader, id, 'leader');
    await live
      .services(LiveMeetingActions)
      .act(leader, id, { do: 'go', stepId: now.currentId, targetId: stepId });
  };

  it('tells the owner of the case what was said behind their back only when the step is over (roddelmethode)', async () => {
    const { region, meeting } = await live.gossiping();
    const owner = meeting.practices[1] as LiveMeetingRows['practices'][number];
    await live
      .services(LiveMeetingActions)
      .giveRoles(meeting.leader, meeting.id, [{ role: 'case', practiceId: owner.id }]);
    await live.start(meeting);
    await goTo(meeting, 'roddelen');
    await expect(
      live.write(owner.person, meeting.id, 'roddelen', 'Ik?', { done: true }),
    ).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await live.write(meeting.practices[2]?.person as Actor, meeting.id, 'roddelen', 'Zij wil te veel.', {
      done: true,
    });
    await live.services(LiveMeetingInputs).show(meeting.leader, meeting.id, 'roddelen');
    const of = async (person: Actor) =>
      (await live.viewOf(person, meeting.id, 'participant')).inputs.find(
        ({ stepId }) => stepId === 'roddelen',
      );
    expect(await of(owner.person)).toMatchObject({ shown: false, texts: [] });
    expect(await of(meeting.practices[3]?.person as Actor)).toMatchObject({ texts: [{ by: 'anonymous' }] });
    const ownRoom = meetingLiveRoom(meeting.id, 'participant', owner.id);
    const heard = async () =>
      (
        await live.rows<{ c: string }>(
          region.id,
          `select content::text as c from live_fact where room = $1`,
          [ownRoom],
        )
      )
        .map(({ c }) => c)
        .join();
    expect(await heard()).not.toContain('te veel');
    await live
      .services(LiveMeetingActions)
      .act(meeting.leader, meeting.id, { do: 'next', stepId: 'roddelen' });
    expect(await of(owner.person)).toMatchObject({
      shown: true,
      texts: [{ by: 'anonymous', text: 'Zij wil te veel.' }],
    });
    expect(await heard()).toContain('te veel');
  });

  it('shows texts by themselves when all who are here are done, and takes no change of one that stands without a name', async () => {
    const { region, meeting } = await live.opened('incident');
    await live.here(region.id, meeting, 3);
    await live.start(meeting);
    const [a, b, c, d] = meeting.practices.map(({ person }) => person) as [Actor, Actor, Actor, Actor];
    // the leader's practice is a; b brings the case and does not write
    expect((await live.viewOf(a, meeting.id, 'participant')).roles).toContainEqual({
      role: 'case',
      practiceId: meeting.practices[1]?.id,
      practice: 'Praktijk B',
    });
    await expect(live.write(b, meeting.id, 'oordeel', 'x')).rejects.toMatchObject({ code: 'auth.forbidden' });
    const first = await live.write(a, meeting.id, 'oordeel', 'Bellen.', { done: true });
    expect(first).toMatchObject({ version: 1, done: true, fixed: false });
    const shown = async () =>
      (await live.viewOf(d, meeting.id, 'participant')).inputs.find(({ stepId }) => stepId === 'oordeel');
    expect(await shown()).toMatchObject({ shown: false, texts: [] });
    expect((await shown())?.practices).toContainEqual({ practiceId: meeting.practices[0]?.id, done: true });
    await live.write(c, meeting.id, 'oordeel', 'Wachten.', { done: true });
    expect((await shown())?.texts.map(({ text }) => text).sort()).toEqual(['Bellen.', 'Wachten.']);
    await expect(live.write(a, meeting.id, 'oordeel', 'Toch niet.', { version: 1 })).rejects.toMatchObject({
      code: 'meeting.input-shown',
    });
    // who came later adds to it
    await live.write(d, meeting.id, 'oordeel', 'Verwijzen.', { done: true });
    expect((await shown())?.texts).toHaveLength(3);
  });

  it('keeps a text while somebody types, tells a colleague that saved in between, and keeps patients out (DIA-20)', async () => {
    const { meeting } = await live.opened('figures');
    await live.start(meeting);
    const { person, id } = meeting.practices[2] as LiveMeetingRows['practices'][number];
    const colleague = await makeActor(live.database, person.regionId, 'practice-employee', { scopeId: id });
    const first = await live.write(person, meeting.id, 'zelf-kijken', 'Wij zijn hoog');
    expect(first).toEqual({
      stepId: 'zelf-kijken',
      practiceId: id,
      text: 'Wij zijn hoog',
      done: false,
      fixed: false,
      version: 1,
    });
    // sent again after a lost answer
    expect(await live.write(person, meeting.id, 'zelf-kijken', 'Wij zijn hoog')).toEqual(first);
    const second = await live.write(colleague, meeting.id, 'zelf-kijken', 'Wij zijn hoog bij knieën', {
      version: 1,
    });
    expect(second.version).toBe(2);
    await expect(
      live.write(person, meeting.id, 'zelf-kijken', 'Iets anders', { version: 1 }),
    ).rejects.toMatchObject({
      code: 'conflict.stale',
      details: { version: 2 },
    });
    await expect(
      live.write(person, meeting.id, 'zelf-kijken', 'Mevrouw De Vries, BSN 111222333', { version: 2 }),
    ).rejects.toMatchObject({ code: 'text.identifiers' });
    // a screen that comes back has it
    expect((await live.viewOf(colleague, meeting.id, 'participant')).own).toEqual([second]);
  });

  it('runs on one laptop: the leader alone goes through it, writes for the group and closes it (features 24)', async () => {
    const { meeting } = await live.opened('figures');
    live.closed.length = 0;
    await live.start(meeting);
    const actions = live.services(LiveMeetingActions);
    const ids = (await live.viewOf(meeting.leader, meeting.id, 'leader')).steps.map(({ id }) => id);
    for (const [at, stepId] of ids.entries()) {
      if (stepId === 'zelf-kijken') {
        await live.write(meeting.leader, meeting.id, stepId, 'Drie van de vijf zijn hoog.', {
          for: 'group',
          done: true,
        });
        await live.services(LiveMeetingInputs).show(meeting.leader, meeting.id, stepId);
      }
      if (stepId === 'afspraken')
        await live.write(meeting.leader, meeting.id, stepId, 'In maart kijken wij opnieuw.', {
          for: 'group',
          done: true,
        });
      live.clock.pass({ minutes: 10 });
      await actions.act(meeting.leader, meeting.id, { do: at === ids.length - 1 ? 'end' : 'next', stepId });
    }
    const view = await live.viewOf(meeting.leader, meeting.id, 'leader');
    expect(view.clock.state).toBe('ended');
    expect(view.inputs.find(({ stepId }) => stepId === 'zelf-kijken')?.texts).toMatchObject([
      { by: 'group' },
    ]);
    expect(live.closed.map(({ meetingId }) => meetingId)).toEqual([meeting.id]);
    await expect(
      live.write(meeting.leader, meeting.id, 'afspraken', 'Nog iets', { for: 'group' }),
    ).rejects.toMatchObject({
      code: 'live.ended',
    });
  });

  it('gives the method its minutes from the start on, and less when the group begins late', async () => {
    const { meeting } = await live.opened('incident');
    live.clock.set('2026-11-25T18:40:00.000Z');
    await live.services(LiveMeetingActions).act(meeting.leader, meeting.id, { do: 'start', stepId: null });
    expect((await live.viewOf(meeting.leader, meeting.id, 'leader')).clock.endsAt).toBe(
      '2026-11-25T19:45:00.000Z',
    );
    const late = await live.opened('incident');
    live.clock.set('2026-11-25T19:20:00.000Z');
    await live.services(LiveMeetingActions).act(late.meeting.leader, late.meeting.id, {
      do: 'start',
      stepId: null,
    });
    const view = await live.viewOf(late.meeting.leader, late.meeting.id, 'leader');
    expect(view.clock.endsAt).toBe('2026-11-25T20:00:00.000Z');
    expect(view.clock.items.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(40 * 60);
    await live.services(LiveMeetingActions).act(late.meeting.leader, late.meeting.id, {
      do: 'later',
      stepId: 'terugblik',
      minutes: 10,
    });
    const longer = await live.viewOf(late.meeting.leader, late.meeting.id, 'leader');
    expect(longer.clock.endsAt).toBe('2026-11-25T20:10:00.000Z');
    expect(longer.clock.items.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(50 * 60);
  });

  it('lets one of two clicks through: no step is passed by a double click or a second leader', async () => {
    const { meeting } = await live.opened('incident');
    await live.start(meeting);
    const actions = live.services(LiveMeetingActions);
    const clicks = await Promise.allSettled(
      [meeting.leader, meeting.leader, meeting.practices[0]?.person as Actor].map((who) =>
        actions.act(who, meeting.id, { do: 'next', stepId: 'terugblik' }),
      ),
    );
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await live.viewOf(meeting.leader, meeting.id, 'leader')).clock.currentId).toBe('gevallen');
    await actions.act(meeting.leader, meeting.id, { do: 'back', stepId: 'gevallen' });
    expect((await live.viewOf(meeting.leader, meeting.id, 'leader')).clock.currentId).toBe('terugblik');
  });

  it('can always begin: the leader half an hour before, any member once it should have started, who then leads it', async () => {
    const region = await makeRegion(live.database);
    const meeting = await makeLiveMeeting(live.database, region.id, { practices: 5, startsAt: STARTS });
    const setup = live.services(LiveMeetingSetup);
    const member = meeting.practices[3]?.person as Actor;
    const open = (who: Actor) => setup.open(who, meeting.id, { methodId: 'five-step' });
    live.clock.set('2026-11-25T17:59:00.000Z');
    await expect(open(meeting.leader)).rejects.toMatchObject({
      code: 'live.not-open',
      details: { opensAt: '2026-11-25T18:00:00.000Z' },
    });
    live.clock.set('2026-11-25T18:10:00.000Z');
    expect(await setup.view(meeting.leader, meeting.id)).toMatchObject({
      mayOpen: true,
      leads: true,
      minutesAvailable: 90,
    });
    await expect(open(member)).rejects.toMatchObject({ code: 'live.not-open', details: { opensAt: STARTS } });
    live.clock.set('2026-11-25T18:31:00.000Z');
    const seen = await setup.view(member, meeting.id);
    expect(seen).toMatchObject({ mayOpen: true, leads: false });
    // the page sends the proposal back as it stands
    await setup.open(member, meeting.id, { methodId: 'five-step', roles: seen.roles });
    await open(meeting.leader);
    const view = await live.viewOf(member, meeting.id, 'leader');
    expect(view.roles).toContainEqual({
      role: 'leader',
      practiceId: meeting.practices[3]?.id,
      practice: 'Praktijk D',
    });
    // the leader who comes after all leads too, another member does not
    expect((await live.viewOf(meeting.leader, meeting.id, 'leader')).audience).toBe('leader');
    await expect(
      live.viewOf(meeting.practices[2]?.person as Actor, meeting.id, 'leader'),
    ).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it('keeps the steps it opened with, gives roles to who did them least, and refuses the roddelmethode to a new group', async () => {
    live.clock.set('2026-11-25T18:10:00.000Z');
    const region = await makeRegion(live.database);
    const meeting = await makeLiveMeeting(live.database, region.id, { practices: 5, startsAt: STARTS });
    const setup = live.services(LiveMeetingSetup);
    await expect(setup.open(meeting.leader, meeting.id, { methodId: 'gossip' })).rejects.toMatchObject({
      code: 'method.not-yet',
      details: { met: 0, needed: 2 },
    });
    await expect(setup.open(meeting.leader, meeting.id, { methodId: 'nothing' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await setup.open(meeting.leader, meeting.id, { methodId: 'incident', minutes: 30 });
    await live.start(meeting);
    await live
      .services(LiveMeetingActions)
      .act(meeting.leader, meeting.id, { do: 'end', stepId: 'terugblik' });
    const next = await makeMeeting(live.database, region.id, { groupId: meeting.groupId });
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
    const { region, meeting } = await live.opened('incident');
    live.closed.length = 0;
    await live.start(meeting);
    live.clock.set('2026-11-25T22:30:00.000Z');
    const ends = await Promise.allSettled([
      live.services(LiveMeetingActions).act(meeting.leader, meeting.id, { do: 'end', stepId: 'terugblik' }),
      live.services(MeetingClosing).close(systemActor(region.id), meeting.id),
      live.write(meeting.practices[2]?.person as Actor, meeting.id, 'oordeel', 'Te laat?'),
    ]);
    for (const end of ends)
      if (end.status === 'rejected')
        expect(['live.ended', 'live.moved-on']).toContain((end.reason as DomainError).code);
    expect(live.closed).toHaveLength(1);
    const room = await live.database.transaction({ regionId: region.id }, () =>
      live.services(LiveRooms).find(meeting.id),
    );
    expect(room?.endedAt).not.toBeNull();
    expect((await live.viewOf(meeting.leader, meeting.id, 'leader')).clock.state).toBe('ended');
  });

  it('is only for who belongs to it: not the coordinator, not another group, not another region; and each to their own room (SES-02)', async () => {
    const { region, meeting } = await live.opened('incident');
    const other = await makeLiveMeeting(live.database, region.id, { practices: 4, startsAt: STARTS });
    const far = await makeRegion(live.database);
    const coordinator = await makeActor(live.database, region.id, 'region-coordinator');
    const stranger = await makeActor(live.database, far.id, 'region-coordinator');
    const refusal = (who: Actor, as: MeetingAudience) =>
      live.viewOf(who, meeting.id, as).then(
        () => null,
        (error: DomainError) => error.code,
      );
    for (const as of ['leader', 'participant'] as const) {
      expect(await refusal(coordinator, as)).toBe('auth.forbidden');
      expect(await refusal(stranger, as)).toBe('not-found');
      expect(await refusal(other.leader, as)).toBe('not-found');
      expect(await refusal(other.practices[1]?.person as Actor, as)).toBe('not-found');
    }
    const entry = live.services(LiveMeetingEntry);
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
    expect(JSON.stringify((await live.viewOf(b.person, meeting.id, 'participant')).steps)).not.toContain(
      'tip',
    );
  });

  it('puts somebody out and lets them in again, and hands on the lead', async () => {
    const { region, meeting } = await live.opened('incident');
    await live.here(region.id, meeting, 4);
    await live.start(meeting);
    const { person } = meeting.practices[2] as LiveMeetingRows['practices'][number];
    const people = live.services(LiveMeetingPeople);
    await people.remove(meeting.leader, meeting.id, person.personId as string, true);
    await expect(live.viewOf(person, meeting.id, 'participant')).rejects.toMatchObject({
      code: 'live.removed',
    });
    const view = await live.viewOf(meeting.leader, meeting.id, 'leader');
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
    expect((await live.viewOf(person, meeting.id, 'participant')).audience).toBe('participant');
    const d = meeting.practices[3] as LiveMeetingRows['practices'][number];
    // a page that listens here asks again whether its reader leads
    const told = async () =>
      (
        await live.rows<{ version: number }>(region.id, `select version from room where name = $1`, [
          meetingRoom(meeting.id),
        ])
      )[0]?.version ?? 0;
    const before = await told();
    await live
      .services(LiveMeetingActions)
      .giveRoles(meeting.leader, meeting.id, [{ role: 'leader', practiceId: d.id }]);
    expect(await told()).toBe(before + 1);
    expect((await live.viewOf(d.person, meeting.id, 'leader')).audience).toBe('leader');
    await expect(
      live.viewOf(meeting.practices[0]?.person as Actor, meeting.id, 'leader'),
    ).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(
      live
        .services(LiveMeetingActions)
        .giveRoles(d.person, meeting.id, [{ role: 'leader', practiceId: null }]),
    ).rejects.toMatchObject({ code: 'validation.failed' });
  });
});
