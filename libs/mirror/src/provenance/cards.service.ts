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
    return this.makeFrom(wish, await this.sources(wish.dataSetIds));
  }

  /** Approved data sets as cards name them. One query. */
  async sources(dataSetIds: readonly string[]): Promise<CardDataSet[]> {
    const rows = await this.database.query<CardDataSet & { latePercent: string | null }>(SOURCES, [
      dataSetIds,
    ]);
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
    }>(STANDING, [
      card.sources.map(({ importId }) => importId.replace(/^imp_/, '')),
      card.measure.code,
      card.measure.definitionVersion,
    ]);
    return this.viewFrom(card, bytes, { sources: found?.sources ?? [], reviewBy: found?.reviewBy ?? null });
  }

  /** The same from what was read already. */
  viewFrom(card: ProvenanceCard, bytes: Uint8Array, { sources, reviewBy }: CardStanding): CardView {
    const worst = [...sources].sort((a, b) => RANK[a.quality] - RANK[b.quality])[0];
    const corrected = sources
      .filter(({ supersedes }) => supersedes !== null)
      .map(({ approvedAt }) => approvedAt)
      .sort();
    return {
      card,
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
}

const RANK: Record<SourceQuality, number> = { poor: 0, unknown: 1, fair: 2, good: 3 };

/** ISO moment in UTC of a timestamptz. */
const ISO = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
/** The role in which somebody does this work; who lost it since did it as data steward. */
const ROLE = (column: string): string =>
  `coalesce((select r.role from role_assignment r where r.person_id = ${column} and r.role in ('data-steward', 'region-coordinator')
     order by r.until is null desc, r.role limit 1), 'data-steward')`;

const SOURCES = `
  select d.id, s.system, s.supplier, s.quality, s.quality_note as "qualityNote", s.late_percent as "latePercent", s.limitations,
    ${ISO('coalesce(d.extract_at, d.loaded_at, d.approved_at)')} as "extractAt", d.rows, d.refused_rows as "refusedRows", d.commitment, d.mapping,
    d.supersedes_id as supersedes, ${ISO('d.approved_at')} as "approvedAt", d.loaded_by as "loadedBy", d.approved_by as "approvedBy",
    ${ROLE('d.loaded_by')} as "loadedByRole", ${ROLE('d.approved_by')} as "approvedByRole",
    (select jsonb_agg(e->>'at') from jsonb_array_elements(coalesce(d.profile->'extractDates', '[]')) e) as "extractDates",
    (select g.name from region g where g.id = d.region_id) as organisation
  from data_set d join data_source s on s.id = d.source_id
  where d.id = any($1::uuid[]) and d.approved_at is not null order by d.approved_at, d.id`;

const STANDING = `
  select (select jsonb_agg(jsonb_build_object('quality', s.quality, 'qualityNote', s.quality_note, 'supersedes', d.supersedes_id,
      'approvedAt', ${ISO('d.approved_at')}))
    from data_set d join data_source s on s.id = d.source_id where d.id = any($1::uuid[])) as sources,
    (select v.review_by::text from measure_version v join measure m on m.id = v.measure_id
      where m.code = $2 and v.number = $3) as "reviewBy"`;
