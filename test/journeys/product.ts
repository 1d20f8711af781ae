import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MailContentView, MailView, Page } from '#libs/contracts';
import { freePort } from '../../apps/standalone/src/embedded-postgres.js';

/** The standalone product as `npm start` runs it (already built by `npm test`), on a port and data folder of its own. */
export interface Product {
  url: string;
  dataDir: string;
  /** What it printed. */
  output(): string;
  /** The newest mail to this address whose subject fits and that is not among the known ones, waited for. */
  mailTo(address: string, subject: RegExp, known?: ReadonlySet<string>): Promise<MailContentView>;
  /** One mail as its receiver sees it. */
  mail(id: string): Promise<MailContentView>;
  /** Every mail so far, newest first. */
  mails(): Promise<MailView[]>;
  /** SIGKILL of the product alone: its database lives on, as after a crash. */
  kill(): Promise<void>;
  /** Ctrl-C; resolves with the milliseconds it took to stop. */
  stop(): Promise<number>;
  /** Removes the data folder; call after stop. */
  discard(): void;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function startProduct(
  options: { empty?: boolean; dataDir?: string; env?: Record<string, string> } = {},
): Promise<Product> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'leerkring-journey-'));
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    LEERKRING_DATA: dataDir,
    LOG_LEVEL: 'warn',
    ...options.env,
  };
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL', 'NODE_OPTIONS'])
    if (!options.env?.[name]) delete env[name];
  let printed = '';
  const child: ChildProcess = spawn(
    process.execPath,
    ['dist/apps/standalone/src/main.js', ...(options.empty ? ['--empty'] : [])],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = `http://localhost:${port}`;
  for (let wait = 0; !printed.includes('ready at'); wait++) {
    if (child.exitCode !== null || wait > 2400) throw new Error(`The product did not start:\n${printed}`);
    await pause(100);
  }

  const get = async <T>(path: string): Promise<T> =>
    (await fetch(`http://127.0.0.1:${port}${path}`)).json() as Promise<T>;
  const mail = (id: string): Promise<MailContentView> => get(`/api/mailbox/${id}`);
  const mails = async (): Promise<MailView[]> => {
    const all: MailView[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<MailView> = await get(`/api/mailbox?limit=100${cursor && `&cursor=${cursor}`}`);
      all.push(...page.items);
      cursor = page.next;
    }
    return all;
  };
  return {
    url,
    dataDir,
    output: () => printed,
    mail,
    mails,
    async mailTo(address, subject, known = new Set()) {
      for (let wait = 0; wait < 100; wait++) {
        const hit = (await mails()).find(
          (one) => one.to.email === address && subject.test(one.subject) && !known.has(one.id),
        );
        if (hit) return mail(hit.id);
        await pause(100);
      }
      throw new Error(`No mail to ${address} about ${String(subject)}.`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      const from = Date.now();
      child.kill('SIGINT');
      await ended;
      return Date.now() - from;
    },
    discard: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** The path behind the one button of a mail: its first link to the product itself. */
export function linkIn(mail: MailContentView): string {
  const links = [...mail.text.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => new URL(link));
  const own = links.find(({ hostname }) => hostname === 'localhost');
  if (!own) throw new Error('This mail has no link.');
  return own.pathname;
}
