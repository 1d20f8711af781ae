import {
  ABBREVIATIONS,
  ARTICLES,
  DEGREES,
  DOCTOR_TITLES,
  FIRST_NAMES,
  NO_NAMES,
  PARTICLES,
  SURNAMES,
  WEAK_PARTICLES,
} from './lexicon.js';
import { hasStreetEnding } from './streets.js';
import { NUMBER, WORD, type Tokens } from './tokens.js';

/** How sure the words before make us that a name follows. */
export type Trust = 'title' | 'patient' | 'none';

/** What was read of a name. */
export interface Parsed {
  end: number;
  initials: boolean;
  particle: boolean;
  family: number;
  /** The first family word. */
  first: string;
  /** The first particle has no capital: "patiënt van …" may be no name. */
  loose: boolean;
}

/** Words behind "v.d." that show it stands for "van de" and no name. */
const PLACES_OF_CARE =
  /^(?:thuiszorg|praktijk|apotheek|gemeente|post|wijkverpleging|overkant|buurt|zorg|hap|huisartsenpost|poli|afdeling|ggz|week|dag|wijk|balie|groep)$/;
/** "Patiënte Turks-Nederlands, tolk nodig". */
export const DEMONYM = /^(?:turks|pools|engels|duits|frans|grieks|.{2,12}(?:isch|aans|ands|ees|aams))e?$/;
/** Particles that are surnames or first names by themselves. */
const NAMES_TOO = /^(?:le|du|ben|abu|abou|ait|mac|von|san|sint|santa)$/;
/** Organisations behind "mevrouw van …". */
const CARE_GROUP =
  /^(?:zorggroep|thuiszorg|stichting|buurtzorg|huisartsenpraktijk|praktijk|apotheek|gemeente|afdeling|poli|ziekenhuis|zorgcentrum|huisartsenpost|verpleeghuis)$/;
const INSTITUTE_END = /(?:ziekenhuis|kliniek|centrum|praktijk|stichting)$/;
/** Words that make the names before them those of an organisation or a score. */
export const INSTITUTE =
  /^(?:ziekenhuis|kliniek|praktijk|centrum|stichting|huis|instituut|fonds|college|universiteit|score|test|criteria|methode)$/;

/**
 * Reads degrees, initials, particles and family words from a token on; nothing when no family word comes, or when a professional's
 * title does. At most a dozen tokens are read.
 */
export function parseName(tokens: Tokens, from: number, trust: Trust, upper: boolean): Parsed | undefined {
  const state = { end: from, initials: false, particle: false, family: 0, first: '', loose: false };
  let at = from;
  for (let step = 0; step < 12; step++) {
    if (DOCTOR_TITLES.has(tokens.word(at))) return state.family ? state : undefined;
    const next =
      degree(tokens, at, state) ??
      initial(tokens, at, state) ??
      familyWord(tokens, at, trust, upper, state) ??
      particle(tokens, at, state);
    if (next === undefined) break;
    at = next;
    // between the parts of a name stands one space, a hyphen, or nothing
    const gap = tokens.isSpace(at) || (tokens.isMark(at, '-') && tokens.kind(at + 1) === WORD);
    if (state.family && spacedHyphen(tokens, at)) at += 3;
    else if (gap) at += 1;
    else if (state.family && state.end === at) break;
    if (state.family >= 4) break;
  }
  return state.family ? state : undefined;
}

/** "Bouwmans - de Bruijn": only before a particle, for a dash may also begin a remark. */
function spacedHyphen(tokens: Tokens, at: number): boolean {
  return (
    tokens.isSpace(at) &&
    tokens.isMark(at + 1, '-') &&
    tokens.isSpace(at + 2) &&
    PARTICLES.has(tokens.word(at + 3))
  );
}

function degree(tokens: Tokens, at: number, state: Parsed): number | undefined {
  if (state.family || !DEGREES.has(tokens.word(at))) return undefined;
  return tokens.isMark(at + 1, '.') ? at + 2 : at + 1;
}

/** "A.", "J.P.", "JP" or "A" before a surname. */
function initial(tokens: Tokens, at: number, state: Parsed): number | undefined {
  if (state.family || !tokens.isCapital(at)) return undefined;
  const raw = tokens.raw(at);
  const dotted = tokens.isMark(at + 1, '.');
  if (raw.length === 1 && dotted && !tokens.isMark(at - 1, "'")) {
    state.initials = true;
    return at + 2;
  }
  const ahead = at + 2;
  if (raw.length > 3 || !tokens.isSpace(at + 1) || tokens.kind(ahead) !== WORD) return undefined;
  const surname = (tokens.isCapital(ahead) && !tokens.isUpper(ahead)) || PARTICLES.has(tokens.word(ahead));
  if (raw.length === 1 && surname && !NO_NAMES.has(tokens.word(ahead))) {
    state.initials = true;
    return at + 1;
  }
  if (!tokens.isUpper(at) || !surname || ABBREVIATIONS.has(tokens.word(at))) return undefined;
  if (PARTICLES.has(tokens.word(at)) || NO_NAMES.has(tokens.word(ahead))) return undefined;
  if (SURNAMES.has(tokens.word(at))) return undefined;
  state.initials = true;
  return at + 1;
}

/** Notes a particle before the surname; one behind it ("in de kweek") says nothing. */
function prefixed(tokens: Tokens, at: number, state: Parsed): void {
  if (state.family) return;
  if (!state.particle) state.loose = !tokens.isCapital(at);
  state.particle = true;
}

