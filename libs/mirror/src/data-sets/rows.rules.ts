import type { ExtractField, ExtractKind, ExtractReading } from '#libs/contracts';
import {
  cleanText,
  parseAgb,
  parseDecimal,
  parseDutchDate,
  parseDutchInteger,
  unguardText,
  words,
  type NumberStyle,
  type TableRow,
} from '#libs/tabular';
import { isPersonal } from '../sources/personal-columns.rules.js';
import { MOST } from './atom-keys.rules.js';
import { parsePeriod, type Period } from './periods.rules.js';
import type { RefusalCode } from './refusals.rules.js';
import { bandName, parseAge, parseSex, type AgeBand } from './strata.rules.js';

export interface KnownPractice {
  id: string;
  name: string;
  agb: string;
  archived: boolean;
}
export interface Stratum {
  sex: 'M' | 'V' | '';
  age: AgeBand | null;
}
export interface Problem {
  field: ExtractField | null;
  code: RefusalCode;
  detail?: Record<string, number>;
}

/** A file has more different values in a column than such a column can have: most likely another column was meant. */
export class TooManyValues extends Error {
  constructor(readonly field: ExtractField) {
    super(`The column for "${field}" has too many different values.`);
    this.name = 'TooManyValues';
  }
}

/** What the cells of a column meant so far. */
interface SeenTexts {
  last: string;
  found: number;
  texts: Map<string, number>;
}
const UNSEEN = Number.NEGATIVE_INFINITY;

/** How many different texts a column may have before it is no column of codes. */
const MOST_TEXTS = 60_000;
const LARGEST_COUNT = 1_000_000;
const LARGEST_LIST = 1_000_000;
const CODE = /^[\p{L}\p{N}][\p{L}\p{N} .,:;()/&+_-]{0,39}$/u;

/** Practices by everything a source may call them: AGB code, its own code, or the name when only one practice has it. */
export function practiceIndex(
  practices: readonly KnownPractice[],
  aliases: Readonly<Record<string, string>>,
): Map<string, number> {
  const index = new Map<string, number>();
  const twice = new Set<string>();
  practices.forEach((practice, at) => {
    const name = nameKey(practice.name);
    if (practice.archived || twice.has(name)) return;
    if (index.has(name)) {
      index.delete(name);
      twice.add(name);
    } else index.set(name, at);
  });
  const byId = new Map(practices.map((practice, at) => [practice.id, at]));
  practices.forEach((practice, at) => index.set(practice.agb, at));
  for (const [code, id] of Object.entries(aliases)) {
    const at = byId.get(id);
    if (at !== undefined) index.set(aliasKey(code), at);
  }
  return index;
}
const nameKey = (name: string): string => `name ${words(name).join(' ')}`;
/** How a source's own code of a practice is compared. */
export const aliasKey = (code: string): string => cleanText(code).toUpperCase();

/**
 * Reads the mapped cells of a row, and none of the others. Every different text of a column is read once; what stands in a row
 * is then a place in a list, so that a row costs a few look-ups.
 */
export class RowReader {
  readonly periods: Period[] = [];
  readonly items: { code: string; name: string }[] = [];
  readonly strata: Stratum[] = [{ sex: '', age: null }];
  readonly dates: string[] = [];
  /** Codes of unknown practices that have the shape of a code, for the steward to find them by. */
  readonly unknown = new Map<string, number>();
  readonly unknownTexts = new Set<string>();
  problems: Problem[] = [];

  practice = 0;
  period = 0;
  item = 0;
  stratum = 0;
  count = 0;
  urgent = -1;
  consults = -1;
  listed = -1;
  date = -1;

  private readonly seen = new Map<ExtractField, SeenTexts>();
  private readonly periodPlaces = new Map<string, number>();
  private readonly itemPlaces = new Map<string, number>();
  private readonly stratumPlaces = new Map<string, number>([['|', 0]]);
  private readonly datePlaces = new Map<string, number>();
  private readonly sexes: Stratum['sex'][] = ['', 'M', 'V'];
  private readonly ages: (AgeBand | null)[] = [null];
  private readonly agePlaces = new Map<string, number>([['all', 0]]);
  private readonly crossed = new Map<number, number>();
  private readonly failures: RefusalCode[] = [];
  private lastListed = { text: '', value: -1 };
  private readonly column: (field: ExtractField) => number;

