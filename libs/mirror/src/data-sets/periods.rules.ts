import type { ExtractReading } from '#libs/contracts';
import { cleanText, parseDutchDate, parseQuarter } from '#libs/tabular';

/** Whole calendar months: the first day and how many. */
export interface Period {
  /** `yyyy-mm-01` */
  starts: string;
  months: number;
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/**
 * What a cell of a period column means. Read: quarters (2024-K1, 2024 Q1, 1e kwartaal 2024), months (2017_09, 202409, 09-2024,
 * sep 2017), years (2024), half years (2024-H1), days (01SEP2017, 15-01-2026, 2024-01-31 00:00), which mean the month or the
 * quarter they lie in, and from-to of whole months (01-01-2024 t/m 31-03-2024).
 * @returns null for anything else, and for years outside 1990-2100
 */
export function parsePeriod(text: string, dates: ExtractReading['dates']): Period | null {
  const bare = cleanText(text);
  const period = span(bare) ?? year(bare) ?? month(bare) ?? half(bare) ?? quarter(bare) ?? day(bare, dates);
  if (!period) return null;
  const from = Number(period.starts.slice(0, 4));
  return from >= FIRST_YEAR && from <= LAST_YEAR ? period : null;
}

/** Whether the cell is a single day, which alone does not say how long its period is. */
export function isDay(text: string): boolean {
  const bare = cleanText(text);
  return (
    !span(bare) && !year(bare) && !month(bare) && !half(bare) && !quarter(bare) && parseDutchDate(bare).ok
  );
}

/** The day after the last of the period, `yyyy-mm-dd`. */
export function endOf(period: Period): string {
  return addMonths(period.starts, period.months);
}

/** The first day of a month so many months later (or earlier). */
export function addMonths(starts: string, months: number): string {
  const at = Number(starts.slice(0, 4)) * 12 + Number(starts.slice(5, 7)) - 1 + months;
  return first(Math.floor(at / 12), (at % 12) + 1);
}

/** What a list of days most likely stands for: quarters when all are first days of quarters and they differ, else months. */
export function proposeDates(values: readonly string[]): ExtractReading['dates'] {
  const days = values.filter(isDay).flatMap((value) => {
    const parsed = parseDutchDate(value);
    return parsed.ok ? [parsed.value] : [];
  });
  const quarters = days.length > 0 && days.every((one) => /-(01|04|07|10)-01$/.test(one));
  return quarters && new Set(days).size > 1 ? 'quarter' : 'month';
}

const first = (y: number, m: number): string =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`;

function year(text: string): Period | null {
  const match = /^(?:jaar |year )?((?:19|20)\d{2})$/i.exec(text);
  return match ? { starts: `${match[1]}-01-01`, months: 12 } : null;
}

function month(text: string): Period | null {
  const yearFirst = /^((?:19|20)\d{2})[-_/. ]?(?:M)?(0[1-9]|1[0-2])$/i.exec(text);
  if (yearFirst) return { starts: `${yearFirst[1]}-${yearFirst[2]}-01`, months: 1 };
  const monthFirst = /^(0?[1-9]|1[0-2])[-_/. ]((?:19|20)\d{2})$/.exec(text);
  if (monthFirst) return { starts: first(Number(monthFirst[2]), Number(monthFirst[1])), months: 1 };
  const worded = /^([a-z]{3,9})\.?[-_/. ]?((?:19|20)\d{2}|'\d{2}|\d{2})$/i.exec(text);
  const turned = /^((?:19|20)\d{2})[-_/. ]?([a-z]{3,9})\.?$/i.exec(text);
  const [name, of] = worded ? [worded[1], worded[2]] : [turned?.[2], turned?.[1]];
  if (name === undefined || of === undefined || /^(kw|kwt|qtr)/i.test(name)) return null;
  const parsed = parseDutchDate(`1 ${name} ${of}`);
  return parsed.ok ? { starts: parsed.value, months: 1 } : null;
}

function half(text: string): Period | null {
  const match =
    /^((?:19|20)\d{2})[-_/. ]?(?:H|HJ|S)([12])$/i.exec(text) ??
    /^((?:19|20)\d{2})[-_/. ]?([12])e halfjaar$/i.exec(text);
  return match ? { starts: first(Number(match[1]), match[2] === '1' ? 1 : 7), months: 6 } : null;
}

function quarter(text: string): Period | null {
  // a bare date is a day; which period it stands for is said apart
  if (!/[a-z]/i.test(text) || parseDutchDate(text).ok) return null;
  const parsed = parseQuarter(text);
  if (!parsed.ok) return null;
  return {
    starts: first(Number(parsed.value.slice(0, 4)), Number(parsed.value.slice(6)) * 3 - 2),
    months: 3,
  };
}

function day(text: string, dates: ExtractReading['dates']): Period | null {
  const parsed = parseDutchDate(text);
  if (!parsed.ok) return null;
  const [y, m] = [Number(parsed.value.slice(0, 4)), Number(parsed.value.slice(5, 7))];
  return dates === 'quarter'
    ? { starts: first(y, Math.floor((m - 1) / 3) * 3 + 1), months: 3 }
    : { starts: first(y, m), months: 1 };
}

function span(text: string): Period | null {
  const parts = text.split(/\s*(?:\bt\/m\b|\btot en met\b|–|\s-\s|(?<=\d{4}-\d{2}-\d{2})\/)\s*/i);
  if (parts.length !== 2) return null;
  const [from, to] = parts.map((part) => parseDutchDate(part));
  if (!from?.ok || !to?.ok || !from.value.endsWith('-01')) return null;
  const after = new Date(Date.parse(`${to.value}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  if (!after.endsWith('-01')) return null;
  const number = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  const months = number(after) - number(from.value);
  return months >= 1 && months <= 24 ? { starts: from.value, months } : null;
}
