import { cleanText, looksLikeFormula, parseAgb, parsePostcode, parseQuarter } from '#libs/tabular';
import { DomainError } from '#libs/platform';

/** Registered patients of the largest practice that is believed. */
const LARGEST_LIST = 100_000;
const LONGEST_TEXT = 200;

/** What a person can fill in of a practice; null clears a field. */
export interface PracticeInput {
  agb?: string;
  name?: string;
  street?: string | null;
  postcode?: string | null;
  town?: string | null;
  district?: string | null;
  ftoGroup?: string | null;
  dtoGroup?: string | null;
  solo?: boolean;
  listSize?: number | null;
  startQuarter?: string | null;
  startWave?: string | null;
  consultant?: string | null;
  motivation?: number | null;
}
export type PracticeInputField = keyof PracticeInput;

const TEXTS = [
  'name',
  'street',
  'town',
  'district',
  'ftoGroup',
  'dtoGroup',
  'startWave',
  'consultant',
] as const;

/**
 * The input in the register's own form: white space collapsed, AGB as 8 digits, postcode as `3811 AB`, quarter as `2024-Q1`
 * (field B9: codes are text). Only the given fields come back.
 * @throws DomainError validation.failed, naming every field that is wrong and the rule it breaks
 */
export function normalisedPractice(input: PracticeInput): PracticeInput {
  const clean: PracticeInput = {};
  const wrong: { field: PracticeInputField; rule: string }[] = [];
  const refuse = (field: PracticeInputField, rule: string): void => void wrong.push({ field, rule });
  for (const field of TEXTS) {
    const given = input[field];
    if (given === undefined) continue;
    const text = given === null ? '' : cleanText(given);
    const rule = text === '' ? null : textRule(text);
    if (rule) refuse(field, rule);
    else if (field === 'name' && !/\p{L}/u.test(text)) refuse(field, 'isNotEmpty');
    else Object.assign(clean, { [field]: text === '' ? null : text });
  }
  if (input.startWave !== undefined) {
    const wave = cleanText(input.startWave ?? '');
    clean.startWave = waveName(waveNumber(wave));
    if (wave !== '' && clean.startWave === null) refuse('startWave', 'wave.invalid');
  }
  const codes = [
    ['agb', parseAgb],
    ['postcode', parsePostcode],
    ['startQuarter', parseQuarter],
  ] as const;
  for (const [field, parse] of codes) {
    const given = input[field];
    if (given === undefined) continue;
    if (given === null || cleanText(given) === '') {
      if (field === 'agb') refuse(field, 'agb');
      else clean[field] = null;
      continue;
    }
    const parsed = parse(given);
    if (parsed.ok) clean[field] = parsed.value;
    else refuse(field, parsed.code);
  }
  for (const [field, most] of [
    ['listSize', LARGEST_LIST],
    ['motivation', 5],
  ] as const) {
    const given = input[field];
    if (given === undefined) continue;
    if (given !== null && (!Number.isInteger(given) || given < 1 || given > most)) refuse(field, 'range');
    else clean[field] = given;
  }
  if (input.solo !== undefined) clean.solo = input.solo;
  if (wrong.length > 0) throw new DomainError('validation.failed', { fields: wrong });
  return clean;
}

/** What is wrong with a short text, or null: the same bounds as in a list that is read in. */
export function textRule(text: string): 'formula' | 'control' | 'maxLength' | null {
  if (looksLikeFormula(text)) return 'formula';
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f\ufffd]|\p{Surrogate}/u.test(text)) return 'control';
  return text.length > LONGEST_TEXT ? 'maxLength' : null;
}

const WAVE = /^(?:(?:start|instroom)?(?:golf|groep|wave|group|tranche|cohort))?\s?(\d{1,2})$/i;

/** The number of a start wave such as `Groep 2`, `golf 2` or `2` (ORG-18); null for anything else. */
export function waveNumber(wave: string | null): number | null {
  const number = Number(WAVE.exec(wave ?? '')?.[1] ?? 0);
  return number >= 1 ? number : null;
}

/** How the register calls the wave of a number: lists give 1, 2, 3. */
export function waveName(wave: number | null): string | null {
  return wave === null ? null : `Groep ${wave}`;
}

/** The fields in which the input says something else than the practice. */
export function changedFields(practice: PracticeInput, input: PracticeInput): PracticeInputField[] {
  return (Object.keys(input) as PracticeInputField[]).filter((field) => input[field] !== practice[field]);
}
