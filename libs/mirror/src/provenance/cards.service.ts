import { Injectable } from '@nestjs/common';
import type {
  CardView,
  DisclosureMode,
  MeasureContent,
  ProvenanceCard,
  SourceQuality,
} from '#libs/contracts';
import { Clock, Database } from '#libs/platform';
import { provenanceCard, verifyCard, type CardSource } from './card.rules.js';
import { cardWords } from './card-words.rules.js';
import { publicId } from './figure-id.rules.js';

/** What a card is made of; everything else it says is looked up or computed. */
export interface CardWish {
  /** `fig_…` */
  figureId: string;
  /** `rel_…`; null for an own figure. */
  releaseId: string | null;
  version: { id: string; code: string; number: string; content: MeasureContent };
  item: { code: string; name: string };
  /** Half-open. */
  period: { from: string; toExclusive: string };
  dataSetIds: readonly string[];
  mode: DisclosureMode;
  policyVersion: string;
  auditId: string;
  consentId: string | null;
  attackerModels: string[];
  /** What is served: `artefactBytes(body)` for JSON. */
  bytes: Uint8Array;
  mediaType?: string;
  /** The release that this one replaces, `rel_…`. */
  supersedes?: string | null;
  /** Strata by which it was corrected, e.g. `V65+`. */
  bands?: string[];
  /** Corrected for age and sex, as `figureEstimate` answered. */
  standardised?: boolean;
}

/** A data set with what a card says of it. */
export type CardDataSet = CardSource & { organisation: string };

/** Provenance cards: made with a figure, and checked again whenever one is shown (MIR-02). Runs in the open transaction. */
@Injectable()
export class CardsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The card of a figure from approved data sets. One query.
   * @throws Error when a data set is not there, was approved by who loaded it, or has no commitment
   */
  async make(wish: CardWish): Promise<ProvenanceCard> {
    const released = wish.releaseId === null ? null : { id: wish.releaseId, period: wish.period };
    return this.makeFrom(wish, await this.sources(wish.dataSetIds, released));
  }

  /**
   * Approved data sets as cards name them. One query.
   * @param released the release that shows them: extraction dates are then those of the practices that it compares, in its period
   */
  async sources(
    dataSetIds: readonly string[],
    released: { id: string; period: CardWish['period'] } | null = null,
  ): Promise<CardDataSet[]> {
    const rows = await this.database.prepared<CardDataSet & { latePercent: string | null }>(
      SOURCES(released ? DATES_SHOWN : ALL_DATES),
      released
        ? [dataSetIds, released.id.replace(/^rel_/, ''), released.period.from, released.period.toExclusive]
        : [dataSetIds],
    );
    return rows.map((row) => ({
      ...row,
      latePercent: row.latePercent === null ? null : Number(row.latePercent),
      extractDates: row.extractDates ?? [],
    }));
  }

  /** The same from data sets that were read already; others than the figure's are left out. @throws Error as `make` */
  makeFrom(wish: CardWish, read: readonly CardDataSet[]): ProvenanceCard {
    const sources = read.filter(({ id }) => wish.dataSetIds.includes(id));
    if (sources.length === 0 || sources.length < new Set(wish.dataSetIds).size)
      throw new Error('A card needs data sets that are approved.');
    for (const { id, loadedBy, approvedBy, commitment } of sources) {
      if (loadedBy !== null && loadedBy === approvedBy)
        throw new Error(`Data set ${id} was approved by who loaded it.`);
      if (!/^hmac-sha256:[0-9a-f]{64}$/.test(commitment ?? ''))
        throw new Error(`Data set ${id} has no commitment.`);
    }
    const replaced = sources.find(({ supersedes }) => supersedes !== null)?.supersedes ?? null;
    return provenanceCard({
      figureId: wish.figureId,
      releaseId: wish.releaseId,
      supersedes: wish.supersedes ?? (wish.releaseId === null && replaced ? publicId('imp', replaced) : null),
      measure: wish.version,
      item: wish.item,
      period: wish.period,
      sources,
      organisation: sources[0]?.organisation ?? '',
      mode: wish.mode,
      policyVersion: wish.policyVersion,
      auditId: wish.auditId,
      consentId: wish.consentId,
      attackerModels: wish.attackerModels,
      artefact: { bytes: wish.bytes, mediaType: wish.mediaType ?? 'application/json' },
      bands: wish.bands ?? [],
      standardised: wish.standardised ?? false,
    });
  }

  /** A card with what the check of its hashes found, and how good its sources are now. One query. */
  async view(card: ProvenanceCard, bytes: Uint8Array): Promise<CardView> {
    const [found] = await this.database.query<{
      sources: CardStanding['sources'] | null;
      reviewBy: string | null;
      content: MeasureContent | null;
    }>(STANDING, [
      card.sources.map(({ importId }) => importId.replace(/^imp_/, '')),
      card.measure.code,
      card.measure.definitionVersion,
    ]);
    return this.viewFrom(card, bytes, {
      sources: found?.sources ?? [],
      reviewBy: found?.reviewBy ?? null,
      content: found?.content ?? null,
    });
  }

  /** The same from what was read already. */
  viewFrom(card: ProvenanceCard, bytes: Uint8Array, { sources, reviewBy, content }: CardStanding): CardView {
    const worst = [...sources].sort((a, b) => RANK[a.quality] - RANK[b.quality])[0];
    const corrected = sources
      .filter(({ supersedes }) => supersedes !== null)
      .map(({ approvedAt }) => approvedAt)
      .sort();
    return {
      card,
      words: cardWords(card, content),
      verified: verifyCard(card, bytes),
      quality: worst?.quality ?? 'unknown',
      qualityNote: worst?.qualityNote ?? null,
      reviewBy,
      overdue: reviewBy !== null && reviewBy < this.clock.now().toISOString().slice(0, 10),
      correctedAt: corrected.at(-1) ?? null,
    };
  }
}

