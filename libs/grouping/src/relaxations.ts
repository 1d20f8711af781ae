import { certificates } from './certificates.js';
import { checkSolution } from './check.js';
import { pointsDelta, pointsOf } from './effect.js';
import type { TermPoints } from './effect.js';
import { formGroups } from './form.js';
import type { FormOptions } from './form.js';
import type { Conflict, Instance, RuleFamily, Solution } from './instance.js';
import { counted, Names } from './names.js';
import type { Sentence } from './names.js';
import { compile } from './problem.js';
import type { Problem } from './problem.js';
import { changeText, FAMILY_NAMES } from './relaxation-sentences.js';
import { breachesOf, changed, FAMILIES, relaxedSteps } from './relaxed-instance.js';
import type { RelaxationChange } from './relaxed-instance.js';
import { seatMost } from './slots.js';

/** One way out: what changes, how many are then left out, and what the terms gain or lose (points, over all practices). */
export interface Relaxation {
  family: RuleFamily;
  unassignedAfter: number;
  change: RelaxationChange;
  cost: TermPoints;
  sentence: string;
  sentenceEn: string;
}

/** Why not everybody has a place, and every single family of rules that would give everybody one, cheapest first. */
export interface RelaxationReport {
  /** Proven smallest number left out under the round's own rules. */
  provenUnassigned: number;
  clash: string;
  clashEn: string;
  conflicts: Conflict[];
  relaxations: Relaxation[];
}

interface Family {
  family: RuleFamily;
  change: RelaxationChange;
}

const LARGEST = 400;

async function familiesThatSeatAll(
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

function clashText(conflicts: readonly Conflict[], families: readonly RuleFamily[], left: number): Sentence {
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

/**
 * Ways out of an instance in which somebody is left out: every family of rules is relaxed alone; those that seat
 * everybody come back with the concrete change, what it costs per term when only that change is made, and sentences.
 * `base` is the grouping the costs are measured against; it is formed when absent.
 */
export async function relaxations(
  instance: Instance,
  options: FormOptions & { base?: Solution } = {},
): Promise<RelaxationReport> {
  const problem = compile(instance);
  const names = new Names(instance, options.names);
  const seconds = options.seconds ?? 10;
  const shouldStop = options.shouldStop ?? (() => false);
  const { base: given, ...form } = options;
  const base =
    given ?? (await formGroups(instance, { ...form, seconds: Math.min(2, seconds / 4), prove: false }));
  const before = checkSolution(instance, base);
  const conflicts = certificates(problem, names);
  if (before.unassigned.length === 0 || problem.n > LARGEST) {
    const clash = clashText(conflicts, [], before.unassigned.length);
    const nobody = before.unassigned.length === 0;
    return {
      provenUnassigned: 0,
      clash: nobody ? '' : clash.nl,
      clashEn: nobody ? '' : clash.en,
      conflicts,
      relaxations: [],
    };
  }
  const { provenLeftOut } = await seatMost(problem, { seconds: seconds / 4 });
  const families = await familiesThatSeatAll(problem, seconds / 2, shouldStop);
  const found: Relaxation[] = [];
  for (const [k, { family, change }] of families.entries()) {
    options.onProgress?.({
      phase: 'relaxing',
      fraction: k / families.length,
      objective: base.objective,
      bound: base.bound,
      unassigned: before.unassigned.length,
    });
    const next = changed(instance, change);
    const solution = await formGroups(next, {
      ...form,
      seconds: Math.min(1, seconds / 10),
      prove: false,
      onProgress: undefined,
    });
    const after = checkSolution(next, solution);
    const sentence = changeText(names, change);
    found.push({
      family,
      unassignedAfter: after.unassigned.length,
      change,
      cost: pointsDelta(pointsOf(before), pointsOf(after)),
      sentence: sentence.nl,
      sentenceEn: sentence.en,
    });
  }
  found.sort((a, b) => a.unassignedAfter - b.unassignedAfter || (b.cost.total ?? 0) - (a.cost.total ?? 0));
  const clash = clashText(
    conflicts,
    families.map(({ family }) => family),
    provenLeftOut,
  );
  const all =
    conflicts.length > 0
      ? conflicts
      : families.map(({ family }) => ({
          code: family,
          practices: before.unassigned,
          message: clash.nl,
          messageEn: clash.en,
        }));
  return {
    provenUnassigned: provenLeftOut,
    clash: clash.nl,
    clashEn: clash.en,
    conflicts: all,
    relaxations: found,
  };
}
