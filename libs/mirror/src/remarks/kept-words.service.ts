import { Injectable } from '@nestjs/common';
import type { OwnDataView, PracticeDataView } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';

const STAMP = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const stamp = (column: string): string => `to_char(${column} at time zone 'UTC', ${STAMP})`;

const REMARK = `p.name as practice, r.kind, r.state, r.text, r.answer, ${stamp('r.created_at')} as at, ${stamp('r.answered_at')} as "answeredAt",
  jsonb_build_object('code', r.measure_code, 'title',
    coalesce(d.content -> 'title', jsonb_build_object('nl', r.measure_code, 'en', r.measure_code))) as measure,
  jsonb_build_object('code', r.item, 'name', coalesce(i.name, r.item)) as item,
  jsonb_build_object('from', to_char(r.period_from, 'YYYY-MM-DD'), 'toExclusive', to_char(r.period_to, 'YYYY-MM-DD')) as period`;
const REMARKS = `figure_remark r join practice p on p.id = r.practice_id
  left join lateral (select v.content from measure m join measure_version v on v.measure_id = m.id
    where m.code = r.measure_code order by (v.state = 'reviewed') desc, v.id desc limit 1) d on true
  left join figure_item i on i.kind = d.content ->> 'kind' and i.code = r.item`;

const SIGNATURE = `p.name as practice, g.name as "group", o.scope -> 'measures' as measures, o.scope -> 'period' as period,
  to_char(o.ends_on, 'YYYY-MM-DD') as "endsOn"`;
const SIGNATURES = `open_mode_signature s join open_mode o on o.id = s.open_mode_id join intervision_group g on g.id = o.group_id
  join practice p on p.id = s.practice_id`;

/**
 * What people wrote beside figures and signed, as a file for who it is about (AVG art. 15). Figures are no part of it. Doors compose it
 * with what other contexts keep, after those decided that the actor may have it.
 */
@Injectable()
export class KeptWords {
  constructor(private readonly database: Database) {}

  /** What the actor wrote, answered and signed, the newest first; nobody else's name. */
  ofActor(actor: Actor): Promise<Pick<OwnDataView, 'remarks' | 'signatures' | 'stories'>> {
    return this.database.transaction(actor, async () => ({
      remarks: await this.database.query<OwnDataView['remarks'][number]>(
        `select case when r.author_id = $1 then 'wrote' else 'answered' end as part, ${REMARK} from ${REMARKS}
         where $1 in (r.author_id, r.answered_by) order by r.id desc`,
        [actor.personId],
      ),
      signatures: await this.database.query<OwnDataView['signatures'][number]>(
        `select ${SIGNATURE}, case when s.person_id = $1 then ${stamp('s.signed_at')} end as "signedAt",
           case when s.withdrawn_by = $1 then ${stamp('s.withdrawn_at')} end as "withdrawnAt"
         from ${SIGNATURES} where $1 in (s.person_id, s.withdrawn_by) order by s.id desc`,
        [actor.personId],
      ),
      stories: await this.database.query<OwnDataView['stories'][number]>(
        `select g.name as "group", n.story, n.question, ${stamp('n.changed_at')} as "changedAt"
         from group_preparation n join intervision_group g on g.id = n.group_id where n.changed_by = $1 order by n.changed_at desc, g.id`,
        [actor.personId],
      ),
    }));
  }

  /** What was said about one practice's figures and signed for it, the newest first, with who did it. */
  ofPractice(actor: Actor, practiceId: string): Promise<Pick<PracticeDataView, 'remarks' | 'signatures'>> {
    return this.database.transaction(actor, async () => ({
      remarks: await this.database.query<PracticeDataView['remarks'][number]>(
        `select ${REMARK}, a.name as by from ${REMARKS} left join person a on a.id = r.author_id
         where r.practice_id = $1 order by r.id desc`,
        [practiceId],
      ),
      signatures: await this.database.query<PracticeDataView['signatures'][number]>(
        `select ${SIGNATURE}, ${stamp('s.signed_at')} as "signedAt", ${stamp('s.withdrawn_at')} as "withdrawnAt",
           a.name as "signedBy", b.name as "withdrawnBy"
         from ${SIGNATURES} left join person a on a.id = s.person_id left join person b on b.id = s.withdrawn_by
         where s.practice_id = $1 order by s.id desc`,
        [practiceId],
      ),
    }));
  }
}
