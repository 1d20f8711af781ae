import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DatePollView } from '#libs/contracts';
import { DomainError, newId, type Actor } from '#libs/platform';
import {
  makeActor,
  makeGroup,
  makePractice,
  makeRegion,
  openTestDatabase,
  processOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { MeetingsService } from '../meetings/meetings.service.js';
import { DatePollAnswers } from './date-poll-answers.service.js';
import { DatePollOptions } from './date-poll-options.service.js';
import { DatePollPages } from './date-poll-pages.service.js';
import { DatePollsService } from './date-polls.service.js';
import { OldPolls } from './old-polls.sweeps.js';
import { PollsAttention } from './polls-attention.service.js';
import { DatePollSweeps } from './polls.sweeps.js';

const at = (date: string, startTime = '19:30', endTime = '21:00') => ({ date, startTime, endTime });

describe('a date poll (GRP-15)', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  let polls: DatePollsService;
  let answers: DatePollAnswers;
  let options: DatePollOptions;
  let pages: DatePollPages;
  let sweeps: DatePollSweeps;
  let region: { id: string };
  let practices: { id: string }[];
  let contacts: Actor[];
  let leader: Actor;
  let coordinator: Actor;
  let group: { id: string; name: string };
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock));
    polls = services(DatePollsService);
    answers = services(DatePollAnswers);
    options = services(DatePollOptions);
    pages = services(DatePollPages);
    sweeps = services(DatePollSweeps);
  });
  afterAll(async () => {
    await close();
    await test.close();
  });
  beforeEach(async () => {
    clock.set('2027-01-10T12:00:00Z');
    region = await makeRegion(test.database);
    practices = [];
    contacts = [];
    for (const name of ['De Linde', 'De Kade', 'Weg']) {
      const practice = await makePractice(test.database, region.id, { name });
      practices.push(practice);
      contacts.push(await makeActor(test.database, region.id, 'practice-contact', { scopeId: practice.id }));
    }
    group = await makeGroup(test.database, region.id, {
      practices: practices.map(({ id }) => id),
      leaderPracticeId: practices[0]?.id,
      name: 'Groep 3',
    });
    leader = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: group.id });
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
  });

  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const ask = (
    options = [at('2027-03-09'), at('2027-03-16')],
    reminderDays = [3, 1],
  ): Promise<DatePollView> =>
    polls.ask(leader, {
      groupId: group.id,
      options,
      answerUntil: new Date('2027-01-20T16:00:00Z'),
      reminderDays,
    });
  const mails = (pollId: string, template: string) =>
    inRegion<{ person: string; params: Record<string, unknown>; state: string }>(
      `select person_id as person, params, state from mail where subject_id = $1 and template = $2 order by id`,
      [pollId, template],
    );
  const refusal = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );
  const id = (k: number): string => practices[k]?.id as string;
  const who = (k: number): Actor => contacts[k] as Actor;
  const option = (poll: DatePollView, k: number): string => poll.options[k]?.id as string;
  const ofPractice = (poll: DatePollView, k: number) =>
    poll.practices.find(({ practiceId }) => practiceId === id(k));

  it('asks every practice once, with a link of its own', async () => {
    const poll = await ask();
    expect(poll).toMatchObject({
      state: 'open',
      meetingState: 'polling',
      group: 'Groep 3',
      mayManage: true,
      advice: [],
      complete: false,
      answerable: [],
    });
    expect(poll.options.map(({ startsAt }) => startsAt)).toEqual([
      '2027-03-09T18:30:00.000Z',
      '2027-03-16T18:30:00.000Z',
    ]);
    const asked = await mails(poll.id, 'date-poll');
    expect(asked.map(({ person }) => person).sort()).toEqual(contacts.map(({ personId }) => personId).sort());
    expect(new Set(asked.map(({ params }) => params['taskLinkId'])).size).toBe(3);
    expect(await refusal(polls.ask(leader, { ...wishOf(poll), meetingId: poll.meetingId }))).toBe(
      'date-poll.asked',
    );
    const [task] = await services(PollsAttention).of(who(1));
    expect(task).toMatchObject({ kind: 'answer-date-poll', href: `/taak/datumprikker/${poll.id}/${id(1)}` });
  });
  const wishOf = (poll: DatePollView) => ({
    options: poll.options.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
    answerUntil: new Date(poll.answerUntil),
    reminderDays: poll.reminderDays,
  });

  it('keeps "not answered" apart from no, and says who of the practice spoke last to colleagues alone', async () => {
    const poll = await ask();
    await answers.save(who(1), poll.id, id(1), {
      answers: { [option(poll, 0)]: 'no' },
      note: 'Wij zijn dan open.',
    });
    const own = await pages.view(who(1), poll.id);
    expect(ofPractice(own, 1)).toMatchObject({
      answers: { [option(poll, 0)]: 'no' },
      note: 'Wij zijn dan open.',
      savedBy: who(1).name,
    });
    expect(own.advice[0]).toMatchObject({ optionId: option(poll, 1), yes: 0, no: 0, unanswered: 3 });
    expect(own.advice[1]).toMatchObject({ optionId: option(poll, 0), no: 1, unanswered: 2 });
    const other = ofPractice(await pages.view(who(2), poll.id), 1);
    expect(other).toMatchObject({ answers: { [option(poll, 0)]: 'no' }, savedBy: null });
    await answers.save(who(1), poll.id, id(1), { answers: { [option(poll, 0)]: null } });
    expect(ofPractice(await pages.view(who(1), poll.id), 1)?.answers).toEqual({});
  });

  it('takes the answers of two people of one practice at the same moment, each to its own date', async () => {
    const poll = await ask();
    const colleague = await makeActor(test.database, region.id, 'practice-holder', { scopeId: id(1) });
    await Promise.all([
      answers.save(who(1), poll.id, id(1), { answers: { [option(poll, 0)]: 'yes' } }),
      answers.save(colleague, poll.id, id(1), { answers: { [option(poll, 1)]: 'maybe' } }),
      answers.save(who(1), poll.id, id(1), { note: 'Bel ons gerust.' }),
    ]);
    const row = ofPractice(await pages.view(who(1), poll.id), 1);
    expect(row).toMatchObject({
      answers: { [option(poll, 0)]: 'yes', [option(poll, 1)]: 'maybe' },
      note: 'Bel ons gerust.',
    });
    const rows = await inRegion(`select 1 from date_poll_practice where poll_id = $1`, [poll.id]);
    expect(rows).toHaveLength(1);
  });

  it('loses no answer when options are added, moved, removed and put back (features 10)', async () => {
    let poll = await ask();
    const [first, second] = [option(poll, 0), option(poll, 1)];
    for (const k of [0, 1]) await answers.save(who(k), poll.id, id(k), { all: 'yes' });
    poll = await options.add(leader, poll.id, poll.version, at('2027-03-23'));
    expect(ofPractice(poll, 1)?.answers).toEqual({ [first]: 'yes', [second]: 'yes' });
    poll = await options.move(leader, poll.id, poll.version, second, at('2027-03-16', '20:00', '21:30'));
    const moved = poll.options[1];
    expect(moved).toMatchObject({
      startTime: '20:00',
      movedFrom: { date: '2027-03-16', startTime: '19:30' },
    });
    // asked again: nobody is taken to have said yes to a time that they never saw
    expect(ofPractice(poll, 1)?.answers).toEqual({ [first]: 'yes' });
    expect(await refusal(answers.save(who(1), poll.id, id(1), { answers: { [second]: 'no' } }))).toBe(
      'date-poll.option-gone',
    );
    poll = await options.restore(leader, poll.id, poll.version, second);
    expect(poll.options.map((one) => one.id)).not.toContain(moved?.id);
    expect(ofPractice(poll, 1)?.answers).toEqual({ [first]: 'yes', [second]: 'yes' });
    poll = await options.remove(leader, poll.id, poll.version, first);
    expect(ofPractice(poll, 0)?.answers).toEqual({ [second]: 'yes' });
    poll = await options.add(leader, poll.id, poll.version, at('2027-03-09'));
    expect(ofPractice(poll, 0)?.answers).toEqual({ [first]: 'yes', [second]: 'yes' });
    expect(await refusal(options.add(leader, poll.id, poll.version - 1, at('2027-03-30')))).toBe(
      'conflict.stale',
    );
    expect(await refusal(options.add(leader, poll.id, poll.version, at('2027-03-09')))).toBe(
      'validation.failed',
    );
    expect(await refusal(options.add(leader, poll.id, poll.version, at('2027-01-09')))).toBe(
      'validation.failed',
    );
  });

  it('asks who had answered once more when the dates change, in one mail for several changes', async () => {
    let poll = await ask();
    await answers.save(who(1), poll.id, id(1), { all: 'yes' });
    poll = await options.add(leader, poll.id, poll.version, at('2027-03-23'));
    await options.add(leader, poll.id, poll.version, at('2027-03-30'));
    clock.set('2027-01-10T12:10:00Z');
    expect(await sweeps.sweep(region.id)).toEqual({ reminded: 1, closed: 0 });
    const told = await mails(poll.id, 'date-poll-reminder');
    expect(told.map(({ person }) => person)).toEqual([who(1).personId]);
    expect(told[0]?.params).toMatchObject({ why: 'changed', open: 2, practices: ['De Kade'] });
  });

  it('reminds who did not answer everything, once, with however many workers, one mail per person', async () => {
    const poll = await ask();
    const alsoKade = `insert into role_assignment (region_id, person_id, role, scope_kind, scope_id) values ($1, $2, 'practice-contact', 'practice', $3)`;
    await inRegion(alsoKade, [region.id, who(2).personId, id(1)]);
    await answers.save(who(0), poll.id, id(0), { all: 'yes' });
    await answers.save(who(1), poll.id, id(1), { answers: { [option(poll, 0)]: 'yes' } });
    clock.set('2027-01-17T07:59:00Z');
    expect(await sweeps.sweep(region.id)).toEqual({ reminded: 0, closed: 0 });
    clock.set('2027-01-17T08:00:00Z');
    const swept = await Promise.all([1, 2, 3, 4].map(() => sweeps.sweep(region.id)));
    expect(swept.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(2);
    const told = await mails(poll.id, 'date-poll-reminder');
    expect(told.map(({ person }) => person).sort()).toEqual([who(1).personId, who(2).personId].sort());
    // another deadline plans new rows, and nobody hears twice on one day
    await polls.change(leader, poll.id, undefined, { answerUntil: new Date('2027-01-18T16:00:00Z') });
    clock.set('2027-01-17T08:30:00Z');
    expect(await sweeps.sweep(region.id)).toEqual({ reminded: 0, closed: 0 });
    const rows = await inRegion<{ state: string }>(
      `select state from date_poll_step where poll_id = $1 and kind = 'remind' order by due_at, state`,
      [poll.id],
    );
    expect(rows.map(({ state }) => state)).toEqual(['done', 'skipped']);
  });

  it('tells the leader once when everybody has answered, whoever answers last', async () => {
    const poll = await ask();
    await Promise.all([0, 1, 2].map((k) => answers.save(who(k), poll.id, id(k), { all: 'yes' })));
    const told = await mails(poll.id, 'date-poll-proposal');
    expect(told.map(({ person }) => person)).toEqual([leader.personId]);
    expect(told[0]?.params).toMatchObject({
      why: 'complete',
      startsAt: '2027-03-09T18:30:00.000Z',
      reason: { nl: 'Alle drie praktijken kunnen. De gespreksleider kan.' },
    });
    await answers.save(who(2), poll.id, id(2), { answers: { [option(poll, 0)]: 'no' } });
    expect(await mails(poll.id, 'date-poll-proposal')).toHaveLength(1);
    expect(await services(PollsAttention).of(leader)).toMatchObject([{ kind: 'choose-date' }]);
  });

  it('closes at the deadline, once, and mails the leader the proposal', async () => {
    const poll = await ask();
    await answers.save(who(0), poll.id, id(0), { answers: { [option(poll, 1)]: 'yes' } });
    clock.set('2027-01-20T16:00:00Z');
    expect(await refusal(answers.save(who(1), poll.id, id(1), { all: 'yes' }))).toBe('date-poll.closed');
    const swept = await Promise.all([1, 2, 3].map(() => sweeps.sweep(region.id)));
    expect(swept.reduce((sum, { closed }) => sum + closed, 0)).toBe(1);
    expect((await mails(poll.id, 'date-poll-proposal'))[0]?.params).toMatchObject({
      why: 'deadline',
      startsAt: '2027-03-16T18:30:00.000Z',
    });
    const reopened = await polls.reopen(leader, poll.id, new Date('2027-01-25T16:00:00Z'));
    expect([reopened.state, ofPractice(reopened, 0)?.answers]).toEqual([
      'open',
      { [option(poll, 1)]: 'yes' },
    ]);
  });

  it('makes a date that of the meeting: an invitation for all under one entry, a kind word for who cannot', async () => {
    const poll = await ask();
    const tuesday = option(poll, 1);
    await answers.save(who(0), poll.id, id(0), { all: 'yes' });
    await answers.save(who(1), poll.id, id(1), { answers: { [tuesday]: 'no' } });
    expect(await refusal(polls.choose(leader, poll.id, poll.version + 7, tuesday))).toBe('conflict.stale');
    const twice = await Promise.all(
      [1, 2].map(() => refusal(polls.choose(leader, poll.id, poll.version, tuesday))),
    );
    expect(twice.sort()).toEqual(['date-poll.chosen', 'done']);
    const [meeting] = await inRegion<Record<string, unknown>>(
      `select state, date::text, start_time, starts_at, calendar_sequence as sequence from meeting where id = $1`,
      [poll.meetingId],
    );
    expect(meeting).toMatchObject({ state: 'planned', date: '2027-03-16', start_time: '19:30' });
    const invited = await mails(poll.meetingId, 'meeting-planned');
    expect(invited).toHaveLength(3);
    const entries = invited.map(({ params }) => params['calendar'] as { uid: string; sequence: number });
    expect(new Set(entries.map(({ uid, sequence }) => `${uid} ${sequence}`))).toEqual(
      new Set([`${poll.meetingId}@leerkring ${String(meeting?.['sequence'])}`]),
    );
    expect((await mails(poll.id, 'date-poll-missed')).map(({ person }) => person)).toEqual([who(1).personId]);
    expect((await mails(poll.id, 'date-poll')).map(({ state }) => state)).not.toContain('planned');
    expect(await refusal(answers.save(who(2), poll.id, id(2), { all: 'yes' }))).toBe('date-poll.closed');
    expect(await pages.view(who(2), poll.id)).toMatchObject({ state: 'chosen', chosenOptionId: tuesday });
    // moved later, the entry is a newer one of the same
    await services(MeetingsService).setDate(leader, poll.meetingId, at('2027-03-23'));
    const [changed] = await mails(poll.meetingId, 'meeting-changed');
    const entry = changed?.params['calendar'] as { uid: string; sequence: number };
    expect(entry.uid).toBe(`${poll.meetingId}@leerkring`);
    expect(entry.sequence).toBeGreaterThan(entries[0]?.sequence as number);
  });

  it('never takes a date on which nobody can, and ends when the meeting gets a date in another way', async () => {
    const poll = await ask();
    for (const k of [0, 1, 2])
      await answers.save(who(k), poll.id, id(k), { answers: { [option(poll, 0)]: 'no' } });
    expect(await refusal(polls.choose(leader, poll.id, undefined, option(poll, 0)))).toBe(
      'date-poll.nobody-can',
    );
    await services(MeetingsService).setDate(leader, poll.meetingId, at('2027-04-06'));
    expect(await pages.view(who(0), poll.id)).toMatchObject({ state: 'closed', meetingState: 'planned' });
    clock.set('2027-01-20T16:00:00Z');
    expect(await sweeps.sweep(region.id)).toEqual({ reminded: 0, closed: 0 });
  });

  it('is seen by the group, its leader and the coordinator, and answered by who speaks for the practice', async () => {
    const poll = await ask();
    const outside = await makePractice(test.database, region.id, { name: 'Elders' });
    const stranger = await makeActor(test.database, region.id, 'practice-holder', { scopeId: outside.id });
    const consultant = await makeActor(test.database, region.id, 'practice-consultant', { scopeId: id(1) });
    const employee = await makeActor(test.database, region.id, 'practice-employee', { scopeId: id(1) });
    for (const actor of [stranger, consultant])
      expect(await refusal(pages.view(actor, poll.id))).toBe('not-found');
    expect((await pages.view(employee, poll.id)).answerable).toEqual([]);
    expect((await pages.view(who(1), poll.id)).answerable).toEqual([id(1)]);
    expect((await pages.view(coordinator, poll.id)).answerable.sort()).toEqual(
      practices.map((one) => one.id).sort(),
    );
    expect(await refusal(answers.save(who(1), poll.id, id(2), { all: 'yes' }))).toBe('auth.forbidden');
    expect(await refusal(answers.save(leader, poll.id, id(2), { all: 'yes' }))).toBe('auth.forbidden');
    expect(await refusal(answers.save(coordinator, poll.id, outside.id, { all: 'yes' }))).toBe('not-found');
    expect(await refusal(answers.save(who(1), poll.id, id(1), { answers: { [newId()]: 'yes' } }))).toBe(
      'date-poll.option-gone',
    );
    expect(await refusal(polls.choose(who(1), poll.id, undefined, option(poll, 0)))).toBe('auth.forbidden');
    const elsewhere = await makeRegion(test.database);
    const foreigner = await makeActor(test.database, elsewhere.id, 'region-coordinator');
    expect(await refusal(pages.view(foreigner, poll.id))).toBe('not-found');
  });

  it('opens for the practice of a task link alone', async () => {
    const poll = await ask();
    const task = (subjectId: string, practiceId: string): Actor => ({
      ...who(1),
      kind: 'task',
      roles: [],
      task: { id: newId(), kind: 'date-poll', subjectId, practiceId },
    });
    const mine = task(poll.id, id(1));
    expect((await answers.save(mine, poll.id, id(1), { all: 'yes' })).answerable).toEqual([id(1)]);
    expect(await refusal(answers.save(mine, poll.id, id(2), { all: 'yes' }))).toBe('auth.forbidden');
    expect(await refusal(pages.view(task(newId(), id(1)), poll.id))).toBe('not-found');
    expect(await refusal(pages.view(task(poll.id, newId()), poll.id))).toBe('not-found');
  });

  it('does not keep a note that points to a patient (DIA-20)', async () => {
    const poll = await ask();
    const note = 'Mevrouw Jansen, geboren 12-03-1956, komt dan.';
    expect(await refusal(answers.save(who(1), poll.id, id(1), { note }))).toBe('text.identifiers');
    expect(await inRegion(`select 1 from date_poll_practice where poll_id = $1`, [poll.id])).toEqual([]);
  });

  it('forgets who could when, and what the leader noted, once the meeting is long over; the dates stay', async () => {
    const [old, coming] = [await ask(), await ask([at('2027-05-04'), at('2027-05-11')])];
    for (const poll of [old, coming]) {
      await answers.save(who(0), poll.id, id(0), { all: 'yes', note: 'Liever niet voor acht uur.' });
      await inRegion(
        `insert into preparation_note (meeting_id, person_id, region_id, text, saved_at) values ($1, $2, $3, 'Rustig beginnen.', now())`,
        [poll.meetingId, leader.personId, region.id],
      );
    }
    await polls.choose(leader, old.id, undefined, option(old, 0));
    const before = (days: number) => new Date(Date.parse('2027-03-09T20:00:00Z') + days * 86_400_000);
    const retention = services(OldPolls);
    const kept = () =>
      inRegion<Record<string, unknown>>(
        `select d.id, (select count(*)::integer from date_poll_option o join date_poll_answer a on a.option_id = o.id where o.poll_id = d.id) as answers,
           (select count(*)::integer from date_poll_practice s where s.poll_id = d.id) as notes,
           (select count(*)::integer from preparation_note n where n.meeting_id = d.meeting_id) as prepared,
           (select count(*)::integer from date_poll_option o where o.poll_id = d.id) as dates from date_poll d order by d.asked_at, d.id`,
      );
    const whole = { answers: 2, notes: 1, prepared: 1, dates: 2 };
    // over, but not closed: it is still being talked about
    expect(await retention.forget(region.id, before(1))).toBe(0);
    await inRegion(`update meeting set state = 'closed' where id = $1`, [old.meetingId]);
    expect(await retention.forget(region.id, before(0))).toBe(0);
    const other = await makeRegion(test.database);
    expect(await retention.forget(other.id, before(1))).toBe(0);
    expect(await kept()).toEqual([
      { id: old.id, ...whole },
      { id: coming.id, ...whole },
    ]);
    expect(await retention.forget(region.id, before(1))).toBe(4);
    expect(await retention.forget(region.id, before(1))).toBe(0);
    expect(await kept()).toEqual([
      { id: old.id, answers: 0, notes: 0, prepared: 0, dates: 2 },
      { id: coming.id, ...whole },
    ]);
    expect(await pages.view(who(0), old.id)).toMatchObject({ state: 'chosen', advice: [] });
  });

  it('keeps the local time on both sides of a clock change, and flags holidays of the region', async () => {
    const poll = await ask([at('2027-03-23'), at('2027-03-30'), at('2027-03-29')]);
    expect(poll.options.map(({ startsAt }) => startsAt)).toEqual([
      '2027-03-23T18:30:00.000Z',
      '2027-03-29T17:30:00.000Z',
      '2027-03-30T17:30:00.000Z',
    ]);
    expect(poll.options[1]?.flags.map(({ name }) => name.nl)).toEqual(['Tweede paasdag']);
    const { days } = await pages.days(leader, '2027-03-01', '2027-04-30');
    expect(days.find(({ date }) => date === '2027-03-29')?.flags).toHaveLength(1);
    expect(days.find(({ date }) => date === '2027-03-30')).toBeUndefined();
  });
});
