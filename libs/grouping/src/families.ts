import type { Conflict, RuleFamily } from './instance.js';
import { counted, type Sentence } from './names.js';
import { compile, type Problem } from './problem.js';
import { FAMILY_NAMES } from './relaxation-sentences.js';
import { breachesOf, FAMILIES, relaxedSteps, type RelaxationChange } from './relaxed-instance.js';
import { seatMost } from './slots.js';

/** A family of rules that seats everybody when it alone is relaxed, with the concrete change. */
export interface Family {
  family: RuleFamily;
  change: RelaxationChange;
}

/** Above this many practices no way out is looked for: the exact seating would take too long. */
export const LARGEST = 400;

/** Every family that, relaxed alone, leaves nobody out. */
export async function familiesThatSeatAll(
  problem: Problem,
  seconds: number,
  shouldStop: () => boolean,
): Promise<Family[]> {
  const found: Family[] = [];
  const began = performance.now();
  for (const family of FAMILIES) {
    for (const step of relaxedSteps(problem.instance, family)) {
      const left = seconds - (performance.now() - began) / 1000;
      if (left <= 0 || shouldStop()) return found;
      const relaxed = compile(step.instance);
      const seating = await seatMost(relaxed, { seconds: Math.max(0.2, left / 3), shouldStop }, problem);
      if (seating.leftOut > 0) continue;
      found.push({ family, change: step.change ?? breachesOf(problem, seating.columns, family) });
      break;
    }
  }
  return found;
}

/** The clash in one sentence. */
export function clashText(
  conflicts: readonly Conflict[],
  families: readonly RuleFamily[],
  left: number,
): Sentence {
  if (conflicts[0]) return { nl: conflicts[0].message, en: conflicts[0].messageEn };
  const start = {
    nl: `Voor minstens ${counted(left).nl} is geen plaats`,
    en: `There is no place for at least ${counted(left).en}`,
  };
  if (families.length === 0) {
    return {
      nl: `${start.nl}: meer dan één soort regel staat tegelijk in de weg.`,
      en: `${start.en}: more than one kind of rule is in the way at once.`,
    };
  }
  const list = (language: 'nl' | 'en', and: string) =>
    families
      .map((family) => FAMILY_NAMES[family][language])
      .join(', ')
      .replace(/, ([^,]*)$/, ` ${and} $1`);
  return {
    nl: `${start.nl}: ${list('nl', 'en')} ${families.length > 1 ? 'gaan niet samen' : 'past niet bij de rest'}.`,
    en: `${start.en}: ${list('en', 'and')} ${families.length > 1 ? 'do not go together' : 'does not fit the rest'}.`,
  };
}

/**
 * The families of rules that clash, for an instance that counting does not explain: each seats everybody when it
 * alone is relaxed. Returned as conflicts whose code is the family.
 */
export async function relaxFamilies(
  problem: Problem,
  options: { seconds: number; left?: readonly string[]; shouldStop?: () => boolean },
): Promise<{ conflicts: Conflict[] }> {
  if (problem.n === 0 || problem.n > LARGEST) return { conflicts: [] };
  const found = await familiesThatSeatAll(problem, options.seconds, options.shouldStop ?? (() => false));
  const families = found.map(({ family }) => family);
  const left = options.left ?? [];
  const clash = clashText([], families, Math.max(1, left.length));
  return {
    conflicts: families.map((code) => ({
      code,
      practices: [...left],
      message: clash.nl,
      messageEn: clash.en,
    })),
  };
}
