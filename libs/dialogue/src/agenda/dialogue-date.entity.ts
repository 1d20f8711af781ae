import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A date on which a session can be: local day and times. */
@Entity('dialogue_date')
export class DialogueDate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'year_id' })
  yearId!: string;

  @Column('date')
  date!: string;

  @Column('text', { name: 'start_time' })
  startTime!: string;

  @Column('text', { name: 'end_time' })
  endTime!: string;
}
