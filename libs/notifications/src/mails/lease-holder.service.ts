import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { CONFIG, LOG, type Config, type Log } from '#libs/platform';

/** First key of the advisory locks by which workers tell each other that they live; the second is the holder's number. */
export const HOLDERS = 2028;

/**
 * Who this process is to other workers: a number whose advisory lock it holds for as long as it lives. A lease alone is only
 * as good as the clocks: one that jumps ahead would end the leases of workers that are in the middle of sending. PostgreSQL
 * knows better, and lets go of the lock the moment the process or its connection is gone.
 */
@Injectable()
export class LeaseHolder {
  private current: Promise<{ client: Client; number: number }> | null = null;
  private held: number | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'databaseUrl'>,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** This process' number; its lock is held when this resolves. @throws when the database cannot be reached. */
  async number(): Promise<number> {
    this.current ??= this.hold();
    try {
      return (await this.current).number;
    } catch (error) {
      this.current = null;
      throw error;
    }
  }

  /** False when the lock of that number was lost: what was claimed under it may belong to somebody else soon. */
  holds(number: number): boolean {
    return this.held === number;
  }

  /** Lets go; leases that are still open then last until they run out. */
  async release(): Promise<void> {
    const current = await this.current?.catch(() => null);
    this.current = null;
    this.held = null;
    await current?.client.end().catch(() => undefined);
  }

  private async hold(): Promise<{ client: Client; number: number }> {
    const client = new Client({
      connectionString: this.config.databaseUrl,
      application_name: 'leerkring lease holder',
      keepAlive: true,
    });
    client.on('error', (error) =>
      this.log.warn({ error: error.message }, 'lease holder lost its connection'),
    );
    client.on('end', () => {
      this.held = null;
      this.current = null;
    });
    await client.connect();
    for (;;) {
      const number = randomInt(1, 2 ** 31 - 1);
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [
        HOLDERS,
        number,
      ]);
      if (!rows[0]?.mine) continue;
      this.held = number;
      return { client, number };
    }
  }
}
