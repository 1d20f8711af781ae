import { describe, expect, it } from '@jest/globals';
import { daysOn, DomainError } from '#libs/platform';
import {
  assertOrder,
  endOfWave,
  inTurn,
  judge,
  momentAhead,
  movedBy,
  nextDay,
  reminderPlan,
  stepsOfWave,
  type KnownStep,
} from './steps.rules.js';

const at = (iso: string): Date => new Date(iso);
const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).details.reason;
  }
  return null;
};

describe('moments of a campaign in Europe/Amsterdam', () => {
  // 2027: clocks go forward on 28 March at 02.00 and back on 31 October at 03.00
  it.each([
    ['in winter', '2027-01-12T20:30:00Z', '09:00', '2027-01-13T08:00:00Z'],
    ['in summer', '2027-06-15T19:30:00Z', '09:00', '2027-06-16T07:00:00Z'],
    ['into summer time', '2027-03-27T20:00:00Z', '09:00', '2027-03-28T07:00:00Z'],
    ['the day after summer time began', '2027-03-28T19:00:00Z', '09:00', '2027-03-29T07:00:00Z'],
    ['into winter time', '2027-10-30T19:00:00Z', '09:00', '2027-10-31T08:00:00Z'],
    ['the day after winter time began', '2027-10-31T20:00:00Z', '09:00', '2027-11-01T08:00:00Z'],
    ['from a meeting that lasted past midnight', '2027-06-15T22:30:00Z', '09:00', '2027-06-17T07:00:00Z'],
    ['at a time that does not exist', '2027-03-27T20:00:00Z', '02:30', '2027-03-28T01:30:00Z'],
    ['at a time of its own', '2027-06-15T19:30:00Z', '16:45', '2027-06-16T14:45:00Z'],
    ['over the end of a year', '2027-12-31T20:00:00Z', '09:00', '2028-01-01T08:00:00Z'],
  ])('evaluates the next day, %s (DIA-15)', (_when, ended, time, expected) => {
    expect(nextDay(at(ended), time)).toEqual(at(expected));
  });

  it.each([
    ['forward', '2027-03-20T08:00:00Z', 14, '2027-04-03T07:00:00Z'],
    ['forward, in one day', '2027-03-27T08:00:00Z', 1, '2027-03-28T07:00:00Z'],
    ['back', '2027-10-24T07:00:00Z', 14, '2027-11-07T08:00:00Z'],
    ['back, in one day', '2027-10-30T07:00:00Z', 1, '2027-10-31T08:00:00Z'],
    ['nowhere', '2027-06-01T07:00:00Z', 7, '2027-06-08T07:00:00Z'],
    ['back, days earlier', '2027-04-03T07:00:00Z', -14, '2027-03-20T08:00:00Z'],
  ])('keeps the clock time when the clock goes %s', (_way, from, days, expected) => {
    expect(daysOn(at(from), days)).toEqual(at(expected));
  });

  it('plans a whole wave over a change of the clock, every step at nine', () => {
    const steps = stepsOfWave(1, at('2027-03-22T08:00:00Z'), { responseDays: 14, reminderDays: [7, 2] });
    expect(steps).toEqual([
      { kind: 'invite', wave: 1, number: null, dueAt: at('2027-03-22T08:00:00Z') },
      { kind: 'remind', wave: 1, number: 1, dueAt: at('2027-03-29T07:00:00Z') },
      { kind: 'remind', wave: 1, number: 2, dueAt: at('2027-04-03T07:00:00Z') },
    ]);
    expect(endOfWave(at('2027-03-22T08:00:00Z'), 14)).toEqual(at('2027-04-05T07:00:00Z'));
  });

  const NOW = at('2027-03-01T10:00:00Z');
  it.each([
    ['2027-03-02T09:00:00+01:00', '2027-03-02T08:00:00Z'],
    ['2027-04-02T09:00', '2027-04-02T07:00:00Z'],
    ['2027-03-01T09:50:00Z', '2027-03-01T10:00:00Z'],
    ['2028-02-29T09:00:00Z', '2028-02-29T09:00:00Z'],
  ])('takes %s', (text, expected) => expect(momentAhead(text, NOW)).toEqual(at(expected)));
  it.each([
    ['morgen', 'no-moment'],
    ['2027-02-30', 'no-moment'],
    ['2027-03-01T09:44:00Z', 'past'],
    ['1999-01-01', 'past'],
    ['2028-03-02', 'too-far'],
    ['9999-12-31', 'too-far'],
  ])('refuses %s', (text, reason) => expect(refusal(() => momentAhead(text, NOW))).toBe(reason));

  it.each([
    [[], 7, []],
    [[2, 7], 14, [7, 2]],
    [[3, 3], 14, [3]],
  ])('reminds %j days before the end of %i', (days, response, plan) =>
    expect(reminderPlan(days, response)).toEqual(plan),
  );
  it.each([
    [[7], 7],
    [[0], 7],
    [[1.5], 7],
    [[1, 2, 3], 14],
    [[-1], 14],
  ])('cannot remind %j days before the end of %i', (days, response) =>
    expect(refusal(() => reminderPlan(days, response))).toBe('reminders'),
  );
});

