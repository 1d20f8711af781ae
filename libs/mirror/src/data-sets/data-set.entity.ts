import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  DataSetState,
  DataSetView,
  ExtractField,
  ExtractProfileView,
  ExtractReading,
} from '#libs/contracts';

/** What is kept of a checked file beside its figures. */
export interface StoredProfile extends ExtractProfileView {
  /** Code → name of every item, for the register of items once this is approved. */
  names: Record<string, string>;
  difference: DataSetView['difference'];
}

/** One delivery of figures: loaded, checked, approved by another person, and never changed after that. */
@Entity('data_set')
export class DataSet {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('text')
  state!: DataSetState;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** bigint, so it comes as text. */
  @Column('bigint')
  bytes!: string;

  @Column('jsonb')
  format!: Partial<DataSetView['format']> & { reading?: ExtractReading };

  @Column('jsonb')
  mapping!: Record<string, ExtractField>;

  @Column('integer')
  rows!: number;

  @Column('integer', { name: 'refused_rows' })
  refusedRows!: number;

  @Column('jsonb', { nullable: true })
  profile!: StoredProfile | null;

  @Column('date', { name: 'period_from', nullable: true })
  periodFrom!: string | null;

  /** The day after. */
  @Column('date', { name: 'period_to', nullable: true })
  periodTo!: string | null;

  @Column('timestamptz', { name: 'extract_at', nullable: true })
  extractAt!: Date | null;

  /** `hmac-sha256:…` */
  @Column('text', { nullable: true })
  commitment!: string | null;

  @Column('uuid', { name: 'supersedes_id', nullable: true })
  supersedesId!: string | null;

  @Column('text', { nullable: true })
  why!: string | null;

  @Column('uuid', { name: 'loaded_by', nullable: true })
  loadedBy!: string | null;

  @Column('timestamptz', { name: 'loaded_at', nullable: true })
  loadedAt!: Date | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: string | null;

  /** 0..1 while loading. */
  @Column('real')
  fraction!: number;

  @Column('timestamptz', { name: 'heard_at', nullable: true })
  heardAt!: Date | null;

  @Column('timestamptz', { name: 'dropped_at', nullable: true })
  droppedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
