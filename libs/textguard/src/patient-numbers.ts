import { continuesWord } from './context.js';
import { dateAt } from './dates.js';
import { finding, type Finding } from './finding.js';
import { BREAK, EDGE, MARK, NUMBER, SPACE, WORD, type Tokens } from './tokens.js';

/** Words that are a cue in one piece. */
const WHOLE =
  /^(?:(?:patient|patienten|pat|pt|client|clienten|dossier|polis|verzekerden?|verzekering|verzekerings|his|epd|zis|zd|zorgdomein|ziekenhuis|opname|verwijs|verwijsbrief|zorgpas|kaart|mrn|mdn)(?:nummer|nr|no|id|num)|mrn)$/;
/** Words that are one with "nr", "nummer", "#" or "ID" behind them; those of BARE also by themselves. */
const BASE =
  /^(?:patient|patiente|pat|pt|client|cliente|dossier|polis|verzekerde|verzekerden|his|epd|zis|zd|zorgdomein|ziekenhuis|mrn|zorgpas)$/;
const QUALIFIER = /^(?:nr|nummer|no|num|id|number|nrs)$/;
const BARE = /^(?:dossier|polis|zd|zorgdomein|his|epd|zis|mrn)$/;
const FILLER =
  /^(?:is|was|van|nr|nummer|no|id|luidt|met|het|de|patient|patiente|haar|zijn|hem|mw|dhr|mevrouw|meneer|nu|werd|onder|bij|verzekeraar|zorgverzekeraar|ziekenhuis|in|systeem|poli)$/;

/** Patient, file, policy, HIS, MRN and ZorgDomein numbers: only behind a cue, and only a value with enough digits. */
export function findPatientNumbers(tokens: Tokens): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens.kind(at) !== WORD || continuesWord(tokens, at)) continue;
    const cue = cueAt(tokens, at);
    if (!cue) continue;
    const from = behindFillers(tokens, cue);
    const value = from === undefined ? undefined : valueAt(tokens, from, cue);
    if (from === undefined || value === undefined) continue;
    const start = cue.ownPrefix ? at : from;
    found.push(finding('PATIENTNR', tokens.start(start), tokens.start(value)));
    at = value - 1;
  }
  return found;
}

interface Cue {
  end: number;
  strong: boolean;
  /** ZD-48213377: the cue is part of the number. */
  ownPrefix: boolean;
  /** Digits that the first group must have. */
  least: number;
}

function cueAt(tokens: Tokens, at: number): Cue | undefined {
  const word = tokens.word(at);
  if (WHOLE.test(word)) return { end: at + 1, strong: true, ownPrefix: false, least: 3 };
  if (!BASE.test(word)) return undefined;
  let here = at + 1;
  for (let step = 0; step < 3 && (tokens.isSpace(here) || tokens.isMark(here, '.-')); step++) here += 1;
  if (QUALIFIER.test(tokens.word(here)) || tokens.isMark(here, '#')) {
    return { end: here + 1, strong: true, ownPrefix: false, least: 3 };
  }
  if (word === 'zd') return { end: at + 1, strong: false, ownPrefix: true, least: 5 };
  if (BARE.test(word)) return { end: at + 1, strong: false, ownPrefix: false, least: 4 };
  return { end: at + 1, strong: false, ownPrefix: false, least: 6 };
}

function behindFillers(tokens: Tokens, cue: Cue): number | undefined {
  const talks = cue.strong || cue.least < 6;
  let at = cue.end;
  for (let step = 0; step < 9; step++) {
    const kind = tokens.kind(at);
    if (kind === NUMBER) return at;
    if (kind === EDGE || kind === BREAK) return undefined;
    if (kind === WORD && startsValue(tokens, at)) return at;
    const filler =
      kind === SPACE ||
      (kind === MARK && tokens.isMark(at, ':.#=()-"\'')) ||
      (talks && kind === WORD && FILLER.test(tokens.word(at)));
    if (!filler) return undefined;
    at += 1;
  }
  return undefined;
}

/** P004512, ZD30012345, A-1234: a few letters glued to digits. */
function startsValue(tokens: Tokens, at: number): boolean {
  if (tokens.raw(at).length > 4) return false;
  const behind = tokens.isMark(at + 1, '-') ? at + 2 : at + 1;
  return tokens.kind(behind) === NUMBER;
}

/** The token behind the value, when it has enough digits and is neither a year nor a date. */
function valueAt(tokens: Tokens, from: number, cue: Cue): number | undefined {
  const first = tokens.kind(from) === NUMBER ? from : tokens.isMark(from + 1, '-') ? from + 2 : from + 1;
  const digits = tokens.digits(first);
  const date = dateAt(tokens, first);
  if (date && !date.bare) return undefined;
  if (!cue.strong) {
    if (digits.length < cue.least || (digits.length === 4 && /^(?:19[89]|20[0-4])/.test(digits)))
      return undefined;
  }
  let total = 0;
  let end = first;
  for (let at = first, step = 0; step < 12; step++) {
    if (tokens.kind(at) === NUMBER) {
      total += tokens.digits(at).length;
      end = at + 1;
    } else if (tokens.kind(at) === WORD && tokens.raw(at).length <= 2 && at === end) {
      end = at + 1;
    } else break;
    at = end;
    const glue = tokens.isMark(at, '-./') || (tokens.isSpace(at) && total < 5);
    if (glue && tokens.kind(at + 1) === NUMBER) at += 1;
    else if (tokens.kind(at) !== NUMBER && tokens.kind(at) !== WORD) break;
  }
  return total >= (cue.strong ? 3 : cue.least) ? end : undefined;
}
