import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { meetingRoom, type MeetingView } from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  localDay,
  newId,
  Rooms,
  ZONE,
  type Actor,
} from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { GroupMeetings } from '../meetings/group-meetings.service.js';
import { MeetingCompany, type CompanyWish } from '../meetings/meeting-company.service.js';
import { textsOf } from '../meetings/meeting-facts.rules.js';
import { MeetingPages } from '../meetings/meeting-pages.service.js';
import { Meeting } from '../meetings/meeting.entity.js';
import type { MeetingTimes } from '../meetings/meeting.rules.js';
import { heldTimes } from './held-meeting.rules.js';
import { MeetingAttendanceService } from './meeting-attendance.service.js';

/** Intervision outside a group that was held already. */
export type HeldWish = CompanyWish &
  MeetingTimes & {
    title: string;
    location?: string | null;
    /** Counts as the yearly mandatory meeting; only a coordinator says so. */
    mandatory?: boolean;
    /** The writer has read the warnings about its texts. */
    confirmed?: boolean;
  };

/** Extra intervision that nobody planned here (GRP-09): practices met, and the region wants to know. */
@Injectable()
export class HeldMeetings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly company: MeetingCompany,
    private readonly groups: GroupMeetings,
    private readonly pages: MeetingPages,
    private readonly attendance: MeetingAttendanceService,
  ) {}

  /**
   * Keeps a meeting that is over, with every practice as present until somebody says otherwise. Nobody gets a mail or an evaluation.
   * @throws not-found · auth.forbidden · meeting.too-few · text.identifiers · validation.failed for times that are not over, too long ago
   *   or in the wrong order
   */
  register(actor: Actor, wish: HeldWish): Promise<MeetingView> {
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const { practiceIds, title: _usual, ...whose } = await this.company.besides(actor, wish);
      if (wish.mandatory) allow(canManageRounds(actor));
      const times = heldTimes(wish, now, localDay(now));
      if ('wrong' in times) throw new DomainError('validation.failed', { fields: [times.wrong] });
      const id = newId();
      const meeting = this.database.repository(Meeting).create({
        ...whose,
        id,
        regionId: actor.regionId,
        location: null,
        ...textsOf({ title: wish.title.trim(), location: wish.location }, wish.confirmed ?? false),
        state: 'closed',
        mandatory: wish.mandatory ?? false,
        ...times,
        timeZone: ZONE,
        meetingLink: null,
        calendarUid: `${id}@leerkring`,
        calendarSequence: 0,
        closedAt: times.endsAt,
        createdBy: actor.personId,
        createdAt: now,
        version: 1,
      });
      await this.database.repository(Meeting).insert(meeting);
      await this.groups.ask(meeting, practiceIds, times.startsAt);
      this.audit.record(actor, {
        event: 'meeting.held-registered',
        action: 'C',
        subjectKind: 'meeting',
        subjectId: id,
        detail: { circle: meeting.circle, practices: practiceIds.length, mandatory: meeting.mandatory },
      });
      await this.attendance.everybody(actor, id);
      await this.rooms.announce(meetingRoom(id), 'meeting.changed');
      return this.pages.view(actor, id);
    });
  }
}
