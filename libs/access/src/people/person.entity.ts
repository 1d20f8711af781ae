import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '#libs/contracts';

/** Somebody with an e-mail address; the same person in every region. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  language!: Language;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
