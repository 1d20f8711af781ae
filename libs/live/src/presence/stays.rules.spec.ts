import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Stay } from './live-presence.service.js';
import { joinedStays } from './stays.rules.js';

const stay = (from: number, until: number | null, other: Partial<Stay> = {}): Stay => ({
  personId: 'noor',
  practiceId: 'linde',
  audience: 'participant',
  joinedAt: new Date(from),
  leftAt: until === null ? null : new Date(until),
  ...other,
});
const spans = (stays: Stay[]): [number, number | null][] =>
  joinedStays(stays).map(({ joinedAt, leftAt }) => [joinedAt.getTime(), leftAt?.getTime() ?? null]);

describe('stays in a room (feature 30)', () => {
  it.each<[string, Stay[], [number, number | null][]]>([
    [
      'keeps what stands apart',
      [stay(5, 6), stay(1, 2)],
      [
        [1, 2],
        [5, 6],
      ],
    ],
    ['joins two screens', [stay(1, 5), stay(3, 8)], [[1, 8]]],
    ['joins what touches', [stay(1, 5), stay(5, 8)], [[1, 8]]],
    ['joins what lies within', [stay(1, 9), stay(3, 4)], [[1, 9]]],
    ['joins who is still there', [stay(1, null), stay(3, 4)], [[1, null]]],
    ['joins who came back for good', [stay(1, 5), stay(3, null)], [[1, null]]],
    [
      'keeps people apart',
      [stay(1, 5), stay(2, 6, { personId: 'bo' })],
      [
        [1, 5],
        [2, 6],
      ],
    ],
    [
      'keeps practices apart',
      [stay(1, 5), stay(2, 6, { practiceId: 'es' })],
      [
        [1, 5],
        [2, 6],
      ],
    ],
    [
      'keeps capacities apart',
      [stay(1, 5), stay(2, 6, { audience: 'moderator' })],
      [
        [1, 5],
        [2, 6],
      ],
    ],
  ])('%s', (_name, stays, expected) => expect(spans(stays)).toEqual(expected));

  it('counts each moment once, whatever the order, and changes nothing that it was given', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })), {
          maxLength: 12,
        }),
        (pairs) => {
          const stays = pairs.map(([from, length]) => stay(from, from + length));
          const before = structuredClone(stays);
          const joined = spans(stays);
          const seconds = (list: [number, number | null][]): Set<number> =>
            new Set(
              list.flatMap(([from, until]) =>
                Array.from({ length: (until as number) - from }, (_, n) => from + n),
              ),
            );
          const total = joined.reduce((sum, [from, until]) => sum + (until as number) - from, 0);
          expect(total).toBe(seconds(pairs.map(([from, length]) => [from, from + length])).size);
          expect(spans([...stays].reverse())).toEqual(joined);
          expect(stays).toEqual(before);
        },
      ),
    ));
});
