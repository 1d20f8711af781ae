import { DateTime } from 'luxon';
import { DomainError } from '#libs/platform';

export interface ThemeWish {
  id?: string;
  shortName: string;
  name: string;
  description?: string | null;
  maxGroups?: number | null;
}
export interface DateWish {
  id?: string;
  /** Local day `2027-02-09` and local times `19:30`. */
  date: string;
  startTime: string;
  endTime: string;
  maxGroups?: number | null;
}
/** What becomes of a list: `keep` rows take the values of their wish, `add` get a new row, `archive` leave the answer page. */
export interface ListPlan<Wish> {
  keep: { id: string; wish: Wish; position: number }[];
  add: { wish: Wish; position: number }[];
  archive: string[];
}

type ThemeRow = { id: string; shortName: string; name: string; archivedAt: Date | null };
type DateRow = { id: string; date: string; startTime: string; endTime: string; archivedAt: Date | null };

const liveFirst = (one: { archivedAt: Date | null }, other: { archivedAt: Date | null }): number =>
  Number(one.archivedAt !== null) - Number(other.archivedAt !== null);
const wrong = (field: string, rule: string): DomainError =>
  new DomainError('validation.failed', { fields: [{ field, rule }] });
const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
const dayKey = (row: { date: string; startTime: string; endTime: string }): string =>
  `${row.date} ${row.startTime} ${row.endTime}`;

/**
 * The new list of themes. Ids are kept; what is not on the list is archived. A wish without an id that bears the name of a
 * theme of this round is that theme, also when it was archived: its votes come back with it (features 10).
 * @throws validation.failed · answer.theme-unknown for an id of another round.
 */
export function planThemes(rows: ThemeRow[], wishes: ThemeWish[]): ListPlan<ThemeWish> {
  const plan: ListPlan<ThemeWish> = { keep: [], add: [], archive: [] };
  const used = new Set<string>();
  for (const [position, wish] of wishes.entries()) {
    const field = `themes.${position}`;
    if (!wish.name.trim()) throw wrong(`${field}.name`, 'required');
    if (!wish.shortName.trim() || [...wish.shortName].length > 24)
      throw wrong(`${field}.shortName`, 'maxLength');
    if (wishes.slice(0, position).some((other) => same(other.name, wish.name)))
      throw wrong(`${field}.name`, 'duplicate');
    const row = wish.id
      ? rows.find((one) => one.id === wish.id)
      : rows
          .filter((one) => same(one.name, wish.name) && !used.has(one.id) && !mentioned(wishes, one.id))
          .sort(liveFirst)[0];
    if (wish.id && !row) throw new DomainError('answer.theme-unknown', { themeId: wish.id });
    if (row && used.has(row.id)) throw wrong(`${field}.id`, 'duplicate');
    if (row) {
      used.add(row.id);
      plan.keep.push({ id: row.id, wish, position });
    } else plan.add.push({ wish, position });
  }
  plan.archive = rows.filter((row) => !row.archivedAt && !used.has(row.id)).map((row) => row.id);
  return plan;
}

/**
 * The new list of dates. A "yes" was said to a day and a time: when a date that somebody answered gets another day or time,
 * the old one is archived with its answers and the new one starts unanswered, so nobody is put down for a day they never
 * saw (field B1). Put back later, the old day returns with its votes.
 * @param answered ids of dates that an answer names.
 * @throws validation.failed · answer.date-unknown for an id of another round.
 */
export function planDates(
  rows: DateRow[],
  wishes: DateWish[],
  answered: ReadonlySet<string>,
): ListPlan<DateWish> {
  const plan: ListPlan<DateWish> = { keep: [], add: [], archive: [] };
  const used = new Set<string>();
  const ordered = wishes.map((wish, index) => ({ wish, index }));
  for (const { wish, index } of ordered) {
    const field = `dates.${index}`;
    assertDate(wish, field);
    if (wishes.slice(0, index).some((other) => dayKey(other) === dayKey(wish)))
      throw wrong(`${field}.date`, 'duplicate');
    const named = wish.id ? rows.find((one) => one.id === wish.id) : undefined;
    if (wish.id && !named) throw new DomainError('answer.date-unknown', { dateId: wish.id });
    if (named && wishes.slice(0, index).some((other) => other.id === named.id))
      throw wrong(`${field}.id`, 'duplicate');
    const untouched = named && (dayKey(named) === dayKey(wish) || !answered.has(named.id));
    const row =
      untouched && !used.has(named.id)
        ? named
        : rows
            .filter((one) => dayKey(one) === dayKey(wish) && !used.has(one.id) && !mentioned(wishes, one.id))
            .sort(liveFirst)[0];
    if (row) {
      used.add(row.id);
      plan.keep.push({ id: row.id, wish, position: index });
    } else plan.add.push({ wish, position: index });
  }
  plan.archive = rows.filter((row) => !row.archivedAt && !used.has(row.id)).map((row) => row.id);
  return plan;
}

const mentioned = (wishes: { id?: string }[], id: string): boolean => wishes.some((wish) => wish.id === id);

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
function assertDate(wish: DateWish, field: string): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wish.date) || !DateTime.fromISO(wish.date, { zone: 'utc' }).isValid)
    throw wrong(`${field}.date`, 'date');
  if (!TIME.test(wish.startTime)) throw wrong(`${field}.startTime`, 'time');
  if (!TIME.test(wish.endTime) || wish.endTime <= wish.startTime) throw wrong(`${field}.endTime`, 'time');
}
