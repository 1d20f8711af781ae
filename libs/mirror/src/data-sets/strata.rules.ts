import { cleanText } from '#libs/tabular';

/** Ages in whole years, both ends included; `to` null has no end. */
export interface AgeBand {
  from: number;
  to: number | null;
}

/** The bands that a practice of 2,300 patients can bear (models/mirror.md §1.1). */
export const STANDARD_BANDS: readonly AgeBand[] = [
  { from: 0, to: 17 },
  { from: 18, to: 44 },
  { from: 45, to: 64 },
  { from: 65, to: null },
];
const OLDEST = 130;

const TOTAL = /^(all|alle|allen|alles|totaal|total|tot|beide|both|persons|personen|allemaal|\*)$/;
const MAN = /^(m|man|mannen|mannelijk|male|males|men|jongen|jongens|1)$/;
const WOMAN = /^(v|vrouw|vrouwen|vrouwelijk|f|female|females|women|meisje|meisjes|w|2)$/;

/** `M`, `V`, '' for both together (an empty cell too); null for what is none of these. */
export function parseSex(text: string): 'M' | 'V' | '' | null {
  const bare = cleanText(text).toLowerCase();
  if (bare === '' || TOTAL.test(bare)) return '';
  if (MAN.test(bare)) return 'M';
  return WOMAN.test(bare) ? 'V' : null;
}

/**
 * An age band: 0_4, 5-9, 10 t/m 14, 0 tot 18 (17 included), 95+, 85 en ouder, >=65, <18, jonger dan 18, 43. 'all' for all ages
 * (an empty cell too); null for anything else.
 */
export function parseAge(text: string): AgeBand | 'all' | null {
  const bare = cleanText(text)
    .toLowerCase()
    .replace(/\s*(jarigen?|jaar|years?|yrs?|jr)\.?\b/g, '')
    .replace(/^(leeftijd|age|ages)\s*/, '')
    .trim();
  if (bare === '' || TOTAL.test(bare)) return 'all';
  const open =
    /^(?:>=|≥|vanaf )\s*(\d{1,3})$/.exec(bare) ??
    /^(\d{1,3})\s*(?:\+|en ouder|e\.o\.|and over|plus|of ouder|or older)$/.exec(bare);
  if (open) return band(Number(open[1]), null);
  const above = /^(?:>|ouder dan )\s*(\d{1,3})$/.exec(bare);
  if (above) return band(Number(above[1]) + 1, null);
  const below = /^(?:<|jonger dan |under |tot )\s*(\d{1,3})$/.exec(bare);
  if (below) return band(0, Number(below[1]) - 1);
  const upTo = /^(\d{1,3})\s*tot\s*(\d{1,3})$/.exec(bare);
  if (upTo) return band(Number(upTo[1]), Number(upTo[2]) - 1);
  const range = /^(\d{1,3})\s*(?:[-_–]|t\/m|tot en met|to)\s*(\d{1,3})$/.exec(bare);
  if (range) return band(Number(range[1]), Number(range[2]));
  const single = /^(\d{1,3})$/.exec(bare);
  return single ? band(Number(single[1]), Number(single[1])) : null;
}

function band(from: number, to: number | null): AgeBand | null {
  return from <= OLDEST && (to === null || (to >= from && to <= OLDEST)) ? { from, to } : null;
}

/** `0-17`, `65+`, `43` */
export function bandName({ from, to }: AgeBand): string {
  return to === null ? `${from}+` : to === from ? String(from) : `${from}-${to}`;
}

/** Whether two bands have an age in common. */
export function overlaps(a: AgeBand, b: AgeBand): boolean {
  return a.from <= (b.to ?? OLDEST) && b.from <= (a.to ?? OLDEST);
}

/**
 * Which standard band each band of a practice goes into. A standard band takes the bands inside it only when those of the file
 * fill it without a gap and the practice has none across its borders, because 0-14 under the name 0-17 would be another number.
 * Others keep their own name.
 * @param bands of the whole file @param own of the practice, all of them when left out
 * @returns band by its own name → name it is stored under
 */
export function foldBands(bands: readonly AgeBand[], own: readonly AgeBand[] = bands): Map<string, string> {
  const names = new Map(own.map((one) => [bandName(one), bandName(one)]));
  for (const standard of STANDARD_BANDS) {
    if (own.some((one) => overlaps(one, standard) && !within(one, standard))) continue;
    if (
      !fills(
        bands.filter((one) => within(one, standard)),
        standard,
      )
    )
      continue;
    for (const one of own) if (within(one, standard)) names.set(bandName(one), bandName(standard));
  }
  return names;
}

function within(one: AgeBand, standard: AgeBand): boolean {
  return one.from >= standard.from && (one.to ?? Infinity) <= (standard.to ?? Infinity);
}

function fills(inside: readonly AgeBand[], standard: AgeBand): boolean {
  let reached = standard.from;
  for (const one of [...inside].sort((a, b) => a.from - b.from)) {
    if (one.from > reached) return false;
    if (one.to === null) return true;
    reached = Math.max(reached, one.to + 1);
  }
  return standard.to !== null && reached > standard.to;
}
