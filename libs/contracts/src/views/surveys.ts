import type { Role } from '../roles.js';
import type { Language, Words } from './list.js';

/** One question. Its key is stable over versions: trends and comparisons join on it. */
export type QuestionnaireItem = ScaleItem | ChoiceItem | TextItem;
interface ItemBase {
  /** Kebab-case, unique within the questionnaire. */
  key: string;
  text: Words;
  help?: Words;
  /** Heading that this item and those after it stand under. */
  section?: Words;
  /** May be passed over. Texts always may. */
  optional?: boolean;
  /** Offers "niet van toepassing / weet ik niet" (SUR-11); true unless said otherwise. Texts never offer it. */
  notApplicable?: boolean;
  /** Asked only when an earlier item was answered like this. */
  condition?: ItemCondition;
  /** Which property of which factor this item measures (SUR-05). */
  factor?: { factor: FactorKey; property: FactorProperty };
}
export interface ScaleItem extends ItemBase {
  type: 'scale';
  min: number;
  max: number;
  lowLabel: Words;
  highLabel: Words;
  /** From here on an answer counts as high, e.g. 7 of 10 (SUR-01). */
  highFrom?: number;
}
export interface ChoiceItem extends ItemBase {
  type: 'choice';
  multiple: boolean;
  options: { key: string; text: Words }[];
}
export interface TextItem extends ItemBase {
  type: 'text';
  /** In characters, at most 2,000. */
  maxLength: number;
}
export type ItemCondition =
  | { item: string; operator: 'any-of'; options: string[] }
  | { item: string; operator: 'at-least' | 'at-most'; value: number };

/** The eight factors of the value of a programme (SUR-04) and what is asked of each (SUR-05). */
export const FACTORS = [
  'autonomy',
  'support',
  'staff-involvement',
  'measurability',
  'patient-factors',
  'professional-factors',
  'project-characteristics',
  'connection',
] as const;
export type FactorKey = (typeof FACTORS)[number];
export type FactorProperty = 'condition' | 'relation' | 'contribution';

export interface QuestionnaireContent {
  title: Words;
  introduction: Words;
  /** What happens with the answers, on the thank-you page. */
  thanks: Words;
  /** Estimated, for the mail and the first screen. */
  minutes: number;
  items: QuestionnaireItem[];
}
export type QuestionnaireVersionState = 'draft' | 'reviewed';
export interface QuestionnaireVersionView {
  id: string;
  number: number;
  state: QuestionnaireVersionState;
  /** Null for what came with Leerkring. */
  author: string | null;
  reviewer: string | null;
  reviewedAt: string | null;
  content: QuestionnaireContent;
  version: number;
}
export interface QuestionnaireSummaryView {
  id: string;
  key: string;
  origin: 'built-in' | 'own';
  title: Words;
  minutes: number;
  items: number;
  /** Latest reviewed version, the one that a campaign takes. Null when none was reviewed yet. */
  reviewedVersion: { id: string; number: number } | null;
  hasDraft: boolean;
  archived: boolean;
}
export interface QuestionnaireView extends QuestionnaireSummaryView {
  version: number;
  draft: QuestionnaireVersionView | null;
  reviewed: QuestionnaireVersionView | null;
  /** What keeps the draft from review, item by item. */
  problems: { item: string | null; code: QuestionnaireProblem }[];
}
export type QuestionnaireProblem =
  | 'text-missing'
  | 'translation-missing'
  | 'key-invalid'
  | 'key-taken'
  | 'scale-invalid'
  | 'options-too-few'
  | 'option-taken'
  | 'condition-unknown'
  | 'condition-later'
  | 'condition-invalid'
  | 'length-invalid'
  | 'no-items'
  | 'too-many-items';

/** What is promised about who gave which answer; chosen before launch, never changed after it (SUR-15). */
export const ANONYMITY_LEVELS = ['anonymous', 'confidential', 'named'] as const;
export type AnonymityLevel = (typeof ANONYMITY_LEVELS)[number];
export type CampaignState = 'draft' | 'planned' | 'running' | 'closed' | 'stopped';
export type CampaignSubjectKind = 'round' | 'session' | 'meeting' | 'region';

