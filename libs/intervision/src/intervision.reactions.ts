import { Injectable } from '@nestjs/common';
import { roundRoom } from '#libs/contracts';
import { Database, Facts, Rooms, type Actor } from '#libs/platform';
import { InvitationsService } from './rounds/invitations.service.js';
import { RoundsQueries } from './rounds/rounds.queries.js';

/** Rounds that are still being prepared or answered; what was published is history. */
const RUNNING = `state in ('draft', 'open', 'closed')`;

/** What rounds do when practices change (GRP-16). Runs inside the publisher's transaction. */
@Injectable()
export class IntervisionReactions {
  constructor(
    private readonly database: Database,
    private readonly rooms: Rooms,
    private readonly invitations: InvitationsService,
    private readonly rounds: RoundsQueries,
    facts: Facts,
  ) {
    facts.on('practice.archived', (_actor, { practiceId }) => this.leaveRounds(practiceId));
    facts.on('practice.merged', async (actor, { practiceId, intoId }) => {
      await this.moveAnswers(actor, practiceId, intoId);
      await this.leaveRounds(practiceId);
      await this.movePairs(actor, practiceId, intoId);
    });
  }

  private async leaveRounds(practiceId: string): Promise<void> {
    const rounds = await this.database.query<{ id: string }>(
      `select r.id from round r join round_participant p on p.round_id = r.id
       where p.practice_id = $1 and p.taking_part and r.${RUNNING} order by r.id`,
      [practiceId],
    );
    await this.database.query(
      `update round_participant p set taking_part = false from round r
       where r.id = p.round_id and r.${RUNNING} and p.practice_id = $1 and p.taking_part`,
      [practiceId],
    );
    for (const { id } of rounds) await this.rooms.announce(roundRoom(id), 'round.changed');
  }

  /** The practice that stays takes the place, and the answer too unless it gave one itself. */
  private async moveAnswers(actor: Actor, practiceId: string, intoId: string): Promise<void> {
    const rounds = await this.database.query<{ id: string }>(
      `select r.id from round r join round_participant p on p.round_id = r.id
       where p.practice_id = $1 and p.taking_part and r.${RUNNING} order by r.id for update of r`,
      [practiceId],
    );
    for (const { id } of rounds) {
      await this.database.query(
        `insert into round_participant (region_id, round_id, practice_id, without_answer)
         select region_id, round_id, $3, without_answer from round_participant where round_id = $1 and practice_id = $2
         on conflict (round_id, practice_id) do update set taking_part = true`,
        [id, practiceId, intoId],
      );
      await this.database.query(
        `insert into round_answer (round_id, practice_id, region_id, ranked, excluded, dates, motivation, stay, can_lead,
           leader_person_id, leader_name, submitted_at, saved_at, saved_by, via, version)
         select round_id, $3, region_id, ranked, excluded, dates, motivation, stay, can_lead,
           leader_person_id, leader_name, submitted_at, saved_at, saved_by, via, version
         from round_answer where round_id = $1 and practice_id = $2
         on conflict (round_id, practice_id) do nothing`,
        [id, practiceId, intoId],
      );
      const round = await this.rounds.one(id);
      if (round.state === 'open') await this.invitations.inviteNew(actor, round);
    }
  }

  /** Who may not meet the one may not meet the practice it became part of. */
  private async movePairs(actor: Actor, practiceId: string, intoId: string): Promise<void> {
    await this.database.query(
      `insert into forbidden_pair (region_id, practice_a, practice_b, reason)
       select $3, least(other, $2::uuid), greatest(other, $2::uuid), reason from (
         select case when practice_a = $1 then practice_b else practice_a end as other, reason from forbidden_pair
         where ended_at is null and $1 in (practice_a, practice_b)) pairs
       where other <> $2 on conflict (practice_a, practice_b) where ended_at is null do nothing`,
      [practiceId, intoId, actor.regionId],
    );
    await this.database.query(
      `update forbidden_pair set ended_at = now() where ended_at is null and $1 in (practice_a, practice_b)`,
      [practiceId],
    );
  }
}
