import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ZONE } from '#libs/platform';
import { sessionMoments } from './session-times.rules.js';
import { assertTimeline, DEFAULT_TIMELINE } from './settings.rules.js';
import {
  assertOrder,
  GRACE_MS,
  graceEnd,
  canDoNow,
  inTurn,
  judge,
  momentFor,
  moveSteps,
  planSteps,
  STEP_KINDS,
  type KnownStep,
  type StepPlan,
  type StepSession,
} from './steps.rules.js';

const at = (text: string): Date => DateTime.fromISO(text, { zone: ZONE }).toJSDate();
const local = (moment: Date): string =>
  DateTime.fromJSDate(moment, { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm');
const sessionAt = (date: string, start = '16:30', end = '17:30'): StepSession => ({
  startsAt: at(`${date}T${start}`),
  endsAt: at(`${date}T${end}`),
  state: 'planned',
  sharedAt: null,
});
const plan = (session: StepSession, now: string | Date): StepPlan[] =>
  planSteps(session, DEFAULT_TIMELINE, '09:00', typeof now === 'string' ? at(now) : now);
const known = (steps: readonly StepPlan[]): KnownStep[] =>
  steps.map(({ kind, dueAt, skipped }) => ({
    id: kind,
    kind,
    dueAt,
    ownMoment: false,
    state: skipped ? 'stopped' : 'planned',
  }));
const shown = (steps: readonly StepPlan[]): string[] =>
  steps.map(({ kind, dueAt, skipped }) => `${kind} ${skipped ? 'skipped' : local(dueAt)}`);

describe('the timeline of a session (DIA-06…08, feature 25)', () => {
  it('stands around the session at its own moments, the same time of day over a change of the clock', () => {
    // the clock goes forward on 28 March 2027
    expect(shown(plan(sessionAt('2027-04-13'), '2027-01-10T12:00'))).toEqual([
      'invite 2027-03-02 09:00',
      'remind 2027-03-13 09:00',
      'share 2027-03-16 09:00',
      'remind-specialist 2027-04-06 09:00',
      'practical 2027-04-12 09:00',
      'start 2027-04-13 16:30',
      'end 2027-04-13 17:30',
      'evaluate 2027-04-14 09:00',
      'handout 2027-04-14 09:00',
      'remind-handout 2027-04-21 09:00',
    ]);
    // and back on 31 October
    expect(shown(plan(sessionAt('2027-11-02'), '2027-01-10T12:00'))[4]).toBe('practical 2027-11-01 09:00');
    expect(shown(plan(sessionAt('2027-11-02'), '2027-01-10T12:00'))[0]).toBe('invite 2027-09-21 09:00');
  });

  it('invites the next morning and shares halfway at short notice, and says what it skips', () => {
    const steps = shown(plan(sessionAt('2027-05-20'), '2027-05-05T14:00'));
    expect(steps.filter((step) => !step.endsWith('skipped'))).toEqual([
      'invite 2027-05-06 09:00',
      'share 2027-05-13 09:00',
      'practical 2027-05-19 09:00',
      'start 2027-05-20 16:30',
      'end 2027-05-20 17:30',
      'evaluate 2027-05-21 09:00',
      'handout 2027-05-21 09:00',
      'remind-handout 2027-05-28 09:00',
    ]);
    expect(steps.filter((step) => step.endsWith('skipped'))).toEqual([
      'remind skipped',
      'remind-specialist skipped',
    ]);
  });

  it('skips all that prepares a session of this afternoon, and still starts, ends and writes down', () => {
    const steps = plan(sessionAt('2027-05-20'), '2027-05-20T12:00');
    expect(
      steps
        .filter(({ skipped }) => skipped)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['invite', 'practical', 'remind', 'remind-specialist', 'share']);
    expect(steps.filter(({ skipped }) => !skipped).map(({ kind }) => kind)).toEqual([
      'start',
      'end',
      'evaluate',
      'handout',
      'remind-handout',
    ]);
  });

  it('makes the handout no sooner than the end, and leaves out what a region does not do', () => {
    const timeline = {
      ...DEFAULT_TIMELINE,
      handout: { days: 0, time: '09:00' },
      remind: { days: null, time: '09:00' },
    };
    const steps = planSteps(sessionAt('2027-05-20'), timeline, '08:30', at('2027-01-10T12:00'));
    expect(shown(steps)).toContain('handout 2027-05-20 17:30');
    expect(shown(steps)).toContain('evaluate 2027-05-21 08:30');
    expect(steps.some(({ kind }) => kind === 'remind')).toBe(false);
  });

  it('plans nothing behind, nothing that prepares after the start, and in the order of the parts, whenever it is made', () => {
    const start = at('2027-01-01T00:00').getTime();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 * 24 * 60 }),
        fc.integer({ min: 0, max: 720 }),
        (lead, day) => {
          const session = sessionAt(
            DateTime.fromMillis(start, { zone: ZONE }).plus({ days: day }).toISODate() as string,
          );
          const now = new Date(session.startsAt.getTime() - lead * 60_000);
          const planned = plan(session, now).filter(({ skipped }) => !skipped);
          const before = planned.filter(({ kind }) => STEP_KINDS.indexOf(kind) < STEP_KINDS.indexOf('start'));
          expect(before.every(({ dueAt }) => dueAt > now && dueAt < session.startsAt)).toBe(true);
          const order = before.map(({ kind }) => STEP_KINDS.indexOf(kind)).filter((place) => place < 4);
          expect(order).toEqual([...order].sort((a, b) => a - b));
          // invitation, reminders and handing over come at the region's own time of day
          expect(before.every(({ dueAt }) => local(dueAt).endsWith('09:00'))).toBe(true);
          expect(() => assertOrder(known(planned))).not.toThrow();
        },
      ),
    );
  });
});

