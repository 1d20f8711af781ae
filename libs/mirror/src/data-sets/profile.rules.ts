import type {
  CheckCode,
  CheckSeverity,
  ExtractCheckView,
  ExtractKind,
  ExtractProfileView,
} from '#libs/contracts';
import { checkWords } from './check-sentences.rules.js';
import { endOf, type Period } from './periods.rules.js';
import type { RefusalCode } from './refusals.rules.js';
import type { KnownPractice } from './rows.rules.js';
import type { PracticePeriod, Tallied } from './tally.rules.js';

/** The totals of an earlier data set of the same source, per practice and period. */
export interface EarlierTotals {
  practices: Set<string>;
  /** `practiceId starts months` → total. */
  counts: Map<string, number>;
  listed: Map<string, number>;
}
export interface ProfileInput {
  kind: ExtractKind;
  rows: number;
  refused: number;
  refusals: ReadonlyMap<RefusalCode, number>;
  practices: readonly KnownPractice[];
  periods: readonly Period[];
  items: readonly { code: string; name: string }[];
  dates: readonly string[];
  strata: readonly string[];
  tallied: Pick<Tallied, 'read' | 'listed' | 'cells' | 'itemCounts' | 'differing' | 'dates'>;
  unknown: { practices: number; shown: readonly string[] };
  earlier: EarlierTotals | null;
  /** Another approved data set of the region has list sizes for these periods. */
  listedElsewhere: boolean;
}

/** Smallest list that Fingertips and OpenPrescribing found to give figures that mean something (field.md B5). */
export const SMALLEST_LIST = 750;
const JUMP = 0.2;
const EXAMPLES = 20;
const MOST_ITEMS = 500;

export const periodName = ({ starts, months }: Period): string => {
  const [year, month] = [starts.slice(0, 4), Number(starts.slice(5, 7))];
  if (months === 12 && month === 1) return year;
  if (months === 3 && month % 3 === 1) return `${year}-K${(month + 2) / 3}`;
  return months === 1 ? starts.slice(0, 7) : `${starts.slice(0, 7)} +${months}`;
};
export const cellKey = (practiceId: string, { starts, months }: Period): string =>
  `${practiceId} ${starts} ${months}`;

type Example = ExtractCheckView['examples'][number];
const example = (values: Partial<Example>): Example => ({
  practice: null,
  period: null,
  item: null,
  was: null,
  is: null,
  ...values,
});

/** What is in a file and what is striking about it; `stop` only where showing its figures would be wrong (D7). */
export function profileOf(input: ProfileInput): ExtractProfileView {
  const facts = new Facts(input);
  const found: ExtractCheckView[] = [
    ...check('no-list-size', input.kind === 'referrals' ? 'stop' : 'warning', noListSize(input)),
    ...check('gap', 'warning', gaps(input, facts)),
    ...check('practices-missing', 'warning', missingSince(input, facts)),
    ...check('unknown-practices', 'warning', unknown(input), input.unknown.practices),
    ...check('duplicates', 'warning', [], input.refusals.get('duplicate') ?? 0),
    ...check('jump', 'warning', jumps(input, facts)),
    ...check('late-period', 'warning', late(input, facts)),
    ...check('small-list', 'note', smallLists(input, facts)),
    ...check('extract-dates-differ', 'note', datesDiffer(input)),
    ...check('total-differs', 'warning', differing(input, facts)),
  ];
  const active = input.practices.filter((practice) => !practice.archived);
  const known = facts.present.size;
  return {
    rows: input.rows,
    read: input.kind === 'list-sizes' ? input.rows - input.refused : input.tallied.read,
    refused: input.refused,
    practices: {
      inFile: known + input.unknown.practices,
      known,
      unknown: input.unknown.practices,
      missing: active.filter((practice) => !facts.present.has(practice.id)).length,
    },
    periods: facts.periods.map(({ period, practices, count }) => ({
      from: period.starts,
      months: period.months,
      practices,
      count,
    })),
    items: input.items
      .map(({ code, name }, at) => ({ code, name: name || code, count: input.tallied.itemCounts[at] ?? 0 }))
      .filter((item) => item.code !== '')
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_ITEMS),
    totals: facts.totals,
    extractDates: [...input.tallied.dates]
      .map(([date, practices]) => ({ at: input.dates[date]!, practices: practices.size }))
      .sort((a, b) => b.practices - a.practices),
    strata: [...input.strata],
    checks: found,
  };
}

function check(
  code: CheckCode,
  severity: CheckSeverity,
  examples: Example[],
  count = examples.length,
): ExtractCheckView[] {
  if (count === 0) return [];
  return [
    { code, severity, sentence: checkWords(code, count), count, examples: examples.slice(0, EXAMPLES) },
  ];
}

/** Sums that several checks need. */
class Facts {
  readonly present = new Set<string>();
  readonly cells = new Map<string, PracticePeriod>();
  readonly listed = new Map<string, number>();
  /** In order of time. */
  readonly periods: { period: Period; practices: number; count: number }[];
  readonly totals: ExtractProfileView['totals'];

  constructor(private readonly input: ProfileInput) {
    const byPeriod = new Map<number, { practices: Set<number>; count: number }>();
    const note = (practice: number, period: number, count: number): void => {
      this.present.add(input.practices[practice]!.id);
      const known = byPeriod.get(period) ?? { practices: new Set(), count: 0 };
      known.practices.add(practice);
      known.count += count;
      byPeriod.set(period, known);
    };
    const totals = { count: 0, urgent: 0, consults: 0 };
    for (const cell of input.tallied.cells) {
      note(cell.practice, cell.period, cell.count);
      this.cells.set(this.key(cell.practice, cell.period), cell);
      totals.count += cell.count;
      totals.urgent += cell.urgent;
      totals.consults += cell.consults;
    }
    for (const one of input.tallied.listed) {
      note(one.practice, one.period, input.kind === 'list-sizes' ? Math.round(one.listed) : 0);
      const key = this.key(one.practice, one.period);
      this.listed.set(key, (this.listed.get(key) ?? 0) + one.listed);
    }
    this.totals = { count: totals.count, urgent: totals.urgent || null, consults: totals.consults || null };
    this.periods = [...byPeriod]
      .map(([at, { practices, count }]) => ({ period: input.periods[at]!, practices: practices.size, count }))
      .sort((a, b) => a.period.starts.localeCompare(b.period.starts));
  }

