import { attack, type Finding } from '#libs/disclosure';
import type { Attacking, Hidden, Told } from './told.js';
import type { Audience } from './read-back.js';
import { PRACTICES } from './truth.js';

/** Whether an interval leaves enough open around a secret; of a change also when there may have been none. */
const leftOpen = ({ value, lower, upper, change }: Hidden, lo: number, hi: number | null): boolean =>
  change
    ? lo <= 0 || (lo <= value - lower && (hi === null || hi - lo >= lower + upper))
    : lo <= value - lower && (hi === null || hi >= value + upper);

export interface Leak {
  attacker: string;
  secret: string;
  value: number;
  lo: number;
  hi: number | null;
}
function grouped<T, K>(list: readonly T[], by: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}
/**
 * What stays unknown in an attempt beside the practice that is looked at: so many practices of each set (see `unknownSets`), and its item alone or
 * all items. Quick ones first, several secrets in one; the last ones each by itself, because what is enough for one may be too little for another.
 */
const STAGES: readonly { others: number; items: boolean; blocks: number; each: boolean }[] = [
  { others: 0, items: false, blocks: 0, each: false },
  { others: 3, items: false, blocks: 1, each: true },
  { others: 0, items: true, blocks: 0, each: true },
  { others: 3, items: true, blocks: 1, each: true },
  { others: Infinity, items: false, blocks: 3, each: true },
  { others: Infinity, items: true, blocks: 3, each: true },
];

/**
 * Secrets that somebody finds out. First by those who know nearly everything that others have: what is safe from them is safe from all who know
 * less. What is left is looked at for each attacker by itself, with nothing known but what it knows.
 * @param attackers who all read no more than `reads`
 */
export async function leaksOf(
  told: Told,
  reads: readonly Audience[],
  attackers: readonly Attacking[],
  secrets: readonly Hidden[] = told.secrets,
): Promise<Leak[]> {
  const left = new Map(
    secrets.map((one) => [one, attackers.filter(({ knows }) => !knows.includes(one.practice))]),
  );
  const all: Attacking = { name: 'nearly everything', reads, knows: [] };
  for (const { others, items, blocks, each } of STAGES)
    for (const set of others === 0 ? [[]] : unknownSets(attackers, blocks, others)) {
      const apart = ({ knows }: Attacking): boolean => !set.some((n) => knows.includes(n));
      const open = [...left].flatMap(([one, some]) => (some.some(apart) ? [one] : []));
      for (const some of grouped(open, (one) => (each ? one.key : `${one.practice}|${one.item}`)).values()) {
        const { practice, item } = some[0]!;
        const problem = told.problem(
          some,
          reads,
          (atom) =>
            (items || atom.item === item) && (atom.practice === practice || set.includes(atom.practice)),
          [all],
        );
        const unsafe = new Set(found(some, await attack(problem)).map(({ hidden }) => hidden));
        for (const one of some)
          if (!unsafe.has(one))
            left.set(
              one,
              left.get(one)!.filter((attacker) => !apart(attacker)),
            );
      }
    }
  const leaks: Leak[] = [];
  for (const attacker of attackers) {
    const open = [...left].flatMap(([one, some]) => (some.includes(attacker) ? [one] : []));
    for (const [item, some] of grouped(open, (one) => one.item)) {
      const within = told.problem(some, attacker.reads, (atom) => atom.item === item, [attacker]);
      const last = found(some, await attack(within)).map(({ hidden }) => hidden);
      if (last.length === 0) continue;
      const findings = await attack(told.problem(last, attacker.reads, () => true, [attacker], false));
      for (const { hidden, lo, hi } of found(last, findings))
        leaks.push({ attacker: attacker.name, secret: hidden.key, value: hidden.value, lo, hi });
    }
  }
  return leaks;
}

/**
 * Sets of practices such that every attacker knows nothing of at least one. Practices that nobody knows are in all of them, the others are dealt
 * into blocks, so many more than an attacker knows practices: whatever it knows lies in a few blocks, and the rest of them is a set.
 */
function unknownSets(attackers: readonly Attacking[], more: number, size: number): number[][] {
  const most = Math.max(0, ...attackers.map(({ knows }) => knows.length));
  const everybody = PRACTICES.map((_, n) => n);
  const known = everybody.filter((n) => attackers.some(({ knows }) => knows.includes(n)));
  const unknown = everybody.filter((n) => !known.includes(n));
  const blocks = most + more;
  const sets = combinations(blocks, most).map((taken) =>
    [...unknown, ...known.filter((_n, at) => !taken.includes(at % blocks))].slice(0, size),
  );
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}
function combinations(of: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: of - from }, (_, k) => from + k).flatMap((first) =>
    combinations(of, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

/** The secrets that findings leave too little open around. */
function found(
  some: readonly Hidden[],
  findings: readonly Finding[],
): { hidden: Hidden; lo: number; hi: number | null }[] {
  const byKey = new Map(some.map((one) => [one.key, one]));
  return findings.flatMap(({ secret, lo, hi }) => {
    const hidden = byKey.get(secret)!;
    return leftOpen(hidden, lo, hi) ? [] : [{ hidden, lo, hi }];
  });
}
