import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { meetingRoom } from '#libs/contracts';
import { Database, Facts, Rooms, ZONE, type Actor } from '#libs/platform';
import { Meeting } from './meeting.entity.js';
import { meetingInstants, type MeetingTimes } from './meeting.rules.js';

/** What happens to the meetings of a group when the group does: founded, others in it, ended. Inside the open transaction. */
@Injectable()
export class GroupMeetings {
  constructor(
    private readonly database: Database,
    private readonly rooms: Rooms,
    private readonly facts: Facts,
  ) {}

  /** The first meeting of a new group, with the group's own id: its calendar entry is the one that the invitation brings. */
  async first(
    actor: Actor,
    first: { groupId: string; title: string; mandatory: boolean; times: MeetingTimes; now: Date },
    practiceIds: readonly string[],
  ): Promise<Meeting> {
    const meetings = this.database.repository(Meeting);
    const meeting = meetings.create({
      id: first.groupId,
      regionId: actor.regionId,
      groupId: first.groupId,
      circle: 'group',
      title: first.title,
      state: 'planned',
      mandatory: first.mandatory,
      ...first.times,
      ...meetingInstants(first.times),
      timeZone: ZONE,
      location: null,
      meetingLink: null,
      organiserPracticeId: null,
      calendarUid: `${first.groupId}@leerkring`,
      calendarSequence: 0,
      closedAt: null,
      createdBy: actor.personId,
      createdAt: first.now,
      version: 1,
    });
    await meetings.insert(meeting);
    await this.ask(meeting, practiceIds, first.now);
    await this.tell(actor, meeting);
    return meeting;
  }

  /** The others hear that a meeting has a date. */
  async tell(actor: Actor, { id, groupId, startsAt, endsAt }: Meeting): Promise<void> {
    if (!startsAt || !endsAt) return;
    await this.facts.publish(actor, 'meeting.planned', {
      meetingId: id,
      groupId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    });
  }

  /** Meetings of the group that are still to come or being planned, held; in order of time, those without a date last. */
  coming(groupId: string, now: Date): Promise<Meeting[]> {
    return this.database.repository(Meeting).find({
      where: [
        { groupId, state: 'polling' },
        { groupId, state: 'planned', endsAt: MoreThan(now) },
      ],
      order: { startsAt: { direction: 'ASC', nulls: 'LAST' }, id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The meeting that mails and the calendar file of a group speak of: the next one, or else the last that took place. */
  async shown(groupId: string, now: Date): Promise<Meeting | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from meeting where group_id = $1 and state in ('planned', 'closed')
       order by (state = 'planned' and ends_at > $2) desc, case when ends_at > $2 then starts_at end, starts_at desc limit 1`,
      [groupId, now],
    );
    return row ? this.database.repository(Meeting).findOneBy({ id: row.id }) : null;
  }

  /** Saves what changed of a meeting: its calendar entry becomes a newer one. */
  async changed(meeting: Meeting): Promise<void> {
    meeting.calendarSequence += 1;
    meeting.version += 1;
    await this.database.repository(Meeting).save(meeting);
    await this.told(meeting.id);
  }

  /** Pages that show the meeting fetch it again. */
  async told(meetingId: string): Promise<void> {
    await this.rooms.announce(meetingRoom(meetingId), 'meeting.changed');
  }

  /** Practices that are asked to be there from now on. */
  async ask(meeting: Meeting, practiceIds: readonly string[], now: Date): Promise<void> {
    await this.database.query(
      `insert into meeting_practice (meeting_id, practice_id, region_id, invited_at) select $1, unnest($2::uuid[]), $3, $4
       on conflict (meeting_id, practice_id) do update set left_at = null, invited_at = excluded.invited_at where meeting_practice.left_at is not null`,
      [meeting.id, practiceIds, meeting.regionId, now],
    );
  }

  /** Practices that are not asked any more. */
  async release(meeting: Meeting, practiceIds: readonly string[], now: Date): Promise<void> {
    await this.database.query(
      `update meeting_practice set left_at = $3 where meeting_id = $1 and practice_id = any($2::uuid[]) and left_at is null`,
      [meeting.id, practiceIds, now],
    );
  }
}
