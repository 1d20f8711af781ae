import { Injectable } from '@nestjs/common';
import { TaskKinds } from '#libs/access';
import { Database, isId } from '#libs/platform';
import { PracticeHistory } from '#libs/practices';
import { groupsOfPractice } from './groups.queries.js';

/** How the contexts below know of groups: what a link to one asks for, and which groups a practice belonged to (GRP-13). */
@Injectable()
export class GroupTies {
  constructor(
    private readonly database: Database,
    kinds: TaskKinds,
    history: PracticeHistory,
  ) {
    kinds.register('group-view', async (_actor, { subjectId, practiceId }) => {
      if (!isId(subjectId) || !isId(practiceId)) return null;
      const [group] = await this.database.query<{ name: string; theme: string }>(
        `select g.name, t.name as theme from intervision_group g join round_theme t on t.id = g.theme_id
           join group_member m on m.group_id = g.id and m.practice_id = $2 and m.left_at is null where g.id = $1`,
        [subjectId, practiceId],
      );
      if (!group) return null;
      return {
        title: { nl: `Bekijk ${group.name}: ${group.theme}`, en: `See ${group.name}: ${group.theme}` },
        minutes: 1,
        deadline: null,
        href: `/intervisie/groepen/${subjectId}`,
      };
    });
    history.register((_actor, practiceId) => groupsOfPractice(this.database, practiceId));
  }
}
