import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published intervision group with its first meeting. */
@Entity('intervision_group')
export class Group {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'theme_id' })
  themeId!: string;

  @Column('uuid', { name: 'date_id' })
  dateId!: string;

  /** Local date and times in `timeZone`, as they were agreed. */
  @Column('date')
  date!: string;

  @Column('text', { name: 'start_time' })
  startTime!: string;

  @Column('text', { name: 'end_time' })
  endTime!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('text', { nullable: true })
  location!: string | null;

  @Column('uuid', { name: 'leader_practice_id', nullable: true })
  leaderPracticeId!: string | null;

  @Column('uuid', { name: 'leader_person_id', nullable: true })
  leaderPersonId!: string | null;

  /** The leader's name, also of somebody who is no person in the register. */
  @Column('text', { name: 'leader_name', nullable: true })
  leaderName!: string | null;

  /** The same for life, so that calendars update the entry instead of adding one (features 12). */
  @Column('text', { name: 'calendar_uid' })
  calendarUid!: string;

  @Column('integer', { name: 'calendar_sequence' })
  calendarSequence!: number;

  @Column('date', { name: 'started_on' })
  startedOn!: string;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('integer')
  version!: number;
}
