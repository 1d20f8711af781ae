import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ZONE } from '#libs/platform';
import { DEFAULT_TIMELINE } from './settings.rules.js';
import { planSteps } from './step-plan.rules.js';
import {
  assertOrder,
  GRACE_MS,
  graceEnd,
  canDoNow,
  inTurn,
  judge,
  momentFor,
  STEP_KINDS,
  type KnownStep,
  type StepSession,
} from './steps.rules.js';

const at = (text: string): Date => DateTime.fromISO(text, { zone: ZONE }).toJSDate();
const session: StepSession = {
  startsAt: at('2027-06-15T16:30'),
  endsAt: at('2027-06-15T17:30'),
  state: 'planned',
  sharedAt: null,
};
/** As they were planned months ahead: none was skipped. */
const steps = planSteps(session, DEFAULT_TIMELINE, '09:00', at('2027-01-10T12:00')).map(
  ({ kind, dueAt }): KnownStep => ({ id: kind, kind, dueAt, ownMoment: false, state: 'planned' }),
);

describe('a step whose moment passed', () => {
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
