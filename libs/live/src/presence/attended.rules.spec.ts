import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attendedTime, presentSpans, type Presence } from './attended.rules.js';

const at = (time: string): Date => new Date(`2027-02-09T${time}:00Z`);
const stay = (from: string, to: string | null): Presence => ({
  joinedAt: at(from),
  leftAt: to === null ? null : at(to),
});
const hour = { startsAt: at('18:30'), endsAt: at('19:30'), now: at('22:00') };

describe('who was really there (feature 31)', () => {
  it.each<[string, Presence[], number, number, number]>([
    ['nobody', [], 0, 0, 0],
    ['the whole hour', [stay('18:30', '19:30')], 60, 1, 1],
    ['early and late minutes do not count', [stay('18:10', '19:50')], 60, 1, 1],
    ['a quarter short', [stay('18:45', '19:30')], 45, 0.75, 0],
    ['quarters are rounded down', [stay('18:30', '19:29')], 59, 0.75, 0],
    ['two screens at once count once', [stay('18:30', '19:00'), stay('18:40', '19:10')], 40, 0.5, 0],
    ['away for a while in between', [stay('18:30', '18:50'), stay('19:10', '19:30')], 40, 0.5, 0],
    ['fourteen minutes are no quarter', [stay('18:30', '18:44')], 14, 0, 0],
    ['before the session only', [stay('18:00', '18:30')], 0, 0, 0],
    ['an open end lasts until the end of the session', [stay('19:00', null)], 30, 0.5, 0],
  ])('%s', (_name, stays, minutes, hours, hoursFull) => {
    expect(attendedTime(stays, hour)).toMatchObject({ present: minutes > 0, minutes, hours, hoursFull });
  });

  it('gives no more hours than the accreditation allows', () => {
    expect(attendedTime([stay('18:00', '20:00')], { ...hour, endsAt: at('20:00') }, 1)).toMatchObject({
      minutes: 90,
      hours: 1,
      hoursFull: 1,
    });
  });

  it('counts an open stay up to now while the session goes on', () => {
    expect(attendedTime([stay('18:30', null)], { ...hour, now: at('18:50') })).toMatchObject({ minutes: 20 });
  });

  it('never counts more than the session lasts, nor more for a stay that lies in another', () => {
    const minute = fc.integer({ min: 0, max: 180 });
    const stays = fc.array(
      fc.tuple(minute, minute).map(([a, b]) => ({
        joinedAt: new Date(at('17:30').getTime() + Math.min(a, b) * 60_000),
        leftAt: new Date(at('17:30').getTime() + Math.max(a, b) * 60_000),
      })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(stays, (some) => {
        const time = attendedTime(some, hour);
        const inside = (t: number) =>
          some.some(({ joinedAt, leftAt }) => joinedAt.getTime() <= t && t < leftAt.getTime());
        let minutes = 0;
        for (let t = hour.startsAt.getTime(); t < hour.endsAt.getTime(); t += 60_000)
          if (inside(t)) minutes += 1;
        expect(time.minutes).toBe(minutes);
        expect(time.hours * 60).toBeLessThanOrEqual(minutes);
        expect((time.hours * 4) % 1).toBe(0);
        expect(attendedTime([...some, ...some], hour)).toEqual(time);
      }),
    );
  });

  it('joins stays into spans that do not touch', () => {
    expect(
      presentSpans([stay('19:00', '19:10'), stay('18:30', '18:40'), stay('18:40', '18:50')], at('19:30')),
    ).toEqual([
      { from: at('18:30'), to: at('18:50') },
      { from: at('19:00'), to: at('19:10') },
    ]);
  });
});
