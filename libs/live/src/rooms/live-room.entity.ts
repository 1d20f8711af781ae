import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LiveClock } from '../clock/clock.rules.js';

/** The live room of a session or meeting, by the id of what it belongs to. */
@Entity('live_room')
export class LiveRoom {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  kind!: 'session' | 'meeting';

  @Column('jsonb')
  clock!: LiveClock;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('integer')
  version!: number;
}
