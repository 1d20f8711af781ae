import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two practices that never share a group. The reason is the coordinator's; no participant ever reads it. */
@Entity('forbidden_pair')
export class ForbiddenPair {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  /** The smaller of the two ids, so that a pair is written one way only. */
  @Column('uuid', { name: 'practice_a' })
  practiceA!: string;

  @Column('uuid', { name: 'practice_b' })
  practiceB!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
