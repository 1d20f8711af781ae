import { describe, expect, it } from '@jest/globals';
import { checkOpen, freePlaces, waitingLine } from './registrations.rules.js';

const row = (id: string, state: 'registered' | 'waiting' | 'excused', minute = 0) => ({
  id,
  state,
  askedAt: new Date(Date.UTC(2027, 0, 4, 9, minute)),
});

describe('places of a session (DIA-07, feature 33)', () => {
  it.each([
    [null, 12, Infinity],
    [10, 0, 10],
    [10, 9, 1],
    [10, 10, 0],
    // places were taken away after people had come in: nobody is sent off
    [10, 12, 0],
  ])('of %s places with %i taken %s are free', (places, taken, free) => {
    const rows = [
      ...Array.from({ length: taken }, (_, n) => row(`r${n}`, 'registered')),
      row('w', 'waiting'),
      row('x', 'excused'),
    ];
    expect(freePlaces(places, rows)).toBe(free);
  });

  it('lets wait in the order in which they asked', () => {
    const rows = [
      row('c', 'waiting', 5),
      row('b', 'waiting', 1),
      row('a', 'registered', 0),
      row('d', 'waiting', 5),
    ];
    expect(waitingLine(rows).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  it.each([
    ['planned', '2027-01-01', null],
    ['live', '2027-01-01', null],
    ['planned', '2027-03-01', 'session.ended'],
    ['ended', '2027-01-01', 'session.ended'],
    ['cancelled', '2027-01-01', 'session.cancelled'],
  ] as const)('a session that is %s on %s: %s', (state, now, code) => {
    const check = () => checkOpen({ state, endsAt: new Date('2027-02-09T19:30:00Z') }, new Date(now));
    if (code) expect(check).toThrow(code);
    else expect(check).not.toThrow();
  });
});
