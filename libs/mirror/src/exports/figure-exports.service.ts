import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { deck, sheetCsv, workbook, type PaperBlock, type ResultSheet } from '#libs/documents';
import type { OwnFigureView } from '#libs/contracts';
import { Clock, Database, DomainError, type Actor } from '#libs/platform';
import { OwnFiguresService, type OwnFigureWish } from '../figures/own-figures.service.js';
import { OpenModesService } from '../modes/open-modes.service.js';
import { PreparationsService } from '../preparation/preparations.service.js';
import { dataPackage } from '../provenance/data-package.rules.js';
import { RegionFiguresService, type FunnelAsk } from '../releases/region-figures.service.js';
import {
  cardProvenance,
  exportCards,
  figurePaper,
  figuresDeck,
  figureSheets,
  funnelSheets,
} from './figure-export.rules.js';

export type FigureFormat = 'xlsx' | 'csv' | 'pptx' | 'datapackage';
export interface ExportedFile {
  name: string;
  type: string;
  body: Buffer;
}

const TYPES: Record<FigureFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  datapackage: 'application/json',
};
/** Figures by name that stay on the screen. */
const WITHHELD: string[] = ['open-mode.export-not-agreed', 'open-mode.ended'];
const FIELD = { text: 'string', integer: 'integer', number: 'number' } as const;

/**
 * Figures to take along, each with its card (MIR-02, XCT-10). A file is made from the very view that the screen shows, so the same
 * suppression holds in it; by name only where the group agreed to exports.
 */
