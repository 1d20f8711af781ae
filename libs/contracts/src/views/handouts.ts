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
  mayPublish: boolean;
  version: number;
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
