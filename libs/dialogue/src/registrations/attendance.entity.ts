import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the organiser or a report says about somebody's attendance, instead of what was measured. */
@Entity('session_attendance')
export class Attendance {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'practice_id' })
  practiceId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** Null: not there. */
  @Column('timestamptz', { name: 'joined_at', nullable: true })
  joinedAt!: Date | null;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt!: Date | null;

  /** Every stay of a report, ISO 8601; empty for what an organiser said. */
  @Column('jsonb')
  stays!: [string, string][];

  @Column('text')
  source!: 'organiser' | 'report';

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;

  @Column('integer')
  version!: number;
}
