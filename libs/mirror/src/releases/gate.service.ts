import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { dataSetRoom, figuresRoom } from '#libs/contracts';
import { Clock, Database, LOG, newId, Rooms, systemActor, type Actor, type Log } from '#libs/platform';
import { OpenModesService } from '../modes/open-modes.service.js';
import { artefactBytes } from '../provenance/card.rules.js';
import { CardsService } from '../provenance/cards.service.js';
import { publicId } from '../provenance/figure-id.rules.js';
import { GateData } from './gate-data.service.js';
import { GateEngine } from './gate-engine.service.js';
import type { GateJob, GateOutcome } from './gate.rules.js';
import { PrivacyTestRuns } from './privacy-test-runs.service.js';
import { Release } from './release.entity.js';
import { coarsenedCode, MOST_ATTEMPTS, SILENCE_MS } from './release.rules.js';
import { ALL_ITEMS } from './release-data.rules.js';

/** How often a worker says that it is alive. */
const HEARTBEAT_MS = 5_000;

/**
 * Carries releases out, in the worker process: one at a time per region and kind, the region's first, because the ledger that the next one is
 * judged with holds what this one shows. The row is the truth: a worker that dies leaves a silent row behind and nothing else.
 */
@Injectable()
export class GateService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly audit: AuditService,
    private readonly source: GateData,
    private readonly cards: CardsService,
    private readonly modes: OpenModesService,
    private readonly engine: GateEngine,
    @Inject(LOG) private readonly log: Log,
    private readonly tests: PrivacyTestRuns,
  ) {}

  /**
   * Judges every release that waits in a region, in order; then one audience of a privacy test.
   * @param stopping lays the work at hand down for the next worker
   * @returns how many.
   */
  async work(regionId: string, stopping?: AbortSignal): Promise<number> {
    const actor = systemActor(regionId);
    for (let done = 0; ; done++) {
      const release = stopping?.aborted ? null : await this.claim(actor);
      if (!release) return done + (await this.tests.work(regionId, stopping));
      await this.make(actor, release, stopping);
    }
  }

  /** Takes up at once what a killed process was doing; only for whoever knows that no other process is left. */
  async recover(regionId: string): Promise<void> {
    await this.database.transaction(systemActor(regionId), async () => {
      await this.database.query(`update release set heard_at = null where state = 'preparing'`);
      await this.tests.recover();
    });
  }

  /** The next release that nobody is at. */
  private async claim(actor: Actor): Promise<Release | null> {
    const now = this.clock.now();
    return this.database.transaction(actor, async () => {
      await this.database.query(`select pg_advisory_xact_lock(hashtextextended('gate ' || $1, 0))`, [
        actor.regionId,
      ]);
      const alive = new Date(now.getTime() - SILENCE_MS);
      const [next] = await this.database.query<{ id: string }>(
        `select r.id from release r where r.state = 'preparing'
           and not exists (select 1 from release b where b.kind = r.kind and b.state = 'preparing' and b.heard_at > $1)
         order by r.kind, array_position(array['region', 'staff', 'group'], r.audience), r.id limit 1`,
        [alive],
      );
      if (!next) return null;
      const release = await this.database.repository(Release).findOneByOrFail({ id: next.id });
      release.attempts += 1;
      release.heardAt = now;
      if (release.attempts > MOST_ATTEMPTS)
        Object.assign(release, { state: 'failed', reason: 'failed', endedAt: now, heardAt: null });
      await this.database.repository(Release).save(release);
      if (release.state === 'failed') await this.announce(release);
      return release;
    });
  }

  private async make(actor: Actor, release: Release, stopping?: AbortSignal): Promise<void> {
    if (release.state !== 'preparing') return;
    const position = { fraction: 0 };
    const beat = setInterval(() => {
      this.beat(actor, release, position.fraction).catch((error: Error) =>
        this.log.warn({ release: release.id, error: error.message }, 'heartbeat failed'),
      );
    }, HEARTBEAT_MS);
    try {
      const job = await this.database.transaction(actor, async () =>
        (await this.stands(release)) ? this.source.job(actor, await this.askOf(release)) : 'not-agreed',
      );
      if (typeof job === 'string' || job === null) return await this.refuse(actor, release, job ?? 'nothing');
      const outcome = await this.engine.judge(job, {
        onProgress: (fraction) => {
          position.fraction = fraction;
        },
        ...(stopping && { signal: stopping }),
      });
      await this.store(actor, release, job, outcome);
    } catch (error) {
      if (!stopping?.aborted)
        this.log.error({ release: release.id, error: (error as Error).message }, 'release failed');
      await this.letGo(actor, release, stopping?.aborted === true);
    } finally {
      clearInterval(beat);
    }
  }

  private async askOf(release: Release): Promise<Parameters<GateData['job']>[1]> {
    const mode = release.openModeId === null ? null : await this.modes.activeFor(release.groupId as string);
    return {
      kind: release.kind,
      audience: release.audience,
      mode: release.mode,
      members: release.audience === 'group' ? release.members : null,
      ...(mode ? { codes: mode.scope.measures } : {}),
    };
  }

  /** A release by name is made only while its agreement stands. */
  private async stands(release: Release): Promise<boolean> {
    if (release.openModeId === null) return true;
    return (await this.modes.activeFor(release.groupId as string))?.id === release.openModeId;
  }

  private async beat(actor: Actor, release: Release, fraction: number): Promise<void> {
    await this.database.transaction(actor, () =>
      this.database.query(
        `update release set heard_at = $2, fraction = $3 where id = $1 and state = 'preparing'`,
        [release.id, this.clock.now(), fraction],
      ),
    );
  }

  /** Everything or nothing, and only while it is still to be done. */
  private async store(actor: Actor, release: Release, job: GateJob, outcome: GateOutcome): Promise<void> {
    const auditId = newId();
    const verdict = { ...outcome.verdict, auditId };
    if (!outcome.released) return this.refuse(actor, release, outcome.reason ?? 'unsafe', verdict);
    await this.database.transaction(actor, async () => {
      const held = await this.lock(release);
      if (!held) return;
      if (!(await this.stands(held))) return this.end(actor, held, 'not-agreed', verdict);
      const earlier = await this.supersede(held);
      const { window } = job.data;
      const now = this.clock.now();
      Object.assign(held, {
        state: 'released',
        members: held.audience === 'group' ? held.members : job.members,
        dataSetIds: job.data.dataSets,
        periodFrom: window.from,
        periodTo: window.toExclusive,
        fraction: 1,
        verdict,
        coarsened: coarsenedCode(outcome.coarsened),
        supersedesId: earlier,
        releasedAt: now,
        heardAt: null,
        version: held.version + 1,
      });
      await this.database.repository(Release).save(held);
      await this.keepFigures(held, job, outcome, auditId);
      await this.keepStatements(held, outcome);
      this.audit.record(actor, {
        event: 'release.released',
        action: 'C',
        subjectKind: 'release',
        subjectId: held.id,
        detail: {
          audience: held.audience,
          mode: held.mode,
          kind: held.kind,
          figures: outcome.figures.length,
          dataSets: held.dataSetIds,
          auditId,
        },
      });
      await this.announce(held);
    });
  }

  private async keepFigures(
    release: Release,
    job: GateJob,
    outcome: GateOutcome,
    auditId: string,
  ): Promise<void> {
    const names = await this.names(release.kind);
    const versions = new Map(job.measures.map((one) => [one.id, one]));
    const rows: object[] = [];
    for (const { id, measureId, measure, item, body } of outcome.figures) {
      const version = versions.get(measureId);
      if (!version) continue;
      const strata = job.references.get(`${measure}|${item}`)?.strata ?? null;
      const card = await this.cards.make({
        figureId: publicId('fig', id),
        releaseId: publicId('rel', release.id),
        version,
        item: { code: item, name: names.get(item) ?? item },
        period: { from: release.periodFrom, toExclusive: release.periodTo },
        dataSetIds: release.dataSetIds,
        mode: release.mode,
        policyVersion: outcome.verdict.policy,
        auditId: `aud_${auditId.replaceAll('-', '')}`,
        consentId: release.openModeId,
        attackerModels: outcome.verdict.attackers,
        bytes: artefactBytes(body),
        supersedes: release.supersedesId ? publicId('rel', release.supersedesId) : null,
        bands: (strata ?? []).map(({ sex, age }) => `${sex}${age}`),
        standardised: strata !== null && version.content.standardisation === 'indirect',
      });
      rows.push({ id, measure_version_id: measureId, item, body, card });
    }
    await this.database.query(
      `insert into release_figure (id, region_id, release_id, measure_version_id, item, body, card)
       select x.id, current_region(), $1, x.measure_version_id, x.item, x.body, x.card
       from jsonb_to_recordset($2::jsonb) as x(id uuid, measure_version_id uuid, item text, body jsonb, card jsonb)`,
      [release.id, JSON.stringify(rows)],
    );
  }

  private async keepStatements(release: Release, { statements }: GateOutcome): Promise<void> {
    await this.database.query(
      `insert into ledger_statement (region_id, release_id, kind, audience, group_id, key, terms, lo, hi)
       select current_region(), $1, $2, $3, $4, x.key, x.sum, x.lo, x.hi
       from jsonb_to_recordset($5::jsonb) as x(key text, sum jsonb, lo numeric, hi numeric)`,
      [release.id, release.kind, release.audience, release.groupId, JSON.stringify(statements)],
    );
  }

  /** What this audience saw so far in the same way is replaced. */
  private async supersede(release: Release): Promise<string | null> {
    const rows = await this.database.query<{ id: string }>(
      `update release set state = 'superseded', ended_at = $2, version = version + 1
       where state = 'released' and audience = $3 and mode = $4 and kind = $5 and group_id is not distinct from $6 and id <> $1
       returning id`,
      [release.id, this.clock.now(), release.audience, release.mode, release.kind, release.groupId],
    );
    return (
      rows
        .map(({ id }) => id)
        .sort()
        .at(-1) ?? null
    );
  }

  private async refuse(
    actor: Actor,
    release: Release,
    reason: string,
    verdict?: Release['verdict'],
  ): Promise<void> {
    await this.database.transaction(actor, async () => {
      const held = await this.lock(release);
      if (held) await this.end(actor, held, reason, verdict ?? null);
    });
  }

  private async end(actor: Actor, held: Release, reason: string, verdict: Release['verdict']): Promise<void> {
    Object.assign(held, {
      state: 'refused',
      reason,
      verdict,
      fraction: 1,
      heardAt: null,
      endedAt: this.clock.now(),
      version: held.version + 1,
    });
    await this.database.repository(Release).save(held);
    this.audit.record(actor, {
      event: 'release.refused',
      action: 'U',
      outcome: 'refused',
      subjectKind: 'release',
      subjectId: held.id,
      detail: { audience: held.audience, mode: held.mode, kind: held.kind, reason },
    });
    await this.announce(held);
  }

  private async letGo(actor: Actor, release: Release, laidDown: boolean): Promise<void> {
    await this.database.transaction(actor, async () => {
      const held = await this.lock(release);
      if (!held) return;
      // a moment of silence before the next attempt, or this loop would use them up at once
      held.heardAt = laidDown ? null : this.clock.now();
      if (laidDown) held.attempts -= 1;
      await this.database.repository(Release).save(held);
    });
  }

  private async lock(release: Release): Promise<Release | null> {
    const held = await this.database
      .repository(Release)
      .findOne({ where: { id: release.id }, lock: { mode: 'pessimistic_write' } });
    return held?.state === 'preparing' && held.attempts === release.attempts ? held : null;
  }

  private async names(kind: string): Promise<Map<string, string>> {
    const rows = await this.database.query<{ code: string; name: string }>(
      `select code, name from figure_item where kind = $1`,
      [kind],
    );
    return new Map([
      ...rows.map(({ code, name }): [string, string] => [code, name]),
      [ALL_ITEMS, 'alles samen'],
    ]);
  }

  private async announce(release: Release): Promise<void> {
    if (release.groupId) await this.rooms.announce(figuresRoom(release.groupId), 'figures.changed');
    for (const id of release.dataSetIds) await this.rooms.announce(dataSetRoom(id), 'figures.changed');
  }
}
