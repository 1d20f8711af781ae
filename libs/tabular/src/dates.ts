import { cleanText, refused, understood, type Parsed } from './parsed.js';

// Dutch and English, whole or shortened; three letters are enough, "mei" and "okt" included.
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'march', 'mrt'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augustus', 'august'],
  ['september', 'sept'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
];
const WEEKDAY = /^(ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i;

/**
 * A calendar day as ISO text `yyyy-mm-dd`. Read: ISO (with or without a time, which is dropped), 20270209, day-month-year with
 * - / . or space, one or two digits, month as a number or a Dutch or English word (9 februari 2027, 01SEP2017), a weekday in
 * front. The day always comes first (Dutch); 04/23/2027 is refused. Two-digit years: 00–69 are 2000–2069, 70–99 are 1970–1999.
 */
export function parseDutchDate(text: string): Parsed<string> {
  const bare = cleanText(text).replace(WEEKDAY, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(bare);
  if (iso) return calendarDay(text, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(bare);
  if (compact) return calendarDay(text, Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const dutch = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|'?\d{2})(?: \d{1,2}:\d{2}.*)?$/.exec(bare);
  if (dutch) return calendarDay(text, fullYear(dutch[4]!), Number(dutch[3]), Number(dutch[1]));
  const worded =
    /^(\d{1,2})(?:e|ste|de|st|nd|rd|th)?[-/. ]?\s?([a-z]{3,})\.?[-/. ,]*(\d{4}|'\d{2}|\d{2})$/i.exec(bare);
  const month = worded ? monthNumber(worded[2]!) : null;
  if (worded && month) return calendarDay(text, fullYear(worded[3]!), month, Number(worded[1]));
  return refused('date.invalid', text);
}

/**
 * A quarter as `2024-Q1`. Read: 2024-Q1, Q1 2024, 2024K1, K1-2024, 2024 kwartaal 1, 1e kwartaal 2024, eerste kwartaal 2024,
 * kw 1 '24, and the date of a quarter's first day (01-01-2024). A bare 2024/1 could be a month and is refused.
 */
export function parseQuarter(text: string): Parsed<string> {
  const bare = cleanText(text)
    .toLowerCase()
    .replace(/\b(eerste|first|tweede|second|derde|third|vierde|fourth)\b/g, (word) => ORDINALS[word] ?? word)
    .replace(/\b(iv|i{1,3})\b/g, (roman) => ROMAN[roman] ?? roman);
  const word = '(?:kwartaal|kwart|kwrt|kwt|kw|quarter|qtr|q|k)\\.?';
  const year = "(\\d{4}|'?\\d{2})";
  const gap = '[\\s\\-/_.,]*';
  const ordinal = '([1-4])(?:e|de|ste|st|nd|rd|th)?';
  const patterns: readonly [RegExp, number, number][] = [
    [new RegExp(`^${year}${gap}${word}${gap}${ordinal}$`), 1, 2],
    [new RegExp(`^(\\d{4})${gap}${ordinal}${gap}${word}$`), 1, 2],
    [new RegExp(`^${word}${gap}([1-4])[\\s\\-/_.,]+(?:van |of )?${year}$`), 2, 1],
    [new RegExp(`^${word}([1-4])(\\d{4})$`), 2, 1],
    [new RegExp(`^${ordinal}${gap}${word}${gap}(?:van |of )?${year}$`), 2, 1],
  ];
  for (const [pattern, yearAt, quarterAt] of patterns) {
    const match = pattern.exec(bare);
    if (!match) continue;
    const full = fullYear(match[yearAt]!);
    if (full >= 1990 && full <= 2100) return understood(`${full}-Q${match[quarterAt]}`);
  }
  const date = parseDutchDate(text);
  if (!date.ok || /^\d{8}$/.test(bare)) return refused('quarter.invalid', text);
  const start = /^(\d{4})-(01|04|07|10)-01$/.exec(date.value);
  if (!start) return refused('quarter.not-a-start', text);
  return understood(`${start[1]}-Q${(Number(start[2]) + 2) / 3}`);
}

const ORDINALS: Record<string, string> = {
  eerste: '1',
  first: '1',
  tweede: '2',
  second: '2',
  derde: '3',
  third: '3',
  vierde: '4',
  fourth: '4',
};
const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' };

function fullYear(digits: string): number {
  const year = Number(digits.replace("'", ''));
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function monthNumber(word: string): number | null {
  const start = word.toLowerCase();
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(start)));
  return index < 0 ? null : index + 1;
}

function calendarDay(text: string, year: number, month: number, day: number): Parsed<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1800 || year > 2200) return refused('date.does-not-exist', text);
  return understood(date.toISOString().slice(0, 10));
}
