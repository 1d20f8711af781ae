import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OpenModeScope, OpenModeView } from '#libs/contracts';

/** A proposal or agreement to show figures by name inside one group; its scope never changes, another scope is another row. */
@Entity('open_mode')
export class OpenMode {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'group_id' })
  groupId!: string;

  @Column('text')
  state!: OpenModeView['state'];

  @Column('jsonb')
  scope!: OpenModeScope;

  @Column('text', { name: 'scope_hash' })
  scopeHash!: string;

  /** The last day on which it holds. */
  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  @Column('uuid', { name: 'proposed_by', nullable: true })
  proposedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
