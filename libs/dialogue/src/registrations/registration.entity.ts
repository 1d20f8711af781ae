import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttendeeKind, RegistrationState } from '#libs/contracts';

/** Who goes for a practice. One row per session and practice, for life (DIA-07): replacing changes the person, never adds one. */
@Entity('session_registration')
export class Registration {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'practice_id' })
  practiceId!: string;

  @Column('text')
  state!: RegistrationState;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', { name: 'attendee_kind' })
  attendeeKind!: AttendeeKind;

  /** Decides the order of who waits. */
  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('uuid', { name: 'registered_by', nullable: true })
  registeredBy!: string | null;

  @Column('text', { nullable: true })
  excuse!: string | null;

  /** The sequence of the last calendar entry that this practice's person got. */
  @Column('integer', { name: 'calendar_sequence' })
  calendarSequence!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
