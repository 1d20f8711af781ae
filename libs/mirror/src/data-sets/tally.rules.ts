import type { ExtractKind, ExtractReading } from '#libs/contracts';
import { AtomTable, letGo, packKey, unpackKey } from './atom-keys.rules.js';
import { ListedAtoms, ListedGroups, ListedTable, type ListedAtom } from './listed.rules.js';
import { Refusals } from './refusals.rules.js';
import type { RowReader } from './rows.rules.js';
import { bandName, foldBands, type AgeBand } from './strata.rules.js';
import { settleStrata, type SettledStrata, type StratumCount } from './stratum-levels.rules.js';

/** One cell as it is stored; -1 where the file says none. */
export interface Atom {
  practice: number;
  period: number;
  item: number;
  sex: string;
  age: string;
  count: number;
  urgent: number;
  consults: number;
  row: number;
}
export interface PracticePeriod {
  practice: number;
  period: number;
  count: number;
  urgent: number;
  consults: number;
  items: number;
}
/** What a whole file says, after everything that only the whole file shows. */
export interface Tallied {
  /** Rows that were already written and turned out to be wrong. */
  forget: number[];
  /** Cells that were not written yet. */
  atoms: Iterable<Atom>;
  read: number;
  listed: Iterable<ListedAtom> & { readonly length: number };
  cells: PracticePeriod[];
  itemCounts: number[];
  /** Totals in the file that are not the sum of their parts; item -1 for list sizes. */
  differing: { practice: number; period: number; item: number; was: number; is: number }[];
  /** Date → practices. */
  dates: Map<number, Set<number>>;
}

const NO_ITEM = 0;
const LARGEST_SUM = 2_000_000_000;
/** Groups of cells that are settled in one step: some ten milliseconds. */
const STEP = 2_000;

/**
 * Adds up an extract row by row. Where every row is a total without sex and age, a row can be written at once (`add` says so)
 * and is taken back at the end when it was wrong; otherwise the cells are written from here at the end.
 */
export class ExtractTally {
  readonly refusals = new Refusals();
  rows = 0;
  private table = new AtomTable();
  private readonly listed = new ListedTable();
  private readonly dateOf = new Map<number, number>();
  private readonly forget: number[] = [];
  /** The one length of period that counts, when a file has several. */
  private months: number | null = null;
  private sorted: { keys: Float64Array; bands: BandSets } | null = null;
  private datedCell = -1;
  private dated = -1;
  /** Whether rows are written as they come. */
  readonly direct: boolean;

  constructor(
    private readonly kind: ExtractKind,
    private readonly reading: ExtractReading,
    private readonly reader: RowReader,
  ) {
    this.direct = kind !== 'list-sizes' && reading.rows === 'totals' && !reader.stratified;
  }

  /** Takes what the reader read from this row. @returns whether to write it now */
  add(row: number): boolean {
    const { reader, table } = this;
    const before = table.size;
    const at = table.place(packKey(reader.practice, reader.period, reader.item, reader.stratum));
    const cell = packKey(reader.practice, reader.period, NO_ITEM, reader.stratum);
    if (at === before) {
      table.rows[at] = row;
      table.counts[at] = reader.count;
      table.urgent[at] = reader.urgent;
      table.consults[at] = reader.consults;
    } else if (this.reading.rows === 'parts' && this.kind !== 'list-sizes') {
      if (table.counts[at]! + reader.count > LARGEST_SUM) {
        this.refusals.add(row, 'count', 'number-too-large');
        return false;
      }
      table.counts[at]! += reader.count;
      table.urgent[at] = sum(table.urgent[at]!, reader.urgent);
      table.consults[at] = sum(table.consults[at]!, reader.consults);
    } else {
      this.refuseTwice(at, row);
      if (this.kind === 'list-sizes') this.listed.forget(cell);
      return false;
    }
    if (reader.listed >= 0) this.listed.note(cell, reader.listed, row);
    if (reader.date >= 0 && (cell !== this.datedCell || reader.date !== this.dated)) {
      this.dateOf.set(packKey(reader.practice, reader.period, 0, 0), reader.date);
      this.datedCell = cell;
      this.dated = reader.date;
    }
    return this.direct && at === before;
  }

  private refuseTwice(at: number, row: number): void {
    const { table } = this;
    const first = table.rows[at]!;
    if (table.refused[at] === 0) this.refuse(at, null, 'duplicate', { other: row });
    this.refusals.add(row, null, 'duplicate', { other: first });
  }

  /** Every way to refuse a cell that was taken: its row counts as refused, and is taken back when it was written. */
  private refuse(
    at: number,
    field: 'period' | 'listed' | 'age' | null,
    code: 'duplicate' | 'period-mixed' | 'listed-conflict' | 'age-overlap',
    detail: Record<string, number> = {},
  ): void {
    const { table } = this;
    if (table.refused[at] === 1) return;
    table.refused[at] = 1;
    this.refusals.add(table.rows[at]!, field, code, detail);
    if (this.direct) this.forget.push(table.rows[at]!);
  }

