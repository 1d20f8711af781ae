import type { DistributionView, HiddenReason, ItemAnswer, QuestionnaireItem, Words } from '#libs/contracts';

/** Fewer answers than this, and nothing is said at all (models/surveys.md, display rules). */
export const MINIMUM_RESPONSES = 5;
/** From fewer practices than this, and nothing is said at all. */
export const MINIMUM_PRACTICES = 3;
/** Fewer answers than this, and open texts are shown to nobody. */
export const MINIMUM_TEXTS = 8;
/** No bar stands for one or two people. */
export const MINIMUM_BAR = 3;
/** Below this many answers only low and high are told apart (mockups/NOTES: counts of one in a group of nine). */
export const MINIMUM_FOR_STEPS = 10;

export interface Counted {
  answered: number;
  /** Distinct practices among those who answered. */
  practices: number;
}

/** Why the answers of a whole campaign, or of one part of it, may not be told. Null when they may. */
export function whyHidden({ answered, practices }: Counted): HiddenReason | null {
  if (answered < MINIMUM_RESPONSES) return 'too-few-responses';
  if (practices < MINIMUM_PRACTICES) return 'too-few-practices';
  return null;
}

/**
 * Which parts of one division (roles, themes) may be told beside the whole. What is left over when the shown parts are taken
 * from the whole is itself a figure: it must be nothing, or large enough; else the smallest shown part goes as well.
 * @param parts all parts of the division; together they are the whole.
 */
export function cutsHidden<Key>(parts: ReadonlyMap<Key, Counted>): Map<Key, HiddenReason | null> {
  const verdicts = new Map<Key, HiddenReason | null>();
  for (const [key, part] of parts)
    verdicts.set(key, part.answered === 0 ? 'too-few-responses' : whyHidden(part));
  const left = (): Key[] => [...parts.keys()].filter((key) => verdicts.get(key) !== null);
  const total = (keys: Key[]): Counted => ({
    answered: keys.reduce((sum, key) => sum + (parts.get(key)?.answered ?? 0), 0),
    // a practice may stand in several parts: the largest part is what is certain
    practices: Math.max(0, ...keys.map((key) => parts.get(key)?.practices ?? 0)),
  });
  for (;;) {
    const rest = total(left());
    if (rest.answered === 0 || whyHidden(rest) === null) break;
    const shown = [...parts.keys()].filter((key) => verdicts.get(key) === null);
    if (shown.length === 0) break;
    const smallest = shown.reduce((a, b) => (parts.get(b)!.answered < parts.get(a)!.answered ? b : a));
    verdicts.set(smallest, 'complement-too-small');
  }
  // one part alone that is the whole says nothing of its own
  const shown = [...parts.keys()].filter((key) => verdicts.get(key) === null);
  const only = shown[0];
  if (only !== undefined && shown.length === 1 && total(left()).answered === 0)
    verdicts.set(only, 'single-group');
  return verdicts;
}

/** What may be said of one item. */
export interface ItemDisplay {
  /** Answers with a value. */
  n: number;
  hidden: HiddenReason | null;
  distribution: DistributionView | null;
  /** Mean, median and share of high grades may be told. */
  numbers: boolean;
  /** All that may be said when bars and numbers may not. */
  medianCategory: Words | null;
}

const range = (from: number, to: number): Words => {
  const text = from === to ? String(from) : `${from}–${to}`;
  return { nl: text, en: text };
};

/** The numbers among the answers to a scale, in no order that matters. */
export function valuesOf(answers: readonly (ItemAnswer | undefined)[]): number[] {
  return answers.flatMap((answer) => (answer && 'value' in answer ? [answer.value] : []));
}

/**
 * What may be said of one item by the display rules: nothing under five answers; low and high only under ten; never a bar for
 * one or two; and when all, or all but one, said the same, only where the middle lies (models/surveys.md §1).
 * @param answers one entry per ballot; undefined where the item was not answered.
 */
export function displayItem(
  item: Exclude<QuestionnaireItem, { type: 'text' }>,
  answers: readonly (ItemAnswer | undefined)[],
): ItemDisplay {
  const given = answers.filter((answer) => answer !== undefined);
  const notApplicable = given.filter((answer) => 'notApplicable' in answer).length;
  const n = given.length - notApplicable;
  const silent = answers.length - n;
  if (n < MINIMUM_RESPONSES)
    return { n, hidden: 'too-few-responses', distribution: null, numbers: false, medianCategory: null };
  // item non-response is always told (SUR-09); how much of it was "weet ik niet" only where neither part is small
  const tellable = (count: number): boolean => count === 0 || count >= MINIMUM_BAR;
  const split = tellable(notApplicable) && tellable(silent - notApplicable);
  const rest = {
    notApplicable: split ? notApplicable : null,
    missing: split ? silent - notApplicable : silent,
  };
  const bars = item.type === 'scale' ? scaleBars(item, valuesOf(answers)) : choiceBars(item, given, n);
  if (bars.numbers || bars.list.length > 0)
    return {
      n,
      hidden: null,
      distribution: { bars: bars.list, ...rest },
      numbers: bars.numbers,
      medianCategory: bars.list.length > 0 ? null : bars.middle,
    };
  return {
    n,
    hidden: bars.reason,
    distribution: { bars: [], ...rest },
    numbers: false,
    medianCategory: bars.middle,
  };
}

