import { Injectable } from '@nestjs/common';
import type { Words } from '#libs/contracts';
import { Database, found, newId, type Actor } from '#libs/platform';
import type { NamedPractice, PracticeAddressee } from '../proposals/proposals.queries.js';
import { GroupMails, type MailedGroup } from './group-mails.service.js';
import { GroupMember } from './group-member.entity.js';
import { Group } from './group.entity.js';
import {
  groupName,
  localDay,
  meetingInstants,
  ZONE,
  type GroupRepair,
  type ProposedGroup,
  type PublishedGroup,
  type RepairPlan,
} from './group.rules.js';
import { LeadersService } from './leaders.service.js';

/** What one publication writes, with everything its rows and mails need, read once. */
export interface Publication {
  round: { id: string; name: string };
  plan: RepairPlan;
  practices: ReadonlyMap<string, NamedPractice>;
  addressees: readonly PracticeAddressee[];
  /** Why each practice is in its group, in words for that practice. */
  why: ReadonlyMap<string, Words>;
  now: Date;
}

/** Writes groups, members, leaders and mails of a publication, inside its transaction. */
@Injectable()
export class GroupWriter {
  constructor(
    private readonly database: Database,
    private readonly leaders: LeadersService,
    private readonly mails: GroupMails,
  ) {}

  /** @returns the ids of the groups that are new or changed. */
  async write(actor: Actor, publication: Publication): Promise<string[]> {
    const ids: string[] = [];
    for (const proposed of publication.plan.founded) ids.push(await this.found(actor, publication, proposed));
    for (const repair of publication.plan.changed) ids.push(await this.repair(actor, publication, repair));
    for (const ended of publication.plan.ended) await this.end(actor, publication, ended);
    return ids;
  }

  /** What a group's row says of its theme, date and leader. */
  private async settings(publication: Publication, proposed: ProposedGroup) {
    const [date] = await this.database.query<{ date: string; startTime: string; endTime: string }>(
      `select to_char(date, 'YYYY-MM-DD') as date, start_time as "startTime", end_time as "endTime" from round_date where id = $1`,
      [proposed.dateId],
    );
    const { date: day, startTime, endTime } = found(date, 'date');
    const leader = publication.practices.get(proposed.leaderPracticeId ?? '');
    return {
      themeId: proposed.themeId,
      dateId: proposed.dateId,
      date: day,
      startTime,
      endTime,
      ...meetingInstants(day, startTime, endTime),
      leaderPracticeId: proposed.leaderPracticeId,
      leaderPersonId: leader?.leaderId ?? null,
      leaderName: leader?.leaderName ?? null,
    };
  }

  private async found(actor: Actor, publication: Publication, proposed: ProposedGroup): Promise<string> {
    const { round, now } = publication;
    const id = newId();
    const group = this.database.repository(Group).create({
      ...(await this.settings(publication, proposed)),
      id,
      regionId: actor.regionId,
      roundId: round.id,
      number: proposed.number,
      name: groupName(proposed.number),
      timeZone: ZONE,
      location: null,
      calendarUid: `${id}@leerkring`,
      calendarSequence: 0,
      startedOn: localDay(now),
      endedOn: null,
      version: 1,
    });
    await this.database.repository(Group).insert(group);
    await this.join(publication, group, proposed.members);
    await this.leaders.set(actor, id, group.leaderPersonId);
    const mailed = await this.mailed(publication, group, proposed.members);
    for (const practiceId of proposed.members)
      await this.mailPublished(actor, publication, mailed, practiceId);
    return id;
  }

