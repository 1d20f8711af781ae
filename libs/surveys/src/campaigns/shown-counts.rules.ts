/** Counts of one or two people on either side say who did, or who did not (models/surveys.md §1). */
const FEWEST = 3;

/** A count among `of` people that may be told while people are still answering; null when so few are on one side. */
export const shownCount = (count: number, of: number): number | null =>
  count >= FEWEST && of - count >= FEWEST ? count : null;