describe('moving a session', () => {
  const made = at('2027-01-10T12:00');
  const session = sessionAt('2027-06-15');
  const steps = known(plan(session, made));
  const moved = (to: StepSession, changed: readonly KnownStep[], now = made): Record<string, string> =>
    Object.fromEntries(
      moveSteps(changed, planSteps(to, DEFAULT_TIMELINE, '09:00', now, changed), to).map(
        ({ id, dueAt, state }) => [id, state === 'planned' ? local(dueAt) : state],
      ),
    );
  const set = (id: string, change: Partial<KnownStep>): KnownStep[] =>
    steps.map((step) => (step.id === id ? { ...step, ...change } : step));

  it('takes every step along by its own offset', () => {
    expect(moved(sessionAt('2027-06-22', '17:00', '18:00'), steps)).toEqual({
      invite: '2027-05-11 09:00',
      remind: '2027-05-22 09:00',
      share: '2027-05-25 09:00',
      'remind-specialist': '2027-06-15 09:00',
      practical: '2027-06-21 09:00',
      start: '2027-06-22 17:00',
      end: '2027-06-22 18:00',
      evaluate: '2027-06-23 09:00',
      handout: '2027-06-23 09:00',
      'remind-handout': '2027-06-30 09:00',
    });
  });

  it('leaves what was done, what has a moment of its own and what was stopped', () => {
    const later = sessionAt('2027-06-22');
    const own = set('share', { ownMoment: true, dueAt: at('2027-06-01T12:00') });
    expect(moved(later, own).share).toBeUndefined();
    expect(moved(later, set('invite', { state: 'done' })).invite).toBeUndefined();
    expect(moved(later, set('practical', { state: 'stopped', ownMoment: true })).practical).toBeUndefined();
  });

  it('takes along an own moment that would end up on the wrong side of the session', () => {
    const own = set('practical', { ownMoment: true, dueAt: at('2027-06-14T20:00') });
    expect(moved(sessionAt('2027-06-10'), own).practical).toBe('2027-06-09 09:00');
  });

  it('plans again what was skipped or missed, when there is time for it now', () => {
    const now = at('2027-06-01T12:00');
    const short = known(plan(session, now));
    expect(short.filter(({ state }) => state === 'stopped').map(({ id }) => id)).toContain('remind');
    expect(moved(sessionAt('2027-09-15'), short, now).remind).toBe('2027-08-15 09:00');
    expect(moved(sessionAt('2027-09-15'), set('remind', { state: 'late' }), now).remind).toBe(
      '2027-08-15 09:00',
    );
  });

  it('changes nothing when nothing moved', () => {
    expect(moved(session, steps)).toEqual({});
  });
});

