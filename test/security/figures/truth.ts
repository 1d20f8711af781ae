/** What is really so in the region of the adversary: everything in it was made by the formulas here, and a reader may find out none of the small counts. */

export interface TruePractice {
  name: string;
  agb: string;
  listed: number;
  /** Patients by stratum. */
  strata: number[];
}
export const STRATA = [
  { sex: 'M', age: '0-64' },
  { sex: 'V', age: '0-64' },
  { sex: 'M', age: '65+' },
  { sex: 'V', age: '65+' },
] as const;
export const REFERRAL_ITEMS = [
  { code: '0310', name: 'Dermatologie', rate: 32 },
  { code: '0327', name: 'Revalidatie', rate: 2.2 },
  { code: '0389', name: 'Klinische genetica', rate: 0.8 },
] as const;
export const DIAGNOSTIC_ITEMS = [
  { code: 'RO', name: 'Radiologie', rate: 26 },
  { code: 'FU', name: 'Functieonderzoek', rate: 7 },
] as const;

/** A cell of an extract. Diagnostics have strata and counts only, referrals no strata. */
export interface TrueCell {
  practice: number;
  item: string;
  /** First day of the quarter. */
  quarter: string;
  stratum: number | null;
  count: number;
  urgent: number;
  consults: number;
}
export type TrueKind = 'list-sizes' | 'referrals' | 'diagnostics';
export interface Delivered {
  kind: TrueKind;
  quarters: readonly string[];
  cells: readonly TrueCell[];
  dataSetId: string;
}

/** The same numbers at every run, so that what is found once is found again. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
function poisson(mean: number, next: () => number): number {
  const end = Math.exp(-mean);
  let [drawn, product] = [0, next()];
  for (; product > end; drawn += 1) product *= next();
  return drawn;
}

const NAMES =
  'Aalbes Berkenhof Cederlaan Distelveld Esdoorn Fluitenkruid Gagelhof Hazelaar Iepenburg Jasmijn Kamille Lindeboom Meidoorn Narcis'.split(
    ' ',
  );
export const PRACTICES: readonly TruePractice[] = NAMES.map((name, n) => {
  const next = chance(31 + n);
  const strata = [0.38, 0.39, 0.105, 0.125].map((part) =>
    Math.round((1500 + n * 173) * part * (0.85 + 0.3 * next())),
  );
  return {
    name: `Praktijk ${name}`,
    agb: `010010${String(n + 10)}`,
    strata,
    listed: strata.reduce((sum, one) => sum + one, 0),
  };
});

/** Nine quarters; a delivery holds eight of them. */
export const QUARTERS = [
  '2024-07-01',
  '2024-10-01',
  '2025-01-01',
  '2025-04-01',
  '2025-07-01',
  '2025-10-01',
  '2026-01-01',
  '2026-04-01',
  '2026-07-01',
] as const;

const heights = PRACTICES.map((_, n) => 0.7 + 0.7 * chance(501 + n)());

/** A small item that falls away: two harmless years, of which the difference says how many there were in the first quarter. */
const FALLING = { practice: 3, item: '0327', counts: [1, 2, 2, 1, 3, 2, 2, 2, 0] };

const REFERRALS: readonly TrueCell[] = PRACTICES.flatMap(({ listed }, practice) =>
  REFERRAL_ITEMS.flatMap(({ code, rate }, place) => {
    const next = chance(7000 + practice * 100 + place);
    return QUARTERS.map((quarter, at): TrueCell => {
      const drawn = poisson((heights[practice]! * rate * listed) / 4000, next);
      const count = practice === FALLING.practice && code === FALLING.item ? FALLING.counts[at]! : drawn;
      const urgent = Math.min(count, poisson(count * 0.11, next));
      return {
        practice,
        item: code,
        quarter,
        stratum: null,
        count,
        urgent,
        consults: poisson((rate * listed * 0.16) / 4000, next),
      };
    });
  }),
);
const DIAGNOSTICS: readonly TrueCell[] = PRACTICES.flatMap(({ strata }, practice) =>
  DIAGNOSTIC_ITEMS.flatMap(({ code, rate }, at) => {
    const next = chance(90000 + practice * 100 + at);
    return QUARTERS.flatMap((quarter) =>
      strata.map((people, stratum): TrueCell => {
        const old = stratum >= 2 ? 2.1 : 0.8;
        const count = poisson((heights[practice]! * old * rate * people) / 4000, next);
        return { practice, item: code, quarter, stratum, count, urgent: 0, consults: 0 };
      }),
    );
  }),
);

const within = (kind: TrueKind, all: readonly TrueCell[], from: number): Delivered => {
  const quarters = QUARTERS.slice(from, from + 8);
  return {
    kind,
    quarters,
    cells: all.filter(({ quarter }) => quarters.includes(quarter as never)),
    dataSetId: '',
  };
};

/** What a supplier mended afterwards: practice, item, quarter, and what came to it. */
const MENDED = [
  { practice: 2, item: '0310', quarter: '2026-01-01', count: 2, urgent: 1, consults: 0 },
  { practice: 2, item: '0327', quarter: '2026-04-01', count: 1, urgent: 0, consults: 0 },
  { practice: 7, item: '0310', quarter: '2026-07-01', count: 3, urgent: 0, consults: 1 },
  { practice: 12, item: '0310', quarter: '2026-01-01', count: 1, urgent: 1, consults: 1 },
] as const;

