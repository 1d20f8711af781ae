import type { ActionState, OutcomeAnswer } from './actions.js';
import type { RoleView } from './access.js';
import type { Words } from './list.js';
import type { AttendeeKind, RegistrationState } from './dialogue-sessions.js';
import type { MailState } from './mail.js';
import type { MeetingPresence } from './meeting-attendance.js';
import type { FigureRemarkView } from './figures.js';
import type { ImportVerdict, PracticeDetailView } from './practices.js';
import type { ReferralAvoidable, ReferralGround, ReferralKind } from './referrals.js';
import type { DateAnswer, StayWish } from './rounds.js';

/** Everything that is kept about the signed-in person in one region, as a file to keep (AVG art. 15, 20). */
export interface OwnDataView {
  madeAt: string;
  region: string;
  person: { id: string; name: string; email: string; language: string; since: string };
  /** Present ones first, then the ended ones. */
  roles: RoleView[];
  sessions: {
    kind: 'full' | 'task';
    device: string;
    createdAt: string;
    lastSeenAt: string;
    expiresAt: string;
    revokedAt: string | null;
  }[];
  signIns: { askedAt: string; usedAt: string | null }[];
  taskLinks: { kind: string; createdAt: string; expiresAt: string; revokedAt: string | null }[];
  /** Answers that this person saved last, or that name this person as discussion leader. */
  answers: KeptAnswerView[];
  /** Groups that this person leads or led. */
  groups: { name: string; round: string; theme: string; startsAt: string }[];
  /** Remarks on figures that this person wrote, or answered for who keeps the figures. */
  remarks: (KeptRemarkView & { part: 'wrote' | 'answered' })[];
  /** Times that this person signed for names in a group, or took a signature back; null for what somebody else did. */
  signatures: KeptSignatureView[];
  /** What groups say before their figures, where this person changed it last. */
  stories: { group: string; story: string; question: string; changedAt: string }[];
  /** Dialogue sessions: what this person registered for, asked, and prepared as specialist. */
  dialogue: {
    registrations: (KeptRegistrationView & { practice: string })[];
    /** Times in the live room, as they were measured. */
    stays: { session: string; startsAt: string; joinedAt: string; leftAt: string | null }[];
    questions: (KeptQuestionView & { practice: string | null })[];
    prepared: { session: string; startsAt: string }[];
  };
  /** Review of referrals inside a practice: what this person put in and judged, and the minutes it took. */
  referrals: {
    reviewed: KeptReferralView[];
    minutes: { practice: string; day: string; minutes: number }[];
  };
  /** What this person wrote in the steps of live meetings. */
  meetingTexts: KeptWordsView[];
  /** Meetings: actions that this person owns or wrote down, insights and notes as written, and consents given for a practice. */
  agreed: {
    actions: (KeptActionView & { practice: string; mine: boolean })[];
    insights: KeptWordsView[];
    notes: KeptWordsView[];
    consents: (KeptConsentView & { practice: string })[];
  };
  /** Meetings: where somebody named this person, times in live rooms as measured, and what this person noted of practices. */
  attendance: {
    named: { meeting: string; practice: string; minutes: number | null; at: string }[];
    stays: { meeting: string; joinedAt: string; leftAt: string | null }[];
    noted: { meeting: string; practice: string; state: MeetingPresence | null; at: string }[];
  };
  /** Date polls: what this person answered for a practice, and what they added in words. */
  datePolls: (KeptDateAnswerView & { practice: string })[];
  pollNotes: (KeptWordsView & { practice: string })[];
  /** Agreements of groups: accepted for a practice, and versions that this person wrote. */
  agreementsAccepted: (KeptAcceptanceView & { practice: string })[];
  agreementsWritten: (KeptAcceptanceView & { points: string[] })[];
  /** What this person noted to prepare meetings that they lead. */
  preparationNotes: KeptWordsView[];
  mails: { subject: string; state: MailState; at: string }[];
  /** What the log says this person did. */
  log: { event: string; at: string }[];
}

