import type { Words } from './list.js';

export type DialogueSessionState = 'planned' | 'live' | 'ended' | 'cancelled';

export interface DialogueSessionSummaryView {
  id: string;
  title: string;
  department: string;
  startsAt: string;
  endsAt: string;
  state: DialogueSessionState;
  /** Practices that will come. */
  registered: number;
  /** Questions asked, merged ones counted once. */
  questions: number;
  handout: 'none' | 'draft' | 'checking' | 'checked' | 'published';
  /** What the reader's own practice did; null for who has none. */
  own: { registered: boolean; questions: number } | null;
  /** What comes next by itself; for organisers. */
  next: { kind: SessionStepKind; dueAt: string } | null;
  /** Steps that wait for a decision; 0 for who is no organiser. */
  late: number;
}
/** The session for who is no organiser: which pages of it are theirs. */
export interface SessionDoorView {
  session: DialogueSessionSummaryView;
  /** The reader's own practices. */
  practices: { id: string; name: string; registered: boolean; questions: number }[];
  specialist: boolean;
  /** The live room can be entered. */
  liveOpen: boolean;
}
/** Somebody who gets a mail when the session moves or is cancelled. */
export interface SessionHearerView {
  name: string;
  /** Null for a specialist. */
  practice: string | null;
  specialist: boolean;
}

/** What a session does when. Offsets are in days before (negative) or after the session, at local times of day. */
export type SessionStepKind =
  | 'invite'
  | 'remind'
  | 'share'
  | 'remind-specialist'
  | 'practical'
  | 'start'
  | 'end'
  | 'evaluate'
  | 'handout'
  | 'remind-handout';
/** `late`: its moment passed while nothing ran, and now it may be too late: the organiser decides. */
export type SessionStepState = 'planned' | 'done' | 'stopped' | 'late';
export interface SessionStepView {
  id: string;
  kind: SessionStepKind;
  dueAt: string;
  ownMoment: boolean;
  state: SessionStepState;
  doneAt: string | null;
  /** Mails that went out. */
  count: number | null;
  /** What happens, and to whom, in one sentence. */
  sentence: Words;
  /** Can be done at this moment, ahead of it or after all. */
  doNow: boolean;
  /** Can be moved, skipped and planned again. */
  movable: boolean;
  version: number;
}
export interface StepOffset {
  /** Days from the session's local date; negative is before. Null: not done in this region. */
  days: number | null;
  /** Local time of day, `09:00`. */
  time: string;
}
export interface DialogueSettingsView {
  /** Every step that mails or asks; start, end and evaluation follow the session itself. */
  timeline: Record<Exclude<SessionStepKind, 'start' | 'end' | 'evaluate'>, StepOffset>;
  accreditation: AccreditationLayout;
  version: number;
}
export const ACCREDITATION_FIELDS = [
  'activity-id',
  'name',
  'big-number',
  'hours',
  'hours-full',
  'date',
  'practice',
  'agb',
  'email',
  'joined',
  'left',
] as const;
export type AccreditationField = (typeof ACCREDITATION_FIELDS)[number];
/** Columns of the accreditation list, in order, each with the heading that the receiving system wants. */
export interface AccreditationLayout {
  columns: { field: AccreditationField; heading: string }[];
  /** `xlsx`, or Dutch CSV. */
  format: 'xlsx' | 'csv';
}

/** The session as the organiser sees it. */
export interface DialogueSessionView {
  id: string;
  title: string;
  departmentId: string;
  department: string;
  date: string;
  startTime: string;
  endTime: string;
  startsAt: string;
  endsAt: string;
  state: DialogueSessionState;
  introduction: string | null;
  meetingLink: string | null;
  places: number | null;
  moderated: boolean;
  talkOn: string | null;
  activityId: string | null;
  accreditedHours: number | null;
  sharedAt: string | null;
  specialists: { personId: string; name: string; email: string }[];
  steps: SessionStepView[];
  counts: {
    practices: number;
    registered: number;
    waiting: number;
    excused: number;
    questions: number;
    /** Practices that asked at least one. */
    asking: number;
  };
  handout: DialogueSessionSummaryView['handout'];
  version: number;
}

export type AttendeeKind = 'gp' | 'locum' | 'trainee' | 'other';
export type RegistrationState = 'registered' | 'waiting' | 'excused';
export interface RegistrationView {
  id: string;
  practice: { id: string; name: string };
  state: RegistrationState;
  person: { id: string; name: string; email: string };
  attendeeKind: AttendeeKind;
  /** Place in the waiting list, from 1. */
  waitingPlace: number | null;
  excuse: string | null;
  askedAt: string;
  version: number;
}
/** A session as one practice sees it before, and what it did: the page behind the link in the mail. */
export interface PracticeSessionView {
  session: {
    id: string;
    title: string;
    department: string;
    startsAt: string;
    endsAt: string;
    state: DialogueSessionState;
    introduction: string | null;
    /** Only for who is registered. */
    meetingLink: string | null;
    places: number | null;
    placesLeft: number | null;
    /** Until then questions go to the specialist; after it they are late. */
    questionsUntil: string | null;
    shared: boolean;
    /** The live room can be entered. */
    liveOpen: boolean;
    handoutPublished: boolean;
  };
  practice: { id: string; name: string };
  registration: RegistrationView | null;
  /** People of the practice who can be registered; the first is the one of last time. */
  people: { id: string; name: string; jobTitle: string | null; lastTime: boolean }[];
  /** May name a colleague who is not in the list yet. */
  mayAddPeople: boolean;
  /** The reader was there and can fetch the certificate. */
  certificate: boolean;
}
/** A practice and where it stands, as the organiser sees it. */
export interface SessionParticipantView {
  practice: { id: string; name: string };
  /** Null: it has not answered yet. */
  registration: RegistrationView | null;
  /** Questions it asked. */
  questions: number;
}

export interface AttendanceView {
  practice: { id: string; name: string };
  person: { id: string; name: string };
  attendeeKind: AttendeeKind;
  registered: boolean;
  /** Measured in the live room: each stay. */
  stays: { joinedAt: string; leftAt: string | null }[];
  /** What the organiser or a report said instead. */
  corrected: { joinedAt: string | null; leftAt: string | null; source: 'organiser' | 'report' } | null;
  present: boolean;
  joinedAt: string | null;
  leftAt: string | null;
  /** Real minutes between start and end of the session. */
  minutes: number;
  /** Real hours for the certificate, and the whole ones that a list may want. */
  hours: number;
  hoursFull: number;
  bigNumber: string | null;
  version: number;
}
/** What an uploaded attendance report led to, row by row. Only joined and left of who was recognised are kept. */
export interface AttendanceReportView {
  /** People whose attendance was taken over. */
  people: number;
  rows: {
    /** Line of the file. */
    row: number;
    name: string;
    joinedAt: string | null;
    leftAt: string | null;
    verdict: 'by-email' | 'by-name' | 'ambiguous' | 'unknown' | 'unreadable' | 'outside';
    practice: string | null;
  }[];
}
