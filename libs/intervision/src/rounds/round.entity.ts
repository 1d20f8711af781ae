import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoundAsk, RoundKindSlug, RoundRules, RoundState } from '#libs/contracts';

/** One round of forming groups: asking, answering, publishing. It keeps its own copy of what its kind prescribed. */
@Entity('round')
export class Round {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  kind!: RoundKindSlug;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  introduction!: string | null;

  @Column('text')
  state!: RoundState;

  /** Since when answers are taken; reminders planned before this moment never go out. */
  @Column('timestamptz', { name: 'answer_from', nullable: true })
  answerFrom!: Date | null;

  @Column('timestamptz', { name: 'answer_until', nullable: true })
  answerUntil!: Date | null;

  @Column('text', { array: true })
  asks!: RoundAsk[];

  @Column('jsonb')
  rules!: RoundRules;

  /** Days before the deadline on which who has not answered is reminded. */
  @Column('integer', { name: 'reminder_days', array: true })
  reminderDays!: number[];

  /** Those of `reminderDays` that are done for this deadline. */
  @Column('integer', { name: 'reminded_days', array: true })
  remindedDays!: number[];

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('uuid', { name: 'published_proposal_id', nullable: true })
  publishedProposalId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
