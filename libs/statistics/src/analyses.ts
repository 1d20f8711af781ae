import { byarInterval, countInterval, countRate, exactPoissonInterval } from './counts.js';
import { StatisticsInputError } from './errors.js';
import { shown } from './fields.js';
import { binomialFunnelLimit, funnelLimits, poissonFunnelLimit, poissonFunnelLimitNormal } from './funnel.js';
import { scaled } from './interval.js';
import { laneyChart } from './laney.js';
import { logisticRegression } from './logistic.js';
import { mannWhitney } from './mann-whitney.js';
import { overdispersion } from './overdispersion.js';
import { proportion, wilsonInterval } from './proportion.js';
import { directlyStandardisedRate, indirectlyStandardised } from './standardisation.js';
import { warning, type StatisticsWarning } from './warnings.js';
import { xmrChart } from './xmr.js';

export type Json = Readonly<Record<string, unknown>>;

/** The result of one case, with the way it was computed and what a reader must know. */
export interface AnalysisResult extends Json {
  method: string;
  warnings: StatisticsWarning[];
}

export interface Analysis {
  /** fields it needs, and those it may be given */
  needs: readonly string[];
  may?: readonly string[];
  /** its result fields: ignored in the input, so a case with its recorded results is a case too */
  gives: readonly string[];
  run(input: Json): AnalysisResult;
}

/**
 * Typed as the function wants it: every value is judged inside, because callers of the library can be wrong
 * as well.
 */
function given<T>(input: Json): T {
  return input as unknown as T;
}

function bands(input: Json): void {
  const { bands: names, events } = input;
  if (names === undefined) return;
  if (!Array.isArray(names))
    throw new StatisticsInputError('bands', `must be a list of names, found ${shown(names)}`);
  names.forEach((name, index) => {
    if (typeof name !== 'string')
      throw new StatisticsInputError(`bands[${index}]`, `must be a text, found ${shown(name)}`);
  });
  if (Array.isArray(events) && names.length !== events.length)
    throw new StatisticsInputError(
      'bands',
      `must hold ${events.length} values like events, found ${names.length}`,
    );
}

