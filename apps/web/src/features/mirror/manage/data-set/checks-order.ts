import type { CheckSeverity, ExtractCheckView } from '#libs/contracts';

const WORST_FIRST: Record<CheckSeverity, number> = { stop: 0, warning: 1, note: 2 };

/** Worst first; within a severity what was found most. */
export function worstFirst(checks: readonly ExtractCheckView[]): ExtractCheckView[] {
  return checks.toSorted((a, b) => WORST_FIRST[a.severity] - WORST_FIRST[b.severity] || b.count - a.count);
}
