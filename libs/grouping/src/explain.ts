import { checkSolution } from './check.js';
import type { CheckedPractice } from './check.js';
import { GroupingInputError } from './instance.js';
import type { GroupingPractice, Instance, Solution } from './instance.js';
import { capital, Names } from './names.js';
import type { Sentence } from './names.js';
import { openSeating, trialsInto } from './reseat.js';
import type { BlockerCode, Seating, Trial } from './reseat.js';
import { blockerText, ordinal } from './sentences.js';
import { Valuer } from './terms.js';

/** Who reads: a participant never gets another practice's motivation, a forbidden pair or a swap partner. */
export type Audience = 'organiser' | 'participant';

/** One term of a practice with the facts behind it. `value` is null when the term does not apply. */
export type ExplainedTerm =
  | { term: 'theme'; value: number | null; weight: number; theme: string; rank: number | null }
  | { term: 'attendance'; value: number; weight: number; date: string; answer: 'available' | 'maybe' | 'no' }
  | {
      term: 'continuity';
      value: number | null;
      weight: number;
      partnersHere: string[];
      partnersKnown: number;
    }
  | { term: 'motivation'; value: number | null; weight: number; own: number | null; level: number | null };

/** What stands between a practice and a seat, counted over the moves and swaps that were tried. */
export interface Blocker {
  code: BlockerCode | 'NOT_POSSIBLE';
  count: number;
}

/** Why the first choice was not given. `cost` (objective points) is set when it is possible but worse for all together. */
export interface FirstChoice {
  theme: string;
  got: boolean;
  blockers: Blocker[];
  cost: number | null;
}

/** The best other seat: `possible` ones cost the others; otherwise `blocker` says what is in the way. */
export interface BestAlternative {
  kind: 'move' | 'swap';
  group: string;
  theme: string;
  date: string;
  /** The practice it would swap with; null for a participant. */
  with: string | null;
  possible: boolean;
  blocker: Blocker['code'] | null;
  /** Change of the practice's own utility, times 100. */
  gain: number;
  /** Change of the others together, times 100 (what it costs them); null when it is not possible. */
  others: number | null;
}

/** One practice explained. */
export interface Explanation {
  practice: string;
  group: string | null;
  utility: number | null;
  terms: ExplainedTerm[];
  firstChoice: FirstChoice | null;
  bestAlternative: BestAlternative | null;
  sentence: string;
  sentenceEn: string;
}

/** Options of `explain`. */
export interface ExplainOptions {
  audience?: Audience;
  names?: Readonly<Record<string, string>>;
}

const ORDER: BlockerCode[] = [
  'COST',
  'FULL',
  'TOO_SMALL',
  'LEADER_LOST',
  'DISTRICT',
  'PARTNER_CANNOT',
  'FORBIDDEN_PAIR',
  'THEME',
  'DATE',
  'NO_SUCH_GROUP',
];

/** A participant may not learn that a pair is forbidden: that blocker gets the name of "it did not fit". */
function told(code: BlockerCode, audience: Audience): Blocker['code'] {
  return audience === 'participant' && code === 'FORBIDDEN_PAIR' ? 'NOT_POSSIBLE' : code;
}

/** What is in the way of a whole group: the blocker of the trial that came furthest. */
function furthest(trials: readonly Trial[]): BlockerCode {
  const codes = trials.map(({ blocker }) => blocker ?? 'COST');
  const fullMove = trials.find(({ swapWith }) => swapWith === null)?.blocker === 'FULL';
  const best = ORDER.find((code) => codes.includes(code)) ?? 'NO_SUCH_GROUP';
  return fullMove && best !== 'COST' && best !== 'DATE' && best !== 'FORBIDDEN_PAIR' ? 'FULL' : best;
}

