import { hasFraction, wordsBefore } from './context.js';
import { finding, type Finding } from './finding.js';
import { MONTHS, NO_NAMES, UNITS } from './lexicon.js';
import { hasStreetEnding, isStreetNoun, isSureStreet } from './streets.js';
import { BREAK, EDGE, MARK, NUMBER, SPACE, WORD, type Tokens } from './tokens.js';

const LIVES =
  /^(?:woont|wonend|wonende|woonachtig|woonde|wonen|adres|woonadres|huisadres|thuisadres|verhuisd|verhuist|verhuisde|verhuizen|ingeschreven|verblijft|verblijfadres|huisbezoek|adresgegevens)$/;
const MEETING =
  /^(?:bijeenkomst|intervisie|vergadering|nascholing|locatie|zaal|gezondheidscentrum|huisartsenpraktijk|praktijkadres|scholing|symposium)$/;
const BEFORE_PHRASE =
  /^(?:op|aan|in|de|het|naar|te|nu|is|momenteel|tijdelijk|van|uit|nog|alleen|onder|bij|sinds|kort)$/;
const PART = /^(?:van|de|den|der|het|t|ter|ten|s|la|le|op|in|aan|en|st)$/;
const NO_PLACE =
  /^(?:vestiging|polikliniek|fase|zaal|kamer|afdeling|wijk|unit|huis|etage|verdieping|route|poli|gebouw|groep|locatie|cluster|team)$/;
/** Two letters behind four digits that are a unit, a disease or a word, and no postcode. */
const NO_LETTERS =
  /^(?:ie|iu|eh|mg|ml|kg|mm|cm|km|dl|pg|ug|gr|st|op|en|om|in|is|na|of|te|al|er|ze|we|je|ik|me|zo|nu|uw|ca|ss|sd|sa|dd|nr|jr|px|eu|hz)$/;
const DISEASE = /^(?:dm|mi|af|hf|ra|ms|tb|vf|cu|pe|ok|rr|or|hr|ci|bi|sd|se|bv|nv)$/;

interface HouseNumber {
  end: number;
  digits: string;
}

/**
 * Addresses: street and house number, postcode and house number, and behind a word for living also a street that does not look
 * like one. Where a meeting or a practice is spoken of and nobody lives, it only warns.
 */
export function findAddresses(tokens: Tokens): Finding[] {
  const found: Finding[] = [];
  let last = -10;
  for (let at = 0; at < tokens.length; at++) {
    const end = postcodeAt(tokens, at, last) ?? streetAt(tokens, at) ?? livesAt(tokens, at);
    if (!end) continue;
    found.push(
      finding('ADDRESS', tokens.start(end.start), tokens.start(end.end), {
        level: levelAt(tokens, end.start),
      }),
    );
    last = end.end;
    at = Math.max(at, end.end - 1);
  }
  return found;
}

interface Stretch {
  start: number;
  end: number;
}

function levelAt(tokens: Tokens, at: number): 'block' | 'warn' {
  const before = wordsBefore(tokens, at, 8, 20);
  const lives = before.some(
    (word) => LIVES.test(word) || /^(?:patient|patiente|hij|zij|mw|dhr|mevrouw|meneer)$/.test(word),
  );
  return !lives && before.some((word) => MEETING.test(word)) ? 'warn' : 'block';
}