/** Everything that is kept about one practice, as a file to keep. */
export interface PracticeDataView {
  madeAt: string;
  region: string;
  /** Register, people with history, and groups with dates. */
  practice: PracticeDetailView;
  answers: KeptAnswerView[];
  /** Lists that were read in and had a row of this practice. */
  imports: KeptImportView[];
  /** What was said about figures of this practice, and by whom. */
  remarks: (KeptRemarkView & { by: string | null })[];
  /** Signatures for names in a group, and by whom. */
  signatures: (KeptSignatureView & { signedBy: string | null; withdrawnBy: string | null })[];
  /** Dialogue sessions: who went, what was asked, which departments were wanted. */
  dialogue: {
    registrations: (KeptRegistrationView & { person: string; excuse: string | null })[];
    questions: (KeptQuestionView & { by: string | null })[];
    votes: { year: number; departments: string[]; by: string | null; at: string }[];
  };
  /** Meetings: what the practice is to do, and what it let leave its group. */
  agreed: {
    actions: (KeptActionView & { owner: string | null })[];
    consents: (KeptConsentView & { by: string | null })[];
  };
  /** Whether the practice was at meetings, and who said so. Without a state it was taken back. */
  attendance: {
    meeting: string;
    state: MeetingPresence | null;
    replacedBy: string | null;
    by: string | null;
    at: string;
  }[];
  /** Date polls, and who answered last. */
  datePolls: (KeptDateAnswerView & { by: string | null })[];
  pollNotes: (KeptWordsView & { by: string | null })[];
  /** Agreements of groups that were accepted for the practice. */
  agreementsAccepted: (KeptAcceptanceView & { by: string | null })[];
}
/** A version of what a group agreed on. */
export interface KeptAcceptanceView {
  group: string;
  version: number;
  at: string;
}
/** What a practice answered about one date of a meeting. */
export interface KeptDateAnswerView {
  meeting: string;
  /** Local date and time. */
  date: string;
  startTime: string;
  answer: DateAnswer;
  at: string;
}

/** A practice's or person's place in a dialogue session. */
export interface KeptRegistrationView {
  session: string;
  startsAt: string;
  state: RegistrationState;
  attendeeKind: AttendeeKind;
  at: string;
}
/** A referral of this person's own, or one of a colleague that this person judged: then without its reason. */
export interface KeptReferralView {
  practice: string;
  week: string;
  own: boolean;
  kind: ReferralKind;
  specialism: string;
  reason: string;
  judgement: { avoidable: ReferralAvoidable; ground: ReferralGround | null; remark: string } | null;
}
export interface KeptActionView {
  meeting: string;
  text: string;
  /** Local date. */
  dueOn: string;
  state: ActionState;
  at: string;
}
/** Something written down in a meeting. */
export interface KeptWordsView {
  meeting: string;
  text: string;
  at: string;
}
/** What was said of an insight that may leave its group. */
export interface KeptConsentView {
  meeting: string;
  text: string;
  answer: OutcomeAnswer;
  at: string;
}
/** A question before or in a dialogue session, as it was asked. */
export interface KeptQuestionView {
  session: string;
  startsAt: string;
  text: string;
  at: string;
}

/** A remark on a practice's own figure with its answer; the figure itself is no part of it. */
export interface KeptRemarkView {
  practice: string;
  measure: { code: string; title: Words };
  item: { code: string; name: string };
  period: { from: string; toExclusive: string };
  kind: FigureRemarkView['kind'];
  state: FigureRemarkView['state'];
  text: string;
  answer: string | null;
  at: string;
  answeredAt: string | null;
}

/** A practice's signature under an agreement to show figures by name. */
export interface KeptSignatureView {
  practice: string;
  group: string;
  /** Codes of the measures that were agreed on. */
  measures: string[];
  period: { from: string; toExclusive: string };
  /** The last day of the agreement. */
  endsOn: string;
  signedAt: string | null;
  withdrawnAt: string | null;
}

/** One answer in words instead of ids. */
export interface KeptAnswerView {
  round: string;
  practice: string;
  /** Names of themes, the most wanted first. */
  ranked: string[];
  excluded: string[];
  dates: { date: string; answer: DateAnswer }[];
  motivation: number | null;
  stay: StayWish | null;
  canLead: boolean | null;
  leader: string | null;
  submittedAt: string | null;
  savedAt: string | null;
  via: 'link' | 'account' | 'phone' | null;
}

export interface KeptImportView {
  fileName: string;
  appliedAt: string;
  verdict: ImportVerdict;
}
