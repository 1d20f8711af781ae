import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { roundRoom, type PublishPreviewView, type RoundState } from '#libs/contracts';
import { checkSolution } from '#libs/grouping';
import {
  allow,
  Clock,
  Database,
  DomainError,
  Facts,
  found,
  fresh,
  isId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { loadRoundSource, lockRound } from '../forming/instance.queries.js';
import { buildInstance, instanceHash } from '../forming/instance.rules.js';
import { GroupWriter, type Publication } from '../groups/group-writer.service.js';
import {
  repairPlan,
  type ProposedGroup,
  type PublishedGroup,
  type RepairPlan,
} from '../groups/group.rules.js';
import { publishedGroups } from '../groups/groups.queries.js';
import { canManageRounds } from '../intervision.policy.js';
import { Proposal } from './proposal.entity.js';
import { addresseesOf, practicesNamed } from './proposals.queries.js';
import { notices, previewOf, reasonsForMembers } from './publishing.rules.js';

/** Said by whoever publishes in spite of a warning. */
export interface PublishOptions {
  evenIfStale?: boolean;
  /** Publishes although practices are left without a group. */
  evenIfIncomplete?: boolean;
}

/** Makes a proposal the groups of its round, and lets everybody who is touched know: all of it or nothing. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly facts: Facts,
    private readonly audit: AuditService,
    private readonly writer: GroupWriter,
  ) {}

  /** Who would receive what, before anything is sent. */
  async preview(actor: Actor, proposalId: string): Promise<PublishPreviewView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const proposal = found(
        isId(proposalId) ? await this.database.repository(Proposal).findOneBy({ id: proposalId }) : null,
        'proposal',
      );
      const round = found(await loadRoundSource(this.database, proposal.roundId), 'round');
      const plan = this.plan(proposal, await publishedGroups(this.database, proposal.roundId));
      const touched = notices(plan);
      const left = proposal.solution.unassigned.map(({ id }) => id);
      const ids = [...new Set([...touched.map(({ practiceId }) => practiceId), ...left])];
      const named = await practicesNamed(this.database, proposal.roundId, ids);
      return previewOf({
        groups: plan.founded.length + plan.changed.length,
        notices: touched,
        names: Object.fromEntries(named.map(({ id, name }) => [id, name])),
        addressees: await addresseesOf(this.database, ids),
        left,
        stale: proposal.state === 'ready' && proposal.instanceHash !== instanceHash(buildInstance(round)),
        roundOpen: round.state === 'open',
      });
    });
  }

  /**
   * Publishes once, however many coordinators press the button at the same moment: the round's row is the lock.
   * @returns the groups that are new or changed.
   * @throws round.published, round.not-closed, proposal.stale, proposal.incomplete, proposal.hard-rule, conflict.stale.
   */
  async publish(
    actor: Actor,
    proposalId: string,
    version: number | undefined,
    options: PublishOptions = {},
  ): Promise<{ roundId: string; groupIds: string[] }> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const repository = this.database.repository(Proposal);
      const { roundId } = found(
        isId(proposalId)
          ? await repository.findOne({ select: { id: true, roundId: true }, where: { id: proposalId } })
          : null,
        'proposal',
      );
      const { state } = found(await lockRound(this.database, roundId), 'round');
      const proposal = found(
        await repository.findOne({ where: { id: proposalId }, lock: { mode: 'pessimistic_write' } }),
        'proposal',
      );
      this.demandPublishable(proposal, state);
      fresh(proposal, version);
      const publication = await this.read(proposal, options);

      const groupIds = await this.writer.write(actor, publication);
      await this.close(actor, proposal, publication);

      this.audit.record(actor, {
        event: proposal.kind === 'repair' ? 'groups.repaired' : 'round.published',
        action: 'U',
        subjectKind: 'round',
        subjectId: roundId,
        detail: { proposalId, groups: groupIds.length, left: proposal.solution.unassigned.length },
      });
      await this.facts.publish(actor, 'round.published', { roundId, proposalId, groupIds });
      await this.rooms.announce(roundRoom(roundId), 'round.changed');
      return { roundId, groupIds };
    });
  }

  private demandPublishable(proposal: Proposal, state: RoundState): void {
    const repair = proposal.kind === 'repair';
    if (proposal.state === 'published' || (state === 'published' && !repair))
      throw new DomainError('round.published');
    if (proposal.state === 'superseded') throw new DomainError('proposal.stale');
    if (state !== (repair ? 'published' : 'closed')) throw new DomainError('round.not-closed', { state });
  }

  private plan(proposal: Proposal, published: readonly PublishedGroup[]): RepairPlan {
    const { groupIds = {} } = proposal.summary;
    const proposed: ProposedGroup[] = proposal.solution.groups.map((group) => ({
      publishedId: groupIds[group.id] ?? null,
      number: Number(group.id),
      themeId: group.theme,
      dateId: group.date,
      leaderPracticeId: group.leader || null,
      members: group.members,
    }));
    return repairPlan(proposal.kind === 'repair' ? published : [], proposed);
  }

  private async read(proposal: Proposal, options: PublishOptions): Promise<Publication> {
    const { instance, solution, roundId } = proposal;
    const round = found(await loadRoundSource(this.database, roundId), 'round');
    const published = await publishedGroups(this.database, roundId);
    if (proposal.kind === 'repair') await this.demandSameGroups(proposal);
    if (proposal.instanceHash !== instanceHash(buildInstance(round)) && !options.evenIfStale)
      throw new DomainError('proposal.stale');
    if (solution.unassigned.length > 0 && !options.evenIfIncomplete)
      throw new DomainError('proposal.incomplete', { practices: solution.unassigned.length });
    const plan = this.plan(proposal, published);
    const ids = new Set([
      ...instance.practices.map(({ id }) => id),
      ...published.flatMap(({ members }) => members),
    ]);
    const named = await practicesNamed(this.database, roundId, [...ids]);
    const names = Object.fromEntries(named.map(({ id, name }) => [id, name]));
    const { violations } = checkSolution(instance, solution, { names });
    if (violations.length > 0)
      throw new DomainError('proposal.hard-rule', {
        sentences: violations.map(({ message, messageEn }) => ({ nl: message, en: messageEn })),
      });
    return {
      round,
      plan,
      practices: new Map(named.map((practice) => [practice.id, practice])),
      addressees: await addresseesOf(this.database, [...ids]),
      why: reasonsForMembers(instance, solution, names),
      now: this.clock.now(),
    };
  }

  /** Locks the round's groups. What somebody changed by hand since a repair was asked for, it must not change back. */
  private async demandSameGroups({ roundId, summary }: Proposal): Promise<void> {
    const now = await this.database.query<{ id: string; version: number }>(
      `select id, version from intervision_group where round_id = $1 and ended_on is null order by id for update`,
      [roundId],
    );
    const then = summary.groupVersions ?? {};
    const same =
      now.length === Object.keys(then).length && now.every(({ id, version }) => then[id] === version);
    if (!same) throw new DomainError('proposal.stale');
  }

  /** The round is done, its other proposals and runs with it; who came or went is on its list of participants. */
  private async close(actor: Actor, proposal: Proposal, { round, plan, now }: Publication): Promise<void> {
    await this.database.query(
      `update round set state = 'published', published_at = coalesce(published_at, $2), published_proposal_id = $3, version = version + 1 where id = $1`,
      [round.id, now, proposal.id],
    );
    proposal.state = 'published';
    proposal.version += 1;
    await this.database.repository(Proposal).save(proposal);
    await this.database.query(
      `update proposal set state = 'superseded', version = version + 1 where round_id = $1 and state = 'ready' and id <> $2`,
      [round.id, proposal.id],
    );
    await this.database.query(
      `update forming_run set state = 'cancelled', finished_at = $2 where round_id = $1 and state in ('queued', 'running')`,
      [round.id, now],
    );
    if (proposal.kind !== 'repair') return;
    const seated = proposal.solution.groups.flatMap(({ members }) => members);
    const gone = [
      ...plan.changed.flatMap(({ left }) => left),
      ...plan.ended.flatMap(({ members }) => members),
    ];
    await this.database.query(
      `insert into round_participant (region_id, round_id, practice_id, taking_part, without_answer)
       select $1, $2, id, true, true from unnest($3::uuid[]) as seat (id)
       on conflict (round_id, practice_id) do update set taking_part = true where not round_participant.taking_part`,
      [actor.regionId, round.id, seated],
    );
    await this.database.query(
      `update round_participant set taking_part = false where round_id = $1 and practice_id = any($2::uuid[]) and not practice_id = any($3::uuid[])`,
      [round.id, gone, seated],
    );
  }
}
