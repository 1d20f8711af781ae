import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LivePresence } from '#libs/live';
import { Facts, newId, Rooms, type Actor, type Clock } from '#libs/platform';
import {
  makeActor,
  makeDialogueSession,
  makePractice,
  makeRegion,
  makeStaff,
  openTestDatabase,
  processOf,
  TurnedClock,
  type FactorySession,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { DialogueReactions } from './dialogue.reactions.js';

interface Side {
  id: string;
  personId: string;
}

describe('dialogue sessions when two practices become one (GRP-16)', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  let region: { id: string };
  let coordinator: Actor & { personId: string };
  let session: FactorySession;
  let from: Side;
  let into: Side;
  let other: Side;
  const clock = new TurnedClock(new Date('2027-01-05T09:00:00Z'));

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock, {
      given: (_config, log) => [
        new LivePresence(test.database, clock as Clock, new Rooms(test.database), log),
      ],
    }));
    services(DialogueReactions);
  });
  afterAll(async () => {
    await close();
    await test.close();
  });
  beforeEach(async () => {
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    session = await makeDialogueSession(test.database, region.id, { places: 2 });
    [from, into, other] = [await side(), await side(), await side()];
  });

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));
  const side = async (): Promise<Side> => {
    const { id } = await makePractice(test.database, region.id);
    const { personId } = await makeStaff(test.database, region.id, id, 'practice-holder', {
      name: `Houder ${id}`,
    });
    return { id, personId };
  };
  const merge = () =>
    test.database.transaction(coordinator, () =>
      services(Facts).publish(coordinator, 'practice.merged', { practiceId: from.id, intoId: into.id }),
    );
  const register = (at: Side, state: string, askedAt = '2027-01-04T09:00:00Z') =>
    rows(
      `insert into session_registration (region_id, session_id, practice_id, state, person_id, asked_at) values ($1, $2, $3, $4, $5, $6)`,
      [region.id, session.id, at.id, state, at.personId, askedAt],
    );
  const registrations = () =>
    rows<{ practiceId: string; personId: string; state: string }>(
      `select practice_id as "practiceId", person_id as "personId", state from session_registration where session_id = $1 order by asked_at, id`,
      [session.id],
    );
  const mails = async () =>
    (
      await rows<{ template: string; personId: string; method: string | null }>(
        `select template, person_id as "personId", params -> 'calendar' ->> 'method' as method from mail order by id`,
      )
    ).map(({ template, personId, method }) => [template, personId, method]);

  it.each([
    ['registered', null, 'from', ['session-registered']],
    ['waiting', null, 'from', []],
    ['registered', 'registered', 'into', ['session-left']],
    ['waiting', 'registered', 'into', ['session-left']],
    ['excused', 'registered', 'into', []],
    ['registered', 'excused', 'from', ['session-registered']],
    ['registered', 'waiting', 'from', ['session-registered', 'session-left']],
    ['excused', 'waiting', 'into', []],
  ] as const)('keeps one registration: %s beside %s', async (gone, stays, who, told) => {
    await register(from, gone);
    if (stays) await register(into, stays);
    await merge();
    const expected = who === 'from' ? from : into;
    expect(await registrations()).toEqual([
      { practiceId: into.id, personId: expected.personId, state: who === 'from' ? gone : stays },
    ]);
    expect((await mails()).map(([template]) => template)).toEqual(told);
  });

  it('gives the place that comes free to the first in line', async () => {
    await register(from, 'registered');
    await register(into, 'registered');
    await register(other, 'waiting', '2027-01-04T10:00:00Z');
    await merge();
    expect(await registrations()).toEqual([
      { practiceId: into.id, personId: into.personId, state: 'registered' },
      { practiceId: other.id, personId: other.personId, state: 'registered' },
    ]);
    expect(await mails()).toEqual([
      ['session-left', from.personId, 'CANCEL'],
      ['session-registered', other.personId, 'REQUEST'],
    ]);
  });

  it('counts one vote: that of the practice that stays, else the other; a fixed agenda is left alone', async () => {
    const years: string[] = [];
    for (const [at, state] of ['voting', 'voting', 'confirmed'].entries()) {
      const id = newId();
      years.push(id);
      await rows(`insert into dialogue_year (id, region_id, year, state) values ($1, $2, $3, $4)`, [
        id,
        region.id,
        2027 + at,
        state,
      ]);
    }
    const vote = (year: string | undefined, { id }: Side, first: string) =>
      rows(
        `insert into department_vote (region_id, year_id, practice_id, ranking, source) values ($1, $2, $3, $4, 'site')`,
        [region.id, year, id, [first]],
      );
    const [a, b] = [newId(), newId()];
    await vote(years[0], from, a);
    await vote(years[0], into, b);
    await vote(years[1], from, a);
    await vote(years[2], from, a);
    await vote(years[2], into, b);
    await merge();
    expect(
      await rows(
        `select y.year, v.practice_id as practice, v.ranking[1] as first from department_vote v join dialogue_year y on y.id = v.year_id
         order by y.year, v.practice_id = $1`,
        [into.id],
      ),
    ).toEqual([
      { year: 2027, practice: into.id, first: b },
      { year: 2028, practice: into.id, first: a },
      { year: 2029, practice: from.id, first: a },
      { year: 2029, practice: into.id, first: b },
    ]);
  });

  it('takes questions, "wij ook", follow-ups, the inbox, attendance and presence along, each once', async () => {
    const question = async ({ id }: Side) => {
      const own = newId();
      await rows(
        `insert into session_question (id, region_id, session_id, practice_id, state, text, asked_at) values ($1, $2, $3, $4, 'asked', 'Hoe?', now())`,
        [own, region.id, session.id, id],
      );
      return own;
    };
    const endorse = (table: string, key: string, subject: string, { id }: Side) =>
      rows(`insert into ${table} (${key}, practice_id, region_id) values ($1, $2, $3)`, [
        subject,
        id,
        region.id,
      ]);
    const [theirs, ours, third] = [await question(from), await question(into), await question(other)];
    await endorse('question_endorsement', 'question_id', third, from);
    await endorse('question_endorsement', 'question_id', third, into);
    await endorse('question_endorsement', 'question_id', theirs, into);
    await endorse('question_endorsement', 'question_id', theirs, other);
    await endorse('question_endorsement', 'question_id', ours, from);
    const followUp = newId();
    await rows(
      `insert into follow_up_question (id, region_id, session_id, practice_id, person_id, text, state, shown) values ($1, $2, $3, $4, $5, 'En?', 'shown', true)`,
      [followUp, region.id, session.id, other.id, other.personId],
    );
    await endorse('follow_up_endorsement', 'follow_up_id', followUp, from);
    await endorse('follow_up_endorsement', 'follow_up_id', followUp, into);
    for (const [at, { id }] of [from, into].entries())
      await rows(
        `insert into question_inbox (region_id, session_id, practice_id, token_hash) values ($1, $2, $3, $4)`,
        [region.id, session.id, id, Buffer.from(`${session.id}${at}`)],
      );
    await rows(
      `insert into session_attendance (region_id, session_id, practice_id, person_id, source) values ($1, $2, $3, $4, 'organiser')`,
      [region.id, session.id, from.id, from.personId],
    );
    await rows(`insert into live_room (id, region_id, kind, clock) values ($1, $2, 'meeting', '{}')`, [
      session.id,
      region.id,
    ]);
    await rows(
      `insert into live_presence (region_id, room_id, audience, person_id, practice_id) values ($1, $2, 'participant', $3, $4)`,
      [region.id, session.id, from.personId, from.id],
    );
    await merge();
    const keys = async (sql: string): Promise<string[]> =>
      (await rows<{ key: string }>(sql)).map(({ key }) => key).sort();
    expect(await keys(`select question_id || ' ' || practice_id as key from question_endorsement`)).toEqual(
      [`${third} ${into.id}`, `${theirs} ${other.id}`].sort(),
    );
    expect(await keys(`select practice_id::text as key from follow_up_endorsement`)).toEqual([into.id]);
    expect(await keys(`select practice_id::text as key from question_inbox`)).toEqual([into.id]);
    for (const table of ['session_question', 'session_attendance', 'live_presence', 'follow_up_question'])
      expect(
        await keys(`select practice_id::text as key from ${table} where practice_id = '${from.id}'`),
      ).toEqual([]);
    expect(
      await keys(`select token_hash::text as key from question_inbox where practice_id = '${into.id}'`),
    ).toEqual([`\\x${Buffer.from(`${session.id}1`).toString('hex')}`]);
    expect(
      await keys(`select event as key from audit_entry where event = 'dialogue.practice-merged'`),
    ).toHaveLength(1);
  });
});
