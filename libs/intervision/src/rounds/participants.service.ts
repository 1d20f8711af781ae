import { Injectable } from '@nestjs/common';
import { roundRoom, type Page, type ParticipantView, type RoundView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Database, found, fresh, isId, Rooms, type Actor } from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { InvitationsService } from './invitations.service.js';
import { ParticipantsQueries, type ParticipantState } from './participants.queries.js';
import { RoundParticipant } from './round-participant.entity.js';
import { Round } from './round.entity.js';
import { RoundsQueries } from './rounds.queries.js';
import { assertChangeable } from './rounds.rules.js';

/** Which practices take part in a round. */
@Injectable()
export class ParticipantsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly invitations: InvitationsService,
    private readonly participants: ParticipantsQueries,
    private readonly rounds: RoundsQueries,
  ) {}

  /** The coordinator's overview: who answered, who did not, who cannot be mailed. */
  async list(
    actor: Actor,
    roundId: string,
    options: { state?: ParticipantState; q?: string; cursor?: string; limit: number },
  ): Promise<Page<ParticipantView>> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      found((await this.rounds.visible(actor, roundId)) || null, 'round');
      return this.participants.page(roundId, await this.rounds.answerPage(roundId), options);
    });
  }

  /**
   * Exactly these practices take part. Who is taken off keeps its answer, for when it comes back; who comes to an open round
   * is invited at once.
   * @throws not-found when one of them is not a practice of this region · round.published · conflict.stale
   */
  async set(actor: Actor, roundId: string, practiceIds: string[], version?: number): Promise<RoundView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const round = await this.lock(roundId, version);
      const wanted = [...new Set(practiceIds)];
      await this.assertPractices(wanted);
      await this.database.query(
        `update round_participant set taking_part = practice_id = any($2::uuid[])
         where round_id = $1 and taking_part <> (practice_id = any($2::uuid[]))`,
        [roundId, wanted],
      );
      await this.add(actor, roundId, wanted);
      await this.changed(actor, round, 'round.participants-changed', { participants: wanted.length });
      return this.rounds.view(actor, roundId);
    });
  }

  /** One practice in or out, or let in without an answer (decisions, Groups). */
  async change(
    actor: Actor,
    roundId: string,
    practiceId: string,
    change: { takingPart?: boolean; withoutAnswer?: boolean },
  ): Promise<RoundView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const round = await this.lock(roundId);
      const known =
        isId(practiceId) &&
        (await this.database.repository(RoundParticipant).existsBy({ roundId, practiceId }));
      if (!known) {
        found(change.takingPart === true || null, 'practice');
        await this.assertPractices([practiceId]);
        await this.add(actor, roundId, [practiceId]);
      }
      await this.database.query(
        `update round_participant set taking_part = coalesce($3, taking_part), without_answer = coalesce($4, without_answer)
         where round_id = $1 and practice_id = $2`,
        [roundId, practiceId, change.takingPart ?? null, change.withoutAnswer ?? null],
      );
      await this.changed(actor, round, 'round.participant-changed', change, practiceId);
      return this.rounds.view(actor, roundId);
    });
  }

  private async lock(roundId: string, version?: number): Promise<Round> {
    const round = await this.rounds.lock(roundId, 'write');
    fresh(round, version);
    assertChangeable(round.state);
    return round;
  }

  /** A foreign key does not look at regions, so the practices are read first: those of another region do not exist here. */
  private async assertPractices(practiceIds: string[]): Promise<void> {
    found(practiceIds.every(isId) || null, 'practice');
    const [row] = await this.database.query<{ n: number }>(
      'select count(*)::integer as n from practice where id = any($1::uuid[]) and archived_at is null',
      [practiceIds],
    );
    found(row?.n === practiceIds.length || null, 'practice');
  }

  private async add(actor: Actor, roundId: string, practiceIds: string[]): Promise<void> {
    await this.database.query(
      `insert into round_participant (region_id, round_id, practice_id) select $1, $2, unnest($3::uuid[])
       on conflict (round_id, practice_id) do nothing`,
      [actor.regionId, roundId, practiceIds],
    );
  }

  private async changed(
    actor: Actor,
    round: Round,
    event: string,
    detail: Record<string, unknown>,
    practiceId?: string,
  ): Promise<void> {
    if (round.state === 'open') await this.invitations.inviteNew(actor, round);
    await this.database.repository(Round).update({ id: round.id }, { version: round.version + 1 });
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'round',
      subjectId: round.id,
      practiceId: practiceId ?? null,
      detail,
    });
    await this.rooms.announce(roundRoom(round.id), 'round.changed');
  }
}
