import type { Language } from '#libs/contracts';

/** A half-open period, as local dates: `2025-10-01` up to and not including `2026-10-01`. */
export interface Period {
  from: string;
  toExclusive: string;
}

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const;
const DAY = 86_400_000;

const dayOf = (date: string) => new Date(`${date.slice(0, 10)}T00:00:00Z`);

function monthName(date: Date, language: Language): string {
  const month = new Intl.DateTimeFormat(LOCALE[language], { month: 'short', timeZone: 'UTC' })
    .format(date)
    .replace('.', '');
  return `${month} ${date.getUTCFullYear()}`;
}

/** `okt 2025 t/m sep 2026`; a calendar year is just `2026`, one month just its name. */
export function periodWords({ from, toExclusive }: Period, language: Language): string {
  const first = dayOf(from);
  const last = new Date(dayOf(toExclusive).getTime() - DAY);
  const months =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  if (months <= 1) return monthName(first, language);
  if (months === 12 && first.getUTCMonth() === 0) return String(first.getUTCFullYear());
  return `${monthName(first, language)} ${language === 'nl' ? 't/m' : 'to'} ${monthName(last, language)}`;
}

/** One point of a trend: `sep 2026`, `kw 3 2026` or `2026`. */
export function pointWords(from: string, months: number, language: Language): string {
  const first = dayOf(from);
  if (months >= 12) return String(first.getUTCFullYear());
  if (months === 3)
    return `${language === 'nl' ? 'kw' : 'Q'} ${Math.floor(first.getUTCMonth() / 3) + 1} ${first.getUTCFullYear()}`;
  return monthName(first, language);
}
