import {
  FACTORS,
  type AnonymityLevel,
  type ChoiceItem,
  type FactorProperty,
  type FactorResultView,
  type HiddenReason,
  type ItemResultView,
  type QuestionnaireContent,
  type QuestionnaireItem,
  type ResultsView,
  type ScaleItem,
  type Words,
} from '#libs/contracts';
import { meanEstimate, proportion } from '#libs/statistics';
import type { CampaignTurnout } from '../campaigns/campaign.entity.js';
import { FACTOR_WORDS } from '../questionnaires/built-in/value-factors.rules.js';
import {
  displayItem,
  MINIMUM_BAR,
  MINIMUM_FOR_STEPS,
  MINIMUM_RESPONSES,
  MINIMUM_TEXTS,
  valuesOf,
  whyHidden,
} from './display.rules.js';
import { cutsOf, inCut, itemHiddenInCut, type Cut, type OpenedBallot } from './parts.rules.js';
import {
  both,
  cautionsOf,
  choiceSentence,
  hiddenSentence,
  middleSentence,
  percent,
  scaleSentence,
  turnoutSentence,
} from './sentences.rules.js';

/** A closed campaign with everything that was opened. */
export interface ClosedCampaign {
  id: string;
  title: Words;
  closedAt: Date;
  anonymity: AnonymityLevel;
  content: QuestionnaireContent;
  turnout: CampaignTurnout;
  ballots: OpenedBallot[];
  /** Per text item: how many wait for somebody to decide, and what is said on. */
  texts: Map<string, { waiting: number; shown: string[] }>;
}

/** Everything that may be told of a closed campaign, or of one part of it, by the display rules. */
export function resultsOf(campaign: ClosedCampaign, cut: Cut | null): ResultsView {
  const { content, turnout, ballots } = campaign;
  const { whole } = turnout;
  const cuts = whyHidden(whole) === null ? cutsOf(ballots, turnout) : [];
  const chosen = cut ? cuts.find((one) => one.dimension === cut.dimension && one.value === cut.value) : null;
  const hidden = whyHidden(whole) ?? (cut ? (chosen ? chosen.hidden : 'too-few-responses') : null);
  const part = ballots.filter((ballot) => inCut(ballot, cut));
  const counted = cut
    ? ((cut.dimension === 'role' ? turnout.roles : turnout.themes)[cut.value] ?? {
        invited: 0,
        answered: 0,
        practices: 0,
      })
    : whole;
  const items = hidden ? [] : content.items.filter((item) => item.type !== 'text');
  const results = items.map((item) =>
    itemResult(item, part, cut && itemHiddenInCut(ballots, turnout, cut, item.key)),
  );
  return {
    campaignId: campaign.id,
    title: campaign.title,
    closedAt: campaign.closedAt.toISOString(),
    anonymity: campaign.anonymity,
    invited: counted.invited,
    answered: counted.answered,
    practices: hidden ? null : counted.practices,
    hidden,
    minimumResponses: MINIMUM_RESPONSES,
    cut: chosen ?? null,
    cuts,
    items: results,
    factors: factorResults(content, results),
    // texts belong to the whole: beside a part, or beside scores, they would find their writer
    texts: cut ? [] : textResults(campaign),
    sentence: hidden ? hiddenSentence(hidden) : turnoutSentence(counted.answered, counted.invited),
    cautions: hidden ? [] : cautionsOf(counted.answered, counted.invited),
  };
}

const NOTHING = {
  distribution: null,
  mean: null,
  median: null,
  medianCategory: null,
  high: null,
} as const;

/** One item. @param hidden why the part that is looked at may not tell it, whatever its answers are. */
export function itemResult(
  item: Exclude<QuestionnaireItem, { type: 'text' }>,
  ballots: readonly OpenedBallot[],
  hidden: HiddenReason | null,
): ItemResultView {
  const base = { key: item.key, text: item.text, type: item.type };
  if (hidden) return { ...base, ...NOTHING, n: null, hidden, sentence: hiddenSentence(hidden) };
  const answers = ballots.map((ballot) => ballot.answers[item.key]);
  const shown = displayItem(item, answers);
  if (!shown.distribution)
    return {
      ...base,
      ...NOTHING,
      n: null,
      hidden: shown.hidden ?? 'too-few-responses',
      sentence: hiddenSentence(shown.hidden ?? 'too-few-responses'),
    };
  const view = {
    ...base,
    ...NOTHING,
    n: shown.n,
    hidden: shown.hidden,
    distribution: shown.distribution,
    medianCategory: shown.medianCategory,
  };
  if (shown.numbers && item.type === 'scale') return { ...view, ...numbersOf(item, valuesOf(answers)) };
  const most = shown.distribution.bars.reduce<(typeof shown.distribution.bars)[number] | null>(
    (a, b) => (a === null || b.count > a.count ? b : a),
    null,
  );
  const sentence = most
    ? choiceSentence(most.label, most.share, most.count, shown.n)
    : middleSentence(shown.hidden ?? 'unanimous', shown.medianCategory ?? both(() => '–'));
  return { ...view, sentence };
}

