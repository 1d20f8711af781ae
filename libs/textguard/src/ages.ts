import { continuesWord, hasFraction, isFraction, wordsAfter, wordsBefore } from './context.js';
import { finding, type Finding } from './finding.js';
import { PATIENT_WORDS, RELATIVES, TITLES, UNITS } from './lexicon.js';
import type { NamedPerson } from './names.js';
import { BREAK, EDGE, MARK, NUMBER, WORD, type Tokens } from './tokens.js';

const OLDEST = 120;
const YOUNGEST = 90;
const PERSON =
  /^(?:man|vrouw|dame|heer|iemand|overgrootmoeder|overgrootvader|grootmoeder|grootvader|dhr|hr|mw|mevr|mevrouw|meneer|mijnheer|pte|oudere|bejaarde|hoogbejaarde|casus|m|v)$/;
const PRONOUN = /^(?:hij|zij|ze|die|deze)$/;
const BEING = /^(?:is|was|wordt|werd|geworden|werden)$/;
const SOFTENER =
  /^(?:nu|al|inmiddels|bijna|pas|net|ruim|reeds|ook|vandaag|morgen|onlangs|straks|dan|toen|dus|maar|nog|vorige|volgende|deze|dit|week|maand|jaar|binnenkort|gisteren|eind|begin|zomer|winter|voorjaar|najaar|(?:maan|dins|woens|donder|vrij|zater|zon)dag)$/;
/** Words before "95 jaar" that make it a group, a limit or a stretch of time. */
const NO_AGE_BEFORE =
  /^(?:boven|dan|vanaf|tot|ouder|jonger|minimaal|maximaal|onder|over|na|binnen|afgelopen|komende|gedurende|sinds|bestaat|bestaan|viert|vieren|elke|per|gemiddeld|gemiddelde|levensverwachting|mediaan|mediane|jubileum|laatste|eerste|patienten|vrouwen|mannen|ouderen|mensen|personen|clienten|iedereen|allen|leeftijdsgroep|categorie|leeftijdscategorie|tussen|circa|honderd|bewoners|praktijk|zorggroep|huisartsen|geleden|iedere|kinderen|bevolking|inwoners)$/;
const ORGANISATION =
  /^(?:instelling|praktijk|zorggroep|vereniging|stichting|ziekenhuis|organisatie|apotheek|koepel|bond|fonds)$/;
const TENS = 'negentig';
const HUNDREDS = /^honderd(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)?$/;

/**
 * Ages of 90 and above, of one person: 94-jarige, 101 jaar, 92 jr, V/95, "vrouw van 101", "(91)" behind a person, "haar 100e
 * verjaardag", and the same in words. Groups ("90 jaar en ouder"), limits, jubilees and measures pass.
 */
export function findAges(tokens: Tokens, persons: readonly NamedPerson[]): Finding[] {
  const ends = new Set(persons.map((person) => person.endToken));
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const words = tokens.kind(at) === WORD ? ageInWords(tokens, at) : undefined;
    if (words) found.push(words);
    if (tokens.kind(at) !== NUMBER || !isOldAge(tokens.digits(at)) || isPartOfSeries(tokens, at)) continue;
    const end = withUnit(tokens, at) ?? withPerson(tokens, at, ends);
    if (end !== undefined) found.push(age(tokens, at, end));
  }
  return found;
}

function isOldAge(digits: string): boolean {
  return /^\d{2,3}$/.test(digits) && Number(digits) >= YOUNGEST && Number(digits) <= OLDEST;
}

function age(tokens: Tokens, from: number, to: number): Finding {
  const written = tokens.text.slice(tokens.start(from), tokens.start(to));
  const replacement = /jarig/i.test(written) ? '90+-jarige' : '90+';
  return finding('AGE90', tokens.start(from), tokens.start(to), { replacement });
}

/** A range, a fraction, a blood pressure, a limit (>90) or a group (90+). */
function isPartOfSeries(tokens: Tokens, at: number): boolean {
  if (isFraction(tokens, at) || hasFraction(tokens, at + 1)) return true;
  if (tokens.isMark(at - 1, '-/') && tokens.kind(at - 2) === NUMBER) return true;
  if (tokens.isMark(at + 1, '-/:') && tokens.kind(at + 2) === NUMBER) return true;
  if (tokens.isMark(at + 1, '+%‰°')) return true;
  if (tokens.isMark(tokens.skipSpace(at + 1), '%')) return true;
  const before = tokens.isSpace(at - 1) ? at - 2 : at - 1;
  return tokens.isMark(before, '<>≥≤=±~€$');
}

