import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language, MailState } from '#libs/contracts';

/** One mail that must be, is being or was sent. The body is made from template and params whenever it is needed. */
@Entity('mail')
export class Mail {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  template!: string;

  @Column('jsonb')
  params!: Record<string, unknown>;

  @Column('text')
  language!: Language;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text', { name: 'to_name' })
  toName!: string;

  @Column('text', { name: 'to_email' })
  toEmail!: string;

  /** What the mail is about, to find or cancel it by. */
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('text')
  state!: MailState;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  nextAttemptAt!: Date | null;

  /** The worker that is sending it (LeaseHolder); null in every state but `queued`. */
  @Column('integer', { nullable: true })
  holder!: number | null;

  /** The same at every attempt, so that a receiver can tell a repeat. */
  @Column('text', { name: 'message_id' })
  messageId!: string;

  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
