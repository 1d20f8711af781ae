import type { DateAnswer, RoundState, StayWish } from '#libs/contracts';
import { DomainError } from '#libs/platform';

/** What one save brings: only the fields it names change. */
export interface AnswerChange {
  ranked?: string[];
  excluded?: string[];
  /** Date id → answer; null makes a date unanswered again. */
  dates?: Record<string, DateAnswer | null>;
  /** One click for every date on the page. */
  allDates?: DateAnswer;
  motivation?: number | null;
  stay?: StayWish | null;
  canLead?: boolean | null;
  leaderPersonId?: string | null;
  leader?: { name: string; email: string };
}
/** The part of an answer that rules decide about. */
export interface AnswerFields {
  ranked: string[];
  excluded: string[];
  dates: Record<string, DateAnswer>;
  motivation: number | null;
  stay: StayWish | null;
  canLead: boolean | null;
}
/** Themes and dates of the round, archived ones included. */
export interface AnswerPage {
  themes: { id: string; archived: boolean }[];
  dates: { id: string; archived: boolean }[];
}

export const MOST_RANKED = 3;

const wrong = (field: string, rule: string): DomainError =>
  new DomainError('validation.failed', { fields: [{ field, rule }] });

/**
 * The answer after one save. Votes for themes and dates that were taken off the page stay where they were, so that putting
 * them back brings the votes back (features 10); nothing is ever filled in that nobody said (field B1).
 * @throws answer.theme-unknown · answer.date-unknown · validation.failed
 */
export function changeAnswer(now: AnswerFields, change: AnswerChange, page: AnswerPage): AnswerFields {
  const archived = new Set(page.themes.filter((theme) => theme.archived).map((theme) => theme.id));
  const known = new Set(page.themes.map((theme) => theme.id));
  for (const field of ['ranked', 'excluded'] as const) {
    const given = change[field];
    if (!given) continue;
    for (const themeId of given)
      if (!known.has(themeId)) throw new DomainError('answer.theme-unknown', { themeId });
    if (new Set(given).size !== given.length) throw wrong(field, 'duplicate');
  }
  if (change.ranked && change.ranked.length > MOST_RANKED) throw wrong('ranked', 'at-most-three');

  const ranked = change.ranked ? withArchived(now.ranked, change.ranked, archived) : now.ranked;
  const excluded = change.excluded ? withArchived(now.excluded, change.excluded, archived) : now.excluded;
  if ((change.ranked || change.excluded) && ranked.some((themeId) => excluded.includes(themeId)))
    throw wrong(change.ranked ? 'ranked' : 'excluded', 'ranked-and-excluded');

  if (change.motivation !== undefined && change.motivation !== null)
    if (!Number.isInteger(change.motivation) || change.motivation < 1 || change.motivation > 5)
      throw wrong('motivation', 'one-to-five');

  return {
    ranked,
    excluded,
    dates: changeDates(now.dates, change, page.dates),
    motivation: change.motivation === undefined ? now.motivation : change.motivation,
    stay: change.stay === undefined ? now.stay : change.stay,
    canLead: change.canLead === undefined ? now.canLead : change.canLead,
  };
}

/** The given list with the archived votes that it could not show: at their old place while there is room, else behind. */
function withArchived(now: string[], given: string[], archived: ReadonlySet<string>): string[] {
  const next = [...given];
  for (const [place, themeId] of now.entries()) {
    if (!archived.has(themeId) || next.includes(themeId)) continue;
    if (next.length < MOST_RANKED) next.splice(Math.min(place, next.length), 0, themeId);
    else next.push(themeId);
  }
  return next;
}

function changeDates(
  now: Record<string, DateAnswer>,
  change: AnswerChange,
  dates: AnswerPage['dates'],
): Record<string, DateAnswer> {
  const next = { ...now };
  if (change.allDates) for (const date of dates) if (!date.archived) next[date.id] = change.allDates;
  for (const [dateId, answer] of Object.entries(change.dates ?? {})) {
    if (!dates.some((date) => date.id === dateId)) throw new DomainError('answer.date-unknown', { dateId });
    if (answer === null) delete next[dateId];
    else next[dateId] = answer;
  }
  return next;
}

/** The answer as the page shows it: what was taken off the page is left out, not lost. */
export function liveAnswer<A extends Pick<AnswerFields, 'ranked' | 'excluded' | 'dates'>>(
  answer: A,
  page: AnswerPage,
): Pick<AnswerFields, 'ranked' | 'excluded' | 'dates'> {
  const live = new Set([...page.themes, ...page.dates].filter((one) => !one.archived).map((one) => one.id));
  return {
    ranked: answer.ranked.filter((themeId) => live.has(themeId)).slice(0, MOST_RANKED),
    excluded: answer.excluded.filter((themeId) => live.has(themeId)),
    dates: Object.fromEntries(Object.entries(answer.dates).filter(([dateId]) => live.has(dateId))),
  };
}

/**
 * Until the deadline for the practice, also when the sweep has not closed the round yet; after it for the coordinator alone
 * (by phone), until the groups are published.
 */
export function mayEdit(
  round: { state: RoundState; answerUntil: Date | null },
  coordinator: boolean,
  now: Date,
): boolean {
  if (round.state !== 'open' && round.state !== 'closed') return false;
  const inTime = round.state === 'open' && round.answerUntil !== null && now < round.answerUntil;
  return inTime || coordinator;
}
