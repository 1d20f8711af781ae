import { randomInt } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Client } from 'pg';
import type { WalTransaction } from './write-ahead-log.js';

/** One row of the dump with what PostgreSQL does not show unasked. */
interface DumpedRow {
  table: string;
  xmin: number;
  /** Where it lies: page and line. */
  place: number;
  values: Record<string, unknown>;
  text: string;
}
/** What one transaction, or one statement outside any, left in the server's log. */
interface LoggedTransaction {
  order: number;
  text: string;
}
/** An invitation, an opened ballot or an opened text, with all that the adversary knows of it. */
export interface Party {
  id: string;
  xmin: number;
  /** Whatever could betray an order. */
  signals: Record<string, number | string>;
  /** What its own transaction wrote. */
  log: string;
  wal: Buffer;
  /** What would stand there if it were about this one. */
  marks: string[];
  /** Rows of any table that name it. */
  namedIn: ReadonlySet<number>;
  role: string | null;
  theme: string | null;
}
/** One campaign as the adversary sees it. */
export interface Case {
  campaignId: string;
  invitations: Party[];
  ballots: Party[];
  texts: Party[];
}
/** Who is linked to whom, by one way of guessing. */
export type Guesses = Map<string, string>;

/** Ids, and the words that the simulated texts are known by. */
const NAMES = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|zz[a-z]{12}/g;

