import { createHmac, randomBytes } from 'node:crypto';

/**
 * The order of the practices of one figure under a key that is used once and forgotten (models/disclosure §2.6): the place in
 * it is the label. A label per figure, not per release: one recognised outlier tells nothing about another figure.
 * @returns the practice of each label, in order of label
 */
export function shuffledOnce(
  figureId: string,
  practices: readonly string[],
  key = randomBytes(32),
): string[] {
  const place = (practice: string): string =>
    createHmac('sha256', key).update(`${figureId}|${practice}`).digest('hex');
  const order = practices.map((practice) => ({ practice, at: place(practice) }));
  key.fill(0);
  return order.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ practice }) => practice);
}

/** A, B, … Z, AA, AB, … */
export function letters(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (place % 26));
}
