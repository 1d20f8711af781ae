import type { RoundDateView, RoundRules, RoundView, ThemeView } from '#libs/contracts';

/** A short name fits on a card of the board. */
export const SHORT_NAME = 24;

/** A row that is being edited; `key` stays the same when the server gives it an id. */
export interface ThemeDraft {
  key: string;
  id?: string;
  shortName: string;
  name: string;
  description: string;
  maxGroups: number | null;
}
export interface DateDraft {
  key: string;
  id?: string;
  date: string;
  startTime: string;
  endTime: string;
  maxGroups: number | null;
}

/** Id of the server → the key of the row it was made from: a row that is saved while one types stays the same row. */
const keys = new Map<string, string>();
const moment = (date: { date: string; startTime: string; endTime: string }): string =>
  `${date.date} ${date.startTime.slice(0, 5)} ${date.endTime.slice(0, 5)}`;
let made = 0;
const newKey = (): string => `new-${(made += 1)}`;

export const themeDrafts = (themes: readonly ThemeView[]): ThemeDraft[] =>
  themes
    .filter((theme) => !theme.archived)
    .map(({ id, shortName, name, description, maxGroups }) => ({
      key: keys.get(id) ?? id,
      id,
      shortName,
      name,
      description: description ?? '',
      maxGroups,
    }));
export const dateDrafts = (dates: readonly RoundDateView[]): DateDraft[] =>
  dates
    .filter((date) => !date.archived)
    .map(({ id, date, startTime, endTime, maxGroups }) => ({
      key: keys.get(id) ?? id,
      id,
      date,
      startTime: startTime.slice(0, 5),
      endTime: endTime.slice(0, 5),
      maxGroups,
    }));

export const newTheme = (): ThemeDraft => ({
  key: newKey(),
  shortName: '',
  name: '',
  description: '',
  maxGroups: null,
});

/** A week after the last date, at the same time: most rounds plan the same evening. */
export function newDate(dates: readonly DateDraft[]): DateDraft {
  const last = dates.at(-1);
  const time = { startTime: last?.startTime ?? '19:30', endTime: last?.endTime ?? '21:00' };
  if (!last || !/^\d{4}-\d{2}-\d{2}$/.test(last.date))
    return { key: newKey(), date: '', ...time, maxGroups: null };
  const next = new Date(`${last.date}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 7);
  return { key: newKey(), date: next.toISOString().slice(0, 10), ...time, maxGroups: null };
}

export type ThemeFault = 'name' | 'shortName' | 'tooLong' | 'twice';
/** What is wrong with each theme, by key. A row that is still wholly empty is left alone. */
export function themeFaults(themes: readonly ThemeDraft[]): Map<string, ThemeFault> {
  const faults = new Map<string, ThemeFault>();
  for (const [i, theme] of themes.entries()) {
    if (isEmptyTheme(theme)) continue;
    const name = theme.name.trim().toLowerCase();
    const fault = !name
      ? 'name'
      : !theme.shortName.trim()
        ? 'shortName'
        : [...theme.shortName.trim()].length > SHORT_NAME
          ? 'tooLong'
          : themes.slice(0, i).some((other) => other.name.trim().toLowerCase() === name)
            ? 'twice'
            : null;
    if (fault) faults.set(theme.key, fault);
  }
  return faults;
}
export const isEmptyTheme = (theme: ThemeDraft): boolean => !theme.name.trim() && !theme.shortName.trim();

export type DateFault = 'date' | 'times' | 'twice';
export function dateFaults(dates: readonly DateDraft[]): Map<string, DateFault> {
  const faults = new Map<string, DateFault>();
  for (const [i, date] of dates.entries()) {
    const fault = !/^\d{4}-\d{2}-\d{2}$/.test(date.date)
      ? 'date'
      : !date.startTime || !date.endTime || date.endTime <= date.startTime
        ? 'times'
        : dates.slice(0, i).some((other) => moment(other) === moment(date))
          ? 'twice'
          : null;
    if (fault) faults.set(date.key, fault);
  }
  return faults;
}

/** What the server is asked to keep: the rows that hold something. */
export const themeWishes = (themes: readonly ThemeDraft[]) =>
  themes
    .filter((theme) => !isEmptyTheme(theme))
    .map(({ id, shortName, name, description, maxGroups }) => ({
      ...(id && { id }),
      shortName: shortName.trim(),
      name: name.trim(),
      description: description.trim() || null,
      maxGroups,
    }));
export const dateWishes = (dates: readonly DateDraft[]) =>
  dates
    .toSorted((a, b) => moment(a).localeCompare(moment(b)))
    .map(({ id, date, startTime, endTime, maxGroups }) => ({
      ...(id && { id }),
      date,
      startTime,
      endTime,
      maxGroups,
    }));

/** Gives new themes the ids that the server made: it keeps them in the order they were sent. */
export function withThemeIds(draft: ThemeDraft[], sent: ThemeDraft[], round: RoundView): ThemeDraft[] {
  const kept = round.themes.filter((theme) => !theme.archived);
  const ids = new Map(
    sent.filter((theme) => !isEmptyTheme(theme)).map((theme, i) => [theme.key, kept[i]?.id]),
  );
  return draft.map((theme) => known({ ...theme, id: ids.get(theme.key) ?? theme.id }));
}
/** The same for dates, that come back in the order of the calendar; a day and time occur once. */
export function withDateIds(draft: DateDraft[], sent: DateDraft[], round: RoundView): DateDraft[] {
  const byMoment = new Map(
    round.dates.filter((date) => !date.archived).map((date) => [moment(date), date.id]),
  );
  const ids = new Map(sent.map((date) => [date.key, byMoment.get(moment(date))]));
  return draft.map((date) => known({ ...date, id: ids.get(date.key) ?? date.id }));
}
function known<Row extends { key: string; id?: string }>(row: Row): Row {
  if (row.id) keys.set(row.id, row.key);
  return row;
}

export type Weights = RoundRules['weights'];
export const WEIGHTS = [
  'theme',
  'attendance',
  'continuity',
  'motivation',
] as const satisfies readonly (keyof Weights)[];
/** Weights as whole percents. */
export const toPercents = (weights: Weights): Weights => mapped(weights, (value) => Math.round(value * 100));
export const toShares = (percents: Weights): Weights => mapped(percents, (value) => value / 100);
export const sumOf = (weights: Weights): number => WEIGHTS.reduce((sum, key) => sum + weights[key], 0);

/** The same proportions as whole percents that add up to 100; what rounding leaves goes to the heaviest. */
export function evened(percents: Weights): Weights {
  const sum = sumOf(percents);
  const even = sum > 0 ? mapped(percents, (v) => Math.floor((v / sum) * 100)) : mapped(percents, () => 25);
  const heaviest = WEIGHTS.toSorted((a, b) => percents[b] - percents[a])[0] ?? 'theme';
  return { ...even, [heaviest]: even[heaviest] + 100 - sumOf(even) };
}
function mapped(weights: Weights, change: (value: number) => number): Weights {
  return {
    theme: change(weights.theme),
    attendance: change(weights.attendance),
    continuity: change(weights.continuity),
    motivation: change(weights.motivation),
  };
}
