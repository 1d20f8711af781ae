import { Injectable } from '@nestjs/common';
import { sessionRoom, type QuestionAnswerView, type ReferralTiming } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { Clock, Database, DomainError, found, guardedTexts, isId, Rooms, type Actor } from '#libs/platform';
import { RoomEcho } from '../sessions/room-echo.service.js';
import type { Session } from '../sessions/session.entity.js';
import { answerOf, preparedSession } from './specialist.queries.js';
import { SpecialistService } from './specialist.service.js';

/** What is given is changed, the rest stays. `timing: null` takes a mark away. */
export interface AnswerChange {
  timing?: ReferralTiming | null;
  tooEarly?: string;
  onTime?: string;
  tooLate?: string;
  note?: string;
  /** The writer has read what the guard warned of. */
  confirmed?: boolean;
}

const TEXTS = ['tooEarly', 'onTime', 'tooLate', 'note'] as const;

/** Marks and notes at questions, by specialist and moderator, before, during and after the hour (DIA-12). */
@Injectable()
export class AnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly specialist: SpecialistService,
    private readonly echo: RoomEcho,
  ) {}

  /**
   * Saves one field or several, for who prepares the session.
   * @throws not-found for a question that was not shared · question.merged · text.identifiers · session.cancelled · handout.published
   */
  async change(
    actor: Actor,
    sessionId: string,
    questionId: string,
    change: AnswerChange,
  ): Promise<QuestionAnswerView> {
    return this.database.transaction(actor, async () => {
      const session = await preparedSession(this.database, actor, sessionId, true);
      const [question] = isId(questionId)
        ? await this.database.query<{ merged: boolean }>(
            `select merged_into is not null as merged from session_question
             where id = $1 and session_id = $2 and state = 'asked' and fate is distinct from 'sent-back' and shared_at is not null`,
            [questionId, session.id],
          )
        : [];
      if (found(question, 'question').merged) throw new DomainError('question.merged');
      return this.save(actor, session, questionId, change);
    });
  }

  /**
   * The change itself, inside the open transaction with the session held, of a question of it that the caller looked up. Each field is
   * written over what stood there, so that two people who write at once lose nothing of each other's. An open room hears it.
   * @throws text.identifiers · session.cancelled · handout.published
   */
  async save(
    actor: Actor,
    session: Session,
    questionId: string,
    change: AnswerChange,
  ): Promise<QuestionAnswerView> {
    await this.specialist.assertOpen(session);
    const { confirmed = false, timing, ...wish } = change;
    const given = Object.fromEntries(
      TEXTS.flatMap((field) => (wish[field] === undefined ? [] : [[field, wish[field]]])),
    );
    const texts: Partial<Record<(typeof TEXTS)[number], string>> = guardedTexts(given, confirmed);
    const fields = [...(timing === undefined ? [] : ['timing']), ...Object.keys(given)];
    if (fields.length > 0) {
      await this.database.query(
        `insert into question_answer (question_id, region_id, timing, too_early, on_time, too_late, note, changed_by, changed_at)
         values ($1, current_region(), $2::text, coalesce($4::text, ''), coalesce($5::text, ''), coalesce($6::text, ''),
           coalesce($7::text, ''), $8, $9)
         on conflict (question_id) do update set timing = case when $3 then $2::text else question_answer.timing end,
           too_early = coalesce($4::text, question_answer.too_early), on_time = coalesce($5::text, question_answer.on_time),
           too_late = coalesce($6::text, question_answer.too_late), note = coalesce($7::text, question_answer.note),
           changed_by = $8, changed_at = $9, version = question_answer.version + 1`,
        [
          questionId,
          timing ?? null,
          timing !== undefined,
          texts.tooEarly ?? null,
          texts.onTime ?? null,
          texts.tooLate ?? null,
          texts.note ?? null,
          actor.personId,
          this.clock.now(),
        ],
      );
      this.audit.record(actor, {
        event: 'question-answer.changed',
        action: 'U',
        subjectKind: 'session-question',
        subjectId: questionId,
        detail: { sessionId: session.id, fields },
      });
      await this.rooms.announce(sessionRoom(session.id), 'session.changed');
    }
    const answer = await answerOf(this.database, questionId);
    if (fields.length > 0) await this.echo.answer(session.id, questionId, answer);
    return answer;
  }
}
