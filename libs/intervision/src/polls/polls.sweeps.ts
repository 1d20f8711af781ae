import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { datePollRoom, meetingRoom } from '#libs/contracts';
import { Clock, Database, Rooms, systemActor, type Actor } from '#libs/platform';
import { DatePollMails } from './date-poll-mails.service.js';
import { DatePollPages } from './date-poll-pages.service.js';
import { DatePollSteps } from './date-poll-steps.service.js';
import { DatePoll } from './date-poll.entity.js';
import { around, openPractices, type OpenedPoll } from './polls.queries.js';

/** A reminder that comes later than this is no reminder any more. */
const LATE_HOURS = 12;

interface StepRow {
  id: string;
  kind: 'remind' | 'changed' | 'close';
  dueAt: Date;
}

/** What the clock asks of date polls: reminders, and the end at the deadline. A row each; twice is once (architecture §1.5). */
@Injectable()
export class DatePollSweeps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly pages: DatePollPages,
    private readonly mails: DatePollMails,
    private readonly steps: DatePollSteps,
  ) {}

  /** One transaction per step, so that one's trouble never keeps another waiting. @throws after trying them all */
  async sweep(regionId: string): Promise<{ reminded: number; closed: number }> {
    const actor = systemActor(regionId);
    const done = { reminded: 0, closed: 0 };
    const failures: unknown[] = [];
    const due = await this.database.transaction(actor, () =>
      this.database.query<{ id: string; pollId: string }>(
        `select id, poll_id as "pollId" from date_poll_step where state = 'planned' and due_at <= $1 order by due_at, id limit 500`,
        [this.clock.now()],
      ),
    );
    for (const { id, pollId } of due) {
      try {
        const { reminded, closed } = await this.take(actor, pollId, id);
        done.reminded += reminded;
        done.closed += closed;
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some date polls could not be swept.');
    return done;
  }

  /** The poll is held before its step, as by whoever changes it: who comes second finds the step done. */
  private take(actor: Actor, pollId: string, stepId: string): Promise<{ reminded: number; closed: number }> {
    return this.database.transaction(actor, async () => {
      const poll = await this.database
        .repository(DatePoll)
        .findOneOrFail({ where: { id: pollId }, lock: { mode: 'pessimistic_write' } });
      const now = this.clock.now();
      const [step] = await this.database.query<StepRow>(
        `update date_poll_step set state = 'done', done_at = $2 where id = $1 and state = 'planned' and due_at <= $2
         returning id, kind, due_at as "dueAt"`,
        [stepId, now],
      );
      const opened = await around(this.database, poll);
      if (!step || poll.state !== 'open' || opened.meeting.state !== 'polling')
        return { reminded: 0, closed: 0 };
      if (step.kind === 'close') return this.close(actor, opened);
      const late = now.getTime() - new Date(step.dueAt).getTime() > LATE_HOURS * 3_600_000;
      return {
        closed: 0,
        reminded: late || now >= poll.answerUntil ? 0 : await this.remind(actor, opened, step.kind),
      };
    });
  }

  /** Only who did not answer everything; after a change only who had begun: the others have the first mail. */
  private async remind(actor: Actor, opened: OpenedPoll, kind: 'remind' | 'changed'): Promise<number> {
    const { words, options, rows } = await this.pages.weighed(opened);
    const open = openPractices(rows, options).filter(({ begun }) => kind === 'remind' || begun);
    return this.mails.remind(actor, opened, words.group, open, kind === 'remind' ? 'open' : 'changed');
  }

  private async close(actor: Actor, opened: OpenedPoll): Promise<{ reminded: number; closed: number }> {
    const { poll, meeting } = opened;
    const { words } = await this.pages.weighed(opened);
    await this.steps.end(poll);
    poll.state = 'closed';
    poll.version += 1;
    await this.database.repository(DatePoll).save(poll);
    await this.steps.propose(actor, opened, words.group, 'deadline');
    this.audit.record(actor, {
      event: 'date-poll.closed',
      action: 'U',
      subjectKind: 'date-poll',
      subjectId: poll.id,
      detail: { at: 'deadline' },
    });
    await this.rooms.announce(datePollRoom(poll.id), 'date-poll.changed');
    await this.rooms.announce(meetingRoom(meeting.id), 'meeting.changed');
    return { reminded: 0, closed: 1 };
  }
}
