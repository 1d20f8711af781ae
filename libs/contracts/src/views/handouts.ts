import type { Page } from './list.js';
import type { ReferralTiming } from './questions.js';

/** The handout's contents, as they are kept, shown and made into files. */
export interface HandoutContent {
  title: string;
  introduction: string;
  sections: {
    title: string;
    items: {
      /** Null for follow-up questions. */
      questionId: string | null;
      followUpId: string | null;
      question: string;
      practices: number;
      timing: ReferralTiming | null;
      tooEarly: string;
      onTime: string;
      tooLate: string;
      answer: string;
      /** Left out of the handout by organiser or specialist. */
      hidden: boolean;
    }[];
  }[];
  tells: string;
  misses: string;
  process: string;
  /** Short advice, one per line. */
  tips: string[];
  contact: { phone: string; phoneHours: string; adviceConsult: string; agreementUrl: string };
}
export type HandoutState = 'draft' | 'checking' | 'checked' | 'published';
export interface HandoutView {
  sessionId: string;
  department: string;
  region: string;
  startsAt: string;
  state: HandoutState;
  content: HandoutContent;
  files: { id: string; name: string; size: number; mediaType: string }[];
  /** Questions of the own practice in it. */
  ownQuestionIds: string[];
  checkUntil: string | null;
  checkedAt: string | null;
  checkNote: string | null;
  publishedAt: string | null;
  /** Questions without any answer, for who makes it. */
  unanswered: number;
  mayEdit: boolean;
  /** Its specialist: can say that it is right. */
  mayCheck: boolean;
  mayPublish: boolean;
  /** How many times it was published; from the second time on readers see which one they have. */
  edition: number;
  version: number;
}
/** Exactly who gets a mail when it is published now. */
export interface HandoutRecipientsView {
  practices: { practice: string; people: string[] }[];
  /** Practices without anybody to mail to; they find it on their home page. */
  without: string[];
  /** Who had the mail of an earlier publication, and gets no second one. */
  told: number;
}
export interface HandoutSummaryView {
  sessionId: string;
  title: string;
  department: string;
  startsAt: string;
  publishedAt: string;
  questions: number;
  /** Where the words that were searched for occur; the matches between « and ». */
  excerpt: string | null;
}
/** Published handouts, the newest first, with what they can be narrowed to. */
export interface HandoutsView extends Page<HandoutSummaryView> {
  departments: string[];
  years: number[];
}
