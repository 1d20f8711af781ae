import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { LiveAudience } from '#libs/contracts';
import { Clock, Database, LOG, newId, Rooms, systemActor, type Actor, type Log } from '#libs/platform';
import { joinedStays } from './stays.rules.js';

/** Somebody in a room at this moment; who has two screens open is there once. */
export interface HereNow {
  personId: string;
  practiceId: string | null;
  audience: LiveAudience;
}
export interface Stay {
  personId: string;
  practiceId: string | null;
  audience: LiveAudience;
  joinedAt: Date;
  leftAt: Date | null;
}
/** Who is in a room as what: the same person, audience and practice is one presence per process, however many sockets it has. */
export interface Attendance extends HereNow {
  regionId: string;
  roomId: string;
}
/** A presence that this process holds. */
interface Held extends Attendance {
  sockets: number;
  /** Its row; null while the room is not open yet. */
  rowId: string | null;
  /** When its last socket went, by the clock of the house and by this machine's; it may be back in a moment. */
  left: { at: Date; tick: number } | null;
}
interface Change {
  regionId: string;
  roomId: string;
  timer: NodeJS.Timeout | null;
  telling: boolean;
  /** Changed again while it was being told. */
  again: boolean;
}
type Listener = (actor: Actor, roomId: string) => Promise<void>;

const keyOf = (one: Attendance): string =>
  [one.regionId, one.roomId, one.personId, one.audience, one.practiceId].join('/');

/**
 * Who is in which room, as rows: measured where the sockets are, right over several processes, and still there for the certificate when a
 * process was killed (DIA, feature 30).
 */
@Injectable()
export class LivePresence implements BeforeApplicationShutdown {
  /**
   * In ms. `grace`: a socket that is back by then never left. `beat`: how often a process says that its people are still there.
   * `silent`: who was not heard of for so long has left. `between`: two tellings of one room.
   */
  readonly times = { grace: 4_000, beat: 15_000, silent: 45_000, between: 1_000 };
  private readonly held = new Map<string, Held>();
  private readonly changes = new Map<string, Change>();
  private readonly listeners: Listener[] = [];
  private timer: NodeJS.Timeout | null = null;
  private lastBeat = Date.now();
  private tending = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Everybody once; who takes part and also moderates, as participant. Inside the open transaction. */
  async here(roomId: string): Promise<HereNow[]> {
    return this.database.query<HereNow>(
      `select distinct on (person_id) person_id as "personId", practice_id as "practiceId", audience
         from live_presence where room_id = $1 and left_at is null and seen_at > $2
        order by person_id, array_position(array['participant', 'specialist', 'moderator'], audience), joined_at`,
      [roomId, this.silentSince()],
    );
  }

  /**
   * Every stay, overlapping ones of one person in one capacity joined together. Who was not heard of any more left when last heard of.
   * Inside the open transaction.
   */
  async stays(roomId: string): Promise<Stay[]> {
    const rows = await this.database.query<Stay>(
      `select person_id as "personId", practice_id as "practiceId", audience, joined_at as "joinedAt",
              coalesce(left_at, case when seen_at <= $2 then seen_at end) as "leftAt"
         from live_presence where room_id = $1`,
      [roomId, this.silentSince()],
    );
    return joinedStays(rows);
  }

