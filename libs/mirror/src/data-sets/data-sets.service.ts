import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import {
  dataSetRoom,
  EXTRACT_FIELDS,
  type DataSetRefusalView,
  type DataSetState,
  type DataSetSummaryView,
  type DataSetView,
  type ExtractField,
  type ExtractReading,
  type Page,
} from '#libs/contracts';
import { allow, Clock, Database, DomainError, fresh, newId, Rooms, type Actor, Facts } from '#libs/platform';
import { writeDutchCsv } from '#libs/tabular';
import { scanText } from '#libs/textguard';
import { canApprove, canManageFigures } from '../mirror.policy.js';
import { DataSourcesService } from '../sources/data-sources.service.js';
import { missingFields } from '../sources/extract-fields.rules.js';
import { DataSet } from './data-set.entity.js';
import { DataSetsQueries } from './data-sets.queries.js';
import { LARGEST_EXTRACT } from './extract-file.rules.js';
import { ExtractLoading } from './extract-loading.service.js';
import { MOST_REFUSALS } from './refusals.rules.js';

/** A file that is about to be sent. */
export interface DataSetWish {
  fileName: string;
  bytes: number;
  /** Heading, or number of the column from 0, → field. */
  mapping: Record<string, string>;
  reading?: ExtractReading;
  /** When the file was made, for files that do not say so; ISO. */
  extractAt?: string;
  /** The approved data set that this one replaces, and why. */
  supersedes?: string;
  why?: string;
}

/** A file's own name, without what could name a person. */
function cleanName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/\p{Cc}/gu, '').slice(0, 200);
  return name === '' || scanText(name).verdict === 'block' ? 'bestand' : name;
}

/** A reason is read by others for years: it names nobody. @throws text.identifiers */
function checkText(why: string | undefined): void {
  if (why === undefined || scanText(why).verdict !== 'block') return;
  throw new DomainError('text.identifiers', { fields: ['why'] });
}

