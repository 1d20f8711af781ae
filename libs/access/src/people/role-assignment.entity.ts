import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role, ScopeKind } from '#libs/contracts';

/** A role that a person holds or held. Never deleted: ending and handing over keep the history (XCT-09). */
@Entity('role_assignment')
export class RoleAssignment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('text', { name: 'scope_kind' })
  scopeKind!: ScopeKind;

  @Column('uuid', { name: 'scope_id', nullable: true })
  scopeId!: string | null;

  @Column('text', { name: 'job_title', nullable: true })
  jobTitle!: string | null;

  @Column('text', { name: 'big_number', nullable: true })
  bigNumber!: string | null;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { nullable: true })
  until!: Date | null;

  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy!: string | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  /** The assignment that took this one's place. */
  @Column('uuid', { name: 'handed_over_to', nullable: true })
  handedOverTo!: string | null;
}
