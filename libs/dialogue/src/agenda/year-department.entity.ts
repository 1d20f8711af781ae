import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A department in the agenda of one year: what practices can choose from, and, once the votes are counted, who is asked. */
@Entity('dialogue_year_department')
export class YearDepartment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'year_id' })
  yearId!: string;

  @Column('uuid', { name: 'department_id' })
  departmentId!: string;

  @Column('boolean')
  invited!: boolean;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('integer')
  version!: number;
}
