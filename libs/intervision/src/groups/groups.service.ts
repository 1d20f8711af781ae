import { Injectable } from '@nestjs/common';
import type { GroupSummaryView, GroupView, Page } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { renderCalendar } from '#libs/notifications';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  holds,
  isId,
  practicesOf,
  type Actor,
} from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { addresseesOf, practicesNamed } from '../proposals/proposals.queries.js';
import { GroupMeetings } from '../meetings/group-meetings.service.js';
import { calendarEntry } from '../meetings/meeting.rules.js';
import { roundKind } from '../rounds/round-kinds.rules.js';
import { GroupMails, type MailedGroup } from './group-mails.service.js';
import { Group } from './group.entity.js';
import { groupList, groupPage, type GroupsCursor, type Onlooker } from './groups.queries.js';
import { LeadersService } from './leaders.service.js';

/** What coordinator and discussion leader may change of a group. */
export interface GroupChange {
  leaderPracticeId?: string;
}

/** Published groups: read by who belongs to them, changed by who leads or coordinates them. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly leaders: LeadersService,
    private readonly mails: GroupMails,
    private readonly meetings: GroupMeetings,
  ) {}

  /** Newest round first. `mine`: only groups of the reader's own practices and those that the reader leads. */
  async list(
    actor: Actor,
    options: { roundId?: string; mine?: boolean; cursor?: string; limit: number },
  ): Promise<Page<GroupSummaryView>> {
    const { roundId, mine = false, cursor, limit } = options;
    return this.database.transaction(actor, async () => {
      const { items, total } = await groupList(this.database, onlookerOf(actor), {
        roundId,
        mine,
        after: cursor === undefined ? null : readCursor(cursor),
        limit: limit + 1,
        now: this.clock.now(),
      });
      const page = items.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page,
        next: items.length > limit && last ? `${last.roundId}.${last.number}` : null,
        total,
      };
    });
  }

  /** The group page, in one query. @throws not-found for who has nothing to do with the group. */
  async get(actor: Actor, id: string): Promise<GroupView> {
    return this.database.transaction(actor, () => this.view(actor, id));
  }

  /**
   * Hands the lead to another member. Every member is told.
   * @throws not-found for a leading practice that is no member.
   */
  async change(
    actor: Actor,
    id: string,
    version: number | undefined,
    change: GroupChange,
  ): Promise<GroupView> {
    return this.database.transaction(actor, async () => {
      await this.view(actor, id); // who may not see it does not learn that it exists
      const groups = this.database.repository(Group);
      const group = found(
        await groups.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }),
        'group',
      );
      allow(canChangeGroup(actor, id));
      fresh(group, version);
      if (group.endedOn !== null) throw new DomainError('conflict.stale', { version: group.version });
      const members = await this.members(id);
      const fields = await this.apply(actor, group, members, change);
      if (fields.length === 0) return this.view(actor, id);
      group.version += 1;
      await groups.save(group);
      await this.tell(actor, group, members);
      this.audit.record(actor, {
        event: 'group.changed',
        action: 'U',
        subjectKind: 'group',
        subjectId: id,
        detail: { fields },
      });
      return this.view(actor, id);
    });
  }

  /** The next meeting of the group as a calendar file, the same entry as in the mail. @throws not-found when there is none */
  async calendar(actor: Actor, id: string): Promise<{ fileName: string; content: string }> {
    return this.database.transaction(actor, async () => {
      await this.view(actor, id);
      const group = found(await this.database.repository(Group).findOneBy({ id }), 'group');
      const { round, region, replyTo } = await this.around(group);
      const meeting = found(await this.meetings.shown(id, this.clock.now()), 'meeting');
      const entry = found(calendarEntry(meeting, { group: group.name, round }), 'meeting');
      const organiser = { name: region, email: replyTo ?? 'noreply@leerkring.invalid' };
      const attendee = actor.email ? { name: actor.name, email: actor.email } : undefined;
      return {
        fileName: `${group.name.toLowerCase().replaceAll(' ', '-')}.ics`,
        content: renderCalendar(entry, organiser, attendee, this.clock.now()),
      };
    });
  }

  private async view(actor: Actor, id: string): Promise<GroupView> {
    const page = found(await groupPage(this.database, id, onlookerOf(actor, id)), 'group');
    return { ...page, scopeRule: roundKind(page.kind).scopeRule };
  }

  private async apply(
    actor: Actor,
    group: Group,
    members: readonly string[],
    change: GroupChange,
  ): Promise<string[]> {
    const fields: string[] = [];
    const { leaderPracticeId } = change;
    if (leaderPracticeId !== undefined && leaderPracticeId !== group.leaderPracticeId) {
      found(
        members.find((one) => one === leaderPracticeId),
        'member',
      );
      const [practice] = await practicesNamed(this.database, group.roundId, [leaderPracticeId]);
      group.leaderPracticeId = leaderPracticeId;
      group.leaderPersonId = practice?.leaderId ?? null;
      group.leaderName = practice?.leaderName ?? null;
      await this.leaders.set(actor, group.id, group.leaderPersonId);
      fields.push('leader');
    }
    return fields;
  }

  private async members(groupId: string): Promise<string[]> {
    const rows = await this.database.query<{ practice_id: string }>(
      `select practice_id from group_member where group_id = $1 and left_at is null order by joined_at, id`,
      [groupId],
    );
    return rows.map(({ practice_id }) => practice_id);
  }

  private async tell(actor: Actor, group: Group, members: readonly string[]): Promise<void> {
    const named = await practicesNamed(this.database, group.roundId, members);
    const addressees = await addresseesOf(this.database, members);
    const { round, theme } = await this.around(group);
    const coming = await this.meetings.coming(group.id, this.clock.now());
    // their pages say who leads
    for (const { id } of coming) await this.meetings.told(id);
    const meeting = coming.find(({ startsAt }) => startsAt !== null) ?? null;
    const mailed: MailedGroup = { group, meeting, round, theme, members: named.map(({ name }) => name) };
    for (const practice of named)
      await this.mails.changed(
        actor,
        mailed,
        practice,
        { joined: [], left: [] },
        addressees.filter(({ practiceId }) => practiceId === practice.id),
      );
  }

  private async around(group: Group) {
    const [row] = await this.database.query<{
      round: string;
      theme: string;
      region: string;
      replyTo: string | null;
    }>(
      `select r.name as round, t.name as theme, region.name as region, region.reply_to as "replyTo"
       from round r join round_theme t on t.id = $2 join region on region.id = r.region_id where r.id = $1`,
      [group.roundId, group.themeId],
    );
    return found(row, 'round');
  }
}

