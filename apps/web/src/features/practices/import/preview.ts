import type { ImportRowView, ImportVerdict, ImportView } from '#libs/contracts';

/** Worst first, as the server orders the rows. */
export const VERDICTS: readonly ImportVerdict[] = ['refused', 'decide', 'new', 'changed', 'same'];

/**
 * Rows of the file that applying would write or leave as they are: all but the refused and those still to decide.
 * @param gone practices that are not in the file; they ask a question but are no rows of it
 */
export function rowsToApply({ counts, undecided }: ImportView, gone: number): number {
  return counts.new + counts.changed + counts.same + counts.decide - gone - undecided;
}

/** How many of the rows to decide are practices that are not in the file: those come last of their kind. */
export function goneRows(decide: readonly ImportRowView[], total: number): number {
  return total - decide.filter((row) => row.row !== null).length;
}

/** What came out differently after the comparison was made again: counts per verdict, and the rows by key. */
export function differences(
  before: { counts: ImportView['counts']; rows: readonly ImportRowView[] },
  after: { counts: ImportView['counts']; rows: readonly ImportRowView[] },
): { counts: { verdict: ImportVerdict; from: number; to: number }[]; rows: ImportRowView[] } {
  const essence = ({ verdict, changes, problems, question }: ImportRowView) =>
    JSON.stringify([verdict, changes, problems, question]);
  const known = new Map(before.rows.map((row) => [row.key, essence(row)]));
  return {
    counts: VERDICTS.flatMap((verdict) =>
      before.counts[verdict] === after.counts[verdict]
        ? []
        : [{ verdict, from: before.counts[verdict], to: after.counts[verdict] }],
    ),
    rows: after.rows.filter((row) => known.has(row.key) && known.get(row.key) !== essence(row)),
  };
}
