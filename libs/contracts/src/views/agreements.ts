import type { ActionItemView } from './actions.js';
import type { GroupPreparationView } from './group-figures.js';
import type { Words } from './list.js';
import type { MeetingState } from './meetings.js';
import type { MethodAdviceView, MethodView } from './methods.js';

/** What a group agrees on: few points, each short enough to read aloud (SES-01). */
export const AGREEMENT_POINTS = { most: 12, longest: 200 } as const;

/** One member practice and what it said of the present version. */
export interface AgreementMemberView {
  practiceId: string;
  practice: string;
  /** Null: not accepted yet. */
  acceptedAt: string | null;
  /** Null when not accepted, or when that person was erased. */
  acceptedBy: string | null;
}
/** The agreement of a group, for who belongs to it; others learn whether there is one and how many accepted, and no more (SES-02). */
export interface GroupAgreementView {
  groupId: string;
  group: string;
  /** 0: the group made none yet. */
  version: number;
  /** Of version 0 the text to start from, in the language of the reader; nothing for who is not of the group. */
  points: string[];
  /** `joined`: the same points as before, asked again because a practice joined the group. */
  because: 'edited' | 'joined';
  writtenAt: string | null;
  writtenBy: string | null;
  /** Nothing for who is not of the group. */
  members: AgreementMemberView[];
  /** Member practices that accepted this version, of all that are in the group now. */
  accepted: number;
  practices: number;
  /** Practices for which the reader may accept, or take that back. */
  ownPracticeIds: string[];
  may: {
    /** Belongs to the group: reads it. */
    read: boolean;
    edit: boolean;
  };
}
/** One version with what it changed. */
export interface AgreementVersionView {
  version: number;
  points: string[];
  /** `joined`: the same points, asked again because a practice joined the group. */
  because: 'edited' | 'joined';
  /** Points that the version before it did not have; of the first version all. */
  added: string[];
  /** Points that this version left out. */
  removed: string[];
  writtenAt: string;
  writtenBy: string | null;
  /** Practices that accepted it. */
  accepted: number;
}
export interface AgreementHistoryView {
  groupId: string;
  /** Newest first. */
  versions: AgreementVersionView[];
}

/** What has to be ready before a meeting; the page has a sentence for each. */
export const PACK_CHECKS = ['case', 'method', 'room', 'figures', 'agreement'] as const;
export type PackCheck = (typeof PACK_CHECKS)[number];

export interface PackMemberView {
  practiceId: string;
  practice: string;
  town: string | null;
  /** Who mails for the practice go to first. */
  contact: string | null;
  /** Local date on which it joined the group; null outside a group. */
  since: string | null;
  /** Accepted the present agreement; null where there is none. */
  accepted: boolean | null;
}
/** The note of a leader for herself; nobody else ever sees it. */
export interface PackNoteView {
  text: string;
  ticked: PackCheck[];
  savedAt: string | null;
  /** 0 as long as nothing was saved. */
  version: number;
}
/** What a leader reads before a meeting, in ten minutes (SES-03, SES-04). */
export interface MeetingPackView {
  meetingId: string;
  title: string;
  state: MeetingState;
  startsAt: string | null;
  endsAt: string | null;
  location: string | null;
  meetingLink: string | null;
  /** Null outside a group. */
  groupId: string | null;
  group: string;
  region: string;
  theme: { name: string; description: string | null } | null;
  scopeRule: Words | null;
  /** Meetings that the group held before this one. */
  metBefore: number;
  members: PackMemberView[];
  /** Null outside a group. */
  agreement: GroupAgreementView | null;
  /** What was agreed on before: open, or done since the last time. */
  actions: ActionItemView[];
  /** Best advice first. */
  advice: MethodAdviceView[];
  /** The methods that can be chosen now, with their steps: the script. */
  methods: MethodView[];
  /** Who brings a case; null as long as nobody does. */
  casePracticeId: string | null;
  /** The figures of the group as its own page shows them to this reader; null where there are none for them (SES-05). */
  figures: GroupPreparationView | null;
  note: PackNoteView;
}
