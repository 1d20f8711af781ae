import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { meetingRoom } from '#libs/contracts';
import { Clock, Database, Facts, Rooms, type Actor } from '#libs/platform';
import { AttendanceRecords } from './attendance-records.service.js';
import { closedMeeting, meetingsOver } from './meeting-closing.queries.js';
import { Meeting } from './meeting.entity.js';
import { CLOSES_AFTER_HOURS } from './meeting.rules.js';

/** Closes meetings: by their leader, or by themselves two hours after their end. The others hear of it once (SUR-15). */
@Injectable()
export class MeetingClosing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly facts: Facts,
    private readonly rooms: Rooms,
    private readonly attendance: AttendanceRecords,
  ) {}

  /** Meetings that are over and that nobody closed. */
  waiting(actor: Actor): Promise<string[]> {
    const moment = new Date(this.clock.now().getTime() - CLOSES_AFTER_HOURS * 3_600_000);
    return this.database.transaction(actor, () => meetingsOver(this.database, moment));
  }

  /**
   * Closes one planned meeting and publishes `meeting.closed`, in one transaction: however many do it at once, it happens once, and what a
   * subscriber throws undoes it. The caller has decided that the actor may.
   * @returns false when it was closed, cancelled or never planned
   */
  async close(actor: Actor, meetingId: string): Promise<boolean> {
    return this.database.transaction(actor, async () => {
      const meetings = this.database.repository(Meeting);
      const meeting = await meetings.findOne({
        where: { id: meetingId },
        lock: { mode: 'pessimistic_write' },
      });
      if (meeting?.state !== 'planned' || !meeting.endsAt) return false;
      const now = this.clock.now();
      meeting.state = 'closed';
      meeting.closedAt = now;
      meeting.version += 1;
      await meetings.save(meeting);
      const { lastEndsAt, attendees: asked, ...told } = await closedMeeting(this.database, meetingId);
      const attendees = (await this.attendance.of(actor, meetingId)) ?? asked;
      const endedAt = now < meeting.endsAt ? now : meeting.endsAt;
      await this.facts.publish(actor, 'meeting.closed', {
        ...told,
        attendees,
        endedAt: endedAt.toISOString(),
        ...(lastEndsAt && { lastEndsAt: lastEndsAt.toISOString() }),
      });
      this.audit.record(actor, {
        event: 'meeting.closed',
        action: 'U',
        subjectKind: 'meeting',
        subjectId: meetingId,
        detail: { attendees: attendees.length },
      });
      await this.rooms.announce(meetingRoom(meetingId), 'meeting.changed');
      return true;
    });
  }
}
