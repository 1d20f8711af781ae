import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HandoutContent, HandoutState } from '#libs/contracts';

/** What was asked and answered, written down: naslagwerk. One per session. */
@Entity('handout')
export class Handout {
  @PrimaryColumn('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  state!: HandoutState;

  @Column('jsonb')
  content!: HandoutContent;

  /** A mark of each text as it was last made: what differs from its mark was written by people. */
  @Column('jsonb')
  made!: Record<string, string>;

  /** How many times it was published. */
  @Column('integer')
  edition!: number;

  /** Everything that can be searched. */
  @Column('text')
  words!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'check_until', nullable: true })
  checkUntil!: Date | null;

  /** Kept when the text changes after it: `draft` with a moment here says "checked, and changed since". */
  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  @Column('uuid', { name: 'checked_by', nullable: true })
  checkedBy!: string | null;

  @Column('text', { name: 'check_note', nullable: true })
  checkNote!: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @Column('integer')
  version!: number;
}
