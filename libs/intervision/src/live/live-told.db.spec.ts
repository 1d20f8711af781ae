import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  applyMeetingFact,
  type MeetingAudience,
  type MeetingFact,
  type MeetingLiveAction,
  type MeetingRole,
  type MeetingScreen,
} from '#libs/contracts';
import { DomainError, type Actor } from '#libs/platform';
import { makeLiveMeeting, makeRegion, type LiveMeetingRows } from '#libs/testing';
import { openLiveMeetings, STARTS, type LiveMeetingsSpec } from '../../fixtures/open-live-meetings.js';
import { LiveMeetingActions } from './live-actions.service.js';
import { LiveMeetingInputs } from './live-inputs.service.js';
import { LiveMeetingSetup } from './live-setup.service.js';

const EXPECTED = [
  'live.moved-on',
  'live.not-open',
  'auth.forbidden',
  'conflict.stale',
  'meeting.input-shown',
  'not-found',
  'validation.failed',
];
const STEPS = ['vraag', 'verkennen', 'roddelen', 'ervaring', 'afronden'];

/** One thing that somebody does, drawn by fast-check; indexes are taken modulo what is there. */
type Move =
  | { by: 'leader'; who: number; do: Exclude<MeetingLiveAction, 'start' | 'end'>; pick: number }
  | { by: 'leader'; who: number; do: 'show'; pick: number }
  | { by: 'leader'; who: number; do: 'role'; role: MeetingRole; pick: number }
  | { by: 'leader'; who: number; do: 'group'; pick: number; done: boolean }
  | { by: 'practice'; who: number; do: 'write'; pick: number; done: boolean; late: boolean }
  | { by: 'practice'; who: number; do: 'notes'; pick: number };

const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('leader' as const),
      who: fc.nat(1),
      do: fc.constantFrom(
        'next' as const,
        'next' as const,
        'back' as const,
        'go' as const,
        'pause' as const,
        'resume' as const,
        'extend' as const,
        'later' as const,
      ),
      pick: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('leader' as const),
      who: fc.nat(1),
      do: fc.constant('show' as const),
      pick: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('leader' as const),
      who: fc.nat(1),
      do: fc.constant('role' as const),
      role: fc.constantFrom<MeetingRole>('case', 'notes', 'time', 'observer'),
      pick: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('leader' as const),
      who: fc.nat(1),
      do: fc.constant('group' as const),
      pick: fc.nat(9),
      done: fc.boolean(),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      by: fc.constant('practice' as const),
      who: fc.nat(5),
      do: fc.constant('write' as const),
      pick: fc.nat(9),
      done: fc.boolean(),
      late: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constant('practice' as const),
      who: fc.nat(5),
      do: fc.constant('notes' as const),
      pick: fc.nat(9),
    }),
  },
);
const meetings = fc.array(
  fc.uniqueArray(moves, { minLength: 1, maxLength: 4, selector: ({ by, who }) => `${by}${who}` }),
  { minLength: 12, maxLength: 25 },
);

