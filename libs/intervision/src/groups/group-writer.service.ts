import { Injectable } from '@nestjs/common';
import type { RoundKindSlug, Words } from '#libs/contracts';
import { Database, found, localDay, newId, type Actor } from '#libs/platform';
import { AgreementAsks } from '../agreements/agreement-asks.service.js';
import { GroupMeetings } from '../meetings/group-meetings.service.js';
import { MeetingMails } from '../meetings/meeting-mails.service.js';
import type { Meeting } from '../meetings/meeting.entity.js';
import { meetingInstants, type MeetingTimes } from '../meetings/meeting.rules.js';
import type { NamedPractice, PracticeAddressee } from '../proposals/proposals.queries.js';
import { GroupMails, type MailedGroup } from './group-mails.service.js';
import { GroupMember } from './group-member.entity.js';
import { Group } from './group.entity.js';
import {
  groupName,
  type GroupRepair,
  type ProposedGroup,
  type PublishedGroup,
  type RepairPlan,
} from './group.rules.js';
import { LeadersService } from './leaders.service.js';

/** The first meeting of these groups is the one that every practice of the programme attends once a year (GRP-03). */
const MANDATORY_KIND: RoundKindSlug = 'mtvp-thematic';

/** What one publication writes, with everything its rows and mails need, read once. */
export interface Publication {
  round: { id: string; name: string; kind: string };
  plan: RepairPlan;
  practices: ReadonlyMap<string, NamedPractice>;
  addressees: readonly PracticeAddressee[];
  /** Why each practice is in its group, in words for that practice. */
  why: ReadonlyMap<string, Words>;
  now: Date;
}

