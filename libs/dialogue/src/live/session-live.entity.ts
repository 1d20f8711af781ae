import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the live hour of a session is: which question is on, and which were passed over. The clock stands with the room. */
@Entity('session_live')
export class SessionLive {
  @PrimaryColumn('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'question_id', nullable: true })
  questionId!: string | null;

  /** Questions that were passed over; each stays open until it is shown again or the hour ends. */
  @Column('uuid', { array: true })
  skipped!: string[];

  /** The moderator lets the specialist go through the questions. */
  @Column('boolean', { name: 'specialist_steers' })
  specialistSteers!: boolean;

  @Column('integer')
  version!: number;
}
