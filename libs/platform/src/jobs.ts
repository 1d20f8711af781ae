import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  Queue,
  Worker,
  setDefaultBackendFactory,
  type ConnectionOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { JobPayloads, QueueName } from '#libs/contracts';
import type { Config } from './config.js';
import { Database } from './database.js';
import { isId } from './ids.js';
import type { Log } from './log.js';
import { QUEUE_SCHEMA } from './migrate.js';

/**
 * The queue (architecture §1.5): jobs only wake, rows say what must happen. BullMQ runs on Redis when `REDIS_URL` is set and
 * on PostgreSQL otherwise; nothing above this class knows which.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];
  private redis: Redis | null = null;

  constructor(
    private readonly config: Pick<Config, 'redisUrl' | 'databaseUrl'>,
    private readonly database: Database,
    private readonly log: Log,
  ) {
    if (!config.redisUrl) setDefaultBackendFactory(createPostgresBackend as never);
    else setDefaultBackendFactory();
  }

  private get connection(): ConnectionOptions {
    if (this.config.redisUrl) {
      this.redis ??= new Redis(this.config.redisUrl, { maxRetriesPerRequest: null });
      return this.redis as unknown as ConnectionOptions;
    }
    return {
      connectionString: this.config.databaseUrl,
      schema: QUEUE_SCHEMA,
      max: 4,
    } as unknown as ConnectionOptions;
  }

  private queue(name: QueueName): Queue {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new Queue(name, {
        connection: this.connection,
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
      });
      queue.on('error', (error) => this.log.warn({ queue: name, error: error.message }, 'queue unreachable'));
      this.queues.set(name, queue);
    }
    return queue;
  }

  /**
   * Wakes a row after the transaction is committed. A lost wake-up is made up for by the sweep, so an unreachable queue
   * never fails the work that wanted to wake it.
   */
  wake<Q extends Exclude<QueueName, 'sweep'>>(
    name: Q,
    payload: JobPayloads[Q],
    options: { delayMs?: number } = {},
  ): void {
    this.database.afterCommit(async () => {
      try {
        await this.queue(name).add(name, payload, { delay: options.delayMs ?? 0 });
      } catch (error) {
        this.log.warn(
          { queue: name, error: (error as Error).message },
          'wake-up lost, the sweep will find the row',
        );
      }
    });
  }

  /** Takes up jobs of one queue in this process. The handler gets a payload whose ids have been checked. */
  process<Q extends QueueName>(
    name: Q,
    handler: (payload: JobPayloads[Q]) => Promise<void>,
    concurrency = 1,
  ): void {
    const worker = new Worker(
      name,
      async (job) => {
        const payload = job.data as JobPayloads[Q];
        if (
          name !== 'sweep' &&
          !(isId((payload as { regionId?: unknown }).regionId) && isId((payload as { id?: unknown }).id))
        ) {
          this.log.error({ queue: name, job: job.id }, 'job dropped: it carries no valid ids');
          return;
        }
        await handler(payload);
      },
      { connection: this.connection, concurrency },
    );
    worker.on('failed', (job, error) =>
      this.log.error({ queue: name, job: job?.id, error: error.message }, 'job failed'),
    );
    worker.on('error', (error) => this.log.warn({ queue: name, error: error.message }, 'worker connection'));
    this.workers.push(worker);
  }

  /** One repeating wake-up for the whole installation, however many workers run. */
  async every(name: 'sweep', milliseconds: number): Promise<void> {
    await this.queue(name).upsertJobScheduler(name, { every: milliseconds }, { name, data: {} });
  }

  /** Jobs that wait, for the metrics page. */
  async waiting(name: QueueName): Promise<number> {
    return this.queue(name).getWaitingCount();
  }

  /** Finishes what runs, then lets go of every connection. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.redis?.disconnect();
  }
}
