import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Words } from '#libs/contracts';

/** A practice's stay in a group: it keeps its dates for good (GRP-13). */
@Entity('group_member')
export class GroupMember {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'group_id' })
  groupId!: string;

  @Column('uuid', { name: 'practice_id' })
  practiceId!: string;

  @Column('timestamptz', { name: 'joined_at' })
  joinedAt!: Date;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt!: Date | null;

  /** Why this practice is here, in words meant for the practice itself. */
  @Column('jsonb', { nullable: true })
  why!: Words | null;
}
