import { Injectable } from '@nestjs/common';
import type { DatePollView } from '#libs/contracts';
import { Clock, Database, DomainError, found, isId, newId, type Actor } from '#libs/platform';
import type { MeetingTimes } from '../meetings/meeting.rules.js';
import { DatePollOption } from './date-poll-option.entity.js';
import { DatePollPages } from './date-poll-pages.service.js';
import { DatePollRecords } from './date-poll-records.service.js';
import { DatePollSteps } from './date-poll-steps.service.js';
import type { DatePoll } from './date-poll.entity.js';
import { MOST_OPTIONS, optionFault, sameTimes } from './poll.rules.js';
import { pollOptions } from './polls.queries.js';

/**
 * Other dates while they are asked for; no answer is ever lost (features 10).
 * All of them throw not-found · auth.forbidden · conflict.stale · date-poll.closed · validation.failed
 */
@Injectable()
export class DatePollOptions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pages: DatePollPages,
    private readonly steps: DatePollSteps,
    private readonly records: DatePollRecords,
  ) {}

  /** One more date to choose from; one that was there before comes back with its answers. */
  async add(
    actor: Actor,
    id: string,
    version: number | undefined,
    times: MeetingTimes,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.records.held(actor, id, version);
      const options = await pollOptions(this.database, id);
      if (options.length >= MOST_OPTIONS) throw new DomainError('date-poll.too-many', { most: MOST_OPTIONS });
      this.fits(times, options);
      await this.insert(opened.poll, times, null);
      await this.steps.tellOfChange(opened.poll);
      return this.records.saved(actor, opened, 'date-poll.option-added');
    });
  }

  /** Another day or time for an option: it is asked again, and what was said of the old one stays with the old one (features 10). */
  async move(
    actor: Actor,
    id: string,
    version: number | undefined,
    optionId: string,
    times: MeetingTimes,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.records.held(actor, id, version);
      const option = await this.present(id, optionId);
      if (sameTimes(option, times)) return this.pages.viewOf(actor, opened);
      this.fits(
        times,
        (await pollOptions(this.database, id)).filter((one) => one.id !== optionId),
      );
      await this.away(option);
      await this.insert(opened.poll, times, option.id);
      await this.steps.tellOfChange(opened.poll);
      return this.records.saved(actor, opened, 'date-poll.option-moved');
    });
  }

  /** Takes an option away; its answers are kept in case it comes back. @throws date-poll.too-few for the last one */
  async remove(
    actor: Actor,
    id: string,
    version: number | undefined,
    optionId: string,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.records.held(actor, id, version);
      const option = await this.present(id, optionId);
      if ((await pollOptions(this.database, id)).length < 2) throw new DomainError('date-poll.too-few');
      await this.away(option);
      await this.steps.noticeComplete(actor, opened);
      return this.records.saved(actor, opened, 'date-poll.option-removed');
    });
  }

  /** Takes a removal or a move back: the option is there again with everything that was said of it. */
  async restore(
    actor: Actor,
    id: string,
    version: number | undefined,
    optionId: string,
  ): Promise<DatePollView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.records.held(actor, id, version);
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
      return this.records.saved(actor, opened, 'date-poll.option-restored');
    });
  }

  /** An option that can be chosen now. @throws not-found */
  async present(pollId: string, optionId: string): Promise<DatePollOption> {
    const options = this.database.repository(DatePollOption);
    const option = isId(optionId) ? await options.findOneBy({ id: optionId, pollId }) : null;
    return found(option?.removedAt === null ? option : null, 'option');
  }

  /** The row of these times: a new one, or the one that was there before with what was said of it. */
  async insert(
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

  private async away(option: DatePollOption): Promise<void> {
    await this.database.repository(DatePollOption).update({ id: option.id }, { removedAt: this.clock.now() });
  }

  /** @throws validation.failed that names the field */
  fits(times: MeetingTimes, others: readonly MeetingTimes[], field = 'date'): void {
    const rule = optionFault(times, others, this.clock.now());
    if (rule) throw new DomainError('validation.failed', { fields: [{ field, rule }] });
  }
}
