import { Injectable } from '@nestjs/common';
import type { TaskView } from '#libs/contracts';
import { Clock, Database, type Actor } from '#libs/platform';
import { answersFor } from '../intervision.policy.js';
import { answerMinutes } from './poll.rules.js';

interface OwnPoll {
  id: string;
  practiceId: string;
  practice: string;
  several: boolean;
  called: string;
  options: number;
  until: Date;
}
interface LedPoll {
  id: string;
  called: string;
  complete: boolean;
}

/** What date polls ask of this reader: its part of the home page. */
@Injectable()
export class PollsAttention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Polls that a practice of the reader has not answered to the end, and those of which the reader chooses the date. */
  async of(actor: Actor): Promise<TaskView[]> {
    const practices = answersFor(actor);
    const groups = actor.roles.flatMap(({ role, scopeId }) =>
      role === 'discussion-leader' && scopeId ? [scopeId] : [],
    );
    if (practices.length + groups.length === 0) return [];
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const own = await this.database.query<OwnPoll>(
        `select d.id, p.id as "practiceId", p.name as practice, $3 as several, coalesce(g.name, e.title) as called, d.answer_until as until,
           open.n as options
         from date_poll d join meeting e on e.id = d.meeting_id and e.state = 'polling'
           join meeting_practice m on m.meeting_id = e.id and m.left_at is null and m.practice_id = any($1::uuid[])
           join practice p on p.id = m.practice_id left join intervision_group g on g.id = e.group_id
           cross join lateral (select count(*)::integer as n from date_poll_option o where o.poll_id = d.id and o.removed_at is null
             and not exists (select 1 from date_poll_answer a where a.option_id = o.id and a.practice_id = p.id)) open
         where d.state = 'open' and d.answer_until > $2 and open.n > 0 order by d.answer_until, p.name limit 5`,
        [practices, now, practices.length > 1],
      );
      const led = await this.database.query<LedPoll>(
        `select d.id, coalesce(g.name, e.title) as called, d.state = 'open' and d.answer_until > $3 as complete
         from date_poll d join meeting e on e.id = d.meeting_id and e.state = 'polling' left join intervision_group g on g.id = e.group_id
         where (d.state = 'closed' or d.state = 'open' and (d.answer_until <= $3 or d.complete_at is not null))
           and (e.group_id = any($1::uuid[]) or e.organiser_practice_id = any($2::uuid[])) order by d.answer_until limit 5`,
        [groups, practices, now],
      );
      return [...led.map(chooseTask), ...own.map(answerTask)];
    });
  }
}

const answerTask = ({ id, practiceId, practice, several, called, options, until }: OwnPoll): TaskView => ({
  id: `answer-date-poll:${id}:${practiceId}`,
  kind: 'answer-date-poll',
  title: {
    nl: `Wanneer kunt u? ${called}${several ? ` (${practice})` : ''}`,
    en: `When can you come? ${called}${several ? ` (${practice})` : ''}`,
  },
  sentence: {
    nl: options === 1 ? 'Nog 1 datum zonder antwoord.' : `Nog ${options} datums zonder antwoord.`,
    en: options === 1 ? '1 date is not answered yet.' : `${options} dates are not answered yet.`,
  },
  action: { nl: 'Datums doorgeven', en: 'Give dates' },
  minutes: answerMinutes(options),
  deadline: until.toISOString(),
  href: `/taak/datumprikker/${id}/${practiceId}`,
});

const chooseTask = ({ id, called, complete }: LedPoll): TaskView => ({
  id: `choose-date:${id}`,
  kind: 'choose-date',
  title: { nl: `Kies de datum van ${called}`, en: `Choose the date of ${called}` },
  sentence: complete
    ? { nl: 'Iedereen heeft geantwoord.', en: 'Everybody has answered.' }
    : { nl: 'De datumprikker is gesloten.', en: 'The date poll has closed.' },
  action: { nl: 'Datum kiezen', en: 'Choose the date' },
  minutes: 1,
  deadline: null,
  href: `/intervisie/datumprikker/${id}`,
});
