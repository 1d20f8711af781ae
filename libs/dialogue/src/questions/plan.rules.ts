/** A part of the hour. */
export interface PlannedCategory {
  /** Given by the organiser; null takes its part of what is left. */
  minutes: number | null;
  questions: number;
}

/**
 * How the hour is divided over the categories (feature 26): those with minutes of their own keep them, the others share what is left by
 * their number of questions. Whole minutes, at least 1 for a category without minutes of its own, and the sum is exactly `total` wherever
 * that is possible; where the given minutes already fill the hour, the sum runs over and the desk says so.
 * @param total minutes of the session
 * @returns minutes per category, in the same order
 */
export function planMinutes(categories: readonly PlannedCategory[], total: number): number[] {
  const open = categories.map((one, place) => ({ ...one, place })).filter(({ minutes }) => minutes === null);
  const given = categories.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const left = Math.max(total - given, open.length);
  const weight = open.reduce((sum, { questions }) => sum + Math.max(questions, 1), 0);
  // one minute each, the rest by weight, whole minutes by the largest remainders
  const rest = left - open.length;
  const shares = open.map(({ questions, place }) => {
    const share = weight === 0 ? 0 : (rest * Math.max(questions, 1)) / weight;
    return { place, whole: Math.floor(share), remainder: share - Math.floor(share) };
  });
  let spare = rest - shares.reduce((sum, { whole }) => sum + whole, 0);
  const plan = categories.map(({ minutes }) => minutes ?? 0);
  for (const share of [...shares].sort((a, b) => b.remainder - a.remainder || a.place - b.place)) {
    plan[share.place] = 1 + share.whole + (spare > 0 ? 1 : 0);
    spare -= 1;
  }
  return plan;
}
