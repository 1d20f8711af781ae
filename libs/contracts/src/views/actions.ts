/** What a group agrees to do, what it learned, and what of that leaves the group (SES-02, SES-11, LOOP-01, BES-04). */
export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export interface ActionItemView {
  id: string;
  text: string;
  ownerPracticeId: string;
  ownerPractice: string;
  /** Somebody of that practice, when it was said who. */
  ownerId: string | null;
  owner: string | null;
  /** Local date. */
  dueOn: string;
  state: ActionState;
  /** Open, and its day is over. */
  late: boolean;
  /** Of a practice or a person of the reader. */
  mine: boolean;
  meetingId: string;
  meeting: string;
  /** When the meeting was that it came from; null without a date. */
  meetingAt: string | null;
  groupId: string | null;
  group: string | null;
  version: number;
}
/** A practice that can own an action, and its people. */
export interface ActionOwnerView {
  practiceId: string;
  practice: string;
  people: { personId: string; name: string }[];
}
/** The actions that belong on the page of a meeting. */
export interface MeetingActionsView {
  meetingId: string;
  /** "Vorige keer afgesproken": open, or closed since the meeting before. */
  previous: ActionItemView[];
  /** Agreed on in this meeting. */
  own: ActionItemView[];
  owners: ActionOwnerView[];
  /** Practices of the reader here. */
  ownPracticeIds: string[];
  /** Local date of the group's next meeting; null when none is planned. */
  nextMeetingOn: string | null;
}
export interface ActionPageView {
  items: ActionItemView[];
  next: string | null;
  total: number;
  /** Groups that the reader has actions of. */
  groups: { id: string; name: string }[];
}

export interface InsightView {
  id: string;
  text: string;
  /** When it was written down. */
  at: string;
  version: number;
}
/** What was written down in a meeting. Only for who belongs to it (SES-02). */
export interface MeetingNotesView {
  meetingId: string;
  insights: InsightView[];
  note: NoteView;
}
export interface NoteView {
  text: string;
  savedAt: string | null;
  /** 0 as long as nobody wrote. */
  version: number;
}

/** Where an insight goes: a tip for others (best practice), a proposal for a regional agreement, a signal to the region. */
export const OUTCOME_KINDS = ['tip', 'agreement', 'signal'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];
/**
 * `asking`: every practice is asked; `offered`: it left the group; `kept`: it stays in the group, not all agreed in time; `withdrawn`: the
 * leader took it back before it left.
 */
export type OutcomeState = 'asking' | 'offered' | 'kept' | 'withdrawn';
/** One click of a practice: yes, rather not, or yes with its name. */
export const OUTCOME_ANSWERS = ['yes', 'named', 'no'] as const;
export type OutcomeAnswer = (typeof OUTCOME_ANSWERS)[number];
/** What became of it after it left (LOOP-02). */
export const OUTCOME_STAGES = ['taken-up', 'decided', 'in-use', 'effect', 'declined'] as const;
export type OutcomeStage = (typeof OUTCOME_STAGES)[number];

/** One link of the chain insight → asked → offered → …; `words` of whoever received it. */
export interface OutcomeLinkView {
  stage: 'insight' | 'asked' | 'offered' | 'kept' | 'withdrawn' | OutcomeStage;
  words: string | null;
  at: string;
}
export interface OutcomeView {
  id: string;
  kind: OutcomeKind;
  /** The sentence that leaves, word for word. */
  text: string;
  insightId: string | null;
  state: OutcomeState;
  /** Until when practices answer. */
  answerUntil: string;
  /** Practices that are asked, and how many of them said yes. Who said what is nobody's business. */
  practices: number;
  yes: number;
  /** A practice would rather not: it stays here as long as that is so. */
  blocked: boolean;
  /** Practices for which the reader answers. */
  own: { practiceId: string; practice: string; answer: OutcomeAnswer | null }[];
  /** Practices whose name went along, at their own word. Empty before it left. */
  named: string[];
  chain: OutcomeLinkView[];
  version: number;
}
export interface MeetingOutcomesView {
  meetingId: string;
  /** The reader leads: picks an insight and asks. */
  mayAsk: boolean;
  /** Names that are asked, for the confirmation. */
  practices: string[];
  outcomes: OutcomeView[];
}
/** Where something that left a group came from. */
export interface OutcomeProvenanceView {
  meetingId: string;
  meeting: string;
  group: string | null;
  /** Local date. */
  heldOn: string;
  /** Practices that agreed to let it go. */
  practices: number;
  /** Of these, who wanted to be named. */
  named: string[];
}
/** What left a group, as the region sees it: that and nothing else. */
export interface LeftOutcomeView {
  id: string;
  kind: OutcomeKind;
  text: string;
  offeredAt: string;
  provenance: OutcomeProvenanceView;
  chain: OutcomeLinkView[];
}
