import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FormingView, ImportView, Page, PracticeView, ProblemView } from '#libs/contracts';
import { freePort } from '../../apps/standalone/src/embedded-postgres.js';
import { DEMO_STARTS, startDemo } from '../journeys/demo.js';
import { startProduct, type Product } from '../journeys/product.js';
import { launch } from './launch.js';
import { inShort } from './soak.js';
import { answeredRound, formedRound, formingEnded, setUp, signInToDemo, uploadList } from './region.js';
import { behind, eventually, pause, Visitor } from './visitor.js';

/** What happened, for whoever reads the test's output; nothing is asserted about time. */
const note = (line: string): void => void process.stdout.write(`    ${line}\n`);
const seconds = (from: number): string => `${((Date.now() - from) / 1000).toFixed(1)} s`;

jest.setTimeout(120_000);

describe('a product that is killed starts again and goes on, with all of what it did or nothing of it', () => {
  let product: Product;
  const visitor = new Visitor('');
  const folders: string[] = [];

  const start = async (options: { empty?: boolean; dataDir?: string } | 'demo'): Promise<void> => {
    product = options === 'demo' ? await startDemo() : await startProduct(options);
    folders.push(product.dataDir);
    visitor.url = product.url;
  };
  /** Sends a request, kills the product so many milliseconds later, and starts it again on its data. */
  const killDuring = async (delay: number, request: () => Promise<unknown>): Promise<void> => {
    const sent = request().catch(() => undefined);
    await pause(delay);
    await product.kill();
    await sent;
    await start({ dataDir: product.dataDir });
  };
  const auditHolds = async (): Promise<void> =>
    expect(await visitor.get('GET', '/api/audit/verify')).toMatchObject({ ok: true });
  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    (await behind<{ n: number }>(product.dataDir, `select count(*)::int as n from ${sql}`, values))[0]?.n ??
    -1;

  afterAll(() => {
    for (const folder of new Set(folders)) rmSync(folder, { recursive: true, force: true });
  });

  describe('while a list of sixty practices is read in (D2)', () => {
    beforeAll(async () => {
      await start({ empty: true });
      await setUp(visitor, product.output);
    });
    afterAll(() => product.stop());

    it.each(inShort([100, 350], [0, 100, 200, 280, 400]).map((delay, series) => ({ delay, series })))(
      'has none or all of them when killed after $delay ms, and ends with all of them once',
      async ({ delay, series }) => {
        const before = 60 * series;
        const { id } = await uploadList(visitor, series);
        await killDuring(delay, () => visitor.call('POST', `/api/imports/${id}/apply`));
        const { state } = await visitor.get<ImportView>('GET', `/api/imports/${id}`);
        note(`killed ${delay} ms into applying the import: ${state}`);
        expect(['preview', 'applied']).toContain(state);
        const done = state === 'applied';
        expect(await count('practice')).toBe(done ? before + 60 : before);
        expect(await count(`audit_entry where event = 'import.applied'`)).toBe(done ? series + 1 : series);

        const again = await visitor.call<ProblemView>('POST', `/api/imports/${id}/apply`);
        expect(again).toMatchObject(
          done ? { status: 409, body: { code: 'import.applied' } } : { status: 200 },
        );
        expect(await count('practice')).toBe(before + 60);
        const page = await visitor.get<Page<PracticeView>>('GET', '/api/practices?limit=1');
        expect(page.total).toBe(before + 60);
        await auditHolds();
      },
    );
  });

  describe('while groups are formed and published (GRP-10, GRP-16)', () => {
    beforeAll(async () => {
      await start('demo');
      await signInToDemo(visitor, 'region-coordinator');
    }, DEMO_STARTS);
    afterAll(() => product.stop());

    it.each(inShort([800], [300, 800]))(
      'takes a run up by itself that was killed after %d ms',
      async (delay) => {
        const round = await answeredRound(visitor, `Gedood na ${delay}`);
        const run = await visitor.get<FormingView>('POST', `/api/rounds/${round.id}/forming`, { seconds: 2 });
        await killDuring(delay, async () => undefined);
        const from = Date.now();
        const ended = await formingEnded(visitor, round.id);
        note(`killed ${delay} ms into forming: ${ended.state} ${seconds(from)} after the restart`);
        expect(ended).toMatchObject({
          id: run.id,
          state: 'done',
          failure: null,
          practices: 24,
          unassigned: [],
        });
        expect(ended.proposalIds.length).toBeGreaterThan(0);
        await pause(2500); // whatever else would compute it again has had the time
        expect(await count('proposal where round_id = $1', round.id)).toBe(ended.proposalIds.length);
        expect(await count(`audit_entry where event = 'forming.done' and subject_id = $1`, round.id)).toBe(1);
        await auditHolds();
      },
    );

    it('publishes all groups with all their mails or none, whenever it is killed, and each mail is sent once', async () => {
      const published: string[] = [];
      let ready = await formedRound(visitor, 'Te publiceren 0');
      for (const delay of inShort([50, 700], [0, 20, 80, 250, 700])) {
        if (published.includes(ready.roundId)) ready = await formedRound(visitor, `Te publiceren ${delay}`);
        const { id, roundId } = ready;
        const { mails } = await visitor.get<{ mails: number }>('GET', `/api/proposals/${id}/publish-preview`);
        const state = async () => ({
          groups: await count('intervision_group where round_id = $1', roundId),
          members: await count(
            'group_member m join intervision_group g on g.id = m.group_id where g.round_id = $1',
            roundId,
          ),
          mails: await count(
            `mail where template like 'group%' and subject_id in (select id from intervision_group where round_id = $1)`,
            roundId,
          ),
          round: await count(`round where id = $1 and state = 'published'`, roundId),
          said: await count(`audit_entry where event = 'round.published' and subject_id = $1`, roundId),
        });
        const nothing = { groups: 0, members: 0, mails: 0, round: 0, said: 0 };
        const everything = { groups: ready.groups, members: 24, mails, round: 1, said: 1 };
        await killDuring(delay, () => visitor.call('POST', `/api/proposals/${id}/publish`, {}));
        const left = await state();
        note(`killed ${delay} ms into publishing: ${left.groups} groups, ${left.mails} mails`);
        expect(left).toEqual(left.round ? everything : nothing);
        if (!left.round && delay < 700) continue;
        const again = await visitor.call<ProblemView>('POST', `/api/proposals/${id}/publish`, {});
        expect(again).toMatchObject(
          left.round ? { status: 409, body: { code: 'round.published' } } : { status: 200 },
        );
        expect(await state()).toEqual(everything);
        published.push(roundId);
      }
      const from = Date.now();
      await eventually(
        'the last mail',
        async () => (await count(`mail where state in ('planned', 'queued') and due_at <= now()`)) === 0,
      );
      expect(await count(`mail where state = 'failed'`)).toBe(0);
      expect(
        await count(
          `mail m join intervision_group g on g.id = m.subject_id where g.round_id = any($1) and m.state <> 'sent'`,
          published,
        ),
      ).toBe(0);
      note(`all mails sent ${seconds(from)} later`);
      expect(await count(`mail where state = 'sent'`)).toBe(
        await count(
          `(select distinct to_email, template, subject_id, message_id from mail where state = 'sent') as once`,
        ),
      );
      await auditHolds();
    });
  });

  describe('while it starts for the first time', () => {
    /** The demo region that stands in the end, stopped. */
    let whole: string;

    it('has one whole demo region in the end, however often and wherever it was killed before', async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'leerkring-chaos-'));
      folders.push(dataDir);
      whole = dataDir;
      for (const delay of inShort([600, 2500], [150, 1000, 2000, 3500])) {
        const cut = launch('standalone', { PORT: String(await freePort()), LEERKRING_DATA: dataDir });
        await pause(delay);
        await cut.end('SIGKILL');
        const ready = cut.output().includes('ready at');
        note(`killed ${delay} ms into its first start${ready ? ', which was over by then' : ''}`);
        expect(cut.output()).not.toMatch(/Error/);
        if (ready) break;
      }
      const from = Date.now();
      await start({ dataDir });
      note(`first start: ${seconds(from)}`);
      await signInToDemo(visitor, 'region-coordinator');
      expect(await count('region')).toBe(1);
      expect(await count('practice')).toBe(60);
      expect(await count(`round where state in ('open', 'published')`)).toBe(2);
      expect((await visitor.get<Page<PracticeView>>('GET', '/api/practices?limit=1')).total).toBe(60);
      await auditHolds();
      await product.stop();
    });

    it('stops on Ctrl-C, also in the middle of its first start, and leaves no database running', async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'leerkring-chaos-'));
      folders.push(dataDir);
      const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
      // in the hand-over of the new server, in the middle of its migrations, and later on
      for (const delay of inShort([0, 900], [0, 300, 900])) {
        const cut = launch('standalone', { PORT: String(await freePort()), LEERKRING_DATA: dataDir });
        await eventually('the database', async () => existsSync(pidFile));
        await pause(delay);
        const cutPid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
        await cut.end('SIGINT');
        expect(cut.output()).not.toMatch(/error/i);
        expect(isGone(cutPid, pidFile)).toBe(true);
      }

      // as soon as it answers, while its worker is still being made
      const wholePidFile = join(whole, 'postgres', 'postmaster.pid');
      const port = String(await freePort());
      const early = launch('standalone', { PORT: port, LEERKRING_DATA: whole });
      await eventually('the first answer', () =>
        fetch(`http://127.0.0.1:${port}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        ),
      );
      const earlyPid = Number(readFileSync(wholePidFile, 'utf8').split('\n')[0]);
      await early.end('SIGINT');
      expect(await early.ended).toBe(0);
      expect(early.output()).not.toMatch(/error/i);
      expect(isGone(earlyPid, wholePidFile)).toBe(true);

      // and where it is done
      for (let time = 0; time < inShort(1, 2); time++) {
        const from = Date.now();
        await start({ dataDir: whole });
        note(`next start: ${seconds(from)}`);
        const pid = Number(readFileSync(wholePidFile, 'utf8').split('\n')[0]);
        note(`Ctrl-C: ${await product.stop()} ms`);
        expect(isGone(pid, wholePidFile)).toBe(true);
      }
    });
  });

  it('keeps a second product off the data folder with one sentence, and is not disturbed by it', async () => {
    await start({ empty: true });
    const { port } = new URL(product.url);
    const second = launch('standalone', { PORT: String(await freePort()), LEERKRING_DATA: product.dataDir });
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(
      `Leerkring is already running on this data folder (port ${port}); stop it first, or set LEERKRING_DATA to another folder.\n`,
    );
    await setUp(visitor, product.output);
    expect((await uploadList(visitor, 1)).counts).toMatchObject({ new: 60 });
    await product.stop();
  });

  it('lets one of two win that start on a new data folder at the same moment', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'leerkring-chaos-'));
    folders.push(dataDir);
    const both = await Promise.all(
      [1, 2].map(async () =>
        launch('standalone', { PORT: String(await freePort()), LEERKRING_DATA: dataDir }, ['--empty']),
      ),
    );
    const outcomes = await Promise.all(
      both.map((one) =>
        Promise.race([
          one.ended.then((code) => `ended ${code}`),
          one.says(/ready at/).then(
            () => 'ready',
            () => one.output(),
          ),
        ]),
      ),
    );
    for (const one of both) await one.end('SIGINT');
    const printed = both.map((one) => one.output());
    expect(outcomes.filter((outcome) => outcome === 'ready')).toHaveLength(1);
    expect(
      printed.filter((text) => /^Leerkring is already running on this data folder/.test(text)),
    ).toHaveLength(1);
  });
});

/** The server's process and its lock file are both gone. */
function isGone(pid: number, pidFile: string): boolean {
  if (existsSync(pidFile)) return false;
  try {
    // one that nobody reaps yet is gone as well
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}
