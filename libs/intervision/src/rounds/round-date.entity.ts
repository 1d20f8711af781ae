import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A candidate date: a local day and local times, never an instant. Archived, never deleted. */
@Entity('round_date')
export class RoundDate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('date')
  date!: string;

  @Column('text', { name: 'start_time' })
  startTime!: string;

  @Column('text', { name: 'end_time' })
  endTime!: string;

  @Column('integer', { name: 'max_groups', nullable: true })
  maxGroups!: number | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}
