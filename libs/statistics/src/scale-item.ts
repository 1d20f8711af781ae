import { StatisticsInputError } from './errors.js';
import { numbersAt, shown } from './fields.js';
import { meanEstimate, type MeanEstimate } from './mean.js';
import { proportion, type Proportion } from './proportion.js';

export interface ScaleItemInput {
  /** what respondents chose: a category, a label such as 'not-applicable' or 'unknown', or null for nothing */
  answers: readonly (number | string | null)[];
  /** the scale from low to high, 1 … 10 for a grade */
  categories: readonly number[];
  /** labels beside the scale that may be chosen (SUR-11) */
  labels?: readonly string[];
  /** from this category an answer counts as high (SUR-01: 7 of 10) */
  highFrom?: number;
  confidence?: number;
}

export interface ScaleItem {
  asked: number;
  /** answers on the scale */
  answered: number;
  /** respondents without any answer: item non-response, always shown (SUR-09) */
  missing: number;
  /** every category of the scale, also those nobody chose; `share` is of the answers on the scale */
  distribution: { category: number; count: number; share: number | null }[];
  /** every label, also those nobody chose; `share` is of all who were asked */
  beside: { label: string; count: number; share: number }[];
  /** the middle category, or the two middle ones when they differ; null without answers */
  medianCategory: readonly [number, number] | null;
  /** null without answers */
  mean: MeanEstimate | null;
  /** share of answers from `highFrom`; null without answers or without `highFrom` */
  high: Proportion | null;
}

/**
 * The distribution of one scale question (SUR-01, SUR-08, SUR-09, SUR-11). Labels and missing answers are
 * counted and never enter a mean.
 * @throws StatisticsInputError naming the offending value
 */
export function scaleItem(input: ScaleItemInput): ScaleItem {
  const categories = numbersAt(input.categories, 'categories', {}, { least: 2 });
  categories.forEach((category, index) => {
    if (index > 0 && category <= categories[index - 1]!)
      throw new StatisticsInputError(
        `categories[${index}]`,
        `must be higher than the one before, found ${category}`,
      );
  });
  const labels = input.labels ?? [];
  if (input.highFrom !== undefined && !categories.includes(input.highFrom))
    throw new StatisticsInputError(
      'highFrom',
      `must be one of the categories, found ${shown(input.highFrom)}`,
    );
  if (input.answers.length === 0)
    throw new StatisticsInputError('answers', 'must hold at least one value, found 0');
  const chosen: number[] = [];
  input.answers.forEach((answer, index) => {
    if (typeof answer === 'number' && categories.includes(answer)) chosen.push(answer);
    else if (answer !== null && !(typeof answer === 'string' && labels.includes(answer)))
      throw new StatisticsInputError(
        `answers[${index}]`,
        `must be a category, a label or null, found ${shown(answer)}`,
      );
  });
  const asked = input.answers.length;
  const answered = chosen.length;
  const sorted = chosen.toSorted((a, b) => a - b);
  const count = (wanted: number | string): number =>
    input.answers.filter((answer) => answer === wanted).length;
  const { highFrom, confidence } = input;
  return {
    asked,
    answered,
    missing: input.answers.filter((answer) => answer === null).length,
    distribution: categories.map((category) => ({
      category,
      count: count(category),
      share: answered === 0 ? null : count(category) / answered,
    })),
    beside: labels.map((label) => ({ label, count: count(label), share: count(label) / asked })),
    medianCategory:
      answered === 0 ? null : [sorted[Math.ceil(answered / 2) - 1]!, sorted[Math.floor(answered / 2)]!],
    mean: answered === 0 ? null : meanEstimate({ values: chosen, confidence }),
    high:
      answered === 0 || highFrom === undefined
        ? null
        : proportion({
            x: chosen.filter((category) => category >= highFrom).length,
            n: answered,
            confidence,
          }),
  };
}
