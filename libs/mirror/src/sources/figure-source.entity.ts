import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExtractField, ExtractKind, ExtractReading, SourceQuality } from '#libs/contracts';

/** How a file with certain headings was read before. */
export interface RememberedReading {
  /** Heading → field. */
  mapping: Record<string, ExtractField>;
  reading: ExtractReading;
}

/** Who supplies figures, how they are to be read, and how good they are (MIR-02, MIR-04). */
@Entity('data_source')
export class FigureSource {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  system!: string;

  @Column('text')
  supplier!: string;

  @Column('text')
  kind!: ExtractKind;

  @Column('text')
  quality!: SourceQuality;

  @Column('text', { name: 'quality_note', nullable: true })
  qualityNote!: string | null;

  /** In percent; numeric, so it comes as text. */
  @Column('numeric', { name: 'late_percent', nullable: true })
  latePercent!: string | null;

  @Column('jsonb')
  limitations!: string[];

  /** By the fingerprint of the headings. */
  @Column('jsonb')
  mappings!: Record<string, RememberedReading>;

  /** What the source calls a practice → id of the practice. */
  @Column('jsonb')
  aliases!: Record<string, string>;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
