import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeasureContent } from '#libs/contracts';

/** A definition as it stood: figures and their cards keep the version that they were computed with. */
@Entity('measure_version')
export class MeasureVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'measure_id' })
  measureId!: string;

  /** `1.2.0`: the first part rises when figures can no longer be compared with those of before. */
  @Column('text')
  number!: string;

  @Column('text')
  state!: 'draft' | 'reviewed';

  @Column('jsonb')
  content!: MeasureContent;

  /** Who saved it last; null for what came with Leerkring. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  @Column('uuid', { name: 'reviewer_id', nullable: true })
  reviewerId!: string | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  /** Local day until which the review holds. */
  @Column('date', { name: 'review_by', nullable: true })
  reviewBy!: string | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
