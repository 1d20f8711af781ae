import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { DateTime } from 'luxon';
import type { OpenModeScope, OpenModeView } from '#libs/contracts';
import { DomainError } from '#libs/platform';

const ZONE = 'Europe/Amsterdam';
/** An agreement lasts this long at most (models/disclosure.md §2.7). */
const MOST_MONTHS = 12;
/** Figures over more than this are history, not something to talk about. */
const MOST_PERIOD_MONTHS = 36;
/** What one agreement can be about; a scope is read as a whole before it is signed. */
const MOST_MEASURES = 20;

/** What may be proposed; the members follow from the group. */
export type ScopeWish = Omit<OpenModeScope, 'groupId' | 'members'>;

/** Roles of a practice, in the order in which a scope lists them. */
export const VIEWERS = ['practice-holder', 'practice-contact', 'practice-employee'] as const;

/** The day it is where the practices are, `2027-01-31`. */
export const localDay = (moment: Date): string =>
  DateTime.fromJSDate(moment, { zone: ZONE }).toISODate() as string;

/**
 * SHA-256 over the canonical JSON (RFC 8785) of a scope (models/disclosure.md §2.7). Lists are sets: their order is no part of
 * what is agreed.
 */
export function scopeHash(scope: OpenModeScope): string {
  const sets = {
    ...scope,
    members: sorted(scope.members),
    measures: sorted(scope.measures),
    viewers: sorted(scope.viewers),
  };
  return `sha256:${createHash('sha256')
    .update(canonicalize(sets) as string)
    .digest('hex')}`;
}

/**
 * The scope that a wish comes to for a group.
 * @param today local day, `2027-01-31`
 * @throws validation.failed · open-mode.ends-too-late
 */
export function readScope(
  wish: ScopeWish,
  group: { groupId: string; members: readonly string[] },
  today: string,
): OpenModeScope {
  const { from, toExclusive } = wish.period;
  const months = monthsBetween(from, toExclusive);
  const needed = wish.granularity === 'year' ? 12 : 3;
  const wrong: { field: string; rule: string }[] = [];
  if (wish.measures.length === 0 || wish.measures.length > MOST_MEASURES)
    wrong.push({ field: 'measures', rule: 'length' });
  if (wish.viewers.length === 0) wrong.push({ field: 'viewers', rule: 'length' });
  if (months === null || !Number.isInteger(months / 3)) wrong.push({ field: 'period', rule: 'quarters' });
  else if (months < needed || months > MOST_PERIOD_MONTHS) wrong.push({ field: 'period', rule: 'length' });
  if (!isDay(wish.endsOn) || wish.endsOn < today) wrong.push({ field: 'endsOn', rule: 'future' });
  if (wrong.length > 0) throw new DomainError('validation.failed', { fields: wrong });
  const latest = latestEnd(today);
  if (wish.endsOn > latest) throw new DomainError('open-mode.ends-too-late', { latest });
  return {
    groupId: group.groupId,
    members: sorted(group.members),
    measures: sorted([...new Set(wish.measures)]),
    period: { from, toExclusive },
    granularity: wish.granularity,
    viewers: VIEWERS.filter((role) => wish.viewers.includes(role)),
    exportAllowed: wish.exportAllowed,
    endsOn: wish.endsOn,
  };
}

/** The last day an agreement that is proposed today can have. */
export const latestEnd = (today: string): string =>
  DateTime.fromISO(today).plus({ months: MOST_MONTHS }).toISODate() as string;

/** What somebody wants to see by name. */
export interface NamedAsk {
  measureCode: string;
  /** Half-open days. */
  period: { from: string; toExclusive: string };
}

/** True when a figure lies within what was agreed: its measure, wholly inside the period, not finer than was agreed. */
export function covers(scope: OpenModeScope, ask: NamedAsk): boolean {
  const months = monthsBetween(ask.period.from, ask.period.toExclusive);
  return (
    scope.measures.includes(ask.measureCode) &&
    months !== null &&
    months >= (scope.granularity === 'year' ? 12 : 3) &&
    ask.period.from >= scope.period.from &&
    ask.period.toExclusive <= scope.period.toExclusive
  );
}

/** An agreement as it is stored, with what it is held against. */
export interface ModeFacts {
  state: OpenModeView['state'];
  endedBecause: string | null;
  scope: OpenModeScope;
  scopeHash: string;
  endsOn: string;
}
export interface GroupNow {
  ended: boolean;
  members: readonly string[];
}
/** Why an agreement does not hold any more; stored as it is. */
export type EndReason = 'members-changed' | 'scope-changed' | 'passed' | 'group-ended' | 'practice-closed';
export interface Standing {
  state: OpenModeView['state'];
  because: EndReason | null;
}

/**
 * How an agreement stands now, whatever its row says: active only when every present member signed this very scope and its last
 * day has not passed (models/disclosure.md §2.7).
 * @param signed practices with a signature under the present hash that was not taken back
 */
export function standingOf(
  mode: ModeFacts,
  group: GroupNow,
  signed: readonly string[],
  today: string,
): Standing {
  if (mode.state === 'ended') return { state: 'ended', because: mode.endedBecause as EndReason | null };
  if (group.ended) return { state: 'ended', because: 'group-ended' };
  if (mode.endsOn < today) return { state: 'ended', because: 'passed' };
  if (!sameMembers(mode.scope.members, group.members)) return { state: 'ended', because: 'members-changed' };
  const whole = mode.scope.members.length > 0 && mode.scope.members.every((one) => signed.includes(one));
  return { state: mode.state === 'active' && whole ? 'active' : 'proposed', because: null };
}

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

const sorted = <T extends string>(list: readonly T[]): T[] => [...list].sort();

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;

/** Whole months between two days that begin a quarter; null when one is no such day or they are the wrong way round. */
function monthsBetween(from: string, to: string): number | null {
  const begins = (day: string): boolean => isDay(day) && /-(01|04|07|10)-01$/.test(day);
  if (!begins(from) || !begins(to) || from >= to) return null;
  const at = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return at(to) - at(from);
}
