import { Injectable } from '@nestjs/common';
import type { QuestionDeskView } from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  newId,
  type Actor,
} from '#libs/platform';
import { mergePlan } from './families.rules.js';
import { QuestionDesk, type DeskChange } from './question-desk.service.js';
import { QuestionReturns } from './question-returns.service.js';
import { Question } from './question.entity.js';
import {
  assertPlaceFor,
  categoryOf,
  lastPlace,
  questionOf,
  questionsOf,
  saveQuestion,
} from './questions.queries.js';

/** What the organiser changes at one question; what is left out stays. */
export interface DeskQuestionChange {
  /** Null takes it out of every category. */
  categoryId?: string | null;
  /** Place in its category, from 0. */
  position?: number;
  /** The wording for everybody; null goes back to the asker's. */
  shownText?: string | null;
  /** The organiser read what the guard warned of. */
  confirmed?: boolean;
}
/** Questions on the organiser's desk: put in order, in other words, together, aside or back (DIA-17; features 32, 34, 40). */
@Injectable()
export class DeskQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: QuestionDesk,
    private readonly returns: QuestionReturns,
  ) {}

  /** A question of the organiser's own. @throws text.identifiers · question.session-full {most} · not-found */
  async add(
    actor: Actor,
    sessionId: string,
    wish: { text: string; categoryId: string | null; confirmed: boolean },
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
      if (wish.categoryId !== null) await categoryOf(this.database, session.id, wish.categoryId);
      await assertPlaceFor(this.database, session.id);
      const id = newId();
      const now = this.clock.now();
      await this.database.repository(Question).insert({
        id,
        regionId: session.regionId,
        sessionId: session.id,
        practiceId: null,
        state: 'asked',
        text,
        authorId: actor.personId,
        late: session.sharedAt !== null,
        categoryId: wish.categoryId,
        position: await lastPlace(this.database, session.id, wish.categoryId),
        askedAt: now,
        createdAt: now,
        version: 1,
      });
      return { event: 'question.added', detail: { question: id } };
    });
  }

  /** Puts a question in a category or in its place, or words it for everybody. @throws conflict.stale · question.merged · text.identifiers */
  async edit(
    actor: Actor,
    sessionId: string,
    questionId: string,
    wish: DeskQuestionChange,
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      const question = await this.head(session.id, questionId, version);
      if (wish.shownText !== undefined) {
        const { shownText } = guardedTexts({ shownText: wish.shownText ?? '' }, wish.confirmed ?? false);
        question.shownText = shownText === '' || shownText === question.text ? null : shownText;
      }
      if (wish.categoryId !== undefined && wish.categoryId !== question.categoryId) {
        if (wish.categoryId !== null) await categoryOf(this.database, session.id, wish.categoryId);
        question.categoryId = wish.categoryId;
        question.position = await lastPlace(this.database, session.id, wish.categoryId);
      }
      await saveQuestion(this.database, question);
      if (wish.position !== undefined) await this.putAt(question, wish.position);
      const fields = (['categoryId', 'position', 'shownText'] as const).filter(
        (field) => wish[field] !== undefined,
      );
      return { event: 'question.edited', detail: { question: question.id, fields } };
    });
  }

  /** Puts these questions, in this order, at the start of a category (null: of those in none). Others keep their order after them. */
  async arrange(
    actor: Actor,
    sessionId: string,
    wish: { categoryId: string | null; questionIds: string[] },
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      if (wish.categoryId !== null) await categoryOf(this.database, session.id, wish.categoryId);
      const all = (await questionsOf(this.database, session.id)).filter(
        ({ mergedInto }) => mergedInto === null,
      );
      const byId = new Map(all.map((one) => [one.id, one]));
      const put = wish.questionIds.map((id) => found(byId.get(id), 'question'));
      const rest = all.filter((one) => one.categoryId === wish.categoryId && !put.includes(one));
      for (const [position, question] of [...put, ...rest].entries())
        if (question.position !== position || question.categoryId !== wish.categoryId)
          await saveQuestion(
            this.database,
            Object.assign(question, { position, categoryId: wish.categoryId }),
          );
      return {
        event: 'questions.arranged',
        detail: { category: wish.categoryId, questions: wish.questionIds },
      };
    });
  }

  /**
   * Puts a question, with everything merged into it, together with another one (DIA-17). A question that the specialist has stays the head.
   * @throws not-found for a question of another session · question.merged when there is nothing to merge · conflict.stale
   */
  async merge(
    actor: Actor,
    sessionId: string,
    questionId: string,
    into: string,
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      const question = await questionOf(this.database, session.id, questionId);
      fresh(question, version);
      const other = await questionOf(this.database, session.id, into);
      const all = await questionsOf(this.database, session.id);
      const plan = mergePlan(question, other, all);
      if (!plan) throw new DomainError('question.merged');
      for (const member of all.filter(({ id }) => plan.members.includes(id)))
        await saveQuestion(this.database, Object.assign(member, { mergedInto: plan.head }));
      return { event: 'question.merged', detail: { question: questionId, into: plan.head } };
    });
  }

  /**
   * Takes a merged question out again: it stands where it stood, with its own words.
   * @param along questions that were merged into it before, and go with it again (undoing a merge)
   * @throws question.merged when it is not merged · conflict.stale
   */
  async unmerge(
    actor: Actor,
    sessionId: string,
    questionId: string,
    along: string[],
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      const question = await questionOf(this.database, session.id, questionId);
      fresh(question, version);
      const from = question.mergedInto;
      if (from === null || question.state !== 'asked') throw new DomainError('question.merged');
      const head = await questionOf(this.database, session.id, from);
      const { fate, fateReason, fateAt } = head;
      // what went back together goes on being back, each by itself
      const back = fate === 'sent-back' ? { fate, fateReason, fateAt } : {};
      await saveQuestion(this.database, Object.assign(question, { mergedInto: null, ...back }));
      const all = await questionsOf(this.database, session.id);
      for (const member of all.filter(({ id, mergedInto }) => mergedInto === from && along.includes(id)))
        await saveQuestion(this.database, Object.assign(member, { mergedInto: question.id }));
      return { event: 'question.unmerged', detail: { question: questionId, from } };
    });
  }

  /** Back to who asked it, with everything merged into it, and with why; its askers get a mail. @throws text.identifiers · question.merged · conflict.stale */
  async sendBack(
    actor: Actor,
    sessionId: string,
    questionId: string,
    wish: { reason: string; confirmed: boolean },
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      const question = await this.head(session.id, questionId, version);
      const { reason } = guardedTexts({ reason: wish.reason }, wish.confirmed);
      const change = await this.settle(question, 'sent-back', reason);
      return {
        ...change,
        detail: { ...change.detail, mails: await this.returns.tell(actor, session, question) },
      };
    });
  }

  /** Aside for now; its asker sees so. @throws question.merged · conflict.stale */
  async park(
    actor: Actor,
    sessionId: string,
    questionId: string,
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) =>
      this.settle(await this.head(session.id, questionId, version), 'parked', null),
    );
  }

  /** Back on the desk, after parking or sending back. @throws question.merged · conflict.stale */
  async reopen(
    actor: Actor,
    sessionId: string,
    questionId: string,
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) =>
      this.settle(await this.head(session.id, questionId, version), null, null),
    );
  }

  /** A question that stands on the desk by itself. */
  private async head(sessionId: string, questionId: string, version?: number): Promise<Question> {
    const question = await questionOf(this.database, sessionId, questionId);
    allow(question.state === 'asked', 'not-found', { what: 'question' });
    fresh(question, version);
    if (question.mergedInto !== null) throw new DomainError('question.merged');
    return question;
  }

  private async settle(
    question: Question,
    fate: 'sent-back' | 'parked' | null,
    reason: string | null,
  ): Promise<DeskChange> {
    const fateAt = fate ? this.clock.now() : null;
    await this.returns.callOff(question.id);
    await saveQuestion(this.database, Object.assign(question, { fate, fateReason: reason, fateAt }));
    const event = fate === null ? 'question.reopened' : `question.${fate}`;
    return { event, detail: { question: question.id } };
  }

  private async putAt(question: Question, position: number): Promise<void> {
    const others = (await questionsOf(this.database, question.sessionId)).filter(
      ({ id, mergedInto, categoryId }) =>
        id !== question.id && mergedInto === null && categoryId === question.categoryId,
    );
    others.splice(position, 0, question);
    for (const [place, one] of others.entries())
      if (one.position !== place)
        await this.database.repository(Question).update({ id: one.id }, { position: place });
  }
}
