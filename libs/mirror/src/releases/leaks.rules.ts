import type { AttackProblem, Finding } from '#libs/disclosure';
import { withinItem, type CrowdReading } from './crowd.rules.js';
import type { Shown } from './classes.rules.js';
import type { Doubt, PracticeReadings } from './reading.rules.js';

/** Asks what attackers learn, several things at once; in the product in a thread of its own. */
export type Attacking = (problem: AttackProblem) => Promise<Finding[]>;

/** So many other practices may move along in the worlds that prove something. */
const PARTNERS = 12;

/** What is not proven safe, and the intervals that were found. */
export interface Leaks {
  found: Doubt[];
  findings: Finding[];
}

/**
 * Which of these secrets of one practice are not proven safe. Each proof is a pair of worlds that differ in a part of the figures
 * only, so the small and quick parts come first: the item by itself, the practice with all items; then the item with other practices moving
 * along, and all items that hide something with other practices.
 */
export async function practiceLeaks(
  readings: PracticeReadings,
  practice: string,
  doubts: readonly Doubt[],
  attack: Attacking,
  shown?: Shown,
): Promise<Leaks> {
  let left: readonly Doubt[] = doubts;
  let findings: Finding[] = [];
  const look = async (
    part: readonly Doubt[],
    within: ReadonlySet<string> | null,
    partners: number,
  ): Promise<Doubt[]> => {
    if (part.length === 0) return [];
    const problem = readings.problemOf(practice, part, shown, within, partners);
    // whoever knows more learns no less, so who knows least goes first
    const [least, ...others] = problem.attackers;
    const unsafe = new Set<string>();
    findings = [];
    for (const attackers of [least ? [least] : [], others]) {
      const secrets = problem.secrets.filter(({ key }) => !unsafe.has(key));
      if (attackers.length === 0 || secrets.length === 0) break;
      for (const one of await attack({ ...problem, attackers, secrets })) {
        if (one.safe) continue;
        unsafe.add(one.secret);
        findings.push(one);
      }
    }
    return part.filter(({ key }) => unsafe.has(key));
  };
  for (const partners of [0, PARTNERS]) {
    const still: Doubt[] = [];
    for (const item of new Set(left.map((one) => one.item))) {
      const inside = left.filter((one) => one.item === item);
      still.push(...(await look(inside, new Set([item]), partners)));
    }
    const items = partners === 0 ? null : readings.itemsInDoubt(practice, still, shown);
    left = await look(still, items, partners);
  }
  return { found: [...left], findings: left.length === 0 ? [] : findings };
}

/** What one reader of sums learns: each item by itself first, and what is left over all items. */
export async function crowdLeaks(reading: CrowdReading, shown: Shown, attack: Attacking): Promise<Finding[]> {
  const left: string[] = [];
  for (const item of new Set(reading.secrets.map(({ key }) => reading.items.get(key) as string)))
    for (const { secret, safe } of await attack(withinItem(reading, item, shown)))
      if (!safe) left.push(secret);
  if (left.length === 0) return [];
  const findings = await attack({
    ...reading,
    secrets: reading.secrets.filter(({ key }) => left.includes(key)),
    statements: reading.statements.filter((_, place) => place >= reading.given || shown(place)),
  });
  return findings.filter(({ safe }) => !safe);
}
