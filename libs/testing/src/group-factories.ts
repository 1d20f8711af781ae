import { newId, systemActor, type Database } from '#libs/platform';
import { makeRound } from './intervision-factories.js';
import { makeMeeting } from './meeting-factories.js';

let counter = 0;

/** One valid group of a published round with the given members; its first meeting, of the same id, lies in 2027. */
export async function makeGroup(
  database: Database,
  regionId: string,
  values: { practices: readonly string[]; leaderPracticeId?: string; name?: string },
): Promise<{ id: string; name: string; roundId: string }> {
  const round = await makeRound(database, regionId, {
    practices: [...values.practices],
    state: 'published',
    publishedAt: '2026-11-01T09:00:00Z',
  });
  const n = ++counter;
  const group = { id: newId(), name: values.name ?? `Groep ${n}`, roundId: round.id };
  await database.transaction(systemActor(regionId), async () => {
    await database.query(
      `insert into intervision_group (id, region_id, round_id, number, name, theme_id, date_id, leader_practice_id, started_on)
       values ($1::uuid, $2, $3, $4, $5, $6, $7, $8, '2026-11-01')`,
      [
        group.id,
        regionId,
        round.id,
        n,
        group.name,
        round.themes[0],
        round.dates[0],
        values.leaderPracticeId ?? null,
      ],
    );
    await database.query(
      `insert into group_member (region_id, group_id, practice_id, joined_at) select $1, $2, unnest($3::uuid[]), '2026-11-01'`,
      [regionId, group.id, [...values.practices]],
    );
  });
  await makeMeeting(database, regionId, {
    id: group.id,
    groupId: group.id,
    startsAt: '2027-02-09T18:30:00Z',
    endsAt: '2027-02-09T20:00:00Z',
  });
  return group;
}
