import type { DateAnswer, DatePollPracticeView, HolidayRegion } from '#libs/contracts';
import { found, isId, type Actor, type Database } from '#libs/platform';
import { Meeting } from '../meetings/meeting.entity.js';
import { placeOf, type OpenedMeeting } from '../meetings/meeting.queries.js';
import { DatePoll } from './date-poll.entity.js';
import { seesPoll } from './polls.policy.js';

/** A poll for one transaction, with its meeting. */
export interface OpenedPoll extends OpenedMeeting {
  poll: DatePoll;
}
/** An option as it can be chosen now. */
export interface PollOptionRow {
  id: string;
  date: string;
  startTime: string;
  endTime: string;
  movedFrom: { date: string; startTime: string; endTime: string } | null;
}
export type PollPracticeRow = Omit<DatePollPracticeView, 'leads'>;
/** A person who gets a mail. */
export interface PollAddressee {
  personId: string;
  name: string;
  email: string;
  language: 'nl' | 'en';
}

/**
 * The poll of this id for whoever may see who answered what, inside the open transaction. `lock` holds it until the transaction
 * ends: a poll is answered by a handful of practices, and whoever answers last must see the others.
 * @throws not-found, also for who may not know that it exists
 */
export async function pollFor(
  database: Database,
  actor: Actor,
  id: string,
  lock = false,
): Promise<OpenedPoll> {
  const poll = isId(id)
    ? await database
        .repository(DatePoll)
        .findOne({ where: { id }, ...(lock && { lock: { mode: 'pessimistic_write' as const } }) })
    : null;
  const opened = await around(database, found(poll, 'date-poll'));
  return found(seesPoll(actor, opened.poll.id, opened.place) ? opened : null, 'date-poll');
}

/** A poll with its meeting and who is asked to it. */
export async function around(database: Database, poll: DatePoll): Promise<OpenedPoll> {
  const meeting = found(await database.repository(Meeting).findOneBy({ id: poll.meetingId }), 'meeting');
  const practices = await database.query<{ id: string }>(
    `select practice_id as id from meeting_practice where meeting_id = $1 and left_at is null order by practice_id`,
    [meeting.id],
  );
  return {
    poll,
    meeting,
    place: placeOf(
      meeting,
      practices.map(({ id }) => id),
    ),
  };
}

/** What can be chosen, in order of time. */
export function pollOptions(database: Database, pollId: string): Promise<PollOptionRow[]> {
  return database.query<PollOptionRow>(
    `select o.id, o.date::text as date, o.start_time as "startTime", o.end_time as "endTime",
       case when w.id is null then null else jsonb_build_object('date', w.date, 'startTime', w.start_time, 'endTime', w.end_time) end as "movedFrom"
     from date_poll_option o left join date_poll_option w on w.id = o.replaces_id
     where o.poll_id = $1 and o.removed_at is null order by o.date, o.start_time, o.end_time`,
    [pollId],
  );
}

/** What each practice that is asked said of the options that can be chosen. */
export function pollPractices(
  database: Database,
  meetingId: string,
  pollId: string,
): Promise<PollPracticeRow[]> {
  return database.query<PollPracticeRow>(
    `select p.id as "practiceId", p.name, s.note, to_char(s.saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "savedAt", w.name as "savedBy",
       coalesce((select jsonb_object_agg(a.option_id, a.answer) from date_poll_answer a join date_poll_option o on o.id = a.option_id
         where o.poll_id = $2 and o.removed_at is null and a.practice_id = p.id), '{}') as answers
     from meeting_practice m join practice p on p.id = m.practice_id
       left join date_poll_practice s on s.poll_id = $2 and s.practice_id = p.id left join person w on w.id = s.saved_by
     where m.meeting_id = $1 and m.left_at is null order by p.name, p.id`,
    [meetingId, pollId],
  );
}

/** What the meeting of a poll is called, who leads it, and in which part of the country its schools are. */
export async function pollWords(
  database: Database,
  meetingId: string,
): Promise<{
  group: string | null;
  leaderPracticeId: string | null;
  leaderName: string | null;
  holidayRegion: HolidayRegion;
}> {
  const [row] = await database.query<Awaited<ReturnType<typeof pollWords>>>(
    `select g.name as "group", coalesce(g.leader_practice_id, e.organiser_practice_id) as "leaderPracticeId", g.leader_name as "leaderName",
       r.holiday_region as "holidayRegion"
     from meeting e join region r on r.id = e.region_id left join intervision_group g on g.id = e.group_id where e.id = $1`,
    [meetingId],
  );
  return found(row, 'meeting');
}

/** Who leads: holds the role over the group; outside a group who speaks for the practice that calls; or else who asked. */
export function pollLeaders(database: Database, { meeting, poll }: OpenedPoll): Promise<PollAddressee[]> {
  return database.query<PollAddressee>(
    `with leads as (
       select distinct r.person_id from role_assignment r where r.until is null
         and (r.role = 'discussion-leader' and r.scope_id = $1 or r.role in ('practice-holder', 'practice-contact') and $1::uuid is null and r.scope_id = $2))
     select p.id as "personId", p.name, p.email, p.language from person p where p.archived_at is null
       and (p.id in (select person_id from leads) or p.id = $3 and not exists (select 1 from leads)) order by p.id`,
    [meeting.groupId, meeting.organiserPracticeId, poll.askedBy],
  );
}

/** Practices that did not answer every option, and whether they said anything yet. */
export function openPractices(rows: readonly PollPracticeRow[], options: readonly PollOptionRow[]) {
  return rows
    .map((row) => ({
      practiceId: row.practiceId,
      name: row.name,
      open: options.filter(({ id }) => row.answers[id] === undefined).length,
      begun: row.savedAt !== null,
    }))
    .filter(({ open }) => open > 0);
}

/** Answers as the rules weigh them. */
export const answersOf = (rows: readonly PollPracticeRow[], optionId: string): Map<string, DateAnswer> =>
  new Map(
    rows.flatMap(({ practiceId, answers }) => (answers[optionId] ? [[practiceId, answers[optionId]]] : [])),
  );
