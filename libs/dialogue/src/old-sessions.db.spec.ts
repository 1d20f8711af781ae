import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETENTION } from '#libs/contracts';
import { daysBefore, monthsBefore, newId, systemActor } from '#libs/platform';
import {
  makeActor,
  makeDialogueSession,
  makePractice,
  makeRegion,
  openTestDatabase,
  type TestDatabase,
} from '#libs/testing';
import { OldSessions } from './old-sessions.sweeps.js';

const NOW = new Date('2029-03-01T03:00:00Z');

describe('what is kept of a dialogue session (models/security.md #23)', () => {
  let test: TestDatabase;
  let region: { id: string };
  beforeAll(async () => {
    test = await openTestDatabase();
    region = await makeRegion(test.database);
  });
  afterAll(() => test.close());

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(systemActor(region.id), () => test.database.query<Row>(sql, values));

  /** A session with a proposal, a declined one, a question by a colleague, an excuse, presence, a removal and attendance. */
  async function session(state: 'ended' | 'cancelled' | 'planned', over: Date | null): Promise<string> {
    const { id } = await makeDialogueSession(test.database, region.id, { state });
    const practice = await makePractice(test.database, region.id);
    const { personId } = await makeActor(test.database, region.id, 'practice-holder', {
      scopeId: practice.id,
    });
    await rows(
      `update dialogue_session set ended_at = case when state = 'ended' then $2::timestamptz end,
         cancelled_at = case when state = 'cancelled' then $2::timestamptz end where id = $1`,
      [id, over],
    );
    for (const [kind, asked] of [
      ['proposed', null],
      ['withdrawn', null],
      ['withdrawn', NOW],
      ['asked', NOW],
    ])
      await rows(
        `insert into session_question (region_id, session_id, practice_id, state, text, author_name, asked_at) values ($1, $2, $3, $4, 'Hoe?', 'Aad', $5)`,
        [region.id, id, practice.id, kind, asked],
      );
    await rows(
      `insert into session_registration (region_id, session_id, practice_id, state, person_id, excuse) values ($1, $2, $3, 'excused', $4, 'Vakantie')`,
      [region.id, id, practice.id, personId],
    );
    await rows(
      `insert into live_room (id, region_id, kind, clock, opened_at, ended_at) values ($1, $2, 'session', '{}', $3, $3)`,
      [id, region.id, over ?? NOW],
    );
    await rows(
      `insert into live_presence (region_id, room_id, audience, person_id, practice_id) values ($1, $2, 'participant', $3, $4)`,
      [region.id, id, personId, practice.id],
    );
    await rows(`insert into live_removal (region_id, room_id, person_id) values ($1, $2, $3)`, [
      region.id,
      id,
      personId,
    ]);
    await rows(
      `insert into session_attendance (region_id, session_id, practice_id, person_id, source) values ($1, $2, $3, $4, 'report')`,
      [region.id, id, practice.id, personId],
    );
    await rows(
      `insert into follow_up_question (id, region_id, session_id, practice_id, person_id, text, state, shown) values ($1, $2, $3, $4, $5, 'En?', 'answered', true)`,
      [newId(), region.id, id, practice.id, personId],
    );
    return id;
  }
  /** Questions, signed ones, excuses, stays, removals, attendance and follow-ups of a session. */
  const left = async (id: string): Promise<number[]> => {
    const [row] = await rows<{ counts: number[] }>(
      `select array[(select count(*) from session_question where session_id = $1), (select count(author_name) from session_question where session_id = $1),
         (select count(excuse) from session_registration where session_id = $1), (select count(*) from live_presence where room_id = $1),
         (select count(*) from live_removal where room_id = $1), (select count(*) from session_attendance where session_id = $1),
         (select count(*) from follow_up_question where session_id = $1)]::int[] as counts`,
      [id],
    );
    return row?.counts ?? [];
  };
  const minutes = (at: Date, n: number): Date => new Date(at.getTime() + n * 60_000);

  it('is what was asked, when it is over long enough, and everything before that', async () => {
    const days = daysBefore(NOW, RETENTION.sessionDays);
    const months = monthsBefore(NOW, RETENTION.presenceMonths);
    const [young, old, off, ancient, coming] = [
      await session('ended', minutes(days, 1)),
      await session('ended', minutes(days, -1)),
      await session('cancelled', minutes(days, -1)),
      await session('ended', minutes(months, -1)),
      await session('planned', null),
    ];
    const service = new OldSessions(test.database);
    expect(await service.forget(region.id, days)).toBe(15);
    expect(await service.forgetPresence(region.id, months)).toBe(3);
    const all = [4, 4, 1, 1, 1, 1, 1];
    expect(await left(young)).toEqual(all);
    expect(await left(old)).toEqual([2, 0, 0, 1, 1, 1, 1]);
    expect(await left(off)).toEqual([2, 0, 0, 1, 1, 1, 1]);
    expect(await left(ancient)).toEqual([2, 0, 0, 0, 0, 0, 1]);
    expect(await left(coming)).toEqual(all);
    expect(await service.forget(region.id, days)).toBe(0);
    expect(await service.forgetPresence(region.id, months)).toBe(0);
  });

  it('stays in its own region', async () => {
    const other = await makeRegion(test.database);
    expect(await new OldSessions(test.database).forget(other.id, minutes(NOW, 60))).toBe(0);
  });
});
