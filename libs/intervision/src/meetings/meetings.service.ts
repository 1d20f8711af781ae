import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { meetingRoom, type MeetingView } from '#libs/contracts';
import { allow, Clock, Database, DomainError, fresh, newId, Rooms, ZONE, type Actor } from '#libs/platform';
import { canManageRounds, managesMeeting } from '../intervision.policy.js';
import { GroupMeetings } from './group-meetings.service.js';
import { MeetingClosing } from './meeting-closing.service.js';
import { MeetingCompany, type CompanyWish } from './meeting-company.service.js';
import { textsOf, timesOf } from './meeting-facts.rules.js';
import { MeetingLinks } from './meeting-links.service.js';
import { MeetingMails, told, type MailedMeeting } from './meeting-mails.service.js';
import { wordsAround } from './meeting-pages.queries.js';
import { MeetingPages } from './meeting-pages.service.js';
import { Meeting } from './meeting.entity.js';
import { meetingFor, type OpenedMeeting } from './meeting.queries.js';
import type { MeetingTimes } from './meeting.rules.js';

/** What every meeting can have said about it. */
interface MeetingFacts {
  title?: string;
  location?: string | null;
  meetingLink?: string | null;
  /** Counts as the yearly mandatory meeting (GRP-03): only a coordinator says so. */
  mandatory?: boolean;
  /** The writer has read the warnings about its texts. */
  confirmed?: boolean;
}
/** The next meeting of a group; without times its date is asked for first. */
export interface GroupMeetingWish extends MeetingFacts, Partial<MeetingTimes> {
  groupId: string;
}
/** A meeting outside a group (GRP-09). */
export type ExtraMeetingWish = MeetingFacts & Partial<MeetingTimes> & CompanyWish;
export interface MeetingChange extends MeetingFacts, Partial<MeetingTimes> {
  /** Outside a group: who is asked to be there from now on. */
  practiceIds?: readonly string[];
}

