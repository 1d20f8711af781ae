import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { datePollRoom, meetingRoom, type DatePollView } from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  isId,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { managesMeeting } from '../intervision.policy.js';
import { meetingFor } from '../meetings/meeting.queries.js';
import { meetingInstants, type MeetingTimes } from '../meetings/meeting.rules.js';
import { MeetingsService } from '../meetings/meetings.service.js';
import { nobodyCan } from './best-date.rules.js';
import { DatePollMails } from './date-poll-mails.service.js';
import { DatePollOption } from './date-poll-option.entity.js';
import { DatePollPages } from './date-poll-pages.service.js';
import { DatePollSteps } from './date-poll-steps.service.js';
import { DatePoll } from './date-poll.entity.js';
import { deadlineFits, MOST_OPTIONS, optionFault, sameTimes } from './poll.rules.js';
import { pollFor, pollOptions, type OpenedPoll } from './polls.queries.js';

/** A poll for a meeting that has no date, or for a next meeting of a group that is made with it. */
export interface DatePollWish {
  meetingId?: string;
  groupId?: string;
  options: readonly MeetingTimes[];
  answerUntil: Date;
  /** So many days before the deadline who did not answer everything is reminded. */
  reminderDays: readonly number[];
}
export interface DatePollChange {
  answerUntil?: Date;
  reminderDays?: readonly number[];
}

