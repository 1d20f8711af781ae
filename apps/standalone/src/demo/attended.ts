import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DateTime } from 'luxon';
import { HeldMeetings, MeetingAttendanceService, MeetingsService } from '#libs/intervision';
import { Clock, Database, type Actor } from '#libs/platform';
import { onDay } from './on-day.js';

/** An evening that was: its meeting, and when it was held. */
interface Evening {
  id: string;
  on: DateTime;
}

/**
 * Who was at the evenings that were, the last of them mandatory: one practice missed it, one was replaced. Most other groups have theirs
 * still to come, and one HAGRO met besides (GRP-03, GRP-09): the overview of the year has something of everything.
 */
export async function seedAttended(
  app: NestFastifyApplication,
  coordinator: Actor,
  evenings: readonly [Evening, Evening],
  today: DateTime,
): Promise<void> {
  const database = app.get(Database);
  const attendance = app.get(MeetingAttendanceService);
  const [, last] = evenings;
  await database.query(`update meeting set mandatory = true where id = $1`, [last.id]);
  for (const { id, on } of evenings)
    await onDay(app.get(Clock), on.set({ hour: 21, minute: 5 }), async () => {
      const { practices } = await attendance.everybody(coordinator, id);
      for (const [k, { practiceId, staff }] of practices.entries()) {
        const people = staff.slice(0, 1).map(({ personId }) => ({ personId }));
        const wish =
          k === 2
            ? { state: 'replaced' as const, replacedBy: 'Anouk Verbeek' }
            : k === 3 && id === last.id
              ? { state: 'absent' as const }
              : { state: 'present' as const, people };
        await attendance.record(coordinator, id, practiceId, wish);
      }
    });
  const coming = await database.query<{ id: string }>(
    `select id from meeting where group_id is not null and state = 'planned' and id <> all($1::uuid[])
       and group_id <> (select group_id from meeting where id = $2) order by starts_at desc, id offset 2`,
    [evenings.map(({ id }) => id), last.id],
  );
  for (const { id } of coming)
    await app.get(MeetingsService).change(coordinator, id, undefined, { mandatory: true });
  const besides = await database.query<{ id: string }>(
    `select id from practice where district = (select district from practice where district is not null order by agb limit 1)
     order by agb limit 5`,
  );
  const [organiser, ...others] = besides.map(({ id }) => id);
  if (organiser && others.length > 0)
    await app.get(HeldMeetings).register(coordinator, {
      circle: 'district',
      organiserPracticeId: organiser,
      practiceIds: others,
      title: 'Afbouwen van slaapmiddelen',
      date: today.minus({ days: 25 }).toISODate() as string,
      startTime: '19:30',
      endTime: '21:00',
    });
}
