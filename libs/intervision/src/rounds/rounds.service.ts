import { Injectable } from '@nestjs/common';
import {
  roundRoom,
  type Page,
  type RoundAsk,
  type RoundKindSlug,
  type RoundKindView,
  type RoundState,
  type RoundSummaryView,
  type RoundView,
} from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { TaskLinksService } from '#libs/access';
import { allow, Clock, Database, DomainError, found, fresh, newId, Rooms, type Actor } from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { RoundTheme } from './round-theme.entity.js';
import { Round } from './round.entity.js';
import { ROUND_KINDS, roundKind } from './round-kinds.rules.js';
import { RoundsQueries } from './rounds.queries.js';
import {
  assertAhead,
  assertChangeable,
  changeAsks,
  changeRules,
  given,
  moment,
  remindedAfterMove,
  reminderPlan,
  type RuleChange,
} from './rounds.rules.js';

export interface RoundChange {
  name?: string;
  introduction?: string | null;
  /** ISO 8601; only for a round that is open: openings set the first one. */
  answerUntil?: string;
  asks?: RoundAsk[];
  rules?: RuleChange;
  reminderDays?: number[];
}

/** Rounds and what they prescribe. Opening, reminding and closing are in RoundWindowsService. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly taskLinks: TaskLinksService,
    private readonly rounds: RoundsQueries,
  ) {}

  /** What rounds can start from (requirements A16). */
  kinds(): readonly RoundKindView[] {
    return ROUND_KINDS;
  }

  async list(
    actor: Actor,
    options: { state?: RoundState; cursor?: string; limit: number },
  ): Promise<Page<RoundSummaryView>> {
    return this.database.transaction(actor, () => this.rounds.page(actor, options));
  }

  /** @throws not-found also for a practice that does not take part, and for a round that was not opened yet. */
  async get(actor: Actor, roundId: string): Promise<RoundView> {
    return this.database.transaction(actor, async () => {
      found((await this.rounds.visible(actor, roundId)) || null, 'round');
      return this.rounds.view(actor, roundId);
    });
  }

  /** May this actor look into the round's room? Its facts carry no content. */
  async mayWatch(actor: Actor, roundId: string): Promise<boolean> {
    return this.database.transaction(actor, () => this.rounds.visible(actor, roundId));
  }

  /** A draft that starts from a copy of what its kind prescribes. */
  async create(actor: Actor, wish: { kind: RoundKindSlug; name: string }): Promise<RoundView> {
    allow(canManageRounds(actor));
    const kind = roundKind(wish.kind);
    return this.database.transaction(actor, async () => {
      const round = await this.insert(actor, {
        kind: wish.kind,
        name: wish.name.trim(),
        introduction: null,
        asks: [...kind.asks],
        rules: structuredClone(kind.rules),
      });
      this.note(actor, 'round.created', 'C', round.id, { kind: wish.kind });
      return this.rounds.view(actor, round.id);
    });
  }

  /**
   * Next year from this year's: the same kind, rules, questions, themes and participants; no dates and no answers.
   * Practices that were archived since are left out.
   */
  async copy(actor: Actor, roundId: string, wish: { name: string }): Promise<RoundView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const source = await this.rounds.lock(roundId, 'read');
      assertKnown(source.state);
      const copy = await this.insert(actor, { ...source, name: wish.name.trim() });
      const themes = await this.database
        .repository(RoundTheme)
        .find({ where: { roundId }, order: { position: 'ASC' } });
      const live = themes.filter((theme) => theme.archivedAt === null);
      if (live.length > 0)
        await this.database
          .repository(RoundTheme)
          .insert(live.map((theme) => ({ ...theme, id: newId(), roundId: copy.id })));
      await this.database.query(
        `insert into round_participant (region_id, round_id, practice_id)
         select p.region_id, $2, p.practice_id from round_participant p join practice on practice.id = p.practice_id
         where p.round_id = $1 and p.taking_part and practice.archived_at is null`,
        [roundId, copy.id],
      );
      this.note(actor, 'round.created', 'C', copy.id, { kind: source.kind, copiedFrom: roundId });
      return this.rounds.view(actor, copy.id);
    });
  }

  /**
   * Changes what is given. While practices answer, only what cannot hurt an answer: a later deadline, more questions, rules.
   * @throws conflict.stale · round.published · round.not-draft · round.window-invalid · round.weights-invalid ·
   *   round.size-invalid
   */
  async change(actor: Actor, roundId: string, change: RoundChange, version?: number): Promise<RoundView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const round = await this.rounds.lock(roundId, 'write');
      fresh(round, version);
      assertChangeable(round.state);
      if (change.name !== undefined) round.name = change.name.trim();
      if (change.introduction !== undefined) round.introduction = change.introduction?.trim() || null;
      if (change.rules) round.rules = changeRules(round.rules, change.rules);
      if (change.asks) round.asks = changeAsks(round.asks, change.asks, round.state);
      if (change.reminderDays) this.planReminders(round, reminderPlan(change.reminderDays));
      if (change.answerUntil !== undefined) await this.moveDeadline(round, moment(change.answerUntil));
      round.version += 1;
      await this.database.repository(Round).save(round);
      this.note(actor, 'round.changed', 'U', roundId, { fields: Object.keys(given(change)) });
      await this.rooms.announce(roundRoom(roundId), 'round.changed');
      return this.rounds.view(actor, roundId);
    });
  }

  /** Takes a draft away. A round that was ever opened stays, with its answers. @throws round.not-draft */
  async discard(actor: Actor, roundId: string): Promise<void> {
    allow(canManageRounds(actor));
    await this.database.transaction(actor, async () => {
      const round = await this.rounds.lock(roundId, 'write');
      assertKnown(round.state);
      if (round.state !== 'draft') throw new DomainError('round.not-draft');
      round.state = 'archived';
      round.version += 1;
      await this.database.repository(Round).save(round);
      this.note(actor, 'round.discarded', 'D', roundId, {});
      await this.rooms.announce(roundRoom(roundId), 'round.changed');
    });
  }

  /** New days count from now: one whose moment has passed is not made up for. */
  private planReminders(round: Round, days: number[]): void {
    round.reminderDays = days;
    if (round.state === 'open' && round.answerUntil)
      round.remindedDays = remindedAfterMove(round, round.answerUntil, this.clock.now());
  }

  /** A deadline only moves on: an earlier one would take time away from who is still answering. */
  private async moveDeadline(round: Round, until: Date): Promise<void> {
    if (round.state !== 'open' || !round.answerUntil) throw new DomainError('round.not-open');
    const now = this.clock.now();
    assertAhead(until, now);
    if (until < round.answerUntil)
      throw new DomainError('round.window-invalid', { answerUntil: until.toISOString() });
    round.remindedDays = remindedAfterMove(round, until, now);
    round.answerUntil = until;
    await this.taskLinks.move(round.id, until);
  }

  private async insert(
    actor: Actor,
    from: Pick<Round, 'kind' | 'name' | 'introduction' | 'asks' | 'rules'> & { reminderDays?: number[] },
  ): Promise<Round> {
    const round: Round = {
      id: newId(),
      regionId: actor.regionId,
      kind: from.kind,
      name: from.name,
      introduction: from.introduction,
      state: 'draft',
      answerFrom: null,
      answerUntil: null,
      asks: from.asks,
      rules: from.rules,
      reminderDays: from.reminderDays ?? [7, 2],
      remindedDays: [],
      publishedAt: null,
      publishedProposalId: null,
      createdAt: this.clock.now(),
      version: 1,
    };
    await this.database.repository(Round).insert(round);
    return round;
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U' | 'D',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'round', subjectId, detail });
  }
}

const assertKnown = (state: RoundState): void => {
  if (state === 'archived') throw new DomainError('not-found', { what: 'round' });
};