function termsOf(
  instance: Instance,
  valuer: Valuer,
  practice: GroupingPractice,
  checked: CheckedPractice,
  solution: Solution,
  level: number,
  audience: Audience,
): ExplainedTerm[] {
  const { weights } = instance.config;
  const group = solution.groups.find(({ id }) => id === checked.group);
  if (!group || !checked.terms) return [];
  const rank = practice.preferences.indexOf(group.theme);
  const partners = [...valuer.partnersOf(practice.id).keys()];
  const answer = practice.available.includes(group.date)
    ? 'available'
    : practice.maybe.includes(group.date)
      ? 'maybe'
      : 'no';
  return [
    {
      term: 'theme',
      value: checked.terms.theme,
      weight: weights.theme,
      theme: group.theme,
      rank: rank < 0 ? null : rank + 1,
    },
    {
      term: 'attendance',
      value: checked.terms.attendance,
      weight: weights.attendance,
      date: group.date,
      answer,
    },
    {
      term: 'continuity',
      value: checked.terms.continuity,
      weight: weights.continuity,
      partnersHere: partners.filter((id) => group.members.includes(id)),
      partnersKnown: partners.length,
    },
    {
      term: 'motivation',
      value: checked.terms.motivation,
      weight: weights.motivation,
      own: practice.motivation,
      // The level of a small group says much about the others, so only the organiser gets it.
      level: audience === 'organiser' ? level : null,
    },
  ];
}

function firstChoiceOf(
  seating: Seating,
  i: number,
  practice: GroupingPractice,
  n: number,
  audience: Audience,
): FirstChoice | null {
  const theme = practice.preferences[0];
  if (theme === undefined) return null;
  const { problem, groups, seat } = seating;
  const t = problem.themeIndex.get(theme)!;
  if (seat.get(i)?.column.theme === t) return { theme, got: true, blockers: [], cost: null };
  const there = groups.filter(({ column }) => column.theme === t);
  if (there.length === 0)
    return { theme, got: false, blockers: [{ code: 'NO_SUCH_GROUP', count: 1 }], cost: null };
  const counts = new Map<Blocker['code'], number>();
  let cost: number | null = null;
  for (const group of there) {
    const trials = trialsInto(seating, i, group);
    const code = told(furthest(trials), audience);
    counts.set(code, (counts.get(code) ?? 0) + 1);
    for (const { blocker, total } of trials) {
      if (!blocker) cost = Math.min(cost ?? Infinity, (-total / n) * 100);
    }
  }
  const rank = ({ code }: Blocker) => (code === 'NOT_POSSIBLE' ? ORDER.length : ORDER.indexOf(code));
  const blockers = [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => rank(a) - rank(b));
  return { theme, got: false, blockers, cost };
}

function alternativeOf(seating: Seating, i: number, audience: Audience): BestAlternative | null {
  const { problem, groups, seat } = seating;
  const own = seat.get(i);
  let best: Trial | null = null;
  for (const group of groups) {
    if (group === own) continue;
    for (const trial of trialsInto(seating, i, group)) {
      if (trial.gain <= 0.005) continue;
      if (!best || better(trial, best)) best = trial;
    }
  }
  if (!best) return null;
  const { practices, themes, dates } = problem.instance;
  const possible = best.blocker === null;
  return {
    kind: best.swapWith === null ? 'move' : 'swap',
    group: best.group.id,
    theme: themes[best.group.column.theme]!.id,
    date: dates[best.group.column.date]!.id,
    with: best.swapWith === null || audience === 'participant' ? null : practices[best.swapWith]!.id,
    possible,
    blocker: best.blocker === null ? null : told(best.blocker, audience),
    gain: best.gain * 100,
    others: possible ? (best.total - best.gain) * 100 : null,
  };
}

/** Possible before blocked; among possible the least costly in all, among blocked the most wanted. */
function better(a: Trial, b: Trial): boolean {
  if ((a.blocker === null) !== (b.blocker === null)) return a.blocker === null;
  return a.blocker === null ? a.total > b.total : a.gain > b.gain;
}

