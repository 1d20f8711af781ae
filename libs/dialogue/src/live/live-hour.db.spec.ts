import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type {
  Facts as FactPayloads,
  LiveAction,
  LiveAudience,
  LiveFactContent,
  OwnLiveView,
  ParticipantLiveView,
} from '#libs/contracts';
// what the screens make of the facts is what is proven here
import { applyFact, applyOwn, liveRoom, type LiveScreen } from '#libs/contracts';
import { LivePresence } from '#libs/live';
import { Clock, DomainError, Facts, newId, Rooms, systemActor, type Actor } from '#libs/platform';
import {
  makeLiveSession,
  makeRegion,
  openTestDatabase,
  processOf,
  TurnedClock,
  type LiveSessionRows,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { FollowUpsService } from './follow-ups.service.js';
import { LiveActions } from './live-actions.service.js';
import { LiveAnswers } from './live-answers.service.js';
import { LivePeople } from './live-people.service.js';
import { LiveReactions } from './live.reactions.js';
import { LiveSessions } from './live-sessions.service.js';

const STARTS = '2026-11-12T18:30:00.000Z';
const EXPECTED = [
  'live.moved-on',
  'live.not-open',
  'question.too-many',
  'question.withdrawn',
  'not-found',
  'live.removed',
];

/** One thing that somebody does, drawn by fast-check; indexes are taken modulo what is there. */
type Move =
  | { by: 'moderator'; who: number; do: LiveAction; pick: number; fresh: boolean }
  | {
      by: 'moderator';
      who: number;
      do: 'handle';
      pick: number;
      state: 'shown' | 'asking' | 'answered' | 'parked' | 'removed' | 'new';
    }
  | { by: 'moderator'; who: number; do: 'remove' | 'readmit'; pick: number }
  | { by: 'writer'; who: number; do: 'note'; pick: number; text: string }
  | { by: 'practice'; who: number; do: 'ask'; named: boolean; twice: boolean }
  | { by: 'practice'; who: number; do: 'join' | 'leave' | 'take-back'; pick: number };

const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      by: fc.constant('moderator' as const),
      who: fc.nat(1),
      do: fc.constantFrom<LiveAction>(
        'answered',
        'answered',
        'answered',
        'park',
        'skip',
        'show',
        'earlier',
        'reopen',
        'pause',
        'resume',
        'next-item',
        'extend',
        'let-steer',
        'steer-alone',
      ),
      pick: fc.nat(40),
      fresh: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by: fc.constant('moderator' as const),
      who: fc.nat(1),
      do: fc.constant('handle' as const),
      pick: fc.nat(40),
      state: fc.constantFrom(
        'shown' as const,
        'asking' as const,
        'answered' as const,
        'parked' as const,
        'removed' as const,
        'new' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('moderator' as const),
      who: fc.nat(1),
      do: fc.constantFrom('remove' as const, 'readmit' as const),
      pick: fc.constantFrom(18, 19),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: fc.constant('writer' as const),
      who: fc.nat(2),
      do: fc.constant('note' as const),
      pick: fc.nat(40),
      text: fc.constantFrom('Ja.', 'Binnen een week.', ''),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      by: fc.constant('practice' as const),
      who: fc.nat(19),
      do: fc.constant('ask' as const),
      named: fc.boolean(),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      by: fc.constant('practice' as const),
      who: fc.nat(19),
      do: fc.constantFrom('join' as const, 'join' as const, 'leave' as const, 'take-back' as const),
      pick: fc.nat(40),
    }),
  },
);
const hours = fc.record({
  moderated: fc.boolean(),
  // what happens at the same moment, by somebody else each
  batches: fc.array(
    fc.uniqueArray(moves, { minLength: 1, maxLength: 4, selector: ({ by, who }) => `${by}${who}` }),
    { minLength: 15, maxLength: 30 },
  ),
});

