import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A specialist department (vakgroep) as the region knows it. */
@Entity('department')
export class Department {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  hospital!: string | null;

  /** One specialist on the phone every day (DIA-18). */
  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { name: 'phone_hours', nullable: true })
  phoneHours!: string | null;

  /** How to ask for advice digitally (DIA-19). */
  @Column('text', { name: 'advice_consult', nullable: true })
  adviceConsult!: string | null;

  @Column('text', { name: 'agreement_url', nullable: true })
  agreementUrl!: string | null;

  /** Who answers when dates are asked; needs no account. */
  @Column('uuid', { name: 'contact_person_id', nullable: true })
  contactPersonId!: string | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
