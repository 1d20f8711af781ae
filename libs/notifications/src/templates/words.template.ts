import type { Language } from '#libs/contracts';

const ZONE = 'Europe/Amsterdam';

/** Made once: each formatter keeps a good deal of memory outside the heap, which a hundred thousand mails would pile up. */
const DAYS = { nl: dayFormat('nl-NL'), en: dayFormat('en-GB') } as const;
const TIMES = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: ZONE,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** `di 14 april 2026, 19.30 uur` / `Tue 14 April 2026, 19:30`. */
export function dateTimeWords(instant: string, language: Language): string {
  const date = new Date(instant);
  return `${dateWords(instant, language)}, ${timeWords(date, language)}`;
}

/** `di 14 april 2026` / `Tue 14 April 2026`. */
export function dateWords(instant: string, language: Language): string {
  const parts = DAYS[language].formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
}

function timeWords(date: Date, language: Language): string {
  const time = TIMES.format(date);
  return language === 'nl' ? `${time.replace(':', '.')} uur` : time;
}

/** `19.30 uur tot 21.00 uur` of one meeting. */
export function fromToWords(startsAt: string, endsAt: string, language: Language): string {
  const from = timeWords(new Date(startsAt), language).replace(' uur', '');
  const to = timeWords(new Date(endsAt), language);
  return language === 'nl'
    ? `${dateWords(startsAt, language)}, ${from} tot ${to}`
    : `${dateWords(startsAt, language)}, ${from} to ${to}`;
}

/** `De Linde, De Kade en Vlierhof`. */
export function listWords(names: string[], language: Language): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${language === 'nl' ? 'en' : 'and'} ${names.at(-1)}`;
}

/** `1 minuut`, `8 minuten`. */
export function minutesWords(minutes: number, language: Language): string {
  const one = language === 'nl' ? 'minuut' : 'minute';
  return minutes === 1 ? `1 ${one}` : `${minutes} ${language === 'nl' ? 'minuten' : 'minutes'}`;
}

/** When a meeting is, or that its date follows. */
export function periodWords(
  { startsAt, endsAt }: { startsAt: string | null; endsAt: string | null },
  language: Language,
): string {
  if (startsAt === null || endsAt === null) return language === 'nl' ? 'volgt' : 'to follow';
  return fromToWords(startsAt, endsAt, language);
}

/** `1 vraag`, `3 vragen`. */
export const countWords = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
