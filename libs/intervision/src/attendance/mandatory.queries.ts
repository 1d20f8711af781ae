import type { MandatoryPracticeView } from '#libs/contracts';
import type { Database } from '#libs/platform';
import type { MandatoryAsked } from './mandatory.rules.js';

export interface MandatoryRow {
  practiceId: string;
  practice: string;
  town: string | null;
  asked: MandatoryAsked[];
  extra: MandatoryPracticeView['extra'];
}

/**
 * Practices with the mandatory meetings that they were asked to in a year, and with what they had besides (GRP-09); those of practices that
 * became part of one count for it. One statement, however many practices. A meeting without a date belongs to the year in which it was
 * called. Inside the open transaction.
 * @param practiceIds null: the whole region
 */
export function mandatoryRows(
  database: Database,
  year: number,
  practiceIds: readonly string[] | null,
  now: Date,
): Promise<MandatoryRow[]> {
  return database.query<MandatoryRow>(
    `with shown as (select id, name, town from practice where archived_at is null and ($2::uuid[] is null or id = any($2))),
     was as (select id as practice_id, id as asked_id from shown union all select m.merged_into, m.id from practice m join shown s on s.id = m.merged_into),
     held as (
       select w.practice_id, e.id, e.title, e.mandatory, e.circle, e.date::text as date, e.group_id,
         coalesce(g.name, case e.circle when 'district' then o.district when 'fto' then o.fto_group when 'dto' then o.dto_group end, o.name, e.title) as called,
         (e.state = 'closed' or e.state = 'planned' and e.ends_at <= $3) as over,
         coalesce(
           (select a.state from meeting_attendance a where a.meeting_id = e.id and a.practice_id = w.asked_id order by a.version desc limit 1),
           case when exists (select 1 from live_presence l where l.room_id = e.id and l.practice_id in (w.asked_id, w.practice_id)) then 'present' end
         ) as presence
       from was w join meeting_practice mp on mp.practice_id = w.asked_id and mp.left_at is null
         join meeting e on e.id = mp.meeting_id and e.state <> 'cancelled' and (e.mandatory or e.group_id is null)
           and coalesce(extract(year from e.date), extract(year from e.created_at at time zone 'Europe/Amsterdam')) = $1
         left join intervision_group g on g.id = e.group_id left join practice o on o.id = e.organiser_practice_id)
     select s.id as "practiceId", s.name as practice, s.town,
       coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'title', h.title, 'group', h.called, 'date', h.date, 'over', h.over,
           'presence', h.presence)) from held h where h.practice_id = s.id and h.mandatory), '[]') as asked,
       coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'title', h.title, 'group', h.called, 'date', h.date, 'circle', h.circle)
           order by h.date, h.id) from held h
         where h.practice_id = s.id and not h.mandatory and h.over and h.presence is distinct from 'absent'), '[]') as extra
     from shown s order by s.name, s.id`,
    [year, practiceIds, now],
  );
}