/** "94-jarige", "101 jaar oud", "92 jr.", "100e verjaardag": the token behind it. */
function withUnit(tokens: Tokens, at: number): number | undefined {
  if (continuesWord(tokens, at)) return undefined;
  let here = at + 1;
  if (tokens.isSpace(here) || tokens.isMark(here, '-')) here += 1;
  const unit = tokens.word(here);
  if (/^jarige?$/.test(unit)) return isJubilee(tokens, here + 1) ? undefined : here + 1;
  if (/^(?:e|ste|de)$/.test(unit) && here === at + 1) {
    const what = tokens.skipSpace(here + 1);
    if (wordsBefore(tokens, at, 6).some((word) => ORGANISATION.test(word))) return undefined;
    if (/^(?:verjaardag|levensjaar)$/.test(tokens.word(what))) return what + 1;
    return /^(?:zijn|haar)$/.test(wordsBefore(tokens, at, 1)[0] ?? '') ? here + 1 : undefined;
  }
  if (!/^(?:jaar|jaren|jr|j|lentes|yo|jrs)$/.test(unit)) return undefined;
  if (unit === 'jaren' && !isOfPerson(tokens, at)) return undefined;
  const oud = tokens.skipSpace(here + 1);
  if (/^(?:oud|oude|jong)$/.test(tokens.word(oud))) return oud + 1;
  return isStretchOrGroup(tokens, at, here + 1) ? undefined : here + 1;
}

function isJubilee(tokens: Tokens, at: number): boolean {
  return wordsAfter(tokens, at, 2).some((word) =>
    /^(?:bestaan|jubileum|bestaansfeest|historie|oorlog)$/.test(word),
  );
}

function isStretchOrGroup(tokens: Tokens, at: number, behind: number): boolean {
  const after = wordsAfter(tokens, behind, 2);
  if (/^(?:geleden|lang|ervaring|later|bestaan|terug|nhg|historie|garantie|aan)$/.test(after[0] ?? ''))
    return true;
  if (after[0] === 'na' && !isOfPerson(tokens, at)) return true;
  if (/^(?:en|of)$/.test(after[0] ?? '') && /^(?:ouder|jonger|hoger)$/.test(after[1] ?? '')) return true;
  const before = wordsBefore(tokens, at, 5);
  if (wordsBefore(tokens, at, 8).some((word) => /^(?:gemiddelde?|mediane?|levensverwachting)$/.test(word)))
    return true;
  const person = isOfPerson(tokens, at);
  if (/^(?:al|in)$/.test(before[0] ?? '') && !person) return true;
  if (person)
    return NO_AGE_BEFORE.test(before[0] ?? '') || /^(?:boven|onder|ouder|jonger)$/.test(before[1] ?? '');
  return before.some((word) => NO_AGE_BEFORE.test(word));
}

/** Is one person spoken of shortly before? */
function isOfPerson(tokens: Tokens, at: number): boolean {
  return wordsBefore(tokens, at, 6).some(
    (word) => isPerson(word) || PRONOUN.test(word) || /^(?:oudste|weduwe|verjaardag)$/.test(word),
  );
}

function isPerson(word: string): boolean {
  return (
    word.length > 1 &&
    (PERSON.test(word) || PATIENT_WORDS.has(word) || RELATIVES.has(word) || TITLES.has(word))
  );
}

/** An age without a unit, which the words around it make one: the token behind it. */
function withPerson(tokens: Tokens, at: number, ends: ReadonlySet<number>): number | undefined {
  if (sexGlued(tokens, at)) return at + 1;
  if (continuesWord(tokens, at) || isMeasured(tokens, at + 1)) return undefined;
  if (/^[vm]$/i.test(tokens.raw(at + 1)) && tokens.isUpper(at + 1) === false && tokens.isCapital(at + 1))
    return at + 2;
  return sexBefore(tokens, at) ||
    sexBehind(tokens, at) ||
    personBefore(tokens, at, ends) ||
    isOrBecomes(tokens, at)
    ? at + 1
    : undefined;
}

/** V94 and M93, unless a list of codes is going on. */
function sexGlued(tokens: Tokens, at: number): boolean {
  const closed = tokens.isMark(at + 1, ',)') || tokens.kind(at + 1) === EDGE;
  if (!(closed ? /^[VMvm]$/ : /^[VM]$/).test(tokens.raw(at - 1)) || continuesWord(tokens, at - 1))
    return false;
  const before = wordsBefore(tokens, at - 1, 2);
  if (before.some((word) => /^(?:code|codes|icd|icpc|en|of|tot|bij|k|l)$/.test(word))) return false;
  return !tokens.isMark(at - 2, '-/.') && !tokens.isMark(at + 1, '-/.') && !isMeasured(tokens, at + 1);
}

/** "V/94", "(v, 94)", "♀ 94". */
function sexBefore(tokens: Tokens, at: number): boolean {
  const before = tokens.isSpace(at - 1) ? at - 2 : at - 1;
  if (tokens.isMark(before, '♀♂')) return true;
  if (tokens.isMark(before, '/,:')) {
    const sex = tokens.isSpace(before - 1) ? before - 2 : before - 1;
    return /^[vm]$/i.test(tokens.raw(sex)) && !continuesWord(tokens, sex) && standsAlone(tokens, sex);
  }
  const raw = tokens.raw(before);
  if (before === at - 1 || !/^[vmVM]$/.test(raw)) return false;
  return tokens.isMark(before - 1, '(') || (/^[VM]$/.test(raw) && standsAlone(tokens, before));
}

