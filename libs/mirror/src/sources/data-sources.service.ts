import { Injectable } from '@nestjs/common';
import type { DataSourceView, ExtractKind, ExtractLookView, SourceQuality } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, found, fresh, isId, newId, type Actor } from '#libs/platform';
import { aliasKey } from '../data-sets/rows.rules.js';
import { canManageFigures } from '../mirror.policy.js';
import { FigureSource, type RememberedReading } from './figure-source.entity.js';
import { firstRows, lookAt } from './look.rules.js';

/** What a person says of a source. */
export interface SourceWish {
  name: string;
  system: string;
  supplier: string;
  kind: ExtractKind;
  quality?: SourceQuality;
  qualityNote?: string | null;
  latePercent?: number | null;
  /** At least one: it goes on every card. */
  limitations: string[];
  /** What the source calls a practice → id of the practice. */
  aliases?: Record<string, string>;
}
export type SourceChange = Partial<SourceWish> & { archived?: boolean };

type SourceRow = Omit<DataSourceView, 'latePercent'> & { latePercent: string | null };

/** Who supplies figures (MIR-02, MIR-04, MIR-10). */
@Injectable()
export class DataSourcesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** All sources that are not put away, by name. */
  async list(actor: Actor): Promise<DataSourceView[]> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, () => this.views());
  }

  /** @throws source.name-taken · validation.failed for a practice that is not in the region */
  async create(actor: Actor, wish: SourceWish): Promise<DataSourceView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const id = newId();
      await this.nameIsFree(wish.name, id);
      const now = this.clock.now();
      await this.database.repository(FigureSource).insert({
        id,
        regionId: actor.regionId,
        name: wish.name,
        system: wish.system,
        supplier: wish.supplier,
        kind: wish.kind,
        quality: wish.quality ?? 'unknown',
        qualityNote: wish.qualityNote ?? null,
        latePercent:
          wish.latePercent === undefined || wish.latePercent === null ? null : String(wish.latePercent),
        limitations: wish.limitations,
        mappings: {},
        aliases: await this.checkedAliases(wish.aliases ?? {}),
        createdAt: now,
        version: 1,
      });
      this.note(actor, 'data-source.created', 'C', id, { kind: wish.kind });
      return this.view(id);
    });
  }

  /**
   * Changes what is said of a source, or puts it away.
   * @throws conflict.stale · source.name-taken · source.in-use for another kind once there are data sets, and for putting away a
   *   source with a data set that is being loaded or waits for approval
   */
  async change(
    actor: Actor,
    sourceId: string,
    version: number | undefined,
    change: SourceChange,
  ): Promise<DataSourceView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const source = await this.lock(sourceId);
      fresh(source, version);
      const { archived, latePercent, aliases, kind, ...rest } = change;
      if (rest.name !== undefined) await this.nameIsFree(rest.name, source.id);
      if (kind !== undefined && kind !== source.kind) {
        allow(!(await this.hasDataSets(source.id, [])), 'source.in-use');
        source.kind = kind;
      }
      const given = Object.entries(rest).filter(([, value]) => value !== undefined);
      Object.assign(source, Object.fromEntries(given));
      if (latePercent !== undefined) source.latePercent = latePercent === null ? null : String(latePercent);
      if (aliases !== undefined) source.aliases = await this.checkedAliases(aliases);
      if (archived) {
        allow(!(await this.hasDataSets(source.id, ['loading', 'checked'])), 'source.in-use');
        source.archivedAt = this.clock.now();
      }
      source.version += 1;
      await this.database.repository(FigureSource).save(source);
      this.note(actor, archived ? 'data-source.archived' : 'data-source.changed', 'U', source.id, {
        fields: Object.keys(change),
      });
      return this.view(source.id);
    });
  }

  /**
   * A first look at a file, of which nothing is kept: format, headings, and which column most likely is what.
   * @param part gives a whole workbook, or at least the first rows of a text file; asked for when the source is known
   * @throws upload.empty · upload.too-large · upload.unreadable
   */
  async look(actor: Actor, sourceId: string, part: () => Promise<Buffer>): Promise<ExtractLookView> {
    allow(canManageFigures(actor));
    const source = await this.database.transaction(actor, () => this.open(sourceId));
    return lookAt(source.kind, await firstRows(await part()), source.mappings);
  }

  /** A source that takes files. */
  async open(sourceId: string): Promise<FigureSource> {
    const row = isId(sourceId)
      ? await this.database.repository(FigureSource).findOneBy({ id: sourceId })
      : null;
    const source = found(row, 'source');
    return found(source.archivedAt ? null : source, 'source');
  }

  /** The same by its name, whatever the case. */
  async named(name: string): Promise<FigureSource> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from data_source where lower(name) = lower($1) and archived_at is null`,
      [name],
    );
    return this.open(found(row, 'source').id);
  }

  /** How files with these headings are read from now on. */
  async remember(sourceId: string, print: string, remembered: RememberedReading): Promise<void> {
    await this.database.query(`update data_source set mappings = mappings || $2::jsonb where id = $1`, [
      sourceId,
      JSON.stringify({ [print]: remembered }),
    ]);
  }

  private async lock(sourceId: string): Promise<FigureSource> {
    const row = isId(sourceId)
      ? await this.database
          .repository(FigureSource)
          .findOne({ where: { id: sourceId }, lock: { mode: 'pessimistic_write' } })
      : null;
    const source = found(row, 'source');
    return found(source.archivedAt ? null : source, 'source');
  }

  private async hasDataSets(sourceId: string, states: readonly string[]): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from data_set where source_id = $1 and (cardinality($2::text[]) = 0 or state = any ($2)) limit 1`,
      [sourceId, states],
    );
    return rows.length > 0;
  }

  private async nameIsFree(name: string, except: string): Promise<void> {
    const rows = await this.database.query(
      `select 1 from data_source where lower(name) = lower($1) and archived_at is null and id <> $2`,
      [name, except],
    );
    allow(rows.length === 0, 'source.name-taken');
  }

  private async checkedAliases(aliases: Record<string, string>): Promise<Record<string, string>> {
    const entries = Object.entries(aliases).map(([code, id]) => [aliasKey(code), id] as const);
    const ids = [...new Set(entries.map(([, id]) => id))];
    const known = await this.database.query<{ id: string }>(
      `select id from practice where id = any ($1::uuid[])`,
      [ids.filter(isId)],
    );
    const right = known.length === ids.length && entries.every(([code]) => code !== '' && code.length <= 40);
    if (!right)
      throw new DomainError('validation.failed', { fields: [{ field: 'aliases', rule: 'practices' }] });
    return Object.fromEntries(entries);
  }

  private async view(sourceId: string): Promise<DataSourceView> {
    return found((await this.views(sourceId))[0], 'source');
  }

  private async views(sourceId: string | null = null): Promise<DataSourceView[]> {
    const rows = await this.database.query<SourceRow>(
      `select s.id, s.name, s.system, s.supplier, s.kind, s.quality, s.quality_note as "qualityNote", s.late_percent as "latePercent",
         s.limitations, s.aliases, s.version, (select count(*)::integer from data_set d where d.source_id = s.id) as "dataSets"
       from data_source s where ($1::uuid is null and s.archived_at is null) or s.id = $1 order by lower(s.name), s.id`,
      [sourceId],
    );
    return rows.map((row) => ({
      ...row,
      latePercent: row.latePercent === null ? null : Number(row.latePercent),
    }));
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'data-source', subjectId, detail });
  }
}
