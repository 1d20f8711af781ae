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
    | 'answer-remarks';
  title: Words;
  sentence: Words;
  action: Words;
  minutes: number;
  deadline: string | null;
  href: string;
}
export interface UpcomingView {
  id: string;
  kind: 'meeting' | 'answer-deadline' | 'campaign-step';
  title: Words;
  sentence: Words;
  at: string;
  href: string;
}
export interface ChangeView {
  id: string;
  kind: 'groups-published' | 'practices-imported' | 'round-opened' | 'results-shared';
  title: Words;
  at: string;
  href: string | null;
}
export interface HomeView {
  tasks: TaskView[];
  upcoming: UpcomingView[];
  changes: ChangeView[];
}
