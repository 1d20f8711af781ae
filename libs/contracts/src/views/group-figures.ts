import type { OwnFigureView } from './figures.js';
import type { Words } from './list.js';

export interface OpenModeScope {
  groupId: string;
  members: string[];
  measures: string[];
  period: { from: string; toExclusive: string };
  granularity: 'year' | 'quarter';
  viewers: ('practice-holder' | 'practice-contact' | 'practice-employee')[];
  exportAllowed: boolean;
  endsOn: string;
}
export interface OpenModeView {
  id: string;
  groupId: string;
  group: string;
  state: 'proposed' | 'active' | 'ended';
  scope: OpenModeScope;
  scopeHash: string;
  /** Practices by name with when they signed. */
  signatures: { practiceId: string; practice: string; signedAt: string | null }[];
  maySign: string[];
  mayWithdraw: string[];
  endedBecause: Words | null;
  version: number;
}

/** The figures a group prepares for its meeting (MIR-05): first the story, then two to four figures. */
export interface GroupPreparationView {
  groupId: string;
  group: string;
  mode: 'pseudonymous' | 'open' | 'none';
  story: string;
  question: string;
  figures: { measure: string; item: string; view: OwnFigureView | null }[];
  openMode: OpenModeView | null;
  mayPrepare: boolean;
  version: number;
}
