import { certificates } from './certificates.js';
import { checkSolution } from './check.js';
import { pointsDelta, pointsOf, type TermPoints } from './effect.js';
import { clashText, familiesThatSeatAll, LARGEST } from './families.js';
import { formGroups } from './form.js';
import type { Conflict, Instance, RuleFamily, Solution } from './instance.js';
import { Names } from './names.js';
import { compile } from './problem.js';
import { changeText } from './relaxation-sentences.js';
import { changed, type RelaxationChange } from './relaxed-instance.js';
import type { FormOptions } from './run.js';
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
