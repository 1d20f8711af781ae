import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CampaignStepKind, CampaignStepView } from '#libs/contracts';

/** Something that a campaign does at a moment: invite, remind, close. Done once, however often it is woken. */
@Entity('campaign_step')
export class CampaignStep {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'campaign_id' })
  campaignId!: string;

  @Column('text')
  kind!: CampaignStepKind;

  /** 1, 2, …: the people of one day of meetings. The closing step belongs to the last wave. */
  @Column('integer')
  wave!: number;

  /** 1 or 2 for reminders. */
  @Column('integer', { nullable: true })
  number!: number | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('text')
  state!: CampaignStepView['state'];

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  /** Mails planned by it. */
  @Column('integer', { nullable: true })
  count!: number | null;

  @Column('integer')
  version!: number;
}
