import {
  weekOf,
  type ReferralKind,
  type ReferralPersonView,
  type ReferralTakenOutView,
} from '#libs/contracts';
import { parseDutchDate } from '#libs/tabular';
import { scanText } from '#libs/textguard';
import { isBareName, type ListColumn } from './list-columns.rules.js';
import { isDiagnostics, plainWords, specialismIn } from './specialisms.rules.js';

/** What is kept of one line of a list; of everything else only its kind and how often. */
export interface ListRow {
  row: number;
  week: string | null;
  gpId: string | null;
  kind: ReferralKind;
  specialism: string;
  reason: string;
  takenOut: ReferralTakenOutView[];
  problem: 'empty' | null;
}
type OutKind = ReferralTakenOutView['kind'];
type Out = Map<OutKind, number>;

/** In characters. */
export const LONGEST_REASON = 160;
export const LONGEST_SPECIALISM = 60;

const FULL_DATE = /\b(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d{2}|(?:19|20)\d{2}-\d{1,2}-\d{1,2})\b/g;
const POSTCODE = /\b[1-9]\d{3}\s?[A-Z]{2}\b/g;
const LONG_NUMBER = /\b[A-Z]{0,3}\d[\d.\s-]{3,}\d\b/g;
/** What the guard puts in the place of what it found. */
const PLACEHOLDER = /\[[^\]]*\]/g;

const add = (out: Out, kind: OutKind, count = 1): void => void out.set(kind, (out.get(kind) ?? 0) + count);

/** Kinds and counts, the most frequent first. */
export function takenOut(out: ReadonlyMap<OutKind, number>): ReferralTakenOutView[] {
  return [...out]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

/** Of several rows together. */
export function allTakenOut(rows: readonly Pick<ListRow, 'takenOut'>[]): ReferralTakenOutView[] {
  const sum: Out = new Map();
  for (const row of rows) for (const { kind, count } of row.takenOut) add(sum, kind, count);
  return takenOut(sum);
}

/**
 * A free text of a list without what could point to a patient: what the guard finds, names that stand in the list's own columns of
 * patients, names in the form of lists, whole dates, postcodes and long numbers. A scan of what is left finds nothing.
 * @param names words of the patient's own columns
 */
export function withoutPatient(text: string, names: ReadonlySet<string>, out: Out, longest: number): string {
  if (isBareName(text)) {
    add(out, 'NAME');
    return '';
  }
  let left = text.normalize('NFKC').replace(/\s+/g, ' ');
  for (const [kind, pattern] of [
    ['DOB', FULL_DATE],
    ['ADDRESS', POSTCODE],
  ] as const)
    left = left.replace(pattern, () => {
      add(out, kind);
      return ' ';
    });
  const scan = scanText(left);
  for (const { type } of scan.spans) add(out, type);
  left = scan.rewrite.replace(PLACEHOLDER, ' ').replace(LONG_NUMBER, () => {
    add(out, 'OTHER');
    return ' ';
  });
  left = left.replace(/[\p{L}\p{N}'’-]+/gu, (word) => {
    if (!plainWords(word).some((plain) => names.has(plain))) return word;
    add(out, 'NAME');
    return ' ';
  });
  left = tidy(left);
  // what stands next to each other now may be a new finding
  const again = scanText(left);
  if (again.verdict !== 'pass') {
    for (const { type } of again.spans) add(out, type);
    left = tidy(again.rewrite.replace(PLACEHOLDER, ' '));
    if (scanText(left).verdict !== 'pass') return '';
  }
  return shortened(left, longest);
}

const tidy = (text: string): string =>
  text
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–-]+|[\s,;:–-]+$/g, '');

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
}

/** What a text says was done. */
export function kindIn(text: string, specialism: string): ReferralKind {
  const said = plainWords(text).join(' ');
  if (/\b(niet verwezen|niet gedaan|niet ingestuurd|niet-gedane|not made|afgezien)\b/.test(said))
    return 'not-made';
  if (/\b(meedenk\w*|teleconsult\w*|tele\w*consultatie|advies\w*|e-consult|advice)\b/.test(said))
    return 'advice';
  if (/\b(diagnostiek|diagnostics|aanvraag lab)\b/.test(said) || isDiagnostics(specialism))
    return 'diagnostics';
  return 'referral';
}

/** The person of the practice that a text names: by surname, by whole name or by initials; null when that is nobody or more than one. */
export function gpIn(text: string, people: readonly ReferralPersonView[]): string | null {
  const words = new Set(plainWords(text));
  const initials = text.replace(/[^\p{L}]/gu, '').toUpperCase();
  const named = people.filter(({ name }) => words.has(plainWords(name).at(-1) ?? ''));
  if (named.length === 1) return (named[0] as ReferralPersonView).personId;
  const whole = people.filter(({ name }) => plainWords(name).every((word) => words.has(word)));
  if (whole.length === 1) return (whole[0] as ReferralPersonView).personId;
  const short =
    initials.length >= 2 && initials.length <= 4
      ? people.filter(
          ({ name }) =>
            name
              .split(/\s+/)
              .map((word) => word[0] ?? '')
              .join('')
              .toUpperCase() === initials,
        )
      : [];
  return short.length === 1 ? (short[0] as ReferralPersonView).personId : null;
}

