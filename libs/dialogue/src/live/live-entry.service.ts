import { Injectable } from '@nestjs/common';
import type { LiveAudience } from '#libs/contracts';
import { LivePresence } from '#libs/live';
import { allow, Database, DomainError, type Actor } from '#libs/platform';
import { canManageDialogue, canSeeSession, isSpecialistOf, practicesFor } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { sessionOf } from '../sessions/sessions.queries.js';
import { isSpecialistNow, registeredFor, registrationsOf } from './live.queries.js';

/** Somebody at the door, and for which practice. */
export interface Entrant {
  session: Session;
  audience: LiveAudience;
  practice: { id: string; name: string } | null;
}

/** Who may be in the room of a session, as what. */
@Injectable()
export class LiveEntry {
  constructor(
    private readonly database: Database,
    private readonly presence: LivePresence,
  ) {}

  /**
   * Coordinators moderate; specialists of the session are its specialists; of each practice one person takes part, the one who is
   * registered (DIA-07). Inside the open transaction.
   * @throws not-found · session.cancelled · live.removed · auth.forbidden {practiceId, practice, person: who goes for the practice, or null}
   */
  async enter(actor: Actor, sessionId: string, audience: LiveAudience): Promise<Entrant> {
    allow(canSeeSession(actor, sessionId), 'not-found', { what: 'session' });
    const session = await sessionOf(this.database, sessionId);
    if (session.state === 'cancelled') throw new DomainError('session.cancelled');
    if (audience === 'moderator') {
      allow(canManageDialogue(actor));
      return { session, audience, practice: null };
    }
    const removed = await this.presence.removed(session.id);
    if (actor.personId && removed.includes(actor.personId)) throw new DomainError('live.removed');
    if (audience === 'specialist') {
      allow(
        isSpecialistOf(actor, session.id) &&
          (await isSpecialistNow(this.database, session.id, actor.personId)),
      );
      return { session, audience, practice: null };
    }
    const own = practicesFor(actor, session.id);
    const registered = await registrationsOf(this.database, session.id, actor.personId);
    const practice = registered.find(({ id }) => own.includes(id));
    if (practice) return { session, audience, practice };
    throw new DomainError('auth.forbidden', {
      ...(await registeredFor(this.database, session.id, own)),
    });
  }

  /** The same as a question, for the socket's door. `room` is the part of the room's name after the colon. */
  async mayEnter(actor: Actor, room: string): Promise<boolean> {
    return (await this.entrant(actor, room)) !== null;
  }

  /** Who enters, for presence: null where the door stays shut. */
  async entrant(actor: Actor, room: string): Promise<Entrant | null> {
    const [sessionId = '', audience = ''] = room.split('/', 2);
    if (audience !== 'moderator' && audience !== 'participant' && audience !== 'specialist') return null;
    try {
      return await this.database.transaction(actor, () => this.enter(actor, sessionId, audience));
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
