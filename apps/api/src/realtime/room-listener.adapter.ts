import { Client } from 'pg';
import { ROOM_CHANNEL, type Log, type RoomNotice } from '#libs/platform';

const FIRST_WAIT = 200;
const LONGEST_WAIT = 5_000;
/** A connection that says nothing for so long is asked whether it is still there, in ms. */
const PROBE = 10_000;

/**
 * The one connection of a process that hears what PostgreSQL tells of rooms. It comes back by itself, also when the server went without a
 * word, and says so: what was told in between was not heard.
 */
export class RoomListener {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private wait = FIRST_WAIT;
  private heardBefore = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Log,
    private readonly on: { notice: (notice: RoomNotice) => void; back: () => void },
  ) {}

  /** Resolves when it listens, or could not for now. */
  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'leerkring rooms',
    });
    let over = false;
    const lost = (error?: Error): void => {
      if (over) return;
      over = true;
      client.removeAllListeners('notification');
      void client.end().catch(() => undefined);
      if (this.stopped) return;
      if (this.timer) clearTimeout(this.timer);
      this.log.warn({ error: error?.message }, 'room facts are not heard for now');
      this.timer = setTimeout(() => void this.start(), this.wait).unref();
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', ({ payload }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`listen ${ROOM_CHANNEL}`);
    } catch (error) {
      lost(error as Error);
      return;
    }
    if (this.stopped) return lost();
    this.client = client;
    this.wait = FIRST_WAIT;
    if (this.heardBefore) this.on.back();
    this.heardBefore = true;
    this.probe(client, lost);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private hear(payload: string | undefined): void {
    try {
      this.on.notice(JSON.parse(payload ?? '') as RoomNotice);
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'room notice not understood');
    }
  }

  private probe(client: Client, lost: (error: Error) => void): void {
    this.timer = setTimeout(() => {
      const limit = setTimeout(() => lost(new Error('No answer.')), 5_000).unref();
      client.query('select 1').then(
        () => {
          clearTimeout(limit);
          if (!this.stopped) this.probe(client, lost);
        },
        (error: Error) => {
          clearTimeout(limit);
          lost(error);
        },
      );
    }, PROBE).unref();
  }
}
