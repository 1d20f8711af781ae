import { Injectable } from '@nestjs/common';
import { sessionRoom, type QuestionDeskView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Database, DomainError, Rooms, type Actor } from '#libs/platform';
import { canManageDialogue, canSeeSession } from '../dialogue.policy.js';
import { RoomEcho } from '../sessions/room-echo.service.js';
import type { Session } from '../sessions/session.entity.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { minutesBetween, plannedHour } from '../specialist/preparation.rules.js';
import { AlikeQuestions } from './alike-questions.service.js';
import { questionBoard } from './board.queries.js';
import { deskQuestion, shownTextOf } from './desk.rules.js';
import { familiesOf } from './families.rules.js';
import {
  answersOf,
  categoriesOf,
  endorsementsOf,
  ensureDepartmentPart,
  questionsOf,
  sharesAt,
} from './questions.queries.js';

/** What a change was, for the audit. */
export interface DeskChange {
  event: string;
  detail: Record<string, unknown>;
}

/** The organiser's desk as a whole: what stands on it, and the one way in which it changes (DIA-09). */
@Injectable()
export class QuestionDesk {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly echo: RoomEcho,
    private readonly alike: AlikeQuestions,
  ) {}

  /** @throws not-found · auth.forbidden for who may know of the session and not see who asked what */
  async get(actor: Actor, sessionId: string): Promise<QuestionDeskView> {
    return this.database.transaction(actor, async () => {
      this.allowFor(actor, sessionId);
      const session = await sessionOf(this.database, sessionId);
      return this.view(session);
    });
  }

  /**
   * One change of the desk: the session held, the door judged, the change told. For the services of this folder.
   * @throws not-found · auth.forbidden · session.ended · session.cancelled
   */
  async change(
    actor: Actor,
    sessionId: string,
    work: (session: Session) => Promise<DeskChange>,
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
      await this.echo.questions(session.id);
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
      alike: this.alike.of(
        session.id,
        open.map(({ head }) => ({ id: head.id, text: shownTextOf(head) })),
      ),
    };
  }

  private allowFor(actor: Actor, sessionId: string): void {
    allow(canSeeSession(actor, sessionId), 'not-found', { what: 'session' });
    allow(canManageDialogue(actor));
  }
}
