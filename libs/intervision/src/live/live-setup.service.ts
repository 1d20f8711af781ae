import { Injectable } from '@nestjs/common';
import { meetingRoom, type MeetingLiveSetupView, type MeetingRole } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { LiveRooms, newClock } from '#libs/live';
import { allow, Clock, Database, DomainError, Rooms, type Actor } from '#libs/platform';
import { MethodAdvice } from '../methods/method-advice.service.js';
import { MethodsService } from '../methods/methods.service.js';
import { LiveMeetingEntry, type Member } from './live-entry.service.js';
import { hourFrom, OPENS_BEFORE_MS, opensFor, partsOf } from './live-hour.rules.js';
import { groupLead, groupNameOf, practicesNamed, rolesOf, setRole, turnsOf } from './live.queries.js';
import { proposedRoles, roleViews, type AtTable } from './live-screen.rules.js';
import { MeetingLive } from './meeting-live.entity.js';
import type { RoleWish } from './live-actions.service.js';

export interface OpeningWish {
  methodId: string;
  minutes?: number;
  roles?: readonly RoleWish[];
}
type Dated = Member & { meeting: Member['meeting'] & { startsAt: Date; endsAt: Date } };

/** Before a meeting is on: which method, how long, who does what; and opening its room. */
@Injectable()
export class LiveMeetingSetup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly notices: Rooms,
    private readonly rooms: LiveRooms,
    private readonly entry: LiveMeetingEntry,
    private readonly methods: MethodsService,
    private readonly advice: MethodAdvice,
  ) {}

  /** @throws as LiveMeetingEntry.member · live.not-open for a meeting without a date, or that was cancelled */
  async view(actor: Actor, meetingId: string): Promise<MeetingLiveSetupView> {
    return this.database.transaction(actor, async () => {
      const member = this.dated(await this.entry.member(actor, meetingId));
      const { meeting, place, leads } = member;
      const room = await this.rooms.find(meeting.id);
      const practices = await practicesNamed(this.database, place.practiceIds);
      const lead = await this.lead(member);
      const given = await rolesOf(this.database, meeting.id);
      const proposed = await this.proposal(member, practices, lead);
      const opensAt = opensFor(meeting.startsAt, leads, lead.led);
      const ended = meeting.state === 'closed' || (room?.endedAt ?? null) !== null;
      return {
        meetingId: meeting.id,
        title: meeting.title,
        group: (await groupNameOf(this.database, meeting.groupId)) ?? meeting.title,
        startsAt: meeting.startsAt.toISOString(),
        endsAt: meeting.endsAt.toISOString(),
        opensAt: opensAt.toISOString(),
        open: room !== null && !ended,
        ended,
        mayOpen: room === null && !ended && this.clock.now() >= opensAt,
        leads,
        minutesAvailable: minutesOf(meeting),
        methods: await this.advice.advise(actor, member),
        roles: roleViews({ roles: room ? given : proposed }),
        practices: practices.map(({ practiceId: id, practice }) => ({ practiceId: id, practice })),
      };
    });
  }

  /**
   * Opens the room; opening an open room changes nothing. A member who opens it because no leader came leads this meeting.
   * @throws as LiveMeetingEntry.member · live.not-open {startsAt, opensAt} · live.ended · method.archived · not-found for the method or
   *   a practice that is not at the table
   * @throws method.not-yet {met, needed}
   */
  async open(actor: Actor, meetingId: string, wish: OpeningWish): Promise<void> {
    await this.database.transaction(actor, async () => {
      const member = this.dated(await this.entry.member(actor, meetingId, true));
      const { meeting, place, leads } = member;
      if (meeting.state === 'closed') throw new DomainError('live.ended');
      if (await this.rooms.find(meeting.id)) return;
      const lead = await this.lead(member);
      const opensAt = opensFor(meeting.startsAt, leads, lead.led);
      const now = this.clock.now();
      if (now < opensAt) throw tooEarly(member, opensAt);

      const method = await this.methods.get(actor, wish.methodId);
      if (method.archived) throw new DomainError('method.archived');
      const { metBefore } = await this.advice.facts(member);
      if (metBefore < method.fit.metBefore)
        throw new DomainError('method.not-yet', { met: metBefore, needed: method.fit.metBefore });
      const minutes = Math.min(wish.minutes ?? method.minutes, minutesOf(meeting));

      const practices = await practicesNamed(this.database, place.practiceIds);
      const roles = new Map<MeetingRole, string | null>();
      for (const [role, { practiceId }] of await this.proposal(member, practices, lead))
        roles.set(role, practiceId);
      for (const { role, practiceId } of wish.roles ?? []) {
        allow(practiceId === null || place.practiceIds.includes(practiceId), 'not-found', {
          what: 'practice',
        });
        // somebody has to: an empty place for the leader is filled as proposed
        if (role !== 'leader' || practiceId !== null) roles.set(role, practiceId);
      }
      for (const [role, practiceId] of roles)
        if (practiceId !== null) await setRole(this.database, meeting.id, role, practiceId);

      const { name, when, fit, steps } = method;
      await this.database.repository(MeetingLive).insert({
        meetingId: meeting.id,
        regionId: actor.regionId,
        methodId: method.id,
        method: { name, when, fit, steps },
        minutes,
        openedBy: actor.personId,
      });
      const from = now > meeting.startsAt ? now : meeting.startsAt;
      await this.rooms.open(actor, {
        id: meeting.id,
        kind: 'meeting',
        clock: newClock(partsOf(method), hourFrom(from, minutes, meeting.endsAt)),
      });
      this.audit.record(actor, {
        event: 'live.opened',
        action: 'U',
        subjectKind: 'meeting',
        subjectId: meeting.id,
        detail: { methodId: method.id, minutes },
      });
      await this.notices.announce(meetingRoom(meeting.id), 'meeting.changed');
    });
  }

  private dated(member: Member): Dated {
    const { state, startsAt, endsAt, title } = member.meeting;
    if (state === 'cancelled' || !startsAt || !endsAt) throw new DomainError('live.not-open', { title });
    return member as Dated;
  }

  /** Whether somebody leads, and for which practice at the table. */
  private async lead({ meeting, place }: Member): Promise<{ led: boolean; practiceId: string | null }> {
    if (meeting.groupId !== null) return groupLead(this.database, meeting.groupId, place.practiceIds);
    const { organiserPracticeId: organiser } = meeting;
    const atTable = organiser !== null && place.practiceIds.includes(organiser);
    return { led: organiser !== null, practiceId: atTable ? organiser : null };
  }

  private async proposal(
    { meeting, leads, practiceId: own }: Member,
    practices: readonly AtTable[],
    lead: { led: boolean; practiceId: string | null },
  ): Promise<Map<MeetingRole, AtTable>> {
    const turns = await turnsOf(this.database, meeting.groupId, meeting.id);
    // who opens because no leader came leads; somebody of the group's own leader would have opened it
    const { led, practiceId } = leads || own === null ? lead : { led: true, practiceId: own };
    return proposedRoles(practices, turns, practiceId, led);
  }
}

const minutesOf = ({ startsAt, endsAt }: Dated['meeting']): number =>
  Math.max(1, Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000));

/** What a page says while it waits for the room. */
export function tooEarly({ meeting }: Pick<Member, 'meeting'>, opensAt?: Date): DomainError {
  const { title, startsAt } = meeting;
  const opens = opensAt ?? (startsAt && new Date(startsAt.getTime() - OPENS_BEFORE_MS));
  return new DomainError('live.not-open', {
    title,
    startsAt: startsAt?.toISOString() ?? null,
    opensAt: opens?.toISOString() ?? null,
  });
}
