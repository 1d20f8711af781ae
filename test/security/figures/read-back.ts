import type { FunnelView, OwnFigureView } from '#libs/contracts';
import type { Collected, Reading } from './collected.js';
import type { FigureRegion } from './region.js';
import {
  fieldOf,
  PRACTICES,
  STRATA,
  TRUE_MEASURES,
  type Delivered,
  type Field,
  type TrueCell,
  type TrueMeasure,
} from './truth.js';

/** Who reads something: everybody with figures, staff, or the members of a group by number. */
export type Audience = 'region' | 'staff' | number;

/** Cells of the truth in a sum: practice, item and quarters as certain deliveries had them. */
export interface Part {
  cell: TrueCell;
  /** Place of its delivery among those of its kind. */
  delivery: number;
  field: Field;
  coefficient: number;
}
/** What a displayed number says, derived from the definition of its measure and the public list sizes: lo <= sum <= hi. */
export interface Said {
  audience: Audience;
  about: string;
  kind: TrueMeasure['kind'];
  parts: Part[];
  lo: number;
  hi: number | null;
}
/** A number that stands under a label. */
interface Bar {
  label: string;
  practice: string | null;
  value: number | null;
  own?: boolean;
  low?: number | null;
  high?: number | null;
}
/** A released figure as readers saw it. */
export interface Seen {
  figureId: string;
  releaseId: string;
  phase: string;
  audience: Audience;
  measure: string;
  item: string;
  window: { from: string; toExclusive: string };
  dataSets: string[];
  bars: Bar[];
  middle: { median: number; low: number; high: number } | null;
  mode: string;
  /** The region's rates that stood beside it. */
  reference: { rate: number; strata: (number | null)[] } | null;
}

export const json = <T>({ bytes }: Pick<Reading, 'bytes'>): T => JSON.parse(bytes.toString('utf8')) as T;
const SMALLEST = 5;
const SMALLEST_PUBLIC = 10;
const EDGE = 1e-9;

/** Every released figure in what was collected, each once. */
export function figuresSeen(
  region: Pick<FigureRegion, 'groups'>,
  { readings }: Pick<Collected, 'readings'>,
): Seen[] {
  const seen = new Map<string, Seen>();
  const add = (reading: Reading, one: Omit<Seen, 'phase'>): void => {
    if (!seen.has(one.figureId)) seen.set(one.figureId, { ...one, phase: reading.phase });
  };
  for (const reading of readings) {
    if (reading.status !== 200) continue;
    if (reading.door === 'GET /api/figures/own') ofPage(reading, json(reading));
    if (reading.door === 'GET /api/groups/{id}/figures')
      for (const { view } of json<{ figures: { view: OwnFigureView | null }[] }>(reading).figures)
        if (view) ofPage(reading, view);
    if (reading.door === 'GET /api/figures/funnel') {
      const view = json<FunnelView>(reading);
      add(reading, {
        ...frame(view),
        figureId: view.card.card.figureId,
        releaseId: view.card.card.releaseId,
        audience: 'staff',
        dataSets: setsOf(view.card.card.sources),
        bars: view.points.map(({ label, expected, ratio }) => ({
          label: `${label}|${expected}`,
          practice: null,
          value: ratio,
        })),
        middle: null,
        mode: view.card.card.disclosureControl.mode,
        reference: null,
      });
    }
  }
  return [...seen.values()];

  function ofPage(reading: Reading, view: OwnFigureView): void {
    const strata = STRATA.map(({ sex, age }) => {
      const who = sex === 'M' ? 'Mannen' : 'Vrouwen';
      const years = age === '65+' ? '65 jaar en ouder' : '0 tot en met 64 jaar';
      return view.breakdown.find(({ stratum }) => stratum.nl === `${who}, ${years}`)?.region ?? null;
    });
    const reference = view.region ? { rate: view.region.value, strata } : null;
    if (view.region)
      add(reading, {
        ...frame(view),
        figureId: view.region.figureId,
        releaseId: view.region.card.card.releaseId,
        audience: 'region',
        dataSets: setsOf(view.region.card.card.sources),
        bars: [{ label: 'region', practice: null, value: view.region.value }],
        middle: null,
        mode: 'aggregate',
        reference,
      });
    if (view.group)
      add(reading, {
        ...frame(view),
        figureId: view.group.figureId,
        releaseId: view.group.card.card.releaseId,
        audience: region.groups.findIndex(({ id }) => id === view.group!.groupId),
        dataSets: setsOf(view.group.card.card.sources),
        bars: view.group.bars,
        middle: view.group.middle,
        mode: view.group.mode,
        reference,
      });
  }
}

