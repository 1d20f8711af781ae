import { createHash } from 'node:crypto';
import { canonical } from '#libs/audit';
import type { DateAnswer, RoundAsk, RoundRules, StayWish } from '#libs/contracts';
import type { EarlierGroup, Instance } from '#libs/grouping';

/** Everything of a round that decides how its groups come out, as it is stored. */
export interface RoundSource {
  id: string;
  name: string;
  asks: RoundAsk[];
  rules: RoundRules;
  themes: { id: string; shortName: string; maxGroups: number | null }[];
  /** Local dates, `2027-02-09`, in calendar order. */
  dates: { id: string; date: string; startTime: string; endTime: string; maxGroups: number | null }[];
  practices: SourcePractice[];
  forbidden: { a: string; b: string; reason: string }[];
  earlier: EarlierMembership[];
  /** Archived practice → the practice it merged into. */
  merged: Record<string, string>;
}
export interface SourcePractice {
  id: string;
  name: string;
  district: string | null;
  listSize: number | null;
  /** Motivation in the register, used when the round does not ask for it. */
  motivation: number | null;
  withoutAnswer: boolean;
  answer: SourceAnswer | null;
}
export interface SourceAnswer {
  submitted: boolean;
  ranked: string[];
  excluded: string[];
  dates: Record<string, DateAnswer>;
  motivation: number | null;
  stay: StayWish | null;
  canLead: boolean | null;
}
/** One practice in one group of an earlier published round of this kind. */
export interface EarlierMembership {
  groupId: string;
  practiceId: string;
  /** 0 for the last published round of this kind, 1 for the one before. */
  roundsAgo: number;
  joinedAt: string;
  leftAt: string | null;
}

/** What an earlier group counts for, by how many rounds ago it was (GRP-05). */
const RECENCY = [1, 0.5];
/** The wish to stay with partners (decisions, Groups); who said nothing is neutral. */
const WISH: Record<StayWish, number> = { yes: 1, neutral: 0.5, no: 0 };

/** True when the practice goes into the instance: it answered, or the coordinator lets it in without (decisions, Groups). */
export function takesPart(practice: SourcePractice): boolean {
  return practice.answer?.submitted === true || practice.withoutAnswer;
}

/**
 * The earlier groups as weighted pairs: recency × the smaller of both wishes. Two practices were partners when their
 * stays in a group overlapped, so who left counts for those who were there before it left. A merged practice brings its
 * partners along to the practice it became.
 */
export function earlierPairs(source: RoundSource, present: ReadonlySet<string>): EarlierGroup[] {
  const wish = new Map(
    source.practices.map((practice) => [practice.id, WISH[practice.answer?.stay ?? 'neutral']]),
  );
  const asks = source.asks.includes('stay');
  const now = (id: string): string => {
    let at = id;
    for (let hops = 0; source.merged[at] && hops < 10; hops++) at = source.merged[at] as string;
    return at;
  };
  const groups = new Map<string, EarlierMembership[]>();
  for (const stay of source.earlier)
    groups.set(stay.groupId, [
      ...(groups.get(stay.groupId) ?? []),
      { ...stay, practiceId: now(stay.practiceId) },
    ]);
  const pairs = new Map<string, EarlierGroup>();
  for (const stays of groups.values()) {
    stays.forEach((one, k) => {
      for (const other of stays.slice(k + 1)) {
        const [a, b] = [one.practiceId, other.practiceId].sort() as [string, string];
        if (a === b || !present.has(a) || !present.has(b)) continue;
        const overlap =
          (one.leftAt === null || other.joinedAt < one.leftAt) &&
          (other.leftAt === null || one.joinedAt < other.leftAt);
        if (!overlap) continue;
        const wished = asks ? Math.min(wish.get(a) ?? 0, wish.get(b) ?? 0) : 1;
        const weight = (RECENCY[one.roundsAgo] ?? 0) * wished;
        const key = `${a} ${b}`;
        if (weight > (pairs.get(key)?.weight ?? 0)) pairs.set(key, { members: [a, b], weight });
      }
    });
  }
  return [...pairs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

/**
 * A round as `igroups-instance/1` (models: grouping §2). A date that was not answered is a date on which a practice
 * cannot come; a practice that is let in without an answer may come on every date it did not refuse and wants nothing.
 * A question that the round does not ask restricts nobody.
 */
export function buildInstance(source: RoundSource): Instance {
  const { rules, asks } = source;
  const themes = new Set(source.themes.map(({ id }) => id));
  const practices = source.practices
    .filter(takesPart)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((practice) => practiceOf(source, practice, themes));
  const present = new Set(practices.map(({ id }) => id));
  return {
    format: 'igroups-instance/1',
    name: source.name,
    config: {
      groupSize: rules.groupSize,
      maxAbsentPerGroup: rules.maxAbsentPerGroup,
      maxPerDistrict: rules.maxPerDistrict,
      requireRankedTheme: rules.requireRankedTheme && asks.includes('themes'),
      weights: rules.weights,
      rankValues: [1, 0.75, 0.5],
      maybeValue: 0.5,
      fairness: { lambda: 1, threshold: 0.5 },
      unassignedPenalty: 10,
    },
    themes: source.themes.map(({ id, shortName, maxGroups }) => ({ id, name: shortName, maxGroups })),
    dates: source.dates.map(({ id, date, maxGroups }) => ({ id, date, maxGroups })),
    practices,
    history: earlierPairs(source, present),
    forbiddenPairs: source.forbidden.filter(({ a, b }) => present.has(a) && present.has(b)),
  };
}

function practiceOf(
  source: RoundSource,
  practice: SourcePractice,
  themes: ReadonlySet<string>,
): Instance['practices'][number] {
  const { asks } = source;
  const answer = practice.answer;
  const submitted = answer?.submitted === true;
  const dateAnswer = (id: string): DateAnswer => {
    if (!asks.includes('dates')) return 'yes';
    return answer?.dates[id] ?? (submitted ? 'no' : 'maybe');
  };
  const on = (wanted: DateAnswer): string[] =>
    source.dates.map(({ id }) => id).filter((id) => dateAnswer(id) === wanted);
  return {
    id: practice.id,
    district: practice.district ?? `- ${practice.id}`, // no district is not a district they share
    listSize: practice.listSize,
    motivation: asks.includes('motivation') ? (submitted ? answer.motivation : null) : practice.motivation,
    canLead: asks.includes('leader') ? answer?.canLead === true : true,
    preferences: asks.includes('themes') && submitted ? answer.ranked.filter((id) => themes.has(id)) : [],
    excludedThemes: asks.includes('excluded-themes')
      ? (answer?.excluded ?? []).filter((id) => themes.has(id))
      : [],
    available: on('yes'),
    maybe: on('maybe'),
  };
}

/** Fingerprint of what decides the outcome: names and list sizes may change without making a proposal stale. */
export function instanceHash(instance: Instance): string {
  const { name: _name, themes, practices, forbiddenPairs, ...rest } = instance;
  const decisive = {
    ...rest,
    themes: themes.map(({ id, maxGroups }) => ({ id, maxGroups })),
    practices: practices.map(({ listSize: _size, ...practice }) => practice),
    forbiddenPairs: forbiddenPairs.map(({ a, b }) => [a, b].sort()).sort(),
  };
  return createHash('sha256').update(canonical(decisive)).digest('hex');
}
