import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** One GP practice of a region: the central unit of everything (ORG-01). */
@Entity('practice')
export class Practice {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  /** 8 digits, as text. */
  @Column('text')
  agb!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  street!: string | null;

  @Column('text', { nullable: true })
  postcode!: string | null;

  @Column('text', { nullable: true })
  town!: string | null;

  /** HAGRO or wijk (ORG-15). */
  @Column('text', { nullable: true })
  district!: string | null;

  @Column('text', { name: 'fto_group', nullable: true })
  ftoGroup!: string | null;

  @Column('text', { name: 'dto_group', nullable: true })
  dtoGroup!: string | null;

  /** One GP alone (ORG-17). */
  @Column('boolean')
  solo!: boolean;

  /** Registered patients. */
  @Column('integer', { name: 'list_size', nullable: true })
  listSize!: number | null;

  /** `2024-Q1`: the MTVP year is counted from here (PRG-01). */
  @Column('text', { name: 'start_quarter', nullable: true })
  startQuarter!: string | null;

  /** Project wave (ORG-18), e.g. `Groep 1`. */
  @Column('text', { name: 'start_wave', nullable: true })
  startWave!: string | null;

  @Column('text', { nullable: true })
  consultant!: string | null;

  @Column('integer', { nullable: true })
  motivation!: number | null;

  /** The holder's name as a list gave it without an e-mail address. */
  @Column('text', { name: 'named_holder', nullable: true })
  namedHolder!: string | null;

  /** The contact person's name as a list gave it without an e-mail address. */
  @Column('text', { name: 'named_contact', nullable: true })
  namedContact!: string | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @VersionColumn({ type: 'integer' })
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