describe('a step whose moment passed', () => {
  const session = sessionAt('2027-06-15');
  const steps = known(plan(session, '2027-01-10T12:00'));
  const verdict = (
    kind: KnownStep['kind'],
    now: string,
    change: Partial<StepSession> = {},
    states: Partial<Record<KnownStep['kind'], Partial<KnownStep>>> = {},
  ) => {
    const all = steps.map((step) => ({ ...step, ...states[step.kind] }));
    const step = all.find((one) => one.kind === kind) as KnownStep;
    return judge(step, { session: { ...session, ...change }, steps: all, now: at(now) });
  };
  const invited = { invite: { state: 'done' as const, doneAt: at('2027-05-04T09:00') } };
  const shared = { sharedAt: at('2027-05-18T09:00') };

  it.each([
    ['invite', '2027-05-04T09:00', 'do'],
    ['invite', '2027-05-20T09:00', 'do'], // down for weeks, and still there is time
    ['invite', '2027-06-10T09:00', 'late'],
    ['invite', '2027-06-15T16:31', 'skip'],
    ['share', '2027-05-18T09:00', 'do'],
    ['share', '2027-06-12T09:00', 'do'],
    ['share', '2027-06-15T09:00', 'late'],
    ['share', '2027-06-15T18:00', 'skip'],
    ['practical', '2027-06-15T08:00', 'do'],
    ['practical', '2027-06-15T16:00', 'skip'],
    ['start', '2027-06-15T17:00', 'do'],
    ['start', '2027-06-15T17:31', 'skip'],
    ['end', '2027-06-30T09:00', 'do'],
  ] as const)('%s looked at on %s: %s', (kind, now, expected) => {
    expect(verdict(kind, now)).toBe(expected);
  });

  it.each([
    ['evaluate', '2027-06-30T09:00', 'do'],
    ['handout', '2027-06-30T09:00', 'do'],
    ['remind-handout', '2027-06-24T09:00', 'do'],
    ['remind-handout', '2027-06-30T09:00', 'late'],
  ] as const)('%s after a session that ended, looked at on %s: %s', (kind, now, expected) => {
    expect(verdict(kind, now, { state: 'ended' })).toBe(expected);
  });

  it('reminds of no handout that can be read already', () => {
    const published = { state: 'ended' as const, handoutPublished: true };
    expect(verdict('remind-handout', '2027-06-23T09:00', published)).toBe('skip');
  });

  it('writes nothing down of a session that could not be ended', () => {
    expect(verdict('evaluate', '2027-06-16T09:00')).toBe('skip');
    expect(verdict('handout', '2027-06-16T09:00')).toBe('late');
    expect(verdict('remind-handout', '2027-06-23T09:00')).toBe('skip');
  });

  it.each([
    ['in time', '2027-05-15T09:00', 'do'],
    ['a day late', '2027-05-16T09:00', 'do'],
    ['when what it reminds of is past', '2027-05-18T09:00', 'skip'],
  ] as const)('reminds %s: %s → %s', (_when, now, expected) => {
    expect(verdict('remind', now, {}, invited)).toBe(expected);
  });

  it('leaves a reminder of three days late to the organiser', () => {
    const share = { dueAt: at('2027-06-01T09:00') };
    expect(verdict('remind', '2027-05-18T09:01', {}, { ...invited, share })).toBe('late');
  });

  it('does not remind who was not invited, was invited just now, or shared already', () => {
    expect(verdict('remind', '2027-05-15T09:00')).toBe('skip');
    const late = { invite: { state: 'done' as const, doneAt: at('2027-05-15T08:00') } };
    expect(verdict('remind', '2027-05-15T09:00', {}, late)).toBe('skip');
    expect(verdict('remind', '2027-05-15T09:00', shared, invited)).toBe('skip');
  });

  it('does not remind a specialist who has nothing yet, or has it since this morning', () => {
    expect(verdict('remind-specialist', '2027-06-08T09:00')).toBe('skip');
    expect(verdict('remind-specialist', '2027-06-08T09:00', shared)).toBe('do');
    expect(verdict('remind-specialist', '2027-06-08T09:00', { sharedAt: at('2027-06-08T08:00') })).toBe(
      'skip',
    );
    expect(verdict('remind-specialist', '2027-06-11T10:00', shared)).toBe('late');
  });

  it('knows what was done by hand', () => {
    expect(verdict('share', '2027-05-18T09:00', shared)).toBe('done');
    expect(verdict('start', '2027-06-15T16:30', { state: 'live' })).toBe('done');
    expect(verdict('end', '2027-06-15T17:30', { state: 'ended' })).toBe('done');
  });

  it('does nothing for a session that was cancelled, and prepares nothing of one that is over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STEP_KINDS),
        fc.integer({ min: 0, max: 400 * 24 }),
        fc.boolean(),
        (kind, hours, ended) => {
          const now = new Date(session.endsAt.getTime() + hours * 3_600_000);
          const step = steps.find((one) => one.kind === kind) as KnownStep;
          const cancelled = { ...session, state: 'cancelled' as const };
          expect(judge(step, { session: cancelled, steps, now })).toBe('skip');
          const over = { ...session, state: ended ? ('ended' as const) : ('planned' as const) };
          if (STEP_KINDS.indexOf(kind) < STEP_KINDS.indexOf('start'))
            expect(judge(step, { session: over, steps, now })).toBe('skip');
        },
      ),
    );
  });
});

