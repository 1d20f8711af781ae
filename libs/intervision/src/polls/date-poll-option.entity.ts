import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A moment that can be chosen. Moved, it becomes another option: what was said of the old one stays with the old one. */
@Entity('date_poll_option')
export class DatePollOption {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'poll_id' })
  pollId!: string;

  /** Local date and times. */
  @Column('date')
  date!: string;

  @Column('text', { name: 'start_time' })
  startTime!: string;

  @Column('text', { name: 'end_time' })
  endTime!: string;

  @Column('uuid', { name: 'replaces_id', nullable: true })
  replacesId!: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Column('timestamptz', { name: 'added_at' })
  addedAt!: Date;
}
