import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TaskKinds } from '#libs/access';
import { meetingRoom, type Facts as FactPayloads } from '#libs/contracts';
import type { CalendarEntry } from '#libs/notifications';
import { Facts, Rooms, Secrets, sha256, systemActor, type Actor } from '#libs/platform';
import {
  makeActor,
  makeGroup,
  makeMeeting,
  makePractice,
  makeRegion,
  openTestDatabase,
  processOf,
  queriesOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { AttentionService } from '../groups/attention.service.js';
import { AttendanceRecords } from './attendance-records.service.js';
import { MeetingPages } from './meeting-pages.service.js';
import { MeetingReactions } from './meeting.reactions.js';
import { MeetingTask } from './meeting-task.service.js';
import { MeetingsService } from './meetings.service.js';

interface SentMail {
  template: string;
  to_email: string;
  params: {
    taskLinkId?: string;
    practice: string;
    from?: string | null;
    why?: string;
    calendar: CalendarEntry | null;
  };
}

describe('meetings', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  let meetings: MeetingsService;
  let pages: MeetingPages;
  let region: { id: string };
  let practices: { id: string; name: string }[];
  let contacts: Actor[];
  let group: { id: string; name: string; roundId: string };
  let other: { id: string; name: string };
  let leader: Actor;
  let coordinator: Actor;
  let stranger: Actor;
  const planned: FactPayloads['meeting.planned'][] = [];
  const closed: FactPayloads['meeting.closed'][] = [];
  const clock = new TurnedClock();
  const MARCH = { date: '2027-03-16', startTime: '19:30', endTime: '21:00' };

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock));
    meetings = services(MeetingsService);
    pages = services(MeetingPages);
    services(MeetingTask);
    services(MeetingReactions);
    services(Facts).on('meeting.planned', async (_actor, fact) => void planned.push(fact));
    services(Facts).on('meeting.closed', async (_actor, fact) => void closed.push(fact));
    const { database } = test;
    region = await makeRegion(database);
    practices = [];
    contacts = [];
    for (const name of ['De Linde', 'De Kade', 'Vlierhof', 'Molenveld', 'Oude Sluis', 'Zeedijk']) {
      const district = name === 'Zeedijk' ? 'Zuid' : 'Noord';
      const practice = await makePractice(database, region.id, { name, district });
      practices.push({ id: practice.id, name });
      contacts.push(await makeActor(database, region.id, 'practice-contact', { scopeId: practice.id }));
    }
    const ids = practices.map(({ id }) => id);
    group = await makeGroup(database, region.id, {
      practices: ids.slice(0, 3),
      leaderPracticeId: ids[0] as string,
      name: 'Groep 3',
    });
    other = await makeGroup(database, region.id, { practices: ids.slice(3, 5), name: 'Groep 4' });
    leader = await makeActor(database, region.id, 'discussion-leader', { scopeId: group.id });
    coordinator = await makeActor(database, region.id, 'region-coordinator');
    stranger = await makeActor(database, (await makeRegion(database)).id, 'region-coordinator');
  });
  afterAll(async () => {
    await close();
    await test.close();
  });
  beforeEach(() => {
    clock.set('2026-11-22T12:00:00Z');
    planned.length = 0;
    closed.length = 0;
  });

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const mailsOf = (meetingId: string): Promise<SentMail[]> =>
    rows<SentMail>(`select template, to_email, params from mail where subject_id = $1 order by id`, [
      meetingId,
    ]);
  const at = (k: number): Actor => contacts[k] as Actor;
  const id = (k: number): string => practices[k]?.id as string;
  const plan = (more: object = {}) => meetings.planned(leader, { groupId: group.id, ...MARCH, ...more });
  const linkOf = (meetingId: string, practiceId: string): Actor => ({
    ...systemActor(region.id),
    kind: 'task',
    personId: at(1).personId,
    task: { id: region.id, kind: 'meeting', subjectId: meetingId, practiceId },
  });
  const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code });

  describe('of a group', () => {
    it('is planned by its leader: every member gets it in its calendar, the others hear of it (GRP-14)', async () => {
      const meeting = await plan({ location: 'Praktijk De Linde', meetingLink: 'https://teams.example/1' });
      const sent = await mailsOf(meeting);
      expect(sent.map(({ template, params }) => [template, params.practice])).toEqual(
        expect.arrayContaining(practices.slice(0, 3).map(({ name }) => ['meeting-planned', name])),
      );
      expect(sent).toHaveLength(3);
      expect(sent[0]?.params.calendar).toMatchObject({
        method: 'REQUEST',
        uid: `${meeting}@leerkring`,
        sequence: 0,
        startsAt: '2027-03-16T18:30:00.000Z',
        location: 'Praktijk De Linde',
        timeZone: 'Europe/Amsterdam',
      });
      expect(planned).toEqual([
        {
          meetingId: meeting,
          groupId: group.id,
          startsAt: '2027-03-16T18:30:00.000Z',
          endsAt: '2027-03-16T20:00:00.000Z',
        },
      ]);
      expect(await pages.view(at(1), meeting)).toMatchObject({
        group: 'Groep 3',
        circle: 'group',
        title: 'Thema nummer 1',
        state: 'planned',
        members: [{ name: 'De Kade' }, { name: 'De Linde' }, { name: 'Vlierhof' }],
        may: { takePart: true, lead: false, manage: false },
        ownPracticeIds: [id(1)],
        meetingLink: 'https://teams.example/1',
      });
    });

    it('waits for its date without telling anybody, until there is one', async () => {
      const meeting = await meetings.planned(leader, { groupId: group.id, title: 'Na de zomer' });
      expect(await pages.view(leader, meeting)).toMatchObject({ state: 'polling', startsAt: null });
      expect(await mailsOf(meeting)).toEqual([]);
      await refused(pages.calendar(leader, meeting), 'not-found');
      const silent = await meetings.planned(leader, { groupId: group.id });
      await meetings.cancel(leader, silent);
      expect(await mailsOf(silent)).toEqual([]);
      const view = await meetings.setDate(leader, meeting, { ...MARCH, date: '2027-09-14' });
      expect(view).toMatchObject({ state: 'planned', startsAt: '2027-09-14T17:30:00.000Z' });
      expect((await mailsOf(meeting)).map(({ template }) => template)).toEqual(
        Array(3).fill('meeting-planned'),
      );
      expect(planned).toHaveLength(1);
    });

    it('moves under the same UID with a higher sequence; links go along (features 12)', async () => {
      const meeting = await plan();
      const before = await mailsOf(meeting);
      const view = await meetings.change(leader, meeting, 1, { date: '2027-03-17', startTime: '20:00' });
      expect(view).toMatchObject({ startsAt: '2027-03-17T19:00:00.000Z', endTime: '21:00', version: 2 });
      const sent = (await mailsOf(meeting)).slice(before.length);
      expect(sent).toHaveLength(3);
      for (const { template, params } of sent) {
        expect([template, params.from]).toEqual(['meeting-changed', '2027-03-16T18:30:00.000Z']);
        expect(params.calendar).toMatchObject({
          uid: `${meeting}@leerkring`,
          sequence: 1,
          method: 'REQUEST',
        });
      }
      const token = services(Secrets).token('task-link', before[0]?.params.taskLinkId as string);
      const [link] = await test.database.definer<{ expires_at: Date }>(
        `select expires_at from task_link_open($1, $2)`,
        [sha256(token), clock.now()],
      );
      expect(link?.expires_at.toISOString()).toBe('2027-05-16T19:00:00.000Z');
      const { content, fileName } = await pages.calendar(at(1), meeting);
      expect(fileName).toBe('bijeenkomst-2027-03-17.ics');
      for (const line of ['SEQUENCE:1', 'BEGIN:VTIMEZONE', 'METHOD:REQUEST', `UID:${meeting}@leerkring`])
        expect(content).toContain(line);
      expect(await meetings.change(leader, meeting, 2, { startTime: '20:00' })).toMatchObject({ version: 2 });
    });

    it('says nothing to anybody when only what counts is changed (GRP-03)', async () => {
      const meeting = await plan();
      const before = (await mailsOf(meeting)).length;
      expect(await meetings.change(coordinator, meeting, undefined, { mandatory: true })).toMatchObject({
        mandatory: true,
      });
      expect(await mailsOf(meeting)).toHaveLength(before);
    });

    it('is cancelled for all: every calendar loses it, and nothing can be changed after', async () => {
      const meeting = await plan();
      const before = (await mailsOf(meeting)).length;
      expect(await meetings.cancel(leader, meeting, 1)).toMatchObject({ state: 'cancelled' });
      const sent = (await mailsOf(meeting)).slice(before);
      expect(sent.map(({ template, params }) => [template, params.why, params.calendar?.method])).toEqual(
        Array(3).fill(['meeting-cancelled', 'cancelled', 'CANCEL']),
      );
      expect(sent[0]?.params.calendar?.sequence).toBe(1);
      await refused(meetings.change(leader, meeting, undefined, { location: 'Thuis' }), 'meeting.over');
      await refused(meetings.cancel(leader, meeting), 'meeting.over');
      await refused(meetings.close(leader, meeting), 'meeting.over');
    });

    it.each([
      ['times in the wrong order', { endTime: '19:00' }, 'validation.failed'],
      ['a day that does not exist', { date: '2027-02-30' }, 'validation.failed'],
      ['a date without times', { startTime: undefined }, 'validation.failed'],
      ['an evening that is over', { date: '2026-11-21' }, 'meeting.past'],
      ['a patient in its title', { title: 'BSN 111222333' }, 'text.identifiers'],
    ])('refuses %s', (_what, more, code) => refused(plan(more), code));

    it('shows the next date after it, and none when there is none (GRP-14)', async () => {
      const third = await makeGroup(test.database, region.id, { practices: [id(0), id(5)] });
      const own = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: third.id });
      expect((await pages.view(own, third.id)).next).toBeNull();
      const next = await meetings.planned(own, { groupId: third.id, ...MARCH });
      expect((await pages.view(own, third.id)).next).toEqual({
        id: next,
        state: 'planned',
        startsAt: '2027-03-16T18:30:00.000Z',
      });
      expect((await pages.view(own, next)).next).toBeNull();
    });
  });

  describe('outside a group (GRP-09)', () => {
    it('asks everybody in the district of who calls', async () => {
      const meeting = await meetings.planned(at(0), {
        circle: 'district',
        organiserPracticeId: id(0),
        title: 'HAGRO over wondzorg',
        ...MARCH,
      });
      const view = await pages.view(at(4), meeting);
      expect(view).toMatchObject({
        groupId: null,
        circle: 'district',
        group: 'Noord',
        theme: null,
        next: null,
      });
      expect(view.members).toHaveLength(5);
      expect(view.leader).toMatchObject({ practice: 'De Linde' });
      expect(await pages.view(at(0), meeting)).toMatchObject({ may: { lead: true, manage: true } });
      expect(view.may).toMatchObject({ takePart: true, lead: false, manage: false });
      await refused(pages.view(at(5), meeting), 'not-found');
    });

    it('asks others later: who is new gets it, who leaves sees it go, who stays hears nothing (features 12)', async () => {
      const meeting = await meetings.planned(at(0), {
        circle: 'other',
        organiserPracticeId: id(0),
        practiceIds: [id(1), id(5)],
        title: 'Samen leren',
        ...MARCH,
      });
      const before = (await mailsOf(meeting)).length;
      await meetings.change(at(0), meeting, 1, { practiceIds: [id(1), id(2)] });
      const sent = (await mailsOf(meeting)).slice(before);
      expect(
        sent.map(({ template, params }) => [template, params.practice, params.calendar?.method]).sort(),
      ).toEqual([
        ['meeting-cancelled', 'Zeedijk', 'CANCEL'],
        ['meeting-planned', 'Vlierhof', 'REQUEST'],
      ]);
      await refused(pages.view(at(5), meeting), 'not-found');
      expect((await pages.view(at(2), meeting)).members.map(({ name }) => name)).toEqual([
        'De Kade',
        'De Linde',
        'Vlierhof',
      ]);
    });

    it.each([
      ['nobody else', { practiceIds: [] }, 'meeting.too-few'],
      ['itself', { practiceIds: 'own' }, 'meeting.too-few'],
      [
        'a practice that is not there',
        { practiceIds: ['0198c2e5-0000-7000-8000-000000000000'] },
        'not-found',
      ],
    ])('refuses to ask %s', (_what, { practiceIds }, code) =>
      refused(
        meetings.planned(at(0), {
          circle: 'other',
          organiserPracticeId: id(0),
          practiceIds: practiceIds === 'own' ? [id(0)] : (practiceIds as string[]),
          ...MARCH,
        }),
        code,
      ),
    );

    it('is for who speaks for the practice that calls', async () => {
      const wish = { circle: 'other' as const, practiceIds: [id(1), id(2)], ...MARCH };
      await refused(meetings.planned(at(0), { ...wish, organiserPracticeId: id(1) }), 'auth.forbidden');
      await refused(meetings.planned(at(0), wish), 'auth.forbidden');
      await refused(pages.circles(at(0), id(1)), 'not-found');
      const meeting = await meetings.planned(coordinator, wish);
      expect(await pages.view(coordinator, meeting)).toMatchObject({
        leader: null,
        may: { takePart: false },
      });
    });

    it('offers the circles of a practice, and the rest of the region', async () => {
      const around = await pages.circles(at(0), id(0));
      expect(around.circles).toMatchObject([{ circle: 'district', name: 'Noord' }]);
      expect(around.circles[0]?.practices.map(({ name }) => name)).toEqual([
        'De Kade',
        'Molenveld',
        'Oude Sluis',
        'Vlierhof',
      ]);
      expect(around.others.map(({ name }) => name)).toContain('Zeedijk');
      expect(await pages.choices(at(0))).toMatchObject({ groups: [], practices: [{ name: 'De Linde' }] });
      expect((await pages.choices(leader)).groups).toMatchObject([{ id: group.id, name: 'Groep 3' }]);
    });
  });

  describe('who may know of it and who may change it', () => {
    it.each([
      ['a member', () => at(1), 'auth.forbidden'],
      ['the leader', () => leader, null],
      ['the coordinator', () => coordinator, null],
      ['a practice of another group', () => at(3), 'not-found'],
      ['a coordinator of another region', () => stranger, 'not-found'],
      ['the link of its mail', () => linkOf(group.id, id(1)), 'auth.forbidden'],
      ['a link to a meeting of another group', () => linkOf(other.id, id(3)), 'not-found'],
      ['a link for a practice that is not asked', () => linkOf(group.id, id(3)), 'not-found'],
    ] as const)('%s', async (_who, actor, code) => {
      const call = meetings.change(actor(), group.id, undefined, {});
      if (code === null) expect((await call).id).toBe(group.id);
      else await refused(call, code);
      if (code === 'not-found') await refused(pages.view(actor(), group.id), 'not-found');
      else expect((await pages.view(actor(), group.id)).id).toBe(group.id);
      expect(await pages.mayWatch(actor(), group.id)).toBe(code !== 'not-found');
      if (code !== null) await refused(meetings.planned(actor(), { groupId: group.id, ...MARCH }), code);
    });

    it('a coordinator knows when and where and takes no part in what is said (SES-02)', async () => {
      expect((await pages.view(coordinator, group.id)).may).toEqual({
        takePart: false,
        lead: false,
        manage: true,
      });
    });

    it('a consultant of a member knows when, without the way in', async () => {
      const consultant = await makeActor(test.database, region.id, 'practice-consultant', { scopeId: id(2) });
      const meeting = await plan({ meetingLink: 'https://teams.example/2' });
      expect(await pages.view(consultant, meeting)).toMatchObject({
        meetingLink: null,
        may: { manage: false },
      });
      expect((await pages.calendar(consultant, meeting)).content).not.toContain('teams.example');
    });

    it('says what a link in a mail is about, as long as the meeting goes on', async () => {
      const meeting = await plan({ title: 'Ouderen thuis' });
      const kinds = services(TaskKinds);
      const ask = (practiceId: string) =>
        test.database.transaction({ regionId: region.id }, () =>
          kinds.describe(systemActor(region.id), 'meeting', { personId: '', subjectId: meeting, practiceId }),
        );
      expect(await ask(id(1))).toMatchObject({
        title: { nl: 'Bekijk de bijeenkomst Groep 3: Ouderen thuis' },
        href: `/bijeenkomst/${meeting}`,
      });
      expect(await ask(id(3))).toBeNull();
      await meetings.cancel(leader, meeting);
      expect(await ask(id(1))).toBeNull();
    });
  });

  describe('in a list', () => {
    it('is there for who belongs to it, with as many statements for one as for thirty', async () => {
      const elsewhere = await makeRegion(test.database);
      const [one, two] = [
        await makePractice(test.database, elsewhere.id),
        await makePractice(test.database, elsewhere.id),
      ];
      const chief = await makeActor(test.database, elsewhere.id, 'region-coordinator');
      const member = await makeActor(test.database, elsewhere.id, 'practice-holder', { scopeId: one.id });
      const mine = await makeGroup(test.database, elsewhere.id, { practices: [one.id] });
      await makeGroup(test.database, elsewhere.id, { practices: [two.id] });
      const extra = await makeMeeting(test.database, elsewhere.id, { practices: [one.id, two.id] });
      const few = await queriesOf(test.database, () => pages.list(chief, { limit: 1 }));
      for (let n = 10; n < 40; n++)
        await makeMeeting(test.database, elsewhere.id, {
          groupId: mine.id,
          startsAt: `2027-05-01T10:${n}:00Z`,
          endsAt: `2027-05-01T11:${n}:00Z`,
        });
      const many = await queriesOf(test.database, () => pages.list(chief, { limit: 100 }));
      expect([few.length, many.length]).toEqual([2, 2]);
      expect(await pages.list(chief, { limit: 100 })).toMatchObject({ total: 33, next: null });
      expect(await pages.list(chief, { limit: 100, circle: 'extra' })).toMatchObject({
        total: 1,
        items: [{ id: extra, circle: 'other', practices: 2, mine: false }],
      });
      expect((await pages.list(member, { limit: 100 })).total).toBe(32);
      expect((await pages.list(chief, { limit: 100, mine: true })).total).toBe(0);
      expect((await pages.list(coordinator, { limit: 100, groupId: mine.id })).total).toBe(0);
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await pages.list(member, { limit: 7, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map((item) => item.id));
        cursor = page.next;
      }
      expect(seen).toEqual((await pages.list(member, { limit: 100 })).items.map((item) => item.id));
      expect(new Set(seen).size).toBe(32);
      await refused(pages.list(member, { limit: 5, cursor: 'x|y' }), 'validation.failed');
      clock.set('2027-06-01T10:00:00Z');
      expect((await pages.list(member, { limit: 100 })).total).toBe(0);
      const past = await pages.list(member, { limit: 5, when: 'past' });
      expect(past.items[0]?.startsAt).toBe('2027-05-01T10:39:00.000Z');
      expect((await pages.list(linkOf(extra, one.id), { limit: 5, when: 'past' })).total).toBe(0);
    });
  });

  describe('when it is over', () => {
    it('is closed once, however many close it at the same moment, with who was noted to be there (SES-13)', async () => {
      const meeting = await plan();
      await refused(meetings.close(leader, meeting), 'meeting.not-begun');
      clock.set('2027-03-16T19:45:00Z');
      services(AttendanceRecords).register(async (_actor, one) =>
        one === meeting
          ? [{ personId: at(1).personId as string, practiceId: id(1), role: 'practice-contact' }]
          : null,
      );
      const before = await roomVersion(meeting);
      const views = await Promise.all(
        [leader, coordinator, leader].map((actor) => meetings.close(actor, meeting)),
      );
      expect(views.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
      expect(closed).toMatchObject([
        {
          meetingId: meeting,
          groupId: group.id,
          roundId: group.roundId,
          endedAt: '2027-03-16T19:45:00.000Z',
          attendees: [{ personId: at(1).personId, practiceId: id(1) }],
        },
      ]);
      expect(await roomVersion(meeting)).toBe(before + 1);
      await refused(meetings.change(leader, meeting, undefined, { location: 'Thuis' }), 'meeting.over');
      await refused(meetings.close(at(1), meeting), 'auth.forbidden');
      await refused(meetings.close(at(3), meeting), 'not-found');
    });

    it('belongs to no round outside a group, and has its title for a theme (GRP-09)', async () => {
      const meeting = await makeMeeting(test.database, region.id, {
        title: 'HAGRO over wondzorg',
        practices: [id(0), id(1)],
        organiserPracticeId: id(0),
      });
      clock.set('2027-03-09T19:00:00Z');
      await meetings.close(at(0), meeting);
      expect(closed).toMatchObject([
        { meetingId: meeting, groupId: null, roundId: null, round: null, theme: 'HAGRO over wondzorg' },
      ]);
      expect(closed[0]?.attendees.map(({ practiceId }) => practiceId).sort()).toEqual([id(0), id(1)].sort());
      expect(closed[0]).not.toHaveProperty('lastEndsAt');
    });
  });

  it('asks its leader for a next date after it closed, until there is one, and shows it to who comes (GRP-14)', async () => {
    const attention = services(AttentionService);
    const met = await makeGroup(test.database, region.id, { practices: [id(5)], name: 'Groep 9' });
    const own = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: met.id });
    const asked = async () => (await attention.of(own)).tasks.map((task) => task.id);
    expect((await attention.of(own)).upcoming).toMatchObject([
      { id: `meeting:${met.id}`, title: { nl: 'Groep 9: Bijeenkomst' }, href: `/bijeenkomst/${met.id}` },
    ]);
    expect(await asked()).toEqual([]);
    clock.set('2027-02-09T19:00:00Z');
    await meetings.close(own, met.id);
    expect(await asked()).toEqual([`plan-meeting:${met.id}`]);
    expect((await attention.of(at(0))).tasks).toEqual([]);
    await meetings.planned(own, { groupId: met.id });
    expect(await asked()).toEqual([]);
  });

  it('outside a group goes on with the practice that another became part of; who is closed is not asked any more', async () => {
    const going = await makePractice(test.database, region.id, { name: 'Gaat op' });
    const shut = await makePractice(test.database, region.id, { name: 'Sluit' });
    const meeting = await meetings.planned(coordinator, {
      circle: 'other',
      organiserPracticeId: going.id,
      practiceIds: [id(1), shut.id],
      ...MARCH,
    });
    const inGroup = await rows(`select * from meeting_practice where meeting_id = $1`, [group.id]);
    const before = (await mailsOf(meeting)).length;
    await test.database.transaction(coordinator, async () => {
      await services(Facts).publish(coordinator, 'practice.merged', { practiceId: going.id, intoId: id(5) });
      await services(Facts).publish(coordinator, 'practice.archived', { practiceId: shut.id });
      await services(Facts).publish(coordinator, 'practice.archived', { practiceId: id(2) });
    });
    const view = await pages.view(at(5), meeting);
    expect(view.members.map(({ name }) => name)).toEqual(['De Kade', 'Zeedijk']);
    expect(view.may.lead).toBe(true);
    expect(
      (await mailsOf(meeting)).slice(before).map(({ template, params }) => [template, params.practice]),
    ).toEqual([['meeting-planned', 'Zeedijk']]);
    expect(await rows(`select * from meeting_practice where meeting_id = $1`, [group.id])).toEqual(inGroup);
  });

  it('is changed by one of two who do so at the same moment', async () => {
    const meeting = await plan();
    const outcomes = await Promise.allSettled([
      meetings.change(leader, meeting, 1, { location: 'De Linde' }),
      meetings.change(coordinator, meeting, 1, { location: 'De Kade' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((one) => one.status === 'rejected');
    expect(lost).toMatchObject({ reason: { code: 'conflict.stale' } });
    expect((await pages.view(leader, meeting)).version).toBe(2);
  });

  const roomVersion = (meetingId: string): Promise<number> =>
    test.database.transaction({ regionId: region.id }, () => services(Rooms).version(meetingRoom(meetingId)));
});