/** Meetings of groups, and of practices that meet besides: planned, changed, cancelled, closed. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly pages: MeetingPages,
    private readonly company: MeetingCompany,
    private readonly groups: GroupMeetings,
    private readonly closing: MeetingClosing,
    private readonly mails: MeetingMails,
    private readonly links: MeetingLinks,
  ) {}

  /**
   * Plans a meeting of a group or outside one. With times everybody who is asked gets a mail with a calendar entry; without, it is `polling`
   * and nobody hears of it yet. Joins the transaction that is open.
   * @returns its id
   * @throws not-found · auth.forbidden · meeting.past · meeting.too-few · validation.failed · text.identifiers
   */
  async planned(actor: Actor, wish: GroupMeetingWish | ExtraMeetingWish): Promise<string> {
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const { practiceIds, title, ...whose } =
        'groupId' in wish
          ? await this.company.ofGroup(actor, wish.groupId)
          : await this.company.besides(actor, wish);
      if (wish.mandatory) allow(canManageRounds(actor));
      const times = timesOf(wish, null, now);
      const id = newId();
      const meeting = this.database.repository(Meeting).create({
        ...whose,
        id,
        regionId: actor.regionId,
        ...textsOf(
          { ...wish, title: wish.title?.trim() || title },
          wish.confirmed ?? wish.title === undefined,
        ),
        state: times ? 'planned' : 'polling',
        mandatory: wish.mandatory ?? false,
        ...(times ?? { date: null, startTime: null, endTime: null, startsAt: null, endsAt: null }),
        timeZone: ZONE,
        meetingLink: wish.meetingLink ?? null,
        calendarUid: `${id}@leerkring`,
        calendarSequence: 0,
        closedAt: null,
        createdBy: actor.personId,
        createdAt: now,
        version: 1,
      });
      meeting.location ??= null;
      await this.database.repository(Meeting).insert(meeting);
      await this.groups.ask(meeting, practiceIds, now);
      this.note(actor, 'meeting.planned', 'C', id, {
        groupId: meeting.groupId,
        circle: meeting.circle,
        state: meeting.state,
      });
      if (times) await this.announce(actor, meeting, practiceIds);
      await this.rooms.announce(meetingRoom(id), 'meeting.changed');
      return id;
    });
  }

  /** As `planned`. */
  async plan(actor: Actor, wish: GroupMeetingWish | ExtraMeetingWish): Promise<MeetingView> {
    return this.pages.view(actor, await this.planned(actor, wish));
  }

  /** The date that a poll gave: announces a meeting that had none, or moves one that had. @throws as `change` */
  async setDate(actor: Actor, id: string, times: MeetingTimes): Promise<MeetingView> {
    return this.change(actor, id, undefined, times);
  }

  /**
   * Changes a meeting that is not over. Who stays is told of another date, time, place or link under the same calendar entry; who is new gets
   * it, who leaves sees it go.
   * @throws not-found · auth.forbidden · conflict.stale · meeting.over · meeting.past · meeting.too-few · validation.failed · text.identifiers
   */
  async change(
    actor: Actor,
    id: string,
    version: number | undefined,
    change: MeetingChange,
  ): Promise<MeetingView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.held(actor, id, version);
      const { meeting, place } = opened;
      const before = { ...meeting };
      // a group does not decide for itself what counts for the region (GRP-03)
      if (change.mandatory !== undefined && change.mandatory !== meeting.mandatory)
        allow(canManageRounds(actor));
      const times = timesOf(change, meeting, this.clock.now());
      Object.assign(
        meeting,
        textsOf(
          { title: change.title?.trim() || undefined, location: change.location },
          change.confirmed ?? false,
        ),
        change.meetingLink === undefined ? {} : { meetingLink: change.meetingLink },
        change.mandatory === undefined ? {} : { mandatory: change.mandatory },
        times && { ...times, state: 'planned' },
      );
      const asked = await this.company.asked(opened, change.practiceIds);
      const fields = CHANGED.filter((field) => before[field] !== meeting[field]);
      const joined = asked.filter((one) => !place.practiceIds.includes(one));
      const left = place.practiceIds.filter((one) => !asked.includes(one));
      if (fields.length === 0 && joined.length + left.length === 0) return this.pages.viewOf(actor, opened);
      await this.groups.ask(meeting, joined, this.clock.now());
      await this.groups.release(meeting, left, this.clock.now());
      await this.groups.changed(meeting);
      const stayed = asked.filter((one) => !joined.includes(one));
      if (before.state === 'polling' && meeting.state === 'planned')
        await this.announce(actor, meeting, asked);
      else if (meeting.state === 'planned') await this.tell(actor, meeting, before, { joined, left, stayed });
      this.note(actor, 'meeting.changed', 'U', id, { fields, joined: joined.length, left: left.length });
      return this.pages.viewOf(actor, await meetingFor(this.database, actor, id));
    });
  }

  /** Does not go on: everybody who heard of it is told, and every calendar loses it. @throws as `change` */
  async cancel(actor: Actor, id: string, version?: number): Promise<MeetingView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.held(actor, id, version);
      const { meeting, place } = opened;
      meeting.state = 'cancelled';
      await this.groups.changed(meeting);
      const to = (await this.heardOf(meeting)) ? await told(this.database, place.practiceIds) : [];
      await this.mails.cancelled(actor, await this.mailed(meeting), to, 'cancelled');
      this.note(actor, 'meeting.cancelled', 'U', id, { practices: place.practiceIds.length });
      return this.pages.viewOf(actor, opened);
    });
  }

  /**
   * Ends the meeting: its evaluation is planned. Closing what is closed changes nothing.
   * @throws not-found · auth.forbidden · meeting.not-begun · meeting.over for one that was cancelled
   */
  async close(actor: Actor, id: string): Promise<MeetingView> {
    return this.database.transaction(actor, async () => {
      const { meeting, place } = await meetingFor(this.database, actor, id, true);
      allow(managesMeeting(actor, place));
      if (meeting.state === 'cancelled') throw new DomainError('meeting.over', { state: meeting.state });
      if (meeting.state === 'polling' || (meeting.startsAt && meeting.startsAt > this.clock.now()))
        if (meeting.state !== 'closed') throw new DomainError('meeting.not-begun');
      await this.closing.close(actor, id);
      return this.pages.viewOf(actor, await meetingFor(this.database, actor, id));
    });
  }

  /** The meeting, held, for who may change it and as long as it can be changed. */
  private async held(actor: Actor, id: string, version: number | undefined): Promise<OpenedMeeting> {
    const opened = await meetingFor(this.database, actor, id, true);
    allow(managesMeeting(actor, opened.place));
    fresh(opened.meeting, version);
    const { state } = opened.meeting;
    if (state === 'closed' || state === 'cancelled') throw new DomainError('meeting.over', { state });
    return opened;
  }

  /** A meeting without a date is known once its date was asked for. */
  private async heardOf({ id, startsAt }: Meeting): Promise<boolean> {
    if (startsAt !== null) return true;
    return (await this.database.query(`select 1 from date_poll where meeting_id = $1`, [id])).length > 0;
  }

  private async mailed(meeting: Meeting): Promise<MailedMeeting> {
    const { group, round, leader } = await wordsAround(this.database, meeting.id);
    return { meeting, group, round, leader };
  }

  private async announce(actor: Actor, meeting: Meeting, practiceIds: readonly string[]): Promise<void> {
    await this.mails.planned(actor, await this.mailed(meeting), await told(this.database, practiceIds));
    await this.groups.tell(actor, meeting);
  }

  /** Everybody the change matters to; what no calendar shows (whether it is mandatory) goes without a mail. */
  private async tell(
    actor: Actor,
    meeting: Meeting,
    before: Meeting,
    moves: { joined: readonly string[]; left: readonly string[]; stayed: readonly string[] },
  ): Promise<void> {
    const mailed = await this.mailed(meeting);
    const to = (ids: readonly string[]) => told(this.database, ids);
    await this.mails.planned(actor, mailed, await to(moves.joined));
    await this.mails.cancelled(actor, mailed, await to(moves.left), 'left');
    const moved = before.startsAt?.getTime() !== meeting.startsAt?.getTime();
    if (SHOWN.some((field) => before[field] !== meeting[field]))
      await this.mails.changed(actor, mailed, await to(moves.stayed), moved ? before.startsAt : null);
    if (moved || before.endTime !== meeting.endTime) {
      await this.links.move(meeting);
      await this.groups.tell(actor, meeting);
    }
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'meeting', subjectId, detail });
  }
}

/** What a calendar shows of a meeting. */
const SHOWN = ['title', 'date', 'startTime', 'endTime', 'location', 'meetingLink'] as const;
const CHANGED = [...SHOWN, 'mandatory', 'state'] as const;
