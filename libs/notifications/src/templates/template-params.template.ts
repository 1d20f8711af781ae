/** The calendar entry that goes with a mail (features 12): one UID for life, a rising sequence. */
export interface CalendarEntry {
  method: 'REQUEST' | 'CANCEL';
  uid: string;
  sequence: number;
  /** Instants, ISO 8601. */
  startsAt: string;
  endsAt: string;
  timeZone: string;
  summary: string;
  description: string;
  location: string | null;
}

/** What evaluations say, whichever mail it is. */
interface EvaluationMail {
  invitationId: string;
  title: { nl: string; en: string };
  minutes: number;
  /** Until when the receiver is asked to answer. */
  deadline: string;
  anonymity: 'anonymous' | 'confidential' | 'named';
}

/** What mails about a dialogue session say. */
interface SessionMail {
  taskLinkId: string;
  /** For which practice it was sent, so that nobody gets the same mail of a step twice. */
  practiceId?: string;
  department: string;
  startsAt: string;
  endsAt: string;
}

/** What each template needs. Links are ids; the usable link is made when the mail is rendered. */
export interface MailParams {
  'sign-in': { signInId: string };
  /** A code for one act of somebody who is signed in: signing for a practice. */
  confirmation: {
    confirmationId: string;
    practice: string;
    group: string;
    /** The first characters of the hash of what is signed, as the page shows them. */
    mark: string;
  };
  welcome: { region: string };
  'mail-test': { region: string };
  'round-invitation': {
    taskLinkId: string;
    round: string;
    practice: string;
    introduction: string | null;
    deadline: string;
    minutes: number;
  };
  'round-reminder': {
    taskLinkId: string;
    round: string;
    practice: string;
    deadline: string;
    minutes: number;
  };
  'group-published': {
    taskLinkId: string;
    round: string;
    practice: string;
    group: string;
    theme: string;
    startsAt: string;
    endsAt: string;
    leader: string | null;
    members: string[];
    why: { nl: string; en: string };
    calendar: CalendarEntry;
  };
  'group-changed': {
    taskLinkId: string;
    round: string;
    practice: string;
    group: string;
    theme: string;
    startsAt: string;
    endsAt: string;
    leader: string | null;
    joined: string[];
    left: string[];
    calendar: CalendarEntry;
  };
  'evaluation-invitation': EvaluationMail;
  'evaluation-reminder': EvaluationMail;
  /** Names what was remarked on; neither the figure nor what was said. */
  'remark-answered': {
    practiceId: string;
    practice: string;
    measure: { code: string; title: { nl: string; en: string } };
    item: { code: string; name: string };
    /** First day of the twelve months of the figure. */
    from: string;
    kind: 'comment' | 'dispute';
    verdict: 'answered' | 'accepted' | 'declined';
  };
  'group-left': { round: string; practice: string; group: string; startsAt: string; calendar: CalendarEntry };

  /** A practice ranks the departments it wants to meet (DIA-02). */
  'department-vote': {
    taskLinkId: string;
    year: number;
    practice: string;
    deadline: string;
    most: number;
    minutes: number;
  };
  /** The coordinating specialist passes the dates on (DIA-03). */
  'agenda-dates': { taskLinkId: string; year: number; starts: string[]; departments: string[] };
  /** A department says which dates suit. */
  'department-dates': {
    taskLinkId: string;
    year: number;
    department: string;
    starts: string[];
    deadline: string;
  };
  /** The agenda is fixed: which date it became for a department, or that there was none. */
  'department-placed': { year: number; department: string; startsAt: string | null; endsAt: string | null };
  /** Six weeks before: register and ask (DIA-06). */
  'session-invitation': SessionMail & {
    practice: string;
    introduction: string | null;
    questionsUntil: string;
    minutes: number;
  };
  'session-reminder': SessionMail & {
    practice: string;
    questionsUntil: string;
    registered: boolean;
    questions: number;
  };
  'session-registered': SessionMail & { practice: string; calendar: CalendarEntry };
  /** Another moment, or another link: the calendar follows. */
  'session-changed': SessionMail & { practice: string; calendar: CalendarEntry; audience?: 'specialist' };
  'session-waiting': SessionMail & { practice: string; place: number };
  'session-left': {
    department: string;
    startsAt: string;
    practice: string;
    why: 'replaced' | 'excused' | 'cancelled';
    calendar: CalendarEntry | null;
    audience?: 'specialist';
  };
  /** The day before, to who comes. */
  'session-practical': SessionMail & { questions: number; meetingLink: string | null };
  /** Four weeks before, to the specialist (DIA-08). */
  'specialist-questions': SessionMail & { questions: number; practices: number; minutes: number };
  'specialist-reminder': SessionMail & { prepared: number; questions: number };
  'handout-check': SessionMail & { deadline: string; minutes: number };
  'handout-published': SessionMail & { practice: string; questions: number };
}
export type MailTemplate = keyof MailParams;
