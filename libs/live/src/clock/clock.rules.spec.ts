import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LEAST_PART_SECONDS, readLiveClock } from '#libs/contracts';
import { clockView, newClock, stepClock, type ClockStep, type LiveClock } from './clock.rules.js';

const START = Date.parse('2026-11-24T18:30:00Z');
const MINUTE = 60_000;
const at = (ms: number): Date => new Date(START + ms);
const hour = { startsAt: at(0), endsAt: at(60 * MINUTE) };
const parts = (...minutes: number[]) =>
  minutes.map((one, n) => ({ id: `p${n}`, name: `Deel ${n}`, seconds: one * 60 }));
/** Steps at minutes after the planned start. */
const after = (clock: LiveClock, ...steps: [number, ClockStep][]): LiveClock =>
  steps.reduce((now, [minute, step]) => stepClock(now, step, at(minute * MINUTE)), clock);
const start: [number, ClockStep] = [0, { do: 'start' }];
/** What is left per part in minutes, as everybody sees it: the current one by its end. */
const leftMinutes = (clock: LiveClock, minute: number): (number | 'done')[] => {
  const view = clockView(clock, at(minute * MINUTE));
  return view.items.map((item) =>
    item.state === 'done'
      ? 'done'
      : item.state === 'current'
        ? (view.itemLeftMs ?? Date.parse(view.itemEndsAt as string) - START - minute * MINUTE) / MINUTE
        : (item.seconds - item.spentSeconds) / 60,
  );
};
/** Left of all parts that still get time, in ms; the current one only as far as it is not over. */
const remaining = (clock: LiveClock): number =>
  clock.parts
    .filter((part) => !part.done)
    .reduce((sum, part) => sum + Math.max(0, part.ms - part.spentMs), 0);

