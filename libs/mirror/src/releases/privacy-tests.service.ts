import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { dataSetRoom, type PrivacyTestView } from '#libs/contracts';
import { allow, Clock, Database, found, Jobs, newId, Rooms, type Actor } from '#libs/platform';
import { DataSetsQueries } from '../data-sets/data-sets.queries.js';
import { canManageFigures } from '../mirror.policy.js';
import { PrivacyTest } from './privacy-test.entity.js';
import { audiencesOf, audienceViews, endWords, type EndCode } from './privacy-test.rules.js';
import { standingGroups } from './release-data.queries.js';

/**
 * "What could be derived?" before approving (D7): what the gate would do per audience if a data set were released now. Asked here, carried out by
 * the worker; nothing that was tried is shown to anybody.
 */
@Injectable()
export class PrivacyTestsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly jobs: Jobs,
    private readonly dataSets: DataSetsQueries,
  ) {}

  /** Starts a test, in the place of the one before it. @throws not-found · data-set.not-checked */
  async ask(actor: Actor, dataSetId: string): Promise<PrivacyTestView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const set = await this.dataSets.lock(dataSetId);
      allow(set.state === 'checked', 'data-set.not-checked');
      await this.database.query(`delete from privacy_test where data_set_id = $1`, [set.id]);
      const id = newId();
      await this.database.repository(PrivacyTest).insert({
        id,
        regionId: actor.regionId,
        dataSetId: set.id,
        state: 'waiting',
        fraction: 0,
        attempts: 0,
        result: audiencesOf(await standingGroups(this.database)),
        askedBy: actor.personId,
        askedAt: this.clock.now(),
        version: 1,
      });
      this.note(actor, set.id, 'data-set.privacy-tested', {});
      this.jobs.wake('figures', { regionId: actor.regionId, id });
      await this.rooms.announce(dataSetRoom(set.id), 'figures.changed');
      return this.read(set.id);
    });
  }

  /** The test of a data set as it is now; `none` when nobody asked for one. @throws not-found */
  async view(actor: Actor, dataSetId: string): Promise<PrivacyTestView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const { id } = await this.dataSets.row(dataSetId);
      return this.read(id);
    });
  }

  /** Stops a test; what was looked at stays. One that has ended stays as it is. @throws not-found, also when there is none */
  async stop(actor: Actor, dataSetId: string): Promise<PrivacyTestView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const { id } = await this.dataSets.row(dataSetId);
      const test = await this.database.repository(PrivacyTest).findOneBy({ dataSetId: id });
      found(test, 'privacy-test');
      await this.end(actor, id, 'asked');
      return this.read(id);
    });
  }

  /** Ends the test of a data set, if one goes on; its worker notices within seconds. Joins the open transaction. */
  async end(actor: Actor, dataSetId: string, reason: EndCode): Promise<void> {
    await this.database.transaction(actor, async () => {
      const ended = await this.database.query<{ id: string }>(
        `update privacy_test set state = 'stopped', reason = $2, ended_at = $3, held_by = null, heard_at = null, carried = null,
           version = version + 1
         where data_set_id = $1 and state in ('waiting', 'running') returning id`,
        [dataSetId, reason, this.clock.now()],
      );
      if (ended.length === 0) return;
      this.note(actor, dataSetId, 'data-set.privacy-test-stopped', { reason });
      await this.rooms.announce(dataSetRoom(dataSetId), 'figures.changed');
    });
  }

  private async read(dataSetId: string): Promise<PrivacyTestView> {
    const test = await this.database.repository(PrivacyTest).findOneBy({ dataSetId });
    if (!test)
      return {
        state: 'none',
        fraction: 0,
        askedBy: null,
        askedAt: null,
        endedAt: null,
        reason: null,
        audiences: [],
        version: 0,
      };
    const [asker] = await this.database.query<{ name: string }>(`select name from person where id = $1`, [
      test.askedBy,
    ]);
    const groups = await this.database.query<{ id: string; name: string }>(
      `select id, name from intervision_group where id = any($1::uuid[])`,
      [test.result.flatMap(({ groupId }) => groupId ?? [])],
    );
    return {
      state: test.state,
      fraction: test.fraction,
      askedBy: asker?.name ?? null,
      askedAt: test.askedAt.toISOString(),
      endedAt: test.endedAt?.toISOString() ?? null,
      reason: endWords(test.reason),
      audiences: audienceViews(test.state, test.result, new Map(groups.map(({ id, name }) => [id, name]))),
      version: test.version,
    };
  }

  private note(actor: Actor, dataSetId: string, event: string, detail: Record<string, unknown>): void {
    const subject = { subjectKind: 'data-set', subjectId: dataSetId };
    this.audit.record(actor, { event, action: 'R', ...subject, detail });
  }
}
