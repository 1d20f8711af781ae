import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  Queue,
  Worker,
  setDefaultBackendFactory,
  type ConnectionOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { EntityManager } from 'typeorm';
import type { JobPayloads, QueueName } from '#libs/contracts';
import type { Config } from './config.js';
import { Database } from './database.js';
import { isId } from './ids.js';
import type { Log } from './log.js';
import { QUEUE_SCHEMA } from './migrate.js';

/** The ids that a job of each queue must carry; one without them is dropped. */
const IDS: Readonly<Record<QueueName, readonly string[]>> = {
  mail: ['regionId', 'id'],
  dispatch: ['regionId'],
  forming: ['regionId', 'id'],
  survey: ['regionId', 'id'],
  figures: ['regionId', 'id'],
  dialogue: ['regionId', 'id'],
  sweep: [],
};

/** A wake-up that is asked for once holds others off until it is taken up, but never longer than this: its job may be lost. */
const HOLD_OFF_MS = 5_000;

/** A queue whose server is gone may never say that it is closed. */
const PATIENCE_MS = 6_000;

/**
 * The queue (architecture §1.5): jobs only wake, rows say what must happen. BullMQ runs on Redis when `REDIS_URL` is set and
 * on PostgreSQL otherwise; nothing above this class knows which.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  /** What each open transaction wakes once. */
  private readonly wokenOnce = new WeakMap<EntityManager, Set<string>>();
  private redis: Redis | null = null;
  private readonly stopping = new AbortController();

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
      queue.on('error', (error) => this.warn(name, error, 'queue unreachable'));
      this.queues.set(name, queue);
    }
    return queue;
  }

  /**
   * Wakes a row after the transaction is committed. A lost wake-up is made up for by the sweep, so an unreachable queue
   * never fails the work that wanted to wake it.
   * @param options.once no second wake-up like this one waits beside it, of this transaction or of any other. What is
   *   committed before `wake` is seen by the one that waits: it holds others off only until a worker takes it up.
   */
  wake<Q extends Exclude<QueueName, 'sweep'>>(
    name: Q,
    payload: JobPayloads[Q],
    options: { delayMs?: number } | { once: true } = {},
  ): void {
    const once = 'once' in options ? [name, ...Object.values(payload)].join('-') : null;
    if (once !== null && this.database.inTransaction) {
      const woken = this.wokenOnce.get(this.database.manager) ?? new Set();
      if (woken.has(once)) return;
      this.wokenOnce.set(this.database.manager, woken.add(once));
    }
    const jobOptions =
      once === null
        ? { delay: (options as { delayMs?: number }).delayMs ?? 0 }
        : { deduplication: { id: once, ttl: HOLD_OFF_MS } };
    this.database.afterCommit(async () => {
      try {
        await this.queue(name).add(name, payload, jobOptions);
      } catch (error) {
        this.warn(name, error as Error, 'wake-up lost, the sweep will find the row');
      }
    });
  }

  /**
   * Takes up jobs of one queue in this process. The handler gets a payload whose ids have been checked, and a signal that the process is
   * about to stop: what takes long lays its work down then, as a row that waits.
   */
  process<Q extends QueueName>(
    name: Q,
    handler: (payload: JobPayloads[Q], stopping: AbortSignal) => Promise<void>,
    concurrency = 1,
  ): void {
    const worker = new Worker(
      name,
      async (job) => {
        const payload = job.data as JobPayloads[Q];
        if (!IDS[name].every((field) => isId((payload as Record<string, unknown>)[field]))) {
          this.log.error({ queue: name, job: job.id }, 'job dropped: it carries no valid ids');
          return;
        }
        // before its rows are looked at: whatever is committed from here on needs a wake-up of its own
        if (job.deduplicationId) await job.removeDeduplicationKey();
        await handler(payload, this.stopping.signal);
      },
      { connection: this.connection, concurrency },
    );
    worker.on('failed', (job, error) =>
      this.log.error({ queue: name, job: job?.id, error: error.message }, 'job failed'),
    );
    worker.on('error', (error) => this.warn(name, error, 'worker connection'));
    this.workers.push(worker);
  }

  /** One repeating wake-up for the whole installation, however many workers run; set again when the queue was emptied. */
  async every(name: 'sweep', milliseconds: number): Promise<void> {
    const queue = this.queue(name);
    const set = (): Promise<unknown> =>
      queue.upsertJobScheduler(name, { every: milliseconds }, { name, data: {} });
    await set();
    const timer = setInterval(() => {
      queue
        .getJobScheduler(name)
        .then((there) => (there ? undefined : set()))
        .catch((error: Error) => this.warn(name, error, 'queue unreachable'));
    }, milliseconds);
    this.timers.push(timer.unref());
  }

  /** Jobs that wait, for the metrics page. */
  async waiting(name: QueueName): Promise<number> {
    return this.queue(name).getWaitingCount();
  }

  /** A process that stops takes its connections away itself: what a queue then misses is no news, the sweep finds it. */
  private warn(queue: QueueName, error: Error, message: string): void {
    if (!this.stopping.signal.aborted) this.log.warn({ queue, error: error.message }, message);
  }

  /** Finishes what is short, has the rest laid down, then lets go of every connection. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('The process stops.'));
    for (const timer of this.timers) clearInterval(timer);
    const closed = Promise.all(this.workers.map((worker) => worker.close())).then(() =>
      Promise.all([...this.queues.values()].map((queue) => queue.close())),
    );
    let patience: NodeJS.Timeout | undefined;
    const enough = new Promise((resolve) => (patience = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([closed, enough]).finally(() => clearTimeout(patience));
    this.redis?.disconnect();
  }
}
