import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A measure of a region; what it counts is in its versions. */
@Entity('measure')
export class Measure {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  /** Stable over versions and, for built-in ones, over regions. */
  @Column('text')
  code!: string;

  @Column('text')
  origin!: 'built-in' | 'own';

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
