import { Injectable } from '@nestjs/common';
import { TaskKinds } from '#libs/access';
import { Database, isId } from '#libs/platform';

/** Says what a link to a meeting asks for, as long as its practice is asked to be there. */
@Injectable()
export class MeetingTask {
  constructor(
    private readonly database: Database,
    kinds: TaskKinds,
  ) {
    kinds.register('meeting', async (_actor, { subjectId, practiceId }) => {
      if (!isId(subjectId) || !isId(practiceId)) return null;
      const [meeting] = await this.database.query<{ title: string; group: string | null }>(
        `select e.title, g.name as "group" from meeting e join meeting_practice m on m.meeting_id = e.id and m.practice_id = $2 and m.left_at is null
           left join intervision_group g on g.id = e.group_id where e.id = $1 and e.state <> 'cancelled'`,
        [subjectId, practiceId],
      );
      if (!meeting) return null;
      const called = meeting.group === null ? meeting.title : `${meeting.group}: ${meeting.title}`;
      return {
        title: { nl: `Bekijk de bijeenkomst ${called}`, en: `See the meeting ${called}` },
        minutes: 1,
        deadline: null,
        href: `/bijeenkomst/${subjectId}`,
      };
    });
  }
}