/** The number of a house with its addition (12a, 40-2, 1015-II, 7 bis), unless a measure or a date goes on behind it. */
function houseNumber(tokens: Tokens, at: number, most: number): HouseNumber | undefined {
  const digits = tokens.digits(at);
  if (!digits || digits.length > most || Number(digits) === 0) return undefined;
  if (hasFraction(tokens, at + 1) || tokens.isMark(at + 1, '%')) return undefined;
  if (tokens.isMark(at + 1, ':') && tokens.kind(at + 2) === NUMBER) return undefined;
  let end = at + 1;
  if (tokens.kind(end) === WORD) {
    if (tokens.raw(end).length > 3 || UNITS.has(tokens.word(end))) return undefined;
    return { end: end + 1, digits };
  }
  if (tokens.isMark(end, '-/') && (tokens.kind(end + 1) === NUMBER || tokens.kind(end + 1) === WORD)) {
    if (tokens.raw(end + 1).length <= 4) end += 2;
    if (tokens.isMark(end, '-/') && tokens.kind(end + 1) === NUMBER) return undefined;
    return { end, digits };
  }
  const behind = tokens.skipSpace(end);
  const word = tokens.word(behind);
  if (
    UNITS.has(word) ||
    MONTHS.has(word) ||
    /^(?:jaar|jr|jarige|e)$/.test(word) ||
    tokens.isMark(behind, '%')
  )
    return undefined;
  if (behind > end && (/^(?:bis|hs|huis|boven|rood)$/.test(word) || /^[A-F]$/.test(tokens.raw(behind))))
    end = behind + 1;
  return { end, digits };
}

/** 3811 AB 14, 1098XH 44, 9712 CP, huisnummer 6; without a number only behind a street or a word for living. */
function postcodeAt(tokens: Tokens, at: number, last: number): Stretch | undefined {
  const digits = tokens.digits(at);
  if (digits.length !== 4 || digits.startsWith('0') || tokens.kind(at - 1) === WORD) return undefined;
  const glued = tokens.kind(at + 1) === WORD;
  const letters = glued ? at + 1 : tokens.skipSpace(at + 1);
  const word = tokens.word(letters);
  if (!/^[a-z]{2}$/.test(word) || tokens.kind(letters + 1) === NUMBER || NO_LETTERS.test(word))
    return undefined;
  const cue = wordsBefore(tokens, at, 4).some((one) => LIVES.test(one) || one === 'postcode');
  if (!tokens.isUpper(letters) && !glued && !cue) return undefined;
  const year = Number(digits) >= 1950 && Number(digits) <= 2040;
  if (year && !glued && !cue && DISEASE.test(word)) return undefined;
  const number = numberBehindPostcode(tokens, letters + 1);
  if (number !== undefined) return { start: at, end: number };
  const lives = wordsBefore(tokens, at, 3).some((one) => LIVES.test(one));
  return lives || at - last <= 3 ? { start: at, end: letters + 1 } : undefined;
}

function numberBehindPostcode(tokens: Tokens, from: number): number | undefined {
  let at = from;
  for (let step = 0; step < 8; step++) {
    const kind = tokens.kind(at);
    if (kind === NUMBER) return at > from ? houseNumber(tokens, at, 5)?.end : undefined;
    const filler = kind === SPACE || (kind === MARK && tokens.isMark(at, ',-/.#:('));
    const word = kind === WORD && /^(?:nr|no|huisnummer|huisnr|nummer|hnr|en|op)$/.test(tokens.word(at));
    if (!filler && !word) return undefined;
    at += 1;
  }
  return undefined;
}

/** A street by its end or its kind, with a house number behind it; the capital words before it belong to it. */
function streetAt(tokens: Tokens, at: number): Stretch | undefined {
  if (tokens.kind(at) !== WORD) return undefined;
  const word = tokens.word(at);
  const capital = tokens.isCapital(at);
  const before = tokens.word(tokens.isSpace(at - 1) ? at - 2 : at - 1);
  const named = capital ? hasStreetEnding(word) : isSureStreet(word) && livesNear(tokens, at);
  const compound =
    isStreetNoun(word) &&
    capital &&
    tokens.isSpace(at - 1) &&
    tokens.isCapital(at - 2) &&
    !NO_NAMES.has(before);
  const alone = isStreetNoun(word) && capital && /^(?:op|aan|de|naar|het)$/.test(before);
  if (isStreetNoun(word) && capital) {
    const headed = headedStreet(tokens, at);
    if (headed !== undefined) return { start: at, end: headed };
  }
  if (!named && !alone && !compound) return undefined;
  const space = tokens.skipSpace(at + 1);
  if (space === at + 1 || NO_PLACE.test(before)) return undefined;
  const number = houseNumber(tokens, space, 4);
  if (!number || (isYear(number.digits) && !livesNear(tokens, at))) return undefined;
  return { start: streetHead(tokens, at), end: number.end };
}