/** Who is asked. `attendees` are brought by the fact that started the campaign. */
export type CampaignAudience =
  | { kind: 'roles'; roles: Role[]; practiceIds: string[] | null }
  | { kind: 'attendees' };

export type CampaignStepKind = 'invite' | 'remind' | 'close';
export interface CampaignStepView {
  id: string;
  kind: CampaignStepKind;
  /** Groups of one round may meet on different days: each meeting brings a wave. 1, 2, … */
  wave: number;
  /** 1 or 2 for reminders. */
  number: number | null;
  dueAt: string;
  /** `late`: due while nothing ran, and no longer sensible by itself; the organiser decides. */
  state: 'planned' | 'done' | 'stopped' | 'late';
  doneAt: string | null;
  /** Mails planned by it. Null for a reminder that would say how many answered when so few had, or so few had not. */
  count: number | null;
}
export interface TurnoutView {
  invited: number;
  /** Null while it could betray somebody: fewer than three answered, or fewer than three invitations are open. */
  answered: number | null;
  /** Mails that could not be delivered. */
  undeliverable: number;
}
export interface CampaignSummaryView {
  id: string;
  title: Words;
  questionnaire: Words;
  state: CampaignState;
  anonymity: AnonymityLevel;
  subjectKind: CampaignSubjectKind;
  /** Vakgroep of a dialogue session. */
  department: string | null;
  opensAt: string | null;
  closesAt: string | null;
  closedAt: string | null;
  turnout: TurnoutView;
  shared: boolean;
}
export interface CampaignView extends CampaignSummaryView {
  questionnaireId: string;
  questionnaireVersion: { id: string; number: number };
  content: QuestionnaireContent;
  audience: CampaignAudience;
  /** Calendar days from a wave's invitation to the end of its time to answer. */
  responseDays: number;
  /** Days before that end on which who has not answered is reminded; at most two. */
  reminderDays: number[];
  /** People who belong to the audience and have no mail address: not asked. */
  unreachable: { id: string; name: string }[];
  steps: CampaignStepView[];
  /** The levels that would be true for this audience; why the others would not be. */
  levels: {
    level: AnonymityLevel;
    possible: boolean;
    reason: 'too-few-people' | 'too-few-practices' | null;
  }[];
  minimumResponses: number;
  version: number;
}
/** Before launch: exactly who gets a mail, and when. */
export interface LaunchPreviewView {
  recipients: {
    practiceId: string | null;
    practice: string | null;
    name: string;
    email: string;
    role: Role;
  }[];
  /** Practices in which nobody has one of the roles, and people without a mail address. */
  unreachable: { id: string; name: string }[];
  opensAt: string;
  reminders: string[];
  closesAt: string;
  levels: CampaignView['levels'];
}

/** One answer: a step of a scale, option keys, a text, or "niet van toepassing / weet ik niet". */
export type ItemAnswer =
  | { value: number }
  | { options: string[] }
  | { text: string }
  | { notApplicable: true };
export type Answers = Record<string, ItemAnswer>;

/** What somebody with a link sees. No account, no session, no cookie (decisions: Evaluation links). */
export interface EvaluationView {
  /** `answered`: anonymous answers cannot be opened or changed again. */
  state: 'open' | 'answered' | 'closed';
  region: string;
  language: Language;
  title: Words;
  anonymity: AnonymityLevel;
  minimumResponses: number;
  /** Below this many answers open texts are shown to nobody. */
  minimumTextResponses: number;
  closesAt: string | null;
  content: QuestionnaireContent | null;
  /** What was kept on the server, on any device; null where the promise forbids it. */
  kept: { answers: Answers; sent: boolean } | null;
}
export interface EvaluationReceiptView {
  /** `already`: this link had been used before; nothing was changed. */
  outcome: 'received' | 'already';
}
/** Detail of `text.identifiers`: what to take out before sending, per text item. */
export interface TextFindingView {
  item: string;
  verdict: 'block' | 'warn';
  spans: { start: number; end: number; type: string }[];
  /** The same text with neutral words instead. */
  rewrite: string;
}

