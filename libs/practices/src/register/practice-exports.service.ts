import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { Language, PracticeView, Words } from '#libs/contracts';
import { allow, Database, type Actor } from '#libs/platform';
import { writeDutchCsv, writeXlsx, type CellValue, type ColumnSpec, type ColumnType } from '#libs/tabular';
import { listedFor } from '../practices.policy.js';
import { PracticesQueries, type PracticeFilter } from './practices.queries.js';

/** A file to hand to the browser. */
export interface ExportedFile {
  name: string;
  type: string;
  body: Buffer;
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV_TYPE = 'text/csv; charset=utf-8';

/** Headings that the import recognises, so that a list can go out, be corrected and come back. */
const COLUMNS: readonly { heading: Words; type: ColumnType; value: (practice: PracticeView) => CellValue }[] =
  [
    { heading: { nl: 'AGB-code', en: 'AGB code' }, type: 'text', value: (p) => p.agb },
    { heading: { nl: 'Praktijknaam', en: 'Practice name' }, type: 'text', value: (p) => p.name },
    { heading: { nl: 'Adres', en: 'Address' }, type: 'text', value: (p) => p.street },
    { heading: { nl: 'Postcode', en: 'Postcode' }, type: 'text', value: (p) => p.postcode },
    { heading: { nl: 'Plaats', en: 'Town' }, type: 'text', value: (p) => p.town },
    { heading: { nl: 'HAGRO', en: 'District' }, type: 'text', value: (p) => p.district },
    { heading: { nl: 'Ingeschreven patiënten', en: 'List size' }, type: 'integer', value: (p) => p.listSize },
    { heading: { nl: 'Praktijkhouder', en: 'Practice holder' }, type: 'text', value: (p) => p.holder?.name },
    {
      heading: { nl: 'E-mail praktijkhouder', en: 'E-mail holder' },
      type: 'text',
      value: (p) => p.holder?.email,
    },
    {
      heading: { nl: 'Contactpersoon MTVP', en: 'Contact person' },
      type: 'text',
      value: (p) => p.contact?.name,
    },
    {
      heading: { nl: 'E-mail contactpersoon', en: 'E-mail contact person' },
      type: 'text',
      value: (p) => p.contact?.email,
    },
    {
      heading: { nl: 'Startkwartaal MTVP', en: 'MTVP start quarter' },
      type: 'text',
      value: (p) => p.startQuarter,
    },
    { heading: { nl: 'Startgolf', en: 'Start wave' }, type: 'text', value: (p) => p.startWave },
    {
      heading: { nl: 'Praktijkconsulent', en: 'Practice consultant' },
      type: 'text',
      value: (p) => p.consultant,
    },
    {
      heading: { nl: 'Motivatie (1-5)', en: 'Motivation (1-5)' },
      type: 'integer',
      value: (p) => p.motivation,
    },
    { heading: { nl: 'Eenpitter', en: 'Single-handed' }, type: 'boolean', value: (p) => p.solo },
    { heading: { nl: 'FTO', en: 'FTO' }, type: 'text', value: (p) => p.ftoGroup },
    { heading: { nl: 'DTO', en: 'DTO' }, type: 'text', value: (p) => p.dtoGroup },
    {
      heading: { nl: 'Gesloten op', en: 'Closed on' },
      type: 'date',
      value: (p) => p.archivedAt?.slice(0, 10),
    },
  ];

/** The register as a file, without anything a spreadsheet could run (models/security.md #14). Every export is logged. */
@Injectable()
export class PracticeExports {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly queries: PracticesQueries,
  ) {}

  /** Excel workbook of the practices that the actor sees, filtered like the list on the screen. */
  async xlsx(actor: Actor, filter: PracticeFilter): Promise<ExportedFile> {
    const rows = await this.rows(actor, filter, 'xlsx');
    const name = actor.language === 'nl' ? 'Praktijken' : 'Practices';
    const body = await writeXlsx({ sheets: [{ name, columns: columns(actor.language), rows }] });
    return { name: `${name.toLowerCase()}.xlsx`, type: XLSX_TYPE, body };
  }

  /** The same as CSV for a Dutch Excel. */
  async csv(actor: Actor, filter: PracticeFilter): Promise<ExportedFile> {
    const rows = await this.rows(actor, filter, 'csv');
    const name = actor.language === 'nl' ? 'praktijken' : 'practices';
    return { name: `${name}.csv`, type: CSV_TYPE, body: writeDutchCsv(columns(actor.language), rows) };
  }

  private async rows(actor: Actor, filter: PracticeFilter, format: string): Promise<CellValue[][]> {
    const listed = listedFor(actor);
    allow(listed === 'all' || listed.length > 0);
    return this.database.transaction(actor, async () => {
      const practices = await this.queries.all(listed, filter);
      this.audit.record(actor, {
        event: 'practice.exported',
        action: 'E',
        subjectKind: 'practices',
        detail: { format, practices: practices.length },
      });
      return practices.map((practice) => COLUMNS.map((column) => valueOf(column.value(practice))));
    });
  }
}

const columns = (language: Language): ColumnSpec[] =>
  COLUMNS.map(({ heading, type }) => ({ heading: heading[language], type }));

/** An empty text is an empty cell. */
const valueOf = (value: CellValue): CellValue => (value === '' ? null : value);
