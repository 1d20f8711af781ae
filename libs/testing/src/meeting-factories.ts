import { newId, systemActor, type Database } from '#libs/platform';

/**
 * One planned meeting of a group, its practices asked to be there; in 2027 unless said otherwise. Without a group it is extra
 * intervision of the given practices (GRP-09).
 */
export async function makeMeeting(
  database: Database,
  regionId: string,
  values: {
    id?: string;
    groupId?: string;
    title?: string;
    startsAt?: string;
    endsAt?: string;
    mandatory?: boolean;
    /** Closed, and when. */
    closedAt?: string;
    practices?: readonly string[];
    organiserPracticeId?: string;
  },
): Promise<string> {
  const id = values.id ?? newId();
  const startsAt = values.startsAt ?? '2027-03-09T18:30:00Z';
  const endsAt = values.endsAt ?? '2027-03-09T20:00:00Z';
  await database.transaction(systemActor(regionId), async () => {
    await database.query(
      `insert into meeting (id, region_id, group_id, circle, title, mandatory, date, start_time, end_time, starts_at, ends_at, calendar_uid, state, closed_at,
         organiser_practice_id)
       values ($1::uuid, $2, $3, case when $3::uuid is null then 'other' else 'group' end, $4, $5, ($6::timestamptz at time zone 'Europe/Amsterdam')::date,
         to_char($6::timestamptz at time zone 'Europe/Amsterdam', 'HH24:MI'), to_char($7::timestamptz at time zone 'Europe/Amsterdam', 'HH24:MI'),
         $6, $7, $1::uuid::text || '@leerkring', case when $8::timestamptz is null then 'planned' else 'closed' end, $8, $9)`,
      [
        id,
        regionId,
        values.groupId ?? null,
        values.title ?? 'Bijeenkomst',
        values.mandatory ?? false,
        startsAt,
        endsAt,
        values.closedAt ?? null,
        values.organiserPracticeId ?? null,
      ],
    );
    await database.query(
      `insert into meeting_practice (region_id, meeting_id, practice_id)
       select $1::uuid, $2::uuid, practice_id from group_member where group_id = $3 and left_at is null
       union select $1::uuid, $2::uuid, unnest($4::uuid[])`,
      [regionId, id, values.groupId ?? null, [...(values.practices ?? [])]],
    );
  });
  return id;
}
