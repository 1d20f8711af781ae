import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MethodContent } from '#libs/contracts';

/** A method that a region added (SES-03). */
@Entity('discussion_method')
export class Method {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('jsonb')
  content!: MethodContent;

  /** The method that it started from: a short word of a built-in one, or an id. */
  @Column('text', { name: 'copied_from' })
  copiedFrom!: string;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
