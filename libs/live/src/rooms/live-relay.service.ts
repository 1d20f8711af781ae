import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { LiveFact } from '#libs/contracts';
import { Database, LOG, type Log } from '#libs/platform';

type Receive = (regionId: string, live: LiveFact) => void;

/** A room in which this process has sockets. */
interface Watched {
  regionId: string;
  room: string;
  /** Everything up to here has been passed on; null until the version is known from which the first socket starts. */
  passed: number | null;
  /** There is something up to here, as far as a notice said. */
  wanted: number;
  /** There may be more than a notice said. */
  look: boolean;
  reading: boolean;
}

const AT_ONCE = 200;
/** How long after a failed read it is tried again, in ms. */
const AGAIN = 300;

/**
 * Passes on what was told in live rooms, in the process that has the sockets: in the order of the versions, each once, nothing left out,
 * also after this process heard nothing for a while. One read per room however many sockets, and one for all that came in the meantime (ADR 13).
 */
@Injectable()
export class LiveRelay implements BeforeApplicationShutdown {
  private readonly rooms = new Map<string, Watched>();
  private receive: Receive = () => undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Who hands the facts to the sockets. */
  passTo(receive: Receive): void {
    this.receive = receive;
  }

  /** A socket is about to be told of this room. Call it before the version is read that the socket starts from. */
  enter(regionId: string, room: string): void {
    const key = `${regionId}/${room}`;
    if (!this.rooms.has(key))
      this.rooms.set(key, { regionId, room, passed: null, wanted: 0, look: false, reading: false });
  }

  /** Sockets of this room know everything up to this version, or read it in a moment. */
  from(regionId: string, room: string, version: number): void {
    const watched = this.rooms.get(`${regionId}/${room}`);
    if (!watched || watched.passed !== null) return;
    watched.passed = version;
    this.wake(watched);
  }

  /** No socket of this process is in the room any more. */
  leave(regionId: string, room: string): void {
    this.rooms.delete(`${regionId}/${room}`);
  }

  /** Something was told in this room. */
  moved(regionId: string, room: string, version: number): void {
    const watched = this.rooms.get(`${regionId}/${room}`);
    if (!watched) return;
    watched.wanted = Math.max(watched.wanted, version);
    this.wake(watched);
  }

  /**
   * This very process told something, and it is committed: what comes next in the room need not be read first. Anything else waits for its
   * notice, and is read in its order.
   */
  told(regionId: string, live: LiveFact): void {
    const watched = this.rooms.get(`${regionId}/${live.room}`);
    if (!watched || watched.passed === null || live.version !== watched.passed + 1) return;
    watched.passed = live.version;
    this.receive(regionId, live);
  }

  /** Looks in every room: this process may have missed that something was told. */
  catchUp(): void {
    for (const watched of this.rooms.values()) {
      watched.look = true;
      this.wake(watched);
    }
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    this.rooms.clear();
  }

  private wake(watched: Watched): void {
    if (watched.reading || watched.passed === null) return;
    if (!watched.look && watched.passed >= watched.wanted) return;
    watched.reading = true;
    void this.read(watched).then(
      () => {
        watched.reading = false;
        this.wake(watched);
      },
      (error: Error) => {
        this.log.warn({ error: error.message }, 'live facts could not be read yet');
        watched.look = true;
        setTimeout(() => {
          watched.reading = false;
          if (!this.stopped && this.watches(watched)) this.wake(watched);
        }, AGAIN).unref();
      },
    );
  }

  private pass(watched: Watched, told: { version: number; content: LiveFact['fact'] }[]): void {
    for (const { version, content } of told) {
      // told by this process while it was being read
      if (version <= (watched.passed ?? 0)) continue;
      watched.passed = version;
      this.receive(watched.regionId, { room: watched.room, version, fact: content });
    }
  }

  private watches(watched: Watched): boolean {
    return this.rooms.get(`${watched.regionId}/${watched.room}`) === watched;
  }

  private async read(watched: Watched): Promise<void> {
    const sought = watched.wanted;
    watched.look = false;
    const rows = await this.database.transaction(watched, async () => {
      const told = await this.database.prepared<{ version: number; content: LiveFact['fact'] }>(
        `select version, content from live_fact where region_id = current_region() and room = $1 and version > $2 order by version limit ${AT_ONCE}`,
        [watched.room, watched.passed],
      );
      // here and not after the transaction: its end is one more way to the database and back
      if (this.watches(watched)) this.pass(watched, told);
      return told;
    });
    if (rows.length === AT_ONCE) watched.look = true;
    // all that was looked for is passed on, or too old to be kept: who missed that sees the gap
    else watched.passed = Math.max(watched.passed ?? 0, sought);
  }
}