/** Asks which date suits, and makes one of them the date of the meeting (GRP-15, features 7-13). */
@Injectable()
export class DatePollsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly meetings: MeetingsService,
    private readonly pages: DatePollPages,
    private readonly mails: DatePollMails,
    private readonly steps: DatePollSteps,
  ) {}

  /**
   * Asks the practices of a meeting which date suits; they get a mail at once.
   * @throws not-found · auth.forbidden · meeting.over · date-poll.asked when it was asked before · validation.failed
   */
  async ask(actor: Actor, wish: DatePollWish): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const meetingId =
        wish.meetingId ?? (await this.meetings.planned(actor, { groupId: wish.groupId ?? '' }));
      const { meeting, place } = await meetingFor(this.database, actor, meetingId, true);
      allow(managesMeeting(actor, place));
      if (meeting.state !== 'polling') throw new DomainError('meeting.over', { state: meeting.state });
      const polls = this.database.repository(DatePoll);
      if (await polls.existsBy({ meetingId })) throw new DomainError('date-poll.asked');
      const now = this.clock.now();
      wish.options.forEach((option, k) => this.fits(option, wish.options.slice(0, k), `options.${k}`));
      this.inTime(wish.answerUntil, wish.options);
      const poll = polls.create({
        id: newId(),
        regionId: actor.regionId,
        meetingId,
        state: 'open',
        answerUntil: wish.answerUntil,
        reminderDays: reminderDays(wish.reminderDays),
        completeAt: null,
        chosenOptionId: null,
        askedBy: actor.personId,
        askedAt: now,
        version: 1,
      });
      await polls.insert(poll);
      for (const option of wish.options) await this.insert(poll, option, null);
      await this.steps.plan(poll);
      const opened = { poll, meeting, place };
      const { words, options, rows } = await this.pages.weighed(opened);
      const mails = await this.mails.ask(actor, opened, words.group, options, rows);
      this.note(actor, 'date-poll.asked', 'C', poll, { options: options.length, mails });
      return this.told(actor, opened);
    });
  }

  /** Another deadline or other reminders; links and what is still planned follow. @throws date-poll.closed · conflict.stale · validation.failed */
  async change(
    actor: Actor,
    id: string,
    version: number | undefined,
    change: DatePollChange,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.held(actor, id, version);
      const { poll } = opened;
      if (change.answerUntil !== undefined) {
        this.inTime(change.answerUntil, await pollOptions(this.database, id));
        poll.answerUntil = change.answerUntil;
        await this.mails.move(id, poll.answerUntil);
      }
      if (change.reminderDays !== undefined) poll.reminderDays = reminderDays(change.reminderDays);
      await this.steps.plan(poll);
      return this.saved(actor, opened, 'date-poll.changed', { fields: Object.keys(change) });
    });
  }

  /** One more date to choose from; one that was there before comes back with its answers. */
  async addOption(
    actor: Actor,
    id: string,
    version: number | undefined,
    times: MeetingTimes,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.held(actor, id, version);
      const options = await pollOptions(this.database, id);
      if (options.length >= MOST_OPTIONS) throw new DomainError('date-poll.too-many', { most: MOST_OPTIONS });
      this.fits(times, options);
      await this.insert(opened.poll, times, null);
      await this.steps.tellOfChange(opened.poll);
      return this.saved(actor, opened, 'date-poll.option-added');
    });
  }

  /** Another day or time for an option: it is asked again, and what was said of the old one stays with the old one (features 10). */
  async moveOption(
    actor: Actor,
    id: string,
    version: number | undefined,
    optionId: string,
    times: MeetingTimes,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.held(actor, id, version);
      const option = await this.option(id, optionId);
      if (sameTimes(option, times)) return this.pages.viewOf(actor, opened);
      this.fits(
        times,
        (await pollOptions(this.database, id)).filter((one) => one.id !== optionId),
      );
      await this.remove(option);
      await this.insert(opened.poll, times, option.id);
      await this.steps.tellOfChange(opened.poll);
      return this.saved(actor, opened, 'date-poll.option-moved');
    });
  }

  /** Takes an option away; its answers are kept in case it comes back. @throws date-poll.too-few for the last one */
  async removeOption(
    actor: Actor,
    id: string,
    version: number | undefined,
    optionId: string,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.held(actor, id, version);
      const option = await this.option(id, optionId);
      if ((await pollOptions(this.database, id)).length < 2) throw new DomainError('date-poll.too-few');
      await this.remove(option);
      await this.steps.noticeComplete(actor, opened);
      return this.saved(actor, opened, 'date-poll.option-removed');
    });
  }

  /** Takes a removal or a move back: the option is there again with everything that was said of it. */
  async restoreOption(
    actor: Actor,
    id: string,
    version: number | undefined,
    optionId: string,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.held(actor, id, version);
      const options = this.database.repository(DatePollOption);
      const option = found(
        isId(optionId) ? await options.findOneBy({ id: optionId, pollId: id }) : null,
        'option',
      );
      if (option.removedAt === null) return this.pages.viewOf(actor, opened);
      await this.database.query(
        `update date_poll_option set removed_at = $3 where poll_id = $1 and replaces_id = $2 and removed_at is null`,
        [id, optionId, this.clock.now()],
      );
      const others = await pollOptions(this.database, id);
      if (others.length >= MOST_OPTIONS) throw new DomainError('date-poll.too-many', { most: MOST_OPTIONS });
      this.fits(option, others);
      await options.update({ id: optionId }, { removedAt: null });
      await this.steps.tellOfChange(opened.poll);
      return this.saved(actor, opened, 'date-poll.option-restored');
    });
  }

  /** Ends the asking before the deadline. Closing what is closed changes nothing. */
  async close(actor: Actor, id: string): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await pollFor(this.database, actor, id, true);
      allow(managesMeeting(actor, opened.place));
      if (opened.poll.state !== 'open') return this.pages.viewOf(actor, opened);
      await this.steps.end(opened.poll);
      opened.poll.state = 'closed';
      return this.saved(actor, opened, 'date-poll.closed');
    });
  }

  /** Asks on until a new deadline; every answer is still there. @throws date-poll.chosen · meeting.over · validation.failed */
  async reopen(actor: Actor, id: string, answerUntil: Date): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await pollFor(this.database, actor, id, true);
      const { poll, meeting } = opened;
      allow(managesMeeting(actor, opened.place));
      if (poll.state === 'chosen') throw new DomainError('date-poll.chosen');
      if (meeting.state !== 'polling') throw new DomainError('meeting.over', { state: meeting.state });
      this.inTime(answerUntil, await pollOptions(this.database, id));
      poll.state = 'open';
      poll.answerUntil = answerUntil;
      await this.mails.move(id, answerUntil);
      await this.steps.plan(poll);
      return this.saved(actor, opened, 'date-poll.reopened');
    });
  }

  /**
   * Makes an option the date of the meeting: the poll closes, everybody who is asked gets the invitation for the calendar, and who could not
   * hears so kindly. @throws date-poll.chosen · date-poll.nobody-can · meeting.past · not-found for an option that is gone · conflict.stale
   */
  async choose(
    actor: Actor,
    id: string,
    version: number | undefined,
    optionId: string,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await pollFor(this.database, actor, id, true);
      const { poll, meeting } = opened;
      allow(managesMeeting(actor, opened.place));
      if (poll.state === 'chosen') throw new DomainError('date-poll.chosen');
      fresh(poll, version);
      if (meeting.state !== 'polling') throw new DomainError('meeting.over', { state: meeting.state });
      const option = await this.option(id, optionId);
      const { words, rows, weighed, company } = await this.pages.weighed(opened);
      const chosen = found(
        weighed.find((one) => one.id === option.id),
        'option',
      );
      if (nobodyCan(chosen, company)) throw new DomainError('date-poll.nobody-can');
      const { date, startTime, endTime } = option;
      poll.state = 'chosen';
      poll.chosenOptionId = option.id;
      await this.steps.end(poll);
      const view = await this.saved(actor, opened, 'date-poll.date-chosen', { optionId });
      await this.meetings.setDate(actor, meeting.id, { date, startTime, endTime });
      const missing = rows.filter((row) => row.answers[option.id] === 'no');
      await this.mails.missed(actor, opened, words.group, missing, meetingInstants(option));
      return { ...view, meetingState: 'planned' };
    });
  }

  /** The poll, held, for who may change it as long as it runs. */
  private async held(actor: Actor, id: string, version: number | undefined): Promise<OpenedPoll> {
    const opened = await pollFor(this.database, actor, id, true);
    allow(managesMeeting(actor, opened.place));
    fresh(opened.poll, version);
    if (opened.poll.state !== 'open' || opened.meeting.state !== 'polling')
      throw new DomainError('date-poll.closed');
    return opened;
  }

  private async option(pollId: string, optionId: string): Promise<DatePollOption> {
    const options = this.database.repository(DatePollOption);
    const option = isId(optionId) ? await options.findOneBy({ id: optionId, pollId }) : null;
    return found(option?.removedAt === null ? option : null, 'option');
  }

  /** The row of these times: a new one, or the one that was there before with what was said of it. */
  private async insert(
    poll: DatePoll,
    { date, startTime, endTime }: MeetingTimes,
    replaces: string | null,
  ): Promise<void> {
    await this.database.query(
      `insert into date_poll_option (id, region_id, poll_id, date, start_time, end_time, replaces_id, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (poll_id, date, start_time, end_time) do update set removed_at = null`,
      [newId(), poll.regionId, poll.id, date, startTime, endTime, replaces, this.clock.now()],
    );
  }

  private async remove(option: DatePollOption): Promise<void> {
    await this.database.repository(DatePollOption).update({ id: option.id }, { removedAt: this.clock.now() });
  }

  private fits(times: MeetingTimes, others: readonly MeetingTimes[], field = 'date'): void {
    const rule = optionFault(times, others, this.clock.now());
    if (rule) throw new DomainError('validation.failed', { fields: [{ field, rule }] });
  }

  private inTime(answerUntil: Date, options: readonly MeetingTimes[]): void {
    if (!deadlineFits(answerUntil, options, this.clock.now()))
      throw new DomainError('validation.failed', {
        fields: [{ field: 'answerUntil', rule: 'beforeLastOption' }],
      });
  }

  private async saved(
    actor: Actor,
    opened: OpenedPoll,
    event: string,
    detail: Record<string, unknown> = {},
  ): Promise<DatePollView> {
    opened.poll.version += 1;
    await this.database.repository(DatePoll).save(opened.poll);
    this.note(actor, event, 'U', opened.poll, detail);
    return this.told(actor, opened);
  }

  private async told(actor: Actor, opened: OpenedPoll): Promise<DatePollView> {
    await this.rooms.announce(datePollRoom(opened.poll.id), 'date-poll.changed');
    await this.rooms.announce(meetingRoom(opened.meeting.id), 'meeting.changed');
    return this.pages.viewOf(actor, opened);
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    poll: DatePoll,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'date-poll', subjectId: poll.id, detail });
  }
}

const reminderDays = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => b - a);
