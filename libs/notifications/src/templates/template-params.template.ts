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

/** What mails about a meeting say; `group` is null outside a group (GRP-09). */
interface MeetingMail {
  taskLinkId: string;
  practice: string;
  group: string | null;
  title: string;
  startsAt: string;
  endsAt: string;
  location: string | null;
  meetingLink: string | null;
  leader: string | null;
  calendar: CalendarEntry;
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
    /** Null when no meeting is planned. */
    startsAt: string | null;
    endsAt: string | null;
    leader: string | null;
    members: string[];
    why: { nl: string; en: string };
    calendar: CalendarEntry | null;
  };
  'group-changed': {
    taskLinkId: string;
    round: string;
    practice: string;
    group: string;
    theme: string;
    /** Null when no meeting is planned. */
    startsAt: string | null;
    endsAt: string | null;
    leader: string | null;
    joined: string[];
    left: string[];
    calendar: CalendarEntry | null;
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
  /** `startsAt` null: no meeting was planned. */
  'group-left': {
    round: string;
    practice: string;
    group: string;
    startsAt: string | null;
    calendar: CalendarEntry | null;
  };

  /** The owner of an action, before its day and on it; never what is to be done (SES-02). */
  'action-due': { taskLinkId: string; practice: string; deadline: string; when: 'soon' | 'today' };
  /** A practice says whether an insight may leave its group; the sentence itself does not travel by mail. */
  'outcome-consent': {
    taskLinkId: string;
    practice: string;
    /** Null outside a group. */
    group: string | null;
    deadline: string;
    minutes: number;
  };

  /** Which of these moments suit the practice (GRP-15). */
  'date-poll': {
    taskLinkId: string;
    practice: string;
    /** Null outside a group. */
    group: string | null;
    title: string;
    starts: string[];
    deadline: string;
    minutes: number;
  };
  /** To who did not answer every date; `changed`: there are other dates than when they answered. */
  'date-poll-reminder': {
    taskLinkId: string;
    /** For which the receiver speaks and that did not answer; the link is that of the first. */
    practices: string[];
    group: string | null;
    title: string;
    open: number;
    why: 'open' | 'changed';
    deadline: string;
    minutes: number;
  };
  /** To who leads: everybody answered, or the deadline came. Null when nobody answered. */
  'date-poll-proposal': {
    pollId: string;
    group: string | null;
    title: string;
    why: 'complete' | 'deadline';
    startsAt: string | null;
    reason: { nl: string; en: string } | null;
  };
  /** It became a date on which the practice cannot come. */
  'date-poll-missed': {
    taskLinkId: string;
    practice: string;
    group: string | null;
    title: string;
    startsAt: string;
    endsAt: string;
  };

  /** A practice is asked to accept what its group agreed on; the points themselves do not travel by mail (SES-02). */
  'agreement-accept': {
    /** Null when the practice was asked to no meeting yet: then it leads to the group. */
    taskLinkId: string | null;
    groupId: string;
    group: string;
    practice: string;
    because: 'edited' | 'joined';
  };
  /** To the leader, a week before. What is in the pack asks for a sign-in. */
  'meeting-pack': { meetingId: string; group: string; title: string; startsAt: string };

  'meeting-planned': MeetingMail;
  /** `from`: when it was, if it moved. */
  'meeting-changed': MeetingMail & { from: string | null };
  /** `left`: it goes on without this practice. */
  'meeting-cancelled': {
    practice: string;
    group: string | null;
    title: string;
    startsAt: string | null;
    why: 'left' | 'cancelled';
    calendar: CalendarEntry | null;
  };

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
  /** Another moment, or another link: the calendar follows. Null for who waits, or was invited and did not register. */
  'session-changed': SessionMail & {
    practice: string;
    calendar: CalendarEntry | null;
    audience?: 'specialist' | 'waiting' | 'invited';
    /** The moment when left out. */
    what?: 'link';
  };
  /** Who was to go does not work at the practice any more: somebody else is chosen. */
  'session-choose': SessionMail & { practice: string; minutes: number };
  'session-waiting': SessionMail & { practice: string; place: number };
  'session-left': {
    department: string;
    startsAt: string;
    practice: string;
    calendar: CalendarEntry | null;
  } & (
    | { why: 'replaced' | 'excused' | 'cancelled' | 'closed' | 'no-staff'; audience?: undefined }
    | { why: 'cancelled' | 'removed'; audience: 'specialist' }
  );
  /** The organiser sent a question back; neither the question nor the reason travels by mail. */
  'question-returned': SessionMail & { practice: string; minutes: number };
  /** The day before, to who comes. */
  'session-practical': SessionMail & { questions: number; meetingLink: string | null };
  /** Four weeks before, to the specialist (DIA-08). */
  'specialist-questions': SessionMail & { questions: number; practices: number; minutes: number };
  'specialist-reminder': SessionMail & { prepared: number; questions: number };
  'handout-check': SessionMail & { deadline: string; minutes: number };
  /** Inside one practice: when its referrals are looked at, or that an action is due; never what or how many. */
  'referral-review': {
    /** Null for an action: its page asks for an account. */
    taskLinkId: string | null;
    practice: string;
    about: 'review' | 'action';
    /** Local time; null for an action. */
    time: string | null;
    minutes: number;
  };
  'handout-published': SessionMail & { practice: string; practiceId?: string; questions: number };
}
export type MailTemplate = keyof MailParams;
