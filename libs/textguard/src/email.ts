import { finding, type Finding } from './finding.js';
import { MARK, WORD, type Tokens } from './tokens.js';

const LOCAL = /^[\p{L}\d._%+'&=/!#~$*-]$/u;
const LABEL = /^[\p{L}\d-]$/u;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 120;
/** Ends of addresses that are believed behind a space or a spoken dot. */
const ENDINGS = /^(?:nl|com|org|net|eu|be|de|info|nu|fr|uk|example|test|online|amsterdam|frl|me|io)$/i;
/** Providers that people name without the ending. */
const PROVIDERS =
  /^(?:gmail|hotmail|outlook|live|ziggo|kpnmail|kpnplanet|planet|icloud|yahoo|xs4all|casema|home|hetnet|telfort|proton)$/i;
const SPOKEN_AT = /^(?:at|apestaart|apenstaart|apestaartje|apenstaartje)$/;
const SPOKEN_DOT = /^(?: {0,2}[([{] {0,1}(?:dot|punt) {0,1}[)\]}] {0,2}| (?:dot|punt) )/i;

interface At {
  /** Offset of the sign or of the first unit of what stands for it. */
  start: number;
  end: number;
  spoken: boolean;
}

/** E-mail addresses, also with blanks around the sign, spaced-out letters, "(at)", "apenstaartje" and "punt". */
export function findEmails(tokens: Tokens): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const sign = signAt(tokens, at);
    if (!sign) continue;
    const start = localStart(tokens, sign);
    const end = domainEnd(tokens, sign);
    if (start !== undefined && end !== undefined) found.push(finding('EMAIL', start, end));
  }
  return found;
}

function signAt(tokens: Tokens, at: number): At | undefined {
  if (tokens.kind(at) === MARK && tokens.isMark(at, '@')) {
    return { start: tokens.start(at), end: tokens.end(at), spoken: false };
  }
  if (tokens.kind(at) !== WORD || !SPOKEN_AT.test(tokens.word(at))) return undefined;
  const bracketed = tokens.isMark(at - 1, '([{<') && tokens.isMark(at + 1, ')]}>');
  if (bracketed) return { start: tokens.start(at - 1), end: tokens.end(at + 1), spoken: true };
  return tokens.isSpace(at - 1) && tokens.isSpace(at + 1)
    ? { start: tokens.start(at), end: tokens.end(at), spoken: true }
    : undefined;
}

/** Offset where the part before the sign begins, at most 64 units back. */
function localStart(tokens: Tokens, sign: At): number | undefined {
  let end = sign.start;
  while (end > sign.start - 2 && tokens.unit(end - 1) === ' ') end -= 1;
  let start = end;
  while (start > 0 && end - start < LONGEST_LOCAL && LOCAL.test(tokens.unit(start - 1))) start -= 1;
  // letters one by one: j a n @ …
  if (end - start === 1) {
    for (let steps = 0; steps < LONGEST_LOCAL && tokens.unit(start - 1) === ' '; steps++) {
      const single = LOCAL.test(tokens.unit(start - 2)) && !LOCAL.test(tokens.unit(start - 3));
      if (!single) break;
      start -= 2;
    }
  }
  while (start < end && !/[\p{L}\d]/u.test(tokens.unit(start))) start += 1;
  return start < end ? start : undefined;
}

/** Offset behind the domain, or nothing when what follows is no domain. */
function domainEnd(tokens: Tokens, sign: At): number | undefined {
  let at = sign.end;
  while (at < sign.end + 2 && tokens.unit(at) === ' ') at += 1;
  const spaced =
    at + 2 < tokens.text.length && tokens.unit(at + 1) === ' ' && LABEL.test(tokens.unit(at))
      ? spacedEnd(tokens, at)
      : undefined;
  if (spaced !== undefined) return spaced;
  let labels = 0;
  let end: number | undefined;
  const limit = at + LONGEST_DOMAIN;
  while (at < limit) {
    const from = at;
    while (at < limit && LABEL.test(tokens.unit(at))) at += 1;
    if (at === from) break;
    const label = tokens.text.slice(from, at);
    labels += 1;
    if (labels === 1 && PROVIDERS.test(label)) end = at;
    if (labels > 1 && isEnding(label, from, tokens, sign)) end = at;
    const next = dotEnd(tokens, at);
    if (next === undefined) break;
    at = next;
  }
  return end;
}

/** A last label: letters; behind a blank, or without a real sign, only an ending that exists. */
function isEnding(label: string, from: number, tokens: Tokens, sign: At): boolean {
  if (!/^(?:\p{L}{2,24}|xn--[a-z\d-]{2,40})$/iu.test(label)) return false;
  const loose = sign.spoken || tokens.unit(from - 1) !== '.';
  return !loose || ENDINGS.test(label);
}

function dotEnd(tokens: Tokens, at: number): number | undefined {
  const spoken = SPOKEN_DOT.exec(tokens.text.slice(at, at + 12));
  if (spoken) return at + spoken[0].length;
  const dot = tokens.unit(at) === ' ' ? at + 1 : at;
  if (tokens.unit(dot) !== '.') return undefined;
  return tokens.unit(dot + 1) === ' ' ? dot + 2 : dot + 1;
}

/** The end of a domain spelled with a blank behind every letter. */
function spacedEnd(tokens: Tokens, from: number): number | undefined {
  let domain = '';
  let at = from;
  while (domain.length < LONGEST_DOMAIN && /^[\p{L}\d.-]$/u.test(tokens.unit(at))) {
    const next = tokens.unit(at + 1);
    if (next !== '' && /[\p{L}\d]/u.test(next)) break;
    domain += tokens.unit(at);
    at += next === ' ' ? 2 : 1;
    if (next !== ' ' && next !== '.') break;
  }
  const clean = domain.replace(/\.$/, '');
  if (!/^[\p{L}\d-]{2,60}(?:\.[\p{L}\d-]{1,60}){0,4}\.\p{L}{2,24}$/u.test(clean)) return undefined;
  return tokens.unit(at - 1) === ' ' ? at - 1 : at;
}