/** Why something is not shown, as a sentence key. */
export type HiddenReason =
  | 'too-few-responses'
  | 'too-few-practices'
  | 'complement-too-small'
  | 'unanimous'
  | 'single-group'
  | 'too-few-texts';
export interface DistributionView {
  /** Merged so that no bar stands for fewer than three people. Empty when only `medianCategory` may be shown. */
  bars: { from: number | string; to: number | string; label: Words; count: number; share: number }[];
  notApplicable: number | null;
  missing: number | null;
}
export interface ItemResultView {
  key: string;
  text: Words;
  type: QuestionnaireItem['type'];
  /** Answers with a value; null when hidden. */
  n: number | null;
  hidden: HiddenReason | null;
  distribution: DistributionView | null;
  mean: { value: number; low: number; high: number; sd: number } | null;
  median: number | null;
  /** All that may be said when everybody, or everybody but one, said the same. */
  medianCategory: Words | null;
  /** Share at or above `highFrom`, with its Wilson interval. */
  high: { from: number; share: number; low: number; high: number } | null;
  sentence: Words;
}
export interface FactorResultView {
  factor: FactorKey;
  name: Words;
  properties: {
    property: FactorProperty;
    n: number | null;
    hidden: HiddenReason | null;
    /** All that may be said when almost everybody answered the same. */
    medianCategory: Words | null;
    /** Shares of the answers, in the order of the options. */
    options: { key: string; label: Words; share: number }[];
    /** The published reference (SUR-05), to lay beside it. */
    reference: Words;
  }[];
  sentence: Words;
}
export interface CutView {
  dimension: 'role' | 'theme';
  value: string;
  label: Words;
  hidden: HiddenReason | null;
}
export interface ResultsView {
  campaignId: string;
  title: Words;
  closedAt: string;
  anonymity: AnonymityLevel;
  invited: number;
  answered: number;
  practices: number | null;
  /** Null when results may be shown. */
  hidden: HiddenReason | null;
  minimumResponses: number;
  cut: CutView | null;
  cuts: CutView[];
  items: ItemResultView[];
  factors: FactorResultView[];
  texts: { item: string; text: Words; hidden: HiddenReason | null; waiting: number; shown: string[] }[];
  sentence: Words;
  /** What a reader must know: non-response, small numbers. */
  cautions: Words[];
}
export interface TrendView {
  item: string;
  text: Words;
  by: 'department' | 'theme' | 'questionnaire';
  series: {
    key: string;
    label: string;
    points: {
      campaignId: string;
      title: Words;
      closedAt: string;
      n: number | null;
      mean: number | null;
      low: number | null;
      high: number | null;
      hidden: HiddenReason | null;
    }[];
    sentence: Words;
  }[];
}
export interface GroupComparisonView {
  item: string;
  a: { label: Words; n: number | null; mean: number | null; median: number | null };
  b: { label: Words; n: number | null; mean: number | null; median: number | null };
  hidden: HiddenReason | null;
  u: number | null;
  p: number | null;
  method: Words | null;
  cliffsDelta: number | null;
  /** Says "geen bewijs voor een verschil", never "geen verschil" (SUR-13). */
  sentence: Words;
  cautions: Words[];
}
export interface RegressionView {
  outcome: { item: string; text: Words; highFrom: number };
  n: number | null;
  events: number | null;
  hidden: HiddenReason | null;
  terms: {
    item: string;
    text: Words;
    oddsRatio: number | null;
    low: number | null;
    high: number | null;
    p: number | null;
    sentence: Words;
  }[];
  method: Words | null;
  cautions: Words[];
}
/** One open text before somebody decides how it is said on. Never beside scores, in no order. */
export interface ModerationTextView {
  id: string;
  item: string;
  question: Words;
  original: string;
  shown: string | null;
  state: 'new' | 'shown' | 'withheld';
  /** What the guard of free text found in the original. */
  findings: TextFindingView | null;
  version: number;
}
