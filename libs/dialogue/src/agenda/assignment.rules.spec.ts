import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DateFit } from '#libs/contracts';
import {
  bestAssignment,
  crowd,
  worths,
  type AssignableDate,
  type AssignableDepartment,
} from './assignment.rules.js';

const MARK: Record<string, DateFit | undefined> = { y: 'yes', m: 'maybe', n: 'no', '?': undefined };

/** Departments from rows of marks, one per date: y(es), m(aybe), n(o), ? no answer. */
function table(rows: Record<string, string>, points: Record<string, number> = {}) {
  const length = Object.values(rows)[0]?.length ?? 0;
  const dates: AssignableDate[] = Array.from({ length }, (_, k) => ({ id: `d${k + 1}` }));
  const departments: AssignableDepartment[] = Object.entries(rows).map(([id, marks]) => ({
    id,
    points: points[id] ?? 0,
    fits: Object.fromEntries(
      [...marks].flatMap((mark, k) => (MARK[mark] ? [[`d${k + 1}`, MARK[mark] as DateFit]] : [])),
    ),
  }));
  return { dates, departments };
}
const said = ({ dates, departments }: ReturnType<typeof table>): string =>
  bestAssignment(dates, departments)
    .map(({ dateId, departmentId, fit }) => `${departmentId}@${dateId}:${fit}`)
    .join(' ');