function standsAlone(tokens: Tokens, at: number): boolean {
  const before = tokens.kind(at - 1);
  return before === EDGE || before === BREAK || tokens.isSpace(at - 1) || tokens.isMark(at - 1, '(,;:-"\'');
}

/** "(94, v)", "94 V,". */
function sexBehind(tokens: Tokens, at: number): boolean {
  const mark = tokens.isMark(at + 1, ',/') ? tokens.skipSpace(at + 2) : 0;
  return (
    mark > 0 &&
    /^[vm]$/i.test(tokens.raw(mark)) &&
    !tokens.isMark(mark + 1, "'") &&
    tokens.kind(mark + 1) !== NUMBER
  );
}

/** "vrouw van 101", "man (98)", "Moeder, 92," and the same behind a name; "leeftijd 95". */
function personBefore(tokens: Tokens, at: number, ends: ReadonlySet<number>): boolean {
  let here = at - 1;
  let mark = false;
  for (let step = 0; step < 3 && (tokens.isSpace(here) || tokens.isMark(here, ',(:')); step++) {
    if (!tokens.isSpace(here)) mark = true;
    here -= 1;
  }
  const word = tokens.word(here);
  if (
    /^(?:leeftijd|lft|lftd|leeft|lt)$/.test(word) ||
    (word === 'van' && /^leeftijd$/.test(tokens.word(here - 2)))
  ) {
    return !wordsBefore(tokens, here, 4).some((one) => NO_AGE_BEFORE.test(one));
  }
  if (tokens.isMark(here, '.') && /^(?:lft|mw|dhr|mevr|hr|pt)$/.test(tokens.word(here - 1)))
    return mark || tokens.word(here - 1) === 'lft';
  if (mark && (ends.has(here + 1) || isPerson(word)))
    return !tokens.isMark(at + 1, ',') || !isMeasured(tokens, at + 2);
  if (word !== 'van') return false;
  const owner = wordsBefore(tokens, here, 2);
  return isPerson(owner[0] ?? '') || (ends.has(here - 1) && tokens.isSpace(here - 1));
}

/** "Hij is 94 en rijdt nog", "zij wordt 100". */
function isOrBecomes(tokens: Tokens, at: number): boolean {
  const before = wordsBefore(tokens, at, 8);
  let next = 0;
  while (next < 4 && SOFTENER.test(before[next] ?? '')) next += 1;
  if (!BEING.test(before[next] ?? '')) return false;
  const who = before.slice(next + 1, next + 4);
  if (!who.some((word) => PRONOUN.test(word) || isPerson(word))) return false;
  const behind = tokens.skipSpace(at + 1);
  const kind = tokens.kind(behind);
  return (
    kind === EDGE ||
    kind === BREAK ||
    (kind === MARK && tokens.isMark(behind, '.,;!?)')) ||
    /^(?:en|maar|geworden|met|dus|toen|als|want|of|heeft|woont)$/.test(tokens.word(behind))
  );
}

/** Does a unit, a share or a counted thing follow? */
function isMeasured(tokens: Tokens, at: number): boolean {
  const behind = tokens.skipSpace(at);
  return tokens.isMark(behind, '%°/€×') || UNITS.has(tokens.word(behind)) || tokens.kind(behind) === NUMBER;
}

/** "tweeënnegentigjarige", "honderddrie jaar". */
function ageInWords(tokens: Tokens, at: number): Finding | undefined {
  const word = tokens.word(at);
  if (word.length < 8 || !(word.includes(TENS) || word.startsWith('honderd'))) return undefined;
  const number = word.replace(/jarige?$/, '');
  if (!isOldInWords(number)) return undefined;
  if (number !== word) return isJubilee(tokens, at + 1) ? undefined : age(tokens, at, at + 1);
  let here = at + 1;
  if (tokens.isSpace(here) || tokens.isMark(here, '-')) here += 1;
  if (/^jarige?$/.test(tokens.word(here)))
    return isJubilee(tokens, here + 1) ? undefined : age(tokens, at, here + 1);
  if (tokens.word(here) !== 'jaar') return undefined;
  const oud = tokens.skipSpace(here + 1);
  if (tokens.word(oud) === 'oud') return age(tokens, at, oud + 1);
  return isOfPerson(tokens, at) && !isStretchOrGroup(tokens, at, here + 1)
    ? age(tokens, at, here + 1)
    : undefined;
}

function isOldInWords(number: string): boolean {
  if (HUNDREDS.test(number)) return true;
  return (
    number.endsWith(TENS) &&
    /^(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)en)?$/.test(number.slice(0, -TENS.length))
  );
}
