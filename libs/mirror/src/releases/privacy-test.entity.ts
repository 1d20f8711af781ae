import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PrivacyTestView } from '#libs/contracts';
import type { Carried, Look } from './privacy-test.rules.js';

/** What the gate would do with a data set if it were released now: a row that says what must be looked at, and what came out (D7). */
@Entity('privacy_test')
export class PrivacyTest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'data_set_id' })
  dataSetId!: string;

  @Column('text')
  state!: Exclude<PrivacyTestView['state'], 'none'>;

  @Column('real')
  fraction!: number;

  /** Drawn anew each time an audience is taken up: whoever was silent for too long has lost it. */
  @Column('uuid', { name: 'held_by', nullable: true })
  heldBy!: string | null;

  @Column('timestamptz', { name: 'heard_at', nullable: true })
  heardAt!: Date | null;

  /** How often the audience at hand was taken up. */
  @Column('smallint')
  attempts!: number;

  /** Every audience in the order in which they are looked at. */
  @Column('jsonb')
  result!: Look[];

  @Column('jsonb', { nullable: true })
  carried!: Carried | null;

  /** A code, see `endWords`. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy!: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('integer')
  version!: number;
}
