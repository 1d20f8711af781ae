import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one vote of a practice in a year (DIA-02). */
@Entity('department_vote')
export class DepartmentVote {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'year_id' })
  yearId!: string;

  @Column('uuid', { name: 'practice_id' })
  practiceId!: string;

  /** Department ids, the most wanted first. */
  @Column('uuid', { array: true })
  ranking!: string[];

  /** By the link of the mail, signed in, or collected in a theme meeting. */
  @Column('text')
  source!: 'link' | 'site' | 'meeting';

  @Column('uuid', { name: 'given_by', nullable: true })
  givenBy!: string | null;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  @Column('integer')
  version!: number;
}