export const LIST_SIZES: Delivered = { kind: 'list-sizes', quarters: QUARTERS, cells: [], dataSetId: '' };
export const FIRST = {
  referrals: within('referrals', REFERRALS, 0),
  diagnostics: within('diagnostics', DIAGNOSTICS, 0),
};
/** A quarter further. */
export const SECOND = {
  referrals: within('referrals', REFERRALS, 1),
  diagnostics: within('diagnostics', DIAGNOSTICS, 1),
};
/** The second again, with what was missing in it. */
export const MENDED_REFERRALS: Delivered = {
  ...SECOND.referrals,
  cells: SECOND.referrals.cells.map((cell) => {
    const more = MENDED.find(
      ({ practice, item, quarter }) =>
        practice === cell.practice && item === cell.item && quarter === cell.quarter,
    );
    return more
      ? {
          ...cell,
          count: cell.count + more.count,
          urgent: cell.urgent + more.urgent,
          consults: cell.consults + more.consults,
        }
      : cell;
  }),
};

/** Twelve months: the last four quarters of a delivery. */
export function windowOf({ quarters }: Pick<Delivered, 'quarters'>): {
  from: string;
  toExclusive: string;
  quarters: readonly string[];
} {
  const last = quarters.slice(-4);
  const [year, month] = last[3]!.split('-').map(Number) as [number, number];
  const toExclusive = month === 10 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, '0')}-01`;
  return { from: last[0]!, toExclusive, quarters: last };
}

export interface ExtractFile {
  bytes: Buffer;
  mapping: Record<number, string>;
}
const quarterName = (day: string): string => `${day.slice(0, 4)}-K${(Number(day.slice(5, 7)) + 2) / 3}`;
const csv = (fields: readonly string[], rows: readonly (string | number)[][]): ExtractFile => ({
  bytes: Buffer.from(`${[fields, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`),
  mapping: Object.fromEntries(fields.map((field, at) => [at, field])),
});
const itemName = (code: string): string =>
  [...REFERRAL_ITEMS, ...DIAGNOSTIC_ITEMS].find((one) => one.code === code)!.name;

export const listFile = ({ quarters }: Delivered): ExtractFile =>
  csv(
    ['practice', 'period', 'sex', 'age', 'listed', 'extract-at'],
    PRACTICES.flatMap(({ agb, strata }) =>
      quarters.flatMap((quarter) =>
        STRATA.map(({ sex, age }, at) => [agb, quarterName(quarter), sex, age, strata[at]!, '02-10-2026']),
      ),
    ),
  );
export const referralsFile = ({ cells }: Delivered): ExtractFile =>
  csv(
    ['practice', 'period', 'item', 'item-name', 'count', 'urgent', 'consults', 'extract-at'],
    cells.map(({ practice, quarter, item, count, urgent, consults }) => [
      PRACTICES[practice]!.agb,
      quarterName(quarter),
      item,
      itemName(item),
      count,
      urgent,
      consults,
      '02-10-2026',
    ]),
  );
export const diagnosticsFile = ({ cells }: Delivered): ExtractFile =>
  csv(
    ['practice', 'period', 'item', 'item-name', 'sex', 'age', 'count', 'extract-at'],
    cells.map(({ practice, quarter, item, stratum, count }) => [
      PRACTICES[practice]!.agb,
      quarterName(quarter),
      item,
      itemName(item),
      STRATA[stratum!]!.sex,
      STRATA[stratum!]!.age,
      count,
      '02-10-2026',
    ]),
  );

/** What a measure counts, as its published definition says. */
export interface TrueMeasure {
  kind: Exclude<TrueKind, 'list-sizes'>;
  numerator: Field[];
  /** Null: registered patients. */
  denominator: Field[] | null;
  per: number;
  decimals: number;
}
/** The parts of a cell that add up: referrals with urgency, those without, and consults. */
export type Field = 'regular' | 'urgent' | 'consults';
export const TRUE_MEASURES: Readonly<Record<string, TrueMeasure>> = {
  VERW: { kind: 'referrals', numerator: ['regular', 'urgent'], denominator: null, per: 1000, decimals: 0 },
  'VERW-SPOED': {
    kind: 'referrals',
    numerator: ['urgent'],
    denominator: ['regular', 'urgent'],
    per: 100,
    decimals: 0,
  },
  MEEDENK: { kind: 'referrals', numerator: ['consults'], denominator: null, per: 1000, decimals: 0 },
  'MEEDENK-AANDEEL': {
    kind: 'referrals',
    numerator: ['consults'],
    denominator: ['regular', 'urgent', 'consults'],
    per: 100,
    decimals: 0,
  },
  DIAG: { kind: 'diagnostics', numerator: ['regular'], denominator: null, per: 1000, decimals: 0 },
};
export const fieldOf = ({ count, urgent, consults }: TrueCell, field: Field): number =>
  ({ regular: count - urgent, urgent, consults })[field];
