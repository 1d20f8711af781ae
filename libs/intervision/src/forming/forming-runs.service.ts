import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { roundRoom, type ProposalSummaryView } from '#libs/contracts';
import type { Instance, Progress, Solution } from '#libs/grouping';
import { Clock, Database, found, LOG, newId, Rooms, systemActor, type Actor, type Log } from '#libs/platform';
import { publishedGroups } from '../groups/groups.queries.js';
import { numbered, summaryOf } from '../proposals/board.rules.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { FormingEngine, type EngineJob, type EngineResult } from './forming-engine.service.js';
import { FormingRun } from './forming-run.entity.js';
import { MOST_ATTEMPTS, nextLabel, pinRequest, SILENCE_MS } from './forming.rules.js';
import { loadRoundSource } from './instance.queries.js';
import { storedRelaxations } from './relaxation.rules.js';

/** How often a worker says that it is alive, and looks whether its run was called off. */
const HEARTBEAT_MS = 2_000;
/** No more progress messages than one in so many milliseconds. */
const PROGRESS_MS = 250;

/**
 * Carries out forming runs, in the worker process. The row is the truth: whoever dies halfway leaves nothing behind but a
 * silent heartbeat, and what comes out is stored once, in one transaction, by whoever still holds the run.
 */
@Injectable()
export class FormingRuns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly audit: AuditService,
    private readonly engine: FormingEngine,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Computes one run, unless somebody else is at it or it is done: calling it twice does it once.
   * @param stopping lays the run down for the next worker
   */
  async run(regionId: string, id: string, stopping?: AbortSignal): Promise<void> {
    const actor = systemActor(regionId);
    const run = await this.claim(actor, id);
    if (!run) return;
    const stop = new AbortController();
    const position = { phase: run.phase, fraction: 0 };
    const beat = setInterval(() => {
      this.beat(actor, id, position).then(
        (held) => held || stop.abort(new Error('The run was called off.')),
        (error: Error) => this.log.warn({ run: id, error: error.message }, 'heartbeat failed'),
      );
    }, HEARTBEAT_MS);
    try {
      const result = await this.engine.run(await this.job(actor, run), {
        signal: stopping ? AbortSignal.any([stop.signal, stopping]) : stop.signal,
        onProgress: this.progress(actor, run, position),
      });
      await this.store(actor, id, result);
    } catch (error) {
      if (stopping?.aborted) await this.layDown(actor, run);
      else if (!stop.signal.aborted) await this.fail(actor, id, error as Error);
    } finally {
      clearInterval(beat);
    }
  }

  /** Takes a run that waits, or that a silent worker left. One update, so that two workers cannot both have it. */
  private async claim(actor: Actor, id: string): Promise<FormingRun | null> {
    const now = this.clock.now();
    return this.database.transaction(actor, async () => {
      const runs = this.database.repository(FormingRun);
      const run = await runs.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!run) return null;
      const silent =
        run.state === 'running' &&
        run.heartbeatAt !== null &&
        now.getTime() - run.heartbeatAt.getTime() > SILENCE_MS;
      if (run.state !== 'queued' && !silent) return null;
      run.request = { ...run.request, attempts: run.request.attempts + 1 };
      run.startedAt ??= now;
      if (run.request.attempts > MOST_ATTEMPTS) {
        Object.assign(run, {
          state: 'failed',
          failure: 'The worker stopped each time it tried.',
          finishedAt: now,
        });
        await this.rooms.announce(roundRoom(run.roundId), 'forming.done');
      } else Object.assign(run, { state: 'running', heartbeatAt: now, phase: 'counting' });
      await runs.save(run);
      return run.state === 'running' ? run : null;
    });
  }

  /** As if it had not been taken up. */
  private async layDown(actor: Actor, { id, request }: FormingRun): Promise<void> {
    await this.database.transaction(actor, () =>
      this.database.query(
        `update forming_run set state = 'queued', heartbeat_at = null, request = $2 where id = $1 and state = 'running'`,
        [id, JSON.stringify({ ...request, attempts: request.attempts - 1 })],
      ),
    );
  }

  private async beat(
    actor: Actor,
    id: string,
    position: { phase: string; fraction: number },
  ): Promise<boolean> {
    return this.database.transaction(actor, async () => {
      const held = await this.database.query<{ id: string }>(
        `with held as (update forming_run set heartbeat_at = $2, phase = $3, fraction = $4 where id = $1 and state = 'running' returning id) select id from held`,
        [id, this.clock.now(), position.phase, position.fraction],
      );
      return held.length > 0;
    });
  }

  private progress(actor: Actor, run: FormingRun, position: { phase: string; fraction: number }) {
    let last = 0;
    return ({ phase, fraction }: Pick<Progress, 'phase' | 'fraction'>): void => {
      Object.assign(position, { phase, fraction: Math.min(1, Math.max(position.fraction, fraction)) });
      const now = Date.now();
      if (now - last < PROGRESS_MS) return;
      last = now;
      void this.rooms
        .progress(actor.regionId, roundRoom(run.roundId), { ...position })
        .catch(() => undefined); // the next one makes up for it
    };
  }

  private async job(actor: Actor, run: FormingRun): Promise<EngineJob> {
    const instance = run.instance as Instance;
    const { seconds, seed, current, pins, join, leave, merge } = run.request;
    const rows = await this.database.transaction(actor, () =>
      this.database.query<{ id: string; name: string }>(
        `select id, name from practice where id = any($1::uuid[])`,
        [instance.practices.map(({ id }) => id)],
      ),
    );
    const names = Object.fromEntries(rows.map(({ id, name }) => [id, name]));
    const base = { instance, seconds, seed, names };
    if (run.purpose === 'form') return { ...base, task: { kind: 'form' } };
    const from = found(current, 'proposal');
    return run.purpose === 'improve'
      ? {
          ...base,
          task: {
            kind: 'improve',
            from,
            pins: pinRequest(from, pins ?? { practices: [], groups: [], leaders: [] }),
          },
        }
      : { ...base, task: { kind: 'repair', from, request: { join, leave, merge } } };
  }

  /** All of the outcome or nothing, and only while the run is still to be done. */
  private async store(actor: Actor, id: string, result: EngineResult): Promise<void> {
    await this.database.transaction(actor, async () => {
      const runs = this.database.repository(FormingRun);
      const run = found(await runs.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }), 'run');
      if (run.state !== 'running') return;
      const proposalIds = await this.keep(run, result);
      const first = result.proposals[0]?.solution;
      const source = found(await loadRoundSource(this.database, run.roundId), 'round');
      const departed = new Set(departing(run));
      run.outcome = {
        practices: (run.instance as Instance).practices.length - departed.size,
        unassigned: (first?.unassigned ?? (run.instance as Instance).practices)
          .map((one) => one.id)
          .filter((one) => !departed.has(one)),
        conflicts: result.conflicts,
        relaxations: storedRelaxations(source, result.relaxations),
        proposalIds,
      };
      Object.assign(run, { state: 'done', phase: 'done', fraction: 1, finishedAt: this.clock.now() });
      await runs.save(run);
      this.audit.record(actor, {
        event: 'forming.done',
        action: 'U',
        subjectKind: 'round',
        subjectId: run.roundId,
        detail: { runId: id, proposals: proposalIds.length, unassigned: run.outcome.unassigned.length },
      });
      await this.rooms.announce(roundRoom(run.roundId), 'forming.done');
    });
  }

  private async keep(run: FormingRun, result: EngineResult): Promise<string[]> {
    if (run.purpose === 'improve') return this.keepImproved(run, result);
    await this.supersede(run);
    const labels = await this.labels(run.roundId);
    const ids: string[] = [];
    const bound = result.proposals[0]?.solution.bound ?? null;
    for (const { kind, solution } of result.proposals) {
      const label = nextLabel(labels);
      labels.push(label);
      ids.push(
        run.purpose === 'repair'
          ? await this.keepRepair(run, label, solution, result)
          : await this.insert(run, { kind, label, instance: run.instance as Instance, solution, bound }),
      );
    }
    return ids;
  }

  /** Never worse: when nothing better was found, the answer is the proposal itself. */
  private async keepImproved(run: FormingRun, result: EngineResult): Promise<string[]> {
    const base = found(
      await this.database.repository(Proposal).findOneBy({ id: run.request.proposalId as string }),
      'proposal',
    );
    const solution = result.proposals[0]?.solution;
    const { bound } = base.summary;
    const from = summaryOf(base.instance, found(run.request.current, 'proposal'), bound);
    if (!solution || summaryOf(base.instance, solution, bound).objective <= from.objective + 1e-9)
      return [base.id];
    const label = nextLabel(await this.labels(run.roundId));
    const kept = {
      kind: 'adjusted' as const,
      label,
      instance: base.instance,
      solution,
      bound,
      pins: base.pins,
    };
    return [await this.insert(run, { ...kept, basedOn: base.id, hash: base.instanceHash })];
  }

  private async keepRepair(
    run: FormingRun,
    label: string,
    solution: Solution,
    result: EngineResult,
  ): Promise<string> {
    const gone = new Set(departing(run));
    const all = run.instance as Instance;
    const instance = { ...all, practices: all.practices.filter(({ id }) => !gone.has(id)) };
    instance.forbiddenPairs = all.forbiddenPairs.filter(({ a, b }) => !gone.has(a) && !gone.has(b));
    const published = await publishedGroups(this.database, run.roundId);
    const [row] = await this.database.query<{ last: number }>(
      `select coalesce(max(number), 0) as last from intervision_group where round_id = $1`,
      [run.roundId],
    );
    const groups = numbered(solution.groups, row?.last ?? 0);
    const ids = new Map(
      solution.groups.map((group) => [group.id, groups.find(({ members }) => members === group.members)?.id]),
    );
    const renamed = (text: string): string => text.replaceAll(/\bG\d+\b/g, (id) => ids.get(id) ?? id);
    return this.insert(run, {
      kind: 'repair',
      label,
      instance,
      solution: { ...solution, groups, unassigned: solution.unassigned.filter(({ id }) => !gone.has(id)) },
      bound: null,
      repair: {
        moves: result.moves.map(({ nl, en }) => ({ nl: renamed(nl), en: renamed(en) })),
        groupVersions: run.request.groupVersions ?? {},
        groupIds: Object.fromEntries(
          groups.flatMap(({ id }) => {
            const group = published.find(({ number }) => String(number) === id);
            return group ? [[id, group.id]] : [];
          }),
        ),
      },
    });
  }

  private async insert(
    run: FormingRun,
    kept: {
      kind: ProposalSummaryView['kind'];
      label: string;
      instance: Instance;
      solution: Solution;
      bound: number | null;
      pins?: Proposal['pins'];
      basedOn?: string;
      hash?: string;
      /** What a repair keeps beside its scores. */
      repair?: Pick<Proposal['summary'], 'moves' | 'groupIds' | 'groupVersions'>;
    },
  ): Promise<string> {
    const groups =
      run.purpose === 'form'
        ? numbered(kept.solution.groups.map((group) => ({ ...group, id: 'new' })))
        : numbered(kept.solution.groups);
    const solution = { ...kept.solution, groups };
    const summary = summaryOf(kept.instance, solution, kept.bound);
    const id = newId();
    await this.database.repository(Proposal).insert({
      id,
      regionId: run.regionId,
      roundId: run.roundId,
      runId: run.id,
      label: kept.label,
      kind: kept.kind,
      state: 'ready',
      instance: kept.instance as never,
      instanceHash: kept.hash ?? run.request.roundHash,
      solution: {
        ...solution,
        objective: summary.objective,
        bound: summary.bound,
        optimal: summary.optimal,
      } as never,
      summary: { ...summary, ...kept.repair } as never,
      pins: kept.pins ?? { practices: [], groups: [], leaders: [] },
      history: [],
      basedOn: kept.basedOn ?? null,
      createdBy: run.createdBy,
      createdAt: this.clock.now(),
      version: 1,
    });
    return id;
  }

  /** New proposals take the place of computed ones; what a person adjusted by hand stays to be compared. */
  private async supersede(run: FormingRun): Promise<void> {
    await this.database.query(
      `update proposal set state = 'superseded', version = version + 1 where round_id = $1 and state = 'ready'
         and ($2 or (kind <> 'adjusted' and history = '[]' and pins = '{"practices":[],"groups":[],"leaders":[]}'))`,
      [run.roundId, run.purpose === 'repair'],
    );
  }

  private async labels(roundId: string): Promise<string[]> {
    const rows = await this.database.query<{ label: string }>(
      `select label from proposal where round_id = $1 and state = 'ready'`,
      [roundId],
    );
    return rows.map(({ label }) => label);
  }

  private async fail(actor: Actor, id: string, error: Error): Promise<void> {
    this.log.error({ run: id, error: error.message }, 'forming failed');
    await this.database.transaction(actor, async () => {
      const runs = this.database.repository(FormingRun);
      const run = found(await runs.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }), 'run');
      if (run.state !== 'running') return;
      Object.assign(run, {
        state: 'failed',
        failure: error.message.slice(0, 500),
        finishedAt: this.clock.now(),
      });
      await runs.save(run);
      await this.rooms.announce(roundRoom(run.roundId), 'forming.done');
    });
  }
}

/** The practices that a repair takes out of the round. */
function departing(run: FormingRun): string[] {
  return [...(run.request.leave ?? []), ...(run.request.merge ?? []).map(({ from }) => from)];
}
