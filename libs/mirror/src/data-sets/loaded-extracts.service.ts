import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { dataSetRoom } from '#libs/contracts';
import { Clock, Database, Rooms, type Actor } from '#libs/platform';
import type { FigureSource } from '../sources/figure-source.entity.js';
import { DataSet, type StoredProfile } from './data-set.entity.js';
import { DataSetsQueries } from './data-sets.queries.js';
import { endOf } from './periods.rules.js';
import { profileOf } from './profile.rules.js';
import type { Refusals } from './refusals.rules.js';
import type { KnownPractice, RowReader } from './rows.rules.js';
import type { ExtractTally, Tallied } from './tally.rules.js';

/** A file that was read to its end. */
export interface LoadedExtract {
  source: FigureSource;
  /** With the format, mapping and commitment of the file. */
  set: DataSet;
  practices: readonly KnownPractice[];
  reader: RowReader;
  tally: ExtractTally;
  tallied: Tallied;
  strata: readonly string[];
}

/** List sizes that are sent at once: their text is then small enough to be cleared away with what lives shortly. */
const AT_ONCE = 500;

/** Keeps what a file said beside its figures: list sizes, refused rows, and what was striking about it. */
@Injectable()
export class LoadedExtracts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly queries: DataSetsQueries,
  ) {}

  /** The data set is checked from here on. Joins the open transaction. @throws when it was given up meanwhile */
  async keep(actor: Actor, extract: LoadedExtract): Promise<void> {
    const { source, set, practices, reader, tally, tallied, strata } = extract;
    await this.keepListed(actor, set.id, practices, reader, tallied);
    await this.keepRefusals(actor.regionId, set.id, tally.refusals);
    const used = new Set(tallied.cells.map((one) => one.period));
    for (const one of tallied.listed) used.add(one.period);
    const periods = [...used].map((at) => reader.periods[at]!);
    const from = periods.map((one) => one.starts).sort()[0]!;
    const to = periods.map(endOf).sort().at(-1)!;
    const before = set.supersedesId ?? (await this.queries.newestApproved(source.id));
    const profile = profileOf({
      kind: source.kind,
      rows: tally.rows,
      refused: tally.refusals.rows,
      refusals: tally.refusals.byCode,
      practices,
      periods: reader.periods,
      items: reader.items,
      dates: reader.dates,
      strata: strata,
      tallied,
      unknown: { practices: reader.unknownTexts.size, shown: [...reader.unknown.keys()] },
      earlier: before ? await this.queries.totals(before) : null,
      listedElsewhere: await this.queries.hasListSizes(set.id, from, to),
    });
    const usual = profile.extractDates[0];
    const stored: StoredProfile = {
      ...profile,
      names: Object.fromEntries(
        reader.items.filter((one) => one.code !== '').map((one) => [one.code, one.name]),
      ),
      difference: set.supersedesId ? await this.queries.difference(set.supersedesId, set.id) : null,
    };
    const { affected } = await this.database.repository(DataSet).update(
      { id: set.id, state: 'loading' },
      {
        state: 'checked',
        format: set.format as never,
        mapping: set.mapping as never,
        rows: tally.rows,
        refusedRows: tally.refusals.rows,
        profile: stored as never,
        periodFrom: from,
        periodTo: to,
        ...(usual ? { extractAt: new Date(`${usual.at}T00:00:00Z`) } : {}),
        commitment: set.commitment,
        loadedAt: this.clock.now(),
        fraction: 1,
        version: set.version + 1,
      },
    );
    if (affected !== 1) throw new Error('The data set was given up while its file was being read.');
    this.audit.record(actor, {
      event: 'data-set.loaded',
      action: 'C',
      subjectKind: 'data-set',
      subjectId: set.id,
      detail: {
        sourceId: source.id,
        rows: tally.rows,
        refused: tally.refusals.rows,
        commitment: set.commitment,
      },
    });
    await this.rooms.announce(dataSetRoom(set.id), 'figures.changed');
  }

  private async keepListed(
    actor: Actor,
    dataSetId: string,
    practices: readonly KnownPractice[],
    reader: RowReader,
    tallied: Tallied,
  ): Promise<void> {
    const [usual] = [...tallied.dates].reduce<[number, number]>(
      (most, [date, own]) => (own.size > most[1] ? [date, own.size] : most),
      [-1, 0],
    );
    const keep = (some: readonly object[]): Promise<unknown> =>
      this.database.query(
        `insert into listed (region_id, data_set_id, practice_id, starts, months, sex, age, listed, extract_at)
         select $1, $2, x.practice, x.starts, x.months, x.sex, x.age, x.listed, x.at from jsonb_to_recordset($3::jsonb)
           as x(practice uuid, starts date, months smallint, sex text, age text, listed numeric, at timestamptz)`,
        [actor.regionId, dataSetId, JSON.stringify(some)],
      );
    let some: object[] = [];
    for (const one of tallied.listed) {
      some.push({
        practice: practices[one.practice]!.id,
        starts: reader.periods[one.period]!.starts,
        months: reader.periods[one.period]!.months,
        sex: one.sex,
        age: one.age,
        listed: one.listed,
        at: one.date >= 0 && one.date !== usual ? `${reader.dates[one.date]}T00:00:00Z` : null,
      });
      if (some.length < AT_ONCE) continue;
      await keep(some);
      some = [];
    }
    if (some.length > 0) await keep(some);
  }

  async keepRefusals(regionId: string, dataSetId: string, refusals: Refusals): Promise<void> {
    if (refusals.kept.length === 0) return;
    await this.database.query(
      `insert into data_set_refusal (region_id, data_set_id, row, field, code, detail)
       select $1, $2, x.row, x.field, x.code, x.detail from jsonb_to_recordset($3::jsonb) as x(row integer, field text, code text, detail jsonb)`,
      [regionId, dataSetId, JSON.stringify(refusals.kept)],
    );
  }
}