  constructor(
    private readonly kind: ExtractKind,
    columns: ReadonlyMap<ExtractField, number>,
    private readonly reading: ExtractReading,
    private readonly known: ReadonlyMap<string, number>,
    private readonly style: NumberStyle,
  ) {
    this.column = (field) => columns.get(field) ?? -1;
    this.practiceAt = columns.has('practice') ? this.column('practice') : this.column('practice-name');
    this.practiceField = columns.has('practice') ? 'practice' : 'practice-name';
    this.itemAt = columns.has('item') ? this.column('item') : this.column('item-name');
    this.itemField = columns.has('item') ? 'item' : 'item-name';
    this.nameAt = columns.has('item') ? this.column('item-name') : -1;
    this.periodAt = columns.has('period') ? this.column('period') : this.column('extract-at');
    this.sexAt = this.column('sex');
    this.ageAt = this.column('age');
    this.countAt = this.column('count');
    this.urgentAt = this.column('urgent');
    this.consultsAt = this.column('consults');
    this.listedAt = this.column('listed');
    this.dateAt = this.column('extract-at');
    if (this.itemAt < 0) this.items.push({ code: '', name: '' });
  }
  private readonly practiceAt: number;
  private readonly practiceField: ExtractField;
  private readonly itemAt: number;
  private readonly itemField: ExtractField;
  private readonly nameAt: number;
  private readonly periodAt: number;
  private readonly sexAt: number;
  private readonly ageAt: number;
  private readonly countAt: number;
  private readonly urgentAt: number;
  private readonly consultsAt: number;
  private readonly listedAt: number;
  private readonly dateAt: number;

  /** Whether atoms can have a sex or an age. */
  get stratified(): boolean {
    return this.sexAt >= 0 || this.ageAt >= 0;
  }

  /** Reads one row into the fields above. @returns false when it is refused; `problems` says why */
  read(row: TableRow): boolean {
    if (this.problems.length > 0) this.problems = [];
    if (row.problem) {
      const { cells = 0, headings = 0 } = row.problem.details as Record<string, number>;
      this.problems.push({ field: null, code: 'row-shape', detail: { cells, headings } });
      return false;
    }
    this.practice = this.look(this.practiceField, row, this.practiceAt, this.readPractice);
    this.period = this.look('period', row, this.periodAt, this.readPeriod);
    this.item = this.itemAt < 0 ? 0 : this.look(this.itemField, row, this.itemAt, this.readItem);
    if (this.nameAt >= 0 && this.item >= 0) this.nameItem(row.cells[this.nameAt]!);
    this.stratum = this.stratified ? this.readStratum(row) : 0;
    this.date = this.dateAt < 0 ? -1 : this.look('extract-at', row, this.dateAt, this.readDate);
    if (this.kind !== 'list-sizes') {
      this.count = this.number('count', row, this.countAt, true);
      this.urgent = this.urgentAt < 0 ? -1 : this.number('urgent', row, this.urgentAt, false);
      this.consults = this.consultsAt < 0 ? -1 : this.number('consults', row, this.consultsAt, false);
      if (this.urgent > this.count && this.problems.length === 0)
        this.problems.push({ field: 'urgent', code: 'part-exceeds' });
    }
    this.listed = this.listedAt < 0 ? -1 : this.readListed(row);
    return this.problems.length === 0;
  }

  /** Place of a cell's value, or -1 with a problem noted. */
  private look(
    field: ExtractField,
    row: TableRow,
    at: number,
    read: (text: string, asNumber: boolean) => number,
  ): number {
    const text = row.cells[at]!;
    let seen = this.seen.get(field);
    if (!seen) this.seen.set(field, (seen = { last: '', found: UNSEEN, texts: new Map() }));
    // rows come in order: most cells repeat the one above
    let found = seen.last === text ? seen.found : (seen.texts.get(text) ?? UNSEEN);
    if (found === UNSEEN || row.types) {
      found = this.broken(row, at) ? this.fail('cell-error') : read(text, row.types?.[at] === 'number');
      // a column with a different text in every row is read all the same, only slower
      if (seen.texts.size >= MOST_TEXTS) seen.texts.clear();
      seen.texts.set(text, found);
    }
    seen.last = text;
    seen.found = found;
    if (found >= -1) return found;
    const code = this.failures[-2 - found]!;
    if (code === 'unknown-practice') this.countUnknown(text);
    this.problems.push({ field, code });
    return -1;
  }

  private broken(row: TableRow, at: number): boolean {
    const type = row.types?.[at];
    return type === 'error' || type === 'uncalculated';
  }

  private fail(code: RefusalCode): number {
    let at = this.failures.indexOf(code);
    if (at < 0) at = this.failures.push(code) - 1;
    return -2 - at;
  }

  private readonly readPractice = (text: string, asNumber: boolean): number => {
    const bare = cleanText(unguardText(text));
    if (bare === '') return this.fail('practice-missing');
    const agb = parseAgb(bare, asNumber);
    const found =
      (agb.ok ? this.known.get(agb.value) : undefined) ??
      this.known.get(aliasKey(bare)) ??
      (agb.ok ? undefined : this.known.get(nameKey(bare)));
    if (found !== undefined) return found;
    return this.fail(/^\d{6,7}$/.test(bare) ? 'practice-digits' : 'unknown-practice');
  };

  private countUnknown(text: string): void {
    const bare = cleanText(text);
    if (this.unknownTexts.size < MOST_TEXTS) this.unknownTexts.add(bare);
    // only what cannot be a person: an AGB code, or letters with a short number
    if (!/^(\d{8}|[A-Z]{1,3}\d{2,6})$/.test(bare)) return;
    if (this.unknown.has(bare) || this.unknown.size < 100)
      this.unknown.set(bare, (this.unknown.get(bare) ?? 0) + 1);
  }

