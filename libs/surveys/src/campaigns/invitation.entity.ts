import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#libs/contracts';

/** Somebody who was asked. That it was used is all that is known of the answering: no time, no place. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'campaign_id' })
  campaignId!: string;

  @Column('integer')
  wave!: number;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'practice_id', nullable: true })
  practiceId!: string | null;

  @Column('text')
  role!: Role;

  @Column('text', { nullable: true })
  theme!: string | null;

  /** The meeting that brought this invitation. */
  @Column('uuid', { name: 'occasion_id', nullable: true })
  occasionId!: string | null;

  /** sha256 of Secrets.token('evaluation', id). */
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('boolean')
  used!: boolean;
}
