import { Injectable } from '@nestjs/common';
import { sessionRoom, type PracticeQuestionsView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  fresh,
  guardedTexts,
  isId,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { canActForPractice } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { RoomEcho } from '../sessions/room-echo.service.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { canBeJoined, familiesOf, nextHead, type Family } from './families.rules.js';
import { canBeChanged, canBeTakenBack, fateOf, takesQuestions } from './fate.rules.js';
import { PracticeQuestionsQueries, wordsOf } from './practice-questions.queries.js';
import {
  assertPlaceFor,
  endorsementsOf,
  ensureDepartmentPart,
  lastPlace,
  questionOf,
  questionsOf,
  saveQuestion,
} from './questions.queries.js';
import { Question } from './question.entity.js';

/** Questions that a practice can have asked at one moment (DIA-06). */
export const MOST_QUESTIONS = 12;

/** What a practice asks, chooses from its colleagues' proposals, and joins of others, without ever hearing who asked (DIA-06, 17). */
@Injectable()
export class PracticeQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly echo: RoomEcho,
    private readonly views: PracticeQuestionsQueries,
  ) {}

  /** @throws not-found for every practice that is not one's own. */
  async get(actor: Actor, sessionId: string, practiceId: string): Promise<PracticeQuestionsView> {
    return this.database.transaction(actor, async () => {
      this.allowFor(actor, sessionId, practiceId);
      return this.views.of(await sessionOf(this.database, sessionId), practiceId);
    });
  }

  /**
   * Asks on behalf of the practice. After sharing the question is late, until the session starts.
   * @param wish.confirmed the writer read what the guard warned of
   * @throws text.identifiers · question.too-many {most} · question.session-full {most} · session.ended · session.cancelled
   */
  async ask(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    wish: { text: string; confirmed: boolean },
  ): Promise<PracticeQuestionsView> {
    return this.change(actor, sessionId, practiceId, async (session) => {
      const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
      await this.assertRoom(session.id, practiceId);
      await ensureDepartmentPart(this.database, session);
      const id = newId();
      await this.database.repository(Question).insert({
        id,
        regionId: session.regionId,
        sessionId: session.id,
        practiceId,
        state: 'asked',
        text,
        shownText: null,
        authorId: actor.personId,
        authorName: null,
        late: session.sharedAt !== null,
        categoryId: null,
        position: await lastPlace(this.database, session.id, null),
        mergedInto: null,
        fate: null,
        fateReason: null,
        fateAt: null,
        sharedAt: null,
        askedAt: this.clock.now(),
        createdAt: this.clock.now(),
        version: 1,
      });
      return { event: 'question.asked', action: 'C', id };
    });
  }

  /**
   * Changes the words of a question that did not go to the specialist; one that was sent back is asked anew with them. The organiser's
   * wording goes: it was one for other words.
   * @throws text.identifiers · conflict.stale · question.merged · question.fixed
   */
  async reword(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    questionId: string,
    wish: { text: string; confirmed: boolean },
    version?: number,
  ): Promise<PracticeQuestionsView> {
    return this.change(actor, sessionId, practiceId, async (session) => {
      const question = await this.own(session.id, practiceId, questionId);
      fresh(question, version);
      const head = question.mergedInto
        ? await questionOf(this.database, session.id, question.mergedInto)
        : null;
      const fate = fateOf(question, head && { ...head, practices: 0 });
      if (fate.kind === 'merged') throw new DomainError('question.merged');
      if (!canBeChanged(question, fate, session, this.clock.now())) throw new DomainError('question.fixed');
      const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
      if (fate.kind === 'sent-back') {
        if (question.mergedInto === null) await this.handOver(question);
        Object.assign(question, {
          mergedInto: null,
          fate: null,
          fateReason: null,
          fateAt: null,
          sharedAt: null,
          late: session.sharedAt !== null,
          askedAt: this.clock.now(),
        });
      }
      Object.assign(question, { text, shownText: null });
      await saveQuestion(this.database, question);
      return { event: 'question.changed', action: 'U', id: question.id };
    });
  }

  /** Takes a question back, or declines a colleague's proposal: it stays to be seen, and can be chosen again. @throws question.fixed */
  async takeBack(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    questionId: string,
  ): Promise<PracticeQuestionsView> {
    return this.change(actor, sessionId, practiceId, async (session) => {
      const question = await this.own(session.id, practiceId, questionId);
      if (!canBeTakenBack(question, session, this.clock.now())) throw new DomainError('question.fixed');
      if (question.mergedInto === null && !(await this.handOver(question))) await this.goesOn(question);
      Object.assign(question, { state: 'withdrawn', mergedInto: null });
      await saveQuestion(this.database, question);
      return { event: 'question.withdrawn', action: 'U', id: question.id };
    });
  }

  /** Chooses what a colleague proposed, or takes up again what was taken back. @throws question.too-many · question.fixed · text.identifiers */
  async select(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    questionId: string,
    confirmed: boolean,
  ): Promise<PracticeQuestionsView> {
    return this.change(actor, sessionId, practiceId, async (session) => {
      const question = await this.own(session.id, practiceId, questionId);
      if (question.state === 'asked') throw new DomainError('question.fixed');
      guardedTexts({ text: question.text }, confirmed);
      await this.assertRoom(session.id, practiceId);
      await ensureDepartmentPart(this.database, session);
      Object.assign(question, {
        state: 'asked',
        askedAt: this.clock.now(),
        late: session.sharedAt !== null,
        position: await lastPlace(this.database, session.id, question.categoryId),
      });
      await saveQuestion(this.database, question);
      return { event: 'question.selected', action: 'U', id: question.id };
    });
  }

  /** "Wij ook", or no longer. Counts a practice once, also where it stands in a question that was merged. @throws not-found */
  async endorse(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    questionId: string,
    joins: boolean,
  ): Promise<PracticeQuestionsView> {
    return this.change(actor, sessionId, practiceId, async (session) => {
      const family = (await this.families(session.id)).find(({ head }) => head.id === questionId);
      // what one joined can be left as long as questions are taken, whatever became of it
      const leaves = !joins && family?.endorsedBy.has(practiceId);
      if (!isId(questionId) || !family || !(leaves || canBeJoined(family)))
        throw new DomainError('not-found');
      if (joins && !family.practiceIds.has(practiceId))
        await this.database.query(
          `insert into question_endorsement (question_id, practice_id, region_id, given_by, given_at)
           values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [questionId, practiceId, session.regionId, actor.personId, this.clock.now()],
        );
      if (!joins)
        await this.database.query(
          `delete from question_endorsement where practice_id = $1 and question_id = any($2)`,
          [practiceId, [family.head, ...family.members].map(({ id }) => id)],
        );
      return {
        event: joins ? 'question.endorsed' : 'question.endorsement-withdrawn',
        action: 'U',
        id: questionId,
      };
    });
  }

  private async change(
    actor: Actor,
    sessionId: string,
    practiceId: string,
    work: (session: Session) => Promise<{ event: string; action: 'C' | 'U'; id: string }>,
  ): Promise<PracticeQuestionsView> {
    return this.database.transaction(actor, async () => {
      this.allowFor(actor, sessionId, practiceId);
      const session = await lockSession(this.database, sessionId);
      await this.assertInBusiness(practiceId);
      if (session.state === 'cancelled') throw new DomainError('session.cancelled');
      if (!takesQuestions(session, this.clock.now())) throw new DomainError('session.ended');
      const { event, action, id } = await work(session);
      this.audit.record(actor, {
        event,
        action,
        subjectKind: 'dialogue-session',
        subjectId: session.id,
        practiceId,
        detail: { question: id },
      });
      await this.rooms.announce(sessionRoom(session.id), 'session.changed');
      await this.echo.questions(session.id);
      return this.views.of(session, practiceId);
    });
  }

  private allowFor(actor: Actor, sessionId: string, practiceId: string): void {
    allow(isId(practiceId) && canActForPractice(actor, sessionId, practiceId), 'not-found');
  }

  /** A practice that stopped asks nothing more, whatever links its people still have. @throws not-found */
  private async assertInBusiness(practiceId: string): Promise<void> {
    const rows = await this.database.query('select 1 from practice where id = $1 and archived_at is null', [
      practiceId,
    ]);
    allow(rows.length > 0, 'not-found');
  }

  private async own(sessionId: string, practiceId: string, questionId: string): Promise<Question> {
    const question = await questionOf(this.database, sessionId, questionId);
    allow(question.practiceId === practiceId, 'not-found');
    return question;
  }

  private async assertRoom(sessionId: string, practiceId: string): Promise<void> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from session_question
       where session_id = $1 and practice_id = $2 and state = 'asked' and fate is distinct from 'sent-back'`,
      [sessionId, practiceId],
    );
    if ((row?.n ?? 0) >= MOST_QUESTIONS) throw new DomainError('question.too-many', { most: MOST_QUESTIONS });
    await assertPlaceFor(this.database, sessionId);
  }

  private async families(sessionId: string): Promise<Family<Question>[]> {
    return familiesOf(
      await questionsOf(this.database, sessionId),
      await endorsementsOf(this.database, sessionId),
    );
  }

  /**
   * A head that leaves gives its place, the organiser's wording for all of them and "wij ook" to the one that was asked first after it.
   * @returns whether there was one
   */
  private async handOver(head: Question): Promise<boolean> {
    const all = await questionsOf(this.database, head.sessionId);
    const heir = nextHead(head, all);
    if (!heir) return false;
    const { shownText, categoryId, position, fate, fateReason, fateAt } = head;
    Object.assign(heir, { mergedInto: null, shownText, categoryId, position, fate, fateReason, fateAt });
    await saveQuestion(this.database, heir);
    for (const member of all.filter(({ mergedInto, id }) => mergedInto === head.id && id !== heir.id))
      await saveQuestion(this.database, Object.assign(member, { mergedInto: heir.id }));
    await this.moveEndorsements(head, heir);
    return true;
  }

  /** What other practices joined stays when its asker takes it back: as the question of the practice that joined first, in the words that it read. */
  private async goesOn(head: Question): Promise<void> {
    const [first] = await this.database.query<{ practiceId: string; givenBy: string | null }>(
      `select e.practice_id as "practiceId", e.given_by as "givenBy" from question_endorsement e join practice p on p.id = e.practice_id
       where e.question_id = $1 and e.practice_id is distinct from $2 and p.archived_at is null
       order by e.given_at, e.practice_id limit 1`,
      [head.id, head.practiceId],
    );
    if (!first) return;
    const heir: Question = {
      ...head,
      id: newId(),
      practiceId: first.practiceId,
      text: wordsOf(head),
      shownText: null,
      authorId: first.givenBy,
      authorName: null,
      version: 1,
    };
    await this.database.repository(Question).insert(heir);
    await this.moveEndorsements(head, heir);
  }

  private async moveEndorsements(from: Question, to: Question): Promise<void> {
    await this.database.query(
      `insert into question_endorsement (question_id, practice_id, region_id, given_by, given_at)
       select $2, practice_id, region_id, given_by, given_at from question_endorsement
       where question_id = $1 and practice_id is distinct from $3 on conflict do nothing`,
      [from.id, to.id, to.practiceId],
    );
    await this.database.query('delete from question_endorsement where question_id = $1', [from.id]);
  }
}
