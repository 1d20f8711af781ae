import type { ImportVerdict, PracticeField, Words } from '#libs/contracts';
import { PRACTICE_FIELD_LABELS, type PracticeValues } from './practice-fields.rules.js';
import type { PracticePreview, PracticeProblem, PreviewedRow } from './practice-import.rules.js';
import { LookalikeFinder, practiceFace, quiteDifferent } from './practice-likeness.rules.js';
import { practiceWords, type PracticeMessage } from './practice-sentences.rules.js';

/** A practice of the region as it is stored; archived ones included, so that they are not made twice. */
export interface ExistingPractice extends PracticeValues {
  id: string;
  agb: string;
  name: string;
  archived?: boolean;
}

export interface FieldChange {
  field: PracticeField;
  from: string | number | null;
  to: string | number | null;
}

/**
 * Something only a person can answer.
 * list-size-jump: yes takes the new list size, no keeps the old one; other changes of the row go through either way.
 * same-practice, new AGB code: yes makes it the existing practice, whose code then changes; no makes a new practice.
 * same-practice, known AGB code under a quite different name: yes takes the row, no leaves it out.
 * gone: yes keeps the practice, no archives it.
 */
export interface PracticeQuestion extends PracticeMessage {
  kind: 'list-size-jump' | 'same-practice' | 'gone';
  words: Words;
  /** The existing practice that the question is about. */
  practiceId: string;
}

export interface ComparedRow {
  /** Stable within one import: the row in the file, or `gone:<practiceId>`. */
  key: string;
  /** null for a practice that is not in the file. */
  row: number | null;
  verdict: ImportVerdict;
  /** The practice with this AGB code, if there is one. */
  practiceId: string | null;
  values: PracticeValues;
  /** The refused cells as they stand in the file. */
  asGiven: Partial<Record<PracticeField, string>>;
  /** What would change; under the question whether a new code is an existing practice: what yes would change. */
  changes: FieldChange[];
  /** Fields whose cell is empty while a value is stored: the stored value stays. */
  kept: PracticeField[];
  problems: PracticeProblem[];
  question: PracticeQuestion | null;
  /** One or two sentences: the problem, the question or the difference. */
  explanation: Words;
}

export interface PracticeComparison {
  counts: Record<ImportVerdict, number>;
  rows: ComparedRow[];
}

/** A change of the list size by more than this share is asked about. */
export const LIST_SIZE_JUMP = 0.2;

/**
 * Compares a judged file with the register: pure, deterministic, nothing is changed.
 *
 * A column that is not in the file and an empty cell never wipe a stored value (clearing is done by a person in the register).
 * The name and the list size are required for a new practice only: for a known one, a file without a name column and a row
 * without a list size are fine. Practices that vanished from the file come last, by AGB code, each as a question.
 */
export function comparePractices(
  existing: readonly ExistingPractice[],
  preview: Pick<PracticePreview, 'rows' | 'fields'>,
): PracticeComparison {
  const byAgb = new Map(existing.map((practice) => [practice.agb, practice]));
  const inFile = new Set(preview.rows.map((row) => row.values.agb).filter((agb) => agb !== null));
  const active = existing.filter((practice) => !practice.archived);
  const finder = new LookalikeFinder(active, inFile);
  const rows = preview.rows.map((row) => {
    const known = row.values.agb === null ? undefined : byAgb.get(row.values.agb);
    return known ? compareKnown(known, row, preview.fields) : compareUnknown(row, finder, preview.fields);
  });
  const gone = active
    .filter((practice) => !inFile.has(practice.agb) && !finder.claimed.has(practice.id))
    .sort((a, b) => (a.agb < b.agb ? -1 : a.agb > b.agb ? 1 : 0));
  rows.push(...gone.map(goneRow));
  const counts: Record<ImportVerdict, number> = { same: 0, changed: 0, new: 0, decide: 0, refused: 0 };
  for (const row of rows) counts[row.verdict] += 1;
  return { counts, rows };
}

/** The fields in which the file says something else than the register; an empty cell says nothing. */
export function changesOf(
  known: PracticeValues,
  values: PracticeValues,
  fields: readonly PracticeField[],
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of fields) {
    const to = values[field];
    const from = known[field];
    if (to === null || to === from) continue;
    const isMail = field === 'email' || field === 'contactEmail';
    if (isMail && String(to).toLowerCase() === String(from).toLowerCase()) continue;
    changes.push({ field, from, to });
  }
  return changes;
}

function compareKnown(
  known: ExistingPractice,
  row: PreviewedRow,
  fields: readonly PracticeField[],
): ComparedRow {
  const problems = row.problems.filter((problem) => !isLifted(problem));
  if (known.archived) problems.unshift(archivedProblem());
  if (problems.length > 0) return refusedRow(row, known.id, problems);
  const changes = changesOf(known, row.values, fields);
  const kept = fields.filter((field) => row.values[field] === null && known[field] !== null);
  const question = otherName(known, row.values) ?? sizeJump(known, row.values);
  const verdict = question ? 'decide' : changes.length > 0 ? 'changed' : 'same';
  const explanation = question ? question.words : differenceWords(changes);
  return { ...baseRow(row, known.id), verdict, changes, kept, question, explanation };
}

