import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Conflict, Instance, Solution } from '#libs/grouping';
import type { RelaxationView } from '#libs/contracts';
import type { Pins } from '../proposals/proposal.entity.js';
import type { SourceChange } from './relaxation.rules.js';

/** What a run was asked to do. */
export interface FormingRequest {
  /** Wall-clock budget of the engine, in seconds. */
  seconds: number;
  seed: number;
  /** How often a worker has begun. */
  attempts: number;
  /** Fingerprint of the round when the run was asked for; proposals carry it to know when they are stale. */
  roundHash: string;
  /** Purpose `improve`: the proposal to start from and what must stay. */
  proposalId?: string;
  pins?: Pins;
  /** Purpose `repair`. */
  join?: string[];
  leave?: string[];
  merge?: { from: string; into: string }[];
  /** Purposes `improve` and `repair`: the groups to start from. */
  current?: Solution;
  /** Purpose `repair`: versions of the published groups, by group id. */
  groupVersions?: Record<string, number>;
}

/** A way out that was worked out for rules that clash, with the change that accepting it makes. */
export interface StoredRelaxation extends RelaxationView {
  change: SourceChange;
}

export interface FormingOutcome {
  practices: number;
  unassigned: string[];
  conflicts: Conflict[];
  relaxations: StoredRelaxation[];
  proposalIds: string[];
  /** Set when a relaxation of this run was accepted; `undo` brings back what it changed. */
  accepted?: { relaxationId: string; undo: SourceChange; undone: boolean };
}

/** One computation of groups: a row that says what must be computed, by whom it is being done and what came out. */
@Entity('forming_run')
export class FormingRun {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('text')
  purpose!: 'form' | 'improve' | 'repair';

  @Column('text')
  state!: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

  @Column('jsonb')
  request!: FormingRequest;

  @Column('text')
  phase!: string;

  @Column('double precision')
  fraction!: number;

  @Column('jsonb', { nullable: true })
  instance!: Instance | null;

  @Column('jsonb', { nullable: true })
  outcome!: FormingOutcome | null;

  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { name: 'heartbeat_at', nullable: true })
  heartbeatAt!: Date | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
