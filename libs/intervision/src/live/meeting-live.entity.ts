import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MethodContent } from '#libs/contracts';

/** What a live meeting works with. Clock and opening stand with its room; roles and texts are rows of their own. */
@Entity('meeting_live')
export class MeetingLive {
  @PrimaryColumn('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text', { name: 'method_id' })
  methodId!: string;

  /** The method as it was when the meeting opened: later changes of it change no meeting. */
  @Column('jsonb')
  method!: MethodContent;

  @Column('integer')
  minutes!: number;

  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy!: string | null;
}
