import type { Words } from './list.js';
import type { MeetingState } from './meetings.js';
import type { DateAnswer, RoundDateView } from './rounds.js';

/** `closed`: past its deadline or ended early; the leader chooses. `chosen`: the meeting has its date. */
export type DatePollState = 'open' | 'closed' | 'chosen';

/** A day as a month shows it: what falls on it. */
export interface PollDayView {
  /** Local date. */
  date: string;
  flags: RoundDateView['flags'];
}
export interface PollDaysView {
  /** Of later days it is not known yet whether schools are closed. */
  holidaysKnownUntil: string;
  /** Only the days on which something falls. */
  days: PollDayView[];
}

export interface DatePollOptionView {
  id: string;
  /** Local date and times. */
  date: string;
  startTime: string;
  endTime: string;
  startsAt: string;
  flags: RoundDateView['flags'];
  /** What it was before it moved; its answers are asked again. */
  movedFrom: { date: string; startTime: string; endTime: string } | null;
}
export interface DatePollPracticeView {
  practiceId: string;
  name: string;
  /** Whoever leads the meeting is of this practice. */
  leads: boolean;
  /** Option id → answer; an option that is not there was not answered, which is no no. */
  answers: Record<string, DateAnswer>;
  note: string | null;
  savedAt: string | null;
  /** Who of the practice spoke last: for its own people. */
  savedBy: string | null;
}
/** One option weighed. */
export interface DatePollAdviceView {
  optionId: string;
  yes: number;
  maybe: number;
  no: number;
  unanswered: number;
  /** `Vijf van de zes praktijken kunnen; De Linde niet. De gespreksleider kan.` */
  reason: Words;
}
export interface DatePollView {
  id: string;
  meetingId: string;
  meetingState: MeetingState;
  groupId: string | null;
  group: string | null;
  title: string;
  state: DatePollState;
  answerUntil: string;
  reminderDays: number[];
  options: DatePollOptionView[];
  /** Those that are asked to the meeting, the leader's first. */
  practices: DatePollPracticeView[];
  leader: { practiceId: string | null; name: string | null } | null;
  /** The best date first; empty as long as nobody answered. */
  advice: DatePollAdviceView[];
  /** Every practice answered every option. */
  complete: boolean;
  chosenOptionId: string | null;
  /** Own practices of the reader. */
  ownPracticeIds: string[];
  /** Practices whose answer the reader can give or change now. */
  answerable: string[];
  /** Options, deadline, the choice. */
  mayManage: boolean;
  holidaysKnownUntil: string;
  version: number;
}
/** The poll of a meeting; null when its date was not asked for. */
export interface MeetingPollView {
  poll: DatePollView | null;
  mayAsk: boolean;
}
