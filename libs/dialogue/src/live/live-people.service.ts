import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { LivePresence, LiveRooms } from '#libs/live';
import { Database, found, isId, Rooms, type Actor } from '#libs/platform';
import { sessionOf } from '../sessions/sessions.queries.js';
import { LiveEntry } from './live-entry.service.js';
import { LiveHours } from './live-hours.service.js';
import { invited } from './live.queries.js';

/** Who is in the room, and who is put out of it. */
@Injectable()
export class LivePeople {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly rooms: LiveRooms,
    private readonly presence: LivePresence,
    private readonly entry: LiveEntry,
    private readonly hours: LiveHours,
    private readonly notices: Rooms,
  ) {}

  /** Puts somebody out within a second, or lets them in again. @throws not-found for who does not belong to the session */
  async remove(actor: Actor, sessionId: string, personId: string, removes: boolean): Promise<void> {
    await this.database.transaction(actor, async () => {
      await this.entry.enter(actor, sessionId, 'moderator');
      const session = await sessionOf(this.database, sessionId);
      const known = await invited(this.database, session.id);
      const gone = await this.presence.removed(session.id);
      const here = await this.presence.here(session.id);
      const belongs =
        isId(personId) &&
        (known.some((person) => person.personId === personId) ||
          gone.includes(personId) ||
          here.some((person) => person.personId === personId && person.audience !== 'moderator'));
      found(belongs ? personId : null, 'person');
      await this.rooms.lock(session.id);
      if (removes) await this.presence.remove(actor, session.id, personId);
      else await this.presence.readmit(actor, session.id, personId);
      await this.hours.tellPresence(session.id);
      this.audit.record(actor, {
        event: removes ? 'live.person-removed' : 'live.person-readmitted',
        action: 'U',
        subjectKind: 'session',
        subjectId: session.id,
        detail: { personId },
      });
    });
  }

  /**
   * Tells an open room who may come and who is here, after a registration changed or somebody came or went. Inside the open transaction.
   * @param leftPersonId whose place somebody else has now, or nobody: their screens are checked, and leave at once
   */
  async changed(sessionId: string, leftPersonId: string | null = null): Promise<void> {
    const room = await this.rooms.find(sessionId);
    if (room?.kind !== 'session' || room.endedAt !== null) return;
    await this.rooms.lock(sessionId);
    await this.hours.tellPresence(sessionId);
    if (leftPersonId) await this.notices.recheck(leftPersonId);
  }
}