const frame = ({ measure, item, period }: Pick<OwnFigureView, 'measure' | 'item' | 'period'>) => ({
  measure: measure.code,
  item: item.code,
  window: period,
});
const setsOf = (sources: readonly { importId: string }[]): string[] =>
  sources.map(({ importId }) => importId.replace(/^imp_/, ''));

/** The truth behind a figure: what one practice has in the window, as its data sets had it. */
export function partsOf(
  delivered: readonly Delivered[],
  seen: Pick<Seen, 'measure' | 'item' | 'window' | 'dataSets'>,
  practice: number,
  fields: readonly Field[],
): Part[] {
  const { kind } = TRUE_MEASURES[seen.measure]!;
  const ofKind = delivered.filter((one) => one.kind === kind);
  const used = ofKind.flatMap((one, delivery) =>
    seen.dataSets.includes(one.dataSetId.replaceAll('-', '')) ? [{ one, delivery }] : [],
  );
  const parts: Part[] = [];
  const owner = new Map<string, number>();
  for (const { one, delivery } of used)
    for (const quarter of one.quarters)
      if (quarter >= seen.window.from && quarter < seen.window.toExclusive) owner.set(quarter, delivery);
  for (const { one, delivery } of used)
    for (const cell of one.cells)
      if (
        cell.practice === practice &&
        owner.get(cell.quarter) === delivery &&
        (seen.item === '*' || cell.item === seen.item)
      )
        for (const field of fields) parts.push({ cell, delivery, field, coefficient: 1 });
  return parts;
}
export const valueOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { cell, field, coefficient }) => sum + coefficient * fieldOf(cell, field), 0);

/** The count that adds one to a rate: from the public list, and where it was corrected for age and sex from the region's rates. */
function perUnit(measure: TrueMeasure, practice: number, reference: Seen['reference']): number {
  const { strata, listed } = PRACTICES[practice]!;
  if (measure.kind === 'diagnostics' && reference && reference.strata.every((rate) => rate !== null)) {
    const expected = strata.reduce(
      (sum, people, at) => sum + (people * reference.strata[at]!) / measure.per,
      0,
    );
    return expected / reference.rate;
  }
  return listed / measure.per;
}

/** What a practice's figure would display, not rounded; null where a share has nothing under the line. */
export function trueValue(delivered: readonly Delivered[], seen: Seen, practice: number): number | null {
  const measure = TRUE_MEASURES[seen.measure]!;
  const count = valueOf(partsOf(delivered, seen, practice, measure.numerator));
  if (!measure.denominator) return count / perUnit(measure, practice, seen.reference);
  const whole = valueOf(partsOf(delivered, seen, practice, measure.denominator));
  return whole === 0 ? null : (measure.per * count) / whole;
}

/** What the policy never shows by itself: small counts, small rests of shares, all or nothing of a few (models/disclosure §2.3). */
export function neverShown(delivered: readonly Delivered[], seen: Seen, practice: number): boolean {
  const measure = TRUE_MEASURES[seen.measure]!;
  const count = valueOf(partsOf(delivered, seen, practice, measure.numerator));
  const small = (one: number): boolean =>
    one > 0 && one < (seen.audience === 'staff' ? SMALLEST_PUBLIC : SMALLEST);
  if (seen.audience === 'staff') return count < SMALLEST_PUBLIC;
  if (!measure.denominator) return small(count);
  const whole = valueOf(partsOf(delivered, seen, practice, measure.denominator));
  const rest = whole - count;
  return small(count) || small(rest) || small(whole) || (whole < 20 && (count === 0 || rest === 0));
}

