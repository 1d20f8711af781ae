import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor, type Actor } from '#libs/platform';
import {
  makeActor,
  makeGroup,
  makeMeeting,
  makePractice,
  makeRegion,
  openTestDatabase,
  processOf,
  refusalOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { MeetingsService } from '../meetings/meetings.service.js';
import { AgreementAsks } from './agreement-asks.service.js';
import { AgreementsAttention } from './agreements-attention.service.js';
import { AgreementsReactions } from './agreements.reactions.js';
import { AgreementsService } from './agreements.service.js';
import { AgreementsSweeps } from './agreements.sweeps.js';
import { KeptAgreements } from './kept-agreements.service.js';
import { MeetingPacks } from './meeting-packs.service.js';

const POINTS = ['Wat hier gezegd wordt, blijft hier.', 'Wij komen op tijd.'];

describe('what a group agrees on, and the pack of its leader', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  let region: { id: string };
  let practices: { id: string; name: string }[];
  let people: (Actor & { personId: string })[];
  let group: { id: string; name: string };
  let leader: Actor & { personId: string };
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock));
    services(AgreementsReactions);
  });
  afterAll(async () => {
    await close();
    await test.close();
  });
  beforeEach(async () => {
    clock.set('2027-01-11T09:00:00Z');
    region = await makeRegion(test.database);
    practices = [];
    people = [];
    for (const name of ['De Linde', 'Molenveld', 'Oude Sluis']) {
      const practice = await makePractice(test.database, region.id, { name });
      practices.push(practice);
      people.push(
        await makeActor(test.database, region.id, 'practice-contact', {
          scopeId: practice.id,
          name: `Contact van ${name}`,
        }),
      );
    }
    group = await makeGroup(test.database, region.id, {
      practices: practices.map(({ id }) => id),
      name: 'Groep 3',
    });
    leader = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: group.id });
    await rows(`update intervision_group set leader_person_id = $1 where id = $2`, [
      leader.personId,
      group.id,
    ]);
  });

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const mails = (template: string) =>
    rows<{ to: string; params: Record<string, unknown> }>(
      `select to_email as "to", params from mail where template = $1 order by created_at, id`,
      [template],
    );
  const practice = (at: number): string => practices[at]?.id as string;
  const person = (at: number): Actor & { personId: string } => people[at] as Actor & { personId: string };
  const agreements = () => services(AgreementsService);
  const write = (who: Actor, version: number, points = POINTS) =>
    agreements().save(who, group.id, version, points, false);
  const sweep = () => services(AgreementsSweeps).sweep(region.id);
  const together = async () => {
    const done = await Promise.all([sweep(), sweep(), sweep()]);
    return {
      asked: done.reduce((sum, { asked }) => sum + asked, 0),
      packs: done.reduce((sum, { packs }) => sum + packs, 0),
    };
  };
  const dueRegions = async () =>
    (await test.database.definer<{ id: string }>('select due_regions($1) as id', [clock.now()])).map(
      ({ id }) => id,
    );
  const accept = (at: number, version: number, accepted = true) =>
    agreements().accept(person(at), group.id, practice(at), version, accepted);

  it('starts from a text that nobody accepted yet; who writes accepts for the own practice (SES-01)', async () => {
    const start = await agreements().get(person(0), group.id);
    expect(start).toMatchObject({ version: 0, accepted: 0, practices: 3, may: { read: true, edit: true } });
    expect(start.points.length).toBeGreaterThan(4);
    const written = await write(person(0), 0);
    expect(written).toMatchObject({ version: 1, points: POINTS, accepted: 1, ownPracticeIds: [practice(0)] });
    expect(written.members.map(({ practice: name, acceptedBy }) => [name, acceptedBy])).toEqual([
      ['De Linde', 'Contact van De Linde'],
      ['Molenveld', null],
      ['Oude Sluis', null],
    ]);
    // the leader writes for no practice
    expect(await write(leader, 1, [...POINTS, 'Wij lachen ook.'])).toMatchObject({ version: 2, accepted: 0 });
  });

  it('asks who did not accept once, after a quiet while, by workers that sweep together (SES-01)', async () => {
    await write(person(0), 0);
    clock.pass({ minutes: 10 });
    await write(person(0), 1, [...POINTS, 'Wij vragen door.']);
    expect(await together()).toEqual({ asked: 0, packs: 0 });
    await accept(1, 2);
    clock.pass({ minutes: 31 });
    expect(await dueRegions()).toContain(region.id);
    expect(await together()).toEqual({ asked: 1, packs: 0 });
    clock.pass({ days: 3 });
    expect(await together()).toEqual({ asked: 0, packs: 0 });
    const [mail, ...more] = await mails('agreement-accept');
    expect(more).toEqual([]);
    expect(mail?.to).toBe(person(2).email);
    expect(mail?.params).toMatchObject({ practice: 'Oude Sluis', group: 'Groep 3', because: 'edited' });
    expect(mail?.params['taskLinkId']).toEqual(expect.any(String));
    // what they agreed on does not travel by mail (SES-02)
    expect(JSON.stringify(mail?.params)).not.toContain('blijft hier');
  });

  it('is accepted again by everybody when a practice joins, with the same points (SES-01)', async () => {
    await write(person(0), 0);
    await accept(1, 1);
    const terp = await makePractice(test.database, region.id, { name: 'De Terp' });
    const contact = await makeActor(test.database, region.id, 'practice-contact', { scopeId: terp.id });
    await test.database.transaction(systemActor(region.id), async () => {
      await test.database.query(
        `insert into group_member (region_id, group_id, practice_id, joined_at) values ($1, $2, $3, $4)`,
        [region.id, group.id, terp.id, clock.now()],
      );
      await services(AgreementAsks).joined(systemActor(region.id), group.id);
    });
    const now = await agreements().get(contact, group.id);
    expect(now).toMatchObject({ version: 2, because: 'joined', points: POINTS, accepted: 0, practices: 4 });
    clock.pass({ minutes: 31 });
    expect(await together()).toEqual({ asked: 4, packs: 0 });
    expect(await agreements().accept(contact, group.id, terp.id, 2, true)).toMatchObject({ accepted: 1 });
    const { versions } = await agreements().history(person(0), group.id);
    expect(
      versions.map(({ version, because, accepted, added, removed }) => [
        version,
        because,
        accepted,
        added,
        removed,
      ]),
    ).toEqual([
      [2, 'joined', 1, [], []],
      [1, 'edited', 2, POINTS, []],
    ]);
  });

  it('lets one of two versions at once be the next, and accepts nothing that was not read', async () => {
    const both = await Promise.all([
      refusalOf(write(person(0), 0)),
      refusalOf(write(person(1), 0, ['Wij luisteren.'])),
    ]);
    expect(both.sort()).toEqual(['allowed', 'conflict.stale']);
    await write(person(0), 1, ['Wij vragen door.']);
    expect(await refusalOf(accept(1, 1))).toBe('conflict.stale');
    expect(await refusalOf(accept(1, 2))).toBe('allowed');
    // twice is once; and it can be taken back
    expect(await accept(1, 2)).toMatchObject({ accepted: 2 });
    expect(await accept(1, 2, false)).toMatchObject({ accepted: 1 });
    expect(await refusalOf(agreements().accept(person(1), group.id, practice(2), 2, true))).toBe(
      'auth.forbidden',
    );
    expect(await refusalOf(write(person(1), 2, ['Mevrouw Jansen, BSN 111222333.']))).toBe('text.identifiers');
    expect(await refusalOf(write(person(1), 2, [' ', '']))).toBe('validation.failed');
  });

  it('is read by nobody outside the group; a coordinator learns how many accepted (SES-02)', async () => {
    await write(person(0), 0);
    const elsewhere = await makePractice(test.database, region.id);
    const neighbour = await makeActor(test.database, region.id, 'practice-holder', { scopeId: elsewhere.id });
    const coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    const abroad = await makeActor(test.database, (await makeRegion(test.database)).id, 'region-coordinator');
    expect(await agreements().get(coordinator, group.id)).toMatchObject({
      version: 1,
      points: [],
      members: [],
      writtenBy: null,
      accepted: 1,
      practices: 3,
      may: { read: false, edit: false },
    });
    expect(await refusalOf(agreements().history(coordinator, group.id))).toBe('auth.forbidden');
    expect(await refusalOf(write(coordinator, 1))).toBe('auth.forbidden');
    expect(await refusalOf(agreements().get(neighbour, group.id))).toBe('not-found');
    expect(await refusalOf(agreements().get(abroad, group.id))).toBe('not-found');
  });

  it('waits on the home page until the practice accepted', async () => {
    await write(person(0), 0);
    const tasks = async (who: Actor) =>
      (await services(AgreementsAttention).of(who)).map(({ kind, href }) => [kind, href]);
    expect(await tasks(person(1))).toEqual([['accept-agreement', `/bijeenkomst/${group.id}#afspraken`]]);
    expect(await tasks(person(0))).toEqual([]);
    await accept(1, 1);
    expect(await tasks(person(1))).toEqual([]);
    clock.set('2027-02-04T09:00:00Z');
    expect(await tasks(leader)).toEqual([['prepare-meeting', `/bijeenkomst/${group.id}/voorbereiding`]]);
  });

  it('tells people and practices what they agreed to and wrote, and nobody what another noted (AVG art. 15)', async () => {
    await write(person(0), 0);
    await accept(1, 1);
    await write(person(1), 1, [...POINTS, 'Wij bellen elkaar.']);
    await services(MeetingPacks).saveNote(leader, group.id, {
      text: 'Rustig beginnen',
      ticked: [],
      confirmed: false,
      version: 0,
    });
    const kept = services(KeptAgreements);
    const at = '2027-01-11T09:00:00.000Z';
    const of = (version: number) => ({ group: 'Groep 3', version, at });
    const mine = await kept.ofActor(person(1));
    expect(mine.agreementsAccepted).toHaveLength(2);
    expect(mine).toEqual({
      agreementsAccepted: expect.arrayContaining(
        [1, 2].map((one) => ({ ...of(one), practice: 'Molenveld' })),
      ),
      agreementsWritten: [{ ...of(2), points: [...POINTS, 'Wij bellen elkaar.'] }],
      preparationNotes: [],
    });
    expect((await kept.ofActor(leader)).preparationNotes).toEqual([
      { meeting: expect.any(String), text: 'Rustig beginnen', at },
    ]);
    expect(await kept.ofPractice(person(0), practice(0))).toEqual({
      agreementsAccepted: [{ ...of(1), by: 'Contact van De Linde' }],
    });
    expect(await kept.ofPractice(person(2), practice(2))).toEqual({ agreementsAccepted: [] });
  });

  describe('the pack', () => {
    const plan = (date: string) =>
      services(MeetingsService).plan(leader, {
        groupId: group.id,
        date,
        startTime: '19:30',
        endTime: '21:00',
      });

    it('goes to the leader once, a week before, and moves with the meeting (SES-04)', async () => {
      const meeting = await plan('2027-04-13');
      await services(MeetingsService).setDate(leader, meeting.id, {
        date: '2027-05-11',
        startTime: '19:30',
        endTime: '21:00',
      });
      clock.set('2027-04-07T09:00:00Z');
      expect(await together()).toEqual({ asked: 0, packs: 0 });
      clock.set('2027-05-04T07:30:00Z');
      expect(await dueRegions()).toContain(region.id);
      expect(await together()).toEqual({ asked: 0, packs: 1 });
      await services(MeetingsService).setDate(leader, meeting.id, {
        date: '2027-06-08',
        startTime: '19:30',
        endTime: '21:00',
      });
      clock.set('2027-06-02T09:00:00Z');
      expect(await together()).toEqual({ asked: 0, packs: 0 });
      const sent = await mails('meeting-pack');
      expect(sent.map(({ to, params }) => [to, params['meetingId']])).toEqual([[leader.email, meeting.id]]);
    });

    it('goes to nobody for a meeting that is off, and to a leader who came later', async () => {
      const off = await plan('2027-04-13');
      await services(MeetingsService).cancel(leader, off.id);
      await plan('2027-04-20');
      await rows(`update intervision_group set leader_person_id = null where id = $1`, [group.id]);
      clock.set('2027-04-13T08:00:00Z');
      expect(await together()).toEqual({ asked: 0, packs: 0 });
      await rows(`update intervision_group set leader_person_id = $1 where id = $2`, [
        leader.personId,
        group.id,
      ]);
      clock.pass({ days: 1, minutes: 1 });
      expect(await together()).toEqual({ asked: 0, packs: 1 });
    });

    it('is for the leader alone; the roddelmethode is in it from the third meeting on (SES-03)', async () => {
      const packs = services(MeetingPacks);
      await write(person(0), 0);
      const first = await packs.get(leader, group.id);
      expect(first).toMatchObject({ metBefore: 0, group: 'Groep 3', casePracticeId: null });
      expect(first.members.map(({ practice: name, contact, accepted }) => [name, contact, accepted])).toEqual(
        [
          ['De Linde', 'Contact van De Linde', true],
          ['Molenveld', 'Contact van Molenveld', false],
          ['Oude Sluis', 'Contact van Oude Sluis', false],
        ],
      );
      const names = (pack: typeof first) => pack.methods.map(({ name }) => name.nl.toLowerCase()).join();
      expect(names(first)).not.toContain('roddel');
      for (const month of ['03', '04'])
        await makeMeeting(test.database, region.id, {
          groupId: group.id,
          startsAt: `2026-${month}-09T18:30:00Z`,
          endsAt: `2026-${month}-09T20:00:00Z`,
          closedAt: `2026-${month}-09T20:00:00Z`,
        });
      const third = await packs.get(leader, group.id);
      expect(third.metBefore).toBe(2);
      expect(names(third)).toContain('roddel');
      expect(await refusalOf(packs.get(person(0), group.id))).toBe('auth.forbidden');
      const others = await makeGroup(test.database, region.id, { practices: [] });
      const other = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: others.id });
      expect(await refusalOf(packs.get(other, group.id))).toBe('not-found');
    });

    it('keeps a note that only its writer sees, and never over another screen', async () => {
      const packs = services(MeetingPacks);
      const save = (text: string, version: number) =>
        packs.saveNote(leader, group.id, { text, ticked: ['room'], confirmed: false, version });
      expect(await save('Anna eerst laten vertellen', 0)).toMatchObject({ version: 1, ticked: ['room'] });
      const both = await Promise.all([refusalOf(save('Een', 1)), refusalOf(save('Twee', 1))]);
      expect(both.sort()).toEqual(['allowed', 'conflict.stale']);
      expect(await refusalOf(save('BSN 111222333', 2))).toBe('text.identifiers');
      const next = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: group.id });
      expect((await packs.get(next, group.id)).note).toEqual({
        text: '',
        ticked: [],
        savedAt: null,
        version: 0,
      });
    });

    it('knows who brings a case, of the practices that come', async () => {
      const packs = services(MeetingPacks);
      await packs.setCase(leader, group.id, practice(1));
      expect((await packs.get(leader, group.id)).casePracticeId).toBe(practice(1));
      const elsewhere = await makePractice(test.database, region.id);
      expect(await refusalOf(packs.setCase(leader, group.id, elsewhere.id))).toBe('not-found');
      await packs.setCase(leader, group.id, null);
      expect((await packs.get(leader, group.id)).casePracticeId).toBeNull();
    });
  });
});
