import { Injectable } from '@nestjs/common';
import { Clock, Database, Facts, type Actor } from '#libs/platform';
import { GroupMeetings } from './group-meetings.service.js';
import { MeetingMails, told } from './meeting-mails.service.js';
import { wordsAround } from './meeting-pages.queries.js';
import { Meeting } from './meeting.entity.js';

/**
 * When a practice goes, it leaves the coming meetings outside groups; the practice that it became part of takes its place. Groups are
 * repaired by who runs their round (GRP-16). Runs inside the publisher's transaction.
 */
@Injectable()
export class MeetingReactions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly meetings: GroupMeetings,
    private readonly mails: MeetingMails,
    facts: Facts,
  ) {
    facts.on('practice.archived', (actor, { practiceId }) => this.leave(actor, practiceId, null));
    facts.on('practice.merged', (actor, { practiceId, intoId }) => this.leave(actor, practiceId, intoId));
  }

  private async leave(actor: Actor, practiceId: string, intoId: string | null): Promise<void> {
    const now = this.clock.now();
    const rows = await this.database.query<{ id: string; asked: boolean }>(
      `select e.id, exists (select 1 from meeting_practice i where i.meeting_id = e.id and i.practice_id = $2 and i.left_at is null) as asked
       from meeting e join meeting_practice m on m.meeting_id = e.id and m.practice_id = $1 and m.left_at is null
       where e.group_id is null and (e.state = 'polling' or e.state = 'planned' and e.ends_at > $3) order by e.id for update of e`,
      [practiceId, intoId, now],
    );
    for (const { id, asked } of rows) {
      const meeting = await this.database.repository(Meeting).findOneByOrFail({ id });
      await this.meetings.release(meeting, [practiceId], now);
      if (intoId !== null) await this.meetings.ask(meeting, [intoId], now);
      if (intoId !== null && meeting.organiserPracticeId === practiceId) meeting.organiserPracticeId = intoId;
      await this.meetings.changed(meeting);
      if (intoId !== null && !asked && meeting.state === 'planned')
        await this.mails.planned(
          actor,
          { meeting, ...(await wordsAround(this.database, id)) },
          await told(this.database, [intoId]),
        );
    }
  }
}