function numbersOf(
  item: ScaleItem,
  values: number[],
): Pick<ItemResultView, 'mean' | 'median' | 'high' | 'sentence'> {
  const estimate = meanEstimate({ values });
  const [low, high] = estimate.interval as [number, number];
  const limited = { low: Math.max(item.min, low), high: Math.min(item.max, high) };
  const above = item.highFrom === undefined ? null : values.filter((value) => value >= item.highFrom!).length;
  const told = (count: number): boolean => count === 0 || count >= MINIMUM_BAR;
  const share =
    above !== null && told(above) && told(values.length - above)
      ? proportion({ x: above, n: values.length })
      : null;
  const from = item.highFrom ?? item.max;
  return {
    mean: { value: estimate.mean, ...limited, sd: estimate.sd ?? 0 },
    // a median of few answers is somebody's answer
    median: values.length >= MINIMUM_FOR_STEPS ? estimate.median : null,
    high: share && {
      from,
      share: share.p,
      low: share.interval[0] as number,
      high: share.interval[1] as number,
    },
    sentence: scaleSentence({
      n: values.length,
      mean: estimate.mean,
      ...limited,
      highShare: share && { from, share: share.p },
    }),
  };
}

/** The published outcome of the value survey, to lay beside one's own (SUR-05). */
const REFERENCE: Record<(typeof FACTORS)[number], Record<FactorProperty, string>> = {
  autonomy: { condition: 'yes', relation: 'positive', contribution: 'positive' },
  support: { condition: 'yes', relation: 'positive', contribution: 'positive' },
  'staff-involvement': { condition: 'yes', relation: 'positive', contribution: 'mixed' },
  measurability: { condition: 'no', relation: 'neutral', contribution: 'mixed' },
  'patient-factors': { condition: 'no', relation: 'positive', contribution: 'mixed' },
  'professional-factors': { condition: 'no', relation: 'positive', contribution: 'positive' },
  'project-characteristics': { condition: 'no', relation: 'positive', contribution: 'positive' },
  connection: { condition: 'no', relation: 'positive', contribution: 'negative' },
};

function factorResults(
  content: QuestionnaireContent,
  results: readonly ItemResultView[],
): FactorResultView[] {
  return FACTORS.flatMap((factor) => {
    const asked = content.items.filter(
      (item): item is ChoiceItem => item.type === 'choice' && item.factor?.factor === factor,
    );
    if (asked.length === 0) return [];
    const properties = asked.map((item) => {
      const { property } = item.factor!;
      const result = results.find(({ key }) => key === item.key);
      const reference = item.options.find(({ key }) => key === REFERENCE[factor][property]);
      return {
        property,
        n: result?.n ?? null,
        hidden: result ? result.hidden : ('too-few-responses' as const),
        medianCategory: result?.medianCategory ?? null,
        options: (result?.distribution?.bars ?? []).map(({ from, label, share }) => ({
          key: String(from),
          label,
          share,
        })),
        reference: reference?.text ?? both(() => '–'),
      };
    });
    const { name } = FACTOR_WORDS[factor];
    return [{ factor, name, properties, sentence: factorSentence(properties) }];
  });
}

/** Names the most chosen answer of each property, with its share, and nothing that was not asked. */
function factorSentence(properties: FactorResultView['properties']): Words {
  const titles: Record<FactorProperty, Words> = {
    condition: { nl: 'Nodig', en: 'Needed' },
    relation: { nl: 'Meer hiervan', en: 'More of it' },
    contribution: { nl: 'Tot nu toe', en: 'So far' },
  };
  const told = properties.flatMap(({ property, options, medianCategory }) => {
    const most = options.reduce<(typeof options)[number] | null>(
      (a, b) => (a === null || b.share > a.share ? b : a),
      null,
    );
    if (most)
      return [{ title: titles[property], label: most.label, share: both((l) => percent(most.share, l)) }];
    const almost = { nl: 'bijna iedereen', en: 'almost everybody' };
    return medianCategory ? [{ title: titles[property], label: medianCategory, share: almost }] : [];
  });
  if (told.length === 0) return hiddenSentence('too-few-responses');
  return both((l) =>
    told.map(({ title, label, share }) => `${title[l]}: ${label[l].toLowerCase()} (${share[l]}).`).join(' '),
  );
}

function textResults(campaign: ClosedCampaign): ResultsView['texts'] {
  const hidden: HiddenReason | null =
    campaign.turnout.whole.answered < MINIMUM_TEXTS ? 'too-few-texts' : whyHidden(campaign.turnout.whole);
  return campaign.content.items
    .filter((item) => item.type === 'text')
    .map((item) => {
      const { waiting, shown } = campaign.texts.get(item.key) ?? { waiting: 0, shown: [] };
      return {
        item: item.key,
        text: item.text,
        hidden,
        waiting: hidden ? 0 : waiting,
        shown: hidden ? [] : shown,
      };
    });
}
