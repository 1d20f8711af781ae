import type { PrivacyTestAudienceView, PrivacyTestView } from '#libs/contracts';

/** Somebody waits for it: it stands in line or goes on. */
export const isOpen = ({ state }: Pick<PrivacyTestView, 'state'>): boolean =>
  state === 'waiting' || state === 'running';

/** The audience that is being looked at, and which of how many it is; null while none is. */
export function lookedAt(
  test: Pick<PrivacyTestView, 'audiences'>,
): { one: PrivacyTestAudienceView; place: number; of: number } | null {
  const at = test.audiences.findIndex(({ outcome }) => outcome === 'looking');
  const one = test.audiences[at];
  return one ? { one, place: at + 1, of: test.audiences.length } : null;
}

/**
 * How far a test is.
 * @param told the last word over the socket: newer than the row, or left over from another audience or an earlier test
 */
export function fractionOf(test: Pick<PrivacyTestView, 'fraction' | 'audiences'>, told: number): number {
  const done = test.audiences.filter(({ outcome }) => outcome !== 'waiting' && outcome !== 'looking').length;
  const end = test.audiences.length === 0 ? 1 : (done + 1) / test.audiences.length;
  return told > test.fraction && told <= end ? told : test.fraction;
}

/** How many audiences came out as something. */
export const countOf = (
  test: Pick<PrivacyTestView, 'audiences'>,
  ...outcomes: PrivacyTestAudienceView['outcome'][]
): number => test.audiences.filter(({ outcome }) => outcomes.includes(outcome)).length;

/** What who approves hears about the test: none, still busy, cut short, done with or without something to think about. */
export function whatWasTested(
  test: Pick<PrivacyTestView, 'state' | 'audiences'>,
): 'none' | 'open' | 'ended' | 'doubts' | 'safe' {
  if (test.state === 'none') return 'none';
  if (isOpen(test)) return 'open';
  if (test.state !== 'done') return 'ended';
  return countOf(test, 'refused', 'unfinished') > 0 ? 'doubts' : 'safe';
}
