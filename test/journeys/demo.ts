import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { behind, eventually } from '../chaos/visitor.js';
import { startProduct, type Product } from './product.js';

/** Until the demo has started: the spec that makes the region for the others needs a while on a busy machine. */
export const DEMO_STARTS = 5 * 60_000;

/**
 * The product with the demo region on a data folder of its own, all of its first work done: sixty practices, mails sent, every
 * release of figures judged. The first spec of a run makes that folder by a first start like a newcomer's; each goes on with a
 * copy of it, so that the thirty releases are not judged again beside everything that is tested.
 */
export async function startDemo(): Promise<Product> {
  const whole = await demoFolder();
  const dataDir = mkdtempSync(join(tmpdir(), 'leerkring-journey-'));
  copy(whole, dataDir);
  return startProduct({ dataDir });
}

/** Where the demo region of this run lies, stopped and whole; made by who asks first. */
async function demoFolder(): Promise<string> {
  const folder = process.env.LEERKRING_TEST_DEMO;
  if (!folder) throw new Error("LEERKRING_TEST_DEMO is not set: journeys run under jest's global setup.");
  const at = (name: string): string => join(folder, name);
  if (claim(at('claimed')))
    await make(at('making')).then(
      () => renameSync(at('making'), at('whole')),
      (error: unknown) => {
        writeFileSync(at('failed'), '');
        throw error;
      },
    );
  await eventually(
    'the demo region',
    async () => {
      if (existsSync(at('failed')))
        throw new Error('The demo region was not made: the first spec that asked for it says why.');
      return existsSync(at('whole'));
    },
    DEMO_STARTS / 1000,
  );
  return at('whole');
}

/** Only one of those who ask makes it. */
function claim(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function make(dataDir: string): Promise<void> {
  mkdirSync(dataDir);
  const product = await startProduct({ dataDir });
  try {
    await eventually(
      'the first work of the demo',
      async () => {
        const [left] = await behind<{ releases: number; mails: number }>(
          dataDir,
          `select (select count(*)::int from release where state = 'preparing') as releases,
             (select count(*)::int from mail where state in ('planned', 'queued') and due_at <= now()) as mails`,
        );
        return left?.releases === 0 && left.mails === 0;
      },
      DEMO_STARTS / 1000,
    );
  } finally {
    await product.stop();
  }
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  if (process.getuid?.() !== 0) return;
  // started by root, the database's files belong to an unprivileged user
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const { uid, gid } = lstatSync(join(from, path));
    chownSync(join(to, path), uid, gid);
  }
}
