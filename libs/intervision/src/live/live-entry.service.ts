import { Injectable } from '@nestjs/common';
import { meetingLiveRoom, type LiveAudience, type MeetingAudience } from '#libs/contracts';
import { LivePresence } from '#libs/live';
import { allow, Database, DomainError, type Actor } from '#libs/platform';
import { leadsMeeting, practicesAt, takesPartIn } from '../intervision.policy.js';
import { meetingFor, type OpenedMeeting } from '../meetings/meeting.queries.js';
import { leadersOf } from './live.queries.js';
import type { Seat } from './live-screen.rules.js';

/** Somebody who belongs to a meeting, and what they may be in its room. */
export interface Member extends OpenedMeeting {
  /** Leads it: as leader of the group, or because their practice leads this meeting. */
  leads: boolean;
  /** Leads it whatever role their practice has. */
  leadsAlways: boolean;
  /** Their practice at the table; null for a leader from elsewhere. */
  practiceId: string | null;
}

/** Who may be in the room of a meeting, as what: only who belongs to it, also when a coordinator knows that it is held (SES-02). */
@Injectable()
export class LiveMeetingEntry {
  constructor(
    private readonly database: Database,
    private readonly presence: LivePresence,
  ) {}

  /**
   * Inside the open transaction; `lock` holds the meeting until it ends.
   * @throws not-found · auth.forbidden · live.removed
   */
  async member(actor: Actor, meetingId: string, lock = false): Promise<Member> {
    const opened = await meetingFor(this.database, actor, meetingId, lock);
    const { meeting, place } = opened;
    allow(takesPartIn(actor, place));
    const own = practicesAt(actor, place);
    const leaders = await leadersOf(this.database, meeting.id);
    const leadsAlways = leadsMeeting(actor, place);
    if (!leadsAlways && actor.personId && (await this.presence.removed(meeting.id)).includes(actor.personId))
      throw new DomainError('live.removed');
    return {
      ...opened,
      leads: leadsAlways || own.some((id) => id === leaders.role),
      leadsAlways,
      practiceId: own.find((id) => leaders.practices.includes(id)) ?? own[0] ?? null,
    };
  }

  /** The same as a seat. @throws as `member`; auth.forbidden also for who may only be the other */
  async enter(actor: Actor, meetingId: string, audience: MeetingAudience): Promise<Member & { seat: Seat }> {
    const member = await this.member(actor, meetingId);
    allow(audience === 'leader' ? member.leads : member.practiceId !== null);
    return { ...member, seat: { audience, practiceId: member.practiceId } };
  }

  /** The same as a question, for the socket's door. `room` is the part of the room's name after the colon. */
  async mayEnter(actor: Actor, room: string): Promise<boolean> {
    return (await this.entrant(actor, room)) !== null;
  }

  /** As what they are present; null where the door stays shut. */
  async attendance(
    actor: Actor,
    room: string,
  ): Promise<{ roomId: string; audience: LiveAudience; practiceId: string | null } | null> {
    const entrant = await this.entrant(actor, room);
    return (
      entrant && {
        roomId: entrant.meeting.id,
        audience: entrant.seat.audience === 'leader' ? 'moderator' : 'participant',
        practiceId: entrant.seat.practiceId,
      }
    );
  }

  private async entrant(actor: Actor, room: string): Promise<(Member & { seat: Seat }) | null> {
    const [meetingId = '', place = ''] = room.split('/', 2);
    const [audience] = place.split('.', 1);
    if (audience !== 'leader' && audience !== 'participant') return null;
    try {
      const entrant = await this.database.transaction(actor, () => this.enter(actor, meetingId, audience));
      const own = meetingLiveRoom(entrant.meeting.id, audience, entrant.seat.practiceId);
      return own === `meeting-live:${room}` ? entrant : null;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
