/** A stretch of time as the server keeps it: local dates, half-open. */
export interface Stretch {
  from: string;
  toExclusive: string;
}
type Language = 'nl' | 'en';

const MONTHS: Record<Language, Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', { month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }),
};
const SHORT: Record<Language, Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', { month: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
};
const QUARTER: Record<Language, (quarter: number, year: number) => string> = {
  nl: (quarter, year) => `${quarter}e kwartaal ${year}`,
  en: (quarter, year) => `quarter ${quarter} of ${year}`,
};
const TO: Record<Language, string> = { nl: 't/m', en: 'to' };

/** Months since year 0 of a local date, and whether it is the first of its month. */
function monthOf(date: string): { month: number; first: boolean } {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return { month: year * 12 + month - 1, first: day === 1 };
}
function monthName(month: number, language: Language, short = false): string {
  const name = (short ? SHORT : MONTHS)[language].format(Date.UTC(2000, month % 12, 15)).replace(/\.$/, '');
  return name;
}
const yearOf = (month: number) => Math.floor(month / 12);

/** `maart 2026`, `2e kwartaal 2026`, `2025`, `juli 2025 t/m juni 2026`. */
export function stretchName({ from, toExclusive }: Stretch, language: Language): string {
  const start = monthOf(from).month;
  const end = monthOf(toExclusive).month - (monthOf(toExclusive).first ? 1 : 0);
  const months = end - start + 1;
  if (months <= 1) return `${monthName(start, language)} ${yearOf(start)}`;
  if (months === 12 && start % 12 === 0) return String(yearOf(start));
  if (months === 3 && start % 3 === 0) return QUARTER[language]((start % 12) / 3 + 1, yearOf(start));
  const first = monthName(start, language) + (yearOf(start) === yearOf(end) ? '' : ` ${yearOf(start)}`);
  return `${first} ${TO[language]} ${monthName(end, language)} ${yearOf(end)}`;
}

/** The same for one period of an extract: `months` is 1, 3 or 12. */
export function periodName(from: string, months: number, language: Language): string {
  const end = monthOf(from).month + months;
  const toExclusive = `${yearOf(end)}-${String((end % 12) + 1).padStart(2, '0')}-01`;
  return stretchName({ from, toExclusive }, language);
}

/** Under a small bar: `jan`, `K2`, `2025`. */
export function periodMark(from: string, months: number, language: Language): string {
  const { month } = monthOf(from);
  if (months === 12) return String(yearOf(month));
  if (months === 3) return `${language === 'nl' ? 'K' : 'Q'}${(month % 12) / 3 + 1}`;
  return monthName(month, language, true).slice(0, 3);
}

/** A period as the checks write it (`2026-09`, `2026-K3`, `2025`, `2026-09-28`, `2026-05 +2`) in words; anything else as it is. */
export function codedPeriod(code: string, language: Language, day: (date: string) => string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(code)) return day(code);
  const quarter = /^(\d{4})-K([1-4])$/.exec(code);
  if (quarter) return QUARTER[language](Number(quarter[2]), Number(quarter[1]));
  const months = /^(\d{4}-\d{2})(?: \+(\d{1,2}))?$/.exec(code);
  return months ? periodName(`${months[1]}-01`, Number(months[2] ?? 1), language) : code;
}
