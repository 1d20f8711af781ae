import { Readable, type Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { dataSetRoom } from '#libs/contracts';
import { allow, Clock, Database, DomainError, Rooms, Secrets, type Actor } from '#libs/platform';
import { streamTable, TabularError, type TableRow } from '#libs/tabular';
import { headingsPrint } from '../sources/extract-fields.rules.js';
import { DataSourcesService } from '../sources/data-sources.service.js';
import { unreadable } from '../sources/look.rules.js';
import { AtomWriter } from './atom-writer.rules.js';
import { DataSet } from './data-set.entity.js';
import { DataSetsQueries } from './data-sets.queries.js';
import { checkedColumns, limitsFor, pieces } from './extract-file.rules.js';
import { NoListSize } from './listed.rules.js';
import { LoadedExtracts } from './loaded-extracts.service.js';
import { practiceIndex, RowReader, TooManyValues, type KnownPractice } from './rows.rules.js';
import { ExtractTally } from './tally.rules.js';

/** A process that loads says so this often; one that was not heard of for the other time is dead. */
const HEARTBEAT_MS = 1_000;
export const DEAD_AFTER_MS = 120_000;
/** Files of one region at once: each holds a connection for as long as its upload takes. */
const MOST_AT_ONCE = 3;
/** Rows after which sockets and other work of the process get their turn. */
const BREATHE_EVERY = 20_000;

const COLUMNS =
  'region_id, data_set_id, practice_id, item, starts, months, sex, age, count, urgent, consults, row';

/** What is known of a load while it runs; read by its heartbeat and, when it fails, by what is kept of it. */
interface Load {
  bytes: number;
  of: number;
  tally: ExtractTally | null;
}

/**
 * Reads a file straight into the place for its figures: bytes to rows to COPY, in one transaction that leaves nothing behind
 * when it breaks. Nothing of the file is stored.
 */
@Injectable()
export class ExtractLoading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly secrets: Secrets,
    private readonly sources: DataSourcesService,
    private readonly queries: DataSetsQueries,
    private readonly loaded: LoadedExtracts,
  ) {}

  /**
   * Loads the file of a data set that waits for it.
   * @throws data-set.not-checked when it does not wait for a file · extract.busy · extract.field-missing · extract.free-text ·
   *   extract.nothing-read · upload.too-large · upload.empty · upload.unreadable; after all but the first two the data set failed
   */
  async load(actor: Actor, dataSetId: string, body: Readable): Promise<void> {
    const set = await this.claim(actor, dataSetId);
    const load: Load = { bytes: 0, of: Number(set.bytes), tally: null };
    const heartbeat = this.heartbeat(actor, dataSetId, load);
    try {
      await this.database.transaction(actor, () => this.read(actor, set, body, load));
      await this.rooms.progress(actor.regionId, dataSetRoom(dataSetId), { phase: 'checked', fraction: 1 });
    } catch (error) {
      body.destroy();
      const problem = readable(error);
      // what cannot be noted now, such as when the database is away, the sweep notes
      await this.fail(actor, dataSetId, load.tally, problem).catch(() => undefined);
      throw problem;
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** One load of a source at a time, and few of a region. */
  private claim(actor: Actor, dataSetId: string): Promise<DataSet> {
    return this.database.transaction(actor, async () => {
      await this.database.query(`select pg_advisory_xact_lock(hashtextextended('extracts ' || $1, 0))`, [
        actor.regionId,
      ]);
      const set = await this.queries.lock(dataSetId);
      allow(set.state === 'loading', 'data-set.not-checked');
      const now = this.clock.now();
      const running = await this.database.query<{ source: string }>(
        `select source_id as source from data_set where state = 'loading' and heard_at > $1`,
        [new Date(now.getTime() - DEAD_AFTER_MS)],
      );
      const busy = running.length >= MOST_AT_ONCE || running.some((one) => one.source === set.sourceId);
      allow(!busy && set.heardAt === null, 'extract.busy');
      await this.database.repository(DataSet).update(set.id, { heardAt: now });
      return set;
    });
  }

  /** Tells how far it is, outside the transaction of the load. */
  private heartbeat(actor: Actor, dataSetId: string, load: Load): NodeJS.Timeout {
    const room = dataSetRoom(dataSetId);
    let busy = false;
    const beat = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      try {
        // the last bytes are not the end: the checks follow
        const fraction = load.of > 0 ? Math.min(0.95, (load.bytes / load.of) * 0.95) : 0;
        await this.database.transaction({ regionId: actor.regionId }, () =>
          this.database.query(
            `update data_set set fraction = $2, heard_at = $3 where id = $1 and state = 'loading'`,
            [dataSetId, fraction, this.clock.now()],
          ),
        );
        await this.rooms.progress(actor.regionId, room, {
          phase: fraction < 0.95 ? 'reading' : 'checking',
          fraction,
        });
      } catch {
        // the next beat tells it
      } finally {
        busy = false;
      }
    };
    return setInterval(() => void beat(), HEARTBEAT_MS);
  }

  private async read(actor: Actor, set: DataSet, body: Readable, load: Load): Promise<void> {
    const source = await this.sources.open(set.sourceId);
    const [place] = await this.database.query<{ name: string }>(`select atoms_prepare($1) as name`, [set.id]);
    const practices = await this.database.query<KnownPractice>(
      `select id, name, agb, archived_at is not null as archived from practice order by name, id`,
    );
    const commitment = this.secrets.commitment();
    const file = await this.open(body, (piece) => {
      commitment.update(piece);
      load.bytes += piece.length;
      if (load.bytes > load.of) throw wrongSize();
    });
    const batches = file.batches[Symbol.asyncIterator]();
    const first = await batches.next();
    const head: TableRow[] = first.done ? [] : first.value;
    const { columns, style } = checkedColumns(source.kind, file.headings, head, set.mapping);
    const reading = set.format.reading!;
    const reader = new RowReader(
      source.kind,
      columns,
      reading,
      practiceIndex(practices, source.aliases),
      style,
    );
    const tally = new ExtractTally(source.kind, reading, reader);
    load.tally = tally;
    const writer = new AtomWriter(actor.regionId, set.id, practices, reader);
    const copy = `copy ${place!.name} (${COLUMNS}) from stdin`;
    const rows = async function* (): AsyncGenerator<TableRow[]> {
      yield head;
      for (;;) {
        const next = await batches.next();
        if (next.done) return;
        yield next.value;
      }
    };
    if (tally.direct) await this.database.copyIn(copy, (to) => takeIn(rows(), reader, tally, writer, to));
    else await takeIn(rows(), reader, tally, writer, null);
    if (load.bytes !== load.of) throw wrongSize();

    const tallied = await stepwise(tally.finish());
    if (!tally.direct) await this.database.copyIn(copy, (to) => writer.writeAll(tallied.atoms, to));
    tally.release();
    if (tallied.forget.length > 0)
      await this.database.query(`select atoms_forget($1, $2)`, [set.id, tallied.forget]);
    const [sealed] = await this.database.query<{ total: number }>(`select atoms_seal($1)::float8 as total`, [
      set.id,
    ]);
    const stored = source.kind === 'list-sizes' ? 0 : tallied.read;
    if (sealed?.total !== stored)
      throw new Error(`${sealed?.total} figures were stored and ${stored} were read.`);
    if (tallied.listed.length + tallied.read === 0)
      throw new DomainError('extract.nothing-read', { rows: tally.rows, refused: tally.refusals.rows });
    const mapping = Object.fromEntries([...columns].map(([field, at]) => [file.headings[at]!, field]));
    Object.assign(set, {
      format: {
        kind: file.format.kind,
        encoding: file.format.encoding,
        separator: file.format.separator,
        reading,
      },
      mapping,
      commitment: `hmac-sha256:${commitment.digest('hex')}`,
    });
    await this.loaded.keep(actor, { source, set, practices, reader, tally, tallied, strata: writer.strata });
    await this.sources.remember(source.id, headingsPrint(file.headings), { mapping, reading });
  }

  /** Opens the file with the limits of what it turns out to be. */
  private async open(
    body: Readable,
    onPiece: (piece: Buffer) => void,
  ): Promise<Awaited<ReturnType<typeof streamTable>>> {
    const source = pieces(body);
    const first = await source.next();
    if (first.done) throw new DomainError('upload.empty');
    const all = async function* (): AsyncGenerator<Buffer> {
      try {
        onPiece(first.value);
        yield first.value;
        for await (const piece of source) {
          onPiece(piece);
          yield piece;
        }
      } finally {
        await source.return(undefined); // a file that is refused by its first bytes is not waited for
      }
    };
    return streamTable(Readable.from(all()), { limits: limitsFor(first.value) });
  }

  /** Notes that a load broke, with the rows that were refused until then: they say why. */
  private fail(actor: Actor, dataSetId: string, tally: ExtractTally | null, problem: Error): Promise<void> {
    return this.database.transaction(actor, async () => {
      const set = await this.queries.lock(dataSetId);
      if (set.state !== 'loading') return;
      const now = this.clock.now();
      await this.database.repository(DataSet).update(set.id, {
        state: 'failed',
        rows: tally?.rows ?? 0,
        refusedRows: tally?.refusals.rows ?? 0,
        endedAt: now,
        droppedAt: now,
        version: set.version + 1,
      });
      if (tally) await this.loaded.keepRefusals(actor.regionId, set.id, tally.refusals);
      this.audit.record(actor, {
        event: 'data-set.failed',
        action: 'C',
        outcome: 'failed',
        subjectKind: 'data-set',
        subjectId: set.id,
        detail: { sourceId: set.sourceId, code: problem instanceof DomainError ? problem.code : 'internal' },
      });
      await this.rooms.announce(dataSetRoom(set.id), 'figures.changed');
    });
  }
}

