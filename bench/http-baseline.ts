import fastify from 'fastify';
import pg from 'pg';
import { groupPage, type Onlooker } from '../libs/intervision/src/groups/groups.queries.js';
import { sha256 } from '#libs/platform';

/**
 * What the group page costs at least: bare Fastify and pg, no framework, no guards, no validation. `tenant` runs the same SQL
 * as Leerkring (session, transaction of the region, page) in the same way; `plain` leaves the tenant transaction out.
 */
const [, , port, databaseUrl, mode, regionId] = process.argv as [
  string,
  string,
  string,
  string,
  'tenant' | 'plain',
  string,
];
const pool = new pg.Pool({
  connectionString: databaseUrl,
  max: 20,
  pipeline: true,
  // without a transaction the region is a property of the connection: only possible when there is one region
  ...(mode === 'plain' ? { options: `-c app.region_id=${regionId}` } : {}),
} as pg.PoolConfig);

interface Opened {
  regionId: string;
  roles: { role: string; scopeKind: string; scopeId: string | null }[];
}
const asking = (client: Pick<pg.PoolClient, 'query'>) => ({
  query: async <Row>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as Row[],
});

const app = fastify();
app.get<{ Params: { id: string } }>('/api/groups/:id', async (request) => {
  const token = /leerkring-local=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const session = await pool.query<{ opened: Opened }>('select session_open($1, $2, $3) as opened', [
    sha256(token),
    new Date(),
    '30 minutes',
  ]);
  const opened = (session.rows[0] as { opened: Opened }).opened;
  const onlooker: Onlooker = {
    all: false,
    own: opened.roles.filter((held) => held.scopeKind === 'practice').map((held) => held.scopeId as string),
    advised: [],
    led: [],
  };
  const client = await pool.connect();
  try {
    if (mode === 'plain') return await groupPage(asking(client) as never, request.params.id, onlooker);
    const opening = Promise.all([
      client.query('begin'),
      client.query(`select set_config('app.region_id', $1, true)`, [opened.regionId]),
    ]);
    const page = await groupPage(asking(client) as never, request.params.id, onlooker);
    await opening;
    await client.query('commit');
    return page;
  } finally {
    client.release();
  }
});
await app.listen({ port: Number(port), host: '127.0.0.1' });
