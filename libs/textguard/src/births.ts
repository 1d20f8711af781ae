import { continuesWord, isFraction } from './context.js';
import { dateAt, type WrittenDate } from './dates.js';
import { finding, type Finding } from './finding.js';
import { isProfessional, NO_NAMES, PARTICLES, PATIENT_WORDS, RELATIVES, TITLES } from './lexicon.js';
import type { NamedPerson } from './names.js';
import { BREAK, EDGE, MARK, NUMBER, PLACEHOLDER, WORD, type Tokens } from './tokens.js';

const CUE =
  /^(?:geb|gebdat|gebdatum|gebdd|gebd|geboren|geborene|geboorte|geboortedatum|geboortedat|geboortedag|geboortedd|gbd|gd|dob|born|verjaardag|jarig)$/;
/** What may stand between the cue and the date; anything else means the date is of something else. */
const FILLER = /^(?:op|te|in|is|was|datum|dat|d|dd|de|het|den|van|nr|ziekenhuis|toen|date|of|birth)$/;
/** Standing words for a person, before ", 12-03-1957". */
const PERSON = /^(?:hij|zij|ze|man|vrouw|jongen|meisje|kind|baby|dame|m|v|mnr|mw|dhr)$/;
/** Years up to which a date in the frame of a person is one of birth, by how strong the frame is. */
const YEAR_OF_NAME = 2020;
const YEAR_OF_PERSON = 2015;
const YEAR_OF_WORD = 2009;
const YEAR_WITHOUT_COMMA = 1999;

/**
 * Dates of birth: a date with a cue (geb., geboren, GD, DOB, *), before or behind it, or in the frame of a person
 * ("De Vries, 12-05-1948"; "patiënt (v, 12-03-1957)"). A plain date passes. An untitled surname in the frame is a name too.
 */
export function findBirths(tokens: Tokens, persons: readonly NamedPerson[]): Finding[] {
  const ends = new Set(persons.map((person) => person.endToken));
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens.kind(at) !== NUMBER || isFraction(tokens, at)) continue;
    if (tokens.isMark(at - 1, '-/') && tokens.kind(at - 2) === NUMBER) continue;
    const date = dateAt(tokens, at);
    if (!date || tokens.kind(date.end) === NUMBER) continue;
    const cue = cueBefore(tokens, at) || starBefore(tokens, at, date) || cueBehind(tokens, date);
    const surname = cue ? undefined : surnameFrame(tokens, at, date);
    if (!cue && !surname && !personFrame(tokens, at, date, ends)) continue;
    found.push(finding('DOB', tokens.start(at), tokens.start(date.end)));
    if (surname) found.push(surname);
    at = date.end - 1;
  }
  return found;
}

/** A word of birth before the date, with nothing but fillers and a place between them. */
function cueBefore(tokens: Tokens, at: number): boolean {
  if (continuesWord(tokens, at)) return CUE.test(tokens.word(at - 1));
  let between = 0;
  for (let here = at - 1; here >= at - 16 && between < 6; here--) {
    const kind = tokens.kind(here);
    if (kind === EDGE || kind === BREAK || kind === NUMBER || kind === PLACEHOLDER) return false;
    if (kind === MARK && tokens.isMark(here, '?!;<>')) return false;
    if (kind !== WORD) continue;
    const word = tokens.word(here);
    if (CUE.test(word)) return true;
    if (word === 'd' && tokens.word(here - 2) === 'g') return true;
    if (word === 'b' && tokens.word(here - 2) === 'o' && tokens.word(here - 4) === 'd') return true;
    if (!FILLER.test(word) && !tokens.isCapital(here)) return false;
    between += 1;
  }
  return false;
}

/** "*03-04-52"; not a bullet with a recent date behind it, nor a date in bold. */
function starBefore(tokens: Tokens, at: number, date: WrittenDate): boolean {
  if (date.bare && !tokens.isMark(at - 1, '*')) return false;
  const star = tokens.isSpace(at - 1) ? at - 2 : at - 1;
  if (!tokens.isMark(star, '*') || tokens.isMark(star - 1, '*') || tokens.isMark(date.end, '*')) return false;
  if (star === at - 1) return true;
  const begin = tokens.isSpace(star - 1) ? star - 2 : star - 1;
  const bullet = tokens.kind(begin) === EDGE || tokens.kind(begin) === BREAK;
  return !bullet || (date.full && date.year <= YEAR_OF_WORD);
}

