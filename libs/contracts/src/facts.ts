/**
 * What one context tells the others, inside the publisher's transaction. Subscribers write rows of their own context and
 * nothing else (architecture §2).
 */
export interface Facts {
  'practice.merged': { practiceId: string; intoId: string };
  'practice.archived': { practiceId: string };
  'round.opened': { roundId: string };
  'round.published': { roundId: string; proposalId: string; groupIds: string[] };
}
export type FactName = keyof Facts;
