import type { Words } from './list.js';

/** Whose meeting it is: a formed group's, or that of practices that meet besides (GRP-09). */
export const MEETING_CIRCLES = ['group', 'district', 'fto', 'dto', 'other'] as const;
export type MeetingCircle = (typeof MEETING_CIRCLES)[number];
/** `polling`: its date is being asked for. */
export type MeetingState = 'polling' | 'planned' | 'closed' | 'cancelled';

export interface MeetingSummaryView {
  id: string;
  groupId: string | null;
  circle: MeetingCircle;
  title: string;
  /** Name of the group, or what the circle is called. */
  group: string;
  theme: string | null;
  state: MeetingState;
  mandatory: boolean;
  /** Null as long as the date is asked for. */
  startsAt: string | null;
  endsAt: string | null;
  practices: number;
  /** Belongs to a practice of the reader, or is led by the reader. */
  mine: boolean;
}

/** A meeting as its page shows it. What is said in it is not here: each part has its own view. */
export interface MeetingView extends MeetingSummaryView {
  region: string;
  date: string | null;
  startTime: string | null;
  endTime: string | null;
  location: string | null;
  meetingLink: string | null;
  leader: { practice: string | null; person: string | null; personId: string | null } | null;
  /** Outside a group: who called the others together. */
  organiserPracticeId: string | null;
  scopeRule: Words | null;
  members: { practiceId: string; name: string; town: string | null }[];
  /** What the reader may do here: pages show no button that is refused. */
  may: {
    /** Notes, actions, written input, agreement: only who belongs to it (SES-02). */
    takePart: boolean;
    lead: boolean;
    /** Date, place, attendance. */
    manage: boolean;
  };
  /** Practices of the reader in this meeting. */
  ownPracticeIds: string[];
  closedAt: string | null;
  /** The next meeting of the same group; null when there is none yet (GRP-14), and outside a group. */
  next: { id: string; state: MeetingState; startsAt: string | null } | null;
  version: number;
}

/** A practice that can be asked to a meeting outside a group. */
export interface MeetingPracticeView {
  id: string;
  name: string;
  town: string | null;
}
/** Whom one practice can call together outside a group (GRP-09). */
export interface MeetingCircleView {
  circle: 'district' | 'fto' | 'dto';
  /** `Vlierdam-Noord`, as the register has it. */
  name: string;
  /** Without the practice itself. */
  practices: MeetingPracticeView[];
}
export interface MeetingCirclesView {
  practice: MeetingPracticeView;
  circles: MeetingCircleView[];
  /** Every other practice of the region. */
  others: MeetingPracticeView[];
}
/** A group that the reader may plan a meeting for. */
export interface MeetingGroupView {
  id: string;
  name: string;
  round: string;
  theme: string;
  /** Of its next meeting; null when none is planned. */
  nextAt: string | null;
}
/** What the reader can plan: a next meeting of a group, or one that a practice calls. */
export interface MeetingChoicesView {
  groups: MeetingGroupView[];
  /** Own practices that may call others together. */
  practices: MeetingPracticeView[];
}