describe('what the organiser can do', () => {
  const session = sessionAt('2027-06-15');
  const steps = known(plan(session, '2027-01-10T12:00'));
  const step = (kind: KnownStep['kind'], change: Partial<KnownStep> = {}): KnownStep => ({
    ...(steps.find((one) => one.kind === kind) as KnownStep),
    ...change,
  });
  const early = at('2027-03-01T12:00');

  it('does ahead of time what does not wait for something else', () => {
    expect(canDoNow(step('invite'), session, steps, early)).toBe(true);
    expect(canDoNow(step('remind'), session, steps, early)).toBe(false);
    expect(canDoNow(step('handout'), session, steps, early)).toBe(false);
    expect(canDoNow(step('start'), session, steps, early)).toBe(false);
    expect(canDoNow(step('end', { state: 'late' }), session, steps, early)).toBe(true);
    expect(canDoNow(step('invite', { state: 'done' }), session, steps, early)).toBe(false);
    expect(canDoNow(step('invite'), { ...session, state: 'cancelled' }, steps, early)).toBe(false);
    expect(canDoNow(step('handout'), { ...session, state: 'ended' }, steps, at('2027-06-16T09:00'))).toBe(
      true,
    );
  });

  it.each([
    ['geen moment', 'no-moment'],
    ['2027-02-28T09:00', 'past'],
    ['2028-06-15T09:00', 'too-far'],
    ['2027-06-15T16:30', 'side'],
  ])('cannot plan an invitation on %s', (text, reason) => {
    expect(() => momentFor('invite', text, session, early)).toThrow(reason);
  });

  it('waits five minutes with what follows the session while its room is still busy, and no longer (DIA-11)', () => {
    const busy = { ...session, state: 'live' as const, roomRuns: true };
    const ends = session.endsAt.getTime();
    for (const kind of ['end', 'handout'] as const) {
      const due = step(kind, { dueAt: session.endsAt });
      const verdict = (after: number, wish: Partial<StepSession> = {}) =>
        judge(due, { session: { ...busy, ...wish }, steps, now: new Date(ends + after) });
      expect([verdict(0), verdict(GRACE_MS - 1)]).toEqual(['wait', 'wait']);
      expect(verdict(GRACE_MS)).not.toBe('wait');
      expect(verdict(0, { roomRuns: false })).not.toBe('wait');
    }
    expect(judge(step('end', { dueAt: session.endsAt }), { session: busy, steps, now: graceEnd(busy) })).toBe(
      'do',
    );
  });

  it('reads a chosen moment as local time, and keeps what follows the session behind it', () => {
    expect(momentFor('invite', '2027-05-04T10:15', session, early).toISOString()).toBe(
      '2027-05-04T08:15:00.000Z',
    );
    expect(() => momentFor('handout', '2027-06-15T17:00', session, early)).toThrow('side');
  });

  it('keeps the steps in their order', () => {
    const other = (dueAt: string) => [
      ...steps.filter(({ kind }) => kind !== 'remind'),
      step('remind', { dueAt: at(dueAt) }),
    ];
    expect(() => assertOrder(other('2027-05-10T09:00'))).not.toThrow();
    expect(() => assertOrder(other('2027-05-18T09:00'))).toThrow('session-step.order');
    expect(() => assertOrder(other('2027-05-01T09:00'))).toThrow('session-step.order');
    expect(
      [...steps]
        .reverse()
        .sort(inTurn)
        .map(({ kind }) => kind),
    ).toEqual([...STEP_KINDS]);
  });
});

