import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportRowView, ImportVerdict, ImportView, PracticeField } from '#libs/contracts';
import type { TableRow } from '#libs/tabular';
import type { Answer } from './practice-plan.rules.js';

/** One row as a person was shown it; the answer to its question is kept apart. */
export type ComparedView = Omit<ImportRowView, 'decision'>;

/** One uploaded practice list on its way into the register. */
@Entity('practice_import')
export class PracticeImport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  state!: ImportView['state'];

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** Of the file as it was uploaded. */
  @Column('text')
  sha256!: string;

  @Column('jsonb')
  format!: ImportView['format'];

  @Column('jsonb')
  headings!: string[];

  @Column('jsonb')
  mapping!: Record<string, PracticeField | null>;

  @Column('boolean', { name: 'mapping_remembered' })
  mappingRemembered!: boolean;

  @Column('jsonb')
  samples!: Record<string, string[]>;

  /** The rows of the file as they were read; corrections do not touch them. */
  @Column('jsonb')
  cells!: TableRow[];

  /** What the preview shows, worst rows first; made anew whenever mapping, corrections or the register changed. */
  @Column('jsonb')
  compared!: ComparedView[];

  /** Fingerprint of the previewed outcome; null before there is a preview. */
  @Column('text', { nullable: true })
  outcome!: string | null;

  /** Corrected cells, by row of the file and field. */
  @Column('jsonb')
  corrections!: Record<string, Partial<Record<PracticeField, string>>>;

  /** Answers, by row key. */
  @Column('jsonb')
  decisions!: Record<string, Answer>;

  @Column('jsonb')
  counts!: Partial<Record<ImportVerdict | 'undecided', number>>;

  /** null when the platform itself read it, e.g. the demo region. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt!: Date | null;

  @Column('integer')
  version!: number;
}
