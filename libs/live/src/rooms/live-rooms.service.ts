import { Injectable } from '@nestjs/common';
import {
  liveRoom,
  type LiveAudience,
  type ModeratorFact,
  type ParticipantFact,
  type SpecialistFact,
} from '#libs/contracts';
import { Database, DomainError, ROOM_CHANNEL, Rooms, type Actor } from '#libs/platform';
import type { LiveClock } from '../clock/clock.rules.js';
import { LiveRelay } from './live-relay.service.js';
import { LiveRoom } from './live-room.entity.js';

/** What each audience can be told. */
export interface AudienceFacts {
  moderator: ModeratorFact;
  participant: ParticipantFact;
  specialist: SpecialistFact;
}

/** Rooms and what is told in them. Every method runs in the open transaction. */
@Injectable()
export class LiveRooms {
  constructor(
    private readonly database: Database,
    private readonly rooms: Rooms,
    private readonly relay: LiveRelay,
  ) {}

  /** The room with this id; made with that clock when there is none. */
  async open(
    actor: Actor,
    room: { id: string; kind: LiveRoom['kind']; clock: LiveClock },
  ): Promise<LiveRoom> {
    await this.database.query(
      `insert into live_room (id, region_id, kind, clock) values ($1, $2, $3, $4) on conflict (id) do nothing`,
      [room.id, actor.regionId, room.kind, JSON.stringify(room.clock)],
    );
    return this.lock(room.id);
  }

  /** The room, held until the transaction ends. @throws live.not-open when it was never opened */
  async lock(id: string): Promise<LiveRoom> {
    // a weaker lock than for update: who joins at this moment refers to the room and need not wait
    const [held] = await this.database.query(`select 1 from live_room where id = $1 for no key update`, [id]);
    const room = held ? await this.find(id) : null;
    if (!room) throw new DomainError('live.not-open');
    return room;
  }

  async find(id: string): Promise<LiveRoom | null> {
    return this.database.repository(LiveRoom).findOneBy({ id });
  }

  /** Keeps its clock, and that it ended; the version moves on by one. */
  async save(room: LiveRoom): Promise<void> {
    const [saved] = await this.database.query<{ version: number }>(
      `update live_room set clock = $2, ended_at = $3, version = version + 1 where id = $1 returning version`,
      [room.id, JSON.stringify(room.clock), room.endedAt],
    );
    if (!saved) throw new DomainError('live.not-open');
    room.version = saved.version;
  }

  /**
   * Tells one audience one thing: at COMMIT, in order, in every process. The content is a row, the notice says only that there is
   * one (ADR 13). The row of the version is held until the transaction ends, so versions are committed in their order.
   * @returns the room's new version
   */
  async tell<A extends LiveAudience>(id: string, audience: A, fact: AudienceFacts[A]): Promise<number> {
    const room = liveRoom(id, audience);
    const [told] = await this.database.query<{ version: number; regionId: string }>(
      `with moved as (
         insert into room (region_id, name, version) values (current_region(), $1, 1)
         on conflict (region_id, name) do update set version = room.version + 1 returning region_id, version),
       told as (insert into live_fact (region_id, room, version, content) select region_id, $1, version, $2::jsonb from moved)
       select version, region_id as "regionId", pg_notify($3, json_build_object('regionId', region_id, 'room', $1::text, 'version', version, 'type', 'live')::text)
         from moved`,
      [room, JSON.stringify(fact), ROOM_CHANNEL],
    );
    if (!told) throw new Error('A fact was not written.');
    const { version, regionId } = told;
    this.database.afterCommit(() => this.relay.told(regionId, { room, version, fact }));
    return version;
  }

  /** The version a snapshot of this audience is read at: read it first, then the rest, in one transaction. */
  async version(id: string, audience: LiveAudience): Promise<number> {
    return this.rooms.version(liveRoom(id, audience));
  }
}
