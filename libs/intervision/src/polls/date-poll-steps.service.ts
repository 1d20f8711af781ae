import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, type Actor } from '#libs/platform';
import { meetingInstants } from '../meetings/meeting.rules.js';
import { rankedDates } from './best-date.rules.js';
import { DatePollMails } from './date-poll-mails.service.js';
import { DatePollPages } from './date-poll-pages.service.js';
import type { DatePoll } from './date-poll.entity.js';
import { CHANGES_WAIT_MINUTES, stepsOf } from './poll.rules.js';
import { openPractices, type OpenedPoll } from './polls.queries.js';

/** What is to be done for a poll later: rows with a moment, inside the transaction of whoever changed the poll and holds it. */
@Injectable()
export class DatePollSteps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pages: DatePollPages,
    private readonly mails: DatePollMails,
  ) {}

  /** Reminders and the end, as the deadline is now; what was done stays done. */
  async plan(poll: DatePoll): Promise<void> {
    await this.skip(poll.id, ['remind', 'close']);
    const now = this.clock.now();
    for (const { kind, dueAt } of stepsOf(poll.answerUntil, poll.reminderDays, now))
      await this.insert(poll, kind, dueAt);
  }

  /** Other options: who had answered is asked again in a while, when everything was changed. */
  async tellOfChange(poll: DatePoll): Promise<void> {
    await this.skip(poll.id, ['changed']);
    await this.insert(poll, 'changed', new Date(this.clock.now().getTime() + CHANGES_WAIT_MINUTES * 60_000));
  }

  /** Nothing more is to be done. */
  async end(poll: DatePoll): Promise<void> {
    await this.skip(poll.id, ['remind', 'changed', 'close']);
    await this.mails.callOff(poll.id);
  }

  /** Everybody answered everything for the first time: the leader can choose without waiting. The caller saves the poll. */
  async noticeComplete(actor: Actor, opened: OpenedPoll): Promise<boolean> {
    const { poll } = opened;
    if (poll.completeAt !== null || poll.state !== 'open') return false;
    const { words, options, rows } = await this.pages.weighed(opened);
    if (rows.length === 0 || openPractices(rows, options).length > 0) return false;
    poll.completeAt = this.clock.now();
    await this.propose(actor, opened, words.group, 'complete');
    return true;
  }

  /** Mails the leader the best date. */
  async propose(
    actor: Actor,
    opened: OpenedPoll,
    group: string | null,
    why: 'complete' | 'deadline',
  ): Promise<void> {
    const { options, weighed, company } = await this.pages.weighed(opened);
    const [best] = rankedDates(weighed, company);
    const option = options.find(({ id }) => id === best?.optionId);
    await this.mails.propose(
      actor,
      opened,
      group,
      why,
      best && option ? { ...best, startsAt: meetingInstants(option).startsAt } : null,
    );
  }

  private async skip(pollId: string, kinds: string[]): Promise<void> {
    await this.database.query(
      `update date_poll_step set state = 'skipped' where poll_id = $1 and state = 'planned' and kind = any($2)`,
      [pollId, kinds],
    );
  }

  private async insert(poll: DatePoll, kind: string, dueAt: Date): Promise<void> {
    await this.database.query(
      `insert into date_poll_step (id, region_id, poll_id, kind, due_at) values ($1, $2, $3, $4, $5)`,
      [newId(), poll.regionId, poll.id, kind, dueAt],
    );
  }
}