/** Half a step of the last digit that is displayed: more decimals than the definition says tell more. */
function halfStep(value: number, decimals: number): number {
  const shown = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -Math.max(decimals, shown);
}

/** What the attack stands on: the truth, and who is shown in each release where equal values leave that open. */
export type World = Pick<FigureRegion, 'groups' | 'delivered' | 'practices'> & {
  /** `release|measure|item|practice` of everything that is shown; null when it is not known. */
  shown?: ReadonlySet<string> | null;
};

/**
 * Which practice each bar is: a reader is taken to know that (docs/adr/0012). `null` where nobody fits; `alone` where it is the only bar and the only
 * practice with that value.
 */
export function linked(
  world: World,
  seen: Seen,
): { bar: Bar; practice: number | null; certain: boolean; alone: boolean }[] {
  const measure = TRUE_MEASURES[seen.measure]!;
  const members =
    typeof seen.audience === 'number' ? world.groups[seen.audience]!.members : PRACTICES.map((_, n) => n);
  const values = new Map(members.map((n) => [n, trueValue(world.delivered, seen, n)]));
  const free = new Set(members);
  const release = seen.releaseId.replace(/^rel_/, '');
  const name = (n: number): string => `${release}|${seen.measure}|${seen.item}|${world.practices[n]}`;
  const noted = (n: number): boolean => world.shown?.has(name(n)) ?? false;
  const bars = seen.bars.filter(({ value }) => value !== null);
  const fitting = (bar: Bar, hidden: boolean): number[] =>
    [...free].filter((n) => {
      if (neverShown(world.delivered, seen, n) !== hidden) return false;
      if (bar.practice !== null) return PRACTICES[n]!.name === bar.practice;
      if (seen.audience === 'staff') return funnelFits(world, seen, bar, n);
      const own = values.get(n) ?? null;
      return own !== null && Math.abs(own - bar.value!) <= halfStep(bar.value!, measure.decimals) + EDGE;
    });
  return bars.map((bar) => {
    const fit = fitting(bar, false);
    const known = fit.filter(noted);
    const candidates = known.length > 0 ? known : fit;
    const same = bars.filter(
      ({ value, label }) => value === bar.value && label.split('|')[1] === bar.label.split('|')[1],
    ).length;
    const [practice = fitting(bar, true)[0] ?? null] = candidates;
    if (practice !== null) free.delete(practice);
    return {
      bar,
      practice,
      certain: known.length > 0 || candidates.length <= same,
      alone: candidates.length === 1 && same === 1,
    };
  });
}

/** A point of the funnel is a practice's when its ratio is, and where that is told what was to be expected by its list. */
function funnelFits({ delivered }: World, seen: Seen, bar: Bar, n: number): boolean {
  const expected = Number(bar.label.split('|')[1]);
  const measure = TRUE_MEASURES[seen.measure]!;
  const count = valueOf(partsOf(delivered, seen, n, measure.numerator));
  return Math.abs(count / expected - bar.value!) <= 5e-5 + EDGE;
}

/** The values that two significant digits stand for. */
export function twoDigitEnds(value: number): [number, number] {
  if (value === 0) return [0, 0];
  const [digits, power] = value.toExponential(1).split('e') as [string, string];
  const unit = 10 ** (Number(power) - 1);
  return [value - (digits === '1.0' ? unit / 20 : unit / 2), value + unit / 2];
}

