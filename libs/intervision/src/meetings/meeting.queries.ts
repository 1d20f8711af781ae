import { found, isId, type Actor, type Database } from '#libs/platform';
import { knowsMeeting, type MeetingPlace } from '../intervision.policy.js';
import { Meeting } from './meeting.entity.js';

/** A meeting for one transaction: its row, and who is asked to be there. */
export interface OpenedMeeting {
  meeting: Meeting;
  place: MeetingPlace;
}

/**
 * The meeting of this id, for whoever may know of it; inside the open transaction. `lock` holds its row until the transaction ends.
 * @throws not-found, also for who may not know that it exists
 */
export async function meetingFor(
  database: Database,
  actor: Actor,
  id: string,
  lock = false,
): Promise<OpenedMeeting> {
  const meeting = isId(id)
    ? await database
        .repository(Meeting)
        .findOne({ where: { id }, ...(lock && { lock: { mode: 'pessimistic_write' as const } }) })
    : null;
  const place = placeOf(
    found(meeting, 'meeting'),
    (
      await database.query<{ id: string }>(
        `select practice_id as id from meeting_practice where meeting_id = $1 and left_at is null order by practice_id`,
        [id],
      )
    ).map((row) => row.id),
  );
  return { meeting: found(knowsMeeting(actor, place) ? meeting : null, 'meeting'), place };
}

export function placeOf(meeting: Meeting, practiceIds: string[]): MeetingPlace {
  return {
    id: meeting.id,
    groupId: meeting.groupId,
    organiserPracticeId: meeting.organiserPracticeId,
    practiceIds,
  };
}
