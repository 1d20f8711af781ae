import type { Words } from './list.js';
import type { RoundKindSlug } from './rounds.js';

export interface GroupSummaryView {
  id: string;
  name: string;
  number: number;
  roundId: string;
  round: string;
  theme: string;
  startsAt: string;
  members: number;
  leader: string | null;
  mine: boolean;
  state: 'active' | 'ended';
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
  /** First meeting: instant, and the local date and times it was agreed in. */
  startsAt: string;
  endsAt: string;
  date: string;
  startTime: string;
  endTime: string;
  location: string | null;
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
