import { Injectable } from '@nestjs/common';
import type { ForbiddenPairView, Page } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, found, isId, newId, type Actor } from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { ForbiddenPair } from './forbidden-pair.entity.js';

interface PairRow {
  id: string;
  reason: string;
  practice_a: string;
  practice_b: string;
  name_a: string;
  name_b: string;
}

const PAIRS = `select f.id, f.reason, f.practice_a, f.practice_b, a.name as name_a, b.name as name_b from forbidden_pair f
  join practice a on a.id = f.practice_a join practice b on b.id = f.practice_b where f.ended_at is null`;

/** Practices that never share a group (features 19). For the coordinator's eyes only, reasons included. */
@Injectable()
export class ForbiddenPairsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, options: { cursor?: string; limit: number }): Promise<Page<ForbiddenPairView>> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const rows = await this.database.query<PairRow>(
        `${PAIRS} and ($1::uuid is null or f.id < $1) order by f.id desc limit $2`,
        [isId(options.cursor) ? options.cursor : null, options.limit + 1],
      );
      const [count] = await this.database.query<{ n: number }>(
        'select count(*)::integer as n from forbidden_pair where ended_at is null',
      );
      const page = rows.slice(0, options.limit);
      return {
        items: page.map(pairView),
        next: rows.length > options.limit ? (page.at(-1)?.id ?? null) : null,
        total: count?.n ?? 0,
      };
    });
  }

  /** @throws not-found for a practice of another region · validation.failed for a practice with itself · conflict.duplicate */
  async add(actor: Actor, pair: { a: string; b: string; reason: string }): Promise<ForbiddenPairView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const [practiceA, practiceB] = [pair.a, pair.b].map((id) => id.toLowerCase()).sort() as [
        string,
        string,
      ];
      if (practiceA === practiceB)
        throw new DomainError('validation.failed', { fields: [{ field: 'b', rule: 'different' }] });
      const known = await this.database.query('select 1 from practice where id = any($1::uuid[])', [
        [practiceA, practiceB].filter(isId),
      ]);
      found(known.length === 2 || null, 'practice');
      const id = newId();
      const made = await this.database.query(
        `insert into forbidden_pair (id, region_id, practice_a, practice_b, reason, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (practice_a, practice_b) where ended_at is null do nothing returning id`,
        [id, actor.regionId, practiceA, practiceB, pair.reason.trim(), this.clock.now()],
      );
      if (made.length === 0) throw new DomainError('conflict.duplicate', { practiceA, practiceB });
      this.note(actor, 'forbidden-pair.added', 'C', id);
      const [row] = await this.database.query<PairRow>(`${PAIRS} and f.id = $1`, [id]);
      return pairView(found(row, 'forbidden-pair'));
    });
  }

  async end(actor: Actor, pairId: string): Promise<void> {
    allow(canManageRounds(actor));
    await this.database.transaction(actor, async () => {
      const pair = found(
        isId(pairId)
          ? await this.database.repository(ForbiddenPair).findOne({
              where: { id: pairId },
              lock: { mode: 'pessimistic_write' },
            })
          : null,
        'forbidden-pair',
      );
      found(pair.endedAt === null || null, 'forbidden-pair');
      await this.database.repository(ForbiddenPair).update({ id: pairId }, { endedAt: this.clock.now() });
      this.note(actor, 'forbidden-pair.ended', 'D', pairId);
    });
  }

  private note(actor: Actor, event: string, action: 'C' | 'D', subjectId: string): void {
    this.audit.record(actor, { event, action, subjectKind: 'forbidden-pair', subjectId });
  }
}

const pairView = (row: PairRow): ForbiddenPairView => ({
  id: row.id,
  a: { id: row.practice_a, name: row.name_a },
  b: { id: row.practice_b, name: row.name_b },
  reason: row.reason,
});
