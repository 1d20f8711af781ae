import { Injectable } from '@nestjs/common';
import { roundRoom, type RoundView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, fresh, newId, Rooms, type Actor } from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { planDates, planThemes, type DateWish, type ThemeWish } from './contents.rules.js';
import { RoundDate } from './round-date.entity.js';
import { RoundTheme } from './round-theme.entity.js';
import { Round } from './round.entity.js';
import { RoundsQueries } from './rounds.queries.js';
import { assertChangeable } from './rounds.rules.js';

/** What can be chosen from in a round: themes and candidate dates. No change ever loses an answer (features 10). */
@Injectable()
export class RoundContentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly rounds: RoundsQueries,
  ) {}

  /**
   * The full list of themes, in order.
   * @throws conflict.stale · round.published · round.no-themes · answer.theme-unknown · validation.failed
   */
  async setThemes(actor: Actor, roundId: string, wishes: ThemeWish[], version?: number): Promise<RoundView> {
    return this.set(actor, roundId, version, 'round.themes-changed', async (round) => {
      const repository = this.database.repository(RoundTheme);
      const rows = await repository.findBy({ roundId });
      const plan = planThemes(rows, wishes);
      if (round.state !== 'draft' && wishes.length === 0) throw new DomainError('round.no-themes');
      const now = this.clock.now();
      for (const { id, wish, position } of plan.keep)
        await repository.update({ id }, { ...themeValues(wish), position, archivedAt: null });
      if (plan.add.length > 0)
        await repository.insert(
          plan.add.map(({ wish, position }) => ({
            id: newId(),
            regionId: actor.regionId,
            roundId,
            ...themeValues(wish),
            position,
            catalogueItemId: null,
            archivedAt: null,
          })),
        );
      for (const id of plan.archive) await repository.update({ id }, { archivedAt: now });
      return { kept: plan.keep.length, added: plan.add.length, archived: plan.archive.length };
    });
  }

  /**
   * The full list of candidate dates.
   * @throws conflict.stale · round.published · round.no-dates · answer.date-unknown · validation.failed
   */
  async setDates(actor: Actor, roundId: string, wishes: DateWish[], version?: number): Promise<RoundView> {
    return this.set(actor, roundId, version, 'round.dates-changed', async (round) => {
      const repository = this.database.repository(RoundDate);
      const rows = await repository.findBy({ roundId });
      const answered = await this.database.query<{ id: string }>(
        `select distinct jsonb_object_keys(dates) as id from round_answer where round_id = $1`,
        [roundId],
      );
      const plan = planDates(rows, wishes, new Set(answered.map((row) => row.id)));
      if (round.state !== 'draft' && wishes.length === 0) throw new DomainError('round.no-dates');
      const now = this.clock.now();
      for (const { id, wish } of plan.keep)
        await repository.update({ id }, { ...dateValues(wish), archivedAt: null });
      if (plan.add.length > 0)
        await repository.insert(
          plan.add.map(({ wish }) => ({
            id: newId(),
            regionId: actor.regionId,
            roundId,
            ...dateValues(wish),
            archivedAt: null,
          })),
        );
      for (const id of plan.archive) await repository.update({ id }, { archivedAt: now });
      return { kept: plan.keep.length, added: plan.add.length, archived: plan.archive.length };
    });
  }

  /** The round's row is locked first, so that no answer slips in between looking and changing. */
  private async set(
    actor: Actor,
    roundId: string,
    version: number | undefined,
    event: string,
    work: (round: Round) => Promise<Record<string, number>>,
  ): Promise<RoundView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const round = await this.rounds.lock(roundId, 'write');
      fresh(round, version);
      assertChangeable(round.state);
      const detail = await work(round);
      await this.database.repository(Round).update({ id: roundId }, { version: round.version + 1 });
      this.audit.record(actor, { event, action: 'U', subjectKind: 'round', subjectId: roundId, detail });
      await this.rooms.announce(roundRoom(roundId), 'round.changed');
      return this.rounds.view(actor, roundId);
    });
  }
}

const themeValues = (
  wish: ThemeWish,
): Pick<RoundTheme, 'shortName' | 'name' | 'description' | 'maxGroups'> => ({
  shortName: wish.shortName.trim(),
  name: wish.name.trim(),
  description: wish.description?.trim() || null,
  maxGroups: wish.maxGroups ?? null,
});

const dateValues = (wish: DateWish): Pick<RoundDate, 'date' | 'startTime' | 'endTime' | 'maxGroups'> => ({
  date: wish.date,
  startTime: wish.startTime,
  endTime: wish.endTime,
  maxGroups: wish.maxGroups ?? null,
});
