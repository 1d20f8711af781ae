import type { Role } from './roles.js';

/** Somebody who took part, with the role and for the practice in which they did. */
export interface Attendee {
  personId: string;
  practiceId: string | null;
  role: Role;
}

/**
 * What one context tells the others, inside the publisher's transaction. Subscribers write rows of their own context and
 * nothing else (architecture §2).
 */
export interface Facts {
  'practice.merged': { practiceId: string; intoId: string };
  'practice.archived': { practiceId: string };
  'round.opened': { roundId: string };
  /** A group's meeting is over; who was asked to be there. The evaluation follows by itself (SUR-15). */
  'meeting.ended': {
    meetingId: string;
    groupId: string;
    roundId: string;
    round: string;
    theme: string;
    endedAt: string;
    /** When the last planned meeting of the round ends: its evaluation stays open for that one too. */
    lastEndsAt?: string;
    attendees: Attendee[];
  };
  /** A dialogue session is over; who was there (DIA-15). */
  'session.ended': {
    sessionId: string;
    title: string;
    department: string;
    endedAt: string;
    attendees: Attendee[];
  };
  /** A session's handout can be read by every practice (DIA-14). */
  'handout.published': { sessionId: string; title: string; department: string };
  /**
   * An insight that its owner lets go of (LOOP-04, BES-04): what a department misses may become a regional agreement, a tip may stand
   * with the catalogue. Whoever receives it keeps it with its source.
   */
  'insight.offered': {
    sourceKind: 'session';
    sourceId: string;
    kind: 'agreement' | 'tip';
    text: string;
    department: string;
  };
  /** A data set counts from now on: what others may see of it is planned (MIR-07). */
  'data-set.approved': { dataSetId: string };
  /** A data set counts no more, and neither does what was released from it. */
  'data-set.withdrawn': { dataSetId: string; why: string };
  /** Every practice of a group signed the same scope: figures by name may be prepared for it (SES-07). */
  'open-mode.activated': { openModeId: string; groupId: string };
  'round.published': { roundId: string; proposalId: string; groupIds: string[] };
}
export type FactName = keyof Facts;
