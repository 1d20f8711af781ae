import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingCircle, MeetingState } from '#libs/contracts';

/** One meeting of a group, or of practices that meet besides (GRP-09). */
@Entity('meeting')
export class Meeting {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'group_id', nullable: true })
  groupId!: string | null;

  @Column('text')
  circle!: MeetingCircle;

  @Column('text')
  title!: string;

  @Column('text')
  state!: MeetingState;

  /** Counts as the yearly mandatory meeting (GRP-03). */
  @Column('boolean')
  mandatory!: boolean;

  /** Local date and times in `timeZone`, as they were agreed; null as long as the date is asked for. */
  @Column('date', { nullable: true })
  date!: string | null;

  @Column('text', { name: 'start_time', nullable: true })
  startTime!: string | null;

  @Column('text', { name: 'end_time', nullable: true })
  endTime!: string | null;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  @Column('text', { nullable: true })
  location!: string | null;

  @Column('text', { name: 'meeting_link', nullable: true })
  meetingLink!: string | null;

  /** Who calls practices together outside a group. */
  @Column('uuid', { name: 'organiser_practice_id', nullable: true })
  organiserPracticeId!: string | null;

  /** The same for life, so that calendars update the entry instead of adding one (features 12). */
  @Column('text', { name: 'calendar_uid' })
  calendarUid!: string;

  @Column('integer', { name: 'calendar_sequence' })
  calendarSequence!: number;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
