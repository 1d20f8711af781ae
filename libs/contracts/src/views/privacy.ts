import type { RoleView } from './access.js';
import type { MailState } from './mail.js';
import type { ImportVerdict, PracticeDetailView } from './practices.js';
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
