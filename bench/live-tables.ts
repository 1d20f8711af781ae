import { spawn, type ChildProcess } from 'node:child_process';
import { io, type Socket } from 'socket.io-client';
import pg from 'pg';
import { meetingLiveRoom, type LiveFact, type MeetingFact } from '#libs/contracts';
import { newId, newToken, sha256 } from '#libs/platform';
import { freePort } from '../apps/standalone/src/embedded-postgres.js';
import type { ClientReport } from './live-clients.js';
import {
  beside,
  Crowd,
  line,
  middle,
  moment,
  oneVersion,
  pause,
  steadily,
  type Ground,
} from './live-crowd.js';
import { startApi } from './live-scene.js';

/** Practices at one table; the one that leads has a second screen open. */
const AT_TABLE = 8;
const TELLINGS_A_SECOND = 20;

interface Table {
  /** Rooms with somebody in them, and how they get in. */
  seats: { room: string; token: string }[];
  /** Every room of the meeting: each practice's, the leading one's as leader, and a leader's from elsewhere. */
  rooms: string[];
}

/** Meetings that are on, outside groups, with one person of each practice signed in. */
async function stageMeetings(ownerUrl: string, regionId: string, meetings: number): Promise<Table[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`select set_config('app.region_id', $1, false)`, [regionId]);
  const now = new Date();
  const ends = new Date(now.getTime() + 3_600_000);
  const tables: Table[] = [];
  for (let m = 0; m < meetings; m++) {
    const id = newId();
    const numbers = Array.from({ length: AT_TABLE }, (_, k) => 50_000 + m * AT_TABLE + k);
    const [persons, practices] = [0, 1].map(() => numbers.map(() => newId())) as [string[], string[]];
    const tokens = numbers.map(() => newToken());
    await client.query(
      `insert into person (id, email, name) select p.id, 'table-' || p.n || '-' || $3 || '@example.example', 'Persoon ' || p.n
         from unnest($1::uuid[], $2::int[]) as p (id, n)`,
      [persons, numbers, regionId.slice(-12)],
    );
    await client.query(
      `insert into practice (id, region_id, agb, name, town)
       select p.id, $3, lpad((10000000 + p.n)::text, 8, '0'), 'Praktijk ' || p.n, 'Vlierdam' from unnest($1::uuid[], $2::int[]) as p (id, n)`,
      [practices, numbers, regionId],
    );
    await client.query(
      `insert into role_assignment (id, region_id, person_id, role, scope_kind, scope_id)
       select gen_random_uuid(), $3, p.person, 'practice-contact', 'practice', p.practice from unnest($1::uuid[], $2::uuid[]) as p (person, practice)`,
      [persons, practices, regionId],
    );
    await client.query(
      `insert into session (id, token_hash, person_id, region_id, kind, expires_at)
       select gen_random_uuid(), t.hash, t.person, $3, 'full', $4 from unnest($1::bytea[], $2::uuid[]) as t (hash, person)`,
      [tokens.map((token) => sha256(token)), persons, regionId, ends],
    );
    await client.query(
      `insert into meeting (id, region_id, circle, title, date, start_time, end_time, starts_at, ends_at, organiser_practice_id, calendar_uid)
       values ($1::uuid, $2, 'district', 'Bench', $3::timestamptz::date, '19:30', '20:30', $3, $4, $5, $1::uuid::text)`,
      [id, regionId, now, ends, practices[0]],
    );
    await client.query(
      `insert into meeting_practice (region_id, meeting_id, practice_id) select $1, $2, unnest($3::uuid[])`,
      [regionId, id, practices],
    );
    tables.push({
      seats: practices.map((practiceId, k) => ({
        room: meetingLiveRoom(id, k === 0 ? 'leader' : 'participant', practiceId),
        token: tokens[k] as string,
      })),
      rooms: [
        meetingLiveRoom(id, 'leader', null),
        meetingLiveRoom(id, 'leader', practices[0] as string),
        ...practices.map((practiceId) => meetingLiveRoom(id, 'participant', practiceId)),
      ],
    });
  }
  await client.query('analyze');
  await client.end();
  return tables;
}

