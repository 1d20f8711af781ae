import { Injectable } from '@nestjs/common';
import { meetingRoom, type MeetingLiveAction, type MeetingRole } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { LivePresence, newClock, stepClock, type ClockStep } from '#libs/live';
import { allow, Clock, Database, DomainError, Rooms, type Actor } from '#libs/platform';
import { MeetingClosing } from '../meetings/meeting-closing.service.js';
import { setRole } from './live.queries.js';
import { hourFrom, partsOf } from './live-hour.rules.js';
import { LiveMeetingTable, type HeldMeeting } from './live-table.service.js';

/** What somebody pressed, with what they saw when they did. */
export interface MeetingWish {
  do: MeetingLiveAction;
  /** The step that was on; null when none was. */
  stepId: string | null;
  /** With `go`. */
  targetId?: string;
  /** With `extend` and `later`. */
  minutes?: number;
}
export interface RoleWish {
  role: MeetingRole;
  /** Null takes the role away. */
  practiceId: string | null;
}

/** The leader's clicks and keys. Each says what was on when it was pressed, so that a double click or two leaders skip nothing. */
@Injectable()
export class LiveMeetingActions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly notices: Rooms,
    private readonly presence: LivePresence,
    private readonly table: LiveMeetingTable,
    private readonly closing: MeetingClosing,
  ) {}

  /**
   * @throws as LiveMeetingTable.hold · auth.forbidden · not-found for a step that is not there
   * @throws live.moved-on {stepId} when another step is on than the one who pressed saw
   */
  async act(actor: Actor, meetingId: string, wish: MeetingWish): Promise<void> {
    await this.database.transaction(actor, async () => {
      const held = await this.table.hold(actor, meetingId);
      allow(held.leads);
      const { currentId, state } = held.room.clock;
      if (wish.stepId !== currentId || (wish.do === 'start' && state !== 'waiting'))
        throw new DomainError('live.moved-on', { stepId: currentId });
      await this.table.change(held, async () => this.carryOut(held, wish));
      this.note(actor, held, 'live.steered', {
        do: wish.do,
        stepId: wish.stepId,
        toStepId: held.room.clock.currentId,
      });
      if (wish.do === 'end') await this.closing.close(actor, held.meeting.id);
    });
  }

  /** Ends a room that is still on where its meeting was closed. Inside the open transaction. */
  async endWith(held: HeldMeeting): Promise<void> {
    await this.table.change(held, async () => this.carryOut(held, { do: 'end', stepId: null }));
  }

  private carryOut({ meeting, room, live }: HeldMeeting, wish: MeetingWish): void {
    const now = this.clock.now();
    const step = (one: ClockStep): void => void (room.clock = stepClock(room.clock, one, now));
    const { parts, currentId } = room.clock;
    switch (wish.do) {
      case 'start':
        // the method gets its minutes from now on, as far as the meeting has room for it
        room.clock = newClock(partsOf(live.method), hourFrom(now, live.minutes, meeting.endsAt));
        return step({ do: 'start' });
      case 'next':
        return step({ do: 'next' });
      case 'back': {
        const before = parts[parts.findIndex(({ id }) => id === currentId) - 1];
        if (before) step({ do: 'go', partId: before.id });
        return;
      }
      case 'go':
        return step({ do: 'go', partId: wish.targetId ?? '' });
      case 'pause':
      case 'resume':
        return step({ do: wish.do });
      case 'extend':
        return step({ do: 'extend', ms: (wish.minutes ?? 1) * 60_000 });
      case 'later':
        return step({ do: 'later', ms: (wish.minutes ?? 5) * 60_000 });
      case 'end':
        step({ do: 'end' });
        room.endedAt = now;
    }
  }

  /**
   * Gives roles to practices at the table, or takes them away. Who hands on the lead leaves the leader's screen.
   * @throws as LiveMeetingTable.hold · auth.forbidden · not-found for a practice that is not at the table
   * @throws validation.failed when nobody would lead
   */
  async giveRoles(actor: Actor, meetingId: string, wishes: readonly RoleWish[]): Promise<void> {
    await this.database.transaction(actor, async () => {
      const held = await this.table.hold(actor, meetingId);
      allow(held.leads);
      await this.table.change(held, async () => {
        for (const { role, practiceId } of wishes) {
          allow(practiceId === null || held.place.practiceIds.includes(practiceId), 'not-found', {
            what: 'practice',
          });
          if (role === 'leader' && practiceId === null && !held.leadsAlways)
            throw new DomainError('validation.failed', {
              fields: [{ field: 'roles', rule: 'nobody-leads' }],
            });
          await setRole(this.database, held.meeting.id, role, practiceId);
        }
      });
      if (wishes.some(({ role }) => role === 'leader')) {
        // whoever comes back to a leader's screen missed what was told while their practice did not lead
        const screens = held.place.practiceIds.map((practiceId) => ({
          audience: 'leader' as const,
          practiceId,
        }));
        await this.table.tell(held.meeting.id, screens, () => [{ type: 'reload' }]);
        for (const { personId } of await this.presence.here(held.meeting.id))
          await this.notices.recheck(personId);
        // each page asks again as what its reader comes in: who got the lead has its buttons at once, who gave it on goes on without
        await this.notices.announce(meetingRoom(held.meeting.id), 'meeting.changed');
      }
      this.note(actor, held, 'meeting.roles-given', { roles: wishes.map(({ role }) => role) });
    });
  }

  private note(actor: Actor, { meeting }: HeldMeeting, event: string, detail: Record<string, unknown>): void {
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      detail,
    });
  }
}