describe('the clock of the hour (DIA-11, feature 26)', () => {
  const plan = newClock(parts(10, 20, 30), hour);

  it('waits with the plan, and shows what is left of it when the start is late', () => {
    expect(leftMinutes(plan, -10)).toEqual([10, 20, 30]);
    expect(clockView(plan, at(-10 * MINUTE))).toMatchObject({
      state: 'waiting',
      currentId: null,
      itemEndsAt: null,
      itemLeftMs: null,
      aheadSeconds: 0,
      endsAt: '2026-11-24T19:30:00.000Z',
    });
    expect(leftMinutes(plan, 12)).toEqual([8, 16, 24]);
    expect(clockView(plan, at(12 * MINUTE)).aheadSeconds).toBe(-720);
  });

  it('goes on longer when a meeting says so: what comes with it goes to what is still to come (SES-03)', () => {
    const later: [number, ClockStep] = [5, { do: 'later', ms: 15 * MINUTE }];
    const running = after(plan, start, later);
    expect(clockView(running, at(5 * MINUTE)).endsAt).toBe('2026-11-24T19:45:00.000Z');
    expect(leftMinutes(running, 5)).toEqual([5, 26, 39]);
    const last = after(
      plan,
      start,
      [10, { do: 'next' }],
      [30, { do: 'next' }],
      [40, { do: 'later', ms: 15 * MINUTE }],
    );
    expect(leftMinutes(last, 40)).toEqual(['done', 'done', 35]);
    expect(() => stepClock(plan, { do: 'later', ms: MINUTE }, at(0))).toThrow('live.not-open');
  });

  it('makes a plan fill the hour that does not', () => {
    expect(newClock(parts(10, 20), hour).parts.map((part) => part.plannedMs / MINUTE)).toEqual([20, 40]);
    expect(newClock(parts(60, 60), hour).parts.map((part) => part.plannedMs / MINUTE)).toEqual([30, 30]);
    expect(newClock(parts(0, 0), hour).parts.map((part) => part.plannedMs / MINUTE)).toEqual([30, 30]);
  });

  it.each<[string, [number, ClockStep][], number, (number | 'done')[], number]>([
    ['starts on time', [start], 0, [10, 20, 30], 0],
    ['starts late: everybody gives in proportion', [[6, { do: 'start' }]], 6, [9, 18, 27], -360],
    [
      'starts early: everybody gets more, the hour ends when it ends',
      [[-6, { do: 'start' }]],
      -6,
      [11, 22, 33],
      360,
    ],
    ['runs', [start], 4, [6, 20, 30], 0],
    ['runs over: the others pay, the current one goes below zero', [start], 15, [-5, 18, 27], -300],
    ['goes on after running over', [start, [15, { do: 'next' }]], 15, ['done', 18, 27], -300],
    ['is done early: the rest gets it', [start, [5, { do: 'next' }]], 5, ['done', 22, 33], 300],
    ['a pause eats the hour, and shows what was left', [start, [4, { do: 'pause' }]], 20, [6, 20, 30], -960],
    [
      'a pause is paid by all',
      [start, [4, { do: 'pause' }], [18, { do: 'resume' }]],
      18,
      [4.5, 15, 22.5],
      -840,
    ],
    [
      'a short pause costs nothing when there was none',
      [start, [4, { do: 'pause' }], [4, { do: 'resume' }]],
      4,
      [6, 20, 30],
      0,
    ],
    ['a pause while over', [start, [12, { do: 'pause' }], [20, { do: 'resume' }]], 20, [-2, 16, 24], -600],
    ['skips a part, which stays open', [start, [10, { do: 'go', partId: 'p2' }]], 10, ['done', 20, 30], 0],
    [
      'comes back to what was skipped',
      [start, [10, { do: 'go', partId: 'p2' }], [40, { do: 'next' }]],
      40,
      ['done', 20, 'done'],
      0,
    ],
    [
      'looks back at a part that was done: it gets its least',
      [start, [10, { do: 'next' }], [15, { do: 'go', partId: 'p0' }]],
      15,
      [0.5, 14.8333, 29.6666],
      0,
    ],
    ['takes more time', [start, [5, { do: 'extend', ms: 5 * MINUTE }]], 5, [10, 18, 27], 0],
    [
      'takes more time when over, from now on',
      [start, [15, { do: 'extend', ms: 5 * MINUTE }]],
      15,
      [5, 16, 24],
      -300,
    ],
    ['leaves the others their least', [start, [0, { do: 'extend', ms: 600 * MINUTE }]], 0, [59, 0.5, 0.5], 0],
    ['gives time back', [start, [0, { do: 'extend', ms: -10 * MINUTE }]], 0, [0, 24, 36], 0],
    [
      'the last part has all that is left',
      [start, [10, { do: 'next' }], [20, { do: 'next' }]],
      20,
      ['done', 'done', 40],
      600,
    ],
    [
      'the last part stays the last',
      [start, [1, { do: 'next' }], [2, { do: 'next' }], [3, { do: 'next' }]],
      3,
      ['done', 'done', 57],
      1680,
    ],
    ['the hour is over', [start, [10, { do: 'next' }]], 65, ['done', -30 - 5 + 0, 0], -2100],
    ['starts after its hour', [[61, { do: 'start' }]], 61, [0, 0, 0], -3660],
  ])('%s', (_name, steps, minute, left, ahead) => {
    const clock = after(plan, ...steps);
    const seen = leftMinutes(clock, minute);
    for (const [n, one] of left.entries())
      if (typeof one === 'number') expect(seen[n]).toBeCloseTo(one, 3);
      else expect(seen[n]).toBe(one);
    expect(clockView(clock, at(minute * MINUTE)).aheadSeconds).toBe(ahead);
  });

  it('stands still at the end, with what was left over', () => {
    const ended = after(plan, start, [10, { do: 'next' }], [50, { do: 'end' }]);
    const view = clockView(ended, at(55 * MINUTE));
    expect(view).toMatchObject({ state: 'ended', currentId: null, itemEndsAt: null, aheadSeconds: 600 });
    expect(view.items.map(({ state, spentSeconds }) => [state, spentSeconds])).toEqual([
      ['done', 600],
      ['done', 2400],
      ['open', 0],
    ]);
    expect(stepClock(ended, { do: 'end' }, at(56 * MINUTE))).toBe(ended);
  });

  it('refuses a step before the start and after the end, and a part that is not there', () => {
    expect(() => after(plan, [0, { do: 'next' }])).toThrow('live.not-open');
    const running = after(plan, start);
    expect(() => after(running, [1, { do: 'go', partId: 'elders' }])).toThrow('not-found');
    for (const step of ['start', 'next', 'pause', 'resume'] as const)
      expect(() => after(running, [1, { do: 'end' }], [2, { do: step }])).toThrow('live.ended');
  });

  it('gives the clock back when a step changes nothing', () => {
    const running = after(plan, start);
    expect(after(running, [1, { do: 'start' }])).toBe(running);
    expect(after(running, [1, { do: 'resume' }])).toBe(running);
    expect(after(running, [1, { do: 'go', partId: 'p0' }])).toBe(running);
    const paused = after(running, [1, { do: 'pause' }]);
    expect(after(paused, [2, { do: 'pause' }])).toBe(paused);
  });

  it('refuses an hour without length, two parts of one id and time below zero', () => {
    expect(() => newClock(parts(10), { startsAt: at(0), endsAt: at(0) })).toThrow(RangeError);
    expect(() => newClock([...parts(10), ...parts(10)], hour)).toThrow('p0');
    expect(() => newClock(parts(-1), hour)).toThrow('-60 seconds');
  });

  it('runs without parts', () => {
    const running = after(newClock([], hour), start, [1, { do: 'next' }], [2, { do: 'extend', ms: 1 }]);
    expect(clockView(running, at(3 * MINUTE))).toMatchObject({
      state: 'running',
      items: [],
      itemEndsAt: null,
    });
  });

  it('never turns back when another server is a little behind', () => {
    const running = after(plan, start, [10, { do: 'next' }]);
    expect(clockView(running, at(10 * MINUTE - 300)).now).toBe(at(10 * MINUTE).toISOString());
    expect(stepClock(running, { do: 'pause' }, at(10 * MINUTE - 300)).pausedAt).toBe(
      at(10 * MINUTE).getTime(),
    );
  });
});

