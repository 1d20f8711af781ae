import type {
  GroupComparisonView,
  HiddenReason,
  QuestionnaireContent,
  RegressionView,
  ScaleItem,
  TrendView,
  Words,
} from '#libs/contracts';
import { DomainError } from '#libs/platform';
import { compareGroups, logisticRegression, orderedTrend, StatisticsInputError } from '#libs/statistics';
import { valuesOf, whyHidden } from './display.rules.js';
import { inCut, itemHiddenInCut, type Cut } from './parts.rules.js';
import { itemResult, type ClosedCampaign } from './results.rules.js';
import {
  both,
  differenceSentence,
  METHODS,
  oddsSentence,
  trendSentence,
  hiddenSentence,
  warningWords,
} from './sentences.rules.js';

/** One side of a comparison: a campaign, or one part of it. */
export interface Side {
  campaign: ClosedCampaign;
  cut: Cut | null;
  label: Words;
}

const scaleOf = (content: QuestionnaireContent, key: string): ScaleItem => {
  const item = content.items.find((one) => one.key === key);
  if (item?.type !== 'scale')
    throw new DomainError('analysis.impossible', { reason: 'not-a-scale', item: key });
  return item;
};

/** The values of one side, and why they may not be told. */
function side(
  { campaign, cut }: Side,
  key: string,
): { item: ScaleItem; values: number[]; hidden: HiddenReason | null } {
  const item = scaleOf(campaign.content, key);
  const ballots = campaign.ballots.filter((ballot) => inCut(ballot, cut));
  const result = itemResult(
    item,
    ballots,
    whyHidden(campaign.turnout.whole) ??
      (cut && itemHiddenInCut(campaign.ballots, campaign.turnout, cut, key)),
  );
  const values = valuesOf(ballots.map((ballot) => ballot.answers[key]));
  // what may not be told as a mean may not be told as a test either
  return { item, values, hidden: result.mean ? null : (result.hidden ?? 'unanimous') };
}

/** Two groups on one scale by Mann–Whitney, with the variant named (SUR-06). */
export function comparisonOf(a: Side, b: Side, key: string): GroupComparisonView {
  const first = side(a, key);
  const second = side(b, key);
  const same = first.item.min === second.item.min && first.item.max === second.item.max;
  if (!same) throw new DomainError('analysis.impossible', { reason: 'other-scale', item: key });
  const hidden = first.hidden ?? second.hidden;
  if (hidden) {
    const empty = (label: Words) => ({ label, n: null, mean: null, median: null });
    return {
      item: key,
      a: empty(a.label),
      b: empty(b.label),
      hidden,
      u: null,
      p: null,
      method: null,
      cliffsDelta: null,
      sentence: hiddenSentence(hidden),
      cautions: [],
    };
  }
  const test = compareGroups({
    first: { name: 'a', values: first.values },
    second: { name: 'b', values: second.values },
  });
  const [one, two] = test.groups;
  const shown = (label: Words, group: typeof one) => ({
    label,
    n: group.n,
    mean: group.mean,
    median: group.n >= 10 ? group.median : null,
  });
  const cautions = warningWords(test.warnings.map(({ code }) => code));
  if (Math.min(one.n, two.n) < 10)
    cautions.push({
      nl: 'Een van de groepen is klein: alleen een groot verschil zou hier opvallen.',
      en: 'One of the groups is small: only a large difference would show here.',
    });
  return {
    item: key,
    a: shown(a.label, one),
    b: shown(b.label, two),
    hidden: null,
    u: one.U,
    p: test.p,
    method: METHODS[test.variant],
    cliffsDelta: test.cliffsDelta,
    sentence: differenceSentence(
      a.label,
      b.label,
      test.verdict.kind === 'difference'
        ? { kind: 'difference', higher: test.verdict.higher as 'a' | 'b' }
        : { kind: 'no-proof-of-difference' },
      test.p,
    ),
    cautions,
  };
}

/** Fewer of the rarer outcome than this, and no regression is shown. */
const MINIMUM_EVENTS = 5;
const MINIMUM_CASES = 15;

/**
 * Multivariable logistic regression of a high answer on scales and on questions with two options (SUR-07). Only ballots that
 * answered all of it count.
 * @throws analysis.impossible when an item is of another kind, or predictors tell the same thing.
 */
