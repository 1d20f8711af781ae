import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExtractKind, ReleaseView } from '#libs/contracts';
import type { GateVerdict } from './gate.rules.js';

/** What one audience may see of the figures of a kind: a row that says what must be judged, and what became of it. */
@Entity('release')
export class Release {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  audience!: ReleaseView['audience'];

  @Column('uuid', { name: 'group_id', nullable: true })
  groupId!: string | null;

  @Column('text')
  mode!: ReleaseView['mode'];

  @Column('uuid', { name: 'open_mode_id', nullable: true })
  openModeId!: string | null;

  /** The practices it compares, and whose people read it when it is a group's. */
  @Column('uuid', { array: true })
  members!: string[];

  @Column('text')
  kind!: ExtractKind;

  @Column('uuid', { name: 'data_set_ids', array: true })
  dataSetIds!: string[];

  @Column('date', { name: 'period_from' })
  periodFrom!: string;

  /** The day after. */
  @Column('date', { name: 'period_to' })
  periodTo!: string;

  @Column('text')
  state!: ReleaseView['state'];

  @Column('real')
  fraction!: number;

  @Column('timestamptz', { name: 'heard_at', nullable: true })
  heardAt!: Date | null;

  @Column('smallint')
  attempts!: number;

  @Column('text', { name: 'policy_version' })
  policyVersion!: string;

  /** Holds the truth about what was hidden: for the auditor, never in a view. */
  @Column('jsonb', { nullable: true })
  verdict!: (GateVerdict & { auditId: string }) | null;

  /** A code, see `reasonWords`. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** A code, see `coarsenedWords`. */
  @Column('text', { nullable: true })
  coarsened!: string | null;

  @Column('uuid', { name: 'supersedes_id', nullable: true })
  supersedesId!: string | null;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
