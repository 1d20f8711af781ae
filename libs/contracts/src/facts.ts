import type { Role, ScopeKind } from './roles.js';
import type { OutcomeKind, OutcomeProvenanceView, OutcomeStage } from './views/actions.js';

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
  /** Somebody does not hold a role any more, by hand: an import and a merge of practices tell of themselves. */
  'role.ended': { personId: string; role: Role; scopeKind: ScopeKind; scopeId: string | null };
  'round.opened': { roundId: string };
  /** A meeting has a date. */
  'meeting.planned': { meetingId: string; groupId: string | null; startsAt: string; endsAt: string };
  /**
   * A meeting is over; who was there, or as long as nobody noted it who was asked. The evaluation follows by itself (SUR-15). A meeting
   * outside a group (GRP-09) belongs to no round and has its title for a theme.
   */
  'meeting.closed': {
    meetingId: string;
    groupId: string | null;
    roundId: string | null;
    round: string | null;
    theme: string;
    endedAt: string;
    /** When the last such meeting of the other groups of the round ends: its evaluation stays open for that one too. */
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
   * An insight that its owners let go of (LOOP-01, LOOP-04, BES-04): it may become a regional agreement, stand as a tip with the catalogue,
   * or be a signal to the region. Of a dialogue session its specialist agreed, of a meeting every practice. Whoever receives it keeps it
   * with its source.
   */
  'insight.offered': { sourceId: string; text: string } & (
    | { sourceKind: 'session'; kind: 'agreement' | 'tip'; department: string }
    | { sourceKind: 'meeting'; kind: OutcomeKind; outcomeId: string; provenance: OutcomeProvenanceView }
  );
  /** What became of an insight that left a meeting, for who contributed to it (LOOP-02). */
  'outcome.became': { outcomeId: string; meetingId: string; stage: OutcomeStage };
  /** A data set counts from now on: what others may see of it is planned (MIR-07). */
  'data-set.approved': { dataSetId: string };
  /** A data set counts no more, and neither does what was released from it. */
  'data-set.withdrawn': { dataSetId: string; why: string };
  /** Every practice of a group signed the same scope: figures by name may be prepared for it (SES-07). */
  'open-mode.activated': { openModeId: string; groupId: string };
  'round.published': { roundId: string; proposalId: string; groupIds: string[] };
}
export type FactName = keyof Facts;
