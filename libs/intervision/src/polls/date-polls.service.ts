import { Injectable } from '@nestjs/common';
import type { DatePollView } from '#libs/contracts';
import { allow, Clock, Database, DomainError, found, fresh, newId, type Actor } from '#libs/platform';
import { managesMeeting } from '../intervision.policy.js';
import { meetingFor } from '../meetings/meeting.queries.js';
import { meetingInstants, type MeetingTimes } from '../meetings/meeting.rules.js';
import { MeetingsService } from '../meetings/meetings.service.js';
import { nobodyCan } from './best-date.rules.js';
import { DatePollMails } from './date-poll-mails.service.js';
import { DatePollOptions } from './date-poll-options.service.js';
import { DatePollPages } from './date-poll-pages.service.js';
import { DatePollRecords } from './date-poll-records.service.js';
import { DatePollSteps } from './date-poll-steps.service.js';
import { DatePoll } from './date-poll.entity.js';
import { deadlineFits } from './poll.rules.js';
import { pollFor, pollOptions } from './polls.queries.js';

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
    private readonly meetings: MeetingsService,
    private readonly pages: DatePollPages,
    private readonly mails: DatePollMails,
    private readonly steps: DatePollSteps,
    private readonly options: DatePollOptions,
    private readonly records: DatePollRecords,
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
      wish.options.forEach((option, k) =>
        this.options.fits(option, wish.options.slice(0, k), `options.${k}`),
      );
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
      for (const option of wish.options) await this.options.insert(poll, option, null);
      await this.steps.plan(poll);
      const opened = { poll, meeting, place };
      const { words, options, rows } = await this.pages.weighed(opened);
      const mails = await this.mails.ask(actor, opened, words.group, options, rows);
      this.records.note(actor, 'date-poll.asked', 'C', poll, { options: options.length, mails });
      return this.records.told(actor, opened);
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
      const opened = await this.records.held(actor, id, version);
      const { poll } = opened;
      if (change.answerUntil !== undefined) {
        this.inTime(change.answerUntil, await pollOptions(this.database, id));
        poll.answerUntil = change.answerUntil;
        await this.mails.move(id, poll.answerUntil);
      }
      if (change.reminderDays !== undefined) poll.reminderDays = reminderDays(change.reminderDays);
      await this.steps.plan(poll);
      return this.records.saved(actor, opened, 'date-poll.changed', { fields: Object.keys(change) });
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
      return this.records.saved(actor, opened, 'date-poll.closed');
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
      return this.records.saved(actor, opened, 'date-poll.reopened');
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
      const option = await this.options.present(id, optionId);
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
      const view = await this.records.saved(actor, opened, 'date-poll.date-chosen', { optionId });
      await this.meetings.setDate(actor, meeting.id, { date, startTime, endTime });
      const missing = rows.filter((row) => row.answers[option.id] === 'no');
      await this.mails.missed(actor, opened, words.group, missing, meetingInstants(option));
      return { ...view, meetingState: 'planned' };
    });
  }

  private inTime(answerUntil: Date, options: readonly MeetingTimes[]): void {
    if (!deadlineFits(answerUntil, options, this.clock.now()))
      throw new DomainError('validation.failed', {
        fields: [{ field: 'answerUntil', rule: 'beforeLastOption' }],
      });
  }
}

const reminderDays = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => b - a);