/** Everything that a released figure says about counts. */
export function saidIn(region: World, seen: Seen): Said[] {
  const measure = TRUE_MEASURES[seen.measure]!;
  const { kind } = measure;
  const said: Said[] = [];
  const sum = (practices: readonly number[], fields: readonly Field[]): Part[] =>
    practices.flatMap((n) => partsOf(region.delivered, seen, n, fields));
  const note = (what: string, parts: Part[], lo: number, hi: number | null): void => {
    const about = `${what} of ${seen.measure} ${seen.item} from ${seen.window.from} (${seen.audience}, ${seen.phase})`;
    said.push({ audience: seen.audience, about, kind, parts, lo, hi });
  };
  const share = (
    what: string,
    practices: readonly number[],
    [low, high]: [number, number],
    least: [over: number, rest: number],
  ): void => {
    const over = sum(practices, measure.numerator);
    const under = sum(practices, measure.denominator!);
    const apart = (rate: number): Part[] => [
      ...over.map((part) => ({ ...part, coefficient: measure.per })),
      ...under.map((part) => ({ ...part, coefficient: -rate })),
    ];
    note(what, apart(low), 0, null);
    note(
      what,
      apart(high).map((part) => ({ ...part, coefficient: -part.coefficient })),
      0,
      null,
    );
    const rest = [...under, ...over.map((part) => ({ ...part, coefficient: -1 }))];
    note(what, over, least[0], null);
    note(what, rest, least[1], null);
  };
  if (seen.audience === 'region') {
    const all = PRACTICES.map((_, n) => n);
    const { rate, strata } = seen.reference!;
    const people = PRACTICES.reduce((total, { listed }) => total + listed, 0);
    const counts = (shown: number, listed: number): [number, number] => {
      const [low, high] = twoDigitEnds(shown);
      return [
        Math.ceil((low * listed) / measure.per - EDGE),
        Math.floor((high * listed) / measure.per + EDGE),
      ];
    };
    if (measure.denominator) {
      const [low, high] = twoDigitEnds(rate);
      share('the region', all, [low, high], [0, 0]);
      return said;
    }
    note('the region', sum(all, measure.numerator), ...counts(rate, people));
    strata.forEach((shown, stratum) => {
      if (shown === null) return;
      const listed = PRACTICES.reduce((total, one) => total + one.strata[stratum]!, 0);
      const parts = sum(all, measure.numerator).filter(({ cell }) => cell.stratum === stratum);
      note(`stratum ${stratum}`, parts, ...counts(shown, listed));
    });
    return said;
  }
  for (const { bar, practice } of linked(region, seen)) {
    if (practice === null) continue;
    const what = PRACTICES[practice]!.name;
    const value = bar.value!;
    if (seen.audience === 'staff') {
      const expected = Number(bar.label.split('|')[1]);
      const ends = [(value - 5e-5) * expected, (value + 5e-5) * expected] as const;
      note(what, sum([practice], measure.numerator), Math.ceil(ends[0] - EDGE), Math.floor(ends[1] + EDGE));
      continue;
    }
    const half = halfStep(value, measure.decimals);
    const least = neverShown(region.delivered, seen, practice) ? 1 : SMALLEST;
    if (measure.denominator) {
      if (value === 0) note(what, sum([practice], measure.numerator), 0, 0);
      share(
        what,
        [practice],
        [Math.max(0, value - half), Math.min(measure.per, value + half)],
        [value === 0 ? 0 : least, value === measure.per ? 0 : least],
      );
      continue;
    }
    const factor = perUnit(measure, practice, seen.reference);
    let lo = Math.max(value > 0 ? least : 0, Math.ceil((value - half) * factor - EDGE));
    let hi = Math.floor((value + half) * factor + EDGE);
    if (value === 0 && hi < SMALLEST) hi = 0;
    const { low, high } = bar;
    if (typeof low === 'number' && typeof high === 'number') {
      const fit = (count: number): boolean =>
        [low, high].every((end, k) => Math.abs(byar(count)[k]! / factor - end) <= halfStep(end, 1) + EDGE);
      while (lo < hi && !fit(lo)) lo += 1;
      while (hi > lo && !fit(hi)) hi -= 1;
    }
    note(what, sum([practice], measure.numerator), lo, hi);
  }
  return said;
}

/** Byar's interval of a count of 1 or more (models/mirror §1.3): over a public list it says which count it is. */
export function byar(count: number): [low: number, high: number] {
  const z = 1.959963984540054;
  const end = (of: number, sign: 1 | -1): number =>
    of * (1 - 1 / (9 * of) + (sign * z) / (3 * Math.sqrt(of))) ** 3;
  return [end(count, -1), end(count + 1, 1)];
}
