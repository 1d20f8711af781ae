import type { Words } from './list.js';
import type { MeetingState } from './meetings.js';
import type { RoundKindSlug } from './rounds.js';

export interface GroupSummaryView {
  id: string;
  name: string;
  number: number;
  roundId: string;
  round: string;
  theme: string;
  /** Of the next meeting, or else of the last. */
  startsAt: string | null;
  members: number;
  leader: string | null;
  mine: boolean;
  state: 'active' | 'ended';
}
/** A meeting as the page of its group shows it. */
export interface GroupMeetingView {
  id: string;
  title: string;
  state: MeetingState;
  mandatory: boolean;
  /** Null as long as the date is asked for. */
  startsAt: string | null;
  endsAt: string | null;
  location: string | null;
  meetingLink: string | null;
  version: number;
}
export interface GroupView {
  id: string;
  name: string;
  number: number;
  kind: RoundKindSlug;
  roundId: string;
  round: string;
  region: string;
  theme: { name: string; description: string | null };
  scopeRule: Words | null;
  /** In order of time, those whose date is being asked for last; without the ones that were cancelled. */
  meetings: GroupMeetingView[];
  leader: { practice: string; person: string | null } | null;
  members: {
    practiceId: string;
    name: string;
    town: string | null;
    leads: boolean;
    since: string;
    until: string | null;
    contact: string | null;
  }[];
  /** Why the reader's own practice is here; null for who is not a member. */
  why: Words | null;
  version: number;
}
