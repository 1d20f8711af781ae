import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LivePresence, LiveRooms } from '#libs/live';
import { Database, Facts } from '#libs/platform';
import { placeOf } from '../meetings/meeting.queries.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { LiveMeetingActions } from './live-actions.service.js';
import { LiveMeetingPeople } from './live-people.service.js';
import { LiveMeetingTable } from './live-table.service.js';

/** What a live meeting does by itself: it says who comes and goes, and its room ends when the meeting is closed elsewhere. */
@Injectable()
export class LiveMeetingReactions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly presence: LivePresence,
    private readonly rooms: LiveRooms,
    private readonly people: LiveMeetingPeople,
    private readonly table: LiveMeetingTable,
    private readonly actions: LiveMeetingActions,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.presence.onChange((_actor, roomId) => this.people.changed(roomId));
    this.facts.on('meeting.closed', (_actor, { meetingId }) => this.closed(meetingId));
  }

  private async closed(meetingId: string): Promise<void> {
    const open = await this.rooms.find(meetingId);
    if (open?.kind !== 'meeting' || open.endedAt !== null) return;
    const room = await this.rooms.lock(meetingId);
    const meeting = await this.database.repository(Meeting).findOneByOrFail({ id: meetingId });
    const practices = await this.database.query<{ id: string }>(
      `select practice_id as id from meeting_practice where meeting_id = $1 and left_at is null`,
      [meetingId],
    );
    const place = placeOf(
      meeting,
      practices.map(({ id }) => id),
    );
    await this.actions.endWith({ meeting, place, room, live: await this.table.live(meetingId) });
  }
}
