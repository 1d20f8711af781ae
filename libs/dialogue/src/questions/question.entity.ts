import { Column, Entity, PrimaryColumn } from 'typeorm';

export type QuestionState = 'proposed' | 'asked' | 'withdrawn';

/** What a practice asks, or the organiser; with whatever became of it. */
@Entity('session_question')
export class Question {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  /** Null: added by the organiser. */
  @Column('uuid', { name: 'practice_id', nullable: true })
  practiceId!: string | null;

  @Column('text')
  state!: QuestionState;

  /** As it was asked. */
  @Column('text')
  text!: string;

  /** The organiser's wording for everybody; null as long as it is the asker's. */
  @Column('text', { name: 'shown_text', nullable: true })
  shownText!: string | null;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  /** How a colleague signed in the inbox; for the own practice alone. */
  @Column('text', { name: 'author_name', nullable: true })
  authorName!: string | null;

  /** Asked after the questions went to the specialist (DIA-21). */
  @Column('boolean')
  late!: boolean;

  /** Kept while the question is merged, so that taking it apart puts it back where it was. */
  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId!: string | null;

  @Column('integer')
  position!: number;

  /** The question that it was put together with; that one is never merged itself. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('text', { nullable: true })
  fate!: 'answered-live' | 'in-handout' | 'parked' | 'sent-back' | null;

  @Column('text', { name: 'fate_reason', nullable: true })
  fateReason!: string | null;

  @Column('timestamptz', { name: 'fate_at', nullable: true })
  fateAt!: Date | null;

  @Column('timestamptz', { name: 'shared_at', nullable: true })
  sharedAt!: Date | null;

  @Column('timestamptz', { name: 'asked_at', nullable: true })
  askedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
