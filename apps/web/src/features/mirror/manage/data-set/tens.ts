/** A number of rows as a card says it: to tens, because an exact number is a statement too. */
export function tens(rows: number): number {
  return Math.round(rows / 10) * 10;
}
