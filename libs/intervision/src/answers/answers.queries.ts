import { Injectable } from '@nestjs/common';
import type { AnswerPageView, RoundAnswerView } from '#libs/contracts';
import { PeopleQueries } from '#libs/access';
import { Database, found, newId, type Actor } from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { liveAnswer, mayEdit } from './answers.rules.js';
import { RoundAnswer } from './round-answer.entity.js';

/** An answer nobody has given yet. */
export const emptyAnswer = (regionId: string, roundId: string, practiceId: string): RoundAnswer => ({
  roundId,
  practiceId,
  regionId,
  ranked: [],
  excluded: [],
  dates: {},
  motivation: null,
  stay: null,
  canLead: null,
  leaderPersonId: null,
  leaderName: null,
  submittedAt: null,
  savedAt: null,
  savedBy: null,
  via: null,
  version: 0,
});

/** Answers as they are looked up. Every method runs in the open transaction. */
@Injectable()
export class AnswersQueries {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly rounds: RoundsQueries,
  ) {}

  /** Everything the answer page needs, in a fixed number of queries. */
  async page(actor: Actor, roundId: string, practiceId: string, now: Date): Promise<AnswerPageView> {
    const round = await this.rounds.view(actor, roundId);
    const [names] = await this.database.query<{ region: string; practice: string }>(
      `select region.name as region, practice.name as practice from practice join region on region.id = practice.region_id
       where practice.id = $1`,
      [practiceId],
    );
    const answer =
      (await this.database.repository(RoundAnswer).findOneBy({ roundId, practiceId })) ??
      emptyAnswer(actor.regionId, roundId, practiceId);
    const staff = await this.people.peopleOfPractice(practiceId);
    const choices = staff.map(({ personId, name }) => ({ personId, name }));
    const leader = await this.leader(answer, choices);
    const { region, practice } = found(names, 'practice');
    const view: RoundAnswerView = {
      roundId,
      practice: { id: practiceId, name: practice },
      ...liveAnswer(answer, round),
      motivation: answer.motivation,
      stay: answer.stay,
      canLead: answer.canLead,
      leader,
      submittedAt: answer.submittedAt?.toISOString() ?? null,
      savedAt: answer.savedAt?.toISOString() ?? null,
      via: answer.via,
      version: answer.version,
    };
    const known = leader === null || choices.some((choice) => choice.personId === leader.personId);
    return {
      round,
      answer: view,
      region,
      leaderChoices: known ? choices : [...choices, leader],
      partners: await this.partners(roundId, practiceId),
      editable: mayEdit(
        { state: round.state, answerUntil: round.answerUntil ? new Date(round.answerUntil) : null },
        canManageRounds(actor),
        now,
      ),
    };
  }

  private async leader(
    answer: RoundAnswer,
    choices: { personId: string; name: string }[],
  ): Promise<RoundAnswerView['leader']> {
    const personId = answer.leaderPersonId;
    if (!personId) return null;
    const choice = choices.find((one) => one.personId === personId);
    if (choice) return choice;
    if (answer.leaderName) return { personId, name: answer.leaderName };
    const [person] = await this.database.query<{ name: string }>('select name from person where id = $1', [
      personId,
    ]);
    return person ? { personId, name: person.name } : null;
  }

  /** Who this practice sat with in the last published round of the same kind (GRP-05). */
  private async partners(roundId: string, practiceId: string): Promise<AnswerPageView['partners']> {
    const rows = await this.database.query<{ round: string; practice: string }>(
      `with last as (
         select o.id, o.name from round o join round r on r.id = $1
         where o.kind = r.kind and o.id <> r.id and o.published_at is not null and (r.published_at is null or o.published_at < r.published_at)
         order by o.published_at desc, o.id desc limit 1)
       select last.name as round, practice.name as practice from last
         join intervision_group g on g.round_id = last.id
         join group_member mine on mine.group_id = g.id and mine.practice_id = $2 and mine.left_at is null
         join group_member other on other.group_id = g.id and other.practice_id <> $2 and other.left_at is null
         join practice on practice.id = other.practice_id
       order by practice.name, practice.id`,
      [roundId, practiceId],
    );
    const round = rows[0]?.round;
    return round === undefined ? null : { round, practices: rows.map((row) => row.practice) };
  }

  /**
   * The person with this address, made when there is none. Being named as a leader gives no right and changes nothing about a
   * person the platform already knows.
   */
  async namedPerson(leader: { name: string; email: string }, now: Date): Promise<string> {
    const email = leader.email.trim();
    const [made] = await this.database.query<{ id: string }>(
      `insert into person (id, email, name, created_at) values ($1, $2, $3, $4) on conflict (lower(email)) do nothing returning id`,
      [newId(), email, leader.name.trim(), now],
    );
    if (made) return made.id;
    const [known] = await this.database.query<{ id: string }>(
      'select id from person where lower(email) = lower($1)',
      [email],
    );
    return found(known, 'person').id;
  }
}
