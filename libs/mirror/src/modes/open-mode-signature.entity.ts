import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One practice's signature under one scope. It stays when it is taken back; signing again is another row. */
@Entity('open_mode_signature')
export class OpenModeSignature {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'open_mode_id' })
  openModeId!: string;

  @Column('uuid', { name: 'practice_id' })
  practiceId!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  /** What the signer read and sent back. */
  @Column('text', { name: 'scope_hash' })
  scopeHash!: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;
}
