import { readDesign, unstandardise, type Design, type LogisticInput } from './design.js';
import { chiSquareTail, twoSidedNormal, zOf } from './distributions.js';
import { confidenceAt } from './fields.js';
import { fisherScoring } from './fisher-scoring.js';
import { firthFit, type FirthFit } from './firth.js';
import { NO_INTERVAL, type Interval } from './interval.js';
import { separation, type Separation } from './separation.js';
import { warning, type StatisticsWarning } from './warnings.js';

const LIMITS = { eventsPerVariable: 10, intervalRatio: 100, respondents: 30 } as const;

export interface LogisticFit {
  /** '(Intercept)' first; every list below runs parallel to it */
  terms: string[];
  /** all null when no finite estimate exists */
  coef: (number | null)[];
  se: (number | null)[];
  z: (number | null)[];
  p: (number | null)[];
  or: (number | null)[];
  /** Wald: exp(coef ∓ z·se) */
  orInterval: Interval[];
  deviance: number | null;
  nullDeviance: number;
  aic: number | null;
  /** likelihood ratio test of all predictors together */
  likelihoodRatio: { chi2: number; df: number; p: number } | null;
  converged: boolean;
  /** Fisher scoring steps until the deviance changed by less than 1e-8 of itself */
  iter: number;
  n: number;
  /** respondents in the smaller class */
  events: number;
  eventsPerVariable: number;
  separation: (Separation & { terms: string[] }) | null;
  /** Firth's penalised fit, when the data are separated or sparse */
  firth: FirthFit | null;
  warnings: StatisticsWarning[];
}

/**
 * Multivariable logistic regression by Fisher scoring with step-halving, Wald standard errors and intervals
 * (SUR-07). Separated data have no finite estimate: then every estimate and interval is null and Firth's fit
 * is offered. Sparse data (fewer than 10 events per variable, or an odds ratio whose upper limit is more than
 * 100 times the lower) get a warning and Firth's fit as well (SUR-13).
 * @throws StatisticsInputError naming the offending value
 */
export function logisticRegression(input: LogisticInput & { confidence?: number }): LogisticFit {
  const design = readDesign(input);
  const confidence = confidenceAt(input.confidence);
  const { y, terms } = design;
  const ones = y.reduce((sum, value) => sum + value, 0);
  const events = Math.min(ones, y.length - ones);
  const sizes = { n: y.length, events, eventsPerVariable: events / (terms.length - 1) };
  const share = ones / y.length;
  const nullDeviance = -2 * (ones * Math.log(share) + (y.length - ones) * Math.log(1 - share));
  const warnings = sizeWarnings(sizes.n, sizes.eventsPerVariable);
  const divided = separation(design.rows, y);
  const fit = divided ? null : fisherScoring(design);
  if (!fit) {
    const around = divided && {
      ...divided,
      terms: terms.filter((_, index) => index > 0 && Math.abs(divided.direction[index]!) > 1e-9),
    };
    warnings.unshift(
      around ? separationWarning(around) : warning('no-convergence', 'The estimates did not settle.'),
    );
    const firth = offeredFirth(design, confidence, warnings);
    const none = terms.map(() => null);
    return {
      terms,
      coef: none,
      se: none,
      z: none,
      p: none,
      or: none,
      orInterval: terms.map(() => NO_INTERVAL),
      deviance: null,
      nullDeviance,
      aic: null,
      likelihoodRatio: null,
      converged: false,
      iter: 0,
      ...sizes,
      separation: around,
      firth,
      warnings,
    };
  }
  const { coef, se } = unstandardise(design, fit.coef, fit.covariance);
  const z = coef.map((value, index) => value / se[index]!);
  const reach = zOf(confidence);
  const orInterval = coef.map((value, index): Interval => [
    Math.exp(value - reach * se[index]!),
    Math.exp(value + reach * se[index]!),
  ]);
  warnings.push(...intervalWarnings(terms, orInterval));
  const sparse = warnings.some(({ code }) => code === 'events-per-variable' || code === 'wide-interval');
  const chi2 = Math.max(0, nullDeviance - fit.deviance);
  const df = terms.length - 1;
  return {
    terms,
    coef,
    se,
    z,
    p: z.map(twoSidedNormal),
    or: coef.map(Math.exp),
    orInterval,
    deviance: fit.deviance,
    nullDeviance,
    aic: fit.deviance + 2 * terms.length,
    likelihoodRatio: { chi2, df, p: chiSquareTail(chi2, df) },
    converged: true,
    iter: fit.iter,
    ...sizes,
    separation: null,
    firth: sparse ? offeredFirth(design, confidence, warnings) : null,
    warnings,
  };
}

function offeredFirth(design: Design, confidence: number, warnings: StatisticsWarning[]): FirthFit | null {
  const fit = firthFit(design, confidence);
  if (!fit) warnings.push(warning('no-convergence', "Firth's fit did not settle.", 'firth'));
  return fit;
}

function sizeWarnings(n: number, eventsPerVariable: number): StatisticsWarning[] {
  const warnings: StatisticsWarning[] = [];
  if (eventsPerVariable < LIMITS.eventsPerVariable)
    warnings.push(
      warning(
        'events-per-variable',
        `Fewer than ${LIMITS.eventsPerVariable} respondents of the smaller class per predictor (${Number(eventsPerVariable.toFixed(1))}).`,
      ),
    );
  if (n < LIMITS.respondents)
    warnings.push(warning('small-sample', `Fewer than ${LIMITS.respondents} respondents (${n}).`));
  return warnings;
}

function intervalWarnings(terms: readonly string[], intervals: readonly Interval[]): StatisticsWarning[] {
  return terms.flatMap((term, index) => {
    if (index === 0) return [];
    const [lower, upper] = intervals[index]!;
    if (!(lower! > 0 && upper! < Infinity))
      return [
        warning(
          'beyond-range',
          `The odds ratio of ${term} per unit is too large or small to write down.`,
          term,
        ),
      ];
    return upper! / lower! > LIMITS.intervalRatio
      ? [
          warning(
            'wide-interval',
            `The interval of ${term} is so wide that its odds ratio says little.`,
            term,
          ),
        ]
      : [];
  });
}

function separationWarning({ kind, terms }: Separation & { terms: string[] }): StatisticsWarning {
  const names = terms.join(' and ');
  return kind === 'complete'
    ? warning(
        'separation',
        `Complete separation: ${names} divides the outcomes entirely, so no finite estimate exists.`,
        names,
      )
    : warning(
        'quasi-separation',
        `Quasi-complete separation: ${names} divides the outcomes but for a border, so no finite estimate exists.`,
        names,
      );
}
