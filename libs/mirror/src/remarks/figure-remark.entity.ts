import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FigureRemarkView } from '#libs/contracts';

/** A practice's word on its own figure. Its text never changes: it is answered, or taken back as it stands. */
@Entity('figure_remark')
export class FigureRemark {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'practice_id' })
  practiceId!: string;

  @Column('text', { name: 'measure_code' })
  measureCode!: string;

  @Column('text')
  item!: string;

  @Column('date', { name: 'period_from' })
  periodFrom!: string;

  @Column('date', { name: 'period_to' })
  periodTo!: string;

  @Column('text')
  kind!: FigureRemarkView['kind'];

  @Column({ type: 'text', update: false })
  text!: string;

  @Column('text')
  state!: FigureRemarkView['state'];

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
