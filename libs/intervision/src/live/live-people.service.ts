import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { LivePresence, LiveRooms } from '#libs/live';
import { allow, Database, found, isId, type Actor } from '#libs/platform';
import { LiveMeetingTable } from './live-table.service.js';

/** Who is in the room of a meeting, and who is put out of it. */
@Injectable()
export class LiveMeetingPeople {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly rooms: LiveRooms,
    private readonly presence: LivePresence,
    private readonly table: LiveMeetingTable,
  ) {}

  /** Puts somebody out within a second, or lets them in again. @throws as LiveMeetingTable.hold · auth.forbidden · not-found */
  async remove(actor: Actor, meetingId: string, personId: string, removes: boolean): Promise<void> {
    await this.database.transaction(actor, async () => {
      const held = await this.table.hold(actor, meetingId);
      allow(held.leads);
      const { id } = held.meeting;
      const here = await this.presence.here(id);
      const gone = await this.presence.removed(id);
      const inRoom = here.some((one) => one.personId === personId && one.audience !== 'moderator');
      found(isId(personId) && (inRoom || gone.includes(personId)) ? personId : null, 'person');
      if (removes) await this.presence.remove(actor, id, personId);
      else await this.presence.readmit(actor, id, personId);
      await this.table.tellPresence(id, await this.table.seated(id, held.place.practiceIds));
      this.audit.record(actor, {
        event: removes ? 'live.person-removed' : 'live.person-readmitted',
        action: 'U',
        subjectKind: 'meeting',
        subjectId: id,
        detail: { personId },
      });
    });
  }

  /** Tells an open room who is here, after somebody came or went. Inside the open transaction. */
  async changed(meetingId: string): Promise<void> {
    const room = await this.rooms.find(meetingId);
    if (room?.kind !== 'meeting' || room.endedAt !== null) return;
    await this.rooms.lock(meetingId);
    const practiceIds = (
      await this.database.query<{ id: string }>(
        `select practice_id as id from meeting_practice where meeting_id = $1 and left_at is null`,
        [meetingId],
      )
    ).map(({ id }) => id);
    await this.table.tellPresence(meetingId, await this.table.seated(meetingId, practiceIds));
  }
}