describe('when a session is', () => {
  const now = at('2027-01-10T12:00');
  const moments = (date: string, startTime: string, endTime: string) =>
    sessionMoments({ date, startTime, endTime }, now);

  it('is local time, on both sides of a change of the clock', () => {
    expect(moments('2027-03-26', '16:30', '17:30').startsAt.toISOString()).toBe('2027-03-26T15:30:00.000Z');
    expect(moments('2027-03-30', '16:30', '17:30').startsAt.toISOString()).toBe('2027-03-30T14:30:00.000Z');
    expect(moments('2027-03-28', '16:30', '17:30').startsAt.toISOString()).toBe('2027-03-28T14:30:00.000Z');
    expect(moments('2027-10-31', '16:30', '17:30').endsAt.toISOString()).toBe('2027-10-31T16:30:00.000Z');
  });

  it.each([
    ['2027-02-30', '16:30', '17:30', 'no-moment'],
    ['2027-03-02', '25:30', '17:30', 'no-moment'],
    ['2027-03-02', '17:30', '17:30', 'end'],
    ['2027-03-02', '08:00', '17:30', 'end'],
    ['2027-01-09', '16:30', '17:30', 'past'],
    ['2029-03-02', '16:30', '17:30', 'too-far'],
  ])('is not %s %s–%s', (date, start, end, reason) => {
    expect(() => moments(date, start, end)).toThrow(reason);
  });
});

describe('the moments of a region', () => {
  it('can be followed by default', () => {
    expect(() => assertTimeline(DEFAULT_TIMELINE)).not.toThrow();
  });
  it.each([
    ['invite', { days: 1, time: '09:00' }, 'side'],
    ['practical', { days: 0, time: '09:00' }, 'side'],
    ['handout', { days: -1, time: '09:00' }, 'side'],
    ['remind', { days: -50, time: '09:00' }, 'order'],
    ['share', { days: -42, time: '08:00' }, 'order'],
    ['remind-handout', { days: 1, time: '09:00' }, 'order'],
  ] as const)('cannot put %s on day %o', (kind, offset, reason) => {
    expect(() => assertTimeline({ ...DEFAULT_TIMELINE, [kind]: offset })).toThrow(reason);
  });
  it('leaves out what it does not want', () => {
    const none = { days: null, time: '09:00' };
    expect(() => assertTimeline({ ...DEFAULT_TIMELINE, invite: none, remind: none })).not.toThrow();
  });
});
