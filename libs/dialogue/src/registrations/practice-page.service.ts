import { Injectable } from '@nestjs/common';
import type { PracticeSessionView } from '#libs/contracts';
import { Database, found, type Actor } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import { sessionOf } from '../sessions/sessions.queries.js';
import { AttendancePapers } from './attendance-papers.service.js';
import { AttendeeChoice } from './attendee-choice.service.js';
import { assertSpeaksFor } from './registrations.policy.js';
import { RegistrationsQueries } from './registrations.queries.js';

/** What one practice sees of a session: what it is, who goes, and who could. */
@Injectable()
export class PracticePage {
  constructor(
    private readonly database: Database,
    private readonly queries: RegistrationsQueries,
    private readonly choice: AttendeeChoice,
    private readonly papers: AttendancePapers,
  ) {}

  /** @throws not-found for who may not act for it */
  async get(actor: Actor, sessionId: string, practiceId: string): Promise<PracticeSessionView> {
    assertSpeaksFor(actor, sessionId, practiceId);
    return this.database.transaction(actor, async () =>
      this.view(actor, await sessionOf(this.database, sessionId), practiceId),
    );
  }

  /** Inside the open transaction, allowed. */
  async view(actor: Actor, session: Session, practiceId: string): Promise<PracticeSessionView> {
    const [participant] = await this.queries.participants(session.id, practiceId);
    const { practice, registration } = found(participant, 'session');
    const { questionsUntil, registered, liveOpen, handoutPublished } =
      await this.queries.surroundings(session);
    const { places } = session;
    return {
      session: {
        id: session.id,
        title: session.title,
        department: await this.queries.departmentOf(session),
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        state: session.state,
        introduction: session.introduction,
        meetingLink: registration?.state === 'registered' ? session.meetingLink : null,
        places,
        placesLeft: places === null ? null : Math.max(0, places - registered),
        questionsUntil: questionsUntil?.toISOString() ?? null,
        shared: session.sharedAt !== null,
        liveOpen: liveOpen && session.state !== 'cancelled',
        handoutPublished,
      },
      practice,
      registration,
      people: await this.queries.choices(actor, session, practiceId),
      mayAddPeople: await this.choice.mayAddPeople(actor, practiceId),
      certificate: await this.papers.hasCertificate(actor, session),
    };
  }
}
