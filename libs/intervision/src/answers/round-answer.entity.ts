import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DateAnswer, StayWish } from '#libs/contracts';

/** The one answer of a practice in a round, whoever gives it (ORG-01). Every field may still be unanswered. */
@Entity('round_answer')
export class RoundAnswer {
  @PrimaryColumn('uuid', { name: 'round_id' })
  roundId!: string;

  @PrimaryColumn('uuid', { name: 'practice_id' })
  practiceId!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  /** Theme ids by preference; may also name themes that were archived since. */
  @Column('uuid', { array: true })
  ranked!: string[];

  @Column('uuid', { array: true })
  excluded!: string[];

  /** Date id → answer; a date that is absent is unanswered, which is not `no` (field B1). */
  @Column('jsonb')
  dates!: Record<string, DateAnswer>;

  @Column('integer', { nullable: true })
  motivation!: number | null;

  @Column('text', { nullable: true })
  stay!: StayWish | null;

  @Column('boolean', { name: 'can_lead', nullable: true })
  canLead!: boolean | null;

  @Column('uuid', { name: 'leader_person_id', nullable: true })
  leaderPersonId!: string | null;

  /** The leader's name as the practice typed it; null when it was chosen from the practice's people. */
  @Column('text', { name: 'leader_name', nullable: true })
  leaderName!: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { name: 'saved_at', nullable: true })
  savedAt!: Date | null;

  @Column('uuid', { name: 'saved_by', nullable: true })
  savedBy!: string | null;

  @Column('text', { nullable: true })
  via!: 'link' | 'account' | 'phone' | null;

  @Column('integer')
  version!: number;
}