  private key(practice: number, period: number): string {
    return cellKey(this.input.practices[practice]!.id, this.input.periods[period]!);
  }

  /** The practices of the file, by name. */
  get practices(): KnownPractice[] {
    return this.input.practices.filter((practice) => this.present.has(practice.id));
  }
}

function noListSize(input: ProfileInput): Example[] {
  const needed = input.kind !== 'list-sizes' && input.tallied.read > 0;
  return needed && input.tallied.listed.length === 0 && !input.listedElsewhere ? [example({})] : [];
}

/** A practice without a period that others have; in a full table also fewer items than the others have. */
function gaps({ tallied, items }: ProfileInput, facts: Facts): Example[] {
  const found: Example[] = [];
  const most = items.length;
  const cells = tallied.cells.length * most;
  const full = cells > 0 && tallied.cells.reduce((sum, cell) => sum + cell.items, 0) >= cells * 0.95;
  for (const practice of facts.practices)
    for (const { period } of facts.periods) {
      const key = cellKey(practice.id, period);
      const cell = facts.cells.get(key);
      const names = { practice: practice.name, period: periodName(period) };
      if (!cell && !facts.listed.has(key)) found.push(example({ ...names, is: 0 }));
      else if (full && cell && cell.items < most)
        found.push(example({ ...names, was: most, is: cell.items }));
    }
  return found;
}

function missingSince({ earlier, practices }: ProfileInput, facts: Facts): Example[] {
  if (!earlier) return [];
  return practices
    .filter(
      (practice) =>
        !practice.archived && earlier.practices.has(practice.id) && !facts.present.has(practice.id),
    )
    .map((practice) => example({ practice: practice.name }));
}

const unknown = ({ unknown: { shown } }: ProfileInput): Example[] =>
  shown.map((practice) => example({ practice }));

/** More than a fifth up or down against the period before or the earlier data set; counts only beyond what chance explains. */
function jumps({ earlier }: ProfileInput, facts: Facts): Example[] {
  const found: Example[] = [];
  const compare = (
    name: string,
    period: Period,
    was: number | undefined,
    is: number | undefined,
    chance: boolean,
  ): void => {
    if (was === undefined || is === undefined || was <= 0) return;
    const apart = Math.abs(is - was);
    if (apart <= was * JUMP || (chance && apart <= 3 * Math.sqrt(was + is))) return;
    found.push(example({ practice: name, period: periodName(period), was: rounded(was), is: rounded(is) }));
  };
  for (const { id, name } of facts.practices)
    facts.periods.forEach(({ period }, at) => {
      const key = cellKey(id, period);
      const before = facts.periods[at - 1]?.period;
      const follows = before && endOf(before) === period.starts ? cellKey(id, before) : null;
      const count = facts.cells.get(key)?.count;
      const listed = facts.listed.get(key);
      if (follows) {
        compare(name, period, facts.cells.get(follows)?.count, count, true);
        compare(name, period, facts.listed.get(follows), listed, false);
      }
      compare(name, period, earlier?.counts.get(key), count, true);
      compare(name, period, earlier?.listed.get(key), listed, false);
    });
  return found;
}

/** The last period holds fewer than the four before it let expect, by more than a tenth and more than chance. */
function late({ kind }: ProfileInput, facts: Facts): Example[] {
  const last = facts.periods.at(-1);
  const before = facts.periods.slice(-5, -1);
  if (kind === 'list-sizes' || !last || before.length < 2) return [];
  const perPractice =
    before.reduce((sum, one) => sum + one.count / Math.max(1, one.practices), 0) / before.length;
  const expected = perPractice * last.practices;
  if (last.count >= expected * 0.9 || expected - last.count <= 3 * Math.sqrt(expected)) return [];
  return [example({ period: periodName(last.period), was: Math.round(expected), is: last.count })];
}

function smallLists(_input: ProfileInput, facts: Facts): Example[] {
  return facts.practices.flatMap((practice) => {
    const lists = facts.periods.flatMap(({ period }) => facts.listed.get(cellKey(practice.id, period)) ?? []);
    const last = lists.at(-1);
    return last !== undefined && last < SMALLEST_LIST
      ? [example({ practice: practice.name, is: rounded(last) })]
      : [];
  });
}

function datesDiffer({ tallied, dates, practices }: ProfileInput): Example[] {
  if (tallied.dates.size < 2) return [];
  const [usual] = [...tallied.dates].reduce((most, one) => (one[1].size > most[1].size ? one : most));
  return [...tallied.dates]
    .filter(([date]) => date !== usual)
    .flatMap(([date, own]) =>
      [...own].map((at) => example({ practice: practices[at]!.name, period: dates[date]! })),
    );
}

function differing({ tallied, practices, periods, items }: ProfileInput, _facts: Facts): Example[] {
  return tallied.differing.map(({ practice, period, item, was, is }) =>
    example({
      practice: practices[practice]!.name,
      period: periodName(periods[period]!),
      item: item < 0 ? null : (items[item]?.code ?? null),
      was: rounded(was),
      is: rounded(is),
    }),
  );
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
