import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a group looks at in its meeting: the story and the question come before the figures (MIR-05). */
@Entity('group_preparation')
export class GroupPreparation {
  @PrimaryColumn('uuid', { name: 'group_id' })
  groupId!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  story!: string;

  @Column('text')
  question!: string;

  @Column('jsonb')
  figures!: { measure: string; item: string }[];

  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy!: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('integer')
  version!: number;
}
