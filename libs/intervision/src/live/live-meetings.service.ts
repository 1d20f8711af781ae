import { Injectable } from '@nestjs/common';
import {
  meetingLiveRoom,
  type LedMethodStepView,
  type MeetingAudience,
  type MeetingLeaderLiveView,
  type MeetingParticipantLiveView,
  type MethodStepView,
} from '#libs/contracts';
import { LiveRooms } from '#libs/live';
import { Database, DomainError, type Actor } from '#libs/platform';
import { LiveMeetingEntry } from './live-entry.service.js';
import { tooEarly } from './live-setup.service.js';
import { groupNameOf } from './live.queries.js';
import { partsFor } from './live-screen.rules.js';
import { LiveMeetingTable } from './live-table.service.js';

/** What each seat of a live meeting sees when it comes in. */
@Injectable()
export class LiveMeetings {
  constructor(
    private readonly database: Database,
    private readonly rooms: LiveRooms,
    private readonly entry: LiveMeetingEntry,
    private readonly table: LiveMeetingTable,
  ) {}

  /**
   * The room as this seat sees it now, also after its end.
   * @throws as LiveMeetingEntry.enter · live.not-open {title, startsAt, opensAt} · live.ended when it was closed without a room
   */
  async view(
    actor: Actor,
    meetingId: string,
    audience: MeetingAudience,
  ): Promise<MeetingParticipantLiveView | MeetingLeaderLiveView> {
    return this.database.transaction(actor, async () => {
      const entrant = await this.entry.enter(actor, meetingId, audience);
      const { meeting, seat } = entrant;
      const name = meetingLiveRoom(meeting.id, audience, seat.practiceId);
      // first of all: what is read after it may be newer, and a fact that is applied twice changes nothing
      const version = await this.rooms.versionOf(name);
      const room = await this.rooms.find(meeting.id);
      if (!room) throw meeting.state === 'closed' ? new DomainError('live.ended') : tooEarly(entrant);
      const live = await this.table.live(meeting.id);
      const state = await this.table.state(live, entrant);
      const { presence, people } = await this.table.people(meeting.id, state);
      const practice = state.practices.find(({ practiceId }) => practiceId === seat.practiceId);
      const own = practice ? { id: practice.practiceId, name: practice.practice } : null;
      const snapshot = {
        meetingId: meeting.id,
        title: meeting.title,
        group: (await groupNameOf(this.database, meeting.groupId)) ?? meeting.title,
        startsAt: (meeting.startsAt ?? room.openedAt).toISOString(),
        endsAt: (meeting.endsAt ?? room.openedAt).toISOString(),
        location: meeting.location,
        meetingLink: meeting.meetingLink,
        room: name,
        version,
        clock: this.table.clockOf(room),
        method: { id: live.methodId, name: live.method.name },
        ...partsFor(state, seat),
        presence,
      };
      if (audience === 'leader')
        return { ...snapshot, audience, practice: own, steps: live.method.steps, people };
      return {
        ...snapshot,
        audience,
        practice: own as { id: string; name: string },
        steps: live.method.steps.map(withoutTip),
      };
    });
  }
}

/** Tips are for who leads. */
function withoutTip({ tip: _tip, ...step }: LedMethodStepView): MethodStepView {
  return step;
}
