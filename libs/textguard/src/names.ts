import { continuesWord, wordsBefore } from './context.js';
import { finding, type Finding } from './finding.js';
import {
  EPONYMS,
  FIRST_NAMES,
  isProfessional,
  PATIENT_WORDS,
  RELATIVES,
  SHORT_PATIENT_WORDS,
  SHORT_TITLES,
  SURNAMES,
  TITLES,
} from './lexicon.js';
import { DEMONYM, INSTITUTE, parseName, type Parsed } from './name-parts.js';
import { WORD, type Tokens } from './tokens.js';

/** A name that was found, with the token behind it: ages and birth dates lean on it. */
export interface NamedPerson {
  finding: Finding;
  endToken: number;
}

/** Titles behind which an eponym is the disease of the family. */
const FAMILIES = /^(?:fam|familie|gezin)$/;
/** Eponyms that are a disease in telegram style (mw. Parkinson); the others are surnames too (mevrouw Bell). */
const TELEGRAM_DISEASE =
  /^(?:parkinson|alzheimer|crohn|hashimoto|bechterew|sjogren|quervain|huntington|hodgkin|kahler|cushing|lyme|meniere|raynaud|pfeiffer|dupuytren|korsakov)$/;
/**
 * Names of people: behind a title (mw. De Vries), behind a word for the patient (pt. A. El Amrani), behind a relative (zoon Peter),
 * and untitled ones that begin with a frequent first name or with initials. A name behind dr. or prof. is a professional's and
 * passes (free-text-guard model: dr. is not among the titles).
 */
export function findNames(tokens: Tokens): NamedPerson[] {
  const found: NamedPerson[] = [];
  let free = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens.kind(at) !== WORD || at < free || continuesWord(tokens, at)) continue;
    const person = announced(tokens, at) ?? untitled(tokens, at);
    if (!person) continue;
    found.push(person);
    free = person.endToken;
  }
  return found;
}

/** A name behind a title, a patient word or a relative. */
function announced(tokens: Tokens, at: number): NamedPerson | undefined {
  const word = tokens.word(at);
  const title = TITLES.has(word);
  if (!title && !PATIENT_WORDS.has(word) && !RELATIVES.has(word)) return undefined;
  if (word === 'hr' && tokens.isUpper(at)) return undefined;
  const behind = behindTitle(tokens, at, word);
  const parsed = parseName(tokens, behind.at, title ? 'title' : 'patient', tokens.isUpper(at));
  if (!parsed || !believed(tokens, parsed, behind, word, title)) return undefined;
  if (!title) {
    return {
      finding: finding('NAME', tokens.start(behind.at), tokens.start(parsed.end)),
      endToken: parsed.end,
    };
  }
  const article = word === 'heer' && tokens.isSpace(at - 1) && tokens.word(at - 2) === 'de';
  const start = tokens.start(article ? at - 2 : at);
  const kept = tokens.text.slice(start, tokens.end(behind.dotted ? at + 1 : at));
  return {
    finding: finding('NAME', start, tokens.start(parsed.end), { replacement: `${kept} [naam]` }),
    endToken: parsed.end,
  };
}

function behindTitle(tokens: Tokens, at: number, word: string): { at: number; dotted: boolean } {
  const short = SHORT_TITLES.has(word) || SHORT_PATIENT_WORDS.has(word);
  const dotted = short && tokens.isMark(at + 1, '.');
  let next = at + (dotted ? 2 : 1);
  if (tokens.isMark(next, ':') && tokens.isSpace(next + 1)) next += 1;
  return { at: tokens.skipSpace(next), dotted };
}

function believed(
  tokens: Tokens,
  parsed: Parsed,
  behind: { dotted: boolean },
  word: string,
  title: boolean,
): boolean {
  const known = SURNAMES.has(parsed.first) || FIRST_NAMES.has(parsed.first);
  if (!title && parsed.loose && !known) return false;
  if (RELATIVES.has(word) && !title)
    return FIRST_NAMES.has(parsed.first) || (parsed.particle && !EPONYMS.has(parsed.first));
  if (parsed.particle || parsed.initials || known) return true;
  if (EPONYMS.has(parsed.first)) return title && !FAMILIES.test(word) && !TELEGRAM_DISEASE.test(parsed.first);
  if (!title && DEMONYM.test(parsed.first)) return false;
  return title || !behind.dotted || SHORT_TITLES.has(word);
}

/** Initials or a frequent first name with a surname behind them, unless a professional or an institute is meant. */
function untitled(tokens: Tokens, at: number): NamedPerson | undefined {
  if (!tokens.isCapital(at)) return undefined;
  const word = tokens.word(at);
  const initial = word.length === 1 && tokens.isMark(at + 1, '.');
  if (!initial && !FIRST_NAMES.has(word)) return undefined;
  const parsed = parseName(tokens, at, 'none', false);
  if (!parsed) return undefined;
  if (initial && !(parsed.initials && (parsed.particle || SURNAMES.has(parsed.first)))) return undefined;
  if (!initial && parsed.family < 2) return undefined;
  const before = wordsBefore(tokens, at, 2);
  if (before.some((one) => isProfessional(one)) || tokens.isMark(at - 1, '@#/')) return undefined;
  if (INSTITUTE.test(tokens.word(tokens.skipSpace(parsed.end)))) return undefined;
  return { finding: finding('NAME', tokens.start(at), tokens.start(parsed.end)), endToken: parsed.end };
}