interface Bars {
  list: DistributionView['bars'];
  numbers: boolean;
  reason: HiddenReason;
  middle: Words | null;
}

function scaleBars(item: Extract<QuestionnaireItem, { type: 'scale' }>, values: number[]): Bars {
  const counts = new Map<number, number>();
  for (let step = item.min; step <= item.max; step++) counts.set(step, 0);
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const n = values.length;
  const split = item.highFrom ?? Math.floor((item.min + item.max) / 2) + 1;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((n - 1) / 2)] ?? item.min;
  const median = middle >= split ? range(split, item.max) : range(item.min, split - 1);
  const nothing = (reason: HiddenReason): Bars => ({ list: [], numbers: false, reason, middle: median });
  if (Math.max(...counts.values()) >= n - 1) return nothing('unanimous');
  const bar = (from: number, to: number, count: number): DistributionView['bars'][number] => ({
    from,
    to,
    label: range(from, to),
    count,
    share: count / n,
  });
  if (n < MINIMUM_FOR_STEPS) {
    const high = values.filter((value) => value >= split).length;
    // one voice against the others would be heard in a mean as well
    if (high === 1 || high === n - 1) return nothing('unanimous');
    const small = [high, n - high].some((count) => count > 0 && count < MINIMUM_BAR);
    const list = small ? [] : [bar(item.min, split - 1, n - high), bar(split, item.max, high)];
    return { list, numbers: true, reason: 'too-few-responses', middle: median };
  }
  const list: DistributionView['bars'] = [];
  let from = item.min;
  let gathered = 0;
  for (const [step, count] of counts) {
    gathered += count;
    if (gathered === 0 || gathered >= MINIMUM_BAR) {
      list.push(bar(from, step, gathered));
      from = step + 1;
      gathered = 0;
    }
  }
  // what is left at the end joins the last bar that stands for somebody, with what lies between
  if (from <= item.max) {
    let last = list.pop();
    while (last && last.count === 0 && list.length > 0) last = list.pop();
    const start = last ? (last.from as number) : from;
    list.push(bar(start, item.max, (last?.count ?? 0) + gathered));
  }
  return { list, numbers: true, reason: 'too-few-responses', middle: median };
}

function choiceBars(
  item: Extract<QuestionnaireItem, { type: 'choice' }>,
  given: readonly ItemAnswer[],
  n: number,
): Bars {
  const counted = item.options.map(({ key, text }) => ({
    key,
    text,
    count: given.filter((answer) => 'options' in answer && answer.options.includes(key)).length,
  }));
  const most = counted.reduce((a, b) => (b.count > a.count ? b : a));
  const bar = (key: string, label: Words, count: number): DistributionView['bars'][number] => ({
    from: key,
    to: key,
    label,
    count,
    share: count / n,
  });
  if (!item.multiple) {
    if (most.count >= n - 1) return { list: [], numbers: false, reason: 'unanimous', middle: most.text };
    // options stand in an order that means something: a small one joins the next, as on a scale
    const groups: (typeof counted)[] = [];
    let gathered: typeof counted = [];
    for (const option of counted) {
      gathered.push(option);
      if (sum(gathered) === 0 || sum(gathered) >= MINIMUM_BAR) {
        groups.push(gathered);
        gathered = [];
      }
    }
    while (gathered.length > 0 && sum(gathered) > 0 && sum(gathered) < MINIMUM_BAR && groups.length > 0)
      gathered = [...(groups.pop() ?? []), ...gathered];
    if (gathered.length > 0) groups.push(gathered);
    const bars = groups.map((group) => {
      const said = group.filter(({ count }) => count > 0);
      const told = said.length > 0 ? said : group;
      return bar(told.map(({ key }) => key).join('+'), joined(told.map(({ text }) => text)), sum(group));
    });
    if (bars.filter(({ count }) => count > 0).length < 2)
      return { list: [], numbers: false, reason: 'single-group', middle: most.text };
    return { list: bars, numbers: false, reason: 'too-few-responses', middle: most.text };
  }
  // several may be chosen: each option is a yes or no of its own, and neither side may be one, two, or everybody
  const list = counted
    .filter(({ count }) => count >= MINIMUM_BAR && n - count >= MINIMUM_BAR)
    .map(({ key, text, count }) => bar(key, text, count));
  return { list, numbers: false, reason: 'unanimous', middle: list.length > 0 ? null : most.text };
}

const sum = (list: readonly { count: number }[]): number =>
  list.reduce((total, { count }) => total + count, 0);
const joined = (words: readonly Words[]): Words => ({
  nl: words.map(({ nl }) => nl).join(' of '),
  en: words.map(({ en }) => en).join(' or '),
});
