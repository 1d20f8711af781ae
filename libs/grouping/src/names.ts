import type { Instance } from './instance.js';

/** A sentence in Dutch (B1, formal) and English. */
export interface Sentence {
  nl: string;
  en: string;
}

const DAYS_NL = ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'];
const DAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS_NL =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const MONTHS_EN =
  'January February March April May June July August September October November December'.split(' ');

/** Names for sentences: practices by the caller's names or their ids, themes by name, dates as "di 9 februari". */
export class Names {
  private readonly themes: Map<string, string>;
  private readonly dates: Map<string, Sentence>;

  constructor(
    instance: Instance,
    private readonly practices: Readonly<Record<string, string>> = {},
  ) {
    this.themes = new Map(instance.themes.map((theme) => [theme.id, theme.name]));
    this.dates = new Map(instance.dates.map(({ id, date }) => [id, dayName(date)]));
  }

  practice(id: string): string {
    return this.practices[id] ?? id;
  }

  theme(id: string): string {
    return this.themes.get(id) ?? id;
  }

  date(id: string): Sentence {
    return this.dates.get(id) ?? { nl: id, en: id };
  }

  /** "A, B en C" / "A, B and C"; after eight names the rest is counted. */
  list(ids: readonly string[]): Sentence {
    const shown = ids.slice(0, ids.length > 9 ? 8 : 9).map((id) => this.practice(id));
    const rest = ids.length - shown.length;
    return joined(shown, rest);
  }

  dateList(ids: readonly string[]): Sentence {
    return {
      nl: joined(
        ids.map((id) => this.date(id).nl),
        0,
      ).nl,
      en: joined(
        ids.map((id) => this.date(id).en),
        0,
      ).en,
    };
  }
}

function joined(parts: string[], rest: number): Sentence {
  if (rest > 0)
    return { nl: `${parts.join(', ')} en nog ${rest}`, en: `${parts.join(', ')} and ${rest} more` };
  if (parts.length < 2) return { nl: parts[0] ?? '', en: parts[0] ?? '' };
  const head = parts.slice(0, -1).join(', ');
  const last = parts[parts.length - 1];
  return { nl: `${head} en ${last}`, en: `${head} and ${last}` };
}

/** "di 9 februari" and "Tue 9 February" for an ISO day. */
export function dayName(iso: string): Sentence {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return { nl: iso, en: iso };
  const [weekday, month, number] = [day.getUTCDay(), day.getUTCMonth(), day.getUTCDate()];
  return {
    nl: `${DAYS_NL[weekday]} ${number} ${MONTHS_NL[month]}`,
    en: `${DAYS_EN[weekday]} ${number} ${MONTHS_EN[month]}`,
  };
}

/** "1 praktijk" or "7 praktijken", and in English. */
export function counted(count: number): Sentence {
  return {
    nl: `${count} ${count === 1 ? 'praktijk' : 'praktijken'}`,
    en: `${count} ${count === 1 ? 'practice' : 'practices'}`,
  };
}

/** A sentence starts with a capital, whatever name comes first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
