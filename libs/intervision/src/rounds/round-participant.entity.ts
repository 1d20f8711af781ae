import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A practice on the list of a round, also after it was taken off: its answer stays. */
@Entity('round_participant')
export class RoundParticipant {
  @PrimaryColumn('uuid', { name: 'round_id' })
  roundId!: string;

  @PrimaryColumn('uuid', { name: 'practice_id' })
  practiceId!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('boolean', { name: 'taking_part' })
  takingPart!: boolean;

  /** The coordinator lets it in without an answer: every date `maybe`, no preferences (decisions, Groups). */
  @Column('boolean', { name: 'without_answer' })
  withoutAnswer!: boolean;

  @Column('timestamptz', { name: 'invited_at', nullable: true })
  invitedAt!: Date | null;

  @Column('integer')
  reminders!: number;

  @Column('timestamptz', { name: 'last_reminder_at', nullable: true })
  lastReminderAt!: Date | null;
}