function isYear(digits: string): boolean {
  return digits.length === 4 && Number(digits) >= 1950 && Number(digits) <= 2040;
}

function livesNear(tokens: Tokens, at: number): boolean {
  return wordsBefore(tokens, at, 6).some((word) => LIVES.test(word));
}

/** Laan van Meerdervoort 512: the token behind the number. */
function headedStreet(tokens: Tokens, at: number): number | undefined {
  let here = at + 1;
  let capitals = 0;
  for (let step = 0; step < 4; step++) {
    if (!tokens.isSpace(here)) return undefined;
    here += 1;
    if (tokens.kind(here) === NUMBER) return capitals ? houseNumber(tokens, here, 4)?.end : undefined;
    if (tokens.isCapital(here) && !NO_NAMES.has(tokens.word(here))) capitals += 1;
    else if (!PART.test(tokens.word(here))) return undefined;
    here += 1;
  }
  return tokens.isSpace(here) && capitals ? houseNumber(tokens, here + 1, 4)?.end : undefined;
}

/** The first token of a street of several words: Lange Akkerweg, 2e Oosterparkstraat, St. Annastraat, 's-Gravenweg. */
function streetHead(tokens: Tokens, street: number): number {
  let head = street;
  let at = street;
  for (let step = 0; step < 5; step++) {
    let before = at - 1;
    if (tokens.isSpace(before) || tokens.isMark(before, '-')) before -= 1;
    if (tokens.isMark(before, '.')) before -= 1;
    if (tokens.kind(before) !== WORD) break;
    const word = tokens.word(before);
    if (tokens.isMark(before - 1, "'")) before -= 1;
    else if (/^(?:e|de|ste)$/.test(word) && tokens.kind(before - 1) === NUMBER) return before - 1;
    if (tokens.isCapital(before) && !NO_NAMES.has(word)) head = before;
    else if (tokens.kind(before) === MARK) head = before;
    else if (!/^(?:van|de|den|der|het|t|ter|ten|la|le|en)$/.test(word)) break;
    at = before;
  }
  return head;
}

/** "woont op De Wieken 12": behind a word for living any capital words with a house number. */
function livesAt(tokens: Tokens, at: number): Stretch | undefined {
  if (tokens.kind(at) !== WORD || !LIVES.test(tokens.word(at))) return undefined;
  let here = at + 1;
  for (let step = 0; step < 9; step++) {
    const filler =
      tokens.isSpace(here) ||
      tokens.isMark(here, ':') ||
      (!tokens.isCapital(here) && BEFORE_PHRASE.test(tokens.word(here)));
    if (!filler) break;
    here += 1;
  }
  const start = here;
  let capitals = 0;
  for (let step = 0; step < 10; step++, here++) {
    const kind = tokens.kind(here);
    if (kind === NUMBER && tokens.isSpace(here - 1)) {
      const number = capitals && !isYear(tokens.digits(here)) ? houseNumber(tokens, here, 4) : undefined;
      return number && { start, end: number.end };
    }
    if (kind === EDGE || kind === BREAK) return undefined;
    if (kind === MARK && !tokens.isMark(here, "-'.")) return undefined;
    if (kind !== WORD) continue;
    if (NO_PLACE.test(tokens.word(here))) return undefined;
    if (tokens.isCapital(here)) capitals += 1;
    else if (!PART.test(tokens.word(here))) return undefined;
  }
  return undefined;
}
