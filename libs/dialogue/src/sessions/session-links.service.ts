import { Injectable } from '@nestjs/common';
import { TaskLinksService } from '#libs/access';
import { daysOn, type Actor } from '#libs/platform';
import type { Session } from './session.entity.js';

/** Links in mails about a session stay good this long after it: the handout is read with them. */
const DAYS_AFTER = 60;

/** When the links of a session end. */
export const linksUntil = (session: Pick<Session, 'endsAt'>): Date => daysOn(session.endsAt, DAYS_AFTER);

/** Personal links in mails about a session. Each call makes a new one, inside the open transaction. */
@Injectable()
export class SessionLinks {
  constructor(private readonly links: TaskLinksService) {}

  /** To register, ask and look for one practice. @returns the id that mail parameters carry */
  forPractice(
    actor: Pick<Actor, 'regionId'>,
    session: Pick<Session, 'id' | 'endsAt'>,
    personId: string,
    practiceId: string,
  ): Promise<string> {
    const until = linksUntil(session);
    return this.links.create(actor, {
      personId,
      kind: 'session-practice',
      subjectId: session.id,
      practiceId,
      until,
    });
  }

  /** To prepare a session as its specialist. @returns the id that mail parameters carry */
  forSpecialist(
    actor: Pick<Actor, 'regionId'>,
    session: Pick<Session, 'id' | 'endsAt'>,
    personId: string,
  ): Promise<string> {
    const until = linksUntil(session);
    return this.links.create(actor, {
      personId,
      kind: 'session-specialist',
      subjectId: session.id,
      practiceId: null,
      until,
    });
  }
}