  /** What the file says, in steps: between two of them other work of the process can have its turn. */
  *finish(): Generator<undefined, Tallied> {
    this.refuseMixedPeriods();
    yield;
    this.settleListed();
    yield;
    const differing = this.reader.stratified ? yield* this.settleCells() : [];
    const { cells, itemCounts, read } = yield* this.totals();
    const listed = yield* this.listedAtoms(differing);
    return {
      forget: this.forget,
      atoms: this.direct || this.kind === 'list-sizes' ? [] : this.atoms(),
      read,
      listed,
      cells,
      itemCounts,
      differing,
      dates: this.dates(),
    };
  }

  /** Gives the memory of the cells back, when they have been written: what follows does not need them. */
  release(): void {
    this.table.release();
    if (this.sorted) letGo(this.sorted.keys);
    this.table = new AtomTable();
    this.sorted = null;
  }

  /** Only one length of period counts, the one most cells have: a year beside its quarters would count twice. */
  private refuseMixedPeriods(): void {
    const { table, reader } = this;
    const votes = new Map<number, number>();
    for (let at = 0; at < table.size; at += 1) {
      if (table.refused[at] === 1) continue;
      const { months } = reader.periods[unpackKey(table.keys[at]!).period]!;
      votes.set(months, (votes.get(months) ?? 0) + 1);
    }
    if (votes.size < 2) return;
    const [most] = [...votes].reduce((best, one) => (one[1] > best[1] ? one : best));
    this.months = most;
    for (let at = 0; at < table.size; at += 1) {
      const { months } = reader.periods[unpackKey(table.keys[at]!).period]!;
      if (months !== most) this.refuse(at, 'period', 'period-mixed', { months, most });
    }
  }

  private settleListed(): void {
    const { table } = this;
    const contested = this.listed.settle();
    // rows that were added up cannot be taken apart again: there the majority counts and nothing is refused
    if (contested.size === 0 || this.reading.rows !== 'totals') return;
    for (let at = 0; at < table.size; at += 1) {
      const key = unpackKey(table.keys[at]!);
      const isWrong = contested.get(packKey(key.practice, key.period, NO_ITEM, key.stratum));
      if (isWrong?.(table.rows[at]!)) this.refuse(at, 'listed', 'listed-conflict');
    }
  }

  /** Refuses what would count people twice; says where the file's own totals differ from the sum of their parts. */
  private *settleCells(): Generator<undefined, Tallied['differing']> {
    const differing: Tallied['differing'] = [];
    let done = 0;
    for (const { practice, period, item, settled } of this.groups()) {
      done += 1;
      if (done % STEP === 0) yield;
      for (const one of settled.overlapping) this.refuse(one.at, 'age', 'age-overlap');
      if (settled.total && settled.total.is !== settled.total.was)
        differing.push({ practice, period, item, ...settled.total });
    }
    return differing;
  }

  /** The cells of one practice, period and item together, in order. */
  private *groups(): Generator<Group> {
    const { table, reader } = this;
    const { keys, bands } = (this.sorted ??= this.sortedKeys());
    for (let from = 0; from < keys.length;) {
      const { practice, period, item } = unpackKey(keys[from]!);
      const group: (StratumCount & { at: number })[] = [];
      for (; from < keys.length; from += 1) {
        const next = unpackKey(keys[from]!);
        if (next.practice !== practice || next.period !== period || next.item !== item) break;
        const at = table.place(keys[from]!);
        if (table.refused[at] === 1) continue;
        const values = [table.counts[at]!, table.urgent[at]!, table.consults[at]!];
        group.push({ at, stratum: reader.strata[next.stratum]!, values });
      }
      yield { practice, period, item, settled: settleStrata(group, bands.names(practice)) };
    }
  }

  /** The keys in order, as bare numbers: sorted in place and without a comparison function they cost no memory beside themselves. */
  private sortedKeys(): { keys: Float64Array; bands: BandSets } {
    const { table } = this;
    const keys = new Float64Array(table.size);
    const bands = new BandSets(this.reader);
    let count = 0;
    for (let at = 0; at < table.size; at += 1) {
      if (table.refused[at] === 1) continue;
      const { practice, stratum } = unpackKey(table.keys[at]!);
      bands.add(practice, stratum);
      keys[count] = table.keys[at]!;
      count += 1;
    }
    return { keys: keys.subarray(0, count).sort(), bands };
  }

  /** Every cell as it is stored. */
  private atoms(): Generator<Atom> {
    return this.reader.stratified ? this.stratifiedAtoms() : this.plainAtoms();
  }

