import { createHash } from 'node:crypto';
import { PRACTICE_FIELDS, type ImportVerdict, type ImportView, type PracticeField } from '#libs/contracts';
import { DomainError } from '#libs/platform';
import { words, type ProposedMapping, type TableRow } from '#libs/tabular';
import type { ComparedRow } from './practice-compare.rules.js';
import type { ComparedView, PracticeImport } from './practice-import.entity.js';
import type { Answer } from './practice-plan.rules.js';

export type ImportColumns = Record<string, PracticeField | null>;

/** Worst first: what is wrong, what waits for a person, what will be written, what stays. */
const ORDER: readonly ImportVerdict[] = ['refused', 'decide', 'new', 'changed', 'same'];
const SAMPLES = 3;
/** A heading that resembles a known one this much needs no second look. */
const CONFIDENT = 0.9;

/** Zero bytes and half characters cannot be stored; what is left of them is refused by the import's own rules. */
export function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}

/** The same for files with the same headings in any order: the source a mapping is remembered by. */
export function headingsFingerprint(headings: readonly string[]): string {
  const plain = headings.map((heading) => words(heading).join(' ') || heading).sort();
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex');
}

/** The first values of each column, to recognise it by. */
export function columnSamples(
  headings: readonly string[],
  rows: readonly TableRow[],
): Record<string, string[]> {
  const samples: Record<string, string[]> = {};
  headings.forEach((heading, index) => {
    const found: string[] = [];
    for (const row of rows.slice(0, 200)) {
      const value = row.cells[index]?.trim() ?? '';
      if (value !== '' && found.length < SAMPLES) found.push(value.slice(0, 80));
    }
    samples[heading] = found;
  });
  return samples;
}

/** True when AGB code and name were recognised so surely that the mapping needs no question. */
export function isConfident(proposed: ProposedMapping<PracticeField>): boolean {
  return (['agb', 'name'] as const).every((field) =>
    proposed.columns.some(
      (column) =>
        column.field === field &&
        (column.because === 'remembered' || (column.because === 'heading' && column.score >= CONFIDENT)),
    ),
  );
}

/**
 * The mapping a person chose, complete: columns that were not named are left out.
 * @throws DomainError validation.failed for an unknown heading or field and for a field with two columns; import.not-mapped
 *   without a column for the AGB code, by which practices are recognised
 */
export function checkedMapping(headings: readonly string[], chosen: Record<string, unknown>): ImportColumns {
  const wrong: { field: string; rule: string }[] = [];
  const mapping: ImportColumns = Object.fromEntries(headings.map((heading) => [heading, null]));
  const taken = new Set<PracticeField>();
  for (const [heading, field] of Object.entries(chosen)) {
    if (!headings.includes(heading)) wrong.push({ field: heading, rule: 'heading' });
    else if (field === null) continue;
    else if (!(PRACTICE_FIELDS as readonly unknown[]).includes(field))
      wrong.push({ field: heading, rule: 'field' });
    else if (taken.has(field as PracticeField)) wrong.push({ field: heading, rule: 'once' });
    else {
      taken.add(field as PracticeField);
      mapping[heading] = field as PracticeField;
    }
  }
  if (wrong.length > 0) throw new DomainError('validation.failed', { fields: wrong });
  if (!taken.has('agb')) throw new DomainError('import.not-mapped', { missing: ['agb'] });
  return mapping;
}

/** The rows of the file with the corrected cells in place; the file's own rows stay as they are. */
export function correctedRows(
  headings: readonly string[],
  mapping: ImportColumns,
  rows: readonly TableRow[],
  corrections: Record<string, Partial<Record<PracticeField, string>>>,
): TableRow[] {
  return rows.map((row) => {
    const corrected = corrections[String(row.row)];
    if (!corrected) return row;
    const copy: TableRow = { ...row, cells: [...row.cells] };
    if (row.types) copy.types = [...row.types];
    for (const [field, value] of Object.entries(corrected)) {
      const column = headings.findIndex((heading) => mapping[heading] === field);
      if (column < 0) continue;
      copy.cells[column] = value;
      if (copy.types) copy.types[column] = 'text';
    }
    return copy;
  });
}

/** The rows as a person sees them, worst first; a practice that is gone from the file comes after the rows of its kind. */
export function comparedViews(rows: readonly ComparedRow[]): ComparedView[] {
  const place = (row: ComparedRow): number => ORDER.indexOf(row.verdict);
  return [...rows]
    .sort((a, b) => place(a) - place(b) || (a.row ?? Infinity) - (b.row ?? Infinity) || 0)
    .map((row) => ({
      row: row.row,
      key: row.key,
      verdict: row.verdict,
      values: { ...row.values, ...row.asGiven },
      changes: row.changes,
      problems: row.problems.map(({ field, message }) => ({ field, message })),
      question: row.question
        ? { kind: row.question.kind, words: row.question.words, practiceId: row.question.practiceId }
        : null,
    }));
}

/** Fingerprint of what an import would do: equal as long as a person would be shown the same. */
export function outcomeFingerprint(rows: readonly ComparedView[]): string {
  const shown = rows.map(({ key, verdict, changes, problems, question }) => [
    key,
    verdict,
    changes.map(({ field, from, to }) => [field, from, to]),
    problems.map(({ field, message }) => [field, message.nl]),
    question && [question.kind, question.practiceId, question.words.nl],
  ]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

/** The answers whose question is still asked, word for word; an answer to another question would be somebody else's. */
export function answersThatHold(
  decisions: Record<string, Answer>,
  before: readonly ComparedView[],
  now: readonly ComparedView[],
): Record<string, Answer> {
  const asked = (row: ComparedView): string =>
    JSON.stringify(row.question && [row.question.practiceId, row.question.words.nl]);
  const earlier = new Map(before.map((row) => [row.key, asked(row)]));
  const kept: Record<string, Answer> = {};
  for (const row of now) {
    const answer = decisions[row.key];
    if (answer && row.question && earlier.get(row.key) === asked(row)) kept[row.key] = answer;
  }
  return kept;
}

/** Rows that wait for an answer before anything can be applied. A practice that is gone is kept unless somebody says no. */
export function undecidedRows(rows: readonly ComparedView[], decisions: Record<string, Answer>): number {
  return rows.filter((row) => row.question && row.question.kind !== 'gone' && !decisions[row.key]).length;
}

/** An import as the screen shows it, without its rows. */
export function importView(row: Pick<PracticeImport, Exclude<keyof ImportView, 'undecided'>>): ImportView {
  const { undecided = 0, ...counts } = row.counts;
  return {
    id: row.id,
    state: row.state,
    fileName: row.fileName,
    format: row.format,
    headings: row.headings,
    mapping: row.mapping,
    mappingRemembered: row.mappingRemembered,
    samples: row.samples,
    counts: { same: 0, changed: 0, new: 0, decide: 0, refused: 0, ...counts },
    undecided,
    appliedAt: row.appliedAt?.toISOString() ?? null,
    version: row.version,
  };
}
