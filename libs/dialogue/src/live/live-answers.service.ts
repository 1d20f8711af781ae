import { Injectable } from '@nestjs/common';
import type { QuestionAnswerView, ReferralTiming } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { LiveRooms } from '#libs/live';
import { Clock, Database, found, fresh, guardedTexts, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import { lockSession } from '../sessions/sessions.queries.js';
import { LiveEntry } from './live-entry.service.js';
import { LiveHours } from './live-hours.service.js';
import { boardQuestions } from './live.rules.js';

/** Fields that were left out stay as they are: two who write at different fields do not lose each other's words. */
export interface AnswerChange {
  timing?: ReferralTiming | null;
  tooEarly?: string;
  onTime?: string;
  tooLate?: string;
  note?: string;
}

/** What moderator and specialist note at a question for the handout, while the session runs (DIA-12). */
@Injectable()
export class LiveAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: LiveRooms,
    private readonly entry: LiveEntry,
    private readonly hours: LiveHours,
  ) {}

  /**
   * @param confirmed the writer has read the guard's warnings
   * @param version of the answer that was read
   * @throws as LiveEntry.enter · not-found for a question of another session or a merged one · text.identifiers · conflict.stale
   */
  async change(
    actor: Actor,
    sessionId: string,
    questionId: string,
    change: AnswerChange,
    confirmed: boolean,
    version?: number,
  ): Promise<QuestionAnswerView> {
    return this.database.transaction(actor, async () => {
      await this.entry.enter(actor, sessionId, canManageDialogue(actor) ? 'moderator' : 'specialist');
      const { timing, ...texts } = change;
      const given = Object.fromEntries(
        Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined),
      );
      const kept = guardedTexts(given, confirmed);
      const session = await lockSession(this.database, sessionId);
      const before = await this.answerOf(session.id, questionId);
      fresh(before, version);
      const next = { ...before, ...kept, ...(timing === undefined ? {} : { timing }) };
      await this.database.query(
        `insert into question_answer (question_id, region_id, timing, too_early, on_time, too_late, note, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (question_id) do update set timing = $3, too_early = $4, on_time = $5, too_late = $6, note = $7,
           changed_by = $8, changed_at = $9, version = question_answer.version + 1`,
        [
          questionId,
          actor.regionId,
          next.timing,
          next.tooEarly,
          next.onTime,
          next.tooLate,
          next.note,
          actor.personId,
          this.clock.now(),
        ],
      );
      this.audit.record(actor, {
        event: 'answer.changed',
        action: 'U',
        subjectKind: 'question',
        subjectId: questionId,
        detail: {
          sessionId: session.id,
          fields: [...Object.keys(kept), ...(timing === undefined ? [] : ['timing'])],
        },
      });
      const answer = await this.answerOf(session.id, questionId);
      await this.tell(session.id, questionId, answer);
      return answer;
    });
  }

  /** Tells an open room what an answer says now; for whoever changes it elsewhere too. Inside the open transaction. */
  async tell(sessionId: string, questionId: string, answer: QuestionAnswerView): Promise<void> {
    if (!(await this.rooms.find(sessionId))) return;
    await this.rooms.lock(sessionId);
    await this.rooms.tell(sessionId, 'moderator', { type: 'answer', questionId, answer });
    await this.rooms.tell(sessionId, 'specialist', { type: 'answer', questionId, answer });
  }

  private async answerOf(sessionId: string, questionId: string): Promise<QuestionAnswerView> {
    const questions = boardQuestions(await this.hours.board(sessionId));
    return found(
      questions.find(({ id }) => id === questionId),
      'question',
    ).answer;
  }
}
