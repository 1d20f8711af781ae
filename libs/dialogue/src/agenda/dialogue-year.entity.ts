import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DialogueYearState } from '#libs/contracts';

/** The agenda of one calendar year (DIA-01). */
@Entity('dialogue_year')
export class DialogueYear {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('integer')
  year!: number;

  @Column('text')
  state!: DialogueYearState;

  @Column('timestamptz', { name: 'vote_until', nullable: true })
  voteUntil!: Date | null;

  /** Until when departments can say which dates suit. */
  @Column('timestamptz', { name: 'prefer_until', nullable: true })
  preferUntil!: Date | null;

  /** Coordinating specialist (ORG-09). */
  @Column('uuid', { name: 'coordinator_person_id', nullable: true })
  coordinatorPersonId!: string | null;

  /** When the dates went to the departments. */
  @Column('timestamptz', { name: 'passed_on_at', nullable: true })
  passedOnAt!: Date | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