export const ANALYSES = {
  counts: {
    needs: ['x', 'denominator'],
    gives: ['byar95', 'exact95', 'rule95', 'rule998', 'ratePer1000', 'ratePer1000CI95'],
    run(input) {
      const { x, denominator, rate, interval, warnings } = countRate(given(input));
      return {
        x,
        byar95: byarInterval(x),
        exact95: exactPoissonInterval(x),
        rule95: countInterval(x),
        rule998: countInterval(x, 0.998),
        denominator,
        ratePer1000: rate,
        ratePer1000CI95: interval,
        method: 'rule: exact Poisson (chi-square) below 10 events, Byar from 10',
        warnings,
      };
    },
  },
  wilson: {
    needs: ['x', 'n'],
    gives: ['p', 'ci95', 'ci998'],
    run(input) {
      const { x, n, p, interval, warnings } = proportion(given(input));
      return {
        x,
        n,
        p,
        ci95: interval,
        ci998: wilsonInterval(x, n, 0.998),
        method: 'Wilson score interval',
        warnings,
      };
    },
  },
  dsr: {
    needs: ['events', 'pop', 'stdpop'],
    may: ['bands', 'per'],
    gives: ['value', 'ci95', 'crude', 'totalEvents'],
    run(input) {
      const { value, interval, crude, totalEvents, per, warnings } = directlyStandardisedRate(given(input));
      bands(input);
      const method = "direct standardisation, Dobson's interval with Byar";
      return { ...input, per, value, ci95: interval, crude, totalEvents, method, warnings };
    },
  },
  isr: {
    needs: ['events', 'pop', 'refEvents', 'refPop'],
    may: ['bands'],
    gives: ['observed', 'expected', 'ratio', 'ratioCI95', 'refRatePer1000', 'isrPer1000', 'isrCI95'],
    run(input) {
      const result = indirectlyStandardised(given(input));
      bands(input);
      return {
        ...input,
        observed: result.observed,
        expected: result.expected,
        ratio: result.ratio,
        ratioCI95: result.ratioInterval,
        refRatePer1000: result.refRate,
        isrPer1000: result.isr,
        isrCI95: scaled(result.ratioInterval, result.refRate),
        method: 'indirect standardisation; exact Poisson (chi-square) below 10 events, Byar from 10',
        warnings: result.warnings,
      };
    },
  },
  funnelPoisson: {
    needs: ['E'],
    gives: ['limitsSpiegelhalterInterpolated', 'limitsNormal'],
    run(input) {
      const { E } = given<{ E: number }>(input);
      const limits = funnelLimits((p) => poissonFunnelLimit(E, p));
      return {
        E,
        limitsSpiegelhalterInterpolated: limits,
        limitsNormal: funnelLimits((p) => poissonFunnelLimitNormal(E, p)),
        method: 'Spiegelhalter 2005, exact and interpolated; the normal approximation beside it',
        warnings: limits.p001 < 0 ? [belowZero()] : [],
      };
    },
  },
  funnelBinomial: {
    needs: ['theta', 'n'],
    gives: ['p001', 'p025', 'p975', 'p999'],
    run(input) {
      const { theta, n } = given<{ theta: number; n: number }>(input);
      const limits = funnelLimits((p) => binomialFunnelLimit(theta, n, p));
      return {
        theta,
        n,
        ...limits,
        method: 'Spiegelhalter 2005, exact and interpolated',
        warnings: limits.p001 < 0 ? [belowZero()] : [],
      };
    },
  },
  overdispersion: {
    needs: ['O', 'E'],
    may: ['winsorise', 'quantileType'],
    gives: ['ratio', 'sqrtTransform', 'logTransform'],
    run(input) {
      const type = input['quantileType'];
      if (type !== undefined && type !== 7)
        throw new StatisticsInputError('quantileType', `must be 7, found ${shown(type)}`);
      const result = overdispersion(given(input));
      const method = `z-scores winsorised at ${result.winsorise} (quantile type 7), DerSimonian-Laird tau2`;
      return { O: input['O'], E: input['E'], ...result, method };
    },
  },
  xmr: {
    needs: ['values'],
    gives: ['mean', 'mrBar', 'lcl', 'ucl', 'urlMR', 'signals'],
    run(input) {
      const { mean, mrBar, lcl, ucl, urlMR, signals, warnings } = xmrChart(given(input));
      const method = 'XmR: mean and 2.66 mean moving ranges; moving range up to 3.267 of them';
      return { ...input, mean, mrBar, lcl, ucl, urlMR, signals, method, warnings };
    },
  },
  laneyU: {
    needs: ['counts', 'n'],
    gives: ['uBarPer1000', 'sigmaZ', 'uclPer1000', 'lclPer1000', 'signals'],
    run(input) {
      const { uBar, sigmaZ, ucl, lcl, signals, warnings } = laneyChart({ ...given(input), per: 1000 });
      const method = "Laney u': mean and 3 sigma, corrected for the spread between points";
      return {
        ...input,
        uBarPer1000: uBar,
        sigmaZ,
        uclPer1000: ucl,
        lclPer1000: lcl,
        signals,
        method,
        warnings,
      };
    },
  },
  mannWhitney: {
    needs: ['a', 'b'],
    gives: [
      'n1',
      'n2',
      'p',
      'variant',
      'U1',
      'U2',
      'rankSum1',
      'tieGroups',
      'z_tieCorr_noCC',
      'p_asym_tieCorr_noCC',
      'p_asym_tieCorr_CC',
      'p_asym_noTieCorr_noCC',
      'p_exact_conditional_ties',
      'p_exact_ignoringTies_floorU',
      'p_exact_wilcox.test',
      'cliffsDelta',
      'hodgesLehmann',
    ],
    run(input) {
      const test = mannWhitney(given(input));
      return {
        ...input,
        n1: test.n1,
        n2: test.n2,
        U1: test.U1,
        U2: test.U2,
        rankSum1: test.rankSum1,
        tieGroups: test.tieGroups,
        z_tieCorr_noCC: test.zTieCorrected,
        p_asym_tieCorr_noCC: test.pTieCorrected,
        p_asym_tieCorr_CC: test.pTieCorrectedContinuity,
        p_asym_noTieCorr_noCC: test.pUntied,
        p_exact_conditional_ties: test.pExactConditional,
        p_exact_ignoringTies_floorU: test.pExactIgnoringTies,
        'p_exact_wilcox.test': test.pExactUntied,
        cliffsDelta: test.cliffsDelta,
        hodgesLehmann: test.hodgesLehmann,
        p: test.p,
        variant: test.variant,
        method:
          test.variant === 'exact-conditional-on-ties'
            ? 'Mann-Whitney U, two-sided, exact and conditional on ties (mid-ranks)'
            : 'Mann-Whitney U, two-sided, asymptotic with tie and continuity correction',
        warnings: test.warnings,
      };
    },
  },
  logistic: {
    needs: ['y'],
    gives: [
      'coef',
      'se',
      'z',
      'p',
      'or',
      'orCIwald95',
      'deviance',
      'nullDeviance',
      'converged',
      'iter',
      'terms',
      'aic',
      'likelihoodRatio',
      'n',
      'events',
      'eventsPerVariable',
      'separation',
      'firth',
    ],
    run({ y, ...predictors }) {
      const fit = logisticRegression(given({ y, predictors }));
      const { orInterval, separation: divided, firth, warnings, ...rest } = fit;
      return {
        y,
        ...predictors,
        ...rest,
        orCIwald95: orInterval,
        separation: divided && { kind: divided.kind, terms: divided.terms },
        firth: firth && {
          coef: firth.coef,
          se: firth.se,
          or: firth.or,
          orCIprofile95: firth.orInterval,
          p: firth.p,
          method: "Firth's penalised likelihood, profile intervals",
        },
        method: fit.converged
          ? 'maximum likelihood (Fisher scoring), Wald intervals'
          : 'maximum likelihood (Fisher scoring): no finite estimate',
        warnings,
      };
    },
  },
} satisfies Record<string, Analysis>;

export type AnalysisName = keyof typeof ANALYSES;

/** The analyses of `leerkring stats`, in the order of its help. */
export const ANALYSIS_NAMES = Object.keys(ANALYSES) as AnalysisName[];

function belowZero(): StatisticsWarning {
  return warning('limit-below-zero', 'The lowest limit lies below 0: no outcome can be that low.');
}

/** Whether a text names an analysis. */
export function isAnalysis(name: string): name is AnalysisName {
  return Object.hasOwn(ANALYSES, name);
}

/** The fields an analysis needs, and those it may be given, for its help. */
export function analysisFields(name: AnalysisName): { needs: readonly string[]; may: readonly string[] } {
  const { needs, may = [] }: Analysis = ANALYSES[name];
  return { needs, may };
}
