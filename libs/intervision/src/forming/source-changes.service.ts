import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { DateAnswer, RoundRules } from '#libs/contracts';
import { Clock, Database, found, type Actor } from '#libs/platform';
import type { SourceChange } from './relaxation.rules.js';

/** Makes an accepted way out true: in the round's rules, or in the one answer it names, marked as taken by phone. */
@Injectable()
export class SourceChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Applies a change inside the open transaction, whose round is locked. @returns the change that brings back what was. */
  async apply(actor: Actor, roundId: string, change: SourceChange): Promise<SourceChange> {
    const undo = await this.one(actor, roundId, change);
    await this.database.query(`update round set version = version + 1 where id = $1`, [roundId]);
    return undo;
  }

  private async one(actor: Actor, roundId: string, change: SourceChange): Promise<SourceChange> {
    switch (change.kind) {
      case 'all': {
        const changes: SourceChange[] = [];
        for (const part of change.changes) changes.unshift(await this.one(actor, roundId, part));
        return { kind: 'all', changes };
      }
      case 'rules': {
        const [row] = await this.database.query<{ rules: RoundRules }>(
          `select rules from round where id = $1`,
          [roundId],
        );
        const { rules } = found(row, 'round');
        const keys = Object.keys(change.rules) as (keyof RoundRules)[];
        await this.database.query(`update round set rules = rules || $2::jsonb where id = $1`, [
          roundId,
          change.rules,
        ]);
        this.note(actor, roundId, null, keys);
        return { kind: 'rules', rules: Object.fromEntries(keys.map((key) => [key, rules[key]])) };
      }
      case 'can-lead':
        return this.canLead(actor, roundId, change);
      case 'date':
        return this.date(actor, roundId, change);
      case 'themes':
        return this.themes(actor, roundId, change);
      case 'theme-cap':
        return {
          ...change,
          maxGroups: await this.cap(actor, 'round_theme', roundId, change.themeId, change.maxGroups),
        };
      case 'date-cap':
        return {
          ...change,
          maxGroups: await this.cap(actor, 'round_date', roundId, change.dateId, change.maxGroups),
        };
      case 'pair':
        return this.pair(actor, roundId, change);
    }
  }

  private async canLead(
    actor: Actor,
    roundId: string,
    change: SourceChange & { kind: 'can-lead' },
  ): Promise<SourceChange> {
    const { practiceId, canLead } = change;
    const was = await this.openAnswer(actor, roundId, practiceId);
    await this.database.query(
      `update round_answer set can_lead = $3 where round_id = $1 and practice_id = $2`,
      [roundId, practiceId, canLead],
    );
    this.note(actor, roundId, practiceId, ['canLead']);
    return { kind: 'can-lead', practiceId, canLead: was.can_lead };
  }

  private async date(
    actor: Actor,
    roundId: string,
    change: SourceChange & { kind: 'date' },
  ): Promise<SourceChange> {
    const { practiceId, dateId, answer } = change;
    const was = await this.openAnswer(actor, roundId, practiceId);
    await this.database.query(
      `update round_answer set dates = case when $4::text is null then dates - $3::text else dates || jsonb_build_object($3::text, $4::text) end
       where round_id = $1 and practice_id = $2`,
      [roundId, practiceId, dateId, answer],
    );
    this.note(actor, roundId, practiceId, ['dates']);
    return { kind: 'date', practiceId, dateId, answer: was.dates[dateId] ?? null };
  }

  private async themes(
    actor: Actor,
    roundId: string,
    change: SourceChange & { kind: 'themes' },
  ): Promise<SourceChange> {
    const { practiceId, ranked, excluded } = change;
    const was = await this.openAnswer(actor, roundId, practiceId);
    await this.database.query(
      `update round_answer set ranked = $3, excluded = $4 where round_id = $1 and practice_id = $2`,
      [roundId, practiceId, ranked, excluded],
    );
    this.note(actor, roundId, practiceId, ['ranked', 'excluded']);
    return { kind: 'themes', practiceId, ranked: was.ranked, excluded: was.excluded };
  }

  private async pair(
    actor: Actor,
    roundId: string,
    change: SourceChange & { kind: 'pair' },
  ): Promise<SourceChange> {
    const [a, b] = [change.a, change.b].sort();
    await this.database.query(
      change.apart
        ? `update forbidden_pair set ended_at = null where id = (select id from forbidden_pair where practice_a = $1 and practice_b = $2
             order by ended_at desc limit 1) and $3::timestamptz is not null
             and not exists (select 1 from forbidden_pair where practice_a = $1 and practice_b = $2 and ended_at is null)`
        : `update forbidden_pair set ended_at = $3 where practice_a = $1 and practice_b = $2 and ended_at is null`,
      [a, b, this.clock.now()],
    );
    this.note(actor, roundId, null, ['forbiddenPair']);
    return { ...change, apart: !change.apart };
  }

  private async cap(
    actor: Actor,
    table: 'round_theme' | 'round_date',
    roundId: string,
    id: string,
    maxGroups: number | null,
  ): Promise<number | null> {
    const [row] = await this.database.query<{ max_groups: number | null }>(
      `select max_groups from ${table} where id = $1 and round_id = $2 for update`,
      [id, roundId],
    );
    const was = found(row, table);
    await this.database.query(`update ${table} set max_groups = $2 where id = $1`, [id, maxGroups]);
    this.note(actor, roundId, null, ['maxGroups']);
    return was.max_groups;
  }

  /** Locks the practice's answer, makes an empty one when there is none, and marks it as taken by phone. */
  private async openAnswer(actor: Actor, roundId: string, practiceId: string) {
    await this.database.query(
      `insert into round_answer (round_id, practice_id, region_id) values ($1, $2, $3) on conflict (round_id, practice_id) do nothing`,
      [roundId, practiceId, actor.regionId],
    );
    const [was] = await this.database.query<{
      can_lead: boolean | null;
      dates: Record<string, DateAnswer>;
      ranked: string[];
      excluded: string[];
    }>(
      `select can_lead, dates, to_jsonb(ranked) as ranked, to_jsonb(excluded) as excluded from round_answer
       where round_id = $1 and practice_id = $2 for update`,
      [roundId, practiceId],
    );
    await this.database.query(
      `update round_answer set via = 'phone', saved_at = $3, saved_by = $4, version = version + 1 where round_id = $1 and practice_id = $2`,
      [roundId, practiceId, this.clock.now(), actor.personId],
    );
    return found(was, 'answer');
  }

  private note(actor: Actor, roundId: string, practiceId: string | null, fields: string[]): void {
    this.audit.record(actor, {
      event: practiceId ? 'answer.changed-by-coordinator' : 'round.relaxed',
      action: 'U',
      subjectKind: 'round',
      subjectId: roundId,
      practiceId,
      detail: { fields },
    });
  }
}
