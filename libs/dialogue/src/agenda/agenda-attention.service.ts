import { Injectable } from '@nestjs/common';
import type { TaskView } from '#libs/contracts';
import { Clock, Database, holds, practicesOf, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import {
  passOnTask,
  voteTask,
  watchTask,
  type OpenVote,
  type WatchedYear,
} from './agenda-attention.rules.js';

/** What the agenda asks of somebody: its part of the home page. */
@Injectable()
export class DialogueAgendaAttention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<TaskView[]> {
    if (actor.kind === 'task') return [];
    const practices = practicesOf(actor, 'practice-holder', 'practice-contact');
    const passesOn = holds(actor, 'coordinating-specialist');
    const manages = canManageDialogue(actor);
    if (practices.length === 0 && !passesOn && !manages) return [];
    const now = this.clock.now();
    return this.database.transaction(actor, async () => {
      const votes = practices.length > 0 ? await this.openVotes(practices, now) : [];
      const years = passesOn || manages ? await this.watched() : [];
      return [
        ...votes.map(voteTask),
        ...years.flatMap((year) => {
          if (manages) return [watchTask(year, now)];
          return year.state === 'asking' && !year.passedOnAt ? [passOnTask(year)] : [];
        }),
      ];
    });
  }

  private openVotes(practices: string[], now: Date): Promise<OpenVote[]> {
    return this.database.query<OpenVote>(
      `select y.id as "yearId", y.year, p.id as "practiceId", p.name as practice, y.vote_until as "voteUntil"
       from dialogue_year y join practice p on p.id = any($1::uuid[]) and p.archived_at is null
       where y.state = 'voting' and y.vote_until > $2
         and not exists (select 1 from department_vote v where v.year_id = y.id and v.practice_id = p.id)
       order by y.vote_until, p.name limit 20`,
      [practices, now],
    );
  }

  private watched(): Promise<WatchedYear[]> {
    return this.database.query<WatchedYear>(
      `select y.id, y.year, y.state, y.vote_until as "voteUntil", y.prefer_until as "preferUntil", y.passed_on_at as "passedOnAt",
         (select count(*)::int from practice where archived_at is null) as practices,
         (select count(*)::int from department_vote v join practice p on p.id = v.practice_id and p.archived_at is null
          where v.year_id = y.id) as votes,
         (select count(*)::int from dialogue_year_department yd where yd.year_id = y.id and yd.invited) as invited,
         (select count(*)::int from dialogue_year_department yd
          where yd.year_id = y.id and yd.invited and yd.answered_at is not null) as answered
       from dialogue_year y where y.state in ('voting', 'asking') order by y.year limit 5`,
    );
  }
}
