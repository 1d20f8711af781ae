import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Clock, Database, Facts, type Actor } from '#libs/platform';
import { endedMeeting, endedMeetings } from './meeting-ends.queries.js';

/** Tells the other contexts that a group's meeting is over, once per group: its evaluation follows by itself (SUR-15). */
@Injectable()
export class MeetingEndsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly facts: Facts,
  ) {}

  /** Groups whose meeting has ended and of which nobody was told. */
  waiting(actor: Actor): Promise<string[]> {
    return this.database.transaction(actor, () => endedMeetings(this.database, this.clock.now()));
  }

  /** Publishes `meeting.ended` for one group. Two workers at once do it once; what a subscriber throws undoes it. */
  async tell(actor: Actor, groupId: string): Promise<boolean> {
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const told = await this.database.query(
        `update intervision_group set ended_told_at = $2
         where id = $1 and ended_told_at is null and ended_on is null and ends_at <= $2 returning 1`,
        [groupId, now],
      );
      if (told.length === 0) return false;
      const meeting = await endedMeeting(this.database, groupId);
      // a group has one meeting; it goes by the group's id
      await this.facts.publish(actor, 'meeting.ended', { ...meeting, meetingId: groupId, groupId });
      this.audit.record(actor, {
        event: 'meeting.ended',
        action: 'U',
        subjectKind: 'group',
        subjectId: groupId,
        detail: { attendees: meeting.attendees.length },
      });
      return true;
    });
  }
}