/** "van", "v.d.", "v/d", "'t", "op den"; the token behind it. */
function particle(tokens: Tokens, at: number, state: Parsed): number | undefined {
  if (tokens.isMark(at, "'") && /^[ts]$/.test(tokens.word(at + 1))) {
    state.particle = true;
    return at + 2;
  }
  const word = tokens.word(at);
  if (WEAK_PARTICLES.has(word)) {
    const behind = tokens.skipSpace(at + 1);
    const article =
      ARTICLES.has(tokens.word(behind)) || (tokens.isMark(behind, "'") && tokens.word(behind + 1) === 't');
    if (!article || behind === at + 1) return undefined;
    prefixed(tokens, at, state);
    return at + 1;
  }
  if (!PARTICLES.has(word)) return undefined;
  if (word.length === 1 && !tokens.isMark(at + 1, './')) return undefined;
  prefixed(tokens, at, state);
  return tokens.isMark(at + 1, './') ? at + 2 : at + 1;
}

function familyWord(
  tokens: Tokens,
  at: number,
  trust: Trust,
  upper: boolean,
  state: Parsed,
): number | undefined {
  const prefixed = prefixedName(tokens, at);
  if (prefixed !== undefined) return accept(tokens, at, prefixed, state);
  if (tokens.kind(at) !== WORD || tokens.kind(at + 1) === NUMBER) return undefined;
  const word = tokens.word(at);
  if (PARTICLES.has(word) && !(state.particle && !state.family && word.length > 3)) {
    // a name that is a particle too (Le, Ben) only counts when no other part of a name follows it
    const behind = tokens.skipSpace(at + 1);
    const more = behind > at + 1 && (tokens.isCapital(behind) || PARTICLES.has(tokens.word(behind)));
    if (more || !tokens.isCapital(at) || !NAMES_TOO.test(word)) return undefined;
  }
  if (tokens.isCapital(at))
    return capitalName(tokens, at, upper, state) ? accept(tokens, at, at + 1, state) : undefined;
  if (state.family || trust === 'none') return undefined;
  return lowerName(tokens, at, trust, state) ? accept(tokens, at, at + 1, state) : undefined;
}

function accept(tokens: Tokens, at: number, end: number, state: Parsed): number {
  if (!state.family) state.first = tokens.word(at);
  state.family += 1;
  state.end = end;
  return end;
}

/** d'Ancona, O'Connor, N'Diaye: the token behind it. */
function prefixedName(tokens: Tokens, at: number): number | undefined {
  const single = tokens.kind(at) === WORD && tokens.raw(at).length === 1;
  return single && tokens.isMark(at + 1, "'") && tokens.isCapital(at + 2) && tokens.raw(at + 2).length > 1
    ? at + 3
    : undefined;
}

function capitalName(tokens: Tokens, at: number, upper: boolean, state: Parsed): boolean {
  const word = tokens.word(at);
  const raw = tokens.raw(at);
  if (raw.length < 2 || raw.length > 40 || NO_NAMES.has(word)) return false;
  if (state.family && (INSTITUTE.test(word) || INSTITUTE_END.test(word))) return false;
  if (CARE_GROUP.test(word)) return false;
  if (state.particle && !state.family && word.endsWith('e') && DEMONYM.test(word)) return false;
  if (hasStreetEnding(word) && tokens.isSpace(at + 1) && tokens.kind(at + 2) === NUMBER) return false;
  if (!state.family && !SURNAMES.has(word) && isDose(tokens, at + 1)) return false;
  if (
    tokens.isMark(at + 1, '-') &&
    (INSTITUTE.test(tokens.word(at + 2)) ||
      /^(?:lezing|prijs|model|schaal|lijst|regel)$/.test(tokens.word(at + 2)))
  )
    return false;
  if (!tokens.isUpper(at)) return !/[a-z][A-Z]{2,40}$/.test(raw);
  if (ABBREVIATIONS.has(word)) return false;
  if (SURNAMES.has(word) || FIRST_NAMES.has(word)) return true;
  return raw.length >= 4 && (upper || state.particle || state.initials);
}

/** "Lasix 40 mg": what has a dose is a medicine. */
function isDose(tokens: Tokens, at: number): boolean {
  if (!tokens.isSpace(at) || tokens.kind(at + 1) !== NUMBER) return false;
  return /^(?:mg|mcg|ug|ml|ie|gram|microgram|dd)$/.test(tokens.word(tokens.skipSpace(at + 2)));
}

/** A surname without its capital: a common one behind a title, or any word behind "v.d." and "van der". */
function lowerName(tokens: Tokens, at: number, trust: Trust, state: Parsed): boolean {
  const word = tokens.word(at);
  if (SURNAMES.has(word) && trust === 'title') {
    return (
      state.particle ||
      !/^(?:jong|groot|wit|boer|klein|zwart|graaf|lange|wal|maas|oosten|groen|dam|jonge|bruin)$/.test(word)
    );
  }
  if (!state.particle || word.length < 3 || NO_NAMES.has(word) || PLACES_OF_CARE.test(word)) return false;
  if (trust !== 'title') return false;
  const before = [tokens.word(at - 2), tokens.isMark(at - 2, '.') ? 'd' : ''];
  return before.some((one) => /^(?:der|den|vd|d)$/.test(one));
}
