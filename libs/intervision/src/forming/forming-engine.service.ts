import { Injectable } from '@nestjs/common';
import {
  certificates,
  compile,
  formAlternatives,
  formGroups,
  improveFrom,
  inWorker,
  relaxations,
  repairGroups,
  type Conflict,
  type Instance,
  type PinRequest,
  type Progress,
  type Relaxation,
  type RepairRequest,
  type Solution,
  type WorkerControls,
  type WorkerResults,
  type WorkerTask,
} from '#libs/grouping';
import type { ProposalSummaryView, Words } from '#libs/contracts';

/** One piece of work for the engine. */
export interface EngineJob {
  instance: Instance;
  /** Wall-clock budget in seconds. */
  seconds: number;
  seed: number;
  /** Practice names, for the sentences. */
  names: Record<string, string>;
  task:
    | { kind: 'form' }
    | { kind: 'improve'; from: Solution; pins: PinRequest }
    | { kind: 'repair'; from: Solution; request: RepairRequest };
}
export interface EngineResult {
  proposals: { kind: ProposalSummaryView['kind']; solution: Solution }[];
  /** Why somebody is left out, when somebody is. */
  conflicts: Conflict[];
  relaxations: Relaxation[];
  /** Repair: what changes, in sentences. */
  moves: Words[];
}
export interface EngineHooks {
  onProgress: (progress: Pick<Progress, 'phase' | 'fraction'>) => void;
  signal: AbortSignal;
}

/** The part of the budget that the best possible grouping gets when a clash is proven beforehand. */
const PARTIAL_SHARE = 0.3;
/** Limits of looking for ways out, which ends sooner when every kind of rule was tried. */
const LEAST_RELAXING = 10;
const RELAXING_SHARE = 1.5;

/** No practice is worth more than 1, and so many at least are proven to be left out: a bound that is nearer by. */
function boundOfPartial(
  { practices, config }: Instance,
  { bound }: Solution,
  leftOut: number,
): number | null {
  const n = practices.length;
  if (n === 0 || leftOut === 0) return bound;
  const most = (n - leftOut - config.unassignedPenalty * leftOut) / n;
  return bound === null ? most : Math.min(bound, most);
}

/** Computes groups in a thread of its own, so that neither api nor worker stands still (stack: solver). */
@Injectable()
export class FormingEngine {
  /** @throws the signal's reason when it was stopped; whatever was found until then is thrown away. */
  async run(job: EngineJob, hooks: EngineHooks): Promise<EngineResult> {
    const result = await this.compute(job, hooks);
    hooks.signal.throwIfAborted();
    return result;
  }

  private async compute(
    { instance, seconds, seed, names, task }: EngineJob,
    hooks: EngineHooks,
  ): Promise<EngineResult> {
    const nothing: EngineResult = { proposals: [], conflicts: [], relaxations: [], moves: [] };
    if (task.kind === 'improve') {
      const options = { pins: task.pins, seconds, seed };
      const solution = await this.perform({ mode: 'improve', instance, solution: task.from, options }, hooks);
      return { ...nothing, proposals: [{ kind: 'adjusted', solution }] };
    }
    if (task.kind === 'repair') {
      const repair = {
        mode: 'repair' as const,
        instance,
        solution: task.from,
        request: task.request,
        options: { names },
      };
      const { solution, moves } = await this.perform(repair, hooks);
      return {
        ...nothing,
        proposals: [{ kind: 'repair', solution }],
        moves: moves.map(({ sentence, sentenceEn }) => ({ nl: sentence, en: sentenceEn })),
      };
    }
    // counting proves most clashes at once: then the time goes to the ways out instead of to alternatives
    const clash = certificates(compile(instance)).length > 0;
    const options = { seconds: clash ? seconds * PARTIAL_SHARE : seconds, seed, names, prove: !clash };
    const found = clash
      ? [
          {
            kind: 'best-total' as const,
            solution: await this.perform({ mode: 'form', instance, options }, hooks),
          },
        ]
      : await this.perform({ mode: 'alternatives', instance, options }, hooks);
    const best = found[0]?.solution;
    if (!best || best.unassigned.length === 0 || hooks.signal.aborted)
      return { ...nothing, proposals: found.map(({ kind, solution }) => ({ kind, solution })) };
    const wayOut = { seconds: Math.max(LEAST_RELAXING, seconds * RELAXING_SHARE), seed, names };
    const ways = await this.perform(
      { mode: 'relaxations', instance, solution: best, options: wayOut },
      hooks,
    );
    const conflicts = ways.conflicts.length > 0 ? ways.conflicts : best.conflicts;
    const partial = { ...best, conflicts, bound: boundOfPartial(instance, best, ways.provenUnassigned) };
    return {
      ...nothing,
      proposals: best.groups.length > 0 ? [{ kind: 'best-total', solution: partial }] : [],
      conflicts,
      relaxations: ways.relaxations,
    };
  }

  protected perform<T extends WorkerTask>(
    task: T,
    controls: WorkerControls,
  ): Promise<WorkerResults[T['mode']]> {
    return inWorker(task, controls);
  }
}

/** The same computation in the caller's own thread: for programs without a build, and for specs. */
@Injectable()
export class DirectFormingEngine extends FormingEngine {
  protected override async perform<T extends WorkerTask>(
    task: T,
    { onProgress, signal }: WorkerControls,
  ): Promise<WorkerResults[T['mode']]> {
    return (await this.here(task, {
      onProgress,
      shouldStop: () => signal?.aborted === true,
    })) as WorkerResults[T['mode']];
  }

  private here(
    task: WorkerTask,
    live: { onProgress: WorkerControls['onProgress']; shouldStop: () => boolean },
  ): Promise<unknown> | unknown {
    switch (task.mode) {
      case 'improve':
        return improveFrom(task.instance, task.solution, { ...task.options, ...live });
      case 'repair':
        return repairGroups(task.instance, task.solution, task.request, { names: task.options?.names });
      case 'relaxations':
        return relaxations(task.instance, { ...task.options, base: task.solution, ...live });
      case 'form':
        return formGroups(task.instance, { ...task.options, ...live });
      case 'alternatives':
        return formAlternatives(task.instance, { ...task.options, ...live });
    }
  }
}
