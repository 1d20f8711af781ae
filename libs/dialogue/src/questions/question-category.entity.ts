import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of the hour: questions that belong together, or what the department wants to tell (DIA-13). */
@Entity('question_category')
export class QuestionCategory {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: 'questions' | 'department';

  @Column('integer')
  position!: number;

  /** Null: gets its part of what is left. */
  @Column('integer', { nullable: true })
  minutes!: number | null;

  @Column('integer')
  version!: number;
}
