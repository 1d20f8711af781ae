import type { AnswerPageView, DateAnswer, RoundAnswerView, StayWish } from '#libs/contracts';

/** What one save brings: only the fields it names change. Dates are applied after `allDates`, as the server does. */
export interface AnswerChange {
  ranked?: string[];
  excluded?: string[];
  /** Date id → answer; null makes a date unanswered again. */
  dates?: Record<string, DateAnswer | null>;
  allDates?: 'yes';
  motivation?: number | null;
  stay?: StayWish | null;
  canLead?: boolean | null;
  leaderPersonId?: string | null;
  /** Somebody of the practice who is not in the list yet. */
  leader?: { name: string; email: string };
}
/** What is saved or refused together. */
export type AnswerPart = 'themes' | 'dates' | 'motivation' | 'stay' | 'canLead' | 'leader';

const PART: Record<keyof AnswerChange, AnswerPart> = {
  ranked: 'themes',
  excluded: 'themes',
  dates: 'dates',
  allDates: 'dates',
  motivation: 'motivation',
  stay: 'stay',
  canLead: 'canLead',
  leaderPersonId: 'leader',
  leader: 'leader',
};

/** Two changes after each other as one: what came last stands, and an earlier date gives way to "all dates". */
export function mergedChange(first: AnswerChange | null, then: AnswerChange): AnswerChange {
  const merged = { ...first, ...then };
  const before = then.allDates ? undefined : first?.dates;
  if (before || then.dates) merged.dates = { ...before, ...then.dates };
  else delete merged.dates;
  if (then.leader) delete merged.leaderPersonId;
  if (then.leaderPersonId !== undefined) delete merged.leader;
  return merged;
}

/** A change as the smallest changes that can be saved on their own, so that one refusal does not take the rest along. */
export function partsOf(change: AnswerChange): Map<AnswerPart, AnswerChange> {
  const parts = new Map<AnswerPart, AnswerChange>();
  for (const field of Object.keys(change) as (keyof AnswerChange)[]) {
    const part = PART[field];
    parts.set(part, { ...parts.get(part), [field]: change[field] });
  }
  return parts;
}

/** The answer as it will be once the change is saved. Nobody is asked to wait for the server (XCT-01). */
export function changedAnswer(page: AnswerPageView, change: AnswerChange | null): RoundAnswerView {
  const { answer } = page;
  if (!change) return answer;
  const { leader, leaderPersonId, dates, allDates, ...plain } = change;
  const next: RoundAnswerView = { ...answer, ...plain };
  if (allDates || dates) {
    const all = allDates ? page.round.dates.filter((date) => !date.archived) : [];
    const given = {
      ...answer.dates,
      ...Object.fromEntries(all.map(({ id }) => [id, 'yes' as const])),
      ...dates,
    };
    next.dates = Object.fromEntries(
      Object.entries(given).flatMap(([id, value]) => (value === null ? [] : [[id, value]])),
    );
  }
  if (leader) next.leader = { personId: '', name: leader.name };
  if (leaderPersonId !== undefined)
    next.leader = page.leaderChoices.find((choice) => choice.personId === leaderPersonId) ?? null;
  return next;
}
