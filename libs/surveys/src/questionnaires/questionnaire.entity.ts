import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A questionnaire of a region; what it asks is in its versions. */
@Entity('questionnaire')
export class Questionnaire {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  /** Stable over versions and, for built-in ones, over regions. */
  @Column('text')
  key!: string;

  @Column('text')
  origin!: 'built-in' | 'own';

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
