import { StatisticsInputError } from './errors.js';
import { numbersAt } from './fields.js';
import { dot, type Matrix } from './matrix.js';

/** Outcome and predictors of a logistic regression; the lists run parallel, one place per respondent. */
export interface LogisticInput {
  /** 0 or 1 */
  y: readonly number[];
  /** by name */
  predictors: Readonly<Record<string, readonly number[]>>;
}

/** The design on standardised predictors: fits are made here and taken back to the units of the predictors. */
export interface Design {
  /** '(Intercept)' and the names of the predictors */
  terms: string[];
  y: number[];
  /** a row per respondent, 1 first */
  rows: Matrix;
  means: number[];
  scales: number[];
}

/** Relative size of what is left of a predictor beside the others, below which it counts as nothing. */
const COLLINEAR = 1e-7;

/**
 * Judges the input and standardises the predictors.
 * @throws StatisticsInputError for a value that is no number, an outcome that is not 0 or 1, one class only,
 * a predictor without variation, or one that is a combination of the others
 */
export function readDesign(input: LogisticInput): Design {
  const y = numbersAt(input.y, 'y');
  y.forEach((value, index) => {
    if (value !== 0 && value !== 1)
      throw new StatisticsInputError(`y[${index}]`, `must be 0 or 1, found ${value}`);
  });
  const names = Object.keys(input.predictors);
  if (names.length === 0)
    throw new StatisticsInputError('predictors', 'must hold at least one predictor beside y');
  const given = names.map((name) =>
    numbersAt(input.predictors[name], name, {}, { length: y.length, like: 'y' }),
  );
  if (y.every((value) => value === y[0]))
    throw new StatisticsInputError('y', `must hold both 0 and 1, found only ${y[0]}`);
  const means: number[] = [];
  const scales: number[] = [];
  const columns = given.map((values, index) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    if (!(scale > 1e-12 * Math.abs(mean)) || values.every((value) => value === values[0]))
      throw new StatisticsInputError(names[index]!, `must hold more than one value, found only ${values[0]}`);
    means.push(mean);
    scales.push(scale);
    return values.map((value) => (value - mean) / scale);
  });
  refuseCollinear(names, columns);
  const rows = y.map((_, index) => [1, ...columns.map((column) => column[index]!)]);
  return { terms: ['(Intercept)', ...names], y, rows, means, scales };
}

/** Gram–Schmidt in the order given: of two predictors that say the same, the later one is named. */
function refuseCollinear(names: readonly string[], columns: readonly (readonly number[])[]): void {
  const basis: number[][] = [];
  columns.forEach((column, index) => {
    let rest = [...column];
    // twice, because the first pass leaves rounding of the size that is judged here
    for (const direction of [...basis, ...basis]) {
      const share = dot(rest, direction);
      rest = rest.map((value, row) => value - share * direction[row]!);
    }
    const size = Math.sqrt(dot(rest, rest));
    if (size <= COLLINEAR * Math.sqrt(column.length) || index + 1 >= column.length)
      throw new StatisticsInputError(
        names[index]!,
        'says nothing beside the other predictors: it is a combination of them',
      );
    basis.push(rest.map((value) => value / size));
  });
}

/** Coefficients and covariance on the standardised scale, taken back to the units of the predictors. */
export function unstandardise(
  design: Design,
  coef: readonly number[],
  covariance: Matrix,
): { coef: number[]; se: number[] } {
  const { means, scales } = design;
  const slopes = scales.map((scale, index) => coef[index + 1]! / scale);
  const intercept = coef[0]! - slopes.reduce((sum, slope, index) => sum + slope * means[index]!, 0);
  const towardsIntercept = [1, ...means.map((mean, index) => -mean / scales[index]!)];
  const variance = towardsIntercept.reduce(
    (sum, left, row) => sum + left * dot(covariance[row]!, towardsIntercept),
    0,
  );
  return {
    coef: [intercept, ...slopes],
    se: [
      Math.sqrt(variance),
      ...scales.map((scale, index) => Math.sqrt(covariance[index + 1]![index + 1]!) / scale),
    ],
  };
}
