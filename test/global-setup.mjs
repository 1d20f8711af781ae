// One real PostgreSQL for the whole run: the embedded one, in a throw-away folder, without fsync.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformFile } from '@swc/core';

/** The launcher is TypeScript; jest does not transform what a global setup imports. */
async function launcher() {
  const { code } = await transformFile('apps/standalone/src/embedded-postgres.ts', {
    swcrc: true,
    sourceMaps: false,
  });
  const folder = resolve('node_modules/.cache/leerkring');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'embedded-postgres.mjs');
  writeFileSync(file, code);
  return import(`${pathToFileURL(file).href}?${Date.now()}`);
}

export default async function setup() {
  const { startEmbeddedPostgres } = await launcher();
  const folder = mkdtempSync(join(tmpdir(), 'leerkring-test-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, { durable: false });
  process.env.LEERKRING_TEST_OWNER_URL = server.ownerUrl;
  process.env.LEERKRING_TEST_APP_URL = server.appUrl;
  process.env.LEERKRING_TEST_SUPER_URL = server.superUrl;
  // where the journeys keep the demo region that the first of them makes
  process.env.LEERKRING_TEST_DEMO = join(folder, 'demo');
  mkdirSync(process.env.LEERKRING_TEST_DEMO);
  globalThis.stopTestServer = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
