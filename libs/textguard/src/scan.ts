import { findAddresses } from './addresses.js';
import { findAges } from './ages.js';
import { findBirths } from './births.js';
import { findBsns } from './bsn.js';
import { findEmails } from './email.js';
import { IDENTIFIER_TYPES, type Finding, type IdentifierType, type Span, type Verdict } from './finding.js';
import { findIbans } from './iban.js';
import { findNames } from './names.js';
import { normalise } from './normalise.js';
import { findPatientNumbers } from './patient-numbers.js';
import { findPhones } from './phone.js';
import { Tokens } from './tokens.js';

/** What the guard says about a text. */
export interface Scan {
  verdict: Verdict;
  /** In the order of the text, without overlap, in UTF-16 offsets of the text as it was given. */
  spans: Span[];
  /** The text with a neutral word in place of every span; a scan of it finds nothing. */
  rewrite: string;
}

/** Rounds of rewriting before the text is given up; one is usual, a second where a neutral word laid something bare. */
const ROUNDS = 6;
const GIVEN_UP = '[tekst verwijderd]';

/**
 * Finds patient data in a text and proposes the text without it (free-text-guard model).
 * `block` when there is a BSN, e-mail address, phone number, date of birth, bank account, patient number or address; `warn` when
 * there is only a name, an age of 90 or above, or a number that is most likely something else. Linear in the length of the text;
 * no input, no clock and no network besides the text, so it says the same in the browser and on the server.
 * The caller never logs the text; countTypes gives what may be logged.
 */
export function scanText(text: string): Scan {
  const found = findIdentifiers(text);
  return {
    verdict: verdictOf(found),
    spans: found.map(({ start, end, type }) => ({ start, end, type })),
    rewrite: rewrite(text, found),
  };
}

/** How many spans of each type there are: the only thing about a text that may be logged. */
export function countTypes(spans: readonly Span[]): Partial<Record<IdentifierType, number>> {
  const counts: Partial<Record<IdentifierType, number>> = {};
  for (const type of IDENTIFIER_TYPES) {
    const count = spans.filter((span) => span.type === type).length;
    if (count) counts[type] = count;
  }
  return counts;
}

function verdictOf(found: readonly Finding[]): Verdict {
  if (found.some((one) => one.level === 'block')) return 'block';
  return found.length > 0 ? 'warn' : 'pass';
}

/** All detectors over tokens, best of what overlaps; offsets of the text that the tokens were cut from. */
export function detect(tokens: Tokens): Finding[] {
  const persons = findNames(tokens);
  return withoutOverlap([
    ...persons.map((person) => person.finding),
    ...findEmails(tokens),
    ...findIbans(tokens),
    ...findBsns(tokens),
    ...findPhones(tokens),
    ...findPatientNumbers(tokens),
    ...findBirths(tokens, persons),
    ...findAddresses(tokens),
    ...findAges(tokens, persons),
  ]);
}

function findIdentifiers(text: string): Finding[] {
  const normalised = normalise(text);
  const found: Finding[] = [];
  let free = 0;
  for (const one of detect(new Tokens(normalised.text))) {
    // one original character may have become two, with an end of one span and a start of the next in it
    const start = Math.max(free, normalised.originalStart(one.start));
    const end = normalised.originalEnd(one.end - 1);
    if (end <= start) continue;
    found.push({ ...one, start, end });
    free = end;
  }
  return found;
}

/** Which of two overlapping findings stays: the one that blocks, then the longer, then the more certain type. */
const CERTAIN: readonly IdentifierType[] = [
  'EMAIL',
  'IBAN',
  'BSN',
  'PHONE',
  'DOB',
  'PATIENTNR',
  'ADDRESS',
  'AGE90',
  'NAME',
];

function isBetter(one: Finding, other: Finding): boolean {
  if (one.level !== other.level) return one.level === 'block';
  const longer = one.end - one.start - (other.end - other.start);
  if (longer !== 0) return longer > 0;
  return CERTAIN.indexOf(one.type) < CERTAIN.indexOf(other.type);
}

function withoutOverlap(found: Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const one of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (isBetter(one, last)) kept[kept.length - 1] = one;
  }
  return kept;
}

/** Puts neutral words in place; again, until nothing is found, because a neutral word changes what stands next to what. */
function rewrite(text: string, found: readonly Finding[]): string {
  let rewritten = text;
  let left = found;
  for (let round = 0; left.length > 0; round++) {
    if (round === ROUNDS) return GIVEN_UP;
    let next = '';
    let at = 0;
    for (const one of left) {
      next += rewritten.slice(at, one.start) + one.replacement;
      at = one.end;
    }
    rewritten = next + rewritten.slice(at);
    left = findIdentifiers(rewritten);
  }
  return rewritten;
}
