import type { StratumSums } from './estimate.rules.js';

/** An approved data set that stands. Half-open, whole months. */
export interface StandingSet {
  id: string;
  kind: string;
  source: { id: string; name: string };
  from: string;
  toExclusive: string;
  /** ISO moment; of two that cover a month, the last approved counts. */
  approvedAt: string;
}

export interface Window {
  from: string;
  toExclusive: string;
}

/** Months counted from the year 0; makes spans plain numbers. */
export const monthNumber = (day: string): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
export const firstDay = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
export const monthsIn = ({ from, toExclusive }: Window): number =>
  monthNumber(toExclusive) - monthNumber(from);
export const windowOf = (from: string, months: number): Window => ({
  from,
  toExclusive: firstDay(monthNumber(from) + months),
});

/** A figure is over twelve whole months. */
export const WINDOW_MONTHS = 12;
/** Windows that are offered, newest first. */
const MOST_WINDOWS = 12;

/** Which data set says what happened in a month: the one that was approved last among those that cover it. */
export function ownersOf(sets: readonly StandingSet[]): Map<number, StandingSet> {
  const owners = new Map<number, StandingSet>();
  for (const set of byApproval(sets))
    for (let month = monthNumber(set.from); month < monthNumber(set.toExclusive); month += 1)
      owners.set(month, set);
  return owners;
}

const byApproval = (sets: readonly StandingSet[]): StandingSet[] =>
  [...sets].sort((a, b) =>
    a.approvedAt < b.approvedAt || (a.approvedAt === b.approvedAt && a.id < b.id) ? -1 : 1,
  );

/** The twelve-month windows that are wholly covered and end with a quarter, newest first. */
export function windowsOf(owners: ReadonlyMap<number, StandingSet>): Window[] {
  const last = Math.max(...owners.keys());
  const windows: Window[] = [];
  if (!Number.isFinite(last)) return windows;
  const first = Math.min(...owners.keys());
  for (let end = Math.floor((last + 1) / 3) * 3; end - WINDOW_MONTHS >= first; end -= 3) {
    const months = Array.from({ length: WINDOW_MONTHS }, (_, back) => end - 1 - back);
    if (months.every((month) => owners.has(month)))
      windows.push({ from: firstDay(end - WINDOW_MONTHS), toExclusive: firstDay(end) });
    if (windows.length === MOST_WINDOWS) break;
  }
  return windows;
}

/** One sum of atoms of a practice and item, in one data set, period and stratum. */
export interface AtomRow {
  dataSetId: string;
  starts: string;
  months: number;
  sex: string;
  age: string;
  count: number;
  urgent: number | null;
  consults: number | null;
}

/** How many patients a practice had; `listed` null: it supplied something for this period, but no list size. */
export interface ListedRow {
  dataSetId: string;
  starts: string;
  months: number;
  sex: string;
  age: string;
  listed: number | null;
  /** When this practice's figures were taken from its system, where the extract says so; ISO moment. */
  extractAt?: string | null;
}

/** Everything of one practice and item that its figures are made of. */
export interface PracticeRows {
  atoms: readonly AtomRow[];
  listed: readonly ListedRow[];
  /** The data sets of the kind, and those that hold list sizes only. */
  sets: readonly StandingSet[];
  listSets: readonly StandingSet[];
}

/** Rows as they stand, with the months that they are about looked up once. */
export interface Supplied {
  /** Atoms of the data set that counts in their month. */
  atoms: (AtomRow & { at: number })[];
  listed: (ListedRow & { at: number })[];
  /** For each month that the practice supplied: the data set that counts. */
  owners: ReadonlyMap<number, StandingSet>;
}

/**
 * Keeps what counts for this practice. Of several data sets with the same month, the one that was approved last among those
 * that the practice is in; list sizes of the extract itself before those of another.
 */
