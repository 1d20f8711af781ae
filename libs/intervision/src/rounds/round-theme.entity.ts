import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A theme practices can rank. Archived, never deleted: answers go on naming it. */
@Entity('round_theme')
export class RoundTheme {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('text', { name: 'short_name' })
  shortName!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('integer', { name: 'max_groups', nullable: true })
  maxGroups!: number | null;

  @Column('integer')
  position!: number;

  @Column('uuid', { name: 'catalogue_item_id', nullable: true })
  catalogueItemId!: string | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}
