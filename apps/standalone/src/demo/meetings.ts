import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DateTime } from 'luxon';
import { MeetingsService } from '#libs/intervision';
import { Database, type Actor } from '#libs/platform';
import { seedAgreed } from './agreed.js';
import { seedAttended } from './attended.js';

const EVENING = { startTime: '19:30', endTime: '21:00' };

/**
 * The meetings of the group that the demo's discussion leader leads: two that were, one next week; and an evening of a HAGRO besides
 * (GRP-09). What was cannot be planned, so those two are put into the past.
 */
export async function seedMeetings(
  app: NestFastifyApplication,
  coordinator: Actor,
  groupId: string,
  today: DateTime,
): Promise<{ past: string[]; next: string; extra: string | null }> {
  const meetings = app.get(MeetingsService);
  const tuesday = (weeks: number): DateTime => today.plus({ weeks, days: (9 - today.weekday) % 7 });
  const day = (date: DateTime): string => date.toISODate() as string;
  const second = await meetings.planned(coordinator, {
    groupId,
    date: day(tuesday(1)),
    ...EVENING,
    location: 'Gezondheidscentrum, vergaderzaal 1',
  });
  const past = [groupId, second];
  for (const [k, id] of past.entries()) await intoThePast(app, id, tuesday(k === 0 ? -9 : -4));
  const next = await meetings.planned(coordinator, {
    groupId,
    date: day(tuesday(1)),
    ...EVENING,
    location: 'Gezondheidscentrum, vergaderzaal 1',
    meetingLink: 'https://teams.example/groep-1',
  });
  await seedAgreed(
    app,
    coordinator,
    groupId,
    [
      { id: groupId, on: tuesday(-9) },
      { id: second, on: tuesday(-4) },
    ],
    today,
  );
  await seedAttended(
    app,
    coordinator,
    [
      { id: groupId, on: tuesday(-9) },
      { id: second, on: tuesday(-4) },
    ],
    today,
  );
  const [organiser] = await app
    .get(Database)
    .query<{ id: string }>(`select p.id from practice p where p.district is not null order by p.agb limit 1`);
  const extra = organiser
    ? await meetings.planned(coordinator, {
        circle: 'district',
        organiserPracticeId: organiser.id,
        title: 'Samen over wondzorg in de wijk',
        date: day(tuesday(4)),
        ...EVENING,
      })
    : null;
  return { past, next, extra };
}

/** Held and closed on this day; its invitations are gone from the mailbox. */
async function intoThePast(app: NestFastifyApplication, id: string, on: DateTime): Promise<void> {
  const database = app.get(Database);
  const [startsAt, endsAt] = [on.set({ hour: 19, minute: 30 }), on.set({ hour: 21 })];
  await database.query(
    `update meeting set state = 'closed', date = $2, starts_at = $3, ends_at = $4, closed_at = $4, start_time = '19:30', end_time = '21:00',
       location = coalesce(location, 'Gezondheidscentrum, vergaderzaal 1'), version = version + 1 where id = $1`,
    [id, on.toISODate(), startsAt.toJSDate(), endsAt.toJSDate()],
  );
  await database.query(`update meeting_practice set invited_at = $2 where meeting_id = $1`, [
    id,
    startsAt.minus({ days: 30 }).toJSDate(),
  ]);
  await database.query(
    `update mail set state = 'cancelled' where subject_id = $1 and template = 'meeting-planned'`,
    [id],
  );
}
