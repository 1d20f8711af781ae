import { checkSolution } from './check.js';
import type { CheckReport } from './check.js';
import { pointsOf } from './effect.js';
import type { TermPoints } from './effect.js';
import { formGroups } from './form.js';
import type { FormOptions } from './run.js';
import type { Instance, Solution } from './instance.js';

/** What a proposal is best at. */
export type AlternativeKind = 'best-total' | 'more-continuity' | 'fairest';

/** One proposal, measured with the round's own weights: scores times 100 and the margin to the same proven bound. */
export interface Alternative {
  kind: AlternativeKind;
  solution: Solution;
  report: CheckReport;
  points: TermPoints;
  /** (bound - objective) / |bound|, null without a bound. */
  margin: number | null;
}

/** The objective that the fairest proposal may give up: half a percent of the best. */
const FAIRNESS_ROOM = 0.005;

function key(solution: Solution): string {
  return solution.groups
    .map(({ theme, date, members }) => `${theme}|${date}|${[...members].sort().join(',')}`)
    .sort()
    .join(';');
}

/** The same groups as a solution of the round itself: objective, bound and optimality by the round's weights. */
function remeasured(
  instance: Instance,
  found: Solution,
  bound: number | null,
): { solution: Solution; report: CheckReport } {
  const report = checkSolution(instance, found);
  const optimal = bound !== null && bound - report.objective < 1e-6;
  return {
    report,
    solution: {
      ...found,
      instance: instance.name,
      objective: report.objective,
      bound: bound === null ? null : Math.max(bound, report.objective),
      optimal,
    },
  };
}

/**
 * Up to three different proposals: the best total; one with continuity weighted up; and the fairest, which keeps the
 * objective within 0.5 % of the best and raises the worst-off practice as far as it finds. Duplicates are dropped.
 */
export async function formAlternatives(
  instance: Instance,
  options: FormOptions = {},
): Promise<Alternative[]> {
  const seconds = options.seconds ?? (options.prove ? 60 : 3);
  const part = (share: number, done: number): FormOptions => ({
    ...options,
    seconds: seconds * share,
    onProgress: (progress) =>
      options.onProgress?.({ ...progress, fraction: done + progress.fraction * share }),
  });
  const best = await formGroups(instance, part(0.5, 0));
  const first = remeasured(instance, best, best.bound);
  first.solution.optimal = best.optimal;
  const found: Alternative[] = [];
  const seen = new Set<string>();
  const keep = (kind: AlternativeKind, { solution, report }: { solution: Solution; report: CheckReport }) => {
    if (seen.has(key(solution))) return false;
    seen.add(key(solution));
    const margin =
      best.bound === null
        ? null
        : Math.max(0, best.bound - report.objective) / Math.max(1e-9, Math.abs(best.bound));
    found.push({ kind, solution, report, points: pointsOf(report), margin });
    return true;
  };
  keep('best-total', first);
  if (instance.practices.length === 0) return found;
  const plain = { ...options, prove: false };
  const { weights } = instance.config;
  for (const factor of [2, 4]) {
    if (options.shouldStop?.() || weights.continuity === 0) break;
    const config = { ...instance.config, weights: { ...weights, continuity: weights.continuity * factor } };
    const other = await formGroups(
      { ...instance, config },
      { ...part(0.125, 0.5 + (factor - 2) / 16), prove: plain.prove },
    );
    const measured = remeasured(instance, other, best.bound);
    const gained =
      (measured.report.fairness.continuity ?? 0) > (first.report.fairness.continuity ?? 0) + 1e-6;
    if (
      gained &&
      measured.report.unassigned.length <= first.report.unassigned.length &&
      keep('more-continuity', measured)
    )
      break;
  }
  const fairest = await raiseWorst(instance, first, options, seconds * 0.25);
  if (fairest) keep('fairest', fairest);
  return bestFirst(found);
}

/** A later search may stumble on a better total than the first: then that one is the best total, whatever it was made for. */
function bestFirst(found: Alternative[]): Alternative[] {
  const top = found.reduce((best, other) =>
    other.report.unassigned.length <= best.report.unassigned.length &&
    other.report.objective > best.report.objective + 1e-9
      ? other
      : best,
  );
  if (top === found[0]) return found;
  return [{ ...top, kind: 'best-total' }, ...found.slice(1).filter((other) => other !== top)];
}

/** Forms again with a steep penalty under a rising threshold, and keeps the grouping whose worst-off practice is best. */
async function raiseWorst(
  instance: Instance,
  first: { solution: Solution; report: CheckReport },
  options: FormOptions,
  seconds: number,
): Promise<{ solution: Solution; report: CheckReport } | null> {
  const least = first.report.objective - FAIRNESS_ROOM * Math.abs(first.report.objective);
  let floor = first.report.fairness.minimum ?? 0;
  let best: { solution: Solution; report: CheckReport } | null = null;
  const steps = 4;
  for (let step = 0; step < steps && !options.shouldStop?.(); step++) {
    const threshold = Math.min(1, floor + [0.02, 0.05, 0.1, 0.02][step]!);
    const config = { ...instance.config, fairness: { lambda: 6, threshold } };
    const found = await formGroups(
      { ...instance, config },
      {
        ...options,
        prove: false,
        onProgress: (progress) =>
          options.onProgress?.({ ...progress, fraction: 0.75 + ((step + progress.fraction) / steps) * 0.25 }),
        seconds: seconds / steps,
        seed: (options.seed ?? 1) + step,
      },
    );
    const measured = remeasured(instance, found, first.solution.bound);
    const { report } = measured;
    if (report.objective < least || report.unassigned.length > first.report.unassigned.length) continue;
    const minimum = report.fairness.minimum ?? 0;
    const better =
      minimum > floor + 1e-9 ||
      (best !== null && minimum >= floor - 1e-9 && report.objective > best.report.objective);
    if (!better) continue;
    floor = minimum;
    best = measured;
  }
  return best;
}
