import { Client } from 'pg';
import type { DataSetView, OpenModeView, ProblemView, Role } from '#libs/contracts';
import { attack } from '#libs/disclosure';
import { GateEngine, GateService } from '#libs/mirror';
import { Secrets, systemActor } from '#libs/platform';
import { makeActor, makeGroup, makeRegion } from '#libs/testing';
import { openTestApp, type Answer, type TestApp } from '../../../apps/api/test/test-app.js';
import { judge, type GateJob } from '../../../libs/mirror/src/releases/gate.rules.js';
import { diagnosticsFile, listFile, PRACTICES, referralsFile, type Delivered } from './truth.js';

/** Somebody who reads: where, as what, and with which cookie. */
export interface Reader {
  name: string;
  role: Role | null;
  /** Who has two roles. */
  also?: Role | null;
  /** Numbers of the practices whose own people this is. */
  practices: number[];
  cookie: string | null;
}

export interface FigureRegion {
  api: TestApp;
  id: string;
  /** Ids of the practices, in the order of `PRACTICES`. */
  practices: string[];
  groups: { id: string; name: string; members: number[] }[];
  steward: string;
  coordinator: string;
  /** Everything that was approved, in order: what a reader is kept from. */
  delivered: Delivered[];
  /** Files as they were sent. */
  files: Buffer[];
  /** A fresh session of somebody: each has a share of exports of its own. */
  reader(
    name: string,
    role: Role,
    practices?: number[],
    scopeId?: string,
    /** A second role, over the region. */
    also?: Role,
  ): Promise<Reader>;
  call<T = ProblemView>(
    cookie: string | null,
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  /** Loads by one person and approves by another; nothing is released yet. */
  deliver(source: string, made: Delivered, supersedes?: string): Promise<string>;
  /** Which practice every released number is of, as the ledger keeps it: `release|measure|item|practice`. */
  shown: Set<string>;
  /** Judges everything that waits. */
  work(): Promise<number>;
  /** As who owns the database: to plant what the product would never write. */
  owner: Client;
  close(): Promise<void>;
}

const OCTETS = { 'content-type': 'application/octet-stream' };

/** The groups of the region: six practices, five practices, and one of them in both. */
export const GROUPS = [
  { name: 'Groep Noord', members: [0, 1, 2, 3, 4, 5] },
  { name: 'Groep Zuid', members: [5, 6, 7, 8, 9] },
] as const;

/**
 * A small region through the product's own doors: practices, sources, files, approval by a second person. The groups are put in as published
 * rounds, because forming chooses its own.
 */
export async function openFigureRegion(): Promise<FigureRegion> {
  const api = await openTestApp();
  await api.app.listen(0, '127.0.0.1');
  // the very computation of the gate, in this process: its thread would run what was built last
  Object.assign(api.app.get(GateEngine), { judge: (job: GateJob) => judge(job, attack) });
  const { database } = api.test;
  const { id } = await makeRegion(database, { name: 'Regio Vlierstreek' });
  const owner = new Client({ connectionString: api.test.superUrl });
  await owner.connect();
  const staff = async (role: Role): Promise<string> => api.cookieFor(await makeActor(database, id, role));
  const [steward, coordinator] = [await staff('data-steward'), await staff('region-coordinator')];
  const call: FigureRegion['call'] = (cookie, method, url, body, headers) =>
    api.call(method, url, { ...(cookie ? { cookie } : {}), body, ...(headers ? { headers } : {}) });
  const must = async <T>(
    cookie: string,
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T> => {
    const answer = await call<T>(cookie, method, url, body, headers);
    if (answer.status >= 300)
      throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const practices: string[] = [];
  for (const { name, agb, listed } of PRACTICES) {
    const body = { name, agb, town: 'Vlierdam', listSize: listed };
    practices.push((await must<{ id: string }>(coordinator, 'POST', '/api/practices', body)).id);
  }
  const groups = [];
  for (const { name, members } of GROUPS) {
    const made = await makeGroup(database, id, { practices: members.map((n) => practices[n]!), name });
    groups.push({ id: made.id, name, members: [...members] });
  }
  const sources = new Map<string, string>();
  const files: Buffer[] = [];
  const delivered: Delivered[] = [];
  const shown = new Set<string>();
  return {
    api,
    id,
    practices,
    groups,
    steward,
    coordinator,
    delivered,
    files,
    call,
    owner,
    async reader(name, role, own = [], scopeId, also) {
      const scope = own.length > 0 ? practices[own[0]!] : scopeId;
      const actor = await makeActor(database, id, role, scope ? { scopeId: scope } : {});
      if (also)
        await database.transaction(systemActor(id), () =>
          database.query(
            `insert into role_assignment (id, region_id, person_id, role, scope_kind) values (uuidv7(), $1, $2, $3, 'region')`,
            [id, actor.personId, also],
          ),
        );
      return { name, role, also: also ?? null, practices: own, cookie: await api.cookieFor(actor) };
    },
    async deliver(kind, made, supersedes) {
      if (!sources.has(kind)) {
        const body = { name: `Bron ${kind}`, system: 'ZorgDomein', supplier: 'Proef', kind };
        const limitations = ['Brieven per post tellen niet mee.'];
        const source = await must<{ id: string }>(steward, 'POST', '/api/data-sources', {
          ...body,
          limitations,
        });
        sources.set(kind, source.id);
      }
      const file =
        kind === 'list-sizes'
          ? listFile(made)
          : kind === 'referrals'
            ? referralsFile(made)
            : diagnosticsFile(made);
      files.push(file.bytes);
      const announced = await must<DataSetView>(
        steward,
        'POST',
        `/api/data-sources/${sources.get(kind)}/data-sets`,
        {
          fileName: `${kind}.csv`,
          bytes: file.bytes.length,
          mapping: file.mapping,
          ...(supersedes ? { supersedes, why: 'Regels ontbraken.' } : {}),
        },
      );
      const loaded = await must<DataSetView>(
        steward,
        'PUT',
        `/api/data-sets/${announced.id}/file`,
        file.bytes,
        OCTETS,
      );
      if (loaded.state !== 'checked' || loaded.refusedRows > 0)
        throw new Error(`The file of ${kind} was not read: ${JSON.stringify(loaded)}`);
      await must(coordinator, 'POST', `/api/data-sets/${loaded.id}/approve`);
      delivered.push({ ...made, dataSetId: loaded.id });
      return loaded.id;
    },
    shown,
    async work() {
      const done = await api.app.get(GateService).work(id);
      const { rows } = await owner.query<{ release: string; key: string }>(
        'select release_id as release, key from ledger_statement where region_id = $1',
        [id],
      );
      for (const { release, key } of rows) shown.add(`${release.replaceAll('-', '')}|${key}`);
      return done;
    },
    async close() {
      await owner.end();
      await api.close();
    },
  };
}

/** What the members of a group agree on when they show figures by name. */
export async function agree(
  region: FigureRegion,
  group: FigureRegion['groups'][number],
  scope: { measures: string[]; period: { from: string; toExclusive: string }; exportAllowed: boolean },
): Promise<{ mode: OpenModeView; holders: Reader[] }> {
  const holders = [];
  for (const n of group.members) holders.push(await region.reader(`holder ${n}`, 'practice-holder', [n]));
  const endsOn = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
  const wish = { ...scope, granularity: 'year', viewers: ['practice-holder'], endsOn };
  const first = holders[0]!.cookie;
  const url = `/api/groups/${group.id}/open-mode`;
  const { body: mode } = await region.call<OpenModeView>(first, 'POST', url, wish);
  for (const holder of holders) {
    const body = { practiceId: region.practices[holder.practices[0]!], scopeHash: mode.scopeHash };
    await region.call(holder.cookie, 'POST', `/api/open-modes/${mode.id}/code`, body);
    const { rows } = await region.owner.query<{ id: string }>(
      `select id from confirmation where about like '%' || $1 || '%' order by id desc limit 1`,
      [`${mode.id} ${body.practiceId}`],
    );
    const code = region.api.app.get(Secrets).code(rows[0]!.id);
    const signed = await region.call(holder.cookie, 'POST', `/api/open-modes/${mode.id}/sign`, {
      ...body,
      code,
    });
    if (signed.status !== 200) throw new Error(`Not signed: ${JSON.stringify(signed.body)}`);
  }
  return { mode, holders };
}