  /** Out within a second, and not in again until readmitted. Inside the open transaction. */
  async remove(actor: Actor, roomId: string, personId: string): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `insert into live_removal (room_id, person_id, region_id, removed_by, removed_at) values ($1, $2, current_region(), $3, $4)
       on conflict (room_id, person_id) do nothing`,
      [roomId, personId, actor.personId, now],
    );
    await this.database.query(
      `update live_presence set left_at = $3 where room_id = $1 and person_id = $2 and left_at is null`,
      [roomId, personId, now],
    );
    await this.rooms.recheck(personId);
    this.database.afterCommit(() => this.changed(actor.regionId, roomId));
  }

  /** May come in again. Inside the open transaction. */
  async readmit(actor: Actor, roomId: string, personId: string): Promise<void> {
    await this.database.query(`delete from live_removal where room_id = $1 and person_id = $2`, [
      roomId,
      personId,
    ]);
    this.database.afterCommit(() => this.changed(actor.regionId, roomId));
  }

  /** Who was removed. Inside the open transaction. */
  async removed(roomId: string): Promise<string[]> {
    const rows = await this.database.query<{ personId: string }>(
      `select person_id as "personId" from live_removal where room_id = $1 order by removed_at`,
      [roomId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Called in a transaction of the room's region, at most once a second per room, when who is here changed. */
  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** A socket of theirs is in the room, in this process. */
  async enter(who: Attendance): Promise<void> {
    const key = keyOf(who);
    let held = this.held.get(key);
    if (!held) this.held.set(key, (held = { ...who, sockets: 0, rowId: null, left: null }));
    held.sockets += 1;
    held.left = null;
    this.startTimer();
    await this.write([held]);
  }

  /** One of their sockets is gone. They have left when no other comes within the grace. */
  leave(who: Attendance): void {
    const held = this.held.get(keyOf(who));
    if (!held || held.sockets === 0) return;
    held.sockets -= 1;
    if (held.sockets === 0) held.left = { at: this.clock.now(), tick: Date.now() };
  }

  /** Out at once, without grace: they may not be there any more. */
  drop(who: Attendance): void {
    const held = this.held.get(keyOf(who));
    if (!held || held.sockets === 0) return;
    held.sockets -= 1;
    if (held.sockets > 0) return;
    held.left = { at: this.clock.now(), tick: -Infinity };
    void this.tend();
  }

  /** A room was told something: who came before it was open can be written down now. */
  wakeRoom(roomId: string): void {
    const waiting = [...this.held.values()].filter((one) => one.roomId === roomId && one.rowId === null);
    if (waiting.length > 0) void this.write(waiting).catch(() => undefined);
  }

  /**
   * Ends the presence of who was not heard of: their process died.
   * @returns how many
   */
  async closeSilent(regionId: string): Promise<number> {
    const rows = await this.database.transaction({ regionId }, () =>
      this.database.query<{ roomId: string }>(
        `update live_presence set left_at = seen_at where left_at is null and seen_at <= $1 returning room_id as "roomId"`,
        [this.silentSince()],
      ),
    );
    for (const roomId of new Set(rows.map((row) => row.roomId))) this.changed(regionId, roomId);
    return rows.length;
  }

  /** Whoever is here stays here for the silence: their sockets are back elsewhere before it is over. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    for (const { timer } of this.changes.values()) if (timer) clearTimeout(timer);
    await this.beat().catch(() => undefined);
    this.held.clear();
  }

  private silentSince(): Date {
    return new Date(this.clock.now().getTime() - this.times.silent);
  }

  private startTimer(): void {
    if (this.timer || this.stopped) return;
    this.timer = setInterval(() => void this.tend(), 500).unref();
  }

  private async tend(): Promise<void> {
    if (this.tending || this.stopped) return;
    this.tending = true;
    try {
      const now = Date.now();
      const gone = [...this.held.values()].filter(({ left }) => left && now - left.tick >= this.times.grace);
      if (gone.length > 0) await this.close(gone);
      if (now - this.lastBeat >= this.times.beat) {
        this.lastBeat = now;
        await this.beat();
      }
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'presence could not be written yet');
    } finally {
      this.tending = false;
    }
  }

  /** Rows for who has none yet. Nobody is written down in a room that is not open, or that they were taken out of. */
  private async write(those: readonly Held[]): Promise<void> {
    for (const [regionId, some] of byRegion(those.filter((one) => one.rowId === null && one.sockets > 0))) {
      const ids = some.map((one) => (one.rowId = newId()));
      const now = this.clock.now();
      let written = new Set<string>();
      try {
        const rows = await this.database.transaction({ regionId }, () =>
          this.database.query<{ id: string }>(
            `insert into live_presence (id, region_id, room_id, audience, person_id, practice_id, joined_at, seen_at)
             select new.id, current_region(), new.room_id, new.audience, new.person_id, new.practice_id, $6, $6
               from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[]) as new (id, room_id, audience, person_id, practice_id)
               join live_room r on r.id = new.room_id
              where not exists (select 1 from live_removal x where x.room_id = new.room_id and x.person_id = new.person_id)
             returning id`,
            [
              ids,
              some.map((one) => one.roomId),
              some.map((one) => one.audience),
              some.map((one) => one.personId),
              some.map((one) => one.practiceId),
              now,
            ],
          ),
        );
        written = new Set(rows.map(({ id }) => id));
      } finally {
        for (const [at, one] of some.entries()) if (!written.has(ids[at] as string)) one.rowId = null;
      }
      for (const roomId of new Set(some.filter((one) => one.rowId).map((one) => one.roomId)))
        this.changed(regionId, roomId);
    }
  }

  private async close(those: readonly Held[]): Promise<void> {
    for (const [regionId, some] of byRegion(those)) {
      await this.database.transaction({ regionId }, () =>
        this.database.query(
          `update live_presence p set left_at = greatest(p.joined_at, gone.left_at), seen_at = greatest(p.seen_at, gone.left_at)
             from unnest($1::uuid[], $2::timestamptz[]) as gone (id, left_at) where p.id = gone.id and p.left_at is null`,
          [some.map((one) => one.rowId), some.map((one) => (one.left as { at: Date }).at)],
        ),
      );
      for (const one of some) {
        // back while it was being written: a new stay
        if (one.left === null) one.rowId = null;
        else this.held.delete(keyOf(one));
      }
      await this.write(some.filter((one) => one.left === null));
      for (const roomId of new Set(some.map((one) => one.roomId))) this.changed(regionId, roomId);
    }
  }

  /** Says that everybody held here is still there; whom a sweep or a removal closed in between comes back when they may. */
  private async beat(): Promise<void> {
    for (const [regionId, some] of byRegion([...this.held.values()])) {
      const there = some.filter((one) => one.rowId !== null && one.left === null);
      const rows = await this.database.transaction({ regionId }, () =>
        this.database.query<{ id: string }>(
          `update live_presence set seen_at = $2 where id = any($1) and left_at is null returning id`,
          [there.map((one) => one.rowId), this.clock.now()],
        ),
      );
      const alive = new Set(rows.map(({ id }) => id));
      for (const one of there) if (one.rowId && !alive.has(one.rowId)) one.rowId = null;
      if (!this.stopped) await this.write(some);
    }
  }

  /** Who is here changed in this room: told soon, and again when it changes while it is being told. */
  private changed(regionId: string, roomId: string, wait = 30): void {
    if (this.stopped || this.listeners.length === 0) return;
    let change = this.changes.get(roomId);
    if (!change)
      this.changes.set(roomId, (change = { regionId, roomId, timer: null, telling: false, again: false }));
    if (change.telling) change.again = true;
    else change.timer ??= setTimeout(() => void this.tell(change), wait).unref();
  }

  private async tell(change: Change): Promise<void> {
    const { regionId, roomId } = change;
    Object.assign(change, { timer: null, telling: true, again: false });
    let told = false;
    try {
      told = await this.database.transaction({ regionId }, async () => {
        // one process at a time, and not so soon after another one
        const [turn] = await this.database.query(
          `update live_room set presence_told_at = clock_timestamp() where id = $1
              and (presence_told_at is null or presence_told_at <= clock_timestamp() - $2::int * interval '1 millisecond') returning 1`,
          [roomId, this.times.between],
        );
        if (turn) for (const listener of this.listeners) await listener(systemActor(regionId), roomId);
        return Boolean(turn);
      });
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'presence could not be told yet');
    }
    change.telling = false;
    if (told && !change.again) this.changes.delete(roomId);
    else this.changed(regionId, roomId, this.times.between);
  }
}

function byRegion(those: readonly Held[]): Map<string, Held[]> {
  const regions = new Map<string, Held[]>();
  for (const one of those) regions.set(one.regionId, [...(regions.get(one.regionId) ?? []), one]);
  return regions;
}