/** Deliveries of figures: loaded by one person, approved by another, replaced and never changed (D7). */
@Injectable()
export class DataSetsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly sources: DataSourcesService,
    private readonly queries: DataSetsQueries,
    private readonly loading: ExtractLoading,
    private readonly facts: Facts,
  ) {}

  async list(
    actor: Actor,
    filter: { source?: string; state?: DataSetState },
    options: { cursor?: string; limit: number },
  ): Promise<Page<DataSetSummaryView>> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, () => this.queries.page(filter, options));
  }

  async get(actor: Actor, id: string): Promise<DataSetView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, () => this.queries.view(actor, id));
  }

  /** Whether the actor may follow the loading of a data set. */
  async visible(actor: Actor, id: string): Promise<boolean> {
    if (!canManageFigures(actor)) return false;
    return this.get(actor, id).then(
      () => true,
      () => false,
    );
  }

  /** Rows that were not read, the first 10,000, by row. */
  async refusals(
    actor: Actor,
    id: string,
    options: { cursor?: string; limit: number },
  ): Promise<Page<DataSetRefusalView>> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      await this.queries.row(id);
      return this.queries.refusals(id, options);
    });
  }

  /** The same as a Dutch CSV, to send back to the supplier. */
  async refusalsFile(actor: Actor, id: string): Promise<{ name: string; type: string; body: Buffer }> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const set = await this.queries.row(id);
      const rows = await this.queries.refusalRows(id, 0, MOST_REFUSALS);
      const dutch = actor.language === 'nl';
      const body = writeDutchCsv(
        [
          { heading: dutch ? 'Rij' : 'Row', type: 'integer' },
          { heading: dutch ? 'Veld' : 'Field', type: 'text' },
          { heading: 'Code', type: 'text' },
          { heading: dutch ? 'Waarom' : 'Why', type: 'text' },
        ],
        rows.map((one) => [one.row, one.field ?? '', one.code, one.sentence[actor.language]]),
      );
      this.note(actor, set, 'data-set.refusals-exported', 'R', { rows: rows.length });
      return { name: `geweigerde-rijen-${id.slice(-8)}.csv`, type: 'text/csv; charset=utf-8', body };
    });
  }

  /**
   * Announces a file: says where it comes from, what is in which column and, when it replaces another, why.
   * @throws extract.field-missing · upload.too-large · upload.empty · data-set.not-newest when it replaces one that is no longer
   *   the newest · extract.busy when that one is being replaced already · validation.failed without a reason
   */
  async create(actor: Actor, sourceId: string, wish: DataSetWish): Promise<DataSetView> {
    allow(canManageFigures(actor));
    if (wish.bytes > LARGEST_EXTRACT)
      throw new DomainError('upload.too-large', { limit: LARGEST_EXTRACT / 1024 / 1024 });
    if (wish.bytes < 1) throw new DomainError('upload.empty');
    checkText(wish.why);
    const fields = Object.values(wish.mapping).map((name) => EXTRACT_FIELDS.find((one) => one === name));
    const known = fields.every((field): field is ExtractField => field !== undefined);
    allow(known, 'validation.failed', { fields: [{ field: 'mapping', rule: 'fields' }] });
    return this.database.transaction(actor, async () => {
      const source = await this.sources.open(sourceId);
      const missing = missingFields(source.kind, fields);
      allow(missing.length === 0, 'extract.field-missing', { fields: missing });
      if (wish.supersedes !== undefined) await this.checkReplaced(source.id, wish);
      const set = {
        id: newId(),
        regionId: actor.regionId,
        sourceId: source.id,
        state: 'loading' as const,
        fileName: cleanName(wish.fileName),
        bytes: String(wish.bytes),
        format: { reading: wish.reading ?? { rows: 'totals', dates: 'month', itemCharacters: null } },
        mapping: wish.mapping,
        extractAt: wish.extractAt === undefined ? null : new Date(wish.extractAt),
        supersedesId: wish.supersedes ?? null,
        why: wish.why ?? null,
        loadedBy: actor.personId,
        createdAt: this.clock.now(),
        version: 1,
      };
      await this.database.repository(DataSet).insert(set as never);
      this.note(actor, set, 'data-set.announced', 'C', {
        bytes: wish.bytes,
        ...(wish.supersedes === undefined ? {} : { supersedes: wish.supersedes }),
      });
      return this.queries.view(actor, set.id);
    });
  }

  /**
   * Reads the file of an announced data set while it arrives; only who announced it sends it.
   * @param body null when nothing was sent, which leaves the data set waiting
   * @throws upload.empty · what ExtractLoading.load throws
   */
  async load(actor: Actor, id: string, body: Readable | null): Promise<DataSetView> {
    allow(canManageFigures(actor));
    const set = await this.database.transaction(actor, () => this.queries.row(id));
    allow(set.loadedBy === actor.personId);
    if (body === null) throw new DomainError('upload.empty');
    await this.loading.load(actor, id, body);
    return this.get(actor, id);
  }

  /**
   * Makes a checked data set the one that figures are made from; the one it replaces is superseded. What others may see of it is
   * decided after this, by the gate.
   * @throws data-set.not-checked, also while a check stops it · data-set.own-approval · data-set.not-newest · conflict.stale
   */
  async approve(actor: Actor, id: string, version?: number): Promise<DataSetView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const set = await this.queries.lock(id);
      fresh(set, version);
      allow(set.state === 'checked', 'data-set.not-checked');
      allow(canApprove(actor, set), 'data-set.own-approval');
      await this.refuseStopped(set);
      const now = this.clock.now();
      if (set.supersedesId) await this.supersede(actor, set.sourceId, set.supersedesId, now);
      await this.save(set, { state: 'approved', approvedBy: actor.personId, approvedAt: now });
      await this.nameItems(actor, set);
      this.note(actor, set, 'data-set.approved', 'U', { loadedBy: set.loadedBy, commitment: set.commitment });
      await this.facts.publish(actor, 'data-set.approved', { dataSetId: id });
      await this.tellStopped();
      return this.queries.view(actor, id);
    });
  }

  /** Turns a checked data set down; its figures go. @throws data-set.not-checked · conflict.stale */
  async refuse(actor: Actor, id: string, why: string, version?: number): Promise<DataSetView> {
    allow(canManageFigures(actor));
    checkText(why);
    return this.database.transaction(actor, async () => {
      const set = await this.queries.lock(id);
      fresh(set, version);
      allow(set.state === 'checked', 'data-set.not-checked');
      await this.end(actor, set, 'refused', why);
      this.note(actor, set, 'data-set.refused', 'U', {});
      this.database.afterCommit(() => this.drop(actor, id).catch(() => undefined)); // somebody reads: the sweep tries again
      return this.queries.view(actor, id);
    });
  }

  /** Takes an approved data set out of use, with everything that was released from it. @throws data-set.not-approved · conflict.stale */
  async withdraw(actor: Actor, id: string, why: string, version?: number): Promise<DataSetView> {
    allow(canManageFigures(actor));
    checkText(why);
    return this.database.transaction(actor, async () => {
      const set = await this.queries.lock(id);
      fresh(set, version);
      allow(set.state === 'approved', 'data-set.not-approved');
      await this.end(actor, set, 'withdrawn', why);
      this.note(actor, set, 'data-set.withdrawn', 'U', {});
      await this.facts.publish(actor, 'data-set.withdrawn', { dataSetId: id, why });
      await this.tellStopped();
      return this.queries.view(actor, id);
    });
  }

  /** Takes the figures of a data set away that was never approved. Fails when somebody reads them at this moment. */
  async drop(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      await this.database.query(`select atoms_drop($1)`, [id]);
      await this.database.query(`delete from listed where data_set_id = $1`, [id]);
      await this.database.query(`update data_set set dropped_at = $2 where id = $1`, [id, this.clock.now()]);
    });
  }

  /** Ends a data set that nobody approved, or whose loading died. */
  async giveUp(actor: Actor, id: string, state: 'refused' | 'failed'): Promise<void> {
    await this.database.transaction(actor, async () => {
      const set = await this.queries.lock(id);
      if (set.state !== (state === 'failed' ? 'loading' : 'checked')) return;
      await this.end(actor, set, state, null);
      this.note(actor, set, state === 'failed' ? 'data-set.failed' : 'data-set.expired', 'U', {});
    });
  }

  private async checkReplaced(sourceId: string, wish: DataSetWish): Promise<void> {
    const why = wish.why?.trim() ?? '';
    allow(why !== '', 'validation.failed', { fields: [{ field: 'why', rule: 'isNotEmpty' }] });
    const old = await this.queries.row(wish.supersedes!);
    allow(old.sourceId === sourceId && old.state === 'approved', 'data-set.not-approved');
    allow((await this.queries.newestApproved(sourceId)) === old.id, 'data-set.not-newest');
    const successors = await this.database.query(
      `select 1 from data_set where supersedes_id = $1 and state in ('loading', 'checked', 'approved')`,
      [old.id],
    );
    allow(successors.length === 0, 'extract.busy');
  }

  private async supersede(actor: Actor, sourceId: string, oldId: string, now: Date): Promise<void> {
    const old = await this.queries.lock(oldId);
    const newest = await this.queries.newestApproved(sourceId);
    allow(old.state === 'approved' && newest === old.id, 'data-set.not-newest');
    await this.save(old, { state: 'superseded', endedAt: now, endedBy: actor.personId });
    this.note(actor, old, 'data-set.superseded', 'U', {});
    await this.rooms.announce(dataSetRoom(old.id), 'figures.changed');
  }

  /** A check that stops may have been answered by another data set since. */
  private async refuseStopped(set: DataSet): Promise<void> {
    const stops = (await this.queries.standingChecks(set)).filter(({ severity }) => severity === 'stop');
    allow(stops.length === 0, 'data-set.not-checked', { checks: stops.map(({ code }) => code) });
  }

  /** Pages of data sets that waited for list sizes look again. */
  private async tellStopped(): Promise<void> {
    for (const id of await this.queries.stopped())
      await this.rooms.announce(dataSetRoom(id), 'figures.changed');
  }

  private async nameItems(actor: Actor, set: DataSet): Promise<void> {
    await this.database.query(
      `insert into figure_item (region_id, kind, code, name)
       select $1, s.kind, x.key, coalesce(nullif(x.value, ''), x.key) from data_source s, jsonb_each_text($3::jsonb) x where s.id = $2
       on conflict (region_id, kind, code) do update set name = excluded.name where excluded.name <> excluded.code`,
      [actor.regionId, set.sourceId, JSON.stringify(set.profile?.names ?? {})],
    );
  }

  private async end(
    actor: Actor,
    set: DataSet,
    state: 'refused' | 'withdrawn' | 'failed',
    why: string | null,
  ): Promise<void> {
    await this.save(set, { state, endedAt: this.clock.now(), endedBy: actor.personId, endedBecause: why });
  }

  private async save(set: DataSet, change: Partial<DataSet>): Promise<void> {
    await this.database
      .repository(DataSet)
      .update(set.id, { ...(change as object), version: set.version + 1 });
    await this.rooms.announce(dataSetRoom(set.id), 'figures.changed');
  }

  private note(
    actor: Actor,
    set: { id: string; sourceId: string },
    event: string,
    action: 'C' | 'R' | 'U',
    detail: Record<string, unknown>,
  ): void {
    const subject = { subjectKind: 'data-set', subjectId: set.id };
    this.audit.record(actor, { event, action, ...subject, detail: { sourceId: set.sourceId, ...detail } });
  }
}
