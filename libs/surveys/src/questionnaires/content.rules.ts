import { FACTORS, type QuestionnaireContent, type QuestionnaireItem, type Words } from '#libs/contracts';
import { DomainError } from '#libs/platform';

/** What a client may send at all: bounds of storage. What makes a questionnaire good is in questionnaire.rules. */
const LIMITS = { items: 200, options: 30, text: 2000, key: 100, minutes: 60 } as const;
const PROPERTIES = ['condition', 'relation', 'contribution'] as const;
/** Lines of text, without the control characters that cannot be stored or shown. */
const LINES = /^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u;

type Raw = Record<string, unknown>;

function refuse(path: string, rule: string): never {
  throw new DomainError('validation.failed', { fields: [{ field: path, rule }] });
}

/** One object with known fields only. */
function objectAt(value: unknown, path: string, fields: readonly string[]): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'object');
  for (const field of Object.keys(value)) if (!fields.includes(field)) refuse(`${path}.${field}`, 'unknown');
  return value as Raw;
}
function lineAt(value: unknown, path: string, most: number): string {
  if (typeof value !== 'string' || value.length > most || !LINES.test(value)) refuse(path, 'text');
  return value;
}
function numberAt(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 1_000_000)
    refuse(path, 'number');
  return value;
}
function flagAt(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') refuse(path, 'boolean');
  return value;
}
function listAt<T>(value: unknown, path: string, most: number, read: (one: unknown, path: string) => T): T[] {
  if (!Array.isArray(value) || value.length > most) refuse(path, 'list');
  return value.map((one, place) => read(one, `${path}.${place}`));
}
function oneOf<T extends string>(value: unknown, path: string, known: readonly T[]): T {
  if (!known.includes(value as T)) refuse(path, 'known');
  return value as T;
}
function wordsAt(value: unknown, path: string): Words {
  const { nl, en } = objectAt(value, path, ['nl', 'en']);
  return { nl: lineAt(nl, `${path}.nl`, LIMITS.text), en: lineAt(en, `${path}.en`, LIMITS.text) };
}
/** A field that may be left out, under its own name. */
const given = <K extends string, T>(raw: Raw, key: K, read: (value: unknown) => T): { [P in K]?: T } =>
  (raw[key] === undefined || raw[key] === null ? {} : { [key]: read(raw[key]) }) as { [P in K]?: T };

/**
 * A questionnaire as it came in, checked for its shape field by field. It may still be incomplete: a draft is kept while it grows.
 * @throws validation.failed naming the first field that is of no use, e.g. `content.items.3.text.nl`.
 */
export function readContent(value: unknown): QuestionnaireContent {
  const raw = objectAt(value, 'content', ['title', 'introduction', 'thanks', 'minutes', 'items']);
  const minutes = numberAt(raw.minutes, 'content.minutes');
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > LIMITS.minutes)
    refuse('content.minutes', 'minutes');
  return {
    title: wordsAt(raw.title, 'content.title'),
    introduction: wordsAt(raw.introduction, 'content.introduction'),
    thanks: wordsAt(raw.thanks, 'content.thanks'),
    minutes,
    items: listAt(raw.items, 'content.items', LIMITS.items, itemAt),
  };
}

const BASE = ['type', 'key', 'text', 'help', 'section', 'optional', 'notApplicable', 'condition', 'factor'];
const OWN = {
  scale: ['min', 'max', 'lowLabel', 'highLabel', 'highFrom'],
  choice: ['multiple', 'options'],
  text: ['maxLength'],
} as const;

function itemAt(value: unknown, path: string): QuestionnaireItem {
  const type = oneOf((value as Raw | null)?.type, `${path}.type`, ['scale', 'choice', 'text'] as const);
  const raw = objectAt(value, path, [...BASE, ...OWN[type]]);
  const base = {
    key: lineAt(raw.key, `${path}.key`, LIMITS.key),
    text: wordsAt(raw.text, `${path}.text`),
    ...given(raw, 'help', (help) => wordsAt(help, `${path}.help`)),
    ...given(raw, 'section', (section) => wordsAt(section, `${path}.section`)),
    ...given(raw, 'optional', (flag) => flagAt(flag, `${path}.optional`)),
    ...given(raw, 'notApplicable', (flag) => flagAt(flag, `${path}.notApplicable`)),
    ...given(raw, 'condition', (condition) => conditionAt(condition, `${path}.condition`)),
    ...given(raw, 'factor', (factor) => factorAt(factor, `${path}.factor`)),
  };
  if (type === 'scale')
    return {
      type,
      ...base,
      min: numberAt(raw.min, `${path}.min`),
      max: numberAt(raw.max, `${path}.max`),
      lowLabel: wordsAt(raw.lowLabel, `${path}.lowLabel`),
      highLabel: wordsAt(raw.highLabel, `${path}.highLabel`),
      ...given(raw, 'highFrom', (from) => numberAt(from, `${path}.highFrom`)),
    };
  if (type === 'choice')
    return {
      type,
      ...base,
      multiple: flagAt(raw.multiple, `${path}.multiple`),
      options: listAt(raw.options, `${path}.options`, LIMITS.options, (option, at) => {
        const { key, text } = objectAt(option, at, ['key', 'text']);
        return { key: lineAt(key, `${at}.key`, LIMITS.key), text: wordsAt(text, `${at}.text`) };
      }),
    };
  return { type, ...base, maxLength: numberAt(raw.maxLength, `${path}.maxLength`) };
}

function conditionAt(value: unknown, path: string): NonNullable<QuestionnaireItem['condition']> {
  const operator = oneOf((value as Raw | null)?.operator, `${path}.operator`, [
    'any-of',
    'at-least',
    'at-most',
  ] as const);
  const raw = objectAt(value, path, ['item', 'operator', operator === 'any-of' ? 'options' : 'value']);
  const item = lineAt(raw.item, `${path}.item`, LIMITS.key);
  return operator === 'any-of'
    ? {
        item,
        operator,
        options: listAt(raw.options, `${path}.options`, LIMITS.options, (key, at) =>
          lineAt(key, at, LIMITS.key),
        ),
      }
    : { item, operator, value: numberAt(raw.value, `${path}.value`) };
}

function factorAt(value: unknown, path: string): NonNullable<QuestionnaireItem['factor']> {
  const raw = objectAt(value, path, ['factor', 'property']);
  return {
    factor: oneOf(raw.factor, `${path}.factor`, FACTORS),
    property: oneOf(raw.property, `${path}.property`, PROPERTIES),
  };
}
