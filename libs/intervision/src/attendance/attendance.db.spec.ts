import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Facts as FactPayloads } from '#libs/contracts';
import { LivePresence } from '#libs/live';
import { Facts, Rooms, type Actor } from '#libs/platform';
import { readTable } from '#libs/tabular';
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
import { MeetingClosing } from '../meetings/meeting-closing.service.js';
import { MeetingsService } from '../meetings/meetings.service.js';
import { MandatoryYear } from './mandatory-year.service.js';
import { MeetingAttendanceService } from './meeting-attendance.service.js';
import { MeetingPapers } from './meeting-papers.service.js';

type Known = Actor & { personId: string };

describe('attendance of meetings (SES-13)', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  let region: { id: string };
  let practices: { id: string; name: string }[];
  let people: Known[];
  let leader: Known;
  let coordinator: Known;
  let meeting: string;
  let groupId: string;
  let closed: FactPayloads['meeting.closed'][] = [];
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock, {
      given: (_config, log) => [new LivePresence(test.database, clock, new Rooms(test.database), log)],
    }));
    services(MeetingAttendanceService);
    services(Facts).on('meeting.closed', async (_actor, fact) => void closed.push(fact));
  });
  afterAll(async () => {
    await close();
    await test.close();
  });
  beforeEach(async () => {
    clock.set('2027-02-09T20:10:00Z');
    closed = [];
    region = await makeRegion(test.database);
    practices = [];
    people = [];
    for (const name of ['De Kade', 'De Linde', 'Wegzicht', 'Zuid']) {
      const { id } = await makePractice(test.database, region.id, { name });
      practices.push({ id, name });
      people.push(
        await makeActor(test.database, region.id, 'practice-holder', { scopeId: id, name: `Els ${name}` }),
      );
    }
    const group = await makeGroup(test.database, region.id, {
      practices: practices.map(({ id }) => id),
      name: 'Groep 3',
      leaderPracticeId: practice(0),
    });
    groupId = group.id;
    leader = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: groupId });
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    meeting = await makeMeeting(test.database, region.id, {
      groupId,
      title: 'Polyfarmacie',
      mandatory: true,
      startsAt: '2027-02-09T18:30:00Z',
      endsAt: '2027-02-09T20:00:00Z',
    });
  });

  const practice = (k: number): string => practices[k]?.id ?? '';
  const person = (k: number): Known => people[k] as Known;
  const attendance = () => services(MeetingAttendanceService);
  const rows = <Row>(sql: string, values: unknown[] = [], regionId = region.id): Promise<Row[]> =>
    test.database.transaction({ regionId }, () => test.database.query<Row>(sql, values));
  const measured = async (who: Known, practiceId: string | null, from: string, to: string) => {
    await rows(
      `insert into live_room (id, region_id, kind, clock, opened_at) values ($1, $2, 'meeting', '{}', '2027-02-09T18:30:00Z') on conflict do nothing`,
      [meeting, region.id],
    );
    await rows(
      `insert into live_presence (region_id, room_id, audience, person_id, practice_id, joined_at, seen_at, left_at)
       values ($1, $2, 'participant', $3, $4, $5, $6, $6)`,
      [region.id, meeting, who.personId, practiceId, `2027-02-09T${from}:00Z`, `2027-02-09T${to}:00Z`],
    );
  };
  const states = async (actor: Actor = leader) =>
    (await attendance().view(actor, meeting)).practices.map(
      ({ practice: name, state, said, people: there }) => [
        name,
        state,
        said,
        there.map(({ name: who, minutes }) => `${who} ${minutes}`),
      ],
    );

  it('proposes who was measured, with real minutes, and one click says that everybody was there', async () => {
    await measured(person(1), practice(1), '18:40', '19:30');
    const colleague = await makeActor(test.database, region.id, 'practice-employee', {
      scopeId: practice(2),
      name: 'Bo',
    });
    expect(await states()).toEqual([
      ['De Kade', null, false, []],
      ['De Linde', 'present', false, ['Els De Linde 50']],
      ['Wegzicht', null, false, []],
      ['Zuid', null, false, []],
    ]);
    await attendance().record(leader, meeting, practice(3), { state: 'absent' }, 0);
    await attendance().everybody(leader, meeting);
    await attendance().everybody(coordinator, meeting);
    // of two people who can have come nobody is guessed
    expect(await states()).toEqual([
      ['De Kade', 'present', true, ['Els De Kade 90']],
      ['De Linde', 'present', true, ['Els De Linde 50']],
      ['Wegzicht', 'present', true, []],
      ['Zuid', 'absent', true, []],
    ]);
    await attendance().record(leader, meeting, practice(2), {
      state: 'present',
      people: [{ personId: colleague.personId, minutes: 45 }],
    });
    expect((await states())[2]).toEqual(['Wegzicht', 'present', true, ['Bo 45']]);
    expect(
      await rows(`select count(*)::integer as n from meeting_attendance where meeting_id = $1`, [meeting]),
    ).toEqual([{ n: 5 }]);
  });

  it('keeps what was said before, with who and when, and refuses what was written over', async () => {
    await attendance().record(leader, meeting, practice(0), { state: 'absent' }, 0);
    clock.pass({ minutes: 5 });
    const told = await attendance().record(
      coordinator,
      meeting,
      practice(0),
      { state: 'replaced', replacedBy: 'Waarnemer De Boer' },
      1,
    );
    const [kade] = told.practices;
    expect(kade).toMatchObject({
      state: 'replaced',
      replacedBy: 'Waarnemer De Boer',
      version: 2,
      people: [],
    });
    expect(kade?.history).toEqual([
      {
        state: 'replaced',
        replacedBy: 'Waarnemer De Boer',
        by: coordinator.name,
        at: '2027-02-09T20:15:00.000Z',
      },
      { state: 'absent', replacedBy: null, by: leader.name, at: '2027-02-09T20:10:00.000Z' },
    ]);
    await expect(
      attendance().record(leader, meeting, practice(0), { state: 'present' }, 1),
    ).rejects.toMatchObject({ code: 'conflict.stale' });
    await attendance().record(leader, meeting, practice(0), { state: null }, 2);
    expect((await states())[0]).toEqual(['De Kade', null, false, []]);
    const log = await rows<{ detail: unknown }>(
      `select detail::text from audit_entry where event like 'meeting.attendance-%' order by seq`,
    );
    expect(log).toHaveLength(3);
    expect(JSON.stringify(log)).not.toContain('Waarnemer');
  });

  it('lets one of two who write at once win', async () => {
    const both = await Promise.allSettled([
      attendance().record(leader, meeting, practice(0), { state: 'absent' }, 0),
      attendance().record(coordinator, meeting, practice(0), { state: 'present' }, 0),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('asks for a replacement by name, for people of the practice, and for a meeting that began', async () => {
    const say = (wish: Parameters<MeetingAttendanceService['record']>[3]) =>
      attendance().record(leader, meeting, practice(0), wish);
    await expect(say({ state: 'replaced' })).rejects.toMatchObject({ code: 'validation.failed' });
    await expect(say({ state: 'replaced', replacedBy: 'BSN 111222333' })).rejects.toMatchObject({
      code: 'text.identifiers',
    });
    await expect(say({ state: 'present', people: [{ personId: person(1).personId }] })).rejects.toMatchObject(
      { code: 'meeting.person-unknown' },
    );
    clock.set('2027-02-09T18:29:00Z');
    await expect(say({ state: 'present' })).rejects.toMatchObject({ code: 'meeting.not-begun' });
    await expect(attendance().everybody(leader, meeting)).rejects.toMatchObject({
      code: 'meeting.not-begun',
    });
  });

  it('counts somebody of the practice who came instead like everybody else: time, list, evaluation and certificate', async () => {
    const papers = services(MeetingPapers);
    const bo = await makeActor(test.database, region.id, 'practice-employee', {
      scopeId: practice(0),
      name: 'Bo',
    });
    await rows(`update role_assignment set big_number = '01234567890' where person_id = $1`, [bo.personId]);
    // the holder looked in, and is not who was there
    await measured(person(0), practice(0), '18:30', '18:40');
    const instead = (people: { personId: string; minutes?: number }[], replacedBy?: string) =>
      attendance().record(leader, meeting, practice(0), { state: 'replaced', people, replacedBy });
    await expect(instead([bo], 'Waarnemer')).rejects.toMatchObject({ code: 'validation.failed' });
    await expect(instead([person(1)])).rejects.toMatchObject({ code: 'meeting.person-unknown' });
    await instead([{ personId: bo.personId, minutes: 45 }]);
    expect((await states())[0]).toEqual(['De Kade', 'replaced', true, ['Bo 45']]);
    await services(MeetingsService).close(leader, meeting);
    expect(closed[0]?.attendees).toEqual([
      { personId: bo.personId, practiceId: practice(0), role: 'practice-employee' },
    ]);
    expect((await attendance().view(bo, meeting)).certificate).toBe(true);
    expect((await papers.certificate(bo, meeting)).body.subarray(0, 5).toString()).toBe('%PDF-');
    await expect(papers.certificate(person(0), meeting)).rejects.toMatchObject({ code: 'not-found' });
    const { body } = await papers.accreditation(coordinator, meeting, 'csv');
    expect(body.toString('utf8').trim().split(/\r?\n/).slice(1)).toEqual([';01234567890;Bo;0,75;09-02-2027']);
    // somebody from outside after all: nobody of the practice was there
    await attendance().record(coordinator, meeting, practice(0), {
      state: 'replaced',
      replacedBy: 'Waarnemer',
    });
    expect((await states())[0]).toEqual(['De Kade', 'replaced', true, []]);
    await expect(papers.certificate(bo, meeting)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows a practice its own line alone, without the history or the people of others', async () => {
    await attendance().everybody(leader, meeting);
    const own = await attendance().view(person(1), meeting);
    expect(own.practices).toMatchObject([{ practice: 'De Linde', state: 'present', staff: [], history: [] }]);
    expect(own).toMatchObject({ mayRecord: false, certificate: false, accreditation: null });
    await expect(attendance().everybody(person(1), meeting)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const consultant = await makeActor(test.database, region.id, 'practice-consultant', {
      scopeId: practice(1),
    });
    await expect(attendance().view(consultant, meeting)).rejects.toMatchObject({ code: 'auth.forbidden' });
    const abroad = await makeRegion(test.database);
    const other = await makeActor(test.database, abroad.id, 'region-coordinator');
    await expect(attendance().view(other, meeting)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tells the evaluation who was there; as long as nobody knows, who was asked', async () => {
    await measured(person(1), practice(1), '18:40', '19:30');
    await attendance().record(leader, meeting, practice(0), { state: 'replaced', replacedBy: 'Waarnemer' });
    await attendance().record(leader, meeting, practice(3), { state: 'absent' });
    await services(MeetingsService).close(leader, meeting);
    expect(closed[0]?.attendees.map(({ personId, practiceId }) => [personId, practiceId])).toEqual([
      // nobody of the practice was named: who was asked for it
      [person(0).personId, practice(0)],
      [person(1).personId, practice(1)],
    ]);
    const other = await makeMeeting(test.database, region.id, { practices: [practice(0), practice(1)] });
    clock.set('2027-04-01T20:10:00Z');
    await services(MeetingClosing).close(coordinator, other);
    expect(closed[1]?.attendees).toHaveLength(2);
  });

  it('gives a certificate to who was there once it is closed, and to nobody else (feature 31)', async () => {
    const papers = services(MeetingPapers);
    await measured(person(1), practice(1), '18:40', '19:30');
    await measured(leader, null, '18:30', '20:00');
    await attendance().record(leader, meeting, practice(3), { state: 'absent' });
    await expect(papers.certificate(person(1), meeting)).rejects.toMatchObject({ code: 'not-found' });
    await services(MeetingsService).close(leader, meeting);
    expect((await attendance().view(person(1), meeting)).certificate).toBe(true);
    for (const who of [person(1), leader]) {
      const file = await papers.certificate(who, meeting);
      expect(file.body.subarray(0, 5).toString()).toBe('%PDF-');
    }
    for (const who of [person(0), person(3), coordinator])
      await expect(papers.certificate(who, meeting)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lists for the accreditation who was really there, in both forms, only for a coordinator (SES-13)', async () => {
    const papers = services(MeetingPapers);
    await rows(`update role_assignment set big_number = '01234567890' where person_id = $1`, [
      person(1).personId,
    ]);
    await measured(person(1), practice(1), '18:40', '19:30');
    await attendance().record(leader, meeting, practice(3), { state: 'absent' });
    await expect(papers.accreditation(leader, meeting)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(papers.setActivity(leader, meeting, 'A-1', 0)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await papers.setActivity(coordinator, meeting, ' A-12345 ', 0);
    await expect(papers.setActivity(coordinator, meeting, 'A-2', 0)).rejects.toMatchObject({
      code: 'conflict.stale',
    });
    const csv = await papers.accreditation(coordinator, meeting, 'csv');
    expect(
      csv.body
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .trim()
        .split(/\r?\n/),
    ).toEqual([
      'ID nascholing;BIG-nummer;Naam;Uren;Datum',
      'A-12345;01234567890;Els De Linde;0,75;09-02-2027',
    ]);
    const xlsx = await papers.accreditation(coordinator, meeting);
    expect(xlsx.name).toBe('accreditatie-2027-02-09.xlsx');
    const table = await readTable(xlsx.body);
    expect(table.rows).toHaveLength(1);
  });

  it('counts the mandatory meeting per practice, and what they did besides (GRP-03, GRP-09)', async () => {
    const year = services(MandatoryYear);
    const outside = await makePractice(test.database, region.id, { name: 'Aan de Rand' });
    await makeMeeting(test.database, region.id, {
      title: 'Extra over diabetes',
      practices: [practice(0), practice(1)],
      organiserPracticeId: practice(0),
      startsAt: '2027-01-12T18:30:00Z',
      endsAt: '2027-01-12T20:00:00Z',
      closedAt: '2027-01-12T20:05:00Z',
    });
    await measured(person(1), practice(1), '18:40', '19:30');
    await attendance().record(leader, meeting, practice(3), { state: 'absent' });
    await attendance().record(leader, meeting, practice(0), { state: 'replaced', replacedBy: 'Waarnemer' });
    const shown = async (actor: Actor, when?: number) =>
      (await year.view(actor, when)).practices.map(({ practice: name, state, reason, extra }) => [
        name,
        state,
        reason,
        extra.length,
      ]);
    expect(await shown(coordinator)).toEqual([
      ['Aan de Rand', 'not-yet', 'none', 0],
      ['De Kade', 'met', null, 1],
      ['De Linde', 'met', null, 1],
      ['Wegzicht', 'not-yet', 'unrecorded', 0],
      ['Zuid', 'not-yet', 'absent', 0],
    ]);
    expect((await shown(coordinator, 2026)).every(([, state]) => state === 'not-yet')).toBe(true);
    expect(await shown(person(3))).toEqual([['Zuid', 'not-yet', 'absent', 0]]);
    await makeMeeting(test.database, region.id, {
      mandatory: true,
      practices: [practice(3), outside.id],
      startsAt: '2027-06-08T17:30:00Z',
      endsAt: '2027-06-08T19:00:00Z',
    });
    expect(await shown(person(3))).toEqual([['Zuid', 'coming', null, 0]]);
    // a practice that became part of another brings its meeting with it
    await rows(`update practice set merged_into = $2, archived_at = now() where id = $1`, [
      practice(1),
      outside.id,
    ]);
    expect((await shown(coordinator))[0]).toEqual(['Aan de Rand', 'met', null, 1]);
    const abroad = await makeRegion(test.database);
    expect(await shown(await makeActor(test.database, abroad.id, 'region-coordinator'))).toEqual([]);
  });

  it('asks as few questions for many practices as for one', async () => {
    const count = async (): Promise<[number, number]> => [
      (await queriesOf(test.database, () => services(MandatoryYear).view(coordinator))).length,
      (await queriesOf(test.database, () => attendance().view(leader, meeting))).length,
    ];
    const before = await count();
    for (let k = 0; k < 6; k++) {
      const { id } = await makePractice(test.database, region.id);
      await makeActor(test.database, region.id, 'practice-holder', { scopeId: id });
      await rows(`insert into meeting_practice (region_id, meeting_id, practice_id) values ($1, $2, $3)`, [
        region.id,
        meeting,
        id,
      ]);
    }
    await attendance().everybody(leader, meeting);
    expect(await count()).toEqual(before);
    // the list itself, and the end of its transaction
    expect(before[0]).toBe(2);
  });

  it('forgets the name of somebody who came instead and is erased (AVG art. 17)', async () => {
    const gone = await makeActor(test.database, region.id, 'practice-employee', { name: 'Harm Waarnemer' });
    await attendance().record(leader, meeting, practice(0), {
      state: 'replaced',
      replacedBy: 'Harm Waarnemer',
    });
    await rows(`update role_assignment set until = '2020-01-01' where person_id = $1`, [gone.personId]);
    await rows(`select person_erase($1, $2, $2)`, [gone.personId, '2030-01-01T00:00:00Z']);
    expect(await rows(`select replaced_by from meeting_attendance`)).toEqual([
      { replaced_by: 'Gewist persoon' },
    ]);
  });
});
