import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionStepKind, SessionStepState } from '#libs/contracts';

/** Something that a session does at a moment. Done once, however often it is woken. */
@Entity('session_step')
export class SessionStep {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('text')
  kind!: SessionStepKind;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** The organiser decided about it: it no longer moves along with the session. */
  @Column('boolean', { name: 'own_moment' })
  ownMoment!: boolean;

  @Column('text')
  state!: SessionStepState;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  /** Mails planned by it; null for what mails nothing. */
  @Column('integer', { nullable: true })
  count!: number | null;

  @Column('integer')
  version!: number;
}
