import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import {
  DataSource,
  QueryFailedError,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type QueryRunner,
  type Repository,
} from 'typeorm';
import type { Actor } from './actor.js';
import { isId } from './ids.js';

interface Scope {
  regionId: string;
  manager: EntityManager;
  beforeCommit: (() => Promise<void>)[];
  afterCommit: (() => void | Promise<void>)[];
}

/** The parts of pg's client and TypeORM's runner that opening a transaction in one flight needs. */
interface PipelinedClient {
  pipeline: boolean;
  query(text: string, values?: unknown[]): Promise<unknown>;
  query(named: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
  query(copy: CopyStreamQuery): CopyStreamQuery;
}
interface RunnerState {
  isTransactionActive: boolean;
  transactionDepth: number;
}

/**
 * The only way to the database (architecture §5). A transaction belongs to one region: row-level security shows it that
 * region and nothing else, and the manager travels in AsyncLocalStorage, so no query can forget where it is.
 */
export class Database {
  private readonly scopes = new AsyncLocalStorage<Scope>();

  constructor(readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction of the actor's region; joins the transaction that is already open, if any.
   * @throws when `work` throws (everything is rolled back), or when an open transaction belongs to another region.
   */
  async transaction<T>(
    actor: Pick<Actor, 'regionId'>,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const open = this.scopes.getStore();
    if (open) {
      if (open.regionId !== actor.regionId)
        throw new Error('A transaction of one region cannot reach into another region.');
      return work(open.manager);
    }
    if (!isId(actor.regionId)) throw new Error('A transaction needs the id of its region.');
    const runner = this.source.createQueryRunner();
    let client: PipelinedClient | null = null;
    try {
      const { opening, client: opened } = await this.begin(runner, actor.regionId);
      client = opened;
      const scope: Scope = {
        regionId: actor.regionId,
        manager: runner.manager,
        beforeCommit: [],
        afterCommit: [],
      };
      let result: T;
      try {
        result = await this.scopes.run(scope, async () => {
          const value = await work(runner.manager);
          for (const step of scope.beforeCommit) await step();
          return value;
        });
        await opening;
        await runner.commitTransaction();
      } catch (error) {
        await opening.catch(() => undefined);
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
      for (const step of scope.afterCommit) await step();
      return result;
    } finally {
      if (client) client.pipeline = true; // a copy that broke off has left it out of the pipeline
      await runner.release();
    }
  }

  /**
   * Sends BEGIN and the region ahead of the first query without waiting for their answers: pg keeps the order, the work
   * starts one round trip earlier. If either failed, the region is not set and row-level security shows nothing.
   */
  private async begin(
    runner: QueryRunner,
    regionId: string,
  ): Promise<{ opening: Promise<unknown>; client: PipelinedClient }> {
    const client = (await runner.connect()) as PipelinedClient;
    const state = runner as unknown as RunnerState;
    state.isTransactionActive = true;
    state.transactionDepth = 1;
    const opening = Promise.all([
      client.query('begin'),
      client.query(`select set_config('app.region_id', $1, true)`, [regionId]),
    ]);
    opening.catch(() => undefined); // awaited before COMMIT; until then a failure must not count as unhandled
    return { opening, client };
  }

  /** The manager of the transaction that is open here. @throws outside one. */
  get manager(): EntityManager {
    const open = this.scopes.getStore();
    if (!open)
      throw new Error(
        'A query was asked for outside a transaction: open one with Database.transaction(actor, work).',
      );
    return open.manager;
  }

  repository<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.manager.getRepository(entity);
  }

  /** Raw SQL inside the open transaction; the rows it returns, of an UPDATE … RETURNING too. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const runner = this.manager.queryRunner as QueryRunner;
    // structured: TypeORM's plain answer to an UPDATE is a pair of rows and a count
    const { records } = await runner.query(sql, parameters, true);
    return records as Row[];
  }

  /**
   * The same for a read that a page repeats at every look: each connection keeps its plan, where planning takes longer than reading a
   * few rows by their keys. Of the text only: values go in as parameters, so there are as many plans as statements in the code.
   */
  async prepared<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const runner = this.manager.queryRunner as QueryRunner;
    const client = (await runner.connect()) as PipelinedClient;
    this.source.logger.logQuery(sql, parameters, runner);
    try {
      const { rows } = await client.query({ name: planName(sql), text: sql, values: parameters });
      return rows as Row[];
    } catch (error) {
      this.source.logger.logQueryError(error as Error, sql, parameters, runner);
      throw new QueryFailedError(sql, parameters, error as Error);
    }
  }

  /**
   * COPY … FROM STDIN inside the open transaction: `write` fills the stream and heeds its `false`; it is ended here.
   * @returns how many rows PostgreSQL took. @throws what `write` throws, or PostgreSQL; the transaction is then of no more use
   */
  async copyIn(sql: string, write: (copy: Writable) => Promise<void>): Promise<number> {
    const runner = this.manager.queryRunner as QueryRunner;
    const client = (await runner.connect()) as PipelinedClient;
    await this.query('select 1'); // everything that was sent ahead has been answered
    client.pipeline = false; // pg refuses streams on a pipelined connection
    const copy = client.query(copyFrom(sql));
    const ended = finished(copy);
    ended.catch(() => undefined); // awaited below; until then a failure must not count as unhandled
    try {
      await Promise.race([write(copy), ended]);
      copy.end();
      await ended;
    } catch (error) {
      if (!copy.destroyed) copy.destroy(error as Error);
      await ended.catch(() => undefined);
      throw error;
    }
    client.pipeline = true;
    return copy.rowCount;
  }

  /**
   * Runs part of the open transaction as another role, one that may do that and nothing else: the mixer opens ballots, the
   * reminder writes to who has not answered and cannot read answers (decisions: Doors and identities).
   */
  async as<T>(role: 'leerkring_mixer' | 'leerkring_reminder', work: () => Promise<T>): Promise<T> {
    await this.query(`set local role ${role}`);
    const result = await work(); // when this throws, the transaction ends, and the role with it
    await this.query('set local role none');
    return result;
  }

  /**
   * A SECURITY DEFINER function outside any region: sign-in, sessions, set-up, due regions. The only door to the tables
   * without a region (decisions: Doors and identities).
   */
  async definer<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.source.query(sql, parameters) as Promise<Row[]>;
  }

  /** Last step before COMMIT, e.g. appending the audit entries. */
  beforeCommit(step: () => Promise<void>): void {
    this.scope().beforeCommit.push(step);
  }

  /** Runs when the transaction is really there, e.g. waking a queue. Immediately when no transaction is open. */
  afterCommit(step: () => void | Promise<void>): void {
    const open = this.scopes.getStore();
    if (open) open.afterCommit.push(step);
    else void step();
  }

  get inTransaction(): boolean {
    return this.scopes.getStore() !== undefined;
  }

  private scope(): Scope {
    const open = this.scopes.getStore();
    if (!open) throw new Error('This belongs inside a transaction.');
    return open;
  }
}

const planNames = new Map<string, string>();

/** PostgreSQL cuts names at 63 bytes, so a statement goes by the hash of its text. */
function planName(sql: string): string {
  let name = planNames.get(sql);
  if (name === undefined) {
    name = `lk_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
    planNames.set(sql, name);
  }
  return name;
}
