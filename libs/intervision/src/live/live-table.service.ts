import { Injectable } from '@nestjs/common';
import {
  meetingLiveRoom,
  type LiveClockView,
  type LivePersonView,
  type MeetingFact,
  type MeetingPresenceView,
} from '#libs/contracts';
import { clockView, LivePresence, LiveRooms, type LiveRoom } from '#libs/live';
import { Clock, Database, DomainError, found, type Actor } from '#libs/platform';
import type { OpenedMeeting } from '../meetings/meeting.queries.js';
import { LiveMeetingEntry, type Member } from './live-entry.service.js';
import { inputsOf, leadersOf, peopleNamed, practicesNamed, rolesOf, shownOf } from './live.queries.js';
import { factsBetween, partsFor, seatsOf, type MeetingState, type Seat } from './live-screen.rules.js';
import { MeetingLive } from './meeting-live.entity.js';

/** A meeting whose room is held until the transaction ends. */
export interface HeldMeeting extends OpenedMeeting {
  room: LiveRoom;
  live: MeetingLive;
}

/**
 * What lies on the table of a live meeting, and telling every seat exactly what changed for it. Every method runs in the open transaction.
 * Locks are taken in one order, the meeting before its room, so that no two wait for each other.
 */
@Injectable()
export class LiveMeetingTable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: LiveRooms,
    private readonly presence: LivePresence,
    private readonly entry: LiveMeetingEntry,
  ) {}

  /** For one change of somebody who belongs to it. @throws as LiveMeetingEntry.member · live.not-open · live.ended */
  async hold(actor: Actor, meetingId: string): Promise<HeldMeeting & Member> {
    const member = await this.entry.member(actor, meetingId, true);
    if (member.meeting.state !== 'planned') throw new DomainError('live.ended');
    const room = await this.rooms.lock(member.meeting.id);
    if (room.endedAt !== null) throw new DomainError('live.ended');
    return { ...member, room, live: await this.live(member.meeting.id) };
  }

  /** @throws live.not-open */
  async live(meetingId: string): Promise<MeetingLive> {
    const live = await this.database.repository(MeetingLive).findOneBy({ meetingId });
    if (!live) throw new DomainError('live.not-open');
    return live;
  }

  async state(live: MeetingLive, { place }: Pick<OpenedMeeting, 'place'>): Promise<MeetingState> {
    return {
      steps: live.method.steps,
      ...(await this.seated(live.meetingId, place.practiceIds)),
      roles: await rolesOf(this.database, live.meetingId),
      shown: await shownOf(this.database, live.meetingId),
      inputs: await inputsOf(this.database, live.meetingId),
    };
  }

  /** Who sits at the table, and who of them may lead. */
  async seated(
    meetingId: string,
    practiceIds: readonly string[],
  ): Promise<Pick<MeetingState, 'practices' | 'leading'>> {
    return {
      practices: await practicesNamed(this.database, practiceIds),
      leading: (await leadersOf(this.database, meetingId)).practices,
    };
  }

  clockOf(room: LiveRoom): LiveClockView {
    return clockView(room.clock, this.clock.now());
  }

  /** Does some work on the table, keeps the clock where it was changed, and tells each seat what became otherwise for it. */
  async change<Result>(
    held: HeldMeeting,
    work: (state: MeetingState) => Promise<Result>,
  ): Promise<{ result: Result; state: MeetingState }> {
    const before = await this.state(held.live, held);
    const [clock, endedAt] = [JSON.stringify(held.room.clock), held.room.endedAt];
    const result = await work(before);
    await this.showToOwner(held);
    const state = await this.state(held.live, held);
    const ticked = clock !== JSON.stringify(held.room.clock);
    if (ticked || endedAt !== held.room.endedAt) await this.rooms.save(held.room);
    const first: MeetingFact[] = ticked ? [{ type: 'clock', clock: this.clockOf(held.room) }] : [];
    await this.tell(held.meeting.id, seatsOf(state), (seat) => [
      ...first,
      ...factsBetween(partsFor(before, seat), partsFor(state, seat)),
    ]);
    return { result, state };
  }

  /** What the group wrote about a case is there for its owner once the step is over. */
  private async showToOwner({ meeting, room, live }: HeldMeeting): Promise<void> {
    const { state, currentId, parts } = room.clock;
    // a step that is still to come is not over, also when its texts were shown before it began
    const done = new Set(parts.filter((part) => part.done).map((part) => part.id));
    const over = live.method.steps.filter(
      ({ id, hiddenFromOwner }) => hiddenFromOwner && id !== currentId && (state === 'ended' || done.has(id)),
    );
    if (over.length === 0) return;
    await this.database.query(
      `update meeting_shown set owner_shown_at = $3 where meeting_id = $1 and step_id = any ($2) and owner_shown_at is null`,
      [meeting.id, over.map(({ id }) => id), this.clock.now()],
    );
  }

  /** Tells every seat its own facts. */
  async tell(
    meetingId: string,
    seats: readonly Seat[],
    factsFor: (seat: Seat) => readonly MeetingFact[],
  ): Promise<void> {
    const told = seats.map((seat) => ({
      room: meetingLiveRoom(meetingId, seat.audience, seat.practiceId),
      facts: factsFor(seat),
    }));
    const most = Math.max(0, ...told.map(({ facts }) => facts.length));
    for (let k = 0; k < most; k++)
      await this.rooms.tellRooms<'meeting'>(
        told.flatMap(({ room, facts }) => facts.slice(k, k + 1).map((fact) => ({ room, fact }))),
      );
  }

  /** Practices in the room, and for the leader the people. */
  async people(
    meetingId: string,
    { practices }: Pick<MeetingState, 'practices'>,
  ): Promise<{ presence: MeetingPresenceView[]; people: LivePersonView[] }> {
    const here = await this.presence.here(meetingId);
    const removed = await this.presence.removed(meetingId);
    const inRoom = here.filter(({ personId }) => !removed.includes(personId));
    const practicesHere = new Set(inRoom.map(({ practiceId }) => practiceId));
    const stays = removed.length > 0 ? await this.presence.stays(meetingId) : [];
    const out = removed.map((personId) => ({
      personId,
      practiceId: stays.findLast((stay) => stay.personId === personId)?.practiceId ?? null,
    }));
    const named = await peopleNamed(this.database, [
      ...inRoom.filter(({ audience }) => audience !== 'moderator'),
      ...out,
    ]);
    return {
      presence: practices.map(({ practiceId, practice }) => ({
        practiceId,
        practice,
        here: practicesHere.has(practiceId),
      })),
      people: named.map((person) => ({
        ...person,
        here: !removed.includes(person.personId),
        removed: removed.includes(person.personId),
      })),
    };
  }

  /** Practices with somebody in the room. */
  async practicesHere(meetingId: string): Promise<Set<string>> {
    const here = await this.presence.here(meetingId);
    return new Set(here.flatMap(({ practiceId }) => (practiceId ? [practiceId] : [])));
  }

  async tellPresence(meetingId: string, table: Pick<MeetingState, 'practices' | 'leading'>): Promise<void> {
    const { presence, people } = await this.people(meetingId, table);
    await this.tell(meetingId, seatsOf(table), ({ audience }) => [
      { type: 'presence', presence },
      ...(audience === 'leader' ? [{ type: 'people' as const, people }] : []),
    ]);
  }

  /** @throws not-found for a step of another method */
  step<Step extends { id: string }>(steps: readonly Step[], stepId: string): Step {
    return found(
      steps.find(({ id }) => id === stepId),
      'step',
    );
  }
}