function compareUnknown(
  row: PreviewedRow,
  finder: LookalikeFinder<ExistingPractice>,
  fields: readonly PracticeField[],
): ComparedRow {
  if (row.problems.length > 0) return refusedRow(row, null, row.problems);
  const twin = finder.find(row.values);
  if (!twin) {
    return {
      ...baseRow(row, null),
      verdict: 'new',
      explanation: practiceWords({ code: 'row.new', details: {} }),
    };
  }
  const details = { name: twin.name, agb: twin.agb };
  const question = asked('same-practice', twin.id, [{ code: 'question.lookalike', details }]);
  const changes = changesOf(twin, row.values, fields);
  return { ...baseRow(row, null), verdict: 'decide', changes, question, explanation: question.words };
}

/** What is required of a new practice only. A row whose name cell is empty is damaged, and stays refused. */
function isLifted(problem: PracticeProblem): boolean {
  if (problem.field === 'listSize')
    return problem.code === 'value.missing' || problem.code === 'column.missing';
  return problem.field === 'name' && problem.code === 'column.missing';
}

function archivedProblem(): PracticeProblem {
  const message: PracticeMessage = { code: 'practice.archived', details: {} };
  return { field: 'agb', ...message, message: practiceWords(message) };
}

/** The codes of two rows may have been swapped, for instance by sorting one column: the one question that covers all changes. */
function otherName(known: ExistingPractice, values: PracticeValues): PracticeQuestion | null {
  if (values.name === null) return null;
  if (!quiteDifferent(practiceFace(known), practiceFace(values))) return null;
  const jump = jumpMessage(known.listSize, values.listSize, false);
  const messages: PracticeMessage[] = [{ code: 'question.other-name', details: { name: known.name } }];
  return asked('same-practice', known.id, jump ? [jump, ...messages] : messages);
}

function sizeJump(known: ExistingPractice, values: PracticeValues): PracticeQuestion | null {
  const jump = jumpMessage(known.listSize, values.listSize, true);
  return jump ? asked('list-size-jump', known.id, [jump]) : null;
}

function jumpMessage(from: number | null, to: number | null, asks: boolean): PracticeMessage | null {
  if (from === null || to === null || from <= 0 || Math.abs(to - from) <= from * LIST_SIZE_JUMP) return null;
  const code = to > from ? 'more' : 'fewer';
  return {
    code: asks ? `question.list-size-${code}` : `list-size.${code}`,
    details: { percent: percentOf(from, to) },
  };
}

/** Whole percents from 1 upwards, one decimal below. */
function percentOf(from: number, to: number): number {
  const percent = (Math.abs(to - from) / from) * 100;
  return percent >= 1 ? Math.round(percent) : Math.max(0.1, Math.round(percent * 10) / 10);
}

function asked(
  kind: PracticeQuestion['kind'],
  practiceId: string,
  messages: PracticeMessage[],
): PracticeQuestion {
  const last = messages.at(-1)!;
  return { ...last, kind, practiceId, words: joined(messages.map(practiceWords)) };
}

function goneRow(practice: ExistingPractice): ComparedRow {
  const { id, archived: _archived, ...values } = practice;
  const question = asked('gone', id, [{ code: 'question.vanished', details: {} }]);
  const nothing = { asGiven: {}, changes: [], kept: [], problems: [] };
  const base = { key: `gone:${id}`, row: null, verdict: 'decide' as const, practiceId: id, values };
  return { ...base, ...nothing, question, explanation: question.words };
}

function baseRow(row: PreviewedRow, practiceId: string | null): Omit<ComparedRow, 'verdict' | 'explanation'> {
  const { values, asGiven } = row;
  const nothing = { changes: [], kept: [], problems: [], question: null };
  return { key: String(row.row), row: row.row, practiceId, values, asGiven, ...nothing };
}

function refusedRow(row: PreviewedRow, practiceId: string | null, problems: PracticeProblem[]): ComparedRow {
  const explanation = joined(problems.map((problem) => problem.message));
  return { ...baseRow(row, practiceId), verdict: 'refused', problems, explanation };
}

function differenceWords(changes: readonly FieldChange[]): Words {
  const size = changes.find((change) => change.field === 'listSize' && change.from !== null);
  const rest = changes.filter((change) => change !== size);
  const sentences: Words[] = [];
  if (size) {
    const [from, to] = [Number(size.from), Number(size.to)];
    const details = { percent: percentOf(from, to) };
    sentences.push(practiceWords({ code: to > from ? 'list-size.more' : 'list-size.fewer', details }));
  }
  if (rest.length > 0) {
    const labels = (language: 'nl' | 'en'): string =>
      new Intl.ListFormat(language, { type: 'conjunction' }).format(
        rest.map((change) => PRACTICE_FIELD_LABELS[change.field][language]),
      );
    const details = { fields_nl: labels('nl'), fields_en: labels('en') };
    sentences.push(practiceWords({ code: 'row.changed', details }));
  }
  return sentences.length > 0 ? joined(sentences) : practiceWords({ code: 'row.same', details: {} });
}

function joined(sentences: Words[]): Words {
  return { nl: sentences.map((s) => s.nl).join(' '), en: sentences.map((s) => s.en).join(' ') };
}
