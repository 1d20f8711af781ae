import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clockView, newClock, stepClock, type ClockPart, type LiveClock } from '#libs/live';
import { rearrangedClock } from './live-parts.rules.js';

const START = Date.parse('2026-11-12T18:30:00Z');
const HOUR = { startsAt: new Date(START), endsAt: new Date(START + 3_600_000) };
const at = (seconds: number): Date => new Date(START + seconds * 1000);
const part = (id: string, seconds = 900): ClockPart => ({ id, name: `Deel ${id}`, seconds });
const ids = (clock: LiveClock): string => clock.parts.map(({ id }) => id).join('');
const left = (clock: LiveClock, now: Date): number =>
  clockView(clock, now).items.reduce(
    (all, { seconds, spentSeconds, state }) => all + (state === 'done' ? 0 : seconds - spentSeconds),
    0,
  );

describe('an hour whose parts change (DIA-09, DIA-11)', () => {
  it('is planned anew before the start', () => {
    const clock = rearrangedClock(newClock([part('a')], HOUR), [part('b', 1800), part('c', 1800)], at(-60));
    expect(ids(clock)).toBe('bc');
    expect(clock.parts.map(({ ms }) => ms)).toEqual([1_800_000, 1_800_000]);
  });

  it('gives a part that came a place and time, follows names, and lets go of what was never on', () => {
    const running = stepClock(
      newClock(
        ['a', 'b', 'c', 'd'].map((id) => part(id)),
        HOUR,
      ),
      { do: 'start' },
      at(0),
    );
    const clock = rearrangedClock(
      running,
      [part('a'), { ...part('b'), name: 'Anders' }, part('x'), part('d')],
      at(60),
    );
    expect(ids(clock)).toBe('abxd');
    expect(clock.parts[1]?.name).toBe('Anders');
    expect(clock.parts[2]?.ms).toBeGreaterThan(0);
    expect(clock.currentId).toBe('a');
    expect(left(clock, at(60))).toBe(3540);
  });

  it('keeps the part that is on, and what was on, when the desk takes its questions away', () => {
    let clock = stepClock(
      newClock(
        ['a', 'b', 'c'].map((id) => part(id)),
        HOUR,
      ),
      { do: 'start' },
      at(0),
    );
    clock = stepClock(clock, { do: 'next' }, at(300));
    clock = rearrangedClock(clock, [part('c')], at(400));
    expect(ids(clock)).toBe('abc');
    expect(clock.currentId).toBe('b');
    expect(clockView(clock, at(400)).items[0]).toMatchObject({ state: 'done', spentSeconds: 300 });
  });

  it('changes nothing after the end', () => {
    const ended = stepClock(newClock([part('a')], HOUR), { do: 'end' }, at(10));
    expect(rearrangedClock(ended, [part('b')], at(20))).toBe(ended);
  });

  it('always leaves exactly what is left of the hour to what is not over, and keeps every second that was spent', () => {
    const some = fc.uniqueArray(fc.constantFrom(...'abcdefg'), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        some,
        some,
        fc.nat(3),
        fc.integer({ min: 1, max: 1500 }),
        fc.boolean(),
        (was, will, steps, pace, paused) => {
          let clock = stepClock(
            newClock(
              was.map((id) => part(id)),
              HOUR,
            ),
            { do: 'start' },
            at(0),
          );
          let now = 0;
          for (let k = 0; k < Math.min(steps, was.length - 1); k++)
            clock = stepClock(clock, { do: 'next' }, at((now += Math.min(pace, 700))));
          if (paused) clock = stepClock(clock, { do: 'pause' }, at((now += 10)));
          const before = clockView(clock, at(now));
          const next = rearrangedClock(
            clock,
            will.map((id) => part(id)),
            at(now),
          );
          const after = clockView(next, at(now));
          expect(new Set(ids(next)).size).toBe(next.parts.length);
          for (const id of will) expect(ids(next)).toContain(id);
          expect(next.currentId).toBe(clock.currentId);
          expect(left(next, at(now))).toBe(3600 - now);
          for (const { id, spentSeconds } of before.items)
            if (spentSeconds > 0)
              expect(after.items.find((one) => one.id === id)?.spentSeconds).toBe(spentSeconds);
        },
      ),
    );
  });
});
