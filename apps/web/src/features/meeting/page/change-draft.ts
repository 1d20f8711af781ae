import type { MeetingView } from '#libs/contracts';
import type { MeetingFacts } from './meeting-data';
import type { TimesDraft } from './times-draft';

const EVENING = { startTime: '19:30', endTime: '21:00' };

/** What can be changed of a meeting, as form fields hold it. */
export interface ChangeDraft extends TimesDraft {
  title: string;
  location: string;
  link: string;
  mandatory: boolean;
  /** Who is asked besides who called the others together. */
  company: ReadonlySet<string>;
}

export const draftOf = (meeting: MeetingView): ChangeDraft => ({
  date: meeting.date ?? '',
  startTime: meeting.startTime ?? EVENING.startTime,
  endTime: meeting.endTime ?? EVENING.endTime,
  title: meeting.title,
  location: meeting.location ?? '',
  link: meeting.meetingLink ?? '',
  mandatory: meeting.mandatory,
  company: new Set(
    meeting.members.map(({ practiceId }) => practiceId).filter((id) => id !== meeting.organiserPracticeId),
  ),
});

const plain = (value: string | boolean | ReadonlySet<string>): string | boolean =>
  typeof value === 'object' ? [...value].sort().join() : typeof value === 'string' ? value.trim() : value;

const touched = (draft: ChangeDraft, start: ChangeDraft, key: keyof ChangeDraft): boolean =>
  plain(draft[key]) !== plain(start[key]);

/** True when another day or time was filled in. */
export const isMoved = (draft: ChangeDraft, start: ChangeDraft): boolean =>
  touched(draft, start, 'date') ||
  (draft.date !== '' && (touched(draft, start, 'startTime') || touched(draft, start, 'endTime')));

/** Only what was changed: what a colleague changes meanwhile stays theirs. */
export function changesOf(draft: ChangeDraft, start: ChangeDraft): MeetingFacts {
  const { date, startTime, endTime, title, location, link, mandatory, company } = draft;
  const is = (key: keyof ChangeDraft) => touched(draft, start, key);
  return {
    ...(is('title') && { title: title.trim() }),
    ...(isMoved(draft, start) && { date, startTime, endTime }),
    ...(is('location') && { location: location.trim() || null }),
    ...(is('link') && { meetingLink: link.trim() || null }),
    ...(is('mandatory') && { mandatory }),
    ...(is('company') && { practiceIds: [...company] }),
  };
}

/** A colleague saved meanwhile: fields that were not touched here take over what they say now. */
export function rebased(draft: ChangeDraft, start: ChangeDraft, now: ChangeDraft): ChangeDraft {
  const keys = Object.keys(now) as (keyof ChangeDraft)[];
  return {
    ...draft,
    ...Object.fromEntries(keys.flatMap((k) => (touched(draft, start, k) ? [] : [[k, now[k]]]))),
  };
}
