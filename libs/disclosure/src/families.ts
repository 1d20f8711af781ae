/** A system of sums in which every sum lies in one of two families of nested or disjoint sets: a network of flows. */
export interface Families {
  /** 0 or 1 per set. */
  side: Uint8Array;
  /** Smallest set of the same family that holds this one, -1 for none. */
  parent: Int32Array;
  /** Per atom: the smallest set of family 0 and of family 1 that holds it, -1 for none. */
  deepest: [Int32Array, Int32Array];
}

/** More sets than this are left to the linear solver: the table of their meetings would not fit. */
const MOST_SETS = 3000;

/**
 * Finds two laminar families that hold all sets, or null when there are none. Sets that cross (meet, and neither holds the
 * other) must be in different families, so this is a colouring with two colours. In a two-way table the families are rows
 * and columns; the matrix of such a system is that of a network and therefore totally unimodular (Edmonds 1970).
 * @param sets lists of atoms, no two of them equal
 */
export function twoFamilies(sets: readonly (readonly number[])[], atoms: number): Families | null {
  const n = sets.length;
  if (n > MOST_SETS) return null;
  const holders: number[][] = Array.from({ length: atoms }, () => []);
  sets.forEach((set, index) => set.forEach((atom) => holders[atom]!.push(index)));
  const meet = new Int32Array(n * n);
  for (const list of holders) for (const a of list) for (const b of list) meet[a * n + b]! += 1;
  const side = colour(sets, meet);
  if (!side) return null;
  const bySize = [...sets.keys()].sort((a, b) => sets[a]!.length - sets[b]!.length);
  const parent = new Int32Array(n).fill(-1);
  bySize.forEach((set, rank) => {
    for (const larger of bySize.slice(rank + 1)) {
      if (side[larger] !== side[set] || meet[set * n + larger] !== sets[set]!.length) continue;
      parent[set] = larger;
      break;
    }
  });
  const deepest: [Int32Array, Int32Array] = [new Int32Array(atoms).fill(-1), new Int32Array(atoms).fill(-1)];
  for (const set of bySize.reverse()) for (const atom of sets[set]!) deepest[side[set] as 0 | 1][atom] = set;
  return { side, parent, deepest };
}

function colour(sets: readonly (readonly number[])[], meet: Int32Array): Uint8Array | null {
  const n = sets.length;
  const side = new Uint8Array(n);
  const seen = new Uint8Array(n);
  for (let first = 0; first < n; first++) {
    if (seen[first]) continue;
    seen[first] = 1;
    const queue = [first];
    for (let a = queue.pop(); a !== undefined; a = queue.pop()) {
      for (let b = 0; b < n; b++) {
        const common = meet[a * n + b]!;
        if (a === b || common === 0 || common === sets[a]!.length || common === sets[b]!.length) continue;
        if (seen[b]) {
          if (side[b] === side[a]) return null;
          continue;
        }
        seen[b] = 1;
        side[b] = 1 - side[a]!;
        queue.push(b);
      }
    }
  }
  return side;
}
