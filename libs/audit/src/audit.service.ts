import { Injectable } from '@nestjs/common';
import type { AuditEntryView, AuditVerdictView, Page } from '#libs/contracts';
import { allow, Clock, Database, holds, type Actor } from '#libs/platform';
import { chainHash, ChainWalk, genesis, type ChainedEntry } from './chain.rules.js';
import { CheckpointsService } from './checkpoints.service.js';

/** One thing that happened, as a service tells it. */
export interface AuditRecord {
  /** `<thing>.<past participle>`, e.g. `practice.archived`. */
  event: string;
  action: 'C' | 'R' | 'U' | 'D' | 'E';
  outcome?: 'success' | 'refused' | 'failed';
  subjectKind: string;
  subjectId?: string | null;
  practiceId?: string | null;
  /** Ids, counts and field names; never free text of people, never figures. */
  detail?: Record<string, unknown>;
}

interface EntryRow extends Omit<ChainedEntry, 'seq' | 'at'> {
  seq: string;
  at: Date;
  prev_hash: Buffer;
  hash: Buffer;
}

const chained = (row: EntryRow): ChainedEntry => {
  const { prev_hash: _prev, hash: _hash, ...entry } = row;
  return { ...entry, seq: Number(row.seq), at: row.at.toISOString() };
};

const COLUMNS = `region_id, seq, at, event, action, outcome, actor_kind, actor_id, roles, session_id, request_id, network,
  subject_kind, subject_id, practice_id, detail, prev_hash, hash`;

/**
 * The audit log (XCT-10): append-only, hash-chained per region, written in the transaction of the change itself. Entries
 * are appended as the last step before COMMIT, so that the one-writer lock per region is held as short as possible.
 */
@Injectable()
export class AuditService {
  private readonly waiting = new WeakMap<object, { actor: Actor; record: AuditRecord }[]>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checkpoints: CheckpointsService,
  ) {}

  /** Notes what happened. Must be called inside a transaction; a rolled-back change leaves no entry. */
  record(actor: Actor, record: AuditRecord): void {
    const manager = this.database.manager;
    const list = this.waiting.get(manager);
    if (list) {
      list.push({ actor, record });
      return;
    }
    const fresh = [{ actor, record }];
    this.waiting.set(manager, fresh);
    this.database.beforeCommit(async () => {
      this.waiting.delete(manager);
      await this.append(fresh);
    });
  }

  private async append(records: { actor: Actor; record: AuditRecord }[]): Promise<void> {
    const regionId = (records[0] as { actor: Actor }).actor.regionId;
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))`, [
      regionId,
    ]);
    const [last] = await this.database.query<{ seq: string; hash: Buffer }>(
      'select seq, hash from audit_entry order by seq desc limit 1',
    );
    let previous = last?.hash ?? genesis(regionId);
    let seq = Number(last?.seq ?? 0);
    for (const { actor, record } of records) {
      seq += 1;
      const entry: ChainedEntry = {
        region_id: regionId,
        seq,
        at: this.clock.now().toISOString(),
        event: record.event,
        action: record.action,
        outcome: record.outcome ?? 'success',
        actor_kind: actor.kind,
        actor_id: actor.personId,
        roles: [...new Set(actor.roles.map((held) => held.role))],
        session_id: actor.sessionId,
        request_id: actor.request?.id ?? null,
        network: actor.request?.network ?? null,
        subject_kind: record.subjectKind,
        subject_id: record.subjectId ?? null,
        practice_id: record.practiceId ?? actor.task?.practiceId ?? null,
        detail: JSON.parse(JSON.stringify(record.detail ?? {})) as unknown,
      };
      const hash = chainHash(previous, entry);
      await this.database.query(
        `insert into audit_entry (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
        [...Object.values(entry), previous, hash],
      );
      previous = hash;
    }
  }

  /** Newest first; names are resolved now, the log itself holds ids only. */
  async list(
    actor: Actor,
    options: { cursor?: string; limit: number; subjectId?: string },
  ): Promise<Page<AuditEntryView>> {
    allow(canReadAudit(actor));
    return this.database.transaction(actor, async () => {
      const rows = await this.database.query<EntryRow & { actor_name: string | null }>(
        `select ${COLUMNS.split(',')
          .map((column) => `e.${column.trim()}`)
          .join(', ')}, p.name as actor_name
         from audit_entry e left join person p on p.id = e.actor_id
         where ($1::bigint is null or e.seq < $1) and ($2::uuid is null or e.subject_id = $2) order by e.seq desc limit $3`,
        [options.cursor ?? null, options.subjectId ?? null, options.limit + 1],
      );
      const [count] = await this.database.query<{ n: number }>(
        'select count(*)::integer as n from audit_entry where $1::uuid is null or subject_id = $1',
        [options.subjectId ?? null],
      );
      const page = rows.slice(0, options.limit);
      return {
        items: page.map((row) => ({
          seq: Number(row.seq),
          at: row.at.toISOString(),
          event: row.event,
          action: row.action as AuditEntryView['action'],
          outcome: row.outcome as AuditEntryView['outcome'],
          actorId: row.actor_id,
          actorName: row.actor_name,
          subjectKind: row.subject_kind,
          subjectId: row.subject_id,
          detail: row.detail as Record<string, unknown>,
        })),
        next: rows.length > options.limit ? String(page.at(-1)?.seq) : null,
        total: count?.n ?? 0,
      };
    });
  }

  /** What the actor did here, newest first, in bare words: for the actor's own file (AVG art. 15). */
  async ofActor(actor: Actor): Promise<{ event: string; at: string }[]> {
    return this.database.transaction(actor, async () => {
      const rows = await this.database.query<{ event: string; at: Date }>(
        'select event, at from audit_entry where actor_id = $1 order by seq desc',
        [actor.personId],
      );
      return rows.map(({ event, at }) => ({ event, at: at.toISOString() }));
    });
  }

  /** Walks the whole chain of the actor's region against its checkpoints (`leerkring audit verify`). */
  async verify(actor: Actor): Promise<AuditVerdictView> {
    allow(canReadAudit(actor));
    const { checkpoints, forged } = await this.checkpoints.read(actor.regionId);
    const walk = new ChainWalk(actor.regionId, new Map(checkpoints.map((one) => [one.seq, one.hash])));
    await this.database.transaction(actor, async () => {
      for (let from = 0; ;) {
        const rows = await this.database.query<EntryRow>(
          `select ${COLUMNS} from audit_entry where seq > $1 order by seq limit 1000`,
          [from],
        );
        for (const row of rows) if (!walk.step(chained(row), row.prev_hash, row.hash)) return;
        if (rows.length < 1000) return;
        from = Number(rows.at(-1)?.seq);
      }
    });
    const fault = forged ?? walk.finish();
    const last = checkpoints.at(-1);
    return {
      ok: fault === null,
      entries: walk.entries,
      checkpoint: last ? { seq: last.seq, at: last.at } : null,
      fault,
    };
  }
}

/** Who may read the log: coordinator, auditor, operator, and the command line on the machine itself. */
export function canReadAudit(actor: Actor): boolean {
  return (
    actor.kind === 'cli' ||
    holds(actor, 'region-coordinator') ||
    holds(actor, 'auditor') ||
    holds(actor, 'operator')
  );
}
