import { Injectable } from '@nestjs/common';
import type { TaskView } from '#libs/contracts';
import { Clock, Database, daysOn, type Actor } from '#libs/platform';
import { answersFor } from '../intervision.policy.js';
import { acceptTask, prepareTask, type LedMeeting, type OwnAgreement } from './agreements-attention.rules.js';

/** A leader is asked to prepare from this many days before the meeting. */
const PACK_DAYS = 7;

/** What agreements and packs ask of this reader: their part of the home page. */
@Injectable()
export class AgreementsAttention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<TaskView[]> {
    if (actor.kind === 'task') return [];
    const answering = answersFor(actor);
    const led = actor.roles.flatMap(({ role, scopeId }) =>
      role === 'discussion-leader' && scopeId ? [scopeId] : [],
    );
    if (answering.length + led.length === 0) return [];
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const agreements = await this.database.query<OwnAgreement>(
        `select g.id as "groupId", g.name as "group", p.name as practice, a.because, e.id as "meetingId", e.starts_at as "startsAt"
         from group_member m join intervision_group g on g.id = m.group_id and g.ended_on is null join practice p on p.id = m.practice_id
           join lateral (select v.id, v.because from group_agreement v where v.group_id = g.id order by v.number desc limit 1) a on true
           left join lateral (select n.id, n.starts_at from meeting n where n.group_id = g.id and n.state = 'planned' and n.ends_at > $2
             order by n.starts_at limit 1) e on true
         where m.practice_id = any($1::uuid[]) and m.left_at is null and not exists (select 1 from agreement_acceptance c
           where c.agreement_id = a.id and c.practice_id = m.practice_id)
         order by e.starts_at nulls last, g.id, p.name limit 5`,
        [answering, now],
      );
      const meetings = await this.database.query<LedMeeting>(
        `select e.id, g.name as "group", t.name as theme, e.starts_at as "startsAt" from meeting e join intervision_group g on g.id = e.group_id
           join round_theme t on t.id = g.theme_id
         where e.group_id = any($1::uuid[]) and e.state = 'planned' and e.starts_at > $2 and e.starts_at <= $3 order by e.starts_at limit 5`,
        [led, now, daysOn(now, PACK_DAYS)],
      );
      return [
        ...agreements.map((one) => acceptTask(one, answering.length > 1)),
        ...meetings.map(prepareTask),
      ];
    });
  }
}
