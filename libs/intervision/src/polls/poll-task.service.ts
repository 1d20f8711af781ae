import { Injectable } from '@nestjs/common';
import { TaskKinds } from '#libs/access';
import { Database, isId } from '#libs/platform';
import { answerMinutes } from './poll.rules.js';

/** Says what a link to a date poll asks for, as long as its practice is asked to the meeting. */
@Injectable()
export class PollTask {
  constructor(database: Database, kinds: TaskKinds) {
    kinds.register('date-poll', async (_actor, { subjectId, practiceId }) => {
      if (!isId(subjectId) || !isId(practiceId)) return null;
      const [poll] = await database.query<{
        title: string;
        group: string | null;
        open: boolean;
        until: Date;
        options: number;
      }>(
        `select e.title, g.name as "group", d.state = 'open' and e.state = 'polling' as open, d.answer_until as until,
           (select count(*)::integer from date_poll_option o where o.poll_id = d.id and o.removed_at is null) as options
         from date_poll d join meeting e on e.id = d.meeting_id and e.state <> 'cancelled'
           join meeting_practice m on m.meeting_id = e.id and m.practice_id = $2 and m.left_at is null
           left join intervision_group g on g.id = e.group_id where d.id = $1`,
        [subjectId, practiceId],
      );
      if (!poll) return null;
      const called = poll.group ?? poll.title;
      return {
        title: poll.open
          ? { nl: `Geef aan wanneer u kunt: ${called}`, en: `Say when you can come: ${called}` }
          : { nl: `Bekijk de datums van ${called}`, en: `See the dates of ${called}` },
        minutes: poll.open ? answerMinutes(poll.options) : null,
        deadline: poll.open ? poll.until.toISOString() : null,
        href: `/taak/datumprikker/${subjectId}/${practiceId}`,
      };
    });
  }
}
