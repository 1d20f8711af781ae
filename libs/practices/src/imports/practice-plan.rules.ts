import type { PracticeField } from '#libs/contracts';
import type { ComparedRow, PracticeComparison } from './practice-compare.rules.js';
import type { PracticeValues } from './practice-fields.rules.js';

export type Answer = 'yes' | 'no';

/** One write to the register. */
export type PlannedChange =
  | { kind: 'create'; row: number; values: PracticeValues }
  | { kind: 'update'; row: number; practiceId: string; set: Partial<PracticeValues> }
  | { kind: 'archive'; practiceId: string };

export interface ImportPlan {
  /** To be carried out in one transaction, or not at all. */
  changes: PlannedChange[];
  /** Rows of the file that stay out: refused, or left out by an answer. */
  leftOut: number[];
  /** Keys of rows whose question has no answer; as long as there is one, nothing may be carried out. */
  undecided: string[];
}

/**
 * What carrying out an import would write, given a person's answers by row key. A practice that is gone from the file and has
 * no answer is kept, since keeping changes nothing; every other open question blocks.
 */
export function planPracticeImport(
  comparison: PracticeComparison,
  answers: Readonly<Record<string, Answer>>,
): ImportPlan {
  const plan: ImportPlan = { changes: [], leftOut: [], undecided: [] };
  for (const row of comparison.rows) {
    const answer = Object.hasOwn(answers, row.key) ? (answers[row.key] ?? null) : null;
    if (row.row === null) {
      if (answer === 'no' && row.practiceId)
        plan.changes.push({ kind: 'archive', practiceId: row.practiceId });
    } else if (row.verdict === 'refused') {
      plan.leftOut.push(row.row);
    } else if (row.question && answer === null) {
      plan.undecided.push(row.key);
    } else if (row.question?.kind === 'same-practice' && row.practiceId !== null && answer === 'no') {
      plan.leftOut.push(row.row);
    } else {
      const change = plannedChange(row, row.row, answer);
      if (change) plan.changes.push(change);
    }
  }
  return plan;
}

function plannedChange(row: ComparedRow, number: number, answer: Answer | null): PlannedChange | null {
  const twinId = row.question?.kind === 'same-practice' && answer === 'yes' ? row.question.practiceId : null;
  const practiceId = row.practiceId ?? twinId;
  if (practiceId === null) return { kind: 'create', row: number, values: row.values };
  const keepsSize = row.question?.kind === 'list-size-jump' && answer === 'no';
  const taken = row.changes.filter((change) => !(keepsSize && change.field === 'listSize'));
  if (taken.length === 0) return null;
  const set: Partial<Record<PracticeField, string | number | null>> = {};
  for (const change of taken) set[change.field] = change.to;
  return { kind: 'update', row: number, practiceId, set: set as Partial<PracticeValues> };
}