  private readonly readPeriod = (text: string): number => {
    if (text.trim() === '') return this.fail('period-missing');
    const period = parsePeriod(text, this.reading.dates);
    if (!period) return this.fail('period-unreadable');
    return place(
      this.periodPlaces,
      `${period.starts} ${period.months}`,
      this.periods,
      period,
      MOST.periods,
      'period',
    );
  };

  private readonly readItem = (text: string): number => {
    const bare = cleanText(unguardText(text));
    if (bare === '') return this.fail('item-missing');
    const { itemCharacters } = this.reading;
    const code = itemCharacters === null ? bare : bare.slice(0, itemCharacters);
    const known = this.itemPlaces.get(code);
    if (known !== undefined) return known;
    if (!CODE.test(code)) return this.fail('item-unreadable');
    if (isPersonal(code)) return this.fail('item-personal');
    return place(this.itemPlaces, code, this.items, { code, name: '' }, MOST.items, 'item');
  };

  private nameItem(text: string): void {
    const item = this.items[this.item]!;
    if (item.name !== '' || text === '') return;
    const name = cleanText(text).slice(0, 120);
    // a name that could be a person's is left out; the code stands for it
    if (name !== '' && !isPersonal(name)) item.name = name;
  }

  private readStratum(row: TableRow): number {
    const sex = this.sexAt < 0 ? 0 : this.look('sex', row, this.sexAt, this.readSex);
    const age = this.ageAt < 0 ? 0 : this.look('age', row, this.ageAt, this.readAge);
    if (sex < 0 || age < 0) return -1;
    const pair = sex * 4096 + age;
    let found = this.crossed.get(pair);
    if (found === undefined) {
      const stratum: Stratum = { sex: this.sexes[sex]!, age: this.ages[age]! };
      const key = `${stratum.sex}|${stratum.age ? bandName(stratum.age) : ''}`;
      found = place(this.stratumPlaces, key, this.strata, stratum, MOST.strata, 'age');
      this.crossed.set(pair, found);
    }
    return found;
  }

  private readonly readSex = (text: string): number => {
    const sex = parseSex(text);
    return sex === null ? this.fail('sex-unknown') : this.sexes.indexOf(sex);
  };

  private readonly readAge = (text: string): number => {
    const age = parseAge(text);
    if (age === null) return this.fail('age-unreadable');
    if (age === 'all') return 0;
    return place(this.agePlaces, bandName(age), this.ages, age, MOST.strata / 4, 'age');
  };

  private readonly readDate = (text: string): number => {
    if (text.trim() === '') return -1;
    const parsed = parseDutchDate(text);
    if (!parsed.ok) return this.fail('date-unreadable');
    return place(this.datePlaces, parsed.value, this.dates, parsed.value, 10_000, 'extract-at');
  };

  /** A whole number, -1 for none. */
  private number(field: ExtractField, row: TableRow, at: number, required: boolean): number {
    const text = row.cells[at]!;
    const plain = smallNumber(text);
    if (plain >= 0) return plain;
    const value = this.parsed(field, row, at, required);
    if (value === null) return -1;
    if (!Number.isInteger(value)) return this.problem(field, 'number-not-whole');
    return value > LARGEST_COUNT ? this.problem(field, 'number-too-large') : value;
  }

  private readListed(row: TableRow): number {
    const text = row.cells[this.listedAt]!;
    if (text === this.lastListed.text && !row.types) return this.lastListed.value;
    const value = this.parsed('listed', row, this.listedAt, this.kind === 'list-sizes');
    if (value === null) return -1;
    if (value > LARGEST_LIST) return this.problem('listed', 'number-too-large');
    this.lastListed = { text, value };
    return value;
  }

  private parsed(field: ExtractField, row: TableRow, at: number, required: boolean): number | null {
    if (this.broken(row, at)) return this.none(field, 'cell-error');
    const bare = cleanText(unguardText(row.cells[at]!));
    if (bare === '') return required ? this.none(field, 'number-missing') : null;
    const whole = field === 'listed' ? parseDecimal(bare, this.style) : parseDutchInteger(bare);
    const parsed = whole.ok || field === 'listed' ? whole : parseDecimal(bare, this.style);
    if (!parsed.ok || (!whole.ok && whole.code === 'number.ambiguous'))
      return this.none(field, 'number-unreadable');
    return parsed.value < 0 ? this.none(field, 'number-negative') : parsed.value;
  }

  private problem(field: ExtractField, code: RefusalCode): -1 {
    this.problems.push({ field, code });
    return -1;
  }
  private none(field: ExtractField, code: RefusalCode): null {
    this.problems.push({ field, code });
    return null;
  }
}

/** Up to six digits and nothing else, which nearly all counts are; -1 otherwise. */
function smallNumber(text: string): number {
  const { length } = text;
  if (length === 0 || length > 6) return -1;
  let value = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function place<T>(
  places: Map<string, number>,
  key: string,
  list: T[],
  value: T,
  most: number,
  field: ExtractField,
): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  if (list.length >= most) throw new TooManyValues(field);
  list.push(value);
  places.set(key, list.length - 1);
  return list.length - 1;
}
