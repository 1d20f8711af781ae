import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { roundRoom, type FormingView, type RoundState } from '#libs/contracts';
import type { Instance } from '#libs/grouping';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  isId,
  Jobs,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { publishedGroups } from '../groups/groups.queries.js';
import { canManageRounds } from '../intervision.policy.js';
import { asSolution } from '../proposals/board.rules.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { FormingRun, type FormingRequest } from './forming-run.entity.js';
import { agreedInstance, defaultSeconds, formingView, SILENCE_MS } from './forming.rules.js';
import { loadRoundSource, lockRound } from './instance.queries.js';
import { buildInstance, instanceHash } from './instance.rules.js';
import type { SourceChange } from './relaxation.rules.js';
import { SourceChanges } from './source-changes.service.js';

/** What happened to a published round: who comes, who goes, who goes on as part of another. */
export interface RepairWish {
  join: string[];
  leave: string[];
  merge: { from: string; into: string }[];
}

/** Asks for groups to be computed, and accepts ways out of rules that clash. The computing itself is `FormingRuns`. */
@Injectable()
export class FormingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly rooms: Rooms,
    private readonly audit: AuditService,
    private readonly changes: SourceChanges,
  ) {}

  /**
   * Has proposals computed for a round that is closed, or for an open one when that is said in so many words: answers may
   * still change then.
   * @throws round.not-closed, round.published, round.no-participants, round.no-themes, round.no-dates, forming.busy.
   */
  async start(
    actor: Actor,
    roundId: string,
    options: { evenIfOpen?: boolean; seconds?: number } = {},
  ): Promise<FormingView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const { state } = found(await lockRound(this.database, roundId), 'round');
      demandFormable(state, options.evenIfOpen === true);
      return this.startForming(actor, roundId, options.seconds);
    });
  }

  /** The round's newest run. @throws forming.none. */
  async latest(actor: Actor, roundId: string): Promise<FormingView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const run = isId(roundId) ? await this.newest(roundId) : null;
      if (!run) throw new DomainError('forming.none');
      return this.view(run);
    });
  }

  /** Calls the computing off; its worker notices within seconds and nothing of it is kept. @throws forming.none. */
  async cancel(actor: Actor, roundId: string): Promise<FormingView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const run = isId(roundId) ? await this.newest(roundId, true) : null;
      if (!run || (run.state !== 'queued' && run.state !== 'running')) throw new DomainError('forming.none');
      run.state = 'cancelled';
      run.finishedAt = this.clock.now();
      await this.database.repository(FormingRun).save(run);
      this.audit.record(actor, {
        event: 'forming.cancelled',
        action: 'U',
        subjectKind: 'round',
        subjectId: roundId,
      });
      await this.rooms.announce(roundRoom(roundId), 'forming.done');
      return this.view(run);
    });
  }

  /** "Better from here": a new proposal that is never worse, with everything that is pinned in its place. */
  async improve(actor: Actor, proposalId: string, seconds?: number): Promise<FormingView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const { roundId } = found(
        isId(proposalId) ? await this.database.repository(Proposal).findOneBy({ id: proposalId }) : null,
        'proposal',
      );
      const { state } = found(await lockRound(this.database, roundId), 'round');
      demandFormable(state, true);
      const proposal = found(
        await this.database.repository(Proposal).findOneBy({ id: proposalId }),
        'proposal',
      );
      if (proposal.state !== 'ready') throw new DomainError('proposal.stale');
      const { instance, solution, pins } = proposal;
      return this.queue(
        actor,
        roundId,
        'improve',
        instance,
        { proposalId, pins, current: solution },
        seconds,
      );
    });
  }

  /**
   * The smallest change to published groups for who joins, leaves or merges (GRP-16). Who comes without an answer can
   * come on every date and has no preferences.
   */
  async repair(actor: Actor, roundId: string, wish: RepairWish): Promise<FormingView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const { state } = found(await lockRound(this.database, roundId), 'round');
      if (state !== 'published') throw new DomainError('round.not-closed', { state });
      const groups = await publishedGroups(this.database, roundId);
      const seated = new Set(groups.flatMap(({ members }) => members));
      const named = [...wish.join, ...wish.leave, ...wish.merge.flatMap(({ from, into }) => [from, into])];
      const source = found(await loadRoundSource(this.database, roundId, [...seated, ...named]), 'round');
      const known = new Set(source.practices.map(({ id }) => id));
      if (named.some((id) => !known.has(id))) throw new DomainError('not-found', { what: 'practice' });
      const wanted = new Set([...seated, ...named]);
      const practices = source.practices.filter(({ id }) => wanted.has(id));
      const instance = buildInstance({ ...source, practices });
      const current = asSolution(
        instance,
        groups.map((group) => ({
          id: String(group.number),
          theme: group.themeId,
          date: group.dateId,
          leader: group.leaderPracticeId ?? '',
          members: group.members,
        })),
      );
      const join = wish.join.filter((id) => !seated.has(id));
      const leave = wish.leave.filter((id) => seated.has(id));
      const merge = wish.merge.filter(({ from }) => seated.has(from));
      if (join.length + leave.length + merge.length === 0)
        throw new DomainError('validation.failed', { fields: [{ field: 'join', rule: 'nothingToDo' }] });
      const groupVersions = Object.fromEntries(groups.map((group) => [group.id, group.version]));
      return this.queue(actor, roundId, 'repair', agreedInstance(instance, current), {
        join,
        leave,
        merge,
        current,
        groupVersions,
      });
    });
  }

  /** Accepts a way out with one click: the change it names is made, and groups are formed again. */
  async accept(actor: Actor, roundId: string, relaxationId: string): Promise<FormingView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const { state } = found(await lockRound(this.database, roundId), 'round');
      demandFormable(state, true);
      const run = await this.newest(roundId, true);
      const relaxation = found(
        run?.outcome?.accepted ? null : run?.outcome?.relaxations.find(({ id }) => id === relaxationId),
        'relaxation',
      );
      const { outcome } = run as FormingRun & { outcome: NonNullable<FormingRun['outcome']> };
      const undo = await this.changes.apply(actor, roundId, relaxation.change);
      await this.keepAccepted(run as FormingRun, {
        ...outcome,
        accepted: { relaxationId, undo, undone: false },
      });
      this.auditRelaxation(actor, roundId, 'relaxation.accepted', relaxation.family, relaxation.change);
      await this.rooms.announce(roundRoom(roundId), 'round.changed');
      return this.startForming(actor, roundId);
    });
  }

  /** Takes the last accepted way out back and forms again. @throws proposal.nothing-to-undo. */
  async undoRelaxation(actor: Actor, roundId: string): Promise<FormingView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const { state } = found(await lockRound(this.database, roundId), 'round');
      demandFormable(state, true);
      const run = await this.database
        .repository(FormingRun)
        .createQueryBuilder('run')
        .where('run.roundId = :roundId', { roundId })
        .andWhere(`run.outcome -> 'accepted' ->> 'undone' = 'false'`)
        .orderBy('run.id', 'DESC')
        .getOne();
      const accepted = run?.outcome?.accepted;
      if (!run?.outcome || !accepted) throw new DomainError('proposal.nothing-to-undo');
      await this.changes.apply(actor, roundId, accepted.undo);
      await this.keepAccepted(run, { ...run.outcome, accepted: { ...accepted, undone: true } });
      this.auditRelaxation(actor, roundId, 'relaxation.undone', null, accepted.undo);
      await this.rooms.announce(roundRoom(roundId), 'round.changed');
      return this.startForming(actor, roundId);
    });
  }

  /** Puts every run back in the queue; only for whoever knows that no worker is alive, such as a launcher that is alone. */
  async releaseAll(actor: Actor): Promise<void> {
    await this.database.transaction(actor, () =>
      this.database.query(
        `update forming_run set state = 'queued', heartbeat_at = null where state = 'running'`,
      ),
    );
  }

  /** Wakes what a lost wake-up or a dead worker left; called by the sweep. @returns how many runs were woken. */
  async takeUp(actor: Actor): Promise<number> {
    return this.database.transaction(actor, async () => {
      const silentSince = new Date(this.clock.now().getTime() - SILENCE_MS);
      await this.database.query(
        `update forming_run set state = 'queued', heartbeat_at = null where state = 'running' and heartbeat_at < $1`,
        [silentSince],
      );
      const waiting = await this.database.query<{ id: string }>(
        `select id from forming_run where state = 'queued' order by id`,
      );
      for (const { id } of waiting) this.jobs.wake('forming', { regionId: actor.regionId, id });
      return waiting.length;
    });
  }

  private async startForming(actor: Actor, roundId: string, seconds?: number): Promise<FormingView> {
    const source = found(await loadRoundSource(this.database, roundId), 'round');
    if (source.themes.length === 0) throw new DomainError('round.no-themes');
    if (source.dates.length === 0) throw new DomainError('round.no-dates');
    const instance = buildInstance(source);
    if (instance.practices.length === 0) throw new DomainError('round.no-participants');
    return this.queue(actor, roundId, 'form', instance, {}, seconds);
  }

  private async queue(
    actor: Actor,
    roundId: string,
    purpose: FormingRun['purpose'],
    instance: Instance,
    request: Partial<FormingRequest>,
    seconds = defaultSeconds(instance.practices.length),
  ): Promise<FormingView> {
    const busy = await this.newest(roundId);
    if (busy && (busy.state === 'queued' || busy.state === 'running'))
      throw new DomainError('forming.busy', { purpose: busy.purpose });
    const runs = this.database.repository(FormingRun);
    const run = runs.create({
      id: newId(),
      regionId: actor.regionId,
      roundId,
      purpose,
      state: 'queued',
      request: { ...request, seconds, seed: 1, attempts: 0, roundHash: await this.hashNow(roundId) },
      phase: 'queued',
      fraction: 0,
      instance,
      outcome: null,
      failure: null,
      heartbeatAt: null,
      startedAt: null,
      finishedAt: null,
      createdBy: actor.personId ?? actor.regionId,
      createdAt: this.clock.now(),
    });
    await runs.insert(run);
    this.audit.record(actor, {
      event: 'forming.started',
      action: 'C',
      subjectKind: 'round',
      subjectId: roundId,
      detail: { runId: run.id, purpose, practices: instance.practices.length },
    });
    await this.rooms.announce(roundRoom(roundId), 'forming.progress');
    this.jobs.wake('forming', { regionId: actor.regionId, id: run.id });
    return this.view(run);
  }

  private async hashNow(roundId: string): Promise<string> {
    return instanceHash(buildInstance(found(await loadRoundSource(this.database, roundId), 'round')));
  }

  private keepAccepted(run: FormingRun, outcome: FormingRun['outcome']): Promise<unknown> {
    return this.database.repository(FormingRun).update(run.id, { outcome: outcome as never });
  }

  private auditRelaxation(
    actor: Actor,
    roundId: string,
    event: string,
    family: string | null,
    change: SourceChange,
  ): void {
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'round',
      subjectId: roundId,
      detail: { family, kind: change.kind },
    });
  }

  private newest(roundId: string, lock = false): Promise<FormingRun | null> {
    return this.database.repository(FormingRun).findOne({
      where: { roundId },
      order: { id: 'DESC' },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
  }

  private async view(run: FormingRun): Promise<FormingView> {
    const ids = [
      ...(run.outcome?.unassigned ?? []),
      ...(run.outcome?.conflicts ?? []).flatMap(({ practices }) => practices),
    ];
    const rows =
      ids.length === 0
        ? []
        : await this.database.query<{ id: string; name: string }>(
            `select id, name from practice where id = any($1::uuid[])`,
            [[...new Set(ids)]],
          );
    return formingView(run, Object.fromEntries(rows.map(({ id, name }) => [id, name])));
  }
}

/** Which rounds can be formed: closed ones; open ones only when the coordinator says so. */
function demandFormable(state: RoundState, evenIfOpen: boolean): void {
  if (state === 'published') throw new DomainError('round.published');
  if (state !== 'closed' && !(state === 'open' && evenIfOpen))
    throw new DomainError('round.not-closed', { state });
}
