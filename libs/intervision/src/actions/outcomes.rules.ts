import type { OutcomeAnswer, OutcomeLinkView, OutcomeState } from '#libs/contracts';
import { dayAt } from '#libs/platform';

/** Who did not answer in the meeting gets a mail the next morning; everybody has a week. */
const MAIL_DAYS = 1;
const MAIL_TIME = '09:00';
const ANSWER_DAYS = 7;
const ANSWER_TIME = '20:00';

export interface Consent {
  practiceId: string;
  answer: OutcomeAnswer | null;
}

/** When mails go out and until when practices answer, for something that is asked at `now`. */
export function askingTimes(now: Date): { mailAt: Date; answerUntil: Date } {
  return { mailAt: dayAt(now, MAIL_DAYS, MAIL_TIME), answerUntil: dayAt(now, ANSWER_DAYS, ANSWER_TIME) };
}

export const agrees = ({ answer }: Consent): boolean => answer === 'yes' || answer === 'named';

/**
 * Whether an insight leaves the group (SES-02, BES-04): at once when every practice that was asked said yes; after the deadline when
 * everybody who was there did. Never over a practice that would rather not, and never without anybody's yes.
 * @param present practices that were there
 * @param over the deadline has passed
 */
export function verdictOf(
  consents: readonly Consent[],
  present: readonly string[],
  over: boolean,
): 'leave' | 'wait' | 'keep' {
  const refused = consents.some(({ answer }) => answer === 'no');
  if (!refused && consents.length > 0 && consents.every(agrees)) return 'leave';
  if (!over) return 'wait';
  const there = consents.filter(({ practiceId }) => present.includes(practiceId));
  return !refused && there.length > 0 && there.every(agrees) ? 'leave' : 'keep';
}

/** What practices are often called, before their own name. */
const PREFIX =
  /^(?:de\s+)?(?:huisartsen?praktijk|huisartsen?groep|huisartsen?|praktijk|gezondheidscentrum|medisch centrum|groepspraktijk)\s+/i;
/** A shorter name is an ordinary word too easily. */
const SHORTEST = 4;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Names of practices that stand in a text: a sentence that leaves says nobody's name. */
export function practicesNamedIn(text: string, names: readonly string[]): string[] {
  const words = ` ${plain(text)} `;
  return names.filter((name) =>
    [name, name.replace(PREFIX, '')]
      .map(plain)
      .some((one) => one.replace(/ /g, '').length >= SHORTEST && words.includes(` ${one} `)),
  );
}

/** The way of an insight so far, oldest first (LOOP-02). */
export function chainOf(
  outcome: { state: OutcomeState; insightAt: Date | null; askedAt: Date; endedAt: Date | null },
  steps: readonly { stage: OutcomeLinkView['stage']; words: string | null; at: Date }[],
): OutcomeLinkView[] {
  const link = (stage: OutcomeLinkView['stage'], at: Date, words: string | null = null): OutcomeLinkView => ({
    stage,
    words,
    at: at.toISOString(),
  });
  return [
    ...(outcome.insightAt ? [link('insight', outcome.insightAt)] : []),
    link('asked', outcome.askedAt),
    ...(outcome.state !== 'asking' && outcome.endedAt ? [link(outcome.state, outcome.endedAt)] : []),
    ...steps.map(({ stage, words, at }) => link(stage, at, words)),
  ];
}
