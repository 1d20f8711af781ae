import { Injectable } from '@nestjs/common';
import type { CardView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { Database, found, holds, type Actor } from '#libs/platform';
import { canSeeFunnel, ownPractices } from '../mirror.policy.js';
import { OpenModesService } from '../modes/open-modes.service.js';
import { artefactBytes } from '../provenance/card.rules.js';
import { CardsService } from '../provenance/cards.service.js';
import { readFigureId } from '../provenance/figure-id.rules.js';
import { provDocument, type ProvDocument } from '../provenance/prov.rules.js';
import { FiguresQueries, type ReleasedFigure } from './figures.queries.js';
import { OwnFiguresService } from './own-figures.service.js';

/** From any number on the screen to where it comes from: one call, checked anew (MIR-02). */
@Injectable()
export class FigureCardsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly figures: FiguresQueries,
    private readonly cards: CardsService,
    private readonly own: OwnFiguresService,
    private readonly modes: OpenModesService,
  ) {}

  /**
   * The card of a figure, own or released, with its hashes recomputed from the bytes that would be served now.
   * @param figureId as it stands on cards: `fig_…`
   * @throws not-found for who is not among its readers
   */
  async card(actor: Actor, figureId: string): Promise<CardView> {
    const id = found(readFigureId(figureId), 'figure');
    if (id.kind === 'own') return this.own.card(actor, id.key);
    return this.database.transaction(actor, async () => {
      const figure = found(await this.figures.released(id.id), 'figure');
      found((await this.reads(actor, figure)) ? figure : null, 'figure');
      // what others' figures were looked at is logged, whichever way they were reached
      if (figure.audience !== 'region')
        this.audit.record(actor, {
          event: 'figure-card.read',
          action: 'R',
          subjectKind: 'release',
          subjectId: figure.releaseId,
          detail: { figureId, mode: figure.mode },
        });
      return this.cards.view(figure.card, artefactBytes(figure.body));
    });
  }

  /** The same in the words of W3C PROV. @throws not-found */
  async prov(actor: Actor, figureId: string): Promise<ProvDocument> {
    return provDocument((await this.card(actor, figureId)).card);
  }

  /** Region: everybody who reads figures. Staff: who keeps them. Group: its members then and now, by name only as agreed. */
  private async reads(actor: Actor, figure: ReleasedFigure): Promise<boolean> {
    if (figure.audience === 'region') return actor.kind !== 'task';
    if (figure.audience === 'staff') return canSeeFunnel(actor);
    const groupId = figure.groupId as string;
    if (figure.mode === 'open') {
      const { measureCode, from, toExclusive } = figure;
      return (
        (await this.modes.namedFor(actor, { groupId, measureCode, period: { from, toExclusive } })) !== null
      );
    }
    if (holds(actor, 'discussion-leader', groupId)) return true;
    const own = ownPractices(actor).filter((id) => figure.members.includes(id));
    return own.length > 0 && (await this.figures.inGroup(groupId, own));
  }
}
