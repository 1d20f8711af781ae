import type { Words } from './list.js';
import type { RoleView } from './access.js';

export interface PracticeView {
  id: string;
  /** 8 digits, as text. */
  agb: string;
  name: string;
  street: string | null;
  postcode: string | null;
  town: string | null;
  /** HAGRO or wijk. */
  district: string | null;
  ftoGroup: string | null;
  dtoGroup: string | null;
  /** One GP alone (eenpitter, ORG-17). */
  solo: boolean;
  /** Registered patients. */
  listSize: number | null;
  /** MTVP start quarter, `2024-Q1`. */
  startQuarter: string | null;
  /** Project wave, e.g. `Groep 1`. */
  startWave: string | null;
  consultant: string | null;
  motivation: number | null;
  archivedAt: string | null;
  mergedInto: string | null;
  /** The e-mail address is empty when a list gave a name only: then nobody can sign in as this person yet. */
  contact: { name: string; email: string } | null;
  holder: { name: string; email: string } | null;
  version: number;
}
export interface StaffView {
  personId: string;
  name: string;
  email: string;
  role: RoleView;
}
export interface PracticeDetailView extends PracticeView {
  staff: StaffView[];
  formerStaff: StaffView[];
  /** Groups this practice belongs or belonged to, newest first. */
  groups: { id: string; name: string; round: string; theme: string; since: string; until: string | null }[];
}

export const PRACTICE_FIELDS = [
  'agb',
  'name',
  'street',
  'postcode',
  'town',
  'district',
  'listSize',
  'holder',
  'email',
  'contact',
  'contactEmail',
  'startQuarter',
  'startWave',
  'consultant',
  'motivation',
] as const;
export type PracticeField = (typeof PRACTICE_FIELDS)[number];

export type ImportVerdict = 'same' | 'changed' | 'new' | 'decide' | 'refused';
export interface ImportView {
  id: string;
  state: 'mapping' | 'preview' | 'applied' | 'cancelled';
  fileName: string;
  format: { kind: string; encoding: string; separator: string | null; sheet: string | null };
  headings: string[];
  /** Heading → field of the practice, null when the column is left out. */
  mapping: Record<string, PracticeField | null>;
  /** True when the mapping was remembered from an earlier file with these headings. */
  mappingRemembered: boolean;
  /** The first values of each column, to recognise it by. */
  samples: Record<string, string[]>;
  counts: Record<ImportVerdict, number>;
  /** Rows whose decision is still open. */
  undecided: number;
  appliedAt: string | null;
  version: number;
}
export interface ImportRowView {
  /** Row in the file; null for a practice that is not in the file any more. */
  row: number | null;
  /** Stable key of the row within this import: the file row, or `gone:<practiceId>`. */
  key: string;
  verdict: ImportVerdict;
  values: Partial<Record<PracticeField, string | number | null>>;
  /** What is stored now, for the fields that would change. */
  changes: { field: PracticeField; from: string | number | null; to: string | number | null }[];
  problems: { field: PracticeField | null; message: Words }[];
  /** The question behind `decide`, with the answers a person can give. */
  question: {
    kind: 'list-size-jump' | 'same-practice' | 'gone';
    words: Words;
    practiceId: string | null;
  } | null;
  decision: 'yes' | 'no' | null;
}