/** Writes groups, members, leaders, first meetings and mails of a publication, inside its transaction. */
@Injectable()
export class GroupWriter {
  constructor(
    private readonly database: Database,
    private readonly leaders: LeadersService,
    private readonly mails: GroupMails,
    private readonly meetings: GroupMeetings,
    private readonly meetingMails: MeetingMails,
    private readonly agreements: AgreementAsks,
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
  private settings(publication: Publication, proposed: ProposedGroup) {
    const leader = publication.practices.get(proposed.leaderPracticeId ?? '');
    return {
      themeId: proposed.themeId,
      dateId: proposed.dateId,
      leaderPracticeId: proposed.leaderPracticeId,
      leaderPersonId: leader?.leaderId ?? null,
      leaderName: leader?.leaderName ?? null,
    };
  }

  private async timesOf(dateId: string): Promise<MeetingTimes> {
    const [times] = await this.database.query<MeetingTimes>(
      `select to_char(date, 'YYYY-MM-DD') as date, start_time as "startTime", end_time as "endTime" from round_date where id = $1`,
      [dateId],
    );
    return found(times, 'date');
  }

  private async themeOf(themeId: string): Promise<string> {
    const [theme] = await this.database.query<{ name: string }>(
      `select name from round_theme where id = $1`,
      [themeId],
    );
    return theme?.name ?? '';
  }

  private async found(actor: Actor, publication: Publication, proposed: ProposedGroup): Promise<string> {
    const { round, now } = publication;
    const id = newId();
    const group = this.database.repository(Group).create({
      ...this.settings(publication, proposed),
      id,
      regionId: actor.regionId,
      roundId: round.id,
      number: proposed.number,
      name: groupName(proposed.number),
      startedOn: localDay(now),
      endedOn: null,
      version: 1,
    });
    await this.database.repository(Group).insert(group);
    await this.join(publication, group, proposed.members);
    await this.leaders.set(actor, id, group.leaderPersonId);
    const first = {
      groupId: id,
      title: await this.themeOf(group.themeId),
      mandatory: round.kind === MANDATORY_KIND,
      times: await this.timesOf(group.dateId),
      now,
    };
    const meeting = await this.meetings.first(actor, first, proposed.members);
    const mailed = await this.mailed(publication, group, meeting, proposed.members);
    for (const practiceId of proposed.members)
      await this.mailPublished(actor, publication, mailed, practiceId);
    return id;
  }

  private async repair(actor: Actor, publication: Publication, change: GroupRepair): Promise<string> {
    const { proposed, joined, left, stayed } = change;
    const groups = this.database.repository(Group);
    const group = found(await groups.findOneBy({ id: proposed.publishedId as string }), 'group');
    const before = { dateId: group.dateId, theme: await this.themeOf(group.themeId) };
    // a leader that was named by hand stays unless the repair gives the lead to another practice
    const { themeId, dateId, ...leader } = this.settings(publication, proposed);
    const sameLeader = group.leaderPracticeId === leader.leaderPracticeId;
    Object.assign(group, { themeId, dateId }, sameLeader ? {} : leader);
    group.version += 1;
    await groups.save(group);
    await this.leave(publication, group.id, left);
    await this.join(publication, group, joined);
    if (joined.length > 0) await this.agreements.joined(actor, group.id);
    if (!sameLeader) await this.leaders.set(actor, group.id, group.leaderPersonId);

    const coming = await this.meetings.coming(group.id, publication.now);
    for (const meeting of coming) {
      // a meeting that was moved by agreement keeps its times unless the repair gives the group another date
      if (meeting.id === group.id && before.dateId !== dateId) {
        const times = await this.timesOf(dateId);
        Object.assign(meeting, times, meetingInstants(times, meeting.timeZone));
      }
      if (meeting.title === before.theme) meeting.title = await this.themeOf(themeId);
      await this.meetings.ask(meeting, joined, publication.now);
      await this.meetings.release(meeting, left, publication.now);
      await this.meetings.changed(meeting);
    }
    const dated = coming.filter(({ startsAt }) => startsAt !== null).sort(byStart);
    const mailed = await this.mailed(publication, group, dated[0] ?? null, proposed.members);
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
    await this.mailOthers(actor, publication, mailed, dated.slice(1), { joined, left });
    return group.id;
  }

  private async end(actor: Actor, publication: Publication, ended: PublishedGroup): Promise<void> {
    const groups = this.database.repository(Group);
    const group = found(await groups.findOneBy({ id: ended.id }), 'group');
    Object.assign(group, { endedOn: localDay(publication.now), version: group.version + 1 });
    await groups.save(group);
    await this.leave(publication, group.id, ended.members);
    await this.leaders.set(actor, group.id, null);
    const coming = await this.meetings.coming(group.id, publication.now);
    for (const meeting of coming) {
      meeting.state = 'cancelled';
      await this.meetings.changed(meeting);
    }
    const dated = coming.filter(({ startsAt }) => startsAt !== null).sort(byStart);
    const mailed = await this.mailed(publication, group, dated[0] ?? null, []);
    for (const practiceId of ended.members) await this.mailLeft(actor, publication, mailed, practiceId);
    await this.mailOthers(actor, publication, mailed, dated.slice(1), { joined: [], left: ended.members });
  }

  /** The mails about the group bring its next meeting; each further one that is planned has a mail and a calendar entry of its own. */
  private async mailOthers(
    actor: Actor,
    publication: Publication,
    { group, round }: MailedGroup,
    others: readonly Meeting[],
    moves: { joined: readonly string[]; left: readonly string[] },
  ): Promise<void> {
    const to = (ids: readonly string[]) =>
      ids.flatMap((id) =>
        this.addressees(publication, id).map((one) => ({ ...one, practice: nameOf(publication, id) })),
      );
    for (const meeting of others) {
      const mailed = { meeting, group: group.name, round, leader: group.leaderName };
      await this.meetingMails.planned(actor, mailed, to(moves.joined));
      await this.meetingMails.cancelled(actor, mailed, to(moves.left), 'left');
    }
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
    meeting: Meeting | null,
    members: readonly string[],
  ): Promise<MailedGroup> {
    return {
      group,
      meeting,
      round: publication.round.name,
      theme: await this.themeOf(group.themeId),
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

const byStart = (a: Meeting, b: Meeting): number =>
  (a.startsAt?.getTime() ?? Infinity) - (b.startsAt?.getTime() ?? Infinity);
