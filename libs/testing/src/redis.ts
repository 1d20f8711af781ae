import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export interface TestRedis {
  url: string;
  close(): Promise<void>;
}

/** True when tests of the Redis path can run: `REDIS_URL`, or a redis-server on the PATH. Otherwise one skip line is printed. */
export function hasRedis(): boolean {
  const here = Boolean(process.env.REDIS_URL) || spawnSync('redis-server', ['--version']).status === 0;
  if (!here) process.stderr.write('Redis specs skipped: install redis-server or set REDIS_URL.\n');
  return here;
}

/** The Redis of `REDIS_URL`, or one of our own on a free port that is gone after `close`. */
export async function openTestRedis(): Promise<TestRedis> {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, close: async () => undefined };
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
  const folder = mkdtempSync(join(tmpdir(), 'leerkring-redis-'));
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  const gone = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, {
    retryStrategy: (times) => (times < 100 ? 50 : null),
    maxRetriesPerRequest: null,
  });
  client.on('error', () => undefined); // refused until the server listens
  await client.ping();
  client.disconnect();
  return {
    url,
    async close() {
      server.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
