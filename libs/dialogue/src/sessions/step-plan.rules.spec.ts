import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ZONE } from '#libs/platform';
import { DEFAULT_TIMELINE } from './settings.rules.js';
import { moveSteps, planSteps, type StepPlan } from './step-plan.rules.js';
import { assertOrder, STEP_KINDS, type KnownStep, type StepSession } from './steps.rules.js';

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
