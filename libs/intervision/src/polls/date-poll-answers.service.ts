import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { datePollRoom, meetingRoom, type DateAnswer, type DatePollView } from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  guardedTexts,
  isId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { cameVia } from '../intervision.policy.js';
import { DatePollPages } from './date-poll-pages.service.js';
import { DatePollSteps } from './date-poll-steps.service.js';
import { DatePoll } from './date-poll.entity.js';
import { answersInPoll } from './polls.policy.js';
import { pollFor, pollOptions } from './polls.queries.js';

export interface DatePollAnswer {
  /** Option id → answer; null makes it unanswered again. What is not named stays as it was. */
  answers?: Readonly<Record<string, DateAnswer | null>>;
  /** Every option that can be chosen now. */
  all?: 'yes';
  note?: string;
  /** The writer has read the warnings about the note. */
  confirmed?: boolean;
}

/** What a practice answers, saved per click from any device, by whoever speaks for it (ORG-01, features 9). */
@Injectable()
export class DatePollAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly pages: DatePollPages,
    private readonly steps: DatePollSteps,
  ) {}

  /**
   * Saves what is given; the last one to answer an option wins, and no other option is touched.
   * @throws not-found · auth.forbidden · date-poll.closed · date-poll.option-gone · text.identifiers
   */
  async save(actor: Actor, id: string, practiceId: string, given: DatePollAnswer): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      // held, so that of two last answers one sees the other and the leader hears of it once
      const opened = await pollFor(this.database, actor, id, true);
      const { poll, meeting, place } = opened;
      found(isId(practiceId) && place.practiceIds.includes(practiceId) ? practiceId : null, 'practice');
      allow(answersInPoll(actor, id, place).includes(practiceId));
      const now = this.clock.now();
      if (poll.state !== 'open' || meeting.state !== 'polling' || now >= poll.answerUntil)
        throw new DomainError('date-poll.closed', { answerUntil: poll.answerUntil.toISOString() });
      const options = (await pollOptions(this.database, id)).map((option) => option.id);
      const answers = {
        ...(given.all && Object.fromEntries(options.map((optionId) => [optionId, given.all as DateAnswer]))),
        ...given.answers,
      };
      const gone = Object.keys(answers).filter((optionId) => !options.includes(optionId));
      if (gone.length > 0) throw new DomainError('date-poll.option-gone', { optionIds: gone });
      const note =
        given.note === undefined
          ? undefined
          : guardedTexts({ note: given.note }, given.confirmed ?? false).note.trim();

      await this.database.query(
        `insert into date_poll_practice (poll_id, practice_id, region_id, note, saved_by, saved_at, via) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (poll_id, practice_id) do update set note = case when $8 then excluded.note else date_poll_practice.note end,
           saved_by = excluded.saved_by, saved_at = excluded.saved_at, via = excluded.via, version = date_poll_practice.version + 1`,
        [
          id,
          practiceId,
          actor.regionId,
          note || null,
          actor.personId,
          now,
          cameVia(actor, practiceId),
          note !== undefined,
        ],
      );
      const said = Object.entries(answers);
      await this.database.query(
        `insert into date_poll_answer (option_id, practice_id, region_id, answer, answered_by, answered_at)
         select o, $2, $3, a, $5, $6 from unnest($1::uuid[], $4::text[]) given (o, a)
         on conflict (option_id, practice_id) do update set answer = excluded.answer, answered_by = excluded.answered_by, answered_at = excluded.answered_at`,
        [
          said.filter(([, answer]) => answer !== null).map(([optionId]) => optionId),
          practiceId,
          actor.regionId,
          said.flatMap(([, answer]) => answer ?? []),
          actor.personId,
          now,
        ],
      );
      await this.database.query(
        `delete from date_poll_answer where practice_id = $1 and option_id = any($2::uuid[])`,
        [practiceId, said.filter(([, answer]) => answer === null).map(([optionId]) => optionId)],
      );
      this.audit.record(actor, {
        event: 'date-poll.answered',
        action: 'U',
        subjectKind: 'date-poll',
        subjectId: id,
        practiceId,
        detail: { options: said.length, note: note !== undefined, via: cameVia(actor, practiceId) },
      });
      if (await this.steps.noticeComplete(actor, opened))
        await this.database.repository(DatePoll).update({ id }, { completeAt: poll.completeAt });
      await this.rooms.announce(datePollRoom(id), 'date-poll.changed');
      await this.rooms.announce(meetingRoom(meeting.id), 'meeting.changed');
      return this.pages.viewOf(actor, opened);
    });
  }
}