/** Coordinators change every group, a discussion leader the own one. */
function canChangeGroup(actor: Actor, groupId: string): boolean {
  return canManageRounds(actor) || holds(actor, 'discussion-leader', groupId);
}

/** A task session reaches the one group its link is about, and only while its practice is a member. */
function onlookerOf(actor: Actor, groupId?: string): Onlooker {
  if (actor.kind === 'task') {
    const { task } = actor;
    const fits = task?.kind === 'group-view' && task.subjectId === groupId && task.practiceId !== null;
    return { all: false, own: fits ? [task.practiceId as string] : [], advised: [], led: [] };
  }
  return {
    all: canManageRounds(actor),
    own: practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee'),
    advised: practicesOf(actor, 'practice-consultant'),
    led: actor.roles.flatMap(({ role, scopeId }) =>
      role === 'discussion-leader' && scopeId ? [scopeId] : [],
    ),
  };
}

/** @throws validation.failed for a cursor that we did not write. */
function readCursor(text: string): GroupsCursor {
  const [roundId, number] = text.split('.');
  if (!isId(roundId) || !/^\d{1,6}$/.test(number ?? ''))
    throw new DomainError('validation.failed', { fields: [{ field: 'cursor', rule: 'cursor' }] });
  return { roundId, number: Number(number) };
}
