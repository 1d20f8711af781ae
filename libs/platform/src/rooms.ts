import { Injectable } from '@nestjs/common';
import type { ProgressView, RoomFactType } from '#libs/contracts';
import { Database } from './database.js';

/** PostgreSQL channel that carries room facts between processes. */
export const ROOM_CHANNEL = 'leerkring_room';

/** What travels on the channel: never content, only that a room moved. */
export type RoomNotice =
  | { regionId: string; room: string; version: number; type: RoomFactType }
  | { regionId: string; room: string; progress: ProgressView }
  /** Somebody's rights changed: sockets of this person are checked again at once. */
  | { personId: string };

/**
 * Room versions (architecture §7). The version is a row of the same transaction as the change, and NOTIFY is sent by
 * PostgreSQL at COMMIT, so a rolled-back change is never announced and a committed one always is, in every process.
 */
@Injectable()
export class Rooms {
  constructor(private readonly database: Database) {}

  /** Moves a room one version on. Call it inside the transaction that changes what the room shows. */
  async announce(room: string, type: RoomFactType): Promise<void> {
    await this.database.query(
      `with moved as (
         insert into room (region_id, name, version) values (current_region(), $1, 1)
         on conflict (region_id, name) do update set version = room.version + 1 returning region_id, version)
       select pg_notify($2, json_build_object('regionId', region_id, 'room', $1::text, 'version', version, 'type', $3::text)::text) from moved`,
      [room, ROOM_CHANNEL, type],
    );
  }

  /** Tells whoever is looking how far long work is; nothing is stored. */
  async progress(regionId: string, room: string, progress: ProgressView): Promise<void> {
    const notice: RoomNotice = { regionId, room, progress };
    await this.database.definer(`select pg_notify($1, $2)`, [ROOM_CHANNEL, JSON.stringify(notice)]);
  }

  /** Has the open sockets of a person checked again, at COMMIT when inside a transaction (models/security.md #4, #15). */
  async recheck(personId: string): Promise<void> {
    const notice: RoomNotice = { personId };
    const sql = `select pg_notify($1, $2)`;
    const values = [ROOM_CHANNEL, JSON.stringify(notice)];
    if (this.database.inTransaction) await this.database.query(sql, values);
    else await this.database.definer(sql, values);
  }

  /** The version a client starts from. */
  async version(room: string): Promise<number> {
    const [row] = await this.database.query<{ version: number }>(
      `select version from room where region_id = current_region() and name = $1`,
      [room],
    );
    return row?.version ?? 0;
  }
}