describe('the live hour', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  const clock = new TurnedClock();
  const ended: FactPayloads['session.ended'][] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock, {
      given: (_config, log) => [
        new LivePresence(test.database, clock as Clock, new Rooms(test.database), log),
      ],
    }));
    services(LiveReactions).onModuleInit();
    services(Facts).on('session.ended', async (_actor, fact) => void ended.push(fact));
  });
  afterAll(async () => {
    await close();
    await test.close();
  });

  const rows = <Row>(regionId: string, sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId }, () => test.database.query<Row>(sql, values));
  const viewOf = (actor: Actor, id: string, audience: LiveAudience) =>
    services(LiveSessions).view(actor, id, audience) as Promise<LiveScreen>;

  async function opened(wish: {
    moderated: boolean;
  }): Promise<{ region: { id: string }; session: LiveSessionRows }> {
    const region = await makeRegion(test.database);
    clock.set('2026-11-12T18:20:00Z');
    const session = await makeLiveSession(test.database, region.id, {
      practices: 20,
      categories: [4, 3, 2],
      loose: 2,
      moderated: wish.moderated,
      startsAt: STARTS,
    });
    await services(LiveSessions).open(session.moderators[0] as Actor, session.id);
    return { region, session };
  }

  /** A screen that is told what its room is told, in order, and nothing else. */
  class Screen {
    view!: LiveScreen;
    constructor(
      readonly actor: Actor,
      readonly audience: LiveAudience,
      private readonly id: string,
    ) {}
    async read(): Promise<this> {
      this.view = await viewOf(this.actor, this.id, this.audience);
      return this;
    }
    async catchUp(): Promise<void> {
      const facts = await rows<{ version: number; content: LiveFactContent }>(
        this.actor.regionId,
        `select version, content from live_fact where room = $1 and version > $2 order by version`,
        [liveRoom(this.id, this.audience), this.view.version],
      );
      for (const { version, content } of facts) {
        expect(version).toBe(this.view.version + 1);
        this.view = { ...applyFact(this.view, content), version };
      }
    }
    async take(own: OwnLiveView): Promise<void> {
      const next = applyOwn(this.view as ParticipantLiveView, own);
      if (next) this.view = next;
      else await this.read();
    }
  }

  it('gives two moderators and twenty practices one hour: nothing is lost, doubled or told otherwise than it is (DIA-10, DIA-11, feature 40)', async () => {
    await fc.assert(
      fc.asyncProperty(hours, async ({ moderated, batches }) => {
        ended.length = 0;
        const { region, session } = await opened({ moderated });
        const [first, second] = session.moderators as [Actor, Actor];
        const actions = services(LiveActions);
        const screens = {
          moderators: [
            await new Screen(first, 'moderator', session.id).read(),
            await new Screen(second, 'moderator', session.id).read(),
          ],
          specialist: await new Screen(session.specialist, 'specialist', session.id).read(),
          practices: await Promise.all(
            session.practices.map(({ person }) => new Screen(person, 'participant', session.id).read()),
          ),
        };
        const everyScreen = () => [...screens.moderators, screens.specialist, ...screens.practices];
        const joins = new Map<string, boolean>();
        const askedOnce = new Map<string, number>();
        const out = new Set<string>();
        clock.set(STARTS);
        await actions.act(first, session.id, { do: 'start' });

        const carryOut = async (move: Move): Promise<void> => {
          if (move.by === 'moderator') {
            const screen = screens.moderators[move.who] as Screen;
            const { view } = screen;
            if (view.audience !== 'moderator') return;
            if (move.do === 'handle') {
              const one = view.followUps[move.pick % Math.max(view.followUps.length, 1)];
              if (one)
                await services(FollowUpsService).handle(screen.actor, session.id, one.id, {
                  state: move.state,
                  confirmed: true,
                });
            } else if (move.do === 'remove' || move.do === 'readmit') {
              const person = session.practices[move.pick]?.person as Actor & { personId: string };
              await services(LivePeople).remove(
                screen.actor,
                session.id,
                person.personId,
                move.do === 'remove',
              );
              if (move.do === 'remove') out.add(person.personId);
              else out.delete(person.personId);
            } else
              await actions.act(screen.actor, session.id, {
                do: move.do,
                questionId: view.questionId,
                partId: view.clock.currentId,
                targetId: ['show', 'earlier', 'reopen'].includes(move.do)
                  ? view.questions[move.pick % view.questions.length]?.id
                  : undefined,
                minutes: 2,
              });
          } else if (move.by === 'writer') {
            const screen = [...screens.moderators, screens.specialist][move.who] as Screen;
            const question = screen.view.questions[move.pick % screen.view.questions.length];
            if (question)
              await services(LiveAnswers).change(
                screen.actor,
                session.id,
                question.id,
                { note: move.text },
                true,
              );
          } else {
            const screen = screens.practices[move.who] as Screen;
            const view = screen.view as ParticipantLiveView;
            const service = services(FollowUpsService);
            if (move.do === 'ask') {
              const wish = {
                clientId: newId(),
                text: `En bij vraag ${askedOnce.size}?`,
                named: move.named,
                confirmed: true,
              };
              const tries = await Promise.allSettled(
                (move.twice ? [1, 2] : [1]).map(() => service.ask(screen.actor, session.id, wish)),
              );
              const worked = tries.find((one) => one.status === 'fulfilled');
              for (const one of tries) if (one.status === 'fulfilled') await screen.take(one.value);
              if (!worked) throw (tries[0] as PromiseRejectedResult).reason;
              askedOnce.set(view.practice.id, (askedOnce.get(view.practice.id) ?? 0) + 1);
              return;
            }
            if (move.do === 'take-back') {
              const own = view.ownFollowUps[move.pick % Math.max(view.ownFollowUps.length, 1)];
              if (own) await screen.take(await service.takeBack(screen.actor, session.id, own.id));
              return;
            }
            const one = view.followUps[move.pick % Math.max(view.followUps.length, 1)];
            if (!one) return;
            await screen.take(await service.join(screen.actor, session.id, one.id, move.do === 'join'));
            const own = view.ownFollowUps.some(({ id }) => id === one.id);
            if (!own) joins.set(`${one.id} ${view.practice.id}`, move.do === 'join');
          }
        };

        for (const [at, batch] of batches.entries()) {
          const results = await Promise.allSettled(batch.map(carryOut));
          for (const result of results)
            if (result.status === 'rejected') {
              const code = result.reason instanceof DomainError ? result.reason.code : String(result.reason);
              expect(EXPECTED).toContain(code);
            }
          // a moderator who did not look keeps an old screen until the next batch
          for (const screen of everyScreen())
            if (at % 3 !== 0 || screen.audience !== 'moderator') await screen.catchUp();
          clock.set(new Date(Date.parse(STARTS) + (at + 1) * 90_000));
        }
        for (const personId of out) await services(LivePeople).remove(first, session.id, personId, false);
        await actions.act(first, session.id, { do: 'end' });
        for (const screen of everyScreen()) {
          await screen.catchUp();
          const truth = await viewOf(screen.actor, session.id, screen.audience);
          expect(screen.view).toEqual(truth);
        }

        // every question has a fate, and the counts add up
        const questions = await rows<{ fate: string | null }>(
          region.id,
          `select fate from session_question where session_id = $1`,
          [session.id],
        );
        expect(questions).toHaveLength(11);
        for (const { fate } of questions) expect(['answered-live', 'parked', 'in-handout']).toContain(fate);
        const { questions: shown } = screens.specialist.view;
        for (const [state, fate] of [
          ['answered', 'answered-live'],
          ['parked', 'parked'],
          ['in-handout', 'in-handout'],
        ] as const)
          expect(shown.filter((one) => one.state === state)).toHaveLength(
            questions.filter((one) => one.fate === fate).length,
          );
        // no vote lost or doubled
        const votes = await rows<{ key: string }>(
          region.id,
          `select e.follow_up_id || ' ' || e.practice_id as key from follow_up_endorsement e join follow_up_question f on f.id = e.follow_up_id where f.session_id = $1 order by 1`,
          [session.id],
        );
        expect(votes.map(({ key }) => key)).toEqual(
          [...joins]
            .filter(([, on]) => on)
            .map(([key]) => key)
            .sort(),
        );
        // what was asked twice because an answer was lost is there once, and all of it came to something
        const followUps = await rows<{ practiceId: string; state: string }>(
          region.id,
          `select practice_id as "practiceId", state from follow_up_question where session_id = $1`,
          [session.id],
        );
        for (const { state } of followUps)
          expect(['answered', 'parked', 'removed', 'withdrawn']).toContain(state);
        for (const [practiceId, count] of askedOnce)
          expect(followUps.filter((one) => one.practiceId === practiceId)).toHaveLength(count);
        // nobody but the moderator ever hears who asked without having chosen so
        const told = await rows<{ content: string }>(
          region.id,
          `select content::text from live_fact where room <> $1 and room like $2`,
          [liveRoom(session.id, 'moderator'), `live:${session.id}/%`],
        );
        const hidden = session.practices.filter(
          ({ name }) => !JSON.stringify(screens.specialist.view.followUps).includes(`"${name}"`),
        );
        for (const { content } of told) {
          expect(content).not.toMatch(new RegExp(session.practices.map(({ id }) => id).join('|')));
          const facts = JSON.parse(content) as { type: string; followUp?: { by: string; practice?: string } };
          if (facts.type !== 'follow-up')
            for (const { name } of hidden) expect(content).not.toContain(`"${name}"`);
          if (facts.followUp?.by === 'anonymous') expect(facts.followUp).not.toHaveProperty('practice');
        }
        expect(ended).toHaveLength(1);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 180_000);

  it('lets one of two clicks through: a question is never passed by a double click or a second moderator (DIA-11)', async () => {
    const { session } = await opened({ moderated: false });
    const [first, second] = session.moderators as [Actor, Actor];
    const actions = services(LiveActions);
    clock.set(STARTS);
    await actions.act(first, session.id, { do: 'start' });
    const before = await viewOf(first, session.id, 'moderator');
    const seen = { questionId: before.questionId, partId: before.clock.currentId };
    const clicks = await Promise.allSettled([
      actions.act(first, session.id, { do: 'answered', ...seen }),
      actions.act(first, session.id, { do: 'answered', ...seen }),
      actions.act(second, session.id, { do: 'skip', ...seen }),
    ]);
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const click of clicks)
      if (click.status === 'rejected') expect(click.reason).toMatchObject({ code: 'live.moved-on' });
    const after = await viewOf(first, session.id, 'moderator');
    expect(after.questionId).toBe(session.questions[1]?.id);
    // a part without questions is left once too
    await actions.act(first, session.id, { do: 'next-item', partId: after.clock.currentId });
    await expect(
      actions.act(second, session.id, { do: 'next-item', partId: after.clock.currentId }),
    ).rejects.toMatchObject({ code: 'live.moved-on' });
  });

  it('opens from half an hour before the start, once, and closes once (DIA-11)', async () => {
    const { region, session } = await opened({ moderated: false });
    const [moderator, other] = session.moderators as [Actor, Actor];
    const early = await makeLiveSession(test.database, region.id, {
      practices: 1,
      categories: [1],
      startsAt: '2026-11-12T19:00:00.000Z',
    });
    await expect(services(LiveSessions).open(moderator, early.id)).rejects.toMatchObject({
      code: 'live.not-open',
      details: { opensAt: '2026-11-12T18:30:00.000Z' },
    });
    await services(LiveSessions).open(other, session.id);
    clock.set(STARTS);
    ended.length = 0;
    const ends = await Promise.allSettled(
      [moderator, other].map((one) => services(LiveActions).act(one, session.id, { do: 'end' })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ended).toHaveLength(1);
    await expect(
      services(FollowUpsService).ask(session.practices[0]?.person as Actor, session.id, {
        clientId: newId(),
        text: 'Nog iets?',
        named: false,
        confirmed: true,
      }),
    ).rejects.toMatchObject({ code: 'live.ended' });
  });

  it('takes no more than five open follow-ups of a practice at once, also when they come together (DIA-10)', async () => {
    const { session } = await opened({ moderated: true });
    clock.set(STARTS);
    await services(LiveActions).act(session.moderators[0] as Actor, session.id, { do: 'start' });
    const person = session.practices[0]?.person as Actor;
    const asks = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) =>
        services(FollowUpsService).ask(person, session.id, {
          clientId: newId(),
          text: `Vraag ${at}?`,
          named: false,
          confirmed: true,
        }),
      ),
    );
    expect(asks.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const view = (await viewOf(person, session.id, 'participant')) as ParticipantLiveView;
    expect(view.ownFollowUps.map(({ state }) => state)).toEqual(['new', 'new', 'new', 'new', 'new']);
    const neighbour = session.practices[1]?.person as Actor;
    expect(((await viewOf(neighbour, session.id, 'participant')) as ParticipantLiveView).followUps).toEqual(
      [],
    );
  });

  it('lets nobody bring back what its asker took back (DIA-10)', async () => {
    const { session } = await opened({ moderated: false });
    const [moderator, person, neighbour] = [
      session.moderators[0] as Actor,
      session.practices[0]?.person as Actor,
      session.practices[1]?.person as Actor,
    ];
    clock.set(STARTS);
    await services(LiveActions).act(moderator, session.id, { do: 'start' });
    const follow = services(FollowUpsService);
    const wish = { clientId: newId(), text: 'Toch niet?', named: false, confirmed: true };
    const [own] = (await follow.ask(person, session.id, wish)).ownFollowUps;
    const id = own?.id as string;
    expect((await follow.takeBack(person, session.id, id)).ownFollowUps).toMatchObject([
      { state: 'withdrawn' },
    ]);
    for (const change of [{ state: 'shown' }, { state: 'asking' }, { note: 'Ja.' }] as const)
      await expect(
        follow.handle(moderator, session.id, id, { ...change, confirmed: true }),
      ).rejects.toMatchObject({ code: 'question.withdrawn' });
    await expect(follow.join(neighbour, session.id, id, true)).rejects.toMatchObject({ code: 'not-found' });
    const seen = (await viewOf(neighbour, session.id, 'participant')) as ParticipantLiveView;
    expect(seen.followUps).toEqual([]);
  });

  it('begins once for two moderators, and does not end before its hour (DIA-11)', async () => {
    const { session } = await opened({ moderated: false });
    const [one, two] = session.moderators as [Actor, Actor];
    clock.set(new Date(new Date(STARTS).getTime() - 60_000).toISOString());
    await expect(services(LiveActions).act(one, session.id, { do: 'end' })).rejects.toMatchObject({
      code: 'live.not-begun',
    });
    clock.set(STARTS);
    await services(LiveActions).act(one, session.id, { do: 'start', questionId: null });
    const before = await viewOf(one, session.id, 'moderator');
    await services(LiveActions).act(two, session.id, { do: 'start', questionId: null });
    expect(await viewOf(two, session.id, 'moderator')).toEqual(before);
    await services(LiveActions).act(one, session.id, { do: 'end' });
  });

  it('gives every question its fate when nobody ever opened the room (feature 40)', async () => {
    const region = await makeRegion(test.database);
    const session = await makeLiveSession(test.database, region.id, {
      practices: 2,
      categories: [2],
      startsAt: STARTS,
    });
    const { LiveEndings } = await import('./live-endings.service.js');
    const { lockSession } = await import('../sessions/sessions.queries.js');
    const actor = systemActor(region.id);
    const end = () =>
      test.database.transaction(actor, async () =>
        services(LiveEndings).end(actor, await lockSession(test.database, session.id), session.endsAt),
      );
    expect([await end(), await end()]).toEqual([true, false]);
    const fates = await rows<{ fate: string }>(
      region.id,
      `select fate from session_question where session_id = $1`,
      [session.id],
    );
    expect(fates.map(({ fate }) => fate)).toEqual(['parked', 'parked']);
  });
});
