import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DialogueSessionState } from '#libs/contracts';

/** The hour with a department: `DialogueSession` on the screen is a dialoogsessie. */
@Entity('dialogue_session')
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'year_id', nullable: true })
  yearId!: string | null;

  @Column('uuid', { name: 'department_id' })
  departmentId!: string;

  @Column('text')
  title!: string;

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

  @Column('text')
  state!: DialogueSessionState;

  @Column('text', { nullable: true })
  introduction!: string | null;

  /** The Teams link that the organiser fills in. */
  @Column('text', { name: 'meeting_link', nullable: true })
  meetingLink!: string | null;

  /** Null: no maximum. */
  @Column('integer', { nullable: true })
  places!: number | null;

  /** Participants see a follow-up question only after the moderator showed it. */
  @Column('boolean')
  moderated!: boolean;

  /** Day of the preparatory talk with the specialist (DIA-05). */
  @Column('date', { name: 'talk_on', nullable: true })
  talkOn!: string | null;

  @Column('text', { name: 'activity_id', nullable: true })
  activityId!: string | null;

  /** `numeric` arrives as text. */
  @Column('numeric', { name: 'accredited_hours', nullable: true })
  accreditedHours!: string | null;

  /** When the questions went to the specialist (DIA-08); what is asked after that is late (DIA-21). */
  @Column('timestamptz', { name: 'shared_at', nullable: true })
  sharedAt!: Date | null;

  @Column('text', { name: 'calendar_uid' })
  calendarUid!: string;

  @Column('integer', { name: 'calendar_sequence' })
  calendarSequence!: number;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt!: Date | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
