import type { TextFindingView } from './surveys.js';

/** What becomes of a question. Its asker always sees it (feature 40). */
export type QuestionFate =
  | { kind: 'open' }
  /** Proposed by a colleague, the registrant chooses. */
  | { kind: 'proposed' }
  | { kind: 'withdrawn' }
  | {
      kind: 'merged';
      into: { id: string; text: string };
      practices: number;
      /** What became of that one. */
      became: 'open' | 'answered-live' | 'in-handout' | 'parked';
    }
  | { kind: 'answered-live' }
  | { kind: 'in-handout' }
  | { kind: 'parked' }
  | { kind: 'sent-back'; reason: string }
  /** The session does not go on. */
  | { kind: 'cancelled' };
export type ReferralTiming = 'too-early' | 'on-time' | 'too-late' | 'other';

/** A question of one's own practice. */
export interface OwnQuestionView {
  id: string;
  text: string;
  /** The organiser's wording, where it was changed. */
  shownText: string | null;
  /** How a colleague signed. */
  authorName: string | null;
  category: string | null;
  late: boolean;
  fate: QuestionFate;
  /** Practices that ask the same, one's own included. */
  practices: number;
  /** The answer, once the handout is published. */
  answer: QuestionAnswerView | null;
  askedAt: string;
  /** Can still be changed and taken back. */
  changeable: boolean;
  version: number;
}
/** What a practice sees of questions before the session. */
export interface PracticeQuestionsView {
  sessionId: string;
  practiceId: string;
  own: OwnQuestionView[];
  /** Questions of others that one can join with "wij ook", and those that one joined, whatever became of them: without who asked. */
  others: {
    id: string;
    text: string;
    category: string | null;
    practices: number;
    endorsed: boolean;
    /** Null as long as it is open; only of what one joined. */
    fate: 'answered-live' | 'in-handout' | 'parked' | 'sent-back' | 'cancelled' | null;
  }[];
  inbox: {
    active: boolean;
    /** Path of the shareable page; only right after it was made. */ path: string | null;
  };
}
/** The page that a colleague sees: no account, one practice, one session. */
export interface QuestionInboxView {
  practice: string;
  department: string;
  startsAt: string;
  questionsUntil: string | null;
  open: boolean;
}

/** A question as the organiser's desk has it: the one that stays, with those merged into it. */
export interface DeskQuestionView {
  id: string;
  practice: { id: string; name: string } | null;
  /** As it was asked. */
  text: string;
  /** The wording for everybody. */
  shownText: string | null;
  late: boolean;
  categoryId: string | null;
  position: number;
  fate: QuestionFate;
  /** Practices behind it: asker, merged askers and "wij ook", each once. */
  practices: number;
  merged: { id: string; text: string; practice: string | null; late: boolean; version: number }[];
  endorsed: number;
  /** What the guard finds in the text that would be shared. */
  finding: TextFindingView | null;
  sharedAt: string | null;
  answer: QuestionAnswerView | null;
  version: number;
}
export interface QuestionCategoryView {
  id: string;
  name: string;
  kind: 'questions' | 'department';
  position: number;
  /** Null: gets its part of what is left, by its number of questions. */
  minutes: number | null;
  /** What the plan gives it. */
  plannedMinutes: number;
  version: number;
}
export interface QuestionDeskView {
  sessionId: string;
  title: string;
  startsAt: string;
  state: 'planned' | 'live' | 'ended' | 'cancelled';
  /** When the timeline shares by itself; null when it did, or does not. */
  sharesAt: string | null;
  /** The minutes of the session, and what the categories with own minutes ask of it. */
  minutes: number;
  plannedMinutes: number;
  sharedAt: string | null;
  categories: QuestionCategoryView[];
  questions: DeskQuestionView[];
  /** Pairs that look alike, the surest first: proposals for merging. */
  alike: { a: string; b: string; likeness: number }[];
}
/** What sharing now would do: exactly who gets what, and what stays behind. */
export interface QuestionSharePreviewView {
  receivers: { name: string; email: string }[];
  /** Shared before: only what is new goes along. */
  again: boolean;
  questions: number;
  late: number;
  /** Practices behind them; the specialist sees the number, no names. */
  practices: number;
  /** In no category yet; they go along under "Overig". */
  loose: number;
  /** Texts in which the guard finds something: `block` stays behind, `warn` goes along once it is confirmed. */
  found: { id: string; text: string; finding: TextFindingView }[];
}

export interface QuestionAnswerView {
  timing: ReferralTiming | null;
  tooEarly: string;
  onTime: string;
  tooLate: string;
  note: string;
  version: number;
}
/** The specialist's page: no practice is named. */
export interface SpecialistView {
  session: {
    id: string;
    title: string;
    department: string;
    region: string;
    startsAt: string;
    endsAt: string;
    state: 'planned' | 'live' | 'ended' | 'cancelled';
    meetingLink: string | null;
    sharedAt: string | null;
    practices: number;
  };
  categories: {
    id: string;
    name: string;
    kind: 'questions' | 'department';
    minutes: number;
    questions: {
      id: string;
      text: string;
      practices: number;
      late: boolean;
      answer: QuestionAnswerView;
    }[];
  }[];
  ownPart: OwnPartView;
  files: SessionFileView[];
  /** Questions with an answer or a mark, of how many. */
  prepared: number;
  questions: number;
  handout: 'none' | 'draft' | 'checking' | 'checked' | 'published';
}
export interface OwnPartView {
  tells: string;
  misses: string;
  process: string;
  offersAgreement: boolean;
  offersTips: boolean;
  version: number;
}
export interface SessionFileView {
  id: string;
  kind: 'slides' | 'attachment';
  name: string;
  mediaType: string;
  size: number;
  inHandout: boolean;
  addedAt: string;
}