/** "van 14-02-2021 geboren", "3 april 1952 (geboren in Utrecht)". */
function cueBehind(tokens: Tokens, date: WrittenDate): boolean {
  if (date.bare) return false;
  let between = 0;
  for (let here = date.end; here < date.end + 8 && between < 3; here++) {
    const kind = tokens.kind(here);
    if (kind === MARK && !tokens.isMark(here, ')(,-"\'')) return false;
    if (kind === MARK && tokens.isMark(here, ',')) return false;
    if (kind === WORD) {
      const word = tokens.word(here);
      if (/^(?:geboren|geborene|geb|geboortedatum|dob)$/.test(word)) return !ownDate(tokens, here + 1);
      if (!/^(?:in|te|is|werd|was|op|de)$/.test(word) && !tokens.isCapital(here)) return false;
      between += 1;
    } else if (kind === EDGE || kind === BREAK || kind === NUMBER || kind === PLACEHOLDER) return false;
  }
  return false;
}

/** Has the word of birth a date of its own behind it? */
function ownDate(tokens: Tokens, at: number): boolean {
  for (let here = at; here < at + 6; here++) {
    if (tokens.kind(here) === NUMBER) return dateAt(tokens, here) !== undefined;
  }
  return false;
}

/** The token before the date, past brackets, commas and "v" or "m"; and whether a comma or bracket was among them. */
function frameBefore(tokens: Tokens, at: number): { at: number; marked: boolean; sex: boolean } {
  let here = at - 1;
  let marked = false;
  let sex = false;
  for (let step = 0; step < 7; step++) {
    const single =
      /^[vm]$/.test(tokens.word(here)) && (tokens.isMark(here - 1, '(,/ ') || tokens.isSpace(here - 1));
    if (tokens.isMark(here, ',(/:-')) marked = true;
    else if (single && marked) sex = true;
    else if (!tokens.isSpace(here)) break;
    here -= 1;
  }
  return { at: here, marked, sex };
}

/** The date stands right behind a found name, or behind a word for a person. */
function personFrame(tokens: Tokens, at: number, date: WrittenDate, ends: ReadonlySet<number>): boolean {
  if (date.bare) return false;
  const frame = frameBefore(tokens, at);
  for (let here = frame.at + 1; here <= at; here++) if (ends.has(here)) return true;
  if (!date.full) return false;
  if (frame.sex) return date.year <= YEAR_OF_PERSON;
  const word = tokens.word(frame.at);
  const sexFirst = /^[vm]$/.test(word) && tokens.kind(frame.at - 1) !== WORD;
  if (word.length === 1 && !sexFirst) return false;
  if (!PERSON.test(word) && !PATIENT_WORDS.has(word) && !RELATIVES.has(word) && !TITLES.has(word))
    return false;
  return date.year <= (frame.marked ? YEAR_OF_PERSON : YEAR_WITHOUT_COMMA);
}

/** "De Vries, 12-05-1948", "Bakker, J., 04-07-1951": the surname, when the frame is strong enough for the year. */
function surnameFrame(tokens: Tokens, at: number, date: WrittenDate): Finding | undefined {
  if (!date.full || date.bare) return undefined;
  let { at: here, marked } = frameBefore(tokens, at);
  const endOfName = here + 1;
  let initials = false;
  for (let step = 0; step < 3 && tokens.isMark(here, '.') && tokens.raw(here - 1).length === 1; step++) {
    if (!tokens.isCapital(here - 1)) return undefined;
    initials = true;
    here -= 2;
  }
  if (initials) {
    const rest = frameBefore(tokens, here + 1);
    here = rest.at;
    marked = true;
  }
  const head = surnameHead(tokens, here);
  if (!head) return undefined;
  const strong = initials || head.particle;
  const limit = !marked ? YEAR_WITHOUT_COMMA : strong ? YEAR_OF_NAME : YEAR_OF_WORD;
  if (date.year > limit) return undefined;
  return finding('NAME', tokens.start(head.at), tokens.start(endOfName));
}

/** Where a surname that ends at the token begins: hyphens, particles and initials before it included. */
function surnameHead(tokens: Tokens, end: number): { at: number; particle: boolean } | undefined {
  const word = tokens.word(end);
  if (!tokens.isCapital(end) || tokens.isUpper(end) || word.length < 2 || NO_NAMES.has(word))
    return undefined;
  let at = end;
  let particle = false;
  for (let step = 0; step < 5; step++) {
    if (tokens.isMark(at - 1, '-') && tokens.isCapital(at - 2)) at -= 2;
    else if (tokens.isSpace(at - 1) && PARTICLES.has(tokens.word(at - 2)) && tokens.word(at - 2).length > 1) {
      at -= 2;
      particle = true;
    } else if (
      tokens.isSpace(at - 1) &&
      tokens.isMark(at - 2, '.') &&
      tokens.isCapital(at - 3) &&
      tokens.raw(at - 3).length === 1
    ) {
      at -= 3;
      particle = true;
    } else break;
  }
  const before = tokens.word(tokens.isSpace(at - 1) ? at - 2 : at - 1);
  if (isProfessional(before) || /^(?:richtlijn|standaard|versie|gemeente|dorp|stad)$/.test(before))
    return undefined;
  return { at, particle };
}
