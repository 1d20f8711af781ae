import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import {
  liveRoom,
  type LiveAudience,
  type LiveFact,
  type ModeratorLiveView,
  type ParticipantLiveView,
  type SpecialistLiveView,
} from '#libs/contracts';
import { LivePresence } from '#libs/live';
import { Clock, newId, ROOM_CHANNEL, Rooms, systemActor, type Actor } from '#libs/platform';
import {
  makeLiveSession,
  makeRegion,
  makeStaff,
  openTestDatabase,
  processOf,
  TurnedClock,
  type LiveSessionRows,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { DeskQuestions } from '../questions/desk-questions.service.js';
import { QuestionCategories } from '../questions/question-categories.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { RoomEcho } from '../sessions/room-echo.service.js';
import { SpecialistsService } from '../sessions/specialists.service.js';
import { StepsService } from '../sessions/steps.service.js';
import { lockSession } from '../sessions/sessions.queries.js';
import { AnswersService } from '../specialist/answers.service.js';
import { LiveActions } from './live-actions.service.js';
import { LiveAnswers } from './live-answers.service.js';
import { LivePeople } from './live-people.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { LiveEntry } from './live-entry.service.js';
import { LiveReactions } from './live.reactions.js';
import { LiveSessions } from './live-sessions.service.js';

const STARTS = '2026-11-12T18:30:00.000Z';
const ENDS = '2026-11-12T19:30:00.000Z';
const AUDIENCES = ['moderator', 'participant', 'specialist'] as const;

describe('what changes elsewhere while the room is open (DIA-09…12, 21)', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  let session: LiveSessionRows;
  let moderator: Actor;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock, {
      given: (_config, log) => [
        new LivePresence(test.database, clock as Clock, new Rooms(test.database), log),
      ],
    }));
    services(LiveReactions).onModuleInit();
  });
  afterAll(async () => {
    await close();
    await test.close();
  });
  beforeEach(async () => {
    const region = await makeRegion(test.database);
    clock.set('2026-11-12T18:20:00Z');
    session = await makeLiveSession(test.database, region.id, {
      practices: 3,
      categories: [2, 1],
      startsAt: STARTS,
    });
    moderator = session.moderators[0] as Actor;
    await rows(`update dialogue_session set shared_at = $2 where id = $1`, [session.id, clock.now()]);
    await rows(`update session_question set shared_at = $2 where session_id = $1`, [session.id, clock.now()]);
  });

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(systemActor(moderator.regionId), () => test.database.query<Row>(sql, values));
  const open = () => services(LiveSessions).open(moderator, session.id);
  const act = (wish: Parameters<LiveActions['act']>[2]) =>
    services(LiveActions).act(moderator, session.id, wish);
  const facts = async (audience: LiveAudience): Promise<LiveFact['fact'][]> =>
    (
      await rows<{ content: LiveFact['fact'] }>(
        `select content from live_fact where room = $1 order by version`,
        [liveRoom(session.id, audience)],
      )
    ).map(({ content }) => content);
  const view = <V>(actor: Actor, audience: LiveAudience): Promise<V> =>
    services(LiveSessions).view(actor, session.id, audience) as Promise<V>;
  const person = (at: number) => session.practices[at]?.person as Actor & { personId: string };
  const question = (at: number) => session.questions[at]?.id as string;

  it('shows a question that the desk adds to everybody, also in a part that was not there', async () => {
    await open();
    clock.set(STARTS);
    await act({ do: 'start' });
    const desk = await services(QuestionCategories).create(moderator, session.id, {
      name: 'Nieuw onderwerp',
      minutes: null,
      questionIds: [],
      confirmed: true,
    });
    const category = desk.categories.find(({ name }) => name === 'Nieuw onderwerp')?.id as string;
    await services(DeskQuestions).add(moderator, session.id, {
      text: 'En bij kinderen?',
      categoryId: category,
      confirmed: true,
    });
    for (const audience of AUDIENCES) expect((await facts(audience)).at(-1)).toEqual({ type: 'reload' });
    const seen = [
      await view<ModeratorLiveView>(moderator, 'moderator'),
      await view<ParticipantLiveView>(person(0), 'participant'),
      await view<SpecialistLiveView>(session.specialist, 'specialist'),
    ];
    for (const { questions, clock: hour } of seen) {
      expect(questions.find(({ text }) => text === 'En bij kinderen?')).toMatchObject({
        categoryId: category,
        state: 'open',
      });
      const part = hour.items.find(({ id }) => id === category);
      expect(part?.name).toBe('Nieuw onderwerp');
      expect(part?.seconds).toBeGreaterThan(0);
      // the hour did not grow
      expect(hour.items.reduce((all, { seconds }) => all + seconds, 0)).toBe(3600);
      expect(hour.endsAt).toBe(ENDS);
    }
    // and it can be put on for everybody
    const added = seen[0]?.questions.find(({ text }) => text === 'En bij kinderen?')?.id;
    await act({ do: 'show', targetId: added, questionId: question(0) });
    expect((await view<ParticipantLiveView>(person(1), 'participant')).questionId).toBe(added);
  });

  it('goes on with what the question that is on became part of', async () => {
    await open();
    clock.set(STARTS);
    await act({ do: 'start' });
    await services(DeskQuestions).merge(moderator, session.id, question(0), question(1));
    const { questionId, questions } = await view<ModeratorLiveView>(moderator, 'moderator');
    expect(questions.map(({ id }) => id)).toContain(questionId);
    expect(questions).toHaveLength(2);
  });

  it('lets who was replaced out at once, and who comes instead in', async () => {
    await open();
    const practice = session.practices[0] as LiveSessionRows['practices'][number];
    const colleague = await makeStaff(test.database, moderator.regionId, practice.id, 'practice-employee', {
      name: 'Bo van Dijk',
    });
    const left = practice.person;
    const room = `${session.id}/participant`;
    expect(await services(LiveEntry).mayEnter(left, room)).toBe(true);
    const heard: string[] = [];
    const listener = new Client({ connectionString: test.superUrl });
    await listener.connect();
    listener.on('notification', ({ payload }) => void heard.push(payload ?? ''));
    await listener.query(`listen ${ROOM_CHANNEL}`);
    const [own] = await rows<{ version: number }>(
      `select version from session_registration where session_id = $1 and practice_id = $2`,
      [session.id, practice.id],
    );
    await services(RegistrationsService).register(
      left,
      session.id,
      practice.id,
      { personId: colleague.personId, attendeeKind: 'gp' },
      own?.version,
    );
    // what was told at COMMIT comes before the answer to a later question
    await listener.query('select 1');
    await listener.end();
    expect(heard.map((one) => JSON.parse(one) as object)).toContainEqual({ personId: left.personId });
    expect(await services(LiveEntry).mayEnter(left, room)).toBe(false);
    expect(await services(LiveEntry).mayEnter(colleague, room)).toBe(true);
    const last = (await facts('moderator')).at(-1);
    expect(last).toMatchObject({ type: 'presence', presence: { registered: 3 } });
    expect(JSON.stringify(last)).toContain('Bo van Dijk');
    expect(JSON.stringify(await facts('participant'))).not.toContain('Bo van Dijk');
  });

  it('lets a specialist who was taken off out too', async () => {
    await open();
    const room = `${session.id}/specialist`;
    expect(await services(LiveEntry).mayEnter(session.specialist, room)).toBe(true);
    await services(SpecialistsService).remove(moderator, session.id, session.specialist.personId);
    expect(await services(LiveEntry).mayEnter(session.specialist, room)).toBe(false);
    const { people } = await view<ModeratorLiveView>(moderator, 'moderator');
    expect(people.map(({ personId }) => personId)).not.toContain(session.specialist.personId);
    expect((await facts('moderator')).at(-1)).toMatchObject({ type: 'presence', people: { length: 3 } });
  });

  it('writes down who put whom out of the room, and let them in again', async () => {
    await open();
    const { personId } = person(0);
    for (const removes of [true, false])
      await services(LivePeople).remove(moderator, session.id, personId, removes);
    expect(
      await rows(
        `select event, actor_id as by, detail from audit_entry where event like 'live.person-%' order by seq`,
      ),
    ).toEqual(
      ['live.person-removed', 'live.person-readmitted'].map((event) => ({
        event,
        by: moderator.personId,
        detail: { personId },
      })),
    );
  });

  it('brings a note from the page of the specialist to the moderator, and one from the room to that page, by one way of writing', async () => {
    await open();
    const written = await services(AnswersService).change(session.specialist, session.id, question(0), {
      timing: 'on-time',
      onTime: 'Binnen een week.',
    });
    expect(written.version).toBe(1);
    for (const audience of ['moderator', 'specialist'] as const)
      expect((await facts(audience)).at(-1)).toEqual({
        type: 'answer',
        questionId: question(0),
        answer: written,
      });
    expect(JSON.stringify(await facts('participant'))).not.toContain('Binnen een week.');
    const live = services(LiveAnswers);
    const note = (version: number) =>
      live.change(moderator, session.id, question(0), { note: 'Ja.' }, false, version);
    await expect(note(0)).rejects.toMatchObject({ code: 'conflict.stale' });
    expect(await note(1)).toMatchObject({
      timing: 'on-time',
      onTime: 'Binnen een week.',
      note: 'Ja.',
      version: 2,
    });
    expect((await facts('moderator')).filter(({ type }) => type === 'answer')).toHaveLength(2);
    const events = await rows<{ event: string }>(
      `select event from audit_entry where subject_id = $1 order by seq`,
      [question(0)],
    );
    expect(events.map(({ event }) => event)).toEqual(['question-answer.changed', 'question-answer.changed']);
  });

  it('brings another link, title or way of moderating to every screen in the middle of the hour', async () => {
    await open();
    clock.set(STARTS);
    await act({ do: 'start' });
    const counts = async () =>
      Promise.all(
        AUDIENCES.map(async (one) => (await facts(one)).filter(({ type }) => type === 'reload').length),
      );
    const changes = [{ meetingLink: 'https://teams.example/anders' }, { title: 'Huid' }, { moderated: true }];
    for (const [at, change] of changes.entries()) {
      await services(SessionsService).change(moderator, session.id, change);
      expect(await counts()).toEqual([at + 1, at + 1, at + 1]);
    }
    await services(SessionsService).change(moderator, session.id, { places: 30, title: 'Huid' });
    expect(await counts()).toEqual([3, 3, 3]);
    expect(await view<ParticipantLiveView>(person(0), 'participant')).toMatchObject({
      meetingLink: 'https://teams.example/anders',
      title: 'Huid',
      moderated: true,
    });
  });

  it('ends the hour of a session that is cancelled in the middle of it, and says so at the door', async () => {
    await open();
    clock.set(STARTS);
    await act({ do: 'start' });
    await services(SessionsService).cancel(moderator, session.id);
    for (const audience of AUDIENCES) expect((await facts(audience)).at(-1)).toEqual({ type: 'reload' });
    const [room] = await rows<{ state: string; ended: boolean }>(
      `select clock ->> 'state' as state, ended_at is not null as ended from live_room where id = $1`,
      [session.id],
    );
    expect(room).toEqual({ state: 'ended', ended: true });
    for (const [actor, audience] of [
      [moderator, 'moderator'],
      [person(0), 'participant'],
      [session.specialist, 'specialist'],
    ] as const)
      await expect(view(actor, audience)).rejects.toMatchObject({ code: 'session.cancelled' });
    await expect(services(LiveEntry).entrant(person(0), `${session.id}/participant`)).resolves.toBeNull();
  });

  it('says nothing where no room was opened', async () => {
    const echo = services(RoomEcho);
    await test.database.transaction(systemActor(moderator.regionId), async () => {
      await lockSession(test.database, session.id);
      await echo.questions(session.id);
      await echo.people(session.id, person(0).personId);
      await echo.people(session.id);
    });
    await services(AnswersService).change(session.specialist, session.id, question(0), { note: 'Later.' });
    for (const audience of AUDIENCES) expect(await facts(audience)).toEqual([]);
    expect(await rows(`select 1 from live_room where id = $1`, [session.id])).toEqual([]);
  });

  describe('the end of the hour (DIA-11)', () => {
    const plan = async (): Promise<void> => {
      for (const kind of ['end', 'handout'])
        await rows(
          `insert into session_step (id, region_id, session_id, kind, due_at, state) values ($1, $2, $3, $4, $5, 'planned')`,
          [newId(), moderator.regionId, session.id, kind, ENDS],
        );
    };
    const keep = () => services(StepsService).keepTime(systemActor(moderator.regionId), session.id);
    const state = async () => {
      const [row] = await rows<{ state: string; endedAt: Date | null; end: Date; handout: string }>(
        `select s.state, s.ended_at as "endedAt", e.due_at as end, h.state as handout from dialogue_session s
           join session_step e on e.session_id = s.id and e.kind = 'end'
           join session_step h on h.session_id = s.id and h.kind = 'handout' where s.id = $1`,
        [session.id],
      );
      return row;
    };
    const LAST = new Date('2026-11-12T19:35:00.000Z');

    it('leaves the moderator who is in the middle of a question five minutes, with the clock in overtime', async () => {
      await plan();
      await open();
      clock.set(STARTS);
      await act({ do: 'start' });
      clock.set('2026-11-12T19:30:01Z');
      await keep();
      expect(await state()).toMatchObject({ state: 'live', end: LAST, handout: 'planned' });
      clock.set('2026-11-12T19:34:59Z');
      expect(await keep()).toBe(0);
      const { clock: hour, questionId } = await view<ModeratorLiveView>(moderator, 'moderator');
      expect([hour.state, hour.aheadSeconds < 0]).toEqual(['running', true]);
      await act({ do: 'answered', questionId });
      clock.set('2026-11-12T19:40:00Z');
      await expect(keep()).rejects.toThrow('No part carries out the step "handout"');
      expect(await state()).toMatchObject({ state: 'ended', endedAt: LAST });
    });

    it('is the moderator’s own when it comes within those minutes', async () => {
      await plan();
      await open();
      clock.set(STARTS);
      await act({ do: 'start' });
      clock.set('2026-11-12T19:32:00Z');
      await keep();
      await act({ do: 'end' });
      expect(await state()).toMatchObject({ state: 'ended', endedAt: clock.now() });
    });

    it('comes at its moment where the room was opened and nobody started', async () => {
      await plan();
      await open();
      clock.set('2026-11-12T19:30:01Z');
      await expect(keep()).rejects.toThrow('handout');
      expect(await state()).toMatchObject({ state: 'ended', endedAt: new Date(ENDS) });
    });
  });
});
