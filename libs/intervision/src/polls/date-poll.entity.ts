import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DatePollState } from '#libs/contracts';

/** Which date suits the practices of one meeting (GRP-15). */
@Entity('date_poll')
export class DatePoll {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('text')
  state!: DatePollState;

  @Column('timestamptz', { name: 'answer_until' })
  answerUntil!: Date;

  /** So many days before the deadline who did not answer everything is reminded. */
  @Column('integer', { name: 'reminder_days', array: true })
  reminderDays!: number[];

  /** When the leader was told that everybody had answered. */
  @Column('timestamptz', { name: 'complete_at', nullable: true })
  completeAt!: Date | null;

  @Column('uuid', { name: 'chosen_option_id', nullable: true })
  chosenOptionId!: string | null;

  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy!: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('integer')
  version!: number;
}
