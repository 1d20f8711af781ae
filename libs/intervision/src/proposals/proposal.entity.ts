import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalSummaryView, ScoresView, Words } from '#libs/contracts';
import type { Instance, Solution, SolutionGroup } from '#libs/grouping';

/** What `improve` may not touch. */
export interface Pins {
  /** Practices that stay in their group. */
  practices: string[];
  /** Groups that stay as they are. */
  groups: string[];
  /** Groups that keep their leader. */
  leaders: string[];
}

/** Scores and proof as they were when the groups last changed. */
export interface StoredSummary {
  objective: number;
  bound: number | null;
  optimal: boolean;
  scores: ScoresView;
  groups: number;
  unassigned: number;
  /** Repair: what changes against the published groups. */
  moves?: Words[];
  /** Repair: proposal group → published group, for the groups that go on. */
  groupIds?: Record<string, string>;
  /** Repair: versions of the published groups when it was asked for, by group id. */
  groupVersions?: Record<string, number>;
}

/** The groups before a change by hand. */
export interface HistoryStep {
  groups: SolutionGroup[];
  unassigned: Solution['unassigned'];
}

/** One computed or adjusted set of groups with its scores and proof. */
@Entity('proposal')
export class Proposal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('uuid', { name: 'run_id', nullable: true })
  runId!: string | null;

  @Column('text')
  label!: string;

  @Column('text')
  kind!: ProposalSummaryView['kind'];

  @Column('text')
  state!: 'ready' | 'published' | 'superseded';

  @Column('jsonb')
  instance!: Instance;

  /** Of the round as it was when this was computed; another fingerprint now means that answers changed since. */
  @Column('text', { name: 'instance_hash' })
  instanceHash!: string;

  @Column('jsonb')
  solution!: Solution;

  @Column('jsonb')
  summary!: StoredSummary;

  @Column('jsonb')
  pins!: Pins;

  /** Undo steps, oldest first. */
  @Column('jsonb')
  history!: HistoryStep[];

  @Column('uuid', { name: 'based_on', nullable: true })
  basedOn!: string | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}
