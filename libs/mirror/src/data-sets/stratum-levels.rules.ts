import type { Stratum } from './rows.rules.js';
import { bandName, overlaps } from './strata.rules.js';

/** The numbers of one stratum; -1 where there is none. */
export interface StratumCount {
  stratum: Stratum;
  values: number[];
}
export interface SettledStrata<T> {
  kept: { sex: string; age: string; values: number[]; first: T }[];
  /** Age bands that overlap another: counting both would count people twice. */
  overlapping: T[];
  /** The total that the file itself gives beside its strata, and the sum of the strata. */
  total: { was: number; is: number } | null;
}

/**
 * The strata of one practice, period and item at the finest level there is: sex and age, else age, else sex, else the total.
 * Rows of a coarser level are totals of the same people and are not counted again; bands are folded into the standard ones.
 * @param names what each band of this practice is stored as
 */
export function settleStrata<T extends StratumCount>(
  group: readonly T[],
  names: ReadonlyMap<string, string>,
): SettledStrata<T> {
  const levels = {
    both: group.filter((one) => one.stratum.sex !== '' && one.stratum.age),
    age: group.filter((one) => one.stratum.sex === '' && one.stratum.age),
    sex: group.filter((one) => one.stratum.sex !== '' && !one.stratum.age),
    none: group.filter((one) => one.stratum.sex === '' && !one.stratum.age),
  };
  const level = (['both', 'age', 'sex', 'none'] as const).find((name) => levels[name].length > 0) ?? 'none';
  const finest = levels[level];
  const overlapping = finest.filter((one) =>
    finest.some(
      (other) =>
        other !== one &&
        other.stratum.sex === one.stratum.sex &&
        one.stratum.age &&
        other.stratum.age &&
        overlaps(one.stratum.age, other.stratum.age),
    ),
  );
  const kept = new Map<string, SettledStrata<T>['kept'][number]>();
  for (const one of finest) {
    if (overlapping.includes(one)) continue;
    const age = one.stratum.age ? (names.get(bandName(one.stratum.age)) ?? bandName(one.stratum.age)) : '';
    const known = kept.get(`${one.stratum.sex}|${age}`);
    if (known) known.values = known.values.map((value, at) => sum(value, one.values[at] ?? -1));
    else
      kept.set(`${one.stratum.sex}|${age}`, {
        sex: one.stratum.sex,
        age,
        values: [...one.values],
        first: one,
      });
  }
  const given =
    level === 'none' ? [] : levels.none.length > 0 ? levels.none : level === 'both' ? levels.sex : [];
  const add = (list: readonly T[]): number =>
    list.reduce((all, one) => all + Math.max(0, one.values[0] ?? 0), 0);
  return {
    kept: [...kept.values()],
    overlapping,
    total: given.length > 0 ? { was: add(given), is: add(finest) } : null,
  };
}

const sum = (a: number, b: number): number => (a < 0 ? b : b < 0 ? a : a + b);
