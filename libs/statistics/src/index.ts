export { analysisFields, ANALYSIS_NAMES, isAnalysis } from './analyses.js';
export type { AnalysisName, AnalysisResult } from './analyses.js';
export { analyse } from './cases.js';
export type { AnalysisAnswer } from './cases.js';
export { compareGroups, holmAdjusted } from './compare-groups.js';
export type { ComparedGroup, DifferenceVerdict, GroupComparison, NamedGroup } from './compare-groups.js';
export { BYAR_FROM, byarInterval, countInterval, countRate, exactPoissonInterval } from './counts.js';
export type { CountRate } from './counts.js';
export type { LogisticInput } from './design.js';
export { StatisticsInputError } from './errors.js';
export type { FirthFit } from './firth.js';
export {
  binomialFunnelLimit,
  FUNNEL_TAILS,
  funnelLimits,
  MINIMUM_FUNNEL_UNITS,
  poissonFunnelLimit,
  poissonFunnelLimitNormal,
} from './funnel.js';
export type { FunnelLimits } from './funnel.js';
export type { Interval } from './interval.js';
export { laneyChart } from './laney.js';
export type { LaneyChart } from './laney.js';
export { logisticRegression } from './logistic.js';
export type { LogisticFit } from './logistic.js';
export { EXACT_UP_TO, mannWhitney, mannWhitneyFromU } from './mann-whitney.js';
export type { MannWhitney, MannWhitneyFromU, MannWhitneyVariant } from './mann-whitney.js';
export { meanEstimate } from './mean.js';
export type { MeanEstimate } from './mean.js';
export { adjustedLimit, overdispersion } from './overdispersion.js';
export type { Dispersion, Overdispersion } from './overdispersion.js';
export { proportion, wilsonInterval } from './proportion.js';
export type { Proportion } from './proportion.js';
export { median, quantile } from './quantiles.js';
export { runChart, runLimits } from './run-chart.js';
export type { RunChart, RunSignal } from './run-chart.js';
export { MINIMUM_CHART_POINTS, RUN_RULES } from './run-rules.js';
export type { ChartSignal, RunRules } from './run-rules.js';
export { scaleItem } from './scale-item.js';
export type { ScaleItem, ScaleItemInput } from './scale-item.js';
export type { Separation } from './separation.js';
export { directlyStandardisedRate, indirectlyStandardised } from './standardisation.js';
export type { DirectInput, DirectRate, IndirectInput, IndirectRatio } from './standardisation.js';
export { orderedTrend } from './trend.js';
export type { OrderedTrend } from './trend.js';
export type { StatisticsWarning, WarningCode } from './warnings.js';
export { xmrChart } from './xmr.js';
export type { XmrChart } from './xmr.js';