describe('what the screens of a live meeting are told', () => {
  let live: LiveMeetingsSpec;
  beforeAll(async () => {
    live = await openLiveMeetings();
  });
  afterAll(() => live.close());

  /** A screen that is told what its room is told, in order, and nothing else. */
  class Screen {
    view!: MeetingScreen;
    reloads = 0;
    constructor(
      readonly actor: Actor,
      readonly audience: MeetingAudience,
      private readonly id: string,
    ) {}
    async read(): Promise<this> {
      this.view = await live.viewOf(this.actor, this.id, this.audience);
      return this;
    }
    async catchUp(): Promise<void> {
      const facts = await live.rows<{ version: number; content: MeetingFact }>(
        this.actor.regionId,
        `select version, content from live_fact where room = $1 and version > $2 order by version`,
        [this.view.room, this.view.version],
      );
      for (const { version, content } of facts) {
        expect(version).toBe(this.view.version + 1);
        if (content.type === 'reload') {
          this.reloads += 1;
          await this.read();
          return this.catchUp();
        }
        this.view = { ...applyMeetingFact(this.view, content), version };
      }
    }
  }

  it('gives a leader and six practices one meeting: every screen is told exactly what is there, nothing hidden ever travelled (SES-03, features 24)', async () => {
    await fc.assert(
      fc.asyncProperty(meetings, async (batches) => {
        live.closed.length = 0;
        const { region, meeting } = await live.gossiping();
        await live.here(region.id, meeting, 6);
        await live.start(meeting);
        const leaders = [
          await new Screen(meeting.leader, 'leader', meeting.id).read(),
          // a colleague of the leader's practice may lead too
          await new Screen(meeting.practices[0]?.person as Actor, 'leader', meeting.id).read(),
        ];
        const practices = await Promise.all(
          meeting.practices.map(({ person }) => new Screen(person, 'participant', meeting.id).read()),
        );
        const all = [...leaders, ...practices];
        let n = 0;
        /** What was written where by whom: a mark that stands nowhere else. */
        const marks: { mark: string; done: boolean; practiceId: string }[] = [];

        const carryOut = async (move: Move): Promise<void> => {
          const screen = (move.by === 'leader' ? leaders : practices)[move.who] as Screen;
          const { view, actor } = screen;
          const pick = STEPS[move.pick % STEPS.length] as string;
          if (move.do === 'show') return live.services(LiveMeetingInputs).show(actor, meeting.id, 'roddelen');
          if (move.do === 'role') {
            const practiceId = meeting.practices[move.pick % 7]?.id ?? null;
            return live
              .services(LiveMeetingActions)
              .giveRoles(actor, meeting.id, [{ role: move.role, practiceId }]);
          }
          if (move.do === 'write' || move.do === 'group' || move.do === 'notes') {
            const stepId = move.do === 'write' ? 'roddelen' : move.do === 'notes' ? 'afronden' : pick;
            const group = move.do !== 'write';
            const practiceId = view.practice?.id as string;
            const known = view.own.find(
              (one) => one.stepId === stepId && one.practiceId === (group ? null : practiceId),
            );
            const mark = `merk-${(n += 1)}-einde`;
            if (!group) marks.push({ mark, done: 'done' in move && move.done, practiceId });
            await live.write(actor, meeting.id, stepId, mark, {
              done: 'done' in move ? move.done : true,
              for: group ? 'group' : 'practice',
              version: known?.version,
            });
            return;
          }
          await live.services(LiveMeetingActions).act(actor, meeting.id, {
            do: move.do,
            stepId: view.clock.currentId,
            targetId: pick,
            minutes: 2,
          });
        };

        /** Every time that another practice's room was told one of these marks. */
        const travelled = async (of: (one: (typeof marks)[number]) => boolean) => {
          const told = await live.rows<{ room: string; content: MeetingFact; text: string }>(
            region.id,
            `select room, content, content::text as text from live_fact where room like $1 order by room, version`,
            [`meeting-live:${meeting.id}/%`],
          );
          return told.flatMap(({ room, content, text }) =>
            marks
              .filter((one) => of(one) && !room.endsWith(one.practiceId) && text.includes(`"${one.mark}"`))
              .map(() => ({ content, text })),
          );
        };
        for (const [at, batch] of batches.entries()) {
          const results = await Promise.allSettled(batch.map(carryOut));
          for (const result of results)
            if (result.status === 'rejected') {
              const code = result.reason instanceof DomainError ? result.reason.code : String(result.reason);
              expect(EXPECTED).toContain(code);
            }
          const shown = await live.rows(region.id, `select 1 from meeting_shown where meeting_id = $1`, [
            meeting.id,
          ]);
          if (shown.length === 0) expect(await travelled(() => true)).toEqual([]);
          // who did not look keeps an old screen until the next batch
          for (const [k, screen] of all.entries()) if ((at + k) % 3 !== 0) await screen.catchUp();
          live.clock.set(new Date(Date.parse(STARTS) + (at + 1) * 90_000));
        }
        const [leader] = leaders as [Screen];
        await leader.catchUp();
        await live.services(LiveMeetingActions).act(meeting.leader, meeting.id, {
          do: 'end',
          stepId: leader.view.clock.currentId,
        });
        for (const screen of all) {
          await screen.catchUp();
          expect(screen.view).toEqual(await live.viewOf(screen.actor, meeting.id, screen.audience));
        }
        expect(live.closed).toHaveLength(1);

        // only while it was shown, and never with a name; what its writer was not done with, to nobody at all
        for (const { content, text } of await travelled(({ done }) => done)) {
          expect(content).toMatchObject({ type: 'inputs', inputs: { stepId: 'roddelen', shown: true } });
          expect(text).not.toMatch(/"by": ?"practice"/);
        }
        expect(await travelled(({ done }) => !done)).toEqual([]);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 240_000);

  it('works for practices that meet outside a group, led by who called them together (GRP-09), and not for one that is cancelled', async () => {
    live.clock.set('2026-11-25T18:05:00.000Z');
    const region = await makeRegion(live.database);
    const { id, practices } = await makeLiveMeeting(live.database, region.id, {
      practices: 3,
      startsAt: STARTS,
    });
    const [a, b, c] = practices as [
      LiveMeetingRows['practices'][number],
      LiveMeetingRows['practices'][number],
      LiveMeetingRows['practices'][number],
    ];
    await live.rows(
      region.id,
      `update meeting set group_id = null, circle = 'fto', organiser_practice_id = $2 where id = $1 returning id`,
      [id, b.id],
    );
    const setup = await live.services(LiveMeetingSetup).view(b.person, id);
    expect(setup).toMatchObject({ leads: true, mayOpen: true, group: 'Bijeenkomst' });
    expect(setup.methods.find(({ methodId }) => methodId === 'gossip')?.allowed).toBe(false);
    await expect(
      live.services(LiveMeetingSetup).open(a.person, id, { methodId: 'figures' }),
    ).rejects.toMatchObject({
      code: 'live.not-open',
    });
    await live.services(LiveMeetingSetup).open(b.person, id, { methodId: 'figures' });
    await live.services(LiveMeetingActions).act(b.person, id, { do: 'start', stepId: null });
    const screens = [
      await new Screen(b.person, 'leader', id).read(),
      await new Screen(c.person, 'participant', id).read(),
    ];
    await live.write(c.person, id, 'zelf-kijken', 'Wij zijn laag.', { done: true });
    await live.services(LiveMeetingInputs).show(b.person, id, 'zelf-kijken');
    for (const screen of screens) {
      await screen.catchUp();
      expect(screen.view).toEqual(await live.viewOf(screen.actor, id, screen.audience));
      expect(screen.view.inputs.find(({ stepId }) => stepId === 'zelf-kijken')?.texts).toHaveLength(1);
    }
    await live.rows(region.id, `update meeting set state = 'cancelled' where id = $1 returning id`, [id]);
    await expect(live.write(c.person, id, 'verandering', 'Te laat')).rejects.toMatchObject({
      code: 'live.ended',
    });
  });
});