  private *stratifiedAtoms(): Generator<Atom> {
    for (const { practice, period, item, settled } of this.groups())
      for (const { sex, age, values, first } of settled.kept) {
        const [count = 0, urgent = -1, consults = -1] = values;
        yield { practice, period, item, sex, age, count, urgent, consults, row: this.table.rows[first.at]! };
      }
  }

  /** The cells as they are, for files without sex and age. */
  private *plainAtoms(): Generator<Atom> {
    const { table } = this;
    for (let at = 0; at < table.size; at += 1) {
      if (table.refused[at] === 1) continue;
      const { practice, period, item } = unpackKey(table.keys[at]!);
      const count = table.counts[at]!;
      const [urgent, consults, row] = [table.urgent[at]!, table.consults[at]!, table.rows[at]!];
      yield { practice, period, item, sex: '', age: '', count, urgent, consults, row };
    }
  }

  private *totals(): Generator<undefined, { cells: PracticePeriod[]; itemCounts: number[]; read: number }> {
    const cells = new Map<number, PracticePeriod & { last: number }>();
    const itemCounts = this.reader.items.map(() => 0);
    let read = 0;
    for (const atom of this.kind === 'list-sizes' ? [] : this.atoms()) {
      read += 1;
      if (read % (STEP * 8) === 0) yield;
      const key = packKey(atom.practice, atom.period, 0, 0);
      let cell = cells.get(key);
      if (!cell) {
        const { practice, period } = atom;
        cells.set(key, (cell = { practice, period, count: 0, urgent: 0, consults: 0, items: 0, last: -1 }));
      }
      cell.count += atom.count;
      cell.urgent += Math.max(0, atom.urgent);
      cell.consults += Math.max(0, atom.consults);
      if (cell.last !== atom.item) cell.items += 1;
      cell.last = atom.item;
      itemCounts[atom.item]! += atom.count;
    }
    return { cells: [...cells.values()].map(({ last: _last, ...cell }) => cell), itemCounts, read };
  }

  private *listedAtoms(differing: Tallied['differing']): Generator<undefined, ListedAtoms> {
    const { reader } = this;
    const sizes = new ListedGroups(this.listed.size);
    const bands = new BandSets(reader);
    for (const [key, value] of this.listed.entries()) {
      const { practice, period, stratum } = unpackKey(key);
      if (this.months !== null && reader.periods[period]!.months !== this.months) continue;
      sizes.add(packKey(practice, period, 0, 0), stratum, value);
      bands.add(practice, stratum);
    }
    this.listed.release();
    yield;
    const atoms = new ListedAtoms(sizes.size);
    let done = 0;
    for (const [group, list] of sizes.groups()) {
      done += 1;
      if (done % STEP === 0) yield;
      const { practice, period } = unpackKey(group);
      const date = this.dateOf.get(group) ?? -1;
      const { kept, total } = settleStrata(
        list.map(({ stratum, value }) => ({ stratum: reader.strata[stratum]!, values: [value] })),
        bands.names(practice),
      );
      if (total && Math.abs(total.is - total.was) > 0.5)
        differing.push({ practice, period, item: -1, ...total });
      for (const { sex, age, values } of kept)
        atoms.add({ practice, period, sex, age, listed: values[0] ?? 0, date });
    }
    sizes.release();
    return atoms;
  }

  private dates(): Map<number, Set<number>> {
    const dates = new Map<number, Set<number>>();
    for (const [key, date] of this.dateOf) {
      const practices = dates.get(date) ?? new Set();
      dates.set(date, practices.add(unpackKey(key).practice));
    }
    return dates;
  }
}

const sum = (a: number, b: number): number => (a < 0 ? b : b < 0 ? a : Math.min(a + b, LARGEST_SUM));

interface Group {
  practice: number;
  period: number;
  item: number;
  settled: SettledStrata<StratumCount & { at: number }>;
}

/** Which age bands a file has and each practice has, and what they are stored as. */
class BandSets {
  private readonly strata = new Map<number, Set<number>>();
  private readonly named = new Map<number, Map<string, string>>();
  private all: AgeBand[] | null = null;

  constructor(private readonly reader: RowReader) {}

  add(practice: number, stratum: number): void {
    const own = this.strata.get(practice);
    if (own) own.add(stratum);
    else this.strata.set(practice, new Set([stratum]));
  }

  names(practice: number): Map<string, string> {
    let names = this.named.get(practice);
    if (!names) {
      this.all ??= this.bands(new Set([...this.strata.values()].flatMap((own) => [...own])));
      names = foldBands(this.all, this.bands(this.strata.get(practice) ?? []));
      this.named.set(practice, names);
    }
    return names;
  }

  private bands(strata: Iterable<number>): AgeBand[] {
    const bands = new Map<string, AgeBand>();
    for (const stratum of strata) {
      const { age } = this.reader.strata[stratum]!;
      if (age) bands.set(bandName(age), age);
    }
    return [...bands.values()];
  }
}