export function regressionOf(
  campaign: ClosedCampaign,
  ask: { outcome: string; highFrom: number; predictors: string[] },
): RegressionView {
  const { content, ballots, turnout } = campaign;
  const outcome = scaleOf(content, ask.outcome);
  if (ask.highFrom <= outcome.min || ask.highFrom > outcome.max)
    throw new DomainError('analysis.impossible', { reason: 'high-from', item: outcome.key });
  const predictors = [...new Set(ask.predictors)].map((key) => {
    const item = content.items.find((one) => one.key === key);
    const twoWay = item?.type === 'choice' && !item.multiple && item.options.length === 2;
    if (!item || key === outcome.key || (item.type !== 'scale' && !twoWay))
      throw new DomainError('analysis.impossible', { reason: 'predictor', item: key });
    return item;
  });
  if (predictors.length === 0) throw new DomainError('analysis.impossible', { reason: 'no-predictors' });
  const cases = ballots.flatMap(({ answers }) => {
    const grade = answers[outcome.key];
    if (!grade || !('value' in grade)) return [];
    const row = predictors.map((item) => {
      const answer = answers[item.key];
      if (answer && 'value' in answer) return answer.value;
      if (answer && 'options' in answer && item.type === 'choice')
        return answer.options[0] === item.options[0]?.key ? 1 : 0;
      return null;
    });
    return row.includes(null) ? [] : [{ y: grade.value >= ask.highFrom ? 1 : 0, row: row as number[] }];
  });
  const high = cases.filter(({ y }) => y === 1).length;
  const events = Math.min(high, cases.length - high);
  const about = { item: outcome.key, text: outcome.text, highFrom: ask.highFrom };
  const hidden =
    whyHidden(turnout.whole) ??
    (cases.length < MINIMUM_CASES || events < MINIMUM_EVENTS ? 'too-few-responses' : null);
  if (hidden)
    return {
      outcome: about,
      n: null,
      events: null,
      hidden,
      terms: [],
      method: null,
      cautions: [hiddenSentence(hidden)],
    };
  const fit = regress(
    cases,
    predictors.map(({ key }) => key),
  );
  const penalised = fit.converged ? null : fit.firth;
  const terms = predictors.map((item) => {
    const at = fit.terms.indexOf(item.key);
    const odds = penalised ? (penalised.or[at] ?? null) : (fit.or[at] ?? null);
    const [low, top] = (penalised ? penalised.orInterval[at] : fit.orInterval[at]) ?? [null, null];
    const p = penalised ? (penalised.p[at] ?? null) : (fit.p[at] ?? null);
    return {
      item: item.key,
      text: item.text,
      oddsRatio: odds,
      low: low ?? null,
      high: top ?? null,
      p,
      sentence: oddsSentence(item.text, odds ?? 1, low ?? null, top ?? null),
    };
  });
  return {
    outcome: about,
    n: cases.length,
    events,
    hidden: null,
    terms,
    method: both((l) =>
      penalised
        ? l === 'nl'
          ? 'Logistische regressie met Firth-correctie, profielintervallen'
          : 'Logistic regression with Firth’s penalty, profile intervals'
        : l === 'nl'
          ? 'Logistische regressie, Wald-intervallen'
          : 'Logistic regression, Wald intervals',
    ),
    cautions: [
      ...(cases.length < ballots.length
        ? [
            both((l) =>
              l === 'nl'
                ? `${cases.length} van de ${ballots.length} ingevulde vragenlijsten beantwoordden al deze vragen; de andere tellen niet mee.`
                : `${cases.length} of the ${ballots.length} completed questionnaires answered all of these; the others do not count.`,
            ),
          ]
        : []),
      ...warningWords(fit.warnings.map(({ code }) => code)),
    ],
  };
}

function regress(
  cases: readonly { y: number; row: number[] }[],
  keys: readonly string[],
): ReturnType<typeof logisticRegression> {
  try {
    return logisticRegression({
      y: cases.map(({ y }) => y),
      predictors: Object.fromEntries(keys.map((key, at) => [key, cases.map(({ row }) => row[at] as number)])),
    });
  } catch (error) {
    if (error instanceof StatisticsInputError)
      throw new DomainError('analysis.impossible', { reason: 'collinear', item: error.message });
    throw error;
  }
}

/** One line over time: the same item in campaigns that followed each other (SUR-14, MON-14). */
export function seriesOf(
  key: string,
  label: string,
  item: string,
  sides: readonly { campaign: ClosedCampaign; cut: Cut | null }[],
): TrendView['series'][number] {
  const measured = sides.map(({ campaign, cut }) => {
    const { values, hidden } = side({ campaign, cut, label: both(() => label) }, item);
    const result = itemResult(
      scaleOf(campaign.content, item),
      campaign.ballots.filter((ballot) => inCut(ballot, cut)),
      hidden,
    );
    return { campaign, values, hidden, mean: result.mean };
  });
  const told = measured.filter(({ hidden }) => hidden === null);
  const trend =
    told.length < 3
      ? null
      : orderedTrend({ groups: told.map(({ campaign, values }) => ({ name: campaign.id, values })) });
  return {
    key,
    label,
    points: measured.map(({ campaign, values, hidden, mean }) => ({
      campaignId: campaign.id,
      title: campaign.title,
      closedAt: campaign.closedAt.toISOString(),
      n: hidden ? null : values.length,
      mean: mean?.value ?? null,
      low: mean?.low ?? null,
      high: mean?.high ?? null,
      hidden,
    })),
    sentence: trendSentence(
      told.length,
      trend &&
        (trend.verdict.kind === 'trend'
          ? { kind: 'trend', direction: trend.verdict.direction, p: trend.p }
          : { kind: 'no-proof-of-trend', p: trend.p }),
    ),
  };
}