/** Any plan, and any sequence of steps with the time that passes before each. */
const anyHour = fc.record({
  minutes: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 }),
  length: fc.integer({ min: 60_000, max: 5_400_000 }),
  startAt: fc.integer({ min: -600_000, max: 1_800_000 }),
  steps: fc.array(
    fc.record({
      pass: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 900_000 })),
      step: fc.oneof(
        fc.constantFrom<ClockStep>({ do: 'next' }, { do: 'pause' }, { do: 'resume' }, { do: 'start' }),
        fc.record({ do: fc.constant('go' as const), partId: fc.constantFrom('p0', 'p1', 'p2', 'p7') }),
        fc.record({ do: fc.constant('extend' as const), ms: fc.integer({ min: -300_000, max: 600_000 }) }),
        fc.record({ do: fc.constant('later' as const), ms: fc.integer({ min: 60_000, max: 900_000 }) }),
      ),
    }),
    { maxLength: 25 },
  ),
});
type AnyHour = typeof anyHour extends fc.Arbitrary<infer T> ? T : never;

/** Walks through it and looks at every clock on the way. */
function walk(one: AnyHour, look: (clock: LiveClock, now: number, pass: number) => void): void {
  let clock = newClock(parts(...one.minutes), { startsAt: at(0), endsAt: at(one.length) });
  let now = START + one.startAt;
  clock = stepClock(clock, { do: 'start' }, new Date(now));
  look(clock, now, 0);
  for (const { pass, step } of one.steps) {
    look(clock, now, pass);
    now += pass;
    if (step.do === 'go' && !clock.parts.some(({ id }) => id === step.partId)) continue;
    clock = stepClock(clock, step, new Date(now));
    look(clock, now, 0);
  }
}

