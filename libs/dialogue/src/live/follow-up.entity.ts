import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FollowUpState } from '#libs/contracts';

/** A deepening question that a participant asks while the session runs (DIA-10). */
@Entity('follow_up_question')
export class FollowUp {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  /** The question that was on then. */
  @Column('uuid', { name: 'question_id', nullable: true })
  questionId!: string | null;

  @Column('uuid', { name: 'practice_id' })
  practiceId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  text!: string;

  /** The asker chose to show the name of the practice to the other participants. */
  @Column('boolean')
  named!: boolean;

  @Column('text')
  state!: FollowUpState;

  /** The other participants may read it. */
  @Column('boolean')
  shown!: boolean;

  @Column('text')
  note!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('integer')
  version!: number;
}