/** Reads every row; writes those that can be written at once. */
async function takeIn(
  batches: AsyncIterable<readonly TableRow[]>,
  reader: RowReader,
  tally: ExtractTally,
  writer: AtomWriter,
  to: Writable | null,
): Promise<void> {
  let since = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      tally.rows += 1;
      if (!reader.read(row)) {
        for (const { field, code, detail } of reader.problems)
          tally.refusals.add(row.row, field, code, detail);
      } else if (tally.add(row.row)) writer.row(row.row);
    }
    if (to) await writer.flush(to);
    since += batch.length;
    if (since >= BREATHE_EVERY) {
      since = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  if (to) await writer.flush(to, true);
}

/** Does long work in steps, so that sockets and other work of the process get their turn. */
async function stepwise<T>(work: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const wrongSize = (): DomainError =>
  new DomainError('upload.unreadable', {
    reason: 'upload.size',
    words: {
      nl: 'Het bestand is niet zo groot als werd gezegd; kies het opnieuw.',
      en: 'The file is not as large as was said; choose it again.',
    },
  });

/** What went wrong in words for a person, where it is about the file. */
function readable(error: unknown): Error {
  if (error instanceof TabularError) return unreadable(error);
  if (error instanceof TooManyValues)
    return new DomainError('extract.free-text', { field: error.field, reason: 'too-many-values' });
  if (error instanceof NoListSize)
    return new DomainError('upload.unreadable', {
      reason: 'listed.differs',
      words: {
        nl: 'Het aantal ingeschreven patiënten is in bijna elke rij anders. Kies een andere kolom.',
        en: 'The number of registered patients differs in nearly every row. Choose another column.',
      },
    });
  return error as Error;
}
