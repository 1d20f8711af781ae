import { bestAssignment } from './assignment.js';
import { headingScore, words } from './similarity.js';

/** What a column can be mapped to, and how to recognise it. */
export interface FieldSpec<Field extends string = string> {
  field: Field;
  /** Headings that mean this field, Dutch and English, the most usual first. */
  synonyms: readonly string[];
  required?: boolean;
  /** Words that make a heading mean something else, unless it equals a synonym (`kvk` for an 8-digit code). */
  never?: readonly string[];
  /** Whether a value can be one of this field: a column where most cannot is not mapped to it. */
  fits?: (value: string) => boolean;
  /** Whether a value is so typical that a column full of them is this field whatever its heading says. */
  typical?: (value: string) => boolean;
}

export interface ProposedColumn<Field extends string = string> {
  heading: string;
  field: Field | null;
  /** What the proposal rests on; null without a proposal. */
  because: 'remembered' | 'heading' | 'content' | null;
  /** 0 to 1. */
  score: number;
}

export interface ProposedMapping<Field extends string = string> {
  columns: ProposedColumn<Field>[];
  /** Required fields that no column fills. */
  missing: Field[];
}

export interface MappingEvidence<Field extends string = string> {
  /** Some rows of the file; the first 200 are looked at. */
  rows?: readonly { cells: readonly string[] }[];
  /** What a person chose before for this source, by heading; null means: leave this column out. */
  remembered?: Readonly<Record<string, Field | null>>;
}

const ENOUGH = 0.62;
const SAMPLE = 200;

/**
 * Proposes a field for each heading: what was remembered, else the assignment with the highest total likeness in which every
 * field has at most one column, else the content. A heading that resembles nothing gets null; a person decides.
 */
export function proposeMapping<Field extends string>(
  headings: readonly string[],
  fields: readonly FieldSpec<Field>[],
  evidence: MappingEvidence<Field> = {},
): ProposedMapping<Field> {
  const columns = headings.map((heading): ProposedColumn<Field> => {
    return { heading, field: null, because: null, score: 0 };
  });
  const settled = applyRemembered(columns, fields, evidence.remembered ?? {});
  const samples = headings.map((_, index) => sampleOf(evidence.rows ?? [], index));
  const open = fields.filter((spec) => !columns.some((column) => column.field === spec.field));

  const scores = open.map((spec) =>
    headings.map((heading, index) => (settled.has(index) ? 0 : columnScore(spec, heading, samples[index]!))),
  );
  const weights = scores.map((row) => row.map((score) => (score >= ENOUGH ? score : 0)));
  bestAssignment(weights).forEach((at, index) => {
    const column = at === null ? undefined : columns[at];
    if (!column) return;
    Object.assign(column, {
      field: open[index]!.field,
      because: 'heading',
      score: Math.min(1, scores[index]![at!]!),
    });
  });

  proposeByContent(columns, open, samples, settled);
  const missing = fields.filter(
    (spec) => spec.required && !columns.some((column) => column.field === spec.field),
  );
  return { columns, missing: missing.map((spec) => spec.field) };
}

/** The mapping as it is shown, changed and remembered: heading → field or null. */
export function mappingRecord<Field extends string>(
  proposed: ProposedMapping<Field>,
): Record<string, Field | null> {
  return Object.fromEntries(proposed.columns.map((column) => [column.heading, column.field]));
}

function applyRemembered<Field extends string>(
  columns: ProposedColumn<Field>[],
  fields: readonly FieldSpec<Field>[],
  remembered: Readonly<Record<string, Field | null>>,
): Set<number> {
  const settled = new Set<number>();
  const known = new Map(
    Object.entries(remembered).map(([heading, field]) => [key(heading), field as Field | null]),
  );
  columns.forEach((column, index) => {
    const field = known.get(key(column.heading));
    if (field === undefined) return;
    if (field !== null && !fields.some((spec) => spec.field === field)) return;
    if (field !== null && columns.some((other) => other.field === field)) return;
    Object.assign(column, { field, because: field === null ? null : 'remembered', score: 1 });
    settled.add(index);
  });
  return settled;
}

function columnScore(spec: FieldSpec, heading: string, sample: readonly string[]): number {
  const named = Math.max(0, ...spec.synonyms.map((synonym) => headingScore(heading, synonym)));
  if (named === 0) return 0;
  if (named < 0.95 && isSomethingElse(spec, heading)) return 0;
  if (!spec.fits || sample.length === 0) return named;
  const share = sample.filter(spec.fits).length / sample.length;
  // A heading that says it exactly is believed even over a column full of mistakes: those are then refused one by one.
  if (named >= 0.95) return share < 0.2 ? named * 0.7 : named;
  if (share < 0.5) return named * 0.3;
  const typical = spec.typical !== undefined && sample.filter(spec.typical).length >= sample.length * 0.95;
  return typical ? named + 0.25 : named;
}

function isSomethingElse(spec: FieldSpec, heading: string): boolean {
  const own = words(heading);
  return (spec.never ?? []).some((word) =>
    own.some((part) => part === word || (word.length > 3 && part.includes(word))),
  );
}

/** Fills a field from a column of typical values, only when no other column and no other field could claim it. */
function proposeByContent<Field extends string>(
  columns: ProposedColumn<Field>[],
  fields: readonly FieldSpec<Field>[],
  samples: readonly (readonly string[])[],
  settled: ReadonlySet<number>,
): void {
  const open = fields.filter(
    (spec) => spec.typical && !columns.some((column) => column.field === spec.field),
  );
  const claims = open.map((spec) =>
    columns.flatMap((column, index) => {
      const sample = samples[index]!;
      if (column.field !== null || settled.has(index) || sample.length < 3) return [];
      if (isSomethingElse(spec, column.heading)) return [];
      return sample.filter(spec.typical!).length >= sample.length * 0.95 ? [index] : [];
    }),
  );
  claims.forEach((claim, at) => {
    const [index] = claim;
    if (claim.length !== 1 || index === undefined) return;
    if (claims.some((other, otherAt) => otherAt !== at && other.includes(index))) return;
    Object.assign(columns[index]!, { field: open[at]!.field, because: 'content', score: ENOUGH });
  });
}

function sampleOf(rows: readonly { cells: readonly string[] }[], index: number): string[] {
  const sample: string[] = [];
  for (const row of rows.slice(0, SAMPLE)) {
    const value = row.cells[index]?.trim() ?? '';
    if (value !== '') sample.push(value);
  }
  return sample;
}

function key(heading: string): string {
  return words(heading).join(' ') || heading.trim();
}