export function suppliedOf({ atoms, listed, sets, listSets }: PracticeRows): Supplied {
  const sized = listed.map((row) => ({ ...row, at: monthNumber(row.starts) }));
  const counted = atoms.map((row) => ({ ...row, at: monthNumber(row.starts) }));
  const owners = ownedBy([...sized, ...counted], sets);
  const listOwners = ownedBy(sized, listSets);
  const ofExtract = sized.filter(
    ({ at, dataSetId, listed: size }) => size !== null && owners.get(at)?.id === dataSetId,
  );
  return {
    atoms: counted.filter(({ at, dataSetId }) => owners.get(at)?.id === dataSetId),
    listed:
      ofExtract.length > 0
        ? ofExtract
        : sized.filter(
            ({ at, dataSetId, listed: size }) => size !== null && listOwners.get(at)?.id === dataSetId,
          ),
    owners,
  };
}

function ownedBy(
  rows: readonly { dataSetId: string; at: number; months: number }[],
  sets: readonly StandingSet[],
): Map<number, StandingSet> {
  const owners = new Map<number, StandingSet>();
  for (const set of byApproval(sets))
    for (const row of rows)
      if (row.dataSetId === set.id)
        for (let month = row.at; month < row.at + row.months; month += 1) owners.set(month, set);
  return owners;
}

/**
 * The sums of a window by stratum; one row without stratum where atoms and list sizes do not have the same strata. Where the
 * practice supplied some of the months only, the list size counts for those: patient-time over the window's length.
 * @returns also the months of the window that were not supplied; null when nothing was
 */
export function sumsOf(supplied: Supplied, window: Window): { sums: StratumSums[]; missing: number } | null {
  const [from, to] = [monthNumber(window.from), monthNumber(window.toExclusive)];
  const length = to - from;
  let present = 0;
  for (let month = from; month < to; month += 1) if (supplied.owners.has(month)) present += 1;
  if (present === 0) return null;
  const people = peopleIn(supplied, from, to, present / length);
  const sums = new Map<string, StratumSums>();
  for (const atom of supplied.atoms) {
    if (atom.at < from || atom.at + atom.months > to) continue;
    const key = `${atom.sex}|${atom.age}`;
    const sum = sums.get(key);
    if (sum) {
      sum.count += atom.count;
      sum.urgent = plus(sum.urgent, atom.urgent);
      sum.consults = plus(sum.consults, atom.consults);
    } else {
      const { sex, age, count, urgent, consults } = atom;
      sums.set(key, { sex, age, count, urgent, consults, listed: null });
    }
  }
  // nothing of this item in the months supplied is a zero, of every column that the extract has elsewhere
  const has = (column: 'urgent' | 'consults'): 0 | null =>
    supplied.atoms.some((one) => one[column] !== null) ? 0 : null;
  const sameStrata = people !== null && !people.has('|') && [...sums.keys()].every((key) => people.has(key));
  if (sameStrata) {
    const none = { count: 0, urgent: has('urgent'), consults: has('consults') };
    for (const [key, listed] of people) {
      const [sex = '', age = ''] = key.split('|');
      sums.set(key, { ...(sums.get(key) ?? { sex, age, ...none }), listed });
    }
    return { sums: [...sums.values()], missing: length - present };
  }
  const whole: StratumSums = {
    sex: '',
    age: '',
    count: 0,
    urgent: has('urgent'),
    consults: has('consults'),
    listed: people === null ? null : [...people.values()].reduce((sum, one) => sum + one, 0),
  };
  for (const one of sums.values()) {
    whole.count += one.count;
    whole.urgent = plus(whole.urgent, one.urgent);
    whole.consults = plus(whole.consults, one.consults);
  }
  return { sums: [whole], missing: length - present };
}

/** Mean list size by stratum over the months of the window that have one, times the part of it that was supplied. */
function peopleIn({ listed }: Supplied, from: number, to: number, part: number): Map<string, number> | null {
  const people = new Map<string, number>();
  const known = new Set<number>();
  for (const row of listed) {
    const first = Math.max(from, row.at);
    const last = Math.min(to, row.at + row.months);
    if (last <= first) continue;
    for (let month = first; month < last; month += 1) known.add(month);
    const key = `${row.sex}|${row.age}`;
    people.set(key, (people.get(key) ?? 0) + (row.listed ?? 0) * (last - first));
  }
  if (known.size === 0) return null;
  for (const [key, time] of people) people.set(key, (time / known.size) * part);
  return people;
}

/** Half a column is none. */
const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
