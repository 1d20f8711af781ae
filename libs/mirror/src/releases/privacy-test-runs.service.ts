import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { dataSetRoom, type ExtractKind } from '#libs/contracts';
import { Clock, Database, Jobs, LOG, newId, Rooms, systemActor, type Actor, type Log } from '#libs/platform';
import { GateData, type GateAsk } from './gate-data.service.js';
import { GateEngine } from './gate-engine.service.js';
import { ranOutOfMemory } from './gate.jobs.js';
import type { GateJob, GateOutcome } from './gate.rules.js';
import { PrivacyTest } from './privacy-test.entity.js';
import {
  carriedBy,
  judgedAs,
  regionUnknown,
  unfinished,
  type Carried,
  type Judged,
  type Look,
} from './privacy-test.rules.js';
import { standingGroups } from './release-data.queries.js';
import { MOST_ATTEMPTS, SILENCE_MS } from './release.rules.js';

/** How often a worker says that it is alive, and looks whether its test was stopped. */
const HEARTBEAT_MS = 2_000;
/** No more progress messages than one in so many milliseconds. */
const PROGRESS_MS = 500;

/** What looking at one audience may cost. A release has no such limit: it must be made, a test only wants to know. */
@Injectable()
export class PrivacyTestBudget {
  milliseconds = 60_000;
  memoryMb = 1_024;
}

/** What came of a look, and what it tells the audiences after it; null when the audience is no longer there. */
type Seen = { judged: Judged; carried?: Carried } | null;

/**
 * Carries privacy tests out, in the worker process, one audience at a time: between two of them releases and other regions get their turn. The
 * row is the truth: what was looked at is kept, and whoever dies leaves the audience at hand to the next.
 */
