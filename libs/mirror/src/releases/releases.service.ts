import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { figuresRoom, type ExtractKind, type Page, type ReleaseView } from '#libs/contracts';
import { POLICY } from '#libs/disclosure';
import { allow, Clock, Database, found, fresh, isId, Jobs, newId, Rooms, type Actor } from '#libs/platform';
import { canManageFigures } from '../mirror.policy.js';
import { OpenModesService } from '../modes/open-modes.service.js';
import { LEAST_MEMBERS } from './gate.rules.js';
import { standingGroups } from './release-data.queries.js';
import { Release } from './release.entity.js';
import { coarsenedWords, reasonWords } from './release.rules.js';

/** For whom something is to be released. */
type Target = Pick<Release, 'audience' | 'mode' | 'groupId' | 'openModeId' | 'members'>;

/** What others may see: planned when a data set is approved, judged by the gate in the worker, withdrawn with its data set (MIR-07). */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly rooms: Rooms,
    private readonly modes: OpenModesService,
  ) {}

  /**
   * Plans what an approved data set changes: the region's figures, the funnel, and every group's. New list sizes change the figures of every
   * kind. Joins the open transaction.
   */
  async plan(actor: Actor, dataSetId: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      const [set] = await this.database.query<{ kind: ExtractKind; from: string | null; to: string | null }>(
        `select s.kind, d.period_from::text as from, d.period_to::text as to
         from data_set d join data_source s on s.id = d.source_id where d.id = $1 and d.state = 'approved'`,
        [dataSetId],
      );
      if (!set?.from || !set.to) return;
      const period = { from: set.from, to: set.to };
      const kinds = set.kind === 'list-sizes' ? await this.countedKinds() : [set.kind];
      const everybody: Target = {
        audience: 'region',
        mode: 'aggregate',
        groupId: null,
        openModeId: null,
        members: [],
      };
      const groups = await this.groupTargets();
      for (const kind of kinds)
        await this.add(actor, kind, [dataSetId], period, [
          everybody,
          { ...everybody, audience: 'staff', mode: 'pseudonymous' },
          ...groups,
        ]);
    });
  }

  /** Plans figures for groups that are new, from what is approved. Joins the open transaction. */
  async planGroups(actor: Actor, groupIds: readonly string[]): Promise<void> {
    await this.database.transaction(actor, async () => {
      const targets = (await this.groupTargets()).filter(({ groupId }) =>
        groupIds.includes(groupId as string),
      );
      if (targets.length > 0) await this.addForAll(actor, targets);
    });
  }

  /** Plans the figures by name of a group whose practices all signed. Joins the open transaction. */
  async planOpen(actor: Actor, openModeId: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      const [mode] = await this.database.query<{ group_id: string }>(
        `select group_id from open_mode where id = $1 and state = 'active'`,
        [openModeId],
      );
      const active = mode ? await this.modes.activeFor(mode.group_id) : null;
      if (!mode || active?.id !== openModeId) return;
      await this.addForAll(actor, [
        {
          audience: 'group',
          mode: 'open',
          groupId: mode.group_id,
          openModeId,
          members: [...active.scope.members].sort(),
        },
      ]);
    });
  }

  /** Withdraws everything that was made from a data set; what it told stays in the ledger. Joins the open transaction. */
  async withdrawFor(actor: Actor, dataSetId: string, why: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      const rows = await this.database.query<{ id: string; version: number }>(
        `select id, version from release where $1 = any(data_set_ids) and state in ('preparing', 'released', 'superseded') for update`,
        [dataSetId],
      );
      for (const { id } of rows) await this.takeAway(actor, id, why);
      // what other data sets still say may be shown without it
      const [set] = await this.database.query<{ kind: ExtractKind }>(
        `select s.kind from data_set d join data_source s on s.id = d.source_id where d.id = $1`,
        [dataSetId],
      );
      const [rest] = await this.database.query<{ id: string }>(
        `select d.id from data_set d join data_source s on s.id = d.source_id
         where s.kind = $1 and d.state = 'approved' and d.id <> $2 order by d.approved_at desc limit 1`,
        [set?.kind, dataSetId],
      );
      if (rest) await this.plan(actor, rest.id);
    });
  }

  /** Takes one release away at once. @throws not-found · release.not-released · conflict.stale */
  async withdraw(actor: Actor, id: string, why: string, version?: number): Promise<ReleaseView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const release = found(
        isId(id)
          ? await this.database
              .repository(Release)
              .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
          : null,
        'release',
      );
      fresh(release, version);
      allow(release.state === 'released' || release.state === 'superseded', 'release.not-released');
      await this.takeAway(actor, id, why);
      return (await this.views({ id }))[0] as ReleaseView;
    });
  }

  /** Newest first. */
  async list(actor: Actor, options: { cursor?: string; limit: number }): Promise<Page<ReleaseView>> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const rows = await this.views({ before: options.cursor ?? null, limit: options.limit + 1 });
      const items = rows.slice(0, options.limit);
      const [count] = await this.database.query<{ n: number }>('select count(*)::integer as n from release');
      return {
        items,
        next: rows.length > options.limit ? (items.at(-1)?.id ?? null) : null,
        total: count?.n ?? 0,
      };
    });
  }

  private async takeAway(actor: Actor, id: string, why: string): Promise<void> {
    const [gone] = await this.database.query<{ group_id: string | null; audience: string; kind: string }>(
      `update release set state = 'withdrawn', reason = $2, ended_at = $3, heard_at = null, version = version + 1
       where id = $1 returning group_id, audience, kind`,
      [id, why, this.clock.now()],
    );
    this.audit.record(actor, {
      event: 'release.withdrawn',
      action: 'U',
      subjectKind: 'release',
      subjectId: id,
      detail: { audience: gone?.audience, kind: gone?.kind },
    });
    if (gone?.group_id) await this.rooms.announce(figuresRoom(gone.group_id), 'figures.changed');
  }

  /** Groups large enough, and those of them that agreed to names once more. */
  private async groupTargets(): Promise<Target[]> {
    const targets: Target[] = [];
    for (const { id, members } of await standingGroups(this.database)) {
      if (members.length < LEAST_MEMBERS) continue;
      targets.push({ audience: 'group', mode: 'pseudonymous', groupId: id, openModeId: null, members });
      const open = await this.modes.activeFor(id);
      if (open)
        targets.push({
          audience: 'group',
          mode: 'open',
          groupId: id,
          openModeId: open.id,
          members: [...open.scope.members].sort(),
        });
    }
    return targets;
  }

  private async countedKinds(): Promise<ExtractKind[]> {
    const rows = await this.database.query<{ kind: ExtractKind }>(
      `select distinct s.kind from data_set d join data_source s on s.id = d.source_id where d.state = 'approved' and s.kind <> 'list-sizes'`,
    );
    return rows.map(({ kind }) => kind);
  }

  private async addForAll(actor: Actor, targets: readonly Target[]): Promise<void> {
    for (const kind of await this.countedKinds()) {
      const sets = await this.database.query<{ id: string; from: string; to: string }>(
        `select d.id, d.period_from::text as from, d.period_to::text as to from data_set d join data_source s on s.id = d.source_id
         where s.kind = $1 and d.state = 'approved' and d.period_from is not null`,
        [kind],
      );
      const from = sets.map((one) => one.from).sort()[0];
      const to = sets
        .map((one) => one.to)
        .sort()
        .at(-1);
      if (from && to)
        await this.add(
          actor,
          kind,
          sets.map(({ id }) => id),
          { from, to },
          targets,
        );
    }
  }

  /** One row per target; one that waits already is judged with whatever is approved by then. */
  private async add(
    actor: Actor,
    kind: ExtractKind,
    dataSetIds: readonly string[],
    period: { from: string; to: string },
    targets: readonly Target[],
  ): Promise<void> {
    const now = this.clock.now();
    let first: string | null = null;
    for (const target of targets) {
      await this.database.query(
        `update release set state = 'superseded', ended_at = $6, version = version + 1
         where state = 'preparing' and heard_at is null and kind = $1 and audience = $2 and mode = $3 and group_id is not distinct from $4
           and open_mode_id is not distinct from $5`,
        [kind, target.audience, target.mode, target.groupId, target.openModeId, now],
      );
      const id = newId();
      first ??= id;
      await this.database.repository(Release).insert({
        ...target,
        id,
        regionId: actor.regionId,
        kind,
        dataSetIds: [...dataSetIds],
        periodFrom: period.from,
        periodTo: period.to,
        state: 'preparing',
        fraction: 0,
        attempts: 0,
        policyVersion: POLICY.version,
        requestedBy: actor.personId,
        createdAt: now,
        version: 1,
      });
    }
    if (first) this.jobs.wake('figures', { regionId: actor.regionId, id: first });
  }

  private async views(of: { id: string } | { before: string | null; limit: number }): Promise<ReleaseView[]> {
    const one = 'id' in of ? of.id : null;
    const before = 'before' in of && of.before !== null && isId(of.before) ? of.before : null;
    const rows = await this.database.query<
      Omit<ReleaseView, 'reason' | 'coarsened' | 'releasedAt'> & {
        reason: string | null;
        coarsened: string | null;
        released_at: Date | null;
      }
    >(
      `select r.id, r.audience, r.mode, r.kind, r.state, r.fraction, r.reason, r.coarsened, r.released_at, r.supersedes_id as supersedes, r.version,
         case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as group,
         json_build_object('from', r.period_from, 'toExclusive', r.period_to) as period,
         (select count(*)::integer from release_figure f where f.release_id = r.id) as figures
       from release r left join intervision_group g on g.id = r.group_id
       where ($1::uuid is null or r.id = $1) and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`,
      [one, before, 'limit' in of ? of.limit : 1],
    );
    return rows.map(({ released_at, reason, coarsened, ...row }) => ({
      ...row,
      reason: reasonWords(reason),
      coarsened: coarsenedWords(coarsened),
      releasedAt: released_at?.toISOString() ?? null,
    }));
  }
}
