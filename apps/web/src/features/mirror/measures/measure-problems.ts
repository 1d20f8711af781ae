import type { MeasureContent } from '#libs/contracts';

export type MeasureProblem =
  | 'text-missing'
  | 'translation-missing'
  | 'limitations-missing'
  | 'number-wrong'
  | 'numerator-in-denominator';

/** What the server would refuse at the review; the form itself keeps the arithmetic in line. */
export function problemsOf(content: MeasureContent): MeasureProblem[] {
  const problems = new Set<MeasureProblem>();
  const texts = [
    content.title,
    content.numeratorWords,
    content.denominatorWords,
    content.why,
    content.direction,
    content.caseMix,
    ...content.limitations,
  ];
  for (const { nl, en } of texts) {
    const said = [nl, en].filter((one) => one.trim() !== '').length;
    if (said === 0) problems.add('text-missing');
    if (said === 1) problems.add('translation-missing');
  }
  if (!content.limitations.some(({ nl }) => nl.trim().length >= 10)) problems.add('limitations-missing');
  if (!numbersRight(content)) problems.add('number-wrong');
  if (content.denominator === 'count' && content.numerator !== 'urgent')
    problems.add('numerator-in-denominator');
  return [...problems];
}

/** The numbers are such that the server keeps the draft. */
export function numbersRight({ per, decimals, runRules }: MeasureContent): boolean {
  const whole = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  return (
    whole(per, 1, 100_000) &&
    whole(decimals, 0, 3) &&
    whole(runRules.shift, 3, 100) &&
    whole(runRules.trend, 3, 100)
  );
}

/** The definition over another denominator, with arithmetic that fits it: rates are compared by chance, shares are not standardised. */
export function over(content: MeasureContent, denominator: MeasureContent['denominator']): MeasureContent {
  if (denominator === content.denominator) return content;
  if (denominator === 'listed')
    return {
      ...content,
      denominator,
      per: 1000,
      intervalMethod: content.intervalMethod === 'none' ? 'none' : 'byar',
    };
  return {
    ...content,
    denominator,
    per: content.denominator === 'listed' ? 100 : content.per,
    numerator:
      denominator === 'count' ? 'urgent' : content.numerator === 'urgent' ? 'consults' : content.numerator,
    standardisation: 'none',
    intervalMethod: content.intervalMethod === 'none' ? 'none' : 'wilson',
  };
}