describe('the clock in any sequence of steps', () => {
  const holds = (look: (clock: LiveClock, now: number, pass: number) => void): void =>
    fc.assert(
      fc.property(anyHour, (one) => walk(one, look)),
      { numRuns: 400 },
    );

  it('divides exactly what is left of the hour', () =>
    holds((clock, now, pass) => {
      if (pass > 0) return;
      // while it is paused, as of when it stopped
      const moment = clock.state === 'paused' ? (clock.pausedAt as number) : now;
      const fresh = stepClock(clock, { do: 'pause' }, new Date(now));
      expect(remaining(fresh)).toBe(Math.max(0, clock.endsAt - moment));
    }));

  it('gives no part less than nothing, nor an open one less than its floor while there is time', () =>
    holds((clock, now) => {
      for (const part of clock.parts) {
        expect(part.ms).toBeGreaterThanOrEqual(0);
        expect(part.spentMs).toBeGreaterThanOrEqual(0);
        if (!part.done && part.id !== clock.currentId) expect(part.ms).toBeGreaterThanOrEqual(part.spentMs);
      }
      if (clock.state !== 'running') return;
      const view = clockView(clock, new Date(now));
      const open = view.items.filter((item) => item.state === 'open');
      const left = Date.parse(view.itemEndsAt as string) - now;
      const toDivide = (clock.endsAt - now - Math.max(0, left)) / 1000;
      const least = Math.min(LEAST_PART_SECONDS, Math.floor(toDivide / Math.max(1, open.length)));
      for (const item of open) expect(item.seconds - item.spentSeconds).toBeGreaterThanOrEqual(least - 1);
    }));

  it('is not changed by looking, nor by a journey through JSON', () =>
    holds((clock, now) => {
      const before = JSON.stringify(clock);
      const view = clockView(clock, new Date(now));
      expect(clockView(clock, new Date(now))).toEqual(view);
      expect(JSON.stringify(clock)).toBe(before);
      expect(clockView(JSON.parse(before) as LiveClock, new Date(now))).toEqual(view);
    }));

  it('only ever takes from the open parts while nobody does anything', () =>
    holds((clock, now, pass) => {
      if (clock.state !== 'running') return;
      const looks = [0, 0.3, 0.6, 1].map((share) =>
        clockView(clock, new Date(now + Math.round(pass * share))),
      );
      for (const [n, view] of looks.entries())
        for (const [k, item] of view.items.entries())
          if (n > 0 && item.state === 'open')
            expect(item.seconds).toBeLessThanOrEqual(looks[n - 1]?.items[k]?.seconds as number);
    }));

  it('reads the same from an old message as from a new one (feature 25)', () =>
    holds((clock, now, pass) => {
      const old = readLiveClock(clockView(clock, new Date(now)), now + pass);
      const fresh = clockView(clock, new Date(now + pass));
      const read = readLiveClock(fresh, now + pass);
      expect(old.itemLeftMs).toBe(read.itemLeftMs);
      expect(old.hourLeftMs).toBe(read.hourLeftMs);
      expect(Math.abs(old.aheadSeconds - fresh.aheadSeconds)).toBeLessThanOrEqual(2);
      for (const [n, item] of fresh.items.entries())
        expect(Math.abs((old.seconds[n] as number) - item.seconds)).toBeLessThanOrEqual(1);
    }));

  it('reads the same on two screens that each measured the server within 100 ms', () =>
    fc.assert(
      fc.property(
        anyHour,
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: -100, max: 100 }),
        (one, a, b) =>
          walk(one, (clock, now, pass) => {
            const view = clockView(clock, new Date(now));
            const [first, second] = [a, b].map((error) => readLiveClock(view, now + pass + error));
            expect(Math.abs((first?.itemLeftMs ?? 0) - (second?.itemLeftMs ?? 0))).toBeLessThanOrEqual(200);
          }),
      ),
      { numRuns: 100 },
    ));
});