describe('the best assignment of departments to dates (DIA-03)', () => {
  it.each<[string, Record<string, string>, Record<string, number>, string]>([
    ['gives everybody the date that suits', { A: 'ny', B: 'yn' }, {}, 'B@d1:yes A@d2:yes'],
    ['places more departments before it looks at fit', { A: 'ym', B: 'yn' }, {}, 'B@d1:yes A@d2:maybe'],
    ['prefers a date that suits over one without an answer', { A: '?y' }, {}, 'A@d2:yes'],
    ['prefers a date without an answer over one if needed', { A: 'm?' }, {}, 'A@d2:unknown'],
    ['never takes a date that was refused', { A: 'nn', B: 'yn' }, { A: 9 }, 'B@d1:yes'],
    ['takes the most wanted where there is one date', { A: 'y', B: 'y' }, { A: 3, B: 8 }, 'B@d1:yes'],
    ['takes a date that suits before the most wanted', { A: 'm', B: 'y' }, { A: 9, B: 1 }, 'B@d1:yes'],
    ['puts the most wanted on the earliest date', { A: 'yy', B: 'yy' }, { B: 1 }, 'B@d1:yes A@d2:yes'],
    ['uses the earliest dates', { A: 'yyy' }, {}, 'A@d1:yes'],
    ['places nobody where nobody can', { A: 'nn', B: 'nn' }, {}, ''],
  ])('%s', (_name, rows, points, result) => {
    expect(said(table(rows, points))).toBe(result);
  });

  it('has nothing to say without dates or departments', () => {
    expect(bestAssignment([], [{ id: 'A', points: 1, fits: {} }])).toEqual([]);
    expect(bestAssignment([{ id: 'd1' }], [])).toEqual([]);
  });

  it('refuses to compare more than twelve departments', () => {
    const rows = Object.fromEntries(Array.from({ length: 13 }, (_, k) => [`A${k}`, 'y']));
    const { dates, departments } = table(rows);
    expect(() => bestAssignment(dates, departments)).toThrow(RangeError);
  });

  it('places twelve departments on twelve dates', () => {
    const rows = Object.fromEntries(
      Array.from({ length: 12 }, (_, k) => [
        `A${k + 1}`,
        Array.from({ length: 12 }, (__, d) => (d === 11 - k ? 'y' : 'm')).join(''),
      ]),
    );
    const { dates, departments } = table(rows);
    const places = bestAssignment(dates, departments);
    expect(places).toHaveLength(12);
    expect(places.every(({ fit }) => fit === 'yes')).toBe(true);
  });

  const fit = fc.constantFrom<(DateFit | undefined)[]>('yes', 'maybe', 'no', undefined);
  const small = fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .chain(([dates, departments]) =>
      fc
        .array(
          fc.record({
            points: fc.integer({ min: 0, max: 9 }),
            fits: fc.array(fit, { minLength: dates, maxLength: dates }),
          }),
          { minLength: departments, maxLength: departments },
        )
        .map((rows) => ({ dates, rows })),
    )
    .map(({ dates, rows }) => ({
      dates: Array.from({ length: dates }, (_, k) => ({ id: `d${k + 1}` })),
      departments: rows.map(({ points, fits }, k) => ({
        id: `A${k + 1}`,
        points,
        fits: Object.fromEntries(fits.flatMap((one, d) => (one ? [[`d${d + 1}`, one]] : []))),
      })),
    }));

  /** What counts, in order, of one assignment: compared without any weight. */
  function merits(
    { dates, departments }: { dates: AssignableDate[]; departments: AssignableDepartment[] },
    places: [date: number, department: number][],
  ): number[] {
    const of = (fits: string[]) =>
      places.filter(([date, one]) =>
        fits.includes(departments[one]?.fits[dates[date]?.id as string] ?? 'unknown'),
      ).length;
    const ranked = [...departments].sort((a, b) => b.points - a.points);
    const sum = (worth: (date: number, one: AssignableDepartment) => number) =>
      places.reduce((all, [date, one]) => all + worth(date, departments[one] as AssignableDepartment), 0);
    return [
      places.length,
      of(['yes']),
      of(['yes', 'unknown']),
      sum((_date, one) => one.points),
      sum((date) => dates.length - date),
      sum((date, one) => (dates.length - date) * (departments.length - ranked.indexOf(one))),
    ];
  }
  /** Every assignment that keeps to the answers. */
  function* everyWay(
    world: { dates: AssignableDate[]; departments: AssignableDepartment[] },
    date = 0,
    used: [number, number][] = [],
  ): Generator<[number, number][]> {
    if (date === world.dates.length) return yield used;
    yield* everyWay(world, date + 1, used);
    for (const [k, one] of world.departments.entries())
      if (!used.some(([, taken]) => taken === k) && one.fits[world.dates[date]?.id as string] !== 'no')
        yield* everyWay(world, date + 1, [...used, [date, k]]);
  }
  const better = (a: number[], b: number[]): number => {
    const k = a.findIndex((value, place) => value !== b[place]);
    return k < 0 ? 0 : (a[k] as number) - (b[k] as number);
  };

  it('is as good as the best of all assignments, and never on a date that was refused', () => {
    fc.assert(
      fc.property(small, (world) => {
        const places = bestAssignment(world.dates, world.departments);
        const own = places.map(({ dateId, departmentId }): [number, number] => [
          world.dates.findIndex(({ id }) => id === dateId),
          world.departments.findIndex(({ id }) => id === departmentId),
        ]);
        expect(new Set(own.map(([date]) => date)).size).toBe(own.length);
        expect(new Set(own.map(([, one]) => one)).size).toBe(own.length);
        for (const [date, one] of own)
          expect(world.departments[one]?.fits[world.dates[date]?.id as string]).not.toBe('no');
        const best = [...everyWay(world)]
          .map((way) => merits(world, way))
          .sort(better)
          .at(-1) as number[];
        expect(merits(world, own)).toEqual(best);
      }),
    );
  });

  it('stays within whole numbers that a double holds, with five thousand practices', () => {
    const rows = Object.fromEntries(Array.from({ length: 12 }, (_, k) => [`A${k}`, 'y'.repeat(12)]));
    const points = Object.fromEntries(Object.keys(rows).map((id) => [id, 20_000]));
    const { dates, departments } = table(rows, points);
    const most = Math.max(
      ...worths(dates, departments)
        .flat()
        .map((value) => value ?? 0),
    );
    expect(Number.isSafeInteger(most * 12)).toBe(true);
  });

  it('names the departments that have too few dates together, and their dates', () => {
    fc.assert(
      fc.property(small, (world) => {
        const places = bestAssignment(world.dates, world.departments);
        for (const { id } of world.departments) {
          if (places.some(({ departmentId }) => departmentId === id)) continue;
          const { departmentIds, dateIds } = crowd(id, places, world.dates, world.departments);
          expect(departmentIds).toContain(id);
          expect(departmentIds.length).toBe(dateIds.length + 1);
          for (const one of world.departments.filter((department) => departmentIds.includes(department.id)))
            for (const date of world.dates)
              if (one.fits[date.id] !== 'no') expect(dateIds).toContain(date.id);
        }
      }),
    );
  });
});
