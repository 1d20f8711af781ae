import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { DataSetView } from '#libs/contracts';
import { allow, Database, type Actor } from '#libs/platform';
import { canManageFigures } from '../mirror.policy.js';
import { DataSourcesService } from '../sources/data-sources.service.js';
import { firstRows, lookAt } from '../sources/look.rules.js';
import { DataSetsService } from './data-sets.service.js';

/** A whole file from the command line. */
export interface ImportWish {
  source: string;
  fileName: string;
  bytes: number;
  /** The first part of the file, to know its columns by. */
  head: Buffer;
  body: Readable;
  /** Heading → field, over what is proposed; '' leaves a column out. */
  map: Record<string, string>;
  supersedes?: string;
  why?: string;
}

/** Look, announcement and loading in one, for who has the whole file at hand. */
@Injectable()
export class ExtractImports {
  constructor(
    private readonly database: Database,
    private readonly sources: DataSourcesService,
    private readonly dataSets: DataSetsService,
  ) {}

  /**
   * A whole file in one go, with the columns as they are proposed and as the caller says.
   * @throws extract.field-missing · what `create` and `load` throw · not-found for a source
   */
  async importFile(actor: Actor, wish: ImportWish): Promise<DataSetView> {
    allow(canManageFigures(actor));
    const source = await this.database.transaction(actor, () => this.sources.named(wish.source));
    const look = lookAt(source.kind, await firstRows(wish.head), source.mappings);
    const chosen = new Map(
      Object.entries(look.mapping).map(([at, field]) => [look.headings[Number(at)]!, field as string]),
    );
    for (const [heading, field] of Object.entries(wish.map)) {
      for (const [other, taken] of chosen) if (taken === field) chosen.delete(other);
      if (field === '') chosen.delete(heading);
      else chosen.set(heading, field);
    }
    const { fileName, bytes, supersedes, why } = wish;
    const set = await this.dataSets.create(actor, source.id, {
      fileName,
      bytes,
      mapping: Object.fromEntries(chosen),
      reading: look.reading,
      ...(supersedes === undefined ? {} : { supersedes }),
      ...(why === undefined ? {} : { why }),
    });
    return this.dataSets.load(actor, set.id, wish.body);
  }
}
