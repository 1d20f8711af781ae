import { Injectable } from '@nestjs/common';
import type { QuestionAnswerView } from '#libs/contracts';
import { LiveRooms } from '#libs/live';
import { Database, found, fresh, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import { lockSession } from '../sessions/sessions.queries.js';
import { AnswersService, type AnswerChange } from '../specialist/answers.service.js';
import { LiveEntry } from './live-entry.service.js';
import { LiveHours } from './live-hours.service.js';
import { boardQuestions } from './live.rules.js';

/** What moderator and specialist note at a question for the handout, while the session runs (DIA-12). */
@Injectable()
export class LiveAnswers {
  constructor(
    private readonly database: Database,
    private readonly rooms: LiveRooms,
    private readonly entry: LiveEntry,
    private readonly hours: LiveHours,
    private readonly answers: AnswersService,
  ) {}

  /**
   * Fields that were left out stay as they are.
   * @param confirmed the writer has read the guard's warnings
   * @param version of the answer that was read
   * @throws as LiveEntry.enter · not-found for a question of another session or a merged one · conflict.stale · as AnswersService.save
   */
  async change(
    actor: Actor,
    sessionId: string,
    questionId: string,
    change: Omit<AnswerChange, 'confirmed'>,
    confirmed: boolean,
    version?: number,
  ): Promise<QuestionAnswerView> {
    return this.database.transaction(actor, async () => {
      await this.entry.enter(actor, sessionId, canManageDialogue(actor) ? 'moderator' : 'specialist');
      const session = await lockSession(this.database, sessionId);
      const questions = boardQuestions(await this.hours.board(session.id));
      const { answer } = found(
        questions.find(({ id }) => id === questionId),
        'question',
      );
      fresh(answer, version);
      return this.answers.save(actor, session, questionId, { ...change, confirmed });
    });
  }

  /** Tells an open room what an answer says now, wherever it was written. Inside the open transaction. */
  async tell(sessionId: string, questionId: string, answer: QuestionAnswerView): Promise<void> {
    if (!(await this.rooms.find(sessionId))) return;
    await this.rooms.lock(sessionId);
    await this.rooms.tell(sessionId, 'moderator', { type: 'answer', questionId, answer });
    await this.rooms.tell(sessionId, 'specialist', { type: 'answer', questionId, answer });
  }
}
