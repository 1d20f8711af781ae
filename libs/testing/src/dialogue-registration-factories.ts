import { localInstant, newId, systemActor, type Database } from '#libs/platform';

export interface FactorySession {
  id: string;
  departmentId: string;
  startsAt: Date;
  endsAt: Date;
}

/** One planned session with its department; `live` and `ended` ones lie where their times say. */
export async function makeDialogueSession(
  database: Database,
  regionId: string,
  values: {
    title?: string;
    date?: string;
    startTime?: string;
    endTime?: string;
    state?: 'planned' | 'live' | 'ended' | 'cancelled';
    places?: number | null;
    meetingLink?: string | null;
    activityId?: string | null;
    accreditedHours?: number | null;
  } = {},
): Promise<FactorySession> {
  const [id, departmentId] = [newId(), newId()];
  const date = values.date ?? '2027-02-09';
  const [from, to] = [values.startTime ?? '19:30', values.endTime ?? '20:30'];
  const [startsAt, endsAt] = [localInstant(date, from), localInstant(date, to)];
  await database.transaction(systemActor(regionId), async () => {
    await database.query(`insert into department (id, region_id, name) values ($1, $2, $3)`, [
      departmentId,
      regionId,
      `Cardiologie ${id.slice(-12)}`,
    ]);
    await database.query(
      `insert into dialogue_session (id, region_id, department_id, title, date, start_time, end_time, starts_at, ends_at, state, places,
         meeting_link, activity_id, accredited_hours, calendar_uid)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        id,
        regionId,
        departmentId,
        values.title ?? 'Hartkloppingen',
        date,
        from,
        to,
        startsAt,
        endsAt,
        values.state ?? 'planned',
        values.places ?? null,
        values.meetingLink === undefined ? 'https://teams.example/1' : values.meetingLink,
        values.activityId ?? null,
        values.accreditedHours ?? null,
        `${id}@leerkring`,
      ],
    );
  });
  return { id, departmentId, startsAt, endsAt };
}
