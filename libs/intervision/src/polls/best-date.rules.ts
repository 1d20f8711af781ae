import type { DateAnswer, Words } from '#libs/contracts';

/** An option with what every practice said of it; who is not in `answers` did not answer. */
export interface WeighedOption {
  id: string;
  /** Local date and times. */
  date: string;
  startTime: string;
  endTime: string;
  answers: ReadonlyMap<string, DateAnswer>;
  /** Holidays on that day. */
  flags: readonly { kind: string; name: Words }[];
}
/** Who is asked; `leaderId`: the practice of whoever leads, null when that is not known. */
export interface Company {
  practices: readonly { id: string; name: string }[];
  leaderId: string | null;
}
export interface RankedDate {
  optionId: string;
  yes: number;
  maybe: number;
  no: number;
  unanswered: number;
  reason: Words;
}

type Said = DateAnswer | 'unanswered';

const saidOf = (option: WeighedOption, practiceId: string): Said =>
  option.answers.get(practiceId) ?? 'unanswered';
const countOf = (option: WeighedOption, company: Company, said: Said): number =>
  company.practices.filter(({ id }) => saidOf(option, id) === said).length;

/** 0 the leader is able, 1 not known, 2 the leader cannot. */
function leaderRank(option: WeighedOption, { leaderId, practices }: Company): number {
  if (leaderId === null || !practices.some(({ id }) => id === leaderId)) return 1;
  return { yes: 0, maybe: 0, unanswered: 1, no: 2 }[saidOf(option, leaderId)];
}

/**
 * Which of two options is better; negative: the first (features 11). The leader must be able; then the most yes; then the fewest no; then the
 * fewest without an answer, so that "if needed" counts for more than silence; then no holiday; then the earlier one.
 */
export function compareDates(a: WeighedOption, b: WeighedOption, company: Company): number {
  const holidays = (option: WeighedOption): number => (option.flags.length > 0 ? 1 : 0);
  return (
    leaderRank(a, company) - leaderRank(b, company) ||
    countOf(b, company, 'yes') - countOf(a, company, 'yes') ||
    countOf(a, company, 'no') - countOf(b, company, 'no') ||
    countOf(a, company, 'unanswered') - countOf(b, company, 'unanswered') ||
    holidays(a) - holidays(b) ||
    textOrder(
      `${a.date} ${a.startTime} ${a.endTime} ${a.id}`,
      `${b.date} ${b.startTime} ${b.endTime} ${b.id}`,
    )
  );
}

/** Every option, the best first, with its reason in words. Empty as long as nobody answered anything. */
export function rankedDates(options: readonly WeighedOption[], company: Company): RankedDate[] {
  if (options.every((option) => company.practices.every(({ id }) => saidOf(option, id) === 'unanswered')))
    return [];
  return [...options]
    .sort((a, b) => compareDates(a, b, company))
    .map((option) => ({
      optionId: option.id,
      yes: countOf(option, company, 'yes'),
      maybe: countOf(option, company, 'maybe'),
      no: countOf(option, company, 'no'),
      unanswered: countOf(option, company, 'unanswered'),
      reason: reasonOf(option, company),
    }));
}

/** True when every practice said no: such a date is never chosen. */
export function nobodyCan(option: WeighedOption, company: Company): boolean {
  return company.practices.length > 0 && countOf(option, company, 'no') === company.practices.length;
}

/** `Vijf van de zes praktijken kunnen; De Linde niet. De gespreksleider kan.` */
export function reasonOf(option: WeighedOption, company: Company): Words {
  return { nl: sentences(option, company, 'nl'), en: sentences(option, company, 'en') };
}

type Language = keyof Words;
const NUMBERS = {
  nl: [
    'geen',
    'een',
    'twee',
    'drie',
    'vier',
    'vijf',
    'zes',
    'zeven',
    'acht',
    'negen',
    'tien',
    'elf',
    'twaalf',
  ],
  en: [
    'none',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
} as const;
const WORDS = {
  nl: {
    all: (n: number) => (n === 2 ? 'Beide praktijken kunnen' : `Alle ${number(n, 'nl')} praktijken kunnen`),
    some: (k: number, n: number) =>
      `${number(k, 'nl')} van de ${number(n, 'nl')} praktijken ${k === 1 ? 'kan' : 'kunnen'}`,
    none: () => 'Geen enkele praktijk kan zeker',
    nobody: 'Voor deze datum antwoordde nog niemand.',
    maybe: (names: string[]) => `${list(names, 'en')} als het moet`,
    no: (names: string[]) => `${list(names, 'en')} niet`,
    silent: (names: string[]) =>
      `${list(names, 'en')} ${names.length === 1 ? 'heeft' : 'hebben'} nog niet geantwoord.`,
    leader: {
      yes: 'De gespreksleider kan.',
      maybe: 'De gespreksleider kan als het moet.',
      no: 'De gespreksleider kan niet.',
      unanswered: 'De gespreksleider heeft nog niet geantwoord.',
    },
    day: (names: string[]) => `Die dag: ${list(names, 'en')}.`,
  },
  en: {
    all: (n: number) =>
      n === 2 ? 'Both practices are able to come' : `All ${number(n, 'en')} practices are able to come`,
    some: (k: number, n: number) =>
      `${number(k, 'en')} of the ${number(n, 'en')} practices ${k === 1 ? 'is' : 'are'} able to come`,
    none: () => 'No practice is certain to come',
    nobody: 'Nobody has answered for this date yet.',
    maybe: (names: string[]) => `${list(names, 'and')} if needed`,
    no: (names: string[]) => `${list(names, 'and')} cannot`,
    silent: (names: string[]) =>
      `${list(names, 'and')} ${names.length === 1 ? 'has' : 'have'} not answered yet.`,
    leader: {
      yes: 'The discussion leader is able to come.',
      maybe: 'The discussion leader can come if needed.',
      no: 'The discussion leader cannot come.',
      unanswered: 'The discussion leader has not answered yet.',
    },
    day: (names: string[]) => `On that day: ${list(names, 'and')}.`,
  },
} as const;

function sentences(option: WeighedOption, company: Company, language: Language): string {
  const words = WORDS[language];
  const of = (said: Said): string[] =>
    company.practices
      .filter(({ id }) => saidOf(option, id) === said)
      .map(({ name }) => name)
      .sort(textOrder);
  const [yes, maybe, no, silent] = [of('yes'), of('maybe'), of('no'), of('unanswered')];
  const n = company.practices.length;
  const head =
    yes.length === 0 ? words.none() : yes.length === n && n > 1 ? words.all(n) : words.some(yes.length, n);
  const parts = [...(maybe.length > 0 ? [words.maybe(maybe)] : []), ...(no.length > 0 ? [words.no(no)] : [])];
  const leads = company.practices.some(({ id }) => id === company.leaderId) ? company.leaderId : null;
  const day = option.flags.length > 0 ? [words.day(option.flags.map(({ name }) => name[language]))] : [];
  if (silent.length === n) return [words.nobody, ...day].join(' ');
  return [
    `${capital([head, ...parts].join('; '))}.`,
    ...(silent.length > 0 ? [words.silent(silent)] : []),
    ...(leads === null ? [] : [words.leader[saidOf(option, leads)]]),
    ...day,
  ].join(' ');
}

const number = (n: number, language: Language): string => NUMBERS[language][n] ?? String(n);
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const list = (names: readonly string[], and: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
/** By code point, so that it is the same on every machine. */
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
