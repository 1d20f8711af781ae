import { Injectable } from '@nestjs/common';
import { sessionRoom, type QuestionDeskView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { canManageDialogue, canSeeSession } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { minutesBetween, plannedHour } from '../specialist/preparation.rules.js';
import { questionBoard } from './board.queries.js';
import { deskQuestion, shownTextOf } from './desk.rules.js';
import { familiesOf, mergePlan } from './families.rules.js';
import { alikePairs } from './likeness.rules.js';
import { Question } from './question.entity.js';
import {
  answersOf,
  categoriesOf,
  categoryOf,
  endorsementsOf,
  ensureDepartmentPart,
  lastPlace,
  questionOf,
  questionsOf,
  saveQuestion,
  sharesAt,
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
interface Done {
  event: string;
  detail: Record<string, unknown>;
}

/** The organiser's desk: questions put in order, in other words, together, aside or back (DIA-09, 17; features 32, 34, 40). */
@Injectable()
export class QuestionDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
  ) {}

  /** @throws not-found · auth.forbidden for who may know of the session and not see who asked what */
  async get(actor: Actor, sessionId: string): Promise<QuestionDeskView> {
    return this.database.transaction(actor, async () => {
      this.allowFor(actor, sessionId);
      const session = await sessionOf(this.database, sessionId);
      return this.view(session);
    });
  }

  /** A question of the organiser's own. @throws text.identifiers · not-found */
  async add(
    actor: Actor,
    sessionId: string,
    wish: { text: string; categoryId: string | null; confirmed: boolean },
  ): Promise<QuestionDeskView> {
    return this.change(actor, sessionId, async (session) => {
      const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
      if (wish.categoryId !== null) await categoryOf(this.database, session.id, wish.categoryId);
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
    return this.change(actor, sessionId, async (session) => {
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
    return this.change(actor, sessionId, async (session) => {
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
    return this.change(actor, sessionId, async (session) => {
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
    return this.change(actor, sessionId, async (session) => {
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

  /** Back to who asked it, with everything merged into it, and with why. @throws text.identifiers · question.merged · conflict.stale */
  async sendBack(
    actor: Actor,
    sessionId: string,
    questionId: string,
    wish: { reason: string; confirmed: boolean },
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.change(actor, sessionId, async (session) => {
      const question = await this.head(session.id, questionId, version);
      const { reason } = guardedTexts({ reason: wish.reason }, wish.confirmed);
      return this.settle(question, 'sent-back', reason);
    });
  }

  /** Aside for now; its asker sees so. @throws question.merged · conflict.stale */
  async park(
    actor: Actor,
    sessionId: string,
    questionId: string,
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.change(actor, sessionId, async (session) =>
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
    return this.change(actor, sessionId, async (session) =>
      this.settle(await this.head(session.id, questionId, version), null, null),
    );
  }

  /**
   * One change of the desk: the session held, the door judged, the change told. For the services of this folder.
   * @throws not-found · auth.forbidden · session.ended · session.cancelled
   */
  async change(
    actor: Actor,
    sessionId: string,
    work: (session: Session) => Promise<Done>,
  ): Promise<QuestionDeskView> {
    return this.database.transaction(actor, async () => {
      this.allowFor(actor, sessionId);
      const session = await lockSession(this.database, sessionId);
      if (session.state === 'cancelled') throw new DomainError('session.cancelled');
      if (session.state === 'ended') throw new DomainError('session.ended');
      await ensureDepartmentPart(this.database, session);
      const { event, detail } = await work(session);
      this.audit.record(actor, {
        event,
        action: 'U',
        subjectKind: 'dialogue-session',
        subjectId: session.id,
        detail,
      });
      await this.rooms.announce(sessionRoom(session.id), 'session.changed');
      return this.view(session);
    });
  }

  /** The whole desk. Inside the open transaction, allowed. The number of queries does not grow with the questions. */
  async view(session: Session): Promise<QuestionDeskView> {
    let categories = await categoriesOf(this.database, session.id);
    if (!categories.some(({ kind }) => kind === 'department') && session.state === 'planned') {
      await lockSession(this.database, session.id);
      await ensureDepartmentPart(this.database, session);
      categories = await categoriesOf(this.database, session.id);
    }
    const families = familiesOf(
      await questionsOf(this.database, session.id),
      await endorsementsOf(this.database, session.id),
    );
    const answers = await answersOf(this.database, session.id);
    const names = await this.database.query<{ id: string; name: string }>(
      `select id, name from practice where id in (select practice_id from session_question where session_id = $1)`,
      [session.id],
    );
    const minutes = minutesBetween(session.startsAt, session.endsAt);
    const plan = plannedHour(await questionBoard(this.database, session.id), minutes);
    const minutesOf = new Map(plan.map((part) => [part.id, part.minutes]));
    const shares = await sharesAt(this.database, session.id);
    const practices = new Map(names.map(({ id, name }) => [id, name]));
    const open = families.filter(({ head }) => head.fate !== 'sent-back');
    return {
      sessionId: session.id,
      title: session.title,
      startsAt: session.startsAt.toISOString(),
      state: session.state,
      sharesAt: shares?.toISOString() ?? null,
      minutes,
      plannedMinutes: plan.reduce((sum, part) => sum + part.minutes, 0),
      sharedAt: session.sharedAt?.toISOString() ?? null,
      categories: categories.map(({ id, name, kind, position, minutes: own, version }) => ({
        id,
        name,
        kind,
        position,
        minutes: own,
        version,
        plannedMinutes: minutesOf.get(id) ?? 0,
      })),
      questions: families.map((family) => deskQuestion(family, practices, answers)),
      alike: alikePairs(open.map(({ head }) => ({ id: head.id, text: shownTextOf(head) }))),
    };
  }

  private allowFor(actor: Actor, sessionId: string): void {
    allow(canSeeSession(actor, sessionId), 'not-found', { what: 'session' });
    allow(canManageDialogue(actor));
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
  ): Promise<Done> {
    const fateAt = fate ? this.clock.now() : null;
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
