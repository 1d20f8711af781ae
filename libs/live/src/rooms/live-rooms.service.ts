import { Injectable } from '@nestjs/common';
import {
  liveRoom,
  type LiveAudience,
  type LiveFact,
  type MeetingFact,
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

/** What each kind of room can be told. */
export interface KindFacts {
  session: AudienceFacts[LiveAudience];
  meeting: MeetingFact;
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
   * Tells one audience of a session one thing.
   * @returns the room's new version
   */
  async tell<A extends LiveAudience>(id: string, audience: A, fact: AudienceFacts[A]): Promise<number> {
    const [version] = await this.tellRooms<'session'>([{ room: liveRoom(id, audience), fact }]);
    return version as number;
  }

  /**
   * Tells rooms of one kind one thing each: at COMMIT, in order, in every process. The content is a row, the notice says only that there
   * is one (ADR 13). The row of a version is held until the transaction ends, so versions are committed in their order; rooms are taken in
   * the order of their names, so that no two tellings wait for each other.
   * @param told one fact per room at most
   * @returns the new version of each room, in the order of `told`
   */
  async tellRooms<Kind extends LiveRoom['kind']>(
    told: readonly { room: string; fact: KindFacts[Kind] }[],
  ): Promise<number[]> {
    const rows = await this.database.query<{ room: string; version: number; regionId: string }>(
      `with moved as (
         insert into room (region_id, name, version)
         select current_region(), name, 1 from unnest($1::text[]) as name order by name
         on conflict (region_id, name) do update set version = room.version + 1 returning region_id, name, version),
       told as (insert into live_fact (region_id, room, version, content)
         select m.region_id, m.name, m.version, t.content from moved m join unnest($1::text[], $2::jsonb[]) as t (name, content) using (name))
       select name as room, version, region_id as "regionId",
         pg_notify($3, json_build_object('regionId', region_id, 'room', name, 'version', version, 'type', 'live')::text)
         from moved`,
      [told.map(({ room }) => room), told.map(({ fact }) => JSON.stringify(fact)), ROOM_CHANNEL],
    );
    const moved = new Map(rows.map((row) => [row.room, row]));
    return told.map(({ room, fact }) => {
      const row = moved.get(room);
      if (!row) throw new Error('A fact was not written.');
      const { version, regionId } = row;
      this.database.afterCommit(() => this.relay.told(regionId, { room, version, fact } as LiveFact));
      return version;
    });
  }

  /** The version a snapshot of this audience is read at: read it first, then the rest, in one transaction. */
  async version(id: string, audience: LiveAudience): Promise<number> {
    return this.versionOf(liveRoom(id, audience));
  }

  /** The same for a room by its name. */
  async versionOf(room: string): Promise<number> {
    return this.rooms.version(room);
  }
}
