import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { HolidayRegion } from '#libs/contracts';

/** A tenant: the regional organisation. The table carries no row-level security, so every query names the actor's region. */
@Entity('region')
export class Region {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'holiday_region' })
  holidayRegion!: HolidayRegion;

  @Column('text', { name: 'reply_to', nullable: true })
  replyTo!: string | null;

  /** Local time, `09:00`. */
  @Column('text', { name: 'evaluation_time' })
  evaluationTime!: string;

  @VersionColumn()
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
