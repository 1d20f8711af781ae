import { Injectable } from '@nestjs/common';
import { sessionRoom, type PracticeQuestionsView, type QuestionInboxView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  guardedTexts,
  isId,
  newId,
  Rooms,
  Secrets,
  sha256,
  systemActor,
  type Actor,
} from '#libs/platform';
import { canActForPractice } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { takesQuestions } from './fate.rules.js';
import { PracticeQuestionsQueries } from './practice-questions.queries.js';
import { Question } from './question.entity.js';
import { sharesAt } from './questions.queries.js';

/** Proposals that can wait for the registrant in one inbox. */
export const MOST_PROPOSALS = 30;
/** What colleagues of one practice can propose for a session in all, chosen or declined: the link may have gone anywhere. */
export const MOST_IN_ALL = 200;

interface Inbox {
  id: string;
  practiceId: string;
  sessionId: string;
  practice: string;
  department: string;
}

/**
 * A link inside one practice and for one session: colleagues without account propose questions, the registrant chooses. The token is
 * derived from the row's id (ADR 5); a new link is a new row, which ends the one before.
 */
@Injectable()
export class QuestionInbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly questions: PracticeQuestionsQueries,
  ) {}

  /** Makes the link, or a new one in place of the old. Its path is told this once. @throws session.ended · session.cancelled */
  async make(actor: Actor, sessionId: string, practiceId: string): Promise<PracticeQuestionsView> {
    return this.database.transaction(actor, async () => {
      const session = await this.hold(actor, sessionId, practiceId);
      assertTakes(session, this.clock.now());
      const id = newId();
      const token = this.secrets.token('question-inbox', id);
      await this.remove(session.id, practiceId);
      await this.database.query(
        `insert into question_inbox (id, region_id, session_id, practice_id, token_hash, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, session.regionId, session.id, practiceId, sha256(token), actor.personId, this.clock.now()],
      );
      this.note(actor, 'question-inbox.made', 'C', session.id, practiceId, { inbox: id });
      return this.questions.of(session, practiceId, `/collega/${token}`);
    });
  }

  /** Ends the link. What was proposed stays. */
  async close(actor: Actor, sessionId: string, practiceId: string): Promise<PracticeQuestionsView> {
    return this.database.transaction(actor, async () => {
      const session = await this.hold(actor, sessionId, practiceId);
      await this.remove(session.id, practiceId);
      this.note(actor, 'question-inbox.closed', 'D', session.id, practiceId, {});
      return this.questions.of(session, practiceId);
    });
  }

  /** What a colleague sees. Changes nothing. @throws inbox.closed for every token that is none, without saying why */
  async open(token: string): Promise<QuestionInboxView> {
    return this.inside(token, async (inbox) => {
      const session = await sessionOf(this.database, inbox.sessionId);
      return this.view(inbox, session);
    });
  }

  /**
   * Proposes a question to the registrant of the practice.
   * @param wish.name how the colleague signs; may be left out
   * @throws inbox.closed · session.ended · session.cancelled · inbox.full {most} · inbox.spent {most} · text.identifiers
   */
  async propose(
    token: string,
    wish: { text: string; name: string | null; confirmed: boolean },
  ): Promise<QuestionInboxView> {
    return this.inside(token, async (inbox, actor) => {
      const session = await lockSession(this.database, inbox.sessionId);
      assertTakes(session, this.clock.now());
      const [waiting] = await this.database.query<{ n: number; all: number }>(
        `select count(*) filter (where state = 'proposed')::int as n, count(*)::int as "all" from session_question
         where session_id = $1 and practice_id = $2 and (state = 'proposed' or author_id is null)`,
        [session.id, inbox.practiceId],
      );
      if ((waiting?.n ?? 0) >= MOST_PROPOSALS) throw new DomainError('inbox.full', { most: MOST_PROPOSALS });
      if ((waiting?.all ?? 0) >= MOST_IN_ALL) throw new DomainError('inbox.spent', { most: MOST_IN_ALL });
      const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
      // a name is what this field asks for: only what is worse than one is refused
      const { name } = guardedTexts({ text, name: wish.name ?? '' }, true);
      const now = this.clock.now();
      const id = newId();
      await this.database.repository(Question).insert({
        id,
        regionId: session.regionId,
        sessionId: session.id,
        practiceId: inbox.practiceId,
        state: 'proposed',
        text,
        authorName: name || null,
        late: session.sharedAt !== null,
        position: 0,
        createdAt: now,
        version: 1,
      });
      this.note(actor, 'question.proposed', 'C', session.id, inbox.practiceId, { question: id });
      await this.rooms.announce(sessionRoom(session.id), 'session.changed');
      return this.view(inbox, session);
    });
  }

  private async view(inbox: Inbox, session: Session): Promise<QuestionInboxView> {
    const until = session.sharedAt === null ? await sharesAt(this.database, session.id) : null;
    return {
      practice: inbox.practice,
      department: inbox.department,
      startsAt: session.startsAt.toISOString(),
      questionsUntil: until?.toISOString() ?? null,
      open: takesQuestions(session, this.clock.now()),
    };
  }

  /** Opens the region and the inbox that a token belongs to, for one piece of work there. */
  private async inside<T>(token: string, work: (inbox: Inbox, actor: Actor) => Promise<T>): Promise<T> {
    const [opened] = await this.database.definer<{ region_id: string; id: string }>(
      'select * from question_inbox_open($1)',
      [sha256(token)],
    );
    if (!opened) throw new DomainError('inbox.closed');
    const actor = systemActor(opened.region_id);
    return this.database.transaction(actor, async () => {
      const [inbox] = await this.database.query<Inbox>(
        `select i.id, i.practice_id as "practiceId", i.session_id as "sessionId", p.name as practice, d.name as department
         from question_inbox i join practice p on p.id = i.practice_id and p.archived_at is null
         join dialogue_session s on s.id = i.session_id join department d on d.id = s.department_id where i.id = $1`,
        [opened.id],
      );
      if (!inbox) throw new DomainError('inbox.closed');
      return work(inbox, actor);
    });
  }

  private async hold(actor: Actor, sessionId: string, practiceId: string): Promise<Session> {
    allow(isId(practiceId) && canActForPractice(actor, sessionId, practiceId), 'not-found');
    return lockSession(this.database, sessionId);
  }

  private async remove(sessionId: string, practiceId: string): Promise<void> {
    await this.database.query(`delete from question_inbox where session_id = $1 and practice_id = $2`, [
      sessionId,
      practiceId,
    ]);
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'D',
    subjectId: string,
    practiceId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, {
      event,
      action,
      subjectKind: 'dialogue-session',
      subjectId,
      practiceId,
      detail,
    });
  }
}

function assertTakes(session: Session, now: Date): void {
  if (session.state === 'cancelled') throw new DomainError('session.cancelled');
  if (!takesQuestions(session, now)) throw new DomainError('session.ended');
}