/** Every row of every table of the database, partitions and queues included. */
async function dump(client: Client): Promise<DumpedRow[]> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`);
  const rows: DumpedRow[] = [];
  for (const { name } of tables) {
    const found = await client.query<{ ctid: string; xmin: string; text: string }>(
      `select ctid::text, xmin::text, to_jsonb(t)::text as text from ${name} t`,
    );
    for (const { ctid, xmin, text } of found.rows) {
      const [page, line] = ctid.slice(1, -1).split(',').map(Number) as [number, number];
      const values = JSON.parse(text) as Record<string, unknown>;
      rows.push({ table: name, xmin: Number(xmin), place: page * 10_000 + line, values, text });
    }
  }
  return rows;
}

/** The statements of the server's log from a place in the file on, put together by connection and transaction. */
export function readLog(file: string, from: number): LoggedTransaction[] {
  const handle = openSync(file, 'r');
  const bytes = Buffer.alloc(fstatSync(handle).size - from);
  readSync(handle, bytes, 0, bytes.length, from);
  closeSync(handle);
  const done: LoggedTransaction[] = [];
  const open = new Map<string, LoggedTransaction>();
  let current: LoggedTransaction | null = null;
  for (const line of bytes.toString('utf8').split('\n')) {
    const [, pid, said] = /^\d{4}-\d\d-\d\d [^|]*\|(\d+)\|(.*)$/.exec(line) ?? [];
    if (pid !== undefined && /^LOG: /.test(said!)) {
      const known = open.get(pid);
      current = known ?? { order: done.length, text: '' };
      if (!known) done.push(current);
      if (/: begin/i.test(said!)) open.set(pid, current);
      if (/: (commit|rollback)/i.test(said!)) open.delete(pid);
    }
    // details and the further lines of a statement follow it at once
    if (current) current.text += `${said ?? line}\n`;
  }
  return done;
}

/** Puts together what dump, write-ahead log and server log say about each campaign. */
export async function gather(
  client: Client,
  wal: Map<number, WalTransaction>,
  log: LoggedTransaction[],
): Promise<Case[]> {
  const rows = await dump(client);
  const naming = new Map<string, Set<number>>();
  for (const [k, row] of rows.entries())
    for (const name of row.text.match(NAMES) ?? []) {
      const known = naming.get(name) ?? new Set();
      naming.set(name, known.add(k));
    }
  const named = (...names: string[]): Set<number> =>
    new Set(names.flatMap((name) => [...(naming.get(name) ?? [])]));
  const answering = new Map<string, LoggedTransaction>();
  const opening = new Map<string, LoggedTransaction[]>();
  for (const one of log) {
    if (/set used = true/.test(one.text))
      for (const name of one.text.match(NAMES) ?? []) answering.set(name, one);
    if (/into opened_/.test(one.text))
      for (const name of new Set(one.text.match(NAMES)))
        opening.set(name, [...(opening.get(name) ?? []), one]);
  }
  const of = (table: RegExp, campaignId: unknown): DumpedRow[] =>
    byCampaign.get(String(campaignId))?.filter((row) => table.test(row.table)) ?? [];
  const byCampaign = new Map<string, DumpedRow[]>();
  for (const row of rows) {
    const campaign = String(row.values.campaign_id ?? '');
    byCampaign.set(campaign, [...(byCampaign.get(campaign) ?? []), row]);
  }

  const party = (row: DumpedRow, more: Partial<Party> & { own: Record<string, number | string> }): Party => {
    const { own, ...rest } = more;
    const bodies = wal.get(row.xmin)?.bodies ?? [];
    const id = String(row.values.id);
    return {
      id,
      xmin: row.xmin,
      signals: { xmin: row.xmin, place: row.place, id, ...own },
      log: '',
      wal: Buffer.concat(bodies),
      marks: [],
      namedIn: named(id),
      role: (row.values.role as string | null) ?? null,
      theme: (row.values.theme as string | null) ?? null,
      ...rest,
    };
  };
  /** Where something was written down when it was opened. */
  const written = (campaignId: string, mark: string): number => {
    for (const one of opening.get(campaignId) ?? []) {
      const at = one.text.indexOf(mark);
      if (at >= 0) return one.order * 1e7 + at;
    }
    return 0;
  };

  return rows
    .filter((row) => row.table === 'public.campaign')
    .map((row): Case => {
      const campaignId = String(row.values.id);
      const used = of(/^public\.invitation$/, campaignId).filter(({ values }) => values.used === true);
      return {
        campaignId,
        invitations: used.map((one) => {
          const logged = answering.get(String(one.values.id));
          const sealed = [...(logged?.text.matchAll(/'\\x([0-9a-f]+)'/g) ?? [])];
          const bodies = wal.get(one.xmin)?.bodies ?? [];
          return party(one, {
            log: logged?.text ?? '',
            namedIn: named(String(one.values.id), String(one.values.person_id)),
            own: {
              committed: wal.get(one.xmin)?.committed ?? 0,
              logged: logged?.order ?? 0,
              size: Math.max(0, ...sealed.map(([, hex]) => hex!.length)),
              walSize: bodies.reduce((sum, body) => sum + body.length, 0),
            },
          });
        }),
        ballots: of(/^public\.opened_ballot/, campaignId).map((one) => {
          const answers = Object.entries(one.values.answers as Record<string, unknown>);
          // as PostgreSQL writes a value down
          const marks = answers.map(([item, answer]) =>
            JSON.stringify({ [item]: answer })
              .slice(1, -1)
              .replace(/([:,])(?=["{[\d])/g, '$1 '),
          );
          return party(one, {
            marks: [String(one.values.id), ...marks],
            own: {
              size: JSON.stringify(one.values.answers).length,
              logged: written(campaignId, marks.find((mark) => mark.startsWith('"grade"')) ?? ''),
            },
          });
        }),
        texts: of(/^public\.opened_text$/, campaignId).map((one) => {
          const original = String(one.values.original);
          return party(one, {
            marks: [String(one.values.id), original, original.slice(0, 24)],
            namedIn: named(String(one.values.id), ...(original.match(NAMES) ?? [])),
            own: { size: original.length, logged: written(campaignId, original) },
          });
        }),
      };
    });
}

function shuffledCopy<T>(list: readonly T[]): T[] {
  const copy = [...list];
  for (let k = copy.length - 1; k > 0; k--) {
    const other = randomInt(k + 1);
    [copy[k], copy[other]] = [copy[other] as T, copy[k] as T];
  }
  return copy;
}

/** In the order of a signal; what it does not tell apart, in any order. */
const inOrder = (parties: readonly Party[], signal: string): Party[] =>
  shuffledCopy(parties).sort((a, b) => {
    const [x, y] = [a.signals[signal]!, b.signals[signal]!];
    return x < y ? -1 : x > y ? 1 : 0;
  });

/** Ways to hold one against the other that need no order: how much speaks for the two being the same person's. */
const CLUES: Record<string, (source: Party, target: Party) => number> = {
  'same transaction': (source, target) => Number(source.xmin === target.xmin),
  'found in its log': (source, target) => target.marks.filter((mark) => source.log.includes(mark)).length,
  'found in its WAL': (source, target) => target.marks.filter((mark) => source.wal.includes(mark)).length,
  'one row names both': (source, target) =>
    [...source.namedIn].filter((row) => target.namedIn.has(row)).length,
  'same labels': (source, target) =>
    Number(source.role === target.role) + Number(source.theme === target.theme),
};

/** All guesses at which target belongs to which source: every pair of orders, forwards and backwards, and every clue. */
export function guess(sources: readonly Party[], targets: readonly Party[]): Map<string, Guesses> {
  const all = new Map<string, Guesses>();
  for (const s of Object.keys(sources[0]?.signals ?? {}))
    for (const t of Object.keys(targets[0]?.signals ?? {})) {
      const [from, to] = [inOrder(sources, s), inOrder(targets, t)];
      for (const [direction, line] of [
        ['', to],
        [' backwards', [...to].reverse()],
      ] as const)
        all.set(
          `${s} → ${t}${direction}`,
          new Map(from.map((source, k) => [source.id, line[k % line.length]!.id])),
        );
    }
  for (const [clue, speaks] of Object.entries(CLUES))
    all.set(
      clue,
      new Map(
        sources.map((source) => {
          const tried = shuffledCopy(targets).map((target) => ({ target, score: speaks(source, target) }));
          const best = tried.reduce((a, b) => (b.score > a.score ? b : a));
          return [source.id, best.target.id];
        }),
      ),
    );
  return all;
}

/** Ranks from 0, the mean rank for what a signal does not tell apart. */
function ranks(values: readonly (number | string)[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same - 1) / 2;
  });
}

/** Spearman's rank correlation of two signals over linked pairs; 0 when one of them tells nothing apart. */
export function spearman(x: readonly (number | string)[], y: readonly (number | string)[]): number {
  const [a, b] = [ranks(x), ranks(y)];
  const mean = (a.length - 1) / 2;
  const product = (p: number[], q: number[]): number =>
    p.reduce((sum, value, k) => sum + (value - mean) * (q[k]! - mean), 0);
  const scale = Math.sqrt(product(a, a) * product(b, b));
  return scale === 0 ? 0 : product(a, b) / scale;
}
