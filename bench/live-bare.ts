import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import type { LiveFact } from '#libs/contracts';

/**
 * What telling a room costs at least: socket.io by itself, nobody checked. One socket tells, the others hear. `tell` keeps nothing; `keep`
 * first does what has to be done so that who was away can be told later: numbers it and writes it down, in a transaction of the region.
 */
const [, , port, databaseUrl, regionId] = process.argv as [string, string, string, string, string];
const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, pipeline: true } as pg.PoolConfig);

/** One row per room that is told something, in one transaction. */
async function keepAll(told: readonly LiveFact[]): Promise<void> {
  const client = await pool.connect();
  try {
    const opening = Promise.all([
      client.query('begin'),
      client.query(`select set_config('app.region_id', $1, true)`, [regionId]),
    ]);
    await client.query(
      `with moved as (
         insert into room (region_id, name, version) select current_region(), name, 1 from unnest($1::text[]) as name order by name
         on conflict (region_id, name) do update set version = room.version + 1 returning region_id, name, version)
       insert into live_fact (region_id, room, version, content)
       select region_id, name, version, content from moved join unnest($1::text[], $2::jsonb[]) as t (name, content) using (name)`,
      [told.map(({ room }) => `bare/${room}`), told.map(({ fact }) => JSON.stringify(fact))],
    );
    await opening;
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function keep({ room, fact }: LiveFact): Promise<number> {
  const client = await pool.connect();
  try {
    const opening = Promise.all([
      client.query('begin'),
      client.query(`select set_config('app.region_id', $1, true)`, [regionId]),
    ]);
    const { rows } = await client.query<{ version: number }>(
      `with moved as (
         insert into room (region_id, name, version) values (current_region(), $1, 1)
         on conflict (region_id, name) do update set version = room.version + 1 returning region_id, version)
       insert into live_fact (region_id, room, version, content) select region_id, $1, version, $2::jsonb from moved returning version`,
      [`bare/${room}`, JSON.stringify(fact)],
    );
    await opening;
    await client.query('commit');
    return rows[0]?.version ?? 0;
  } finally {
    client.release();
  }
}

/** One after the other, as screens have to hear it. */
let turn = Promise.resolve();
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  socket.on('join', (room: string, ack: (reply: { version: number; now: number }) => void) => {
    void socket.join(room);
    ack({ version: 0, now: Date.now() });
  });
  socket.on('tell', (live: LiveFact, ack: () => void) => {
    io.to(live.room).emit('live', live);
    ack();
  });
  socket.on('keep-all', (told: LiveFact[], ack: () => void) => {
    turn = turn.then(async () => {
      await keepAll(told);
      for (const live of told) io.to(live.room).emit('live', live);
      ack();
    });
  });
  socket.on('keep', (live: LiveFact, ack: () => void) => {
    turn = turn.then(async () => {
      await keep(live);
      io.to(live.room).emit('live', live);
      ack();
    });
  });
});
http.listen(Number(port), '127.0.0.1');
