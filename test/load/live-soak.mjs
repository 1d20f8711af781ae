// Memory of a live room over time: `npm run build && node test/load/live-soak.mjs [minutes=30] [clients=200]`. One api process, its clients in
// another one; every minute the heap after a collection. Exits 1 when it keeps growing, or when anything that was told was lost.
import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const built = (path) => new URL(`../../dist/${path}`, import.meta.url).href;
const { migrate } = await import(built('libs/platform/src/index.js'));
const { liveRoom } = await import(built('libs/contracts/src/index.js'));
const { freePort, startEmbeddedPostgres } = await import(built('apps/standalone/src/embedded-postgres.js'));
const { stage, startApi } = await import(built('bench/live-scene.js'));

const minutes = Number(process.argv[2] ?? 30);
const people = Number(process.argv[3] ?? 200);
const FACTS_A_SECOND = 5;
/** What the heap may grow by in an hour after the first minutes, in MB: a leak of one fact or socket a second is more. */
const MOST_AN_HOUR = 20;
/** Caches and compiled code settle in this part of the time. */
const SETTLING = 0.25;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const folder = mkdtempSync(join(tmpdir(), 'leerkring-soak-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres(folder);
const children = [];
let good = false;
try {
  await migrate(postgres.ownerUrl, new URL('../../dist/migrations', import.meta.url).pathname);
  const scene = await stage(postgres.ownerUrl, 1, people + 20);
  const [session] = scene.sessions;
  const room = liveRoom(session.id, 'participant');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const api = await startApi({ port, databaseUrl: postgres.appUrl, folder, node: ['--expose-gc'] });
  children.push(api.child);
  const crowd = () => {
    const child = fork(new URL(built('bench/live-clients.js')).pathname);
    children.push(child);
    return {
      child,
      ask: (order) =>
        new Promise((resolve) => {
          child.once('message', resolve);
          child.send(order);
        }),
    };
  };
  const seats = session.cookies.map((token) => ({ url, token, room }));
  const staying = crowd();
  await staying.ask({ do: 'open', seats: seats.slice(0, people), transports: ['websocket'] });

  const from = Date.now();
  const until = from + minutes * 60_000;
  const measured = [];
  let told = 0;
  let running = true;
  const telling = (async () => {
    while (Date.now() < until) {
      told += 1;
      await api.tell(scene.regionId, session.id, {
        type: 'question',
        question: {
          id: session.id,
          categoryId: 'soak',
          position: told,
          text: `0 vraag ${told}`,
          practices: 3,
          state: 'open',
        },
      });
      await pause(Math.max(0, from + (told * 1000) / FACTS_A_SECOND - Date.now()));
    }
  })();
  // people who come and go
  const coming = (async () => {
    while (running) {
      const some = crowd();
      await some.ask({ do: 'open', seats: seats.slice(people), transports: ['websocket'] });
      await pause(7_000);
      some.child.kill('SIGKILL');
      children.splice(children.indexOf(some.child), 1);
      await pause(3_000);
    }
  })();
  const look = async () => {
    const heap = (await api.heap()) / 2 ** 20;
    const status = readFileSync(`/proc/${api.child.pid}/status`, 'utf8');
    const rss = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    const minute = (Date.now() - from) / 60_000;
    measured.push({ minute, heap });
    console.log(
      `${minute.toFixed(1).padStart(5)} min   heap ${heap.toFixed(1)} MB   resident ${rss.toFixed(0)} MB   told ${told}`,
    );
  };
  // a short run looks more often, so that there is a line to draw through
  const every = Math.min(60_000, (minutes * 60_000) / 16);
  for (let next = from + every; next <= until; next += every) {
    await pause(Math.max(0, next - Date.now()));
    await look();
  }
  running = false;
  await telling;
  await coming;
  await pause(2_000);
  const { rooms, lost } = await staying.ask({ do: 'report' });
  const settled = measured.filter(({ minute }) => minute >= minutes * SETTLING);
  const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [mean(settled.map((one) => one.minute)), mean(settled.map((one) => one.heap))];
  const slope =
    settled.reduce((sum, one) => sum + (one.minute - x) * (one.heap - y), 0) /
    settled.reduce((sum, one) => sum + (one.minute - x) ** 2, 0);
  const { lowest, highest } = rooms[room];
  console.log(`slope ${(slope * 60).toFixed(1)} MB an hour (at most ${MOST_AN_HOUR})`);
  console.log(`${people} clients stayed: versions ${lowest} to ${highest}, lost ${lost}`);
  good = slope * 60 <= MOST_AN_HOUR && lost === 0 && lowest === highest;
} finally {
  for (const child of children) child.kill('SIGKILL');
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(good ? 0 : 1);