function weekIn(text: string, today: string): string | null {
  const parsed = parseDutchDate(text.trim());
  if (!parsed.ok) return null;
  const years = Number(today.slice(0, 4)) - Number(parsed.value.slice(0, 4));
  return years >= 0 && years <= 2 && parsed.value <= today ? weekOf(parsed.value) : null;
}

/** One row of a table with its columns. */
export function tableRow(
  row: { row: number; cells: readonly string[] },
  columns: readonly ListColumn[],
  people: readonly ReferralPersonView[],
  today: string,
): ListRow {
  const out: Out = new Map();
  const cell = (field: ListColumn['field']): string => {
    const at = columns.findIndex((column) => column.field === field);
    return at < 0 ? '' : (row.cells[at] ?? '').trim();
  };
  const names = new Set<string>();
  columns.forEach((column, at) => {
    const text = row.cells[at]?.trim() ?? '';
    if (text === '' || column.dropped === null || column.dropped === 'unused') return;
    add(out, outKind(column.heading, text));
    for (const word of plainWords(text)) if (word.length >= 4 && !/\d/.test(word)) names.add(word);
  });
  const said = cell('specialism');
  const specialism =
    specialismIn(said) ??
    (said === '' ? specialismIn(cell('reason')) : null) ??
    withoutPatient(said, names, out, LONGEST_SPECIALISM);
  const reason = withoutPatient(cell('reason'), names, out, LONGEST_REASON);
  const gpId = gpIn(cell('gp'), people);
  return {
    row: row.row,
    week: weekIn(cell('date'), today),
    gpId,
    kind: kindIn(`${cell('kind')} ${said}`, specialism),
    specialism,
    reason,
    takenOut: takenOut(out),
    problem: specialism === '' && reason === '' ? 'empty' : null,
  };
}

/** What was dropped with a column, by what its heading and its cell look like. */
function outKind(heading: string, text: string): OutKind {
  const [word = ''] = plainWords(heading);
  if (/bsn|burger/.test(word)) return 'BSN';
  if (/^geb|dob|birth/.test(word)) return 'DOB';
  if (/adres|straat|postcode|woonplaats|plaats/.test(word)) return 'ADDRESS';
  if (/tel|mobiel|phone/.test(word)) return 'PHONE';
  if (/mail/.test(word)) return 'EMAIL';
  if (/naam|name|pati|client/.test(word) || isBareName(text)) return 'NAME';
  return scanText(text).spans[0]?.type ?? 'OTHER';
}

const LABEL = /\b(?:reden|vraagstelling|indicatie|i\.?v\.?m\.?|wegens)\b\s*:?\s*(.+)$/i;

/**
 * One line of a print-out without columns. Names stand anywhere in it, so nothing is kept but what is recognised: the GP of the practice,
 * the specialism, the kind and the week, and what follows a word such as "reden:", after the guard.
 */
export function printedRow(
  line: string,
  row: number,
  people: readonly ReferralPersonView[],
  today: string,
): ListRow {
  const out: Out = new Map();
  const label = LABEL.exec(line);
  const before = label ? line.slice(0, label.index) : line;
  const specialism = specialismIn(before) ?? specialismIn(label?.[1] ?? '') ?? '';
  const reason = label ? withoutPatient(label[1] ?? '', nameWords(before), out, LONGEST_REASON) : '';
  const dates = before.match(FULL_DATE) ?? [];
  const week = dates.map((date) => weekIn(date, today)).find((found) => found !== null) ?? null;
  const { spans } = scanText(before);
  for (const { type } of spans) add(out, type);
  const rest = plainWords(before.replace(FULL_DATE, ' ')).filter(
    (word) => word.length > 1 && specialismIn(word) === null,
  );
  if (spans.length === 0 && rest.length > 0) add(out, 'OTHER');
  if (dates.some((date) => weekIn(date, today) === null) && !out.has('DOB')) add(out, 'DOB');
  const kind = kindIn(before, specialism);
  return {
    row,
    week,
    gpId: gpIn(before, people),
    kind,
    specialism,
    reason,
    takenOut: takenOut(out),
    problem: specialism === '' && reason === '' && kind === 'referral' ? 'empty' : null,
  };
}

/** Capital words of a line: in what follows they may be the patient's name. */
function nameWords(text: string): Set<string> {
  const found = text.match(/\b\p{Lu}[\p{L}'’-]{3,}/gu) ?? [];
  return new Set(
    found
      .filter((word) => specialismIn(word) === null)
      .flatMap(plainWords)
      .filter((word) => word.length >= 4),
  );
}
