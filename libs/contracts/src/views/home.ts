import type { Words } from './list.js';
/** One row of "Dit vraagt aandacht". */
export interface TaskView {
  id: string;
  kind:
    | 'answer-round'
    | 'watch-round'
    | 'form-groups'
    | 'publish-proposal'
    | 'repair-groups'
    | 'failed-mail'
    | 'first-practices'
    | 'first-round'
    | 'late-step'
    | 'moderate-texts'
    | 'read-results'
    | 'sign-open-mode'
    | 'answer-remarks'
    | 'vote-departments'
    | 'register-session'
    | 'watch-agenda'
    | 'session-step'
    | 'sort-questions'
    | 'plan-meeting'
    | 'review-referrals'
    | 'read-handout'
    | 'publish-handout'
    | 'answer-date-poll'
    | 'choose-date'
    | 'do-action'
    | 'answer-outcome'
    | 'accept-agreement'
    | 'prepare-meeting';
  title: Words;
  sentence: Words;
  action: Words;
  minutes: number;
  deadline: string | null;
  href: string;
}
export interface UpcomingView {
  id: string;
  kind: 'meeting' | 'answer-deadline' | 'campaign-step' | 'dialogue-session';
  title: Words;
  sentence: Words;
  at: string;
  href: string;
}
export interface ChangeView {
  id: string;
  kind: 'groups-published' | 'practices-imported' | 'round-opened' | 'results-shared' | 'handout-published';
  title: Words;
  at: string;
  href: string | null;
}
export interface HomeView {
  tasks: TaskView[];
  upcoming: UpcomingView[];
  changes: ChangeView[];
}