@Injectable()
export class FigureExports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly figures: OwnFiguresService,
    private readonly preparations: PreparationsService,
    private readonly modes: OpenModesService,
    private readonly region: RegionFiguresService,
  ) {}

  /** @throws what the page throws · open-mode.export-not-agreed */
  async own(actor: Actor, wish: OwnFigureWish, format: FigureFormat): Promise<ExportedFile> {
    const view = await this.figures.figure(actor, wish);
    await this.allow(actor, [view]);
    await this.note(actor, format, [view], wish.practiceId);
    const stem = `${view.measure.code}-${view.item.code === '*' ? 'alles' : view.item.code}-${view.period.from}`;
    return this.file(actor, [view], format, stem.toLowerCase());
  }

  /** The prepared figures of a group: story first (MIR-05). @throws not-found · figures.none · open-mode.export-not-agreed */
  async group(actor: Actor, groupId: string, format: 'xlsx' | 'pptx'): Promise<ExportedFile> {
    const preparation = await this.preparations.get(actor, groupId);
    const views = preparation.figures.flatMap(({ view }) => (view ? [view] : []));
    if (views.length === 0) throw new DomainError('figures.none');
    await this.allow(actor, views);
    await this.note(actor, format, views, null);
    const story = [preparation.story, preparation.question].filter(Boolean).join('\n\n');
    return this.file(actor, views, format, actor.language === 'nl' ? 'groepscijfers' : 'group-figures', {
      title: preparation.group,
      story,
    });
  }

  /**
   * The prepared figures of a group for a paper of somebody else, each with its origin (SES-05). By name only where the group agreed to
   * exports; else one sentence says where they can be seen.
   * @throws not-found
   */
  async groupPaper(
    actor: Actor,
    groupId: string,
  ): Promise<{ story: string; question: string; figures: PaperBlock[] }> {
    const { story, question, figures } = await this.preparations.get(actor, groupId);
    const views = figures.flatMap(({ view }) => (view ? [view] : []));
    try {
      await this.allow(actor, views);
    } catch (error) {
      if (!(error instanceof DomainError) || !WITHHELD.includes(error.code)) throw error;
      const text =
        actor.language === 'nl'
          ? 'Deze cijfers staan op naam. De groep sprak af dat ze alleen op het scherm te zien zijn.'
          : 'These figures are by name. The group agreed that they are seen on screen only.';
      return { story, question, figures: [{ kind: 'paragraph', text }] };
    }
    if (views.length > 0) await this.note(actor, 'pdf', views, null);
    return { story, question, figures: views.flatMap((view) => figurePaper(view, actor.language)) };
  }

  /** Who differs more than chance explains, without names. @throws figures.none · figures.too-few */
  async funnel(actor: Actor, ask: FunnelAsk, format: 'xlsx' | 'csv'): Promise<ExportedFile> {
    const view = await this.region.funnel(actor, ask);
    const { language } = actor;
    const sheets = funnelSheets(view, language);
    await this.database.transaction(actor, async () =>
      this.audit.record(actor, {
        event: 'figure.exported',
        action: 'R',
        subjectKind: 'figure',
        detail: { format, figure: view.card.card.figureId, measure: view.measure.code, item: view.item.code },
      }),
    );
    const body =
      format === 'xlsx'
        ? await workbook({ language, sheets, provenance: cardProvenance(view.card, language) })
        : sheetCsv(sheets[0]!);
    const stem = `${language === 'nl' ? 'regio' : 'region'}-${view.measure.code}-${view.period.from}`;
    return { name: `${stem.toLowerCase()}.${format}`, type: TYPES[format], body };
  }

  private async allow(actor: Actor, views: readonly OwnFigureView[]): Promise<void> {
    for (const { group, measure, period } of views)
      if (group?.mode === 'open')
        await this.modes.allowExport(actor, group.groupId, [{ measureCode: measure.code, period }]);
  }

  private async note(
    actor: Actor,
    format: FigureFormat | 'pdf',
    views: readonly OwnFigureView[],
    practiceId: string | null,
  ): Promise<void> {
    await this.database.transaction(actor, async () => {
      for (const { card, measure, item } of views)
        this.audit.record(actor, {
          event: 'figure.exported',
          action: 'R',
          subjectKind: 'figure',
          ...(practiceId ? { practiceId } : {}),
          detail: { format, figure: card.card.figureId, measure: measure.code, item: item.code },
        });
    });
  }

  private async file(
    actor: Actor,
    views: readonly OwnFigureView[],
    format: FigureFormat,
    stem: string,
    page?: { title: string; story: string },
  ): Promise<ExportedFile> {
    const { language } = actor;
    const first = views[0]!;
    const title = page?.title ?? `${first.measure.content.title[language]}: ${first.item.name}`;
    const sheets = views.flatMap((view, k) =>
      figureSheets(view, language).map((sheet) => ({
        ...sheet,
        name: views.length > 1 ? `${k + 1} ${sheet.name}` : sheet.name,
      })),
    );
    const body =
      format === 'pptx'
        ? await deck(
            figuresDeck(
              { title, region: await this.regionName(actor), story: page?.story },
              views,
              language,
              this.clock.now(),
            ),
          )
        : format === 'xlsx'
          ? await workbook({ language, sheets, provenance: cardProvenance(first.card, language) })
          : format === 'csv'
            ? sheetCsv(sheets[0]!)
            : this.packaged(views, sheets[0]!, stem, title);
    const ending = format === 'datapackage' ? 'datapackage.json' : format;
    return { name: `${stem}.${ending}`, type: TYPES[format], body };
  }

  private packaged(views: readonly OwnFigureView[], sheet: ResultSheet, stem: string, title: string): Buffer {
    const described = dataPackage({
      name: stem,
      title,
      created: this.clock.now().toISOString(),
      resources: [
        {
          name: stem,
          path: `${stem}.csv`,
          bytes: sheetCsv(sheet),
          fields: sheet.columns.map(({ heading, type }) => ({
            name: heading,
            type: FIELD[type as keyof typeof FIELD] ?? 'string',
          })),
          delimiter: ';',
          decimalChar: ',',
        },
      ],
      cards: views.flatMap((view) => exportCards(view).map(({ card }) => card)),
    });
    return Buffer.from(JSON.stringify(described, null, 2));
  }

  private async regionName(actor: Actor): Promise<string> {
    const [region] = await this.database.transaction(actor, () =>
      this.database.query<{ name: string }>('select name from region where id = $1', [actor.regionId]),
    );
    return region?.name ?? '';
  }
}
