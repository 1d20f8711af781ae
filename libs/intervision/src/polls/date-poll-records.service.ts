import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { datePollRoom, meetingRoom, type DatePollView } from '#libs/contracts';
import { allow, Database, DomainError, fresh, Rooms, type Actor } from '#libs/platform';
import { managesMeeting } from '../intervision.policy.js';
import { DatePollPages } from './date-poll-pages.service.js';
import { DatePoll } from './date-poll.entity.js';
import { pollFor, type OpenedPoll } from './polls.queries.js';

/** Holds a poll for who changes it, and keeps, logs and announces what was changed; inside the open transaction. */
@Injectable()
export class DatePollRecords {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly pages: DatePollPages,
  ) {}

  /** The poll, held, for who may change it as long as it runs. @throws not-found · auth.forbidden · conflict.stale · date-poll.closed */
  async held(actor: Actor, id: string, version: number | undefined): Promise<OpenedPoll> {
    const opened = await pollFor(this.database, actor, id, true);
    allow(managesMeeting(actor, opened.place));
    fresh(opened.poll, version);
    if (opened.poll.state !== 'open' || opened.meeting.state !== 'polling')
      throw new DomainError('date-poll.closed');
    return opened;
  }

  /** One version further. @returns its page */
  async saved(
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

  /** Open pages look again. @returns its page */
  async told(actor: Actor, opened: OpenedPoll): Promise<DatePollView> {
    await this.rooms.announce(datePollRoom(opened.poll.id), 'date-poll.changed');
    await this.rooms.announce(meetingRoom(opened.meeting.id), 'meeting.changed');
    return this.pages.viewOf(actor, opened);
  }

  note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    poll: DatePoll,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'date-poll', subjectId: poll.id, detail });
  }
}
