import { Injectable } from '@nestjs/common';
import type { QuestionAnswerView } from '#libs/contracts';
import type { Session } from './session.entity.js';

/** Inside the open transaction of whoever made the change. */
export type QuestionsEcho = (sessionId: string) => Promise<void>;
/** @param leftPersonId who may not be in the room any more, when somebody was replaced or excused */
export type PeopleEcho = (sessionId: string, leftPersonId: string | null) => Promise<void>;
/** The session as it was just saved, held. */
export type SessionEcho = (session: Session) => Promise<void>;
export type AnswerEcho = (sessionId: string, questionId: string, answer: QuestionAnswerView) => Promise<void>;

/**
 * What the desk, registrations and the specialist's own page change while the room of a session is open. They say it here and know
 * nothing of rooms; where none was opened, nothing happens.
 */
@Injectable()
export class RoomEcho {
  private readonly toQuestions: QuestionsEcho[] = [];
  private readonly toPeople: PeopleEcho[] = [];
  private readonly toAnswers: AnswerEcho[] = [];
  private readonly toSession: SessionEcho[] = [];

  onQuestions(listener: QuestionsEcho): void {
    this.toQuestions.push(listener);
  }

  onPeople(listener: PeopleEcho): void {
    this.toPeople.push(listener);
  }

  onAnswer(listener: AnswerEcho): void {
    this.toAnswers.push(listener);
  }

  onSession(listener: SessionEcho): void {
    this.toSession.push(listener);
  }

  /** What the room shows of the session itself changed, or it does not go on. */
  async session(session: Session): Promise<void> {
    for (const listener of this.toSession) await listener(session);
  }

  /** Questions, their order, their parts or who asks with them changed. The session is held. */
  async questions(sessionId: string): Promise<void> {
    for (const listener of this.toQuestions) await listener(sessionId);
  }

  /** Who comes changed; `leftPersonId` leaves the room at once, unless there is another reason to be in it. The session is held. */
  async people(sessionId: string, leftPersonId: string | null = null): Promise<void> {
    for (const listener of this.toPeople) await listener(sessionId, leftPersonId);
  }

  /** An answer reads otherwise now. */
  async answer(sessionId: string, questionId: string, answer: QuestionAnswerView): Promise<void> {
    for (const listener of this.toAnswers) await listener(sessionId, questionId, answer);
  }
}
