import type { RoundAsk, RoundKindSlug, RoundRules, RoundState } from '#libs/contracts';
import { newId, systemActor, type Database } from '#libs/platform';

const RULES: RoundRules = {
  groupSize: { min: 4, max: 6 },
  maxAbsentPerGroup: 0,
  maxPerDistrict: null,
  requireRankedTheme: true,
  weights: { theme: 0.4, attendance: 0.2, continuity: 0.25, motivation: 0.15 },
};
const ASKS: RoundAsk[] = ['themes', 'excluded-themes', 'dates', 'motivation', 'stay', 'leader'];

/** One valid round with four themes, three dates and the given practices; open for answers unless told otherwise. */
export async function makeRound(
  database: Database,
  regionId: string,
  values: {
    practices?: string[];
    state?: RoundState;
    kind?: RoundKindSlug;
    name?: string;
    answerFrom?: string;
    answerUntil?: string;
    publishedAt?: string;
  } = {},
): Promise<{ id: string; themes: string[]; dates: string[] }> {
  const round = {
    id: newId(),
    themes: [newId(), newId(), newId(), newId()],
    dates: [newId(), newId(), newId()],
  };
  const state = values.state ?? 'open';
  await database.transaction(systemActor(regionId), async () => {
    await database.query(
      `insert into round (id, region_id, kind, name, state, answer_from, answer_until, asks, rules, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        round.id,
        regionId,
        values.kind ?? 'plus-praktijk',
        values.name ?? 'Intervisie 2027',
        state,
        state === 'draft' ? null : (values.answerFrom ?? '2026-11-01T09:00:00Z'),
        state === 'draft' ? null : (values.answerUntil ?? '2026-11-20T16:00:00Z'),
        ASKS,
        JSON.stringify(RULES),
        values.publishedAt ?? null,
      ],
    );
    await database.query(
      `insert into round_theme (id, region_id, round_id, short_name, name, position)
       select id, $2, $3, 'Thema ' || n, 'Thema nummer ' || n, n - 1 from unnest($1::uuid[]) with ordinality as t (id, n)`,
      [round.themes, regionId, round.id],
    );
    await database.query(
      `insert into round_date (id, region_id, round_id, date, start_time, end_time)
       select id, $2, $3, date '2027-02-08' + n::integer, '19:30', '21:00' from unnest($1::uuid[]) with ordinality as t (id, n)`,
      [round.dates, regionId, round.id],
    );
    await database.query(
      `insert into round_participant (region_id, round_id, practice_id, invited_at)
       select $1, $2, unnest($3::uuid[]), $4::timestamptz`,
      [
        regionId,
        round.id,
        values.practices ?? [],
        state === 'draft' ? null : (values.answerFrom ?? '2026-11-01T09:00:00Z'),
      ],
    );
  });
  return round;
}
