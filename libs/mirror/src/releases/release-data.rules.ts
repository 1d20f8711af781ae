import type { StratumSums } from '../figures/estimate.rules.js';
import type { SumOfAtoms, Field } from './cells.rules.js';
import type { ListedRow, Pick, StratumRow } from './release-data.queries.js';
import { windowsOf, type Stretch, type Window } from './window.rules.js';

/** The code of all items together. */
export const ALL_ITEMS = '*';

/** Which data set gives which practice its figures in which stretch. */
export interface Presence {
  practice: string;
  dataSet: string;
  stretch: Stretch;
}

/** The current figures of a kind over one window, as a release takes them. */
export interface ReleaseData {
  window: Window;
  /** Practices whose figures fill the window. */
  practices: string[];
  /** Per practice its stretches with the data set of each. */
  quarters: Map<string, [quarter: string, dataSet: string][]>;
  dataSets: string[];
  items: string[];
  /** Practice → item (`*` for all together) → strata. */
  sums: Map<string, Map<string, StratumSums[]>>;
}

const nextDay = (day: string, months: number): string => {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const at = year * 12 + month - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
};

/**
 * The newest window that at least one practice fills, or the one that was asked for, and where each practice's figures in it come from: the data
 * set that became known last.
 * @param presence in the order in which the data sets became known
 * @returns null when no practice fills a window
 */
export function windowAndPicks(
  presence: readonly Presence[],
  order: readonly string[],
  from?: string,
): { window: Window; picks: Pick[] } | null {
  const stretches = new Map(presence.map(({ stretch }) => [`${stretch.from}/${stretch.months}`, stretch]));
  // where data sets cut the same time differently, the finest cut counts
  const finest = [...stretches.values()].filter(
    (one) => ![...stretches.values()].some((other) => other.from === one.from && other.months < one.months),
  );
  const place = new Map(order.map((id, at) => [id, at]));
  for (const window of windowsOf(finest)) {
    if (from !== undefined && window.from !== from) continue;
    const wanted = new Map(window.stretches.map((one) => [one.from, one]));
    const chosen = new Map<string, Map<string, string>>();
    for (const { practice, dataSet, stretch } of presence) {
      if (wanted.get(stretch.from)?.months !== stretch.months) continue;
      const own = chosen.get(practice) ?? new Map<string, string>();
      chosen.set(practice, own);
      const known = own.get(stretch.from);
      if (known === undefined || (place.get(known) ?? -1) < (place.get(dataSet) ?? -1))
        own.set(stretch.from, dataSet);
    }
    const picks = [...chosen]
      .filter(([, own]) => own.size === wanted.size)
      .flatMap(([practice, own]) =>
        [...own].map(([starts, data_set]) => ({
          practice,
          starts,
          until: nextDay(starts, wanted.get(starts)?.months ?? 0),
          data_set,
        })),
      );
    if (picks.length > 0) return { window, picks };
  }
  return null;
}

/** Puts what was counted and who was registered together; a practice without list sizes over the whole window has none. */
export function releaseData(
  window: Window,
  picks: readonly Pick[],
  counted: readonly StratumRow[],
  listed: readonly ListedRow[],
): ReleaseData {
  const months = window.stretches.reduce((sum, one) => sum + one.months, 0);
  const quarters: ReleaseData['quarters'] = new Map();
  for (const { practice, starts, data_set } of [...picks].sort((a, b) => (a.starts < b.starts ? -1 : 1)))
    quarters.set(practice, [...(quarters.get(practice) ?? []), [starts, data_set]]);
  const practices = [...quarters.keys()].sort();
  const items = [...new Set(counted.map(({ item }) => item))].sort();
  const countsOf = grouped(counted, ({ practice }) => practice);
  const listedOf = grouped(listed, ({ practice }) => practice);
  const sums: ReleaseData['sums'] = new Map();
  for (const practice of practices) {
    const rows = countsOf.get(practice) ?? [];
    const whole = (listedOf.get(practice) ?? []).filter((one) => one.months === months);
    const perItem = new Map<string, StratumSums[]>();
    const byItem = grouped(rows, ({ item }) => item);
    const has = {
      urgent: rows.length > 0 && rows.every(({ urgent }) => urgent !== null),
      consults: rows.length > 0 && rows.every(({ consults }) => consults !== null),
    };
    for (const item of [...items, ALL_ITEMS])
      perItem.set(item, stratified(item === ALL_ITEMS ? rows : (byItem.get(item) ?? []), whole, months, has));
    sums.set(practice, perItem);
  }
  return {
    window,
    practices,
    quarters,
    dataSets: [...new Set(picks.map((one) => one.data_set))],
    items,
    sums,
  };
}

function stratified(
  rows: readonly StratumRow[],
  listed: readonly ListedRow[],
  months: number,
  has: { urgent: boolean; consults: boolean },
): StratumSums[] {
  const strata = (list: readonly { sex: string; age: string }[]): Set<string> =>
    new Set(list.map(({ sex, age }) => `${sex}|${age}`));
  const known = strata(listed);
  // counts by age without list sizes by age, or the other way round, can only be taken as a whole
  const fits = known.size > 0 && [...strata(rows)].every((one) => known.has(one)) && !known.has('|');
  const names = fits ? [...known] : ['|'];
  return names.map((name) => {
    const inside = <T extends { sex: string; age: string }>(list: readonly T[]): T[] =>
      fits ? list.filter(({ sex, age }) => `${sex}|${age}` === name) : [...list];
    const own = inside(rows);
    const people = inside(listed);
    const [sex, age] = fits ? (name.split('|') as [string, string]) : ['', ''];
    return {
      sex,
      age,
      count: add(own.map(({ count }) => count)),
      urgent: has.urgent ? add(own.map(({ urgent }) => urgent ?? 0)) : null,
      consults: has.consults ? add(own.map(({ consults }) => consults ?? 0)) : null,
      listed: people.length === 0 ? null : add(people.map(({ time }) => time)) / months,
    };
  });
}

function grouped<T>(list: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

const add = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** The atoms of a figure: of one practice or several, of one item or all, of one field or two. */
export function sumOver(
  data: ReleaseData,
  practices: readonly string[],
  item: string,
  fields: readonly Field[],
): SumOfAtoms {
  const parts = new Map<string, SumOfAtoms['parts'][number]>();
  for (const practice of practices) {
    const quarters = data.quarters.get(practice) ?? [];
    const same = JSON.stringify(quarters);
    const part = parts.get(same) ?? { practices: [], quarters };
    part.practices.push(practice);
    parts.set(same, part);
  }
  return {
    items: item === ALL_ITEMS ? data.items : [item],
    fields: [...fields],
    parts: [...parts.values()],
  };
}
