import { Injectable } from '@nestjs/common';
import type { HomeView } from '#libs/contracts';
import { Clock, Database, practicesOf, type Actor } from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import {
  beginnings,
  newGroups,
  ownMeetings,
  ownOpenRounds,
  unplannedGroups,
  watchedRounds,
} from './attention.queries.js';
import {
  answerTasks,
  deadlines,
  firstTasks,
  groupChanges,
  importChanges,
  meetings,
  planTasks,
  roundChanges,
  roundTask,
} from './attention.rules.js';

/** What happened longer ago is no news. */
const NEWS_DAYS = 30;

/** What intervision asks of this reader, what comes up and what changed: its part of the home page. */
@Injectable()
export class AttentionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<HomeView> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - NEWS_DAYS * 86_400_000);
    return this.database.transaction(actor, async () => {
      const practiceIds = practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee');
      const answering = practicesOf(actor, 'practice-holder', 'practice-contact');
      const groupIds = actor.roles.flatMap(({ role, scopeId }) =>
        role === 'discussion-leader' && scopeId ? [scopeId] : [],
      );
      const mine = await ownMeetings(this.database, {
        practiceIds,
        organised: answering,
        groupIds,
        from: now,
      });
      const unplanned = groupIds.length === 0 ? [] : await unplannedGroups(this.database, groupIds, since);
      const rounds = answering.length === 0 ? [] : await ownOpenRounds(this.database, answering);
      const home: HomeView = {
        tasks: [...answerTasks(rounds), ...planTasks(unplanned)],
        upcoming: meetings(mine),
        changes: groupChanges(await newGroups(this.database, { practiceIds, groupIds, since })),
      };
      if (canManageRounds(actor)) {
        const watched = await watchedRounds(this.database, since);
        const known = await beginnings(this.database, since);
        home.tasks.push(...firstTasks(known), ...watched.flatMap((round) => roundTask(round) ?? []));
        home.upcoming.push(...deadlines(watched));
        home.changes.push(...roundChanges(watched), ...importChanges(known.imports));
      }
      return sorted(home);
    });
  }
}

/** Most urgent first: tasks by deadline, what comes up by moment, what changed newest first. */
export function sorted(home: HomeView): HomeView {
  const late = '9999';
  return {
    tasks: [...home.tasks].sort((a, b) =>
      (a.deadline ?? late) < (b.deadline ?? late) ? -1 : (a.deadline ?? late) > (b.deadline ?? late) ? 1 : 0,
    ),
    upcoming: [...home.upcoming].sort((a, b) => (a.at < b.at ? -1 : 1)),
    changes: [...home.changes].sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}
