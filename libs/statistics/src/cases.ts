import {
  analysisFields,
  ANALYSES,
  type Analysis,
  type AnalysisName,
  type AnalysisResult,
  type Json,
} from './analyses.js';
import { StatisticsInputError } from './errors.js';
import { shown } from './fields.js';

/** One result, a list of results, or results by name, as the cases were given. */
export interface AnalysisAnswer {
  results: AnalysisResult | AnalysisResult[] | Record<string, AnalysisResult>;
  /** true when a case has no finite answer: separated data */
  answerIsNo: boolean;
}

/**
 * Runs an analysis on one case, a list of cases, or an object of named cases.
 * @throws StatisticsInputError with one sentence naming the path of the offending value, `[2].events[3]` for
 * instance
 */
export function analyse(name: AnalysisName, json: unknown): AnalysisAnswer {
  if (Array.isArray(json)) {
    if (json.length === 0) throw new StatisticsInputError('cases', 'must hold at least one case, found 0');
    const results = json.map((one, index) => within(`[${index}]`, () => runCase(name, one, `[${index}]`)));
    return { results, answerIsNo: results.some(isNo) };
  }
  const named = namedCases(name, json);
  if (named) {
    const results = Object.fromEntries(
      named.map(([key, one]) => [key, within(key, () => runCase(name, one, key))]),
    );
    return { results, answerIsNo: Object.values(results).some(isNo) };
  }
  const results = runCase(name, json, 'case');
  return { results, answerIsNo: isNo(results) };
}

function isNo(result: AnalysisResult): boolean {
  return result['converged'] === false;
}

/** An object whose every value is an object in turn: no analysis has such an input. */
function namedCases(name: AnalysisName, json: unknown): [string, Json][] | null {
  if (!isObject(json)) return null;
  const { needs, may } = analysisFields(name);
  if ([...needs, ...may].some((field) => field in json)) return null;
  const entries = Object.entries(json);
  return entries.length > 0 && entries.every(([, value]) => isObject(value))
    ? (entries as [string, Json][])
    : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within<T>(prefix: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof StatisticsInputError && error.path !== prefix ? error.within(prefix) : error;
  }
}

function runCase(name: AnalysisName, one: unknown, path: string): AnalysisResult {
  if (!isObject(one)) throw new StatisticsInputError(path, `must be an object, found ${shown(one)}`);
  const analysis: Analysis = ANALYSES[name];
  const { needs, may = [], gives } = analysis;
  for (const field of needs)
    if (one[field] === undefined)
      throw new StatisticsInputError(field, `is missing: ${name} needs ${needs.join(', ')}`);
  if (name === 'logistic') return analysis.run(predictorsOnly(one, gives));
  const kept = Object.entries(one).filter(([field]) => {
    if (needs.includes(field) || may.includes(field)) return true;
    if (!gives.includes(field) && !ALWAYS.includes(field))
      throw new StatisticsInputError(
        field,
        `is not a field of ${name}, which takes ${[...needs, ...may].join(', ')}`,
      );
    return false;
  });
  return analysis.run(Object.fromEntries(kept));
}

/** What every result holds beside its own fields. */
const ALWAYS = ['method', 'warnings'];

/**
 * Every list beside y is a predictor, whatever its name. Two kinds of field are not: the results of a case
 * that carries them all, and notes about what is expected.
 */
function predictorsOnly(one: Json, gives: readonly string[]): Json {
  const recorded = ['coef', 'se', 'z', 'p', 'or'].every((field) => field in one);
  const notes = ['expected', 'rSE', 'method', 'warnings'];
  const isNote = (field: string, value: unknown): boolean =>
    notes.includes(field) && !(Array.isArray(value) && value.every((entry) => typeof entry === 'number'));
  const kept = Object.entries(one).filter(
    ([field, value]) => !(recorded && gives.includes(field)) && !isNote(field, value),
  );
  return Object.fromEntries(kept);
}
