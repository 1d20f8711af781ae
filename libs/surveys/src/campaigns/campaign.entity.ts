import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AnonymityLevel,
  CampaignAudience,
  CampaignState,
  CampaignSubjectKind,
  Words,
} from '#libs/contracts';

/** How many were asked, how many answered, from how many practices the answers came. */
export interface TurnoutCount {
  invited: number;
  answered: number;
  practices: number;
}

/** Counted once, at closing: after that the invitations go and nothing can be counted from rows. */
export interface CampaignTurnout {
  whole: TurnoutCount;
  /** By role slug. */
  roles: Record<string, TurnoutCount>;
  /** By theme name. */
  themes: Record<string, TurnoutCount>;
}

/** One sending of a questionnaire to an audience. */
@Entity('campaign')
export class Campaign {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'questionnaire_version_id' })
  questionnaireVersionId!: string;

  @Column('jsonb')
  title!: Words;

  @Column('text')
  state!: CampaignState;

  @Column('text')
  anonymity!: AnonymityLevel;

  @Column('jsonb')
  audience!: CampaignAudience;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: CampaignSubjectKind;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  /** Vakgroep of a dialogue session. */
  @Column('text', { nullable: true })
  department!: string | null;

  @Column('integer', { name: 'response_days' })
  responseDays!: number;

  /** Days before the end of the time to answer on which who has not answered is reminded. */
  @Column('integer', { name: 'reminder_days', array: true })
  reminderDays!: number[];

  @Column('bytea', { name: 'public_key', nullable: true })
  publicKey!: Buffer | null;

  @Column('integer', { name: 'ballot_size', nullable: true })
  ballotSize!: number | null;

  @Column('jsonb', { nullable: true })
  turnout!: CampaignTurnout | null;

  /** People who belong to the audience and have no mail address. */
  @Column('uuid', { array: true })
  unreachable!: string[];

  @Column('uuid', { name: 'launched_by', nullable: true })
  launchedBy!: string | null;

  @Column('timestamptz', { name: 'launched_at', nullable: true })
  launchedAt!: Date | null;

  /** When it was closed, or stopped. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { name: 'shared_at', nullable: true })
  sharedAt!: Date | null;

  /** Set on a draft that was taken away. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