/** What is told when texts are shown: eight of usual length, with the moment in the first. */
const factNow = (): MeetingFact => ({
  type: 'inputs',
  inputs: {
    stepId: 'oordeel',
    shown: true,
    revealed: true,
    practices: Array.from({ length: AT_TABLE }, (_, k) => ({
      practiceId: `01930000-0000-7000-8000-00000000000${k}`,
      done: true,
    })),
    texts: Array.from({ length: AT_TABLE }, (_, k) => ({
      id: `01930000-0000-7000-8000-00000000001${k}`,
      text: `${k === 0 ? moment() : ''} Ik zou eerst een foto sturen met een meedenkconsult en daarna een controle afspreken.`,
      by: 'anonymous' as const,
    })),
  },
});

/**
 * Meetings against bare socket.io that keeps a row for every screen: each practice has a room of its own, so one change is told to every room
 * of the meeting. @returns true when it is good enough
 */
export async function atTables(
  ground: Ground,
  size: { meetings: number; rounds: number; seconds: number; worst: number },
): Promise<boolean> {
  const tables = await stageMeetings(ground.ownerUrl, ground.scene.regionId, size.meetings);
  const children: ChildProcess[] = [];
  const crowds: Crowd[] = [];
  let direct: Socket | null = null;
  try {
    const [port, barePort] = [await freePort(), await freePort()];
    const api = await startApi({ port, databaseUrl: ground.databaseUrl, folder: ground.folder });
    children.push(api.child);
    const { regionId } = ground.scene;
    children.push(
      spawn(process.execPath, [beside('./live-bare.js'), String(barePort), ground.databaseUrl, regionId], {
        stdio: 'inherit',
      }),
    );
    const seats = (at: number) =>
      tables.flatMap((table) => table.seats.map((seat) => ({ ...seat, url: `http://127.0.0.1:${at}` })));
    const ours = await Crowd.open(seats(port));
    crowds.push(ours);
    const bare = await Crowd.open(seats(barePort));
    crowds.push(bare);
    direct = io(`http://127.0.0.1:${barePort}`, { transports: ['websocket'] });
    const socket = direct;
    const versions = new Map<Table, number>();
    const table = (n: number): Table => tables[n % tables.length] as Table;
    const tellBare = (n: number): Promise<unknown> => {
      const at = table(n);
      const version = (versions.get(at) ?? 0) + 1;
      versions.set(at, version);
      const told: LiveFact[] = at.seats.map(({ room }) => ({ room, version, fact: factNow() }));
      return socket.timeout(20_000).emitWithAck('keep-all', told);
    };
    const tellOurs = (n: number): Promise<void> =>
      api.tellTable(
        regionId,
        table(n).rooms.map((room) => ({ room, fact: factNow() })),
      );
    const ways = [
      ['kept', bare, tellBare, 'meetings, socket.io that keeps'],
      ['ours', ours, tellOurs, 'meetings, Leerkring'],
    ] as const;
    await pause(1_500);
    for (const [, , tell] of ways) await steadily(TELLINGS_A_SECOND, 1, tell); // warm up
    await pause(500);
    const seen: Record<'kept' | 'ours', ClientReport[]> = { kept: [], ours: [] };
    const expected = TELLINGS_A_SECOND * size.seconds * AT_TABLE;
    for (let round = 0; round < size.rounds; round++)
      for (const [name, crowd, tell, label] of ways) {
        await crowd.ask({ do: 'count' });
        await steadily(TELLINGS_A_SECOND, size.seconds, tell);
        const report = await crowd.report(expected);
        seen[name].push(report);
        console.log(line(`${label}, round ${round + 1}`, report));
      }
    const whole = seen.ours.every((one) => one.lost === 0 && one.messages === expected && oneVersion(one));
    console.log(whole ? 'meetings: nothing lost' : 'FACTS OF MEETINGS WERE LOST');
    const best = (name: keyof typeof seen): number => Math.min(...seen[name].map(({ p50 }) => p50));
    const judged = best('ours') / best('kept');
    const median = middle(seen.ours.map(({ p50 }, k) => p50 / (seen.kept[k] as ClientReport).p50));
    console.log(
      `meetings, judged: ${judged.toFixed(2)} at p50 of the best rounds, ${median.toFixed(2)} in the middle (at most ${size.worst})`,
    );
    return whole && judged <= size.worst;
  } finally {
    direct?.disconnect();
    for (const crowd of crowds) crowd.close();
    for (const child of children) child.kill('SIGKILL');
  }
}
