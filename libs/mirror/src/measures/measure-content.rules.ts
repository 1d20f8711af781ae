import { EXTRACT_KINDS, type MeasureContent, type Words } from '#libs/contracts';
import { DomainError } from '#libs/platform';

/** Something that keeps a definition from review. */
export type MeasureProblem =
  | 'text-missing'
  | 'translation-missing'
  | 'limitations-missing'
  | 'numerator-in-denominator'
  | 'interval-not-for-share'
  | 'interval-not-for-rate'
  | 'standardisation-not-for-share'
  | 'kind-not-counted'
  | 'code-invalid'
  | 'code-taken';

type Raw = Record<string, unknown>;
const LIMITS = { text: 1200, limitations: 10 } as const;
/** Lines of text, without the control characters that cannot be stored or shown. */
const LINES = /^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u;
const CODE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;
export const validCode = (code: string): boolean => code.length <= 30 && CODE.test(code);

function refuse(path: string, rule: string): never {
  throw new DomainError('validation.failed', { fields: [{ field: path, rule }] });
}
function objectAt(value: unknown, path: string, fields: readonly string[]): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'object');
  for (const field of Object.keys(value)) if (!fields.includes(field)) refuse(`${path}.${field}`, 'unknown');
  return value as Raw;
}
function wordsAt(value: unknown, path: string): Words {
  const raw = objectAt(value, path, ['nl', 'en']);
  const line = (language: 'nl' | 'en'): string => {
    const text = raw[language];
    if (typeof text !== 'string' || text.length > LIMITS.text || !LINES.test(text))
      refuse(`${path}.${language}`, 'text');
    return text;
  };
  return { nl: line('nl'), en: line('en') };
}
function oneOf<T extends string>(value: unknown, path: string, known: readonly T[]): T {
  if (!known.includes(value as T)) refuse(path, 'known');
  return value as T;
}
function wholeAt(value: unknown, path: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    refuse(path, 'number');
  return value;
}

const FIELDS = [
  'title',
  'kind',
  'numerator',
  'numeratorWords',
  'denominator',
  'denominatorWords',
  'per',
  'decimals',
  'standardisation',
  'intervalMethod',
  'why',
  'direction',
  'caseMix',
  'limitations',
  'runRules',
] as const;

/**
 * A definition as it came in, checked for its shape field by field; it may still be incomplete.
 * @throws validation.failed naming the first field that is of no use, e.g. `content.title.nl`
 */
export function readMeasureContent(value: unknown): MeasureContent {
  const raw = objectAt(value, 'content', FIELDS);
  const words = (field: (typeof FIELDS)[number]): Words => wordsAt(raw[field], `content.${field}`);
  const rules = objectAt(raw.runRules, 'content.runRules', ['shift', 'trend']);
  if (!Array.isArray(raw.limitations) || raw.limitations.length > LIMITS.limitations)
    refuse('content.limitations', 'list');
  return {
    title: words('title'),
    kind: oneOf(raw.kind, 'content.kind', EXTRACT_KINDS),
    numerator: oneOf(raw.numerator, 'content.numerator', ['count', 'urgent', 'consults']),
    numeratorWords: words('numeratorWords'),
    denominator: oneOf(raw.denominator, 'content.denominator', ['listed', 'count', 'count-and-consults']),
    denominatorWords: words('denominatorWords'),
    per: wholeAt(raw.per, 'content.per', 1, 100_000),
    decimals: wholeAt(raw.decimals, 'content.decimals', 0, 3),
    standardisation: oneOf(raw.standardisation, 'content.standardisation', ['none', 'direct', 'indirect']),
    intervalMethod: oneOf(raw.intervalMethod, 'content.intervalMethod', [
      'none',
      'exact-poisson',
      'byar',
      'byar-dobson',
      'wilson',
    ]),
    why: words('why'),
    direction: words('direction'),
    caseMix: words('caseMix'),
    limitations: raw.limitations.map((one, at) => wordsAt(one, `content.limitations.${at}`)),
    runRules: {
      shift: wholeAt(rules.shift, 'content.runRules.shift', 3, 100),
      trend: wholeAt(rules.trend, 'content.runRules.trend', 3, 100),
    },
  };
}

/** What keeps a definition from review: both languages, at least one limitation, and arithmetic that makes sense. */
export function measureProblems(content: MeasureContent): MeasureProblem[] {
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
    if (said < 2) problems.add(said === 1 ? 'translation-missing' : 'text-missing');
  }
  // a card demands one of some length
  if (!content.limitations.some(({ nl }) => nl.trim().length >= 10)) problems.add('limitations-missing');
  if (content.kind === 'list-sizes') problems.add('kind-not-counted');
  if (content.denominator === 'listed') {
    if (content.intervalMethod === 'wilson') problems.add('interval-not-for-rate');
  } else {
    if (content.standardisation !== 'none') problems.add('standardisation-not-for-share');
    if (!['wilson', 'none'].includes(content.intervalMethod)) problems.add('interval-not-for-share');
    if (content.numerator === 'count' && content.denominator === 'count')
      problems.add('numerator-in-denominator');
    if (content.numerator === 'consults' && content.denominator === 'count')
      problems.add('numerator-in-denominator');
  }
  return [...problems];
}

/**
 * The number of a new draft: 1.0.0 first; the first part rises when it counts something else, so that nothing is compared
 * across it, the second when only words changed.
 */
export function draftNumber(
  current: { number: string; content: MeasureContent } | null,
  content: MeasureContent,
): string {
  if (!current) return '1.0.0';
  const [major = 1, minor = 0] = current.number.split('.').map(Number);
  return counts(current.content) === counts(content) ? `${major}.${minor + 1}.0` : `${major + 1}.0.0`;
}

/** The parts of a definition that decide its numbers. */
function counts(content: MeasureContent): string {
  const { kind, numerator, denominator, per, standardisation, intervalMethod, runRules } = content;
  return JSON.stringify([
    kind,
    numerator,
    content.numeratorWords.nl,
    denominator,
    content.denominatorWords.nl,
    per,
    standardisation,
    intervalMethod,
    runRules.shift,
    runRules.trend,
  ]);
}