/** How a card's sources and definition stand now. */
export interface CardStanding {
  sources: readonly Pick<CardSource, 'quality' | 'qualityNote' | 'supersedes' | 'approvedAt'>[];
  /** Local day until which the review of the definition holds. */
  reviewBy: string | null;
  /** What that version of the definition says; null when it is not known. */
  content: MeasureContent | null;
}

const RANK: Record<SourceQuality, number> = { poor: 0, unknown: 1, fair: 2, good: 3 };

/** ISO moment in UTC of a timestamptz. */
const ISO = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
/** The role in which somebody does this work; who lost it since did it as data steward. */
const ROLE = (column: string): string =>
  `coalesce((select r.role from role_assignment r where r.person_id = ${column} and r.role in ('data-steward', 'region-coordinator')
     order by r.until is null desc, r.role limit 1), 'data-steward')`;

/** When the figures of all practices of a data set were taken from their systems. */
const ALL_DATES = `(select jsonb_agg(e->>'at') from jsonb_array_elements(coalesce(d.profile->'extractDates', '[]')) e)`;
/**
 * When the figures of the practices that a release compares were taken from their systems: a practice that differs from most in the
 * file has its own moment, on its list sizes. Without those nobody knows which practice came when.
 */
const DATES_SHOWN = `case when not exists (select 1 from listed l where l.data_set_id = d.id) then ${ALL_DATES}
    else (select jsonb_agg(distinct ${ISO('x.at')}) from (
    select max(coalesce(l.extract_at, d.extract_at)) as at from listed l
    where l.data_set_id = d.id and l.practice_id = any(array(select unnest(r.members) from release r where r.id = $2))
      and l.starts < $4::date and l.starts + make_interval(months => l.months) > $3::date
    group by l.practice_id) x where x.at is not null) end`;
const SOURCES = (dates: string): string => `
  select d.id, s.system, s.supplier, s.quality, s.quality_note as "qualityNote", s.late_percent as "latePercent", s.limitations,
    ${ISO('coalesce(d.extract_at, d.loaded_at, d.approved_at)')} as "extractAt", d.rows, d.refused_rows as "refusedRows", d.commitment, d.mapping,
    d.supersedes_id as supersedes, ${ISO('d.approved_at')} as "approvedAt", d.loaded_by as "loadedBy", d.approved_by as "approvedBy",
    ${ROLE('d.loaded_by')} as "loadedByRole", ${ROLE('d.approved_by')} as "approvedByRole",
    ${dates} as "extractDates",
    (select g.name from region g where g.id = d.region_id) as organisation
  from data_set d join data_source s on s.id = d.source_id
  where d.id = any($1::uuid[]) and d.approved_at is not null order by d.approved_at, d.id`;

const STANDING = `
  select (select jsonb_agg(jsonb_build_object('quality', s.quality, 'qualityNote', s.quality_note, 'supersedes', d.supersedes_id,
      'approvedAt', ${ISO('d.approved_at')}))
    from data_set d join data_source s on s.id = d.source_id where d.id = any($1::uuid[])) as sources,
    v.review_by::text as "reviewBy", v.content
  from (values (1)) as one left join (measure_version v join measure m on m.id = v.measure_id) on m.code = $2 and v.number = $3
    and v.state = 'reviewed'`;
