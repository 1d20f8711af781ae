/**
 * The assignment of rows to columns with the highest total weight, each used at most once; a weight of 0 or less is never
 * used. Hungarian method (Kuhn 1955, Munkres 1957) with potentials, O(rows² × columns). Deterministic.
 * @returns per row the column, or null
 */
export function bestAssignment(weights: readonly (readonly number[])[]): (number | null)[] {
  const rows = weights.length;
  const real = weights[0]?.length ?? 0;
  // One spare column per row stands for "no column", so that a bad pair is never forced.
  const columns = real + rows;
  const cost = (row: number, column: number): number =>
    column < real ? -Math.max(0, weights[row]![column]!) : 0;
  const rowPotential = new Array<number>(rows + 1).fill(0);
  const columnPotential = new Array<number>(columns + 1).fill(0);
  const takenBy = new Array<number>(columns + 1).fill(0);
  for (let row = 1; row <= rows; row += 1) {
    const least = new Array<number>(columns + 1).fill(Infinity);
    const cameFrom = new Array<number>(columns + 1).fill(0);
    const visited = new Array<boolean>(columns + 1).fill(false);
    takenBy[0] = row;
    let column = 0;
    do {
      visited[column] = true;
      const current = takenBy[column]!;
      let step = Infinity;
      let next = 0;
      for (let j = 1; j <= columns; j += 1) {
        if (visited[j]) continue;
        const reduced = cost(current - 1, j - 1) - rowPotential[current]! - columnPotential[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          cameFrom[j] = column;
        }
        if (least[j]! < step) {
          step = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j += 1) {
        if (visited[j]) {
          rowPotential[takenBy[j]!]! += step;
          columnPotential[j]! -= step;
        } else least[j]! -= step;
      }
      column = next;
    } while (takenBy[column] !== 0);
    while (column !== 0) {
      takenBy[column] = takenBy[cameFrom[column]!]!;
      column = cameFrom[column]!;
    }
  }
  const result = new Array<number | null>(rows).fill(null);
  for (let j = 1; j <= real; j += 1) {
    const row = takenBy[j]!;
    if (row > 0 && weights[row - 1]![j - 1]! > 0) result[row - 1] = j - 1;
  }
  return result;
}
