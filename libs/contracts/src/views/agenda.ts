import type { Words } from './list.js';

/** A specialist department (vakgroep) as the region knows it. */
export interface DepartmentView {
  id: string;
  name: string;
  hospital: string | null;
  /** The daily telephone service (DIA-18), shown in every handout. */
  phone: string | null;
  phoneHours: string | null;
  /** How to ask for advice digitally (meedenkconsult, DIA-19). */
  adviceConsult: string | null;
  /** The regional agreement with this department (RTA). */
  agreementUrl: string | null;
  /** Who answers for the department when dates are asked. Only the organiser sees it. */
  contact: { personId: string; name: string; email: string } | null;
  archived: boolean;
  version: number;
}

/** draft: being made · voting: practices rank departments · asking: departments say which dates suit · confirmed: the sessions stand. */
export type DialogueYearState = 'draft' | 'voting' | 'asking' | 'confirmed';
export type DateFit = 'yes' | 'maybe' | 'no';

export interface DialogueYearSummaryView {
  id: string;
  year: number;
  state: DialogueYearState;
  dates: number;
  /** Departments that are asked. */
  invited: number;
}
export interface DialogueDateView {
  id: string;
  /** Local, `2027-03-04` and `19:30`. */
  date: string;
  startTime: string;
  endTime: string;
  /** Names of a public or school holiday on that day. */
  flags: Words[];
}
export interface YearDepartmentView {
  id: string;
  departmentId: string;
  name: string;
  hospital: string | null;
  /** Asked for a date. */
  invited: boolean;
  /** By how many practices it was ranked first, second, third … */
  ranks: number[];
  /** Weighed sum: a first place counts as many points as practices can rank, a last one 1. */
  points: number;
  /** Practices that ranked it at all. */
  practices: number;
  answeredAt: string | null;
  note: string | null;
  /** Date id → how it suits; a date without an answer is absent. */
  fits: Record<string, DateFit>;
  /** The contact has an address to write to. */
  reachable: boolean;
}
/** A practice of the region as a voter. */
export interface DepartmentVoterView {
  practiceId: string;
  name: string;
  /** How the vote came in; null as long as there is none. */
  source: 'link' | 'site' | 'meeting' | null;
  givenAt: string | null;
  /** Somebody of the practice has an address to write to. */
  reachable: boolean;
}
/** One department on one date, with the reason. */
export interface AgendaPlaceView {
  dateId: string;
  yearDepartmentId: string;
  fit: DateFit | 'unknown';
  reason: Words;
}
/** The best assignment of departments to dates, made anew at each look; nothing is kept until it is confirmed. */
export interface AgendaProposalView {
  places: AgendaPlaceView[];
  /** True when nothing better exists under the rule: always, as all assignments are compared. */
  best: true;
  /** What to do where it is not good: nobody can, too few dates, too few departments. */
  clash: Words | null;
  /** Dates that stay empty and departments without a date. */
  emptyDateIds: string[];
  unplacedIds: string[];
  reading: Words;
}
export interface DialogueYearView {
  id: string;
  year: number;
  state: DialogueYearState;
  voteUntil: string | null;
  preferUntil: string | null;
  /** Coordinating specialist who passes the dates on (DIA-03). */
  coordinator: { personId: string; name: string; email: string } | null;
  passedOnAt: string | null;
  dates: DialogueDateView[];
  departments: YearDepartmentView[];
  /** Practices in the region, and how many voted. */
  practices: number;
  votes: number;
  /** Every practice of the region by name, with its vote or without. */
  voters: DepartmentVoterView[];
  proposal: AgendaProposalView | null;
  /** Sessions that were made of it, when they are now; `dateId` is null for one that moved to another date. */
  sessions: {
    dateId: string | null;
    sessionId: string;
    department: string;
    startsAt: string;
    endsAt: string;
    state: 'planned' | 'live' | 'ended' | 'cancelled';
  }[];
  confirmedAt: string | null;
  version: number;
}
/** The one page on which a practice ranks departments. */
export interface DepartmentVoteView {
  yearId: string;
  year: number;
  practice: { id: string; name: string };
  open: boolean;
  voteUntil: string | null;
  /** How many may be ranked. */
  most: number;
  departments: { id: string; name: string; hospital: string | null }[];
  /** Department ids, the most wanted first. */
  ranking: string[];
  givenAt: string | null;
  version: number;
}
/** The one page on which a department says which dates suit. */
export interface DepartmentDatesView {
  id: string;
  year: number;
  region: string;
  department: string;
  open: boolean;
  preferUntil: string | null;
  dates: (DialogueDateView & { fit: DateFit | null })[];
  note: string | null;
  answeredAt: string | null;
  version: number;
}
/** The one page on which the coordinating specialist passes the dates on. */
export interface PassOnView {
  yearId: string;
  year: number;
  region: string;
  passedOnAt: string | null;
  preferUntil: string | null;
  dates: DialogueDateView[];
  departments: { id: string; name: string; contact: string | null; wantedBy: number }[];
}