@Injectable()
export class PrivacyTestRuns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly source: GateData,
    private readonly engine: GateEngine,
    private readonly budget: PrivacyTestBudget,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Looks at the next audience of the test that waits longest, and wakes the queue for the one after it.
   * @param stopping lays the audience at hand down for the next worker
   * @returns how many audiences: one or none
   */
  async work(regionId: string, stopping?: AbortSignal): Promise<number> {
    if (stopping?.aborted) return 0;
    const actor = systemActor(regionId);
    const test = await this.claim(actor);
    if (!test) return 0;
    await this.look(actor, test, stopping);
    return 1;
  }

  /** Takes up at once what a killed process was looking at. Runs in the open transaction. */
  async recover(): Promise<void> {
    await this.database.query(`update privacy_test set heard_at = null where state = 'running'`);
  }

  /** The test that nobody is at and that waits longest; one at a time per region, because a look takes a processor and memory. */
  private async claim(actor: Actor): Promise<PrivacyTest | null> {
    const now = this.clock.now();
    return this.database.transaction(actor, async () => {
      await this.database.query(`select pg_advisory_xact_lock(hashtextextended('privacy test ' || $1, 0))`, [
        actor.regionId,
      ]);
      await this.endDecided();
      const [next] = await this.database.query<{ id: string }>(
        `select t.id from privacy_test t where t.state in ('waiting', 'running')
           and not exists (select 1 from privacy_test b where b.state in ('waiting', 'running') and b.heard_at > $1)
         order by t.asked_at, t.id limit 1 for update of t`,
        [new Date(now.getTime() - SILENCE_MS)],
      );
      if (!next) return null;
      const tests = this.database.repository(PrivacyTest);
      const test = await tests.findOneByOrFail({ id: next.id });
      test.attempts += 1;
      const gaveUp = test.attempts > MOST_ATTEMPTS;
      if (gaveUp)
        Object.assign(test, { state: 'failed', reason: 'failed', endedAt: now, heldBy: null, heardAt: null });
      else Object.assign(test, { state: 'running', heldBy: newId(), heardAt: now });
      if (gaveUp) test.carried = null;
      test.version += 1;
      await tests.save(test);
      await this.rooms.announce(dataSetRoom(test.dataSetId), 'figures.changed');
      return gaveUp ? null : test;
    });
  }

  /** Tests of data sets that no longer wait for approval: turned down, or too old. */
  private async endDecided(): Promise<void> {
    const ended = await this.database.query<{ data_set_id: string }>(
      `update privacy_test t set state = 'stopped', reason = 'gone', ended_at = $1, held_by = null, heard_at = null, carried = null,
         version = t.version + 1
       from data_set d where d.id = t.data_set_id and d.state <> 'checked' and t.state in ('waiting', 'running') returning t.data_set_id`,
      [this.clock.now()],
    );
    for (const { data_set_id } of ended)
      await this.rooms.announce(dataSetRoom(data_set_id), 'figures.changed');
  }

  private async look(actor: Actor, test: PrivacyTest, stopping?: AbortSignal): Promise<void> {
    const at = test.result.findIndex(({ judged }) => judged === null);
    const ended = new AbortController();
    const position = { fraction: test.fraction };
    const beat = setInterval(() => {
      this.beat(actor, test, position.fraction).then(
        (held) => held || ended.abort(new Error('The test was stopped.')),
        (error: Error) => this.log.warn({ test: test.id, error: error.message }, 'heartbeat failed'),
      );
    }, HEARTBEAT_MS);
    const calledOff = AbortSignal.any([ended.signal, ...(stopping ? [stopping] : [])]);
    try {
      const one = test.result[at];
      const seen = one
        ? await this.see(actor, test, one, calledOff, this.follow(actor, test, at, position))
        : null;
      await this.store(actor, test, at, seen);
    } catch (error) {
      if (ended.signal.aborted) return await this.database.transaction(actor, () => this.endDecided());
      if (!stopping?.aborted)
        this.log.error({ test: test.id, error: (error as Error).message }, 'privacy test failed');
      await this.letGo(actor, test, stopping?.aborted === true);
    } finally {
      clearInterval(beat);
    }
  }

  /** What the gate would do for one audience. @throws when it was called off, or what went wrong */
  private async see(
    actor: Actor,
    test: PrivacyTest,
    one: Look,
    calledOff: AbortSignal,
    onProgress: (part: number) => void,
  ): Promise<Seen> {
    // one that shows nothing new carries nothing: what was released of it before stands
    const job = await this.jobFor(actor, test, one, test.carried);
    if (job === 'no-group') return null;
    const without = one.audience !== 'region' && regionUnknown(test.result);
    const seen = (judged: Judged): Judged => (without ? { ...judged, withoutRegion: true } : judged);
    if (job === null || typeof job === 'string') return { judged: seen(judgedAs(job)) };
    const spent = AbortSignal.timeout(this.budget.milliseconds);
    let outcome: GateOutcome;
    try {
      outcome = await this.engine.try(job, {
        onProgress,
        signal: AbortSignal.any([calledOff, spent]),
        memoryMb: this.budget.memoryMb,
      });
    } catch (error) {
      if (calledOff.aborted || !(spent.aborted || ranOutOfMemory(error))) throw error;
      return { judged: unfinished };
    }
    const judged = seen(judgedAs(outcome));
    return one.audience === 'region' && outcome.released
      ? { judged, carried: carriedBy(outcome) }
      : { judged };
  }

  private async jobFor(
    actor: Actor,
    test: PrivacyTest,
    one: Look,
    region: Carried | null,
  ): Promise<GateJob | 'no-group' | string | null> {
    return this.database.transaction(actor, async () => {
      const [set] = await this.database.query<{ kind: ExtractKind; supersedes: string | null }>(
        `select s.kind, d.supersedes_id as supersedes from data_set d join data_source s on s.id = d.source_id where d.id = $1`,
        [test.dataSetId],
      );
      if (!set) return 'no-data';
      const groups = one.groupId === null ? [] : await standingGroups(this.database);
      const members = groups.find(({ id }) => id === one.groupId)?.members ?? null;
      if (one.groupId !== null && members === null) return 'no-group';
      const ask: GateAsk = {
        kind: set.kind,
        audience: one.audience,
        mode: one.audience === 'region' ? 'aggregate' : 'pseudonymous',
        members,
        asIf: { id: test.dataSetId, supersedes: set.supersedes },
        ...(region && { references: new Map(region.references) }),
      };
      const job = await this.source.job(actor, ask);
      if (job === null || typeof job === 'string' || !region) return job;
      // by the time this audience reads its figures, it can read those of the region
      return { ...job, ledger: [...job.ledger, ...region.statements] };
    });
  }

  private follow(actor: Actor, test: PrivacyTest, at: number, position: { fraction: number }) {
    let last = 0;
    return (part: number): void => {
      position.fraction = Math.max(position.fraction, (at + part) / test.result.length);
      const now = Date.now();
      if (now - last < PROGRESS_MS) return;
      last = now;
      const progress = { phase: 'privacy', fraction: position.fraction };
      void this.rooms.progress(actor.regionId, dataSetRoom(test.dataSetId), progress).catch(() => undefined); // the next one makes up for it
    };
  }

  /** @returns false when the test is no longer this worker's: stopped, decided on, or taken over */
  private async beat(actor: Actor, test: PrivacyTest, fraction: number): Promise<boolean> {
    return this.database.transaction(actor, async () => {
      const held = await this.database.query<{ id: string }>(
        `update privacy_test t set heard_at = $3, fraction = greatest(t.fraction, $4)
         from data_set d where t.id = $1 and t.held_by = $2 and t.state = 'running' and d.id = t.data_set_id and d.state = 'checked'
         returning t.id`,
        [test.id, test.heldBy, this.clock.now(), fraction],
      );
      return held.length > 0;
    });
  }

  /** Keeps what came of an audience, only while the test is still this worker's. */
  private async store(actor: Actor, test: PrivacyTest, at: number, seen: Seen): Promise<void> {
    await this.database.transaction(actor, async () => {
      const held = await this.lock(test);
      if (!held) return;
      held.result = held.result.flatMap((one, place) => {
        if (place !== at) return [one];
        return seen ? [{ ...one, judged: seen.judged }] : [];
      });
      if (seen?.carried) held.carried = seen.carried;
      const left = held.result.filter(({ judged }) => judged === null).length;
      Object.assign(held, {
        fraction: left === 0 ? 1 : 1 - left / held.result.length,
        attempts: 0,
        heldBy: null,
        heardAt: null,
        version: held.version + 1,
      });
      if (left === 0) {
        Object.assign(held, { state: 'done', endedAt: this.clock.now(), carried: null });
        this.audit.record(actor, {
          event: 'data-set.privacy-test-done',
          action: 'R',
          subjectKind: 'data-set',
          subjectId: held.dataSetId,
          detail: { audiences: counted(held.result) },
        });
      } else this.jobs.wake('figures', { regionId: actor.regionId, id: held.id });
      await this.database.repository(PrivacyTest).save(held);
      await this.rooms.announce(dataSetRoom(held.dataSetId), 'figures.changed');
    });
  }

  private async letGo(actor: Actor, test: PrivacyTest, laidDown: boolean): Promise<void> {
    await this.database.transaction(actor, async () => {
      const held = await this.lock(test);
      if (!held) return;
      held.heldBy = null;
      // a moment of silence before the next attempt, or they would all be used up at once
      held.heardAt = laidDown ? null : this.clock.now();
      if (laidDown) held.attempts -= 1;
      await this.database.repository(PrivacyTest).save(held);
    });
  }

  /** The row while it is this worker's, held for writing. */
  private async lock(test: PrivacyTest): Promise<PrivacyTest | null> {
    const [held] = await this.database.query<{ id: string }>(
      `select t.id from privacy_test t join data_set d on d.id = t.data_set_id
       where t.id = $1 and t.held_by = $2 and t.state = 'running' and d.state = 'checked' for update of t`,
      [test.id, test.heldBy],
    );
    return held ? this.database.repository(PrivacyTest).findOneByOrFail({ id: test.id }) : null;
  }
}

/** How many audiences came out how. */
function counted(looks: readonly Look[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { judged } of looks) if (judged) counts[judged.outcome] = (counts[judged.outcome] ?? 0) + 1;
  return counts;
}
