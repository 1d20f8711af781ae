import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PracticeField } from '#libs/contracts';

/** Which column was which, remembered per source: files with the same headings come from the same place. */
@Entity('import_mapping')
export class ImportMapping {
  @PrimaryColumn('uuid', { name: 'region_id' })
  regionId!: string;

  @PrimaryColumn('text')
  kind!: string;

  /** Of the headings, whatever their order. */
  @PrimaryColumn('text')
  fingerprint!: string;

  @Column('jsonb')
  mapping!: Record<string, PracticeField | null>;

  @Column('timestamptz', { name: 'used_at' })
  usedAt!: Date;
}
