import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuestionnaireContent, QuestionnaireVersionState } from '#libs/contracts';

/** What a questionnaire asks, as it stood: campaigns keep the version they were made with. */
@Entity('questionnaire_version')
export class QuestionnaireVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'questionnaire_id' })
  questionnaireId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  state!: QuestionnaireVersionState;

  @Column('jsonb')
  content!: QuestionnaireContent;

  /** Who saved it last; null for what came with Leerkring. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  @Column('uuid', { name: 'reviewer_id', nullable: true })
  reviewerId!: string | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  /** Set on a draft that was taken away. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
