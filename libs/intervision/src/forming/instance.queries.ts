import type { RoundState } from '#libs/contracts';
import { isId, type Database } from '#libs/platform';
import type { RoundSource } from './instance.rules.js';

/** A round with everything that decides its groups, and how far it is. */
export type LoadedRound = RoundSource & { kind: string; state: RoundState; version: number };

/** How many earlier published rounds of a kind count for continuity (decisions, Groups). */
const ROUNDS_BACK = 2;

/**
 * Reads what `buildInstance` needs, in one statement so that no answer can slip in between. Archived practices and those
 * that said they take no part are left out; `extra` practices are read along though they are not on the list or archived (a repair).
 * @returns null when the region has no such round.
 */
export async function loadRoundSource(
  database: Database,
  roundId: string,
  extra: readonly string[] = [],
): Promise<LoadedRound | null> {
  if (!isId(roundId)) return null;
  const [row] = await database.query<{ source: LoadedRound }>(
    `select jsonb_build_object(
       'id', r.id, 'name', r.name, 'kind', r.kind, 'state', r.state, 'version', r.version, 'asks', to_jsonb(r.asks), 'rules', r.rules,
       'themes', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'shortName', t.short_name, 'maxGroups', t.max_groups) order by t.position, t.id)
          from round_theme t where t.round_id = r.id and (t.archived_at is null or exists (select 1 from intervision_group u where u.theme_id = t.id and u.ended_on is null))), '[]'),
       'dates', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'date', to_char(d.date, 'YYYY-MM-DD'), 'startTime', d.start_time, 'endTime', d.end_time,
            'maxGroups', d.max_groups) order by d.date, d.start_time, d.id)
          from round_date d where d.round_id = r.id and (d.archived_at is null or exists (select 1 from intervision_group u where u.date_id = d.id and u.ended_on is null))), '[]'),
       'practices', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'district', p.district, 'listSize', p.list_size,
            'motivation', p.motivation, 'withoutAnswer', coalesce(m.without_answer, true) or p.id = any($2::uuid[]),
            'answer', case when a.practice_id is null then null else jsonb_build_object('submitted', a.submitted_at is not null, 'ranked', to_jsonb(a.ranked),
              'excluded', to_jsonb(a.excluded), 'dates', a.dates, 'motivation', a.motivation, 'stay', a.stay, 'canLead', a.can_lead) end) order by p.id)
          from practice p left join round_participant m on m.practice_id = p.id and m.round_id = r.id
            left join round_answer a on a.practice_id = p.id and a.round_id = r.id
          where (m.taking_part and p.archived_at is null) or p.id = any($2::uuid[])), '[]'),
       'forbidden', coalesce((select jsonb_agg(jsonb_build_object('a', f.practice_a, 'b', f.practice_b, 'reason', f.reason) order by f.practice_a, f.practice_b)
          from forbidden_pair f where f.ended_at is null), '[]'),
       'earlier', coalesce((select jsonb_agg(jsonb_build_object('groupId', g.id, 'practiceId', gm.practice_id, 'roundsAgo', e.ago, 'joinedAt', gm.joined_at,
            'leftAt', gm.left_at) order by g.id, gm.joined_at, gm.practice_id)
          from (select o.id, (row_number() over (order by o.published_at desc, o.id desc) - 1)::integer as ago from round o
                where o.kind = r.kind and o.id <> r.id and o.published_at is not null and (r.published_at is null or o.published_at < r.published_at)
                order by o.published_at desc, o.id desc limit ${ROUNDS_BACK}) e
            join intervision_group g on g.round_id = e.id join group_member gm on gm.group_id = g.id), '[]'),
       'merged', coalesce((select jsonb_object_agg(p.id, p.merged_into) from practice p where p.merged_into is not null), '{}')
     ) as source from round r where r.id = $1`,
    [roundId, extra],
  );
  return row?.source ?? null;
}

/** Locks the round's row until the transaction ends: publishing and forming wait for each other here. */
export async function lockRound(
  database: Database,
  roundId: string,
): Promise<{ id: string; name: string; kind: string; state: RoundState; version: number } | null> {
  if (!isId(roundId)) return null;
  const [row] = await database.query<{
    id: string;
    name: string;
    kind: string;
    state: RoundState;
    version: number;
  }>(`select id, name, kind, state, version from round where id = $1 for update`, [roundId]);
  return row ?? null;
}