const step = (
  id: string,
  kind: KnownStep['kind'],
  due: string,
  more: Partial<KnownStep> = {},
): KnownStep => ({
  id,
  kind,
  wave: 1,
  number: kind === 'remind' ? 1 : null,
  dueAt: at(due),
  state: 'planned',
  ...more,
});

describe('a step that is due', () => {
  const CLOSES = '2027-03-15T08:00:00Z';
  const invited = step('i', 'invite', '2027-03-01T08:00:00Z', { state: 'done' });
  const first = step('r1', 'remind', '2027-03-08T08:00:00Z');
  const second = step('r2', 'remind', '2027-03-13T08:00:00Z', { number: 2 });
  const close = step('c', 'close', CLOSES);

  it.each<[string, KnownStep, KnownStep[], string, string | null, string]>([
    ['an invitation in time', { ...invited, state: 'planned' }, [], '2027-03-01T08:00:00Z', CLOSES, 'do'],
    [
      'an invitation of weeks ago',
      { ...invited, state: 'planned' },
      [],
      '2027-04-20T08:00:00Z',
      CLOSES,
      'do',
    ],
    ['the closing, weeks late', close, [], '2027-04-20T08:00:00Z', CLOSES, 'do'],
    ['a reminder in time', first, [invited, second], '2027-03-08T08:01:00Z', CLOSES, 'do'],
    [
      'a reminder two days late with days left',
      first,
      [invited, second],
      '2027-03-10T09:00:00Z',
      CLOSES,
      'do',
    ],
    [
      'a reminder a few hours late with an hour left',
      step('r', 'remind', '2027-03-14T12:00:00Z'),
      [invited],
      '2027-03-15T07:00:00Z',
      CLOSES,
      'do',
    ],
    [
      'a reminder two days late with hours left',
      second,
      [invited],
      '2027-03-15T07:00:00Z',
      '2027-03-15T12:00:00Z',
      'late',
    ],
    ['a reminder missed, less than a day left', first, [invited], '2027-03-14T09:00:00Z', CLOSES, 'late'],
    ['a reminder missed, exactly a day left', first, [invited], '2027-03-14T08:00:00Z', CLOSES, 'do'],
    ['a reminder after the closing', second, [invited], '2027-03-15T08:00:00Z', CLOSES, 'late'],
    ['a reminder in time, at the closing', second, [invited], CLOSES, CLOSES, 'late'],
    [
      'a reminder that the next one replaces',
      first,
      [invited, second],
      '2027-03-13T08:00:00Z',
      CLOSES,
      'skip',
    ],
    ['the next one itself', second, [invited, first], '2027-03-13T08:00:00Z', CLOSES, 'do'],
    [
      'a reminder of who was not asked',
      first,
      [{ ...invited, state: 'stopped' }],
      '2027-03-08T08:00:00Z',
      CLOSES,
      'skip',
    ],
    [
      'a reminder whose invitation belongs to another wave',
      first,
      [{ ...invited, wave: 2 }],
      '2027-03-08T08:00:00Z',
      CLOSES,
      'skip',
    ],
    ['a reminder without a closing', first, [invited], '2027-05-08T08:00:00Z', null, 'do'],
  ])('%s', (_what, due, others, now, closes, verdict) => {
    const known = { steps: [due, ...others], closesAt: closes === null ? null : at(closes), now: at(now) };
    expect(judge(due, known)).toBe(verdict);
  });

  const waiting = { ...invited, state: 'planned' as const };
  it.each([
    ['in time', '2027-03-01T08:00:00Z', {}],
    ['a day late', '2027-03-02T08:00:00Z', {}],
    [
      'a minute over a day late',
      '2027-03-02T08:01:00Z',
      { r1: '2027-03-10T08:00:00Z', r2: '2027-03-15T08:00:00Z', c: '2027-03-17T08:00:00Z' },
    ],
    [
      'thirty days late, over a change of the clock',
      '2027-03-31T08:00:00Z',
      { r1: '2027-04-07T07:00:00Z', r2: '2027-04-12T07:00:00Z', c: '2027-04-14T07:00:00Z' },
    ],
  ])('moves what follows an invitation %s', (_when, now, moved) => {
    const steps = [waiting, first, second, close];
    expect(
      Object.fromEntries(
        movedBy(waiting, steps, at(now)).map(({ id, dueAt }) => [
          id,
          dueAt.toISOString().replace('.000', ''),
        ]),
      ),
    ).toEqual(moved);
  });

  it('leaves other waves, the closing of a later wave, and what is done or stopped where they are', () => {
    const steps = [
      waiting,
      { ...first, state: 'stopped' as const },
      { ...second, wave: 2 },
      { ...close, wave: 2 },
    ];
    expect(movedBy(waiting, steps, at('2027-03-10T08:00:00Z'))).toEqual([]);
  });

  it('comes in its turn: by moment, then inviting before reminding before closing', () => {
    const same = '2027-03-08T08:00:00Z';
    const steps = [
      step('c', 'close', same),
      step('r', 'remind', same),
      step('late', 'invite', '2027-03-09T08:00:00Z'),
      step('i2', 'invite', same, { wave: 2 }),
      step('i1', 'invite', same),
    ];
    expect(steps.sort(inTurn).map(({ id }) => id)).toEqual(['i1', 'i2', 'r', 'c', 'late']);
  });

  it.each<[string, KnownStep[], string | null]>([
    ['as planned', [waiting, first, second, close], null],
    ['a reminder before its invitation', [waiting, { ...first, dueAt: at('2027-02-01') }, close], 'order'],
    ['a reminder at its invitation', [waiting, { ...first, dueAt: waiting.dueAt }, close], 'order'],
    ['reminders the wrong way round', [first, { ...second, dueAt: first.dueAt }, close], 'order'],
    ['a reminder at the closing', [{ ...first, dueAt: close.dueAt }, close], 'order'],
    [
      'the closing before an invitation of a later wave',
      [{ ...waiting, wave: 2, dueAt: at(CLOSES) }, close],
      'order',
    ],
    [
      'a stopped reminder anywhere',
      [waiting, { ...first, state: 'stopped', dueAt: at('2027-02-01') }, close],
      null,
    ],
    ['what was done already', [{ ...waiting, state: 'done', dueAt: at('2027-03-20') }, close], null],
  ])('follows the others: %s', (_what, steps, reason) =>
    expect(refusal(() => assertOrder(steps))).toBe(reason),
  );
});