function sentenceOf(
  names: Names,
  practice: GroupingPractice,
  checked: CheckedPractice,
  solution: Solution,
  terms: ExplainedTerm[],
  first: FirstChoice | null,
): Sentence {
  const name = names.practice(practice.id);
  const group = solution.groups.find(({ id }) => id === checked.group);
  const why = first && !first.got ? blockerText(first, group !== undefined) : null;
  if (!group) {
    const nl = why ? `; de eerste keus (${names.theme(first!.theme)}) kon niet: ${why.nl}` : '';
    const en = why ? `; the first choice (${names.theme(first!.theme)}) was not possible: ${why.en}` : '';
    return { nl: `${capital(name)} heeft geen groep${nl}.`, en: `${capital(name)} has no group${en}.` };
  }
  const theme = terms.find((term) => term.term === 'theme');
  const continuity = terms.find((term) => term.term === 'continuity');
  const attendance = terms.find((term) => term.term === 'attendance');
  const rank = theme?.term === 'theme' ? theme.rank : null;
  const choice =
    rank === null
      ? {
          nl: practice.preferences.length > 0 ? 'niet gekozen' : 'geen voorkeur',
          en: practice.preferences.length > 0 ? 'not chosen' : 'no preference',
        }
      : { nl: `${ordinal(rank).nl} keus`, en: `${ordinal(rank).en} choice` };
  const day = names.date(group.date);
  const answer = attendance?.term === 'attendance' ? attendance.answer : 'available';
  const sure =
    answer === 'available'
      ? { nl: '', en: '' }
      : answer === 'maybe'
        ? { nl: ' (misschien)', en: ' (maybe)' }
        : { nl: ' (kan die dag niet)', en: ' (cannot attend that day)' };
  const met =
    continuity?.term === 'continuity' && continuity.partnersKnown > 0
      ? {
          nl: `, met ${continuity.partnersHere.length} van de ${continuity.partnersKnown} eerdere gesprekspartners`,
          en: `, with ${continuity.partnersHere.length} of the ${continuity.partnersKnown} earlier partners`,
        }
      : { nl: '', en: '' };
  const tail = why
    ? {
        nl: `; de eerste keus (${names.theme(first!.theme)}) kon niet: ${why.nl}`,
        en: `; the first choice (${names.theme(first!.theme)}) was not possible: ${why.en}`,
      }
    : { nl: '', en: '' };
  return {
    nl: `${capital(name)} zit bij ${names.theme(group.theme)} (${choice.nl}) op ${day.nl}${sure.nl}${met.nl}${tail.nl}.`,
    en: `${capital(name)} is placed at ${names.theme(group.theme)} (${choice.en}) on ${day.en}${sure.en}${met.en}${tail.en}.`,
  };
}

/**
 * Explains one practice, or all: its four terms with the facts behind them, why not its first choice, and the best
 * other seat with what is in the way or what it costs the others. Every move and swap is really tried.
 * @throws GroupingInputError when the practice or something in the solution is unknown.
 */
export function explain(
  instance: Instance,
  solution: Solution,
  practice?: string,
  options: ExplainOptions = {},
): Explanation[] {
  const { audience = 'organiser' } = options;
  const names = new Names(instance, options.names);
  const valuer = new Valuer(instance);
  if (practice !== undefined && !valuer.practice(practice)) {
    throw new GroupingInputError('practice', `names no practice of the instance, found "${practice}"`);
  }
  const seating = openSeating(instance, solution);
  const report = checkSolution(instance, solution);
  const levels = new Map(report.groups.map(({ id, level }) => [id, level]));
  return report.practices
    .filter((checked) => practice === undefined || checked.practice === practice)
    .map((checked) => {
      const i = seating.problem.practiceIndex.get(checked.practice)!;
      const own = instance.practices[i]!;
      const terms = termsOf(
        instance,
        valuer,
        own,
        checked,
        solution,
        levels.get(checked.group ?? '') ?? 1,
        audience,
      );
      const firstChoice = firstChoiceOf(seating, i, own, instance.practices.length, audience);
      const sentence = sentenceOf(names, own, checked, solution, terms, firstChoice);
      return {
        practice: checked.practice,
        group: checked.group,
        utility: checked.utility,
        terms,
        firstChoice,
        bestAlternative: alternativeOf(seating, i, audience),
        sentence: sentence.nl,
        sentenceEn: sentence.en,
      };
    });
}

/** `explain` for one practice. */
export function explainPractice(
  instance: Instance,
  solution: Solution,
  practice: string,
  options: ExplainOptions = {},
): Explanation {
  return explain(instance, solution, practice, options)[0]!;
}
