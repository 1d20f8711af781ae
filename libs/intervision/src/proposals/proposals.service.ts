import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import {
  roundRoom,
  type BoardChange,
  type EffectView,
  type ExplanationView,
  type ProposalSummaryView,
  type ProposalView,
} from '#libs/contracts';
import { allow, Database, DomainError, found, fresh, isId, Rooms, type Actor } from '#libs/platform';
import { writeXlsx } from '#libs/tabular';
import { canManageRounds } from '../intervision.policy.js';
import { loadRoundSource } from '../forming/instance.queries.js';
import { buildInstance, instanceHash } from '../forming/instance.rules.js';
import { boardOf, gapPercent, summaryOf, tryChange, type BoardNames } from './board.rules.js';
import { exportSheets } from './export.rules.js';
import { explanationOf } from './explanation.rules.js';
import { leftReason } from './left-out.rules.js';
import { Proposal, type Pins } from './proposal.entity.js';
import { practicesNamed } from './proposals.queries.js';

/** Steps that can be undone; older ones are forgotten. */
const MOST_UNDO = 50;

/** What must stay as it is on the board. */
export interface PinWish {
  practices: { practiceId: string; groupId: string }[];
  groups: string[];
  leaders: { practiceId: string; groupId: string }[];
}

/** The proposals of a round: read, tried out, changed by hand, pinned and explained. All of it is for the organiser. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly database: Database,
    private readonly rooms: Rooms,
    private readonly audit: AuditService,
  ) {}

  /** The round's proposals, those that can be published first, then the newest first. */
  async list(actor: Actor, roundId: string): Promise<ProposalSummaryView[]> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const hash = await this.currentHash(roundId);
      const proposals = await this.database
        .repository(Proposal)
        .createQueryBuilder('p')
        .select(['p.id', 'p.label', 'p.kind', 'p.state', 'p.summary', 'p.instanceHash', 'p.version'])
        .where('p.roundId = :roundId', { roundId })
        .orderBy(`case p.state when 'ready' then 0 when 'published' then 1 else 2 end`)
        .addOrderBy('p.id', 'ASC')
        .take(100)
        .getMany();
      return proposals.map((proposal) => summaryView(proposal, hash));
    });
  }

  async get(actor: Actor, id: string): Promise<ProposalView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => this.view(await this.load(id)));
  }

  /** What a change would do to every score, without doing it (features 21). */
  async effect(actor: Actor, id: string, change: BoardChange): Promise<EffectView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const proposal = await this.load(id);
      const { practices } = await this.names(proposal);
      return tryChange(proposal.instance, proposal.solution, change, practices).effect;
    });
  }

  /** Makes a change on the board. @throws `proposal.hard-rule` with the rule's sentence when it would break one. */
  async change(
    actor: Actor,
    id: string,
    version: number | undefined,
    change: BoardChange,
  ): Promise<ProposalView> {
    return this.edit(actor, id, version, 'proposal.changed', async (proposal) => {
      const { practices } = await this.names(proposal);
      const { effect, solution } = tryChange(proposal.instance, proposal.solution, change, practices);
      if (!effect.allowed) throw new DomainError('proposal.hard-rule', { sentences: effect.violations });
      const { groups, unassigned } = proposal.solution;
      proposal.history = [...proposal.history, { groups, unassigned }].slice(-MOST_UNDO);
      this.settle(proposal, { ...proposal.solution, ...solution });
      return { change: change.kind };
    });
  }

  /** Takes the last change by hand back. @throws `proposal.nothing-to-undo`. */
  async undo(actor: Actor, id: string, version?: number): Promise<ProposalView> {
    return this.edit(actor, id, version, 'proposal.undone', async (proposal) => {
      const last = proposal.history.at(-1);
      if (!last) throw new DomainError('proposal.nothing-to-undo');
      proposal.history = proposal.history.slice(0, -1);
      this.settle(proposal, {
        ...proposal.solution,
        ...last,
        status: last.unassigned.length === 0 ? 'feasible' : 'partial',
      });
      return {};
    });
  }

  /** Says what `improve` may not touch. @throws not-found for a seat or a lead that is not so on the board. */
  async pin(actor: Actor, id: string, version: number | undefined, wish: PinWish): Promise<ProposalView> {
    return this.edit(actor, id, version, 'proposal.pinned', async (proposal) => {
      const groups = new Map(proposal.solution.groups.map((group) => [group.id, group]));
      const so =
        wish.practices.every(({ practiceId, groupId }) =>
          groups.get(groupId)?.members.includes(practiceId),
        ) &&
        wish.groups.every((groupId) => groups.has(groupId)) &&
        wish.leaders.every(({ practiceId, groupId }) => groups.get(groupId)?.leader === practiceId);
      if (!so) throw new DomainError('not-found', { what: 'pin' });
      const pins: Pins = {
        practices: [...new Set(wish.practices.map(({ practiceId }) => practiceId))],
        groups: [...new Set(wish.groups)],
        leaders: [...new Set(wish.leaders.map(({ groupId }) => groupId))],
      };
      proposal.pins = pins;
      return { practices: pins.practices.length, groups: pins.groups.length, leaders: pins.leaders.length };
    });
  }

  /** Why a practice is where it is, and what its next best place would cost, for the organiser (features 20). */
  async explain(actor: Actor, id: string, practiceId: string): Promise<ExplanationView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const proposal = await this.load(id);
      const { practices } = await this.names(proposal);
      found(
        proposal.instance.practices.find((one) => one.id === practiceId),
        'practice',
      );
      return explanationOf(proposal.instance, proposal.solution, practiceId, practices);
    });
  }

  /** The board as a workbook: one sheet of practices, one of groups, one of scores. */
  async export(actor: Actor, id: string): Promise<{ name: string; body: Buffer }> {
    allow(canManageRounds(actor));
    const view = await this.database.transaction(actor, async () => {
      const proposal = await this.load(id);
      this.audit.record(actor, {
        event: 'proposal.exported',
        action: 'E',
        subjectKind: 'proposal',
        subjectId: id,
        detail: { practices: proposal.instance.practices.length },
      });
      return this.view(proposal);
    });
    return {
      name: `indeling-${view.label.toLowerCase()}.xlsx`,
      body: await writeXlsx({ sheets: exportSheets(view, actor.language) }),
    };
  }

  /** Lock, allow, decide, save, audit, announce: the frame of every change to a proposal. */
  private async edit(
    actor: Actor,
    id: string,
    version: number | undefined,
    event: string,
    decide: (proposal: Proposal) => Promise<Record<string, unknown>>,
  ): Promise<ProposalView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const proposal = await this.load(id, true);
      if (proposal.state === 'published') throw new DomainError('round.published');
      if (proposal.state === 'superseded') throw new DomainError('proposal.stale');
      fresh(proposal, version);
      const detail = await decide(proposal);
      proposal.version += 1;
      await this.database.repository(Proposal).save(proposal);
      this.audit.record(actor, { event, action: 'U', subjectKind: 'proposal', subjectId: id, detail });
      await this.rooms.announce(roundRoom(proposal.roundId), 'proposal.changed');
      return this.view(proposal);
    });
  }

  private settle(proposal: Proposal, solution: Proposal['solution']): void {
    const { moves, groupIds, groupVersions, bound } = proposal.summary;
    const summary = summaryOf(proposal.instance, solution, bound);
    proposal.solution = {
      ...solution,
      objective: summary.objective,
      bound: summary.bound,
      optimal: summary.optimal,
    };
    proposal.summary = { ...summary, moves, groupIds, groupVersions };
  }

  private async load(id: string, lock = false): Promise<Proposal> {
    const options = { where: { id }, ...(lock && { lock: { mode: 'pessimistic_write' as const } }) };
    return found(isId(id) ? await this.database.repository(Proposal).findOne(options) : null, 'proposal');
  }

  private async currentHash(roundId: string): Promise<string> {
    return instanceHash(buildInstance(found(await loadRoundSource(this.database, roundId), 'round')));
  }

  private async names(proposal: Proposal): Promise<BoardNames> {
    const rows = await practicesNamed(
      this.database,
      proposal.roundId,
      proposal.instance.practices.map(({ id }) => id),
    );
    return {
      practices: Object.fromEntries(rows.map(({ id, name }) => [id, name])),
      districts: Object.fromEntries(rows.map(({ id, district }) => [id, district])),
      leaders: Object.fromEntries(rows.map(({ id, leaderName }) => [id, leaderName])),
    };
  }

  private async view(proposal: Proposal): Promise<ProposalView> {
    const names = await this.names(proposal);
    const board = boardOf(proposal.instance, proposal.solution, proposal.pins, names);
    return {
      ...summaryView(proposal, await this.currentHash(proposal.roundId)),
      roundId: proposal.roundId,
      board,
      left: proposal.solution.unassigned.map(({ id }) => ({
        practiceId: id,
        name: names.practices[id] ?? '',
        reason: leftReason(proposal.solution, id),
      })),
      moves: proposal.summary.moves ?? [],
      canUndo: proposal.state === 'ready' && proposal.history.length > 0,
    };
  }
}

/** A proposal in the table of scores. Its margin is measured against the round's own weights (decisions, Groups). */
export function summaryView(
  proposal: Pick<Proposal, 'id' | 'label' | 'kind' | 'state' | 'summary' | 'instanceHash' | 'version'>,
  currentHash: string,
): ProposalSummaryView {
  const { objective, bound, optimal, scores, groups, unassigned } = proposal.summary;
  return {
    id: proposal.id,
    label: proposal.label,
    kind: proposal.kind,
    state: proposal.state,
    objective,
    bound,
    gapPercent: gapPercent(objective, bound),
    optimal,
    scores,
    groups,
    unassigned,
    stale: proposal.state === 'ready' && proposal.instanceHash !== currentHash,
    version: proposal.version,
  };
}