  private async repair(actor: Actor, publication: Publication, change: GroupRepair): Promise<string> {
    const { proposed, joined, left, stayed } = change;
    const groups = this.database.repository(Group);
    const group = found(await groups.findOneBy({ id: proposed.publishedId as string }), 'group');
    const sameDate = group.dateId === proposed.dateId;
    const settings = await this.settings(publication, proposed);
    // a meeting that was moved by agreement keeps its times unless the repair gives the group another date
    const { themeId, leaderPracticeId, leaderPersonId, leaderName } = settings;
    const sameLeader = group.leaderPracticeId === leaderPracticeId;
    Object.assign(
      group,
      sameDate ? { themeId } : settings,
      sameLeader ? {} : { leaderPracticeId, leaderPersonId, leaderName },
    );
    group.calendarSequence += 1;
    group.version += 1;
    await groups.save(group);
    await this.leave(publication, group.id, left);
    await this.join(publication, group, joined);
    if (!sameLeader) await this.leaders.set(actor, group.id, group.leaderPersonId);
    const mailed = await this.mailed(publication, group, proposed.members);
    const named = (ids: string[]): string[] => ids.map((id) => nameOf(publication, id));
    for (const practiceId of joined) await this.mailPublished(actor, publication, mailed, practiceId);
    for (const practiceId of stayed)
      await this.mails.changed(
        actor,
        mailed,
        { id: practiceId, name: nameOf(publication, practiceId) },
        { joined: named(joined), left: named(left) },
        this.addressees(publication, practiceId),
      );
    for (const practiceId of left) await this.mailLeft(actor, publication, mailed, practiceId);
    return group.id;
  }

  private async end(actor: Actor, publication: Publication, ended: PublishedGroup): Promise<void> {
    const groups = this.database.repository(Group);
    const group = found(await groups.findOneBy({ id: ended.id }), 'group');
    Object.assign(group, {
      endedOn: localDay(publication.now),
      calendarSequence: group.calendarSequence + 1,
      version: group.version + 1,
    });
    await groups.save(group);
    await this.leave(publication, group.id, ended.members);
    await this.leaders.set(actor, group.id, null);
    const mailed = await this.mailed(publication, group, []);
    for (const practiceId of ended.members) await this.mailLeft(actor, publication, mailed, practiceId);
  }

  private async join(publication: Publication, group: Group, practiceIds: readonly string[]): Promise<void> {
    if (practiceIds.length === 0) return;
    await this.database.repository(GroupMember).insert(
      practiceIds.map((practiceId) => ({
        id: newId(),
        regionId: group.regionId,
        groupId: group.id,
        practiceId,
        joinedAt: publication.now,
        leftAt: null,
        why: publication.why.get(practiceId) ?? null,
      })),
    );
  }

  private async leave(
    publication: Publication,
    groupId: string,
    practiceIds: readonly string[],
  ): Promise<void> {
    await this.database.query(
      `update group_member set left_at = $3 where group_id = $1 and practice_id = any($2::uuid[]) and left_at is null`,
      [groupId, practiceIds, publication.now],
    );
  }

  private async mailed(
    publication: Publication,
    group: Group,
    members: readonly string[],
  ): Promise<MailedGroup> {
    const [theme] = await this.database.query<{ name: string }>(
      `select name from round_theme where id = $1`,
      [group.themeId],
    );
    return {
      group,
      round: publication.round.name,
      theme: theme?.name ?? '',
      members: members.map((id) => nameOf(publication, id)),
    };
  }

  private addressees(publication: Publication, practiceId: string): PracticeAddressee[] {
    return publication.addressees.filter((one) => one.practiceId === practiceId);
  }

  private mailPublished(
    actor: Actor,
    publication: Publication,
    mailed: MailedGroup,
    id: string,
  ): Promise<void> {
    const why = publication.why.get(id) ?? { nl: '', en: '' };
    const practice = { id, name: nameOf(publication, id), why };
    return this.mails.published(actor, mailed, practice, this.addressees(publication, id));
  }

  private mailLeft(actor: Actor, publication: Publication, mailed: MailedGroup, id: string): Promise<void> {
    return this.mails.left(
      actor,
      mailed,
      { name: nameOf(publication, id) },
      this.addressees(publication, id),
    );
  }
}

const nameOf = ({ practices }: Publication, id: string): string => practices.get(id)?.name ?? '';
