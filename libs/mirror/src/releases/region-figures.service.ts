import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { FunnelView, MeasureContent, OwnFigureView, ProvenanceCard } from '#libs/contracts';
import { allow, Clock, Database, DomainError, type Actor } from '#libs/platform';
import { canManageFigures, canSeeFunnel } from '../mirror.policy.js';
import { artefactBytes } from '../provenance/card.rules.js';
import { CardsService } from '../provenance/cards.service.js';
import { publicId } from '../provenance/figure-id.rules.js';
import type { FunnelBody, RegionBody } from './bodies.rules.js';
import { disclosed } from './disclosed.rules.js';
import { funnelOf } from './funnel.rules.js';
import { LEAST_POINTS } from './gate.rules.js';
import { ALL_ITEMS } from './release-data.rules.js';

/** Which funnel: the code of the measure, the item (`*` for all), and the first day of the twelve months (the newest without). */
export interface FunnelAsk {
  measure: string;
  item: string;
  from?: string;
  /** Limits that allow for more spread than chance (default), or for chance alone. */
  overdispersion?: boolean;
}

interface Row<Body> {
  id: string;
  release_id: string;
  state: string;
  body: Body;
  card: ProvenanceCard;
  code: string;
  number: string;
  content: MeasureContent;
  overdue: boolean;
  name: string | null;
  from: string;
  to: string;
}

/** What was released about the region: its rate for every practice, the funnel for coordinators and data stewards. */
@Injectable()
export class RegionFiguresService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cards: CardsService,
  ) {}

  /** The region's rate, or null where none was released for these twelve months. */
  async rate(
    actor: Actor,
    ask: { measureVersionId: string; item: string; period: { from: string; toExclusive: string } },
  ): Promise<OwnFigureView['region']> {
    return this.database.transaction(actor, async () => {
      const row = await this.row<RegionBody>('region', 'f.measure_version_id = $3', [
        ask.item,
        ask.period.from,
        ask.measureVersionId,
      ]);
      if (!row || row.to !== ask.period.toExclusive) return null;
      return {
        value: disclosed(row).value,
        figureId: publicId('fig', row.id),
        card: await this.cards.view(row.card, artefactBytes(row.body)),
      };
    });
  }

  /**
   * Who differs more than chance explains, without names: labels are of this figure alone.
   * @throws figures.in-a-group · figures.none when nothing was released · figures.too-few
   */
  async funnel(actor: Actor, ask: FunnelAsk): Promise<FunnelView> {
    allow(canManageFigures(actor));
    allow(canSeeFunnel(actor), 'figures.in-a-group');
    return this.database.transaction(actor, async () => {
      const row = await this.row<FunnelBody>('staff', 'm.code = $3', [
        ask.item,
        ask.from ?? null,
        ask.measure,
      ]);
      if (!row) throw new DomainError('figures.none');
      const body = disclosed(row);
      if (body.points.length < LEAST_POINTS)
        throw new DomainError('figures.too-few', { needed: LEAST_POINTS, practices: body.points.length });
      this.audit.record(actor, {
        event: 'funnel.read',
        action: 'R',
        subjectKind: 'release',
        subjectId: row.release_id,
        detail: { figureId: row.id },
      });
      const name = row.name ?? (actor.language === 'nl' ? 'alles samen' : 'everything together');
      return {
        measure: { code: row.code, version: row.number, content: row.content, overdue: row.overdue },
        item: { code: ask.item, name: ask.item === ALL_ITEMS || row.name === null ? name : row.name },
        period: { from: row.from, toExclusive: row.to },
        ...funnelOf(body, ask.overdispersion),
        card: await this.cards.view(row.card, artefactBytes(row.body)),
      };
    });
  }

  private async row<Body>(
    audience: 'region' | 'staff',
    which: string,
    [item, from, measure]: [string, string | null, string],
  ): Promise<Row<Body> | null> {
    const [row] = await this.database.query<Row<Body>>(
      `select f.id, r.id as release_id, r.state, f.body, f.card, m.code, v.number, v.content, i.name,
         coalesce(v.review_by < $4::date, false) as overdue, r.period_from::text as from, r.period_to::text as to
       from release r join release_figure f on f.release_id = r.id
         join measure_version v on v.id = f.measure_version_id join measure m on m.id = v.measure_id
         left join figure_item i on i.kind = r.kind and i.code = f.item
       where r.audience = '${audience}' and r.state = 'released' and f.item = $1 and ($2::date is null or r.period_from = $2) and ${which}
       order by r.period_to desc, r.released_at desc limit 1`,
      [item, from, measure, this.clock.now()],
    );
    return row ?? null;
  }
}
