/** Dates, times and numbers as people read them; all moments are shown in the zone of the practices. */
export const ZONE = 'Europe/Amsterdam';
export type FormatLanguage = 'nl' | 'en';
export type Moment = Date | string | number;

/** How near a deadline is: `soon` from two days before, `over` once it has passed. */
export type Urgency = 'over' | 'soon' | 'later';

const DAY = 86_400_000;
const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const;
/** The few words that Intl does not know. */
const WORDS = {
  nl: { left: 'nog', over: 'te laat', hour: ' uur', week: 'week', to: 'tot' },
  en: { left: '', over: 'overdue', hour: '', week: 'week', to: 'to' },
} as const;

/** Everything that turns a value into text, in one language. */
export interface Format {
  /** `di 14 april 2026` */
  date(moment: Moment): string;
  /** `di 14 april` in the year of `now`, else with the year. */
  day(moment: Moment, now?: Moment): string;
  /** `14-04-2026` */
  shortDate(moment: Moment): string;
  /** `19.30 uur` */
  time(moment: Moment): string;
  /** `di 14 april 2026, 19.30 uur` */
  dateTime(moment: Moment): string;
  /** `di 9 februari 2027` for a local date as the server keeps it: `2027-02-09`. */
  localDate(date: string): string;
  /** `19.30 uur`, or `19.30–21.00 uur`, for local times as the server keeps them: `19:30` or `19:30:00`. */
  clock(from: string, to?: string | null): string;
  /** `19.30–21.00 uur` on one day, else both moments in full. */
  period(from: Moment, to: Moment): string;
  /** `19.30–21.00 uur` from two local times, `19:30` and `21:00`. */
  hours(from: string, to: string): string;
  /** `di`, `14`, `apr`: the three lines of a date tile. */
  tile(moment: Moment): { weekday: string; day: string; month: string };
  /** `nog 2 dagen`, `vandaag`, `1 dag te laat`, counted in calendar days. */
  left(deadline: Moment, now: Moment): string;
  urgency(deadline: Moment, now: Moment): Urgency;
  /** `3 dagen geleden`, `gisteren`, `5 minuten geleden`. */
  ago(moment: Moment, now: Moment): string;
  /** `week 16` (ISO 8601). */
  week(moment: Moment): string;
  /** `1.234,5`; up to two decimals unless told. */
  number(value: number, decimals?: number): string;
  /** `+0,8`, `−0,4` with a true minus, `0,0`. */
  signed(value: number, decimals?: number): string;
  /** `12,5 %`; the value is a share, 0..1. */
  percent(share: number, decimals?: number): string;
  /** `3 minuten` */
  minutes(count: number): string;
  /** `1,2 MB` */
  bytes(count: number): string;
  /** `De Linde, De Kade en Oude Sluis` */
  list(words: readonly string[]): string;
}

/** Midnight in Amsterdam of the moment's calendar day, as days since 1970: the difference of two counts days. */
export function calendarDay(moment: Moment): number {
  const { year, month, day } = partsOf(moment);
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY;
}

/** ISO 8601 week and the year it belongs to: 1 January can lie in week 52 or 53 of the year before. */
export function isoWeek(moment: Moment): { year: number; week: number } {
  const day = calendarDay(moment);
  // Day 0 (1-1-1970) was a Thursday; the week of a date is the week of its Thursday.
  const thursday = day - ((((day + 3) % 7) + 7) % 7) + 3;
  const year = new Date(thursday * DAY).getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday - Date.UTC(year, 0, 1) / DAY) / 7) };
}

const cache = new Map<FormatLanguage, Format>();

/** The formats of a language; made once. */
export function formatIn(language: string): Format {
  const key: FormatLanguage = language.startsWith('en') ? 'en' : 'nl';
  let format = cache.get(key);
  if (!format) cache.set(key, (format = makeFormat(key)));
  return format;
}

const numericParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function dateOf(moment: Moment): Date {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not a moment in time: ${String(moment)}`);
  return date;
}

function partsOf(moment: Moment): Record<string, string> {
  return Object.fromEntries(
    numericParts.formatToParts(dateOf(moment)).map((part) => [part.type, part.value]),
  );
}

function makeFormat(language: FormatLanguage): Format {
  const locale = LOCALE[language];
  const words = WORDS[language];
  const name = (options: Intl.DateTimeFormatOptions) => {
    const intl = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
    // Some releases of ICU write `di.` or `apr.`; the house style has no dots.
    return (moment: Moment) => intl.format(dateOf(moment)).replace(/\.$/, '');
  };
  const weekday = name({ weekday: 'short' });
  const month = name({ month: 'long' });
  const shortMonth = name({ month: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const joined = new Intl.ListFormat(locale, { type: 'conjunction' });
  const unit = (kind: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: kind, unitDisplay: 'long' });
  const dayUnit = unit('day');
  const minuteUnit = unit('minute');
  const numbers = new Map<string, Intl.NumberFormat>();
  const decimal = (min: number, max: number, sign = false) => {
    const key = `${min}/${max}/${sign}`;
    let intl = numbers.get(key);
    if (!intl) {
      intl = new Intl.NumberFormat(locale, {
        minimumFractionDigits: min,
        maximumFractionDigits: max,
        signDisplay: sign ? 'exceptZero' : 'auto',
      });
      numbers.set(key, intl);
    }
    return intl;
  };
  /** A true minus has the width of a plus, a hyphen does not. */
  const minus = (text: string) => text.replace('-', '−');

  const clockOf = (moment: Moment) => {
    const { hour, minute } = partsOf(moment);
    return language === 'nl' ? `${hour}.${minute}` : `${hour}:${minute}`;
  };
  const localClock = (time: string) => time.slice(0, 5).replace(':', language === 'nl' ? '.' : ':');
  const dayMonth = (moment: Moment) => `${weekday(moment)} ${Number(partsOf(moment).day)} ${month(moment)}`;

  const format: Format = {
    date: (moment) => `${dayMonth(moment)} ${partsOf(moment).year}`,
    day: (moment, now = Date.now()) =>
      partsOf(moment).year === partsOf(now).year ? dayMonth(moment) : format.date(moment),
    shortDate: (moment) => {
      const { day, month: number, year } = partsOf(moment);
      return language === 'nl' ? `${day}-${number}-${year}` : `${day}/${number}/${year}`;
    },
    time: (moment) => clockOf(moment) + words.hour,
    dateTime: (moment) => `${format.date(moment)}, ${format.time(moment)}`,
    // Noon in UTC is the same calendar day in Amsterdam, summer and winter.
    localDate: (date) => format.date(`${date.slice(0, 10)}T12:00:00Z`),
    clock: (from, to) => [from, ...(to ? [to] : [])].map(localClock).join('–') + words.hour,
    period: (from, to) =>
      calendarDay(from) === calendarDay(to)
        ? `${clockOf(from)}–${clockOf(to)}${words.hour}`
        : `${format.dateTime(from)} ${words.to} ${format.dateTime(to)}`,
    hours: (from, to) => {
      const local = `${from}–${to}`;
      return (language === 'nl' ? local.replaceAll(':', '.') : local) + words.hour;
    },
    tile: (moment) => ({
      weekday: weekday(moment),
      day: String(Number(partsOf(moment).day)),
      month: shortMonth(moment).slice(0, 3),
    }),
    left: (deadline, now) => {
      const days = calendarDay(deadline) - calendarDay(now);
      if (days < 0) return `${dayUnit.format(-days)} ${words.over}`;
      if (new Date(deadline).getTime() < new Date(now).getTime()) return words.over;
      if (days <= 1) return relative.format(days, 'day');
      return language === 'nl' ? `${words.left} ${dayUnit.format(days)}` : `${dayUnit.format(days)} left`;
    },
    urgency: (deadline, now) => {
      if (new Date(deadline).getTime() < new Date(now).getTime()) return 'over';
      return calendarDay(deadline) - calendarDay(now) <= 2 ? 'soon' : 'later';
    },
    ago: (moment, now) => {
      const minutes = Math.round((new Date(moment).getTime() - new Date(now).getTime()) / 60_000);
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
      const days = calendarDay(moment) - calendarDay(now);
      return days === 0 ? relative.format(Math.round(minutes / 60), 'hour') : relative.format(days, 'day');
    },
    week: (moment) => `${words.week} ${isoWeek(moment).week}`,
    number: (value, decimals) => minus(decimal(decimals ?? 0, decimals ?? 2).format(value)),
    signed: (value, decimals = 1) => minus(decimal(decimals, decimals, true).format(value)),
    percent: (share, decimals = 0) => {
      const text = minus(decimal(decimals, decimals).format(share * 100));
      return language === 'nl' ? `${text} %` : `${text}%`;
    },
    minutes: (count) => minuteUnit.format(count),
    bytes: (count) =>
      count < 1_000_000
        ? `${decimal(0, 0).format(Math.max(1, Math.round(count / 1000)))} kB`
        : `${decimal(1, 1).format(count / 1_000_000)} MB`,
    list: (items) => joined.format(items),
  };
  return format;
}
