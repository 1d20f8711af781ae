import { Injectable } from '@nestjs/common';
import { roundRoom, type AnswerPageView } from '#libs/contracts';
import { PeopleQueries } from '#libs/access';
import { AuditService } from '#libs/audit';
import { Clock, Database, DomainError, found, isId, Rooms, type Actor } from '#libs/platform';
import { cameVia, canAnswer, canManageRounds, SHOWN_TO_PRACTICES } from '../intervision.policy.js';
import { InvitationsService } from '../rounds/invitations.service.js';
import { RoundParticipant } from '../rounds/round-participant.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { given } from '../rounds/rounds.rules.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { AnswersQueries } from './answers.queries.js';
import { changeAnswer, mayEdit, type AnswerChange } from './answers.rules.js';
import { RoundAnswer } from './round-answer.entity.js';

/** The answer of a practice: saved field by field as it is given, from any device, by whoever of the practice (ORG-01). */
@Injectable()
export class AnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly people: PeopleQueries,
    private readonly rounds: RoundsQueries,
    private readonly answers: AnswersQueries,
    private readonly invitations: InvitationsService,
  ) {}

  /** @throws not-found for who may not know of it · round.not-participant */
  async get(actor: Actor, roundId: string, practiceId: string): Promise<AnswerPageView> {
    return this.database.transaction(actor, async () => {
      await this.reach(actor, roundId, practiceId, 'read');
      return this.answers.page(actor, roundId, practiceId, this.clock.now());
    });
  }

  /**
   * Saves the fields that are given; the last one to write a field wins, and no other field is touched.
   * @throws answer.closed · answer.theme-unknown · answer.date-unknown · answer.leader-unknown · validation.failed ·
   *   not-found · round.not-participant
   */
  async save(
    actor: Actor,
    roundId: string,
    practiceId: string,
    change: AnswerChange,
  ): Promise<AnswerPageView> {
    return this.write(
      actor,
      roundId,
      practiceId,
      'answer.saved',
      Object.keys(given(change)),
      async (answer) => {
        Object.assign(answer, changeAnswer(answer, change, await this.rounds.answerPage(roundId)));
        await this.changeLeader(answer, change);
      },
    );
  }

  /** Sends the answer in. It can be changed until the deadline and stays sent. */
  async submit(actor: Actor, roundId: string, practiceId: string): Promise<AnswerPageView> {
    return this.write(actor, roundId, practiceId, 'answer.submitted', [], async (answer) => {
      answer.submittedAt ??= this.clock.now();
      await this.invitations.callOff(roundId, practiceId);
    });
  }

  private async write(
    actor: Actor,
    roundId: string,
    practiceId: string,
    event: string,
    fields: string[],
    work: (answer: RoundAnswer) => Promise<void>,
  ): Promise<AnswerPageView> {
    return this.database.transaction(actor, async () => {
      const round = await this.reach(actor, roundId, practiceId, 'write');
      const now = this.clock.now();
      if (!mayEdit(round, canManageRounds(actor), now))
        throw new DomainError('answer.closed', { answerUntil: round.answerUntil?.toISOString() ?? null });
      const answer = await this.lockAnswer(actor, roundId, practiceId);
      await work(answer);
      Object.assign(answer, {
        savedAt: now,
        savedBy: actor.personId,
        via: cameVia(actor, practiceId),
        version: answer.version + 1,
      });
      await this.database.repository(RoundAnswer).save(answer);
      this.audit.record(actor, {
        event,
        action: 'U',
        subjectKind: 'round',
        subjectId: roundId,
        practiceId,
        detail: { fields, via: answer.via, version: answer.version },
      });
      await this.rooms.announce(roundRoom(roundId), 'answer.changed');
      return this.answers.page(actor, roundId, practiceId, now);
    });
  }

  /**
   * Who may not answer for this practice does not learn that the round exists. Writing holds the round so that it cannot close
   * in between; answers do not wait for each other.
   */
  private async reach(
    actor: Actor,
    roundId: string,
    practiceId: string,
    purpose: 'read' | 'write',
  ): Promise<Round> {
    const known = isId(roundId) && isId(practiceId) && canAnswer(actor, roundId, practiceId);
    found(known || null, 'round');
    const round =
      purpose === 'write' ? await this.rounds.lock(roundId, 'read') : await this.rounds.one(roundId);
    const shown = canManageRounds(actor)
      ? round.state !== 'archived'
      : SHOWN_TO_PRACTICES.includes(round.state);
    found(shown || null, 'round');
    const participant = await this.database.repository(RoundParticipant).findOneBy({ roundId, practiceId });
    if (!participant && !canManageRounds(actor)) throw new DomainError('not-found', { what: 'round' });
    if (!participant?.takingPart) throw new DomainError('round.not-participant');
    return round;
  }

  /** The one row of this practice: two first saves at the same moment make one. */
  private async lockAnswer(actor: Actor, roundId: string, practiceId: string): Promise<RoundAnswer> {
    await this.database.query(
      `insert into round_answer (round_id, practice_id, region_id, version) values ($1, $2, $3, 0) on conflict do nothing`,
      [roundId, practiceId, actor.regionId],
    );
    return found(
      await this.database
        .repository(RoundAnswer)
        .findOne({ where: { roundId, practiceId }, lock: { mode: 'pessimistic_write' } }),
      'answer',
    );
  }

  /** Who leads is somebody of the practice, or somebody it names with an address. */
  private async changeLeader(answer: RoundAnswer, change: AnswerChange): Promise<void> {
    if (change.leader) {
      answer.leaderPersonId = await this.answers.namedPerson(change.leader, this.clock.now());
      answer.leaderName = change.leader.name.trim();
      return;
    }
    const personId = change.leaderPersonId;
    if (personId === undefined || personId === answer.leaderPersonId) return;
    if (personId !== null) {
      const staff = await this.people.peopleOfPractice(answer.practiceId);
      if (!staff.some((person) => person.personId === personId))
        throw new DomainError('answer.leader-unknown', { personId });
    }
    answer.leaderPersonId = personId;
    answer.leaderName = null;
  }
}
