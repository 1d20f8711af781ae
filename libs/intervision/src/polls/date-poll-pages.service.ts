import { Injectable } from '@nestjs/common';
import type { DatePollView, MeetingPollView, PollDaysView } from '#libs/contracts';
import { Clock, Database, DomainError, localDay, type Actor } from '#libs/platform';
import { dateFlags, schoolHolidaysKnownUntil } from '#libs/practices';
import { canManageRounds, managesMeeting } from '../intervision.policy.js';
import { meetingInstants } from '../meetings/meeting.rules.js';
import { meetingFor } from '../meetings/meeting.queries.js';
import { rankedDates, type Company, type WeighedOption } from './best-date.rules.js';
import { DatePoll } from './date-poll.entity.js';
import { answersInPoll, practicesAsked, seesPoll } from './polls.policy.js';
import {
  answersOf,
  openPractices,
  pollFor,
  pollOptions,
  pollPractices,
  pollWords,
  type OpenedPoll,
} from './polls.queries.js';

/** A month view asks for no more than this. */
const MOST_DAYS = 400;

/** Date polls as they are read. */
@Injectable()
export class DatePollPages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws not-found, also for who may not know who answered what */
  async view(actor: Actor, id: string): Promise<DatePollView> {
    return this.database.transaction(actor, async () =>
      this.viewOf(actor, await pollFor(this.database, actor, id)),
    );
  }

  /** The poll of a meeting, for who knows the meeting. @throws not-found */
  async ofMeeting(actor: Actor, meetingId: string): Promise<MeetingPollView> {
    return this.database.transaction(actor, async () => {
      const { meeting, place } = await meetingFor(this.database, actor, meetingId);
      const poll = await this.database.repository(DatePoll).findOneBy({ meetingId: meeting.id });
      const shown = poll && seesPoll(actor, poll.id, place);
      return {
        poll: shown ? await this.viewOf(actor, { poll, meeting, place }) : null,
        mayAsk: poll === null && meeting.state === 'polling' && managesMeeting(actor, place),
      };
    });
  }

  /** May this actor follow the room of this poll? */
  async mayWatch(actor: Actor, id: string): Promise<boolean> {
    return this.database.transaction(actor, () =>
      pollFor(this.database, actor, id).then(
        () => true,
        () => false,
      ),
    );
  }

  /** What falls on the days of a month or more. @throws validation.failed for dates in the wrong order or more than a year apart */
  async days(actor: Actor, from: string, until: string): Promise<PollDaysView> {
    const days: string[] = [];
    const wrong = (): never => {
      throw new DomainError('validation.failed', { fields: [{ field: 'until', rule: 'afterFrom' }] });
    };
    const last = Date.parse(`${until}T12:00:00Z`);
    let day = Date.parse(`${from}T12:00:00Z`);
    if (last < day || last - day > MOST_DAYS * 86_400_000) wrong();
    for (; day <= last; day += 86_400_000) days.push(localDay(new Date(day)));
    return this.database.transaction(actor, async () => {
      const [row] = await this.database.query<{ region: 'noord' | 'midden' | 'zuid' }>(
        `select holiday_region as region from region where id = current_region()`,
      );
      const region = row?.region ?? 'midden';
      return {
        holidaysKnownUntil: schoolHolidaysKnownUntil(region),
        days: days
          .map((date) => ({ date, flags: dateFlags(date, region).filter(({ kind }) => kind !== 'weekend') }))
          .filter(({ flags }) => flags.length > 0),
      };
    });
  }

  /** The page of a poll that is open in this transaction. */
  async viewOf(actor: Actor, opened: OpenedPoll): Promise<DatePollView> {
    const { poll, meeting, place } = opened;
    const { words, options, rows, weighed, company } = await this.weighed(opened);
    const own = practicesAsked(actor, poll.id, place);
    const takes = poll.state === 'open' && meeting.state === 'polling' && this.clock.now() < poll.answerUntil;
    // By phone, a coordinator also sees who of the practice spoke last.
    const reads = (practiceId: string): boolean => own.includes(practiceId) || canManageRounds(actor);
    return {
      id: poll.id,
      meetingId: meeting.id,
      meetingState: meeting.state,
      groupId: meeting.groupId,
      group: words.group,
      title: meeting.title,
      state: poll.state === 'open' && !takes ? 'closed' : poll.state,
      answerUntil: poll.answerUntil.toISOString(),
      reminderDays: poll.reminderDays,
      options: options.map((option) => ({
        ...option,
        startsAt: meetingInstants(option).startsAt.toISOString(),
        flags: dateFlags(option.date, words.holidayRegion),
      })),
      practices: rows
        .map((row) => ({
          ...row,
          savedBy: reads(row.practiceId) ? row.savedBy : null,
          leads: row.practiceId === company.leaderId,
        }))
        .sort((a, b) => Number(b.leads) - Number(a.leads)),
      leader:
        words.leaderPracticeId === null && words.leaderName === null
          ? null
          : { practiceId: words.leaderPracticeId, name: words.leaderName },
      advice: rankedDates(weighed, company),
      complete: options.length > 0 && openPractices(rows, options).length === 0,
      chosenOptionId: poll.chosenOptionId,
      ownPracticeIds: own,
      answerable: takes ? answersInPoll(actor, poll.id, place) : [],
      mayManage: managesMeeting(actor, place),
      holidaysKnownUntil: schoolHolidaysKnownUntil(words.holidayRegion),
      version: poll.version,
    };
  }

  /** Everything the rules need. */
  async weighed({ poll, meeting }: OpenedPoll) {
    const words = await pollWords(this.database, meeting.id);
    const options = await pollOptions(this.database, poll.id);
    const rows = await pollPractices(this.database, meeting.id, poll.id);
    const company: Company = {
      practices: rows.map(({ practiceId, name }) => ({ id: practiceId, name })),
      leaderId: words.leaderPracticeId,
    };
    const weighed: WeighedOption[] = options.map((option) => ({
      ...option,
      answers: answersOf(rows, option.id),
      flags: dateFlags(option.date, words.holidayRegion).filter(({ kind }) => kind !== 'weekend'),
    }));
    return { words, options, rows, company, weighed };
  }
}
