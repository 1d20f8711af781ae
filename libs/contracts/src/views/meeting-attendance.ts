/** Who was at a meeting, and the yearly mandatory meeting per practice (GRP-03, SES-13). */
export const MEETING_PRESENCES = ['present', 'absent', 'replaced'] as const;
export type MeetingPresence = (typeof MEETING_PRESENCES)[number];

/** Somebody who was there for their practice. */
export interface MeetingAttendeeView {
  personId: string;
  name: string;
  /** Real minutes: measured or noted; the length of the meeting where nobody did either. */
  minutes: number;
  /** Quarters rounded down, for the certificate. */
  hours: number;
  /** In the live room; false when somebody noted it. */
  measured: boolean;
}
/** What was said of a practice, and when. */
export interface MeetingAttendanceStepView {
  /** Null: taken back. */
  state: MeetingPresence | null;
  replacedBy: string | null;
  /** Who said it; null for somebody who was erased and for the platform itself. */
  by: string | null;
  at: string;
}
export interface PracticeAttendanceView {
  practiceId: string;
  practice: string;
  /** What counts: what was said, else what was measured; null as long as nobody knows. */
  state: MeetingPresence | null;
  /** Somebody said so; else it was measured, and is a proposal. */
  said: boolean;
  /** Who came instead and has no account here. */
  replacedBy: string | null;
  people: MeetingAttendeeView[];
  /** Who could have come: for whoever notes it, else empty. Those who usually come first. */
  staff: { personId: string; name: string }[];
  /** The latest first; for whoever notes it, else empty. */
  history: MeetingAttendanceStepView[];
  version: number;
}
/** The attendance of a meeting: for its leader and the coordinator all practices, for others their own. */
export interface MeetingAttendanceView {
  meetingId: string;
  /** It has begun, so that there is something to say. */
  begun: boolean;
  minutes: number;
  practices: PracticeAttendanceView[];
  mayRecord: boolean;
  /** The reader was there and can have a certificate. */
  certificate: boolean;
  /** For who may make the list of the accreditation; null for others. */
  accreditation: { activityId: string | null; version: number } | null;
}

export const MANDATORY_STATES = ['met', 'coming', 'not-yet'] as const;
export type MandatoryState = (typeof MANDATORY_STATES)[number];
/** A meeting as the overview names it. */
export interface MandatoryMeetingView {
  id: string;
  title: string;
  group: string;
  /** Local date; null as long as it is asked for. */
  date: string | null;
}
/** One practice in a year. */
export interface MandatoryPracticeView {
  practiceId: string;
  practice: string;
  town: string | null;
  state: MandatoryState;
  /** Why it has not: was not there, nobody noted who was, or nothing is planned. */
  reason: 'absent' | 'unrecorded' | 'none' | null;
  /** Where it was, where it will be, or where it was not. */
  meeting: MandatoryMeetingView | null;
  /** Intervision on top of it, outside groups (GRP-09): over, and not cancelled. */
  extra: (MandatoryMeetingView & { circle: 'district' | 'fto' | 'dto' | 'other' })[];
}
/** The yearly mandatory meeting per practice: all of them for the coordinator, the reader's own for others. */
export interface MandatoryYearView {
  year: number;
  /** Whether these are all practices of the region. */
  whole: boolean;
  practices: MandatoryPracticeView[];
}
