import { createPostgresBackend, setDefaultBackendFactory, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { QUEUE_SCHEMA } from '#libs/platform';

/**
 * Bare BullMQ in a process of its own: takes up jobs of the queue `noop` and does nothing. On any message it says how many.
 * Arguments: connection URL of PostgreSQL or Redis, jobs at once.
 */
const [url = '', concurrency = '1'] = process.argv.slice(2);
const onRedis = url.startsWith('redis');
if (!onRedis) setDefaultBackendFactory(createPostgresBackend as never);
const connection = onRedis
  ? new Redis(url, { maxRetriesPerRequest: null })
  : { connectionString: url, schema: QUEUE_SCHEMA, max: 10 };

let done = 0;
const worker = new Worker('noop', async () => void done++, {
  connection: connection as never,
  concurrency: Number(concurrency),
});
worker.on('error', () => undefined);
process.on('message', () => process.send?.({ done }));
process.on('disconnect', () => process.exit(0));
await worker.waitUntilReady();
process.send?.({ ready: true });
