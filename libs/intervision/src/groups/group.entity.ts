import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published intervision group; when it meets is said by its meetings. */
@Entity('intervision_group')
export class Group {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'theme_id' })
  themeId!: string;

  @Column('uuid', { name: 'date_id' })
  dateId!: string;

  @Column('uuid', { name: 'leader_practice_id', nullable: true })
  leaderPracticeId!: string | null;

  @Column('uuid', { name: 'leader_person_id', nullable: true })
  leaderPersonId!: string | null;

  /** The leader's name, also of somebody who is no person in the register. */
  @Column('text', { name: 'leader_name', nullable: true })
  leaderName!: string | null;

  @Column('date', { name: 'started_on' })
  startedOn!: string;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('integer')
  version!: number;
}
