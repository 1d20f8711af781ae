import type { Words } from './list.js';

/** What somebody does in one meeting; whoever leads it gives them out, and they rotate (field B6). */
export const MEETING_ROLES = ['leader', 'case', 'notes', 'time', 'observer'] as const;
export type MeetingRole = (typeof MEETING_ROLES)[number];

/** Who has the word in a step. `owner`: who brings the case. */
export const STEP_SPEAKERS = ['everybody', 'owner', 'others', 'leader', 'nobody'] as const;
export type StepSpeaker = (typeof STEP_SPEAKERS)[number];

/** What is written in a step: nothing, a text per practice, one of every practice but the owner's, or one text of the group. */
export const STEP_WRITINGS = ['nothing', 'practices', 'others', 'notes'] as const;
export type StepWriting = (typeof STEP_WRITINGS)[number];

/** One step of a method, with what whoever takes part reads. */
export interface MethodStepView {
  /** Letters, digits and hyphens; one of a kind in its method. */
  id: string;
  name: Words;
  minutes: number;
  /** What everybody does in this step. */
  instruction: Words;
  /** What the owner of the case does instead; null when the same. */
  ownerInstruction: Words | null;
  speaks: StepSpeaker;
  /** The owner sits outside the circle: listens and says nothing. */
  ownerOutside: boolean;
  writes: StepWriting;
  /** Texts stay hidden from all others until everybody is done or the leader shows them. */
  together: boolean;
  /** Texts stand with the name of the practice. Without it only where they are shown together. */
  named: boolean;
  /** The owner sees the texts of this step only once the step is over. */
  hiddenFromOwner: boolean;
  /** The role that this step is about; null when it is about none. */
  role: MeetingRole | null;
  /** The group looks at its figures. */
  figures: boolean;
}
/** A step as the leader and whoever manages methods reads it. */
export interface LedMethodStepView extends MethodStepView {
  /** For the leader alone. */
  tip: Words;
}
/** When a method fits a group. */
export interface MethodFit {
  /** How often the group has met before; 0 for a method for any group. */
  metBefore: number;
  /** Practices at the table. */
  practices: { min: number; max: number };
}
/** What a region writes when it adds a method of its own. */
export interface MethodContent {
  name: Words;
  /** One sentence: when it fits. */
  when: Words;
  fit: MethodFit;
  steps: LedMethodStepView[];
}
/** A way to work in a meeting, as reviewed data (SES-03). `minutes` is the sum of its steps. */
export interface MethodView extends MethodContent {
  /** A short word for a built-in method, an id for a region's own. */
  id: string;
  origin: 'built-in' | 'own';
  /** The method that it was copied from. */
  copiedFrom: string | null;
  minutes: number;
  /** Put away: no longer offered, still readable. */
  archived: boolean;
  version: number;
}

/** Why a method does, or does not, fit a meeting; the page has a sentence for each. */
export type MethodReason =
  /** `{met, needed}`: the group has not met often enough to know each other. */
  | { code: 'knows-each-other'; met: number; needed: number }
  /** `{practices, min, max}`. */
  | { code: 'size'; practices: number; min: number; max: number }
  /** `{minutes, available}`: longer than the meeting; its steps are shortened in proportion. */
  | { code: 'too-long'; minutes: number; available: number }
  /** The group has worked with it before: `times`. */
  | { code: 'done-before'; times: number }
  /** Fits what is known of this meeting. */
  | { code: 'fits' };
/** A method with what speaks for and against it in one meeting. */
export interface MethodAdviceView {
  methodId: string;
  name: Words;
  when: Words;
  minutes: number;
  steps: number;
  origin: 'built-in' | 'own';
  /** `not-now` can be chosen all the same, with its reason shown; only where `allowed` is false the server refuses it. */
  advice: 'good' | 'possible' | 'not-now';
  /** False: the group does not know each other well enough for it (roddelmethode). */
  allowed: boolean;
  reasons: MethodReason[];
}
