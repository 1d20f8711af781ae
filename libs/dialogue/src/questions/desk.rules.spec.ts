import { describe, expect, it } from '@jest/globals';
import { sharingVerdict, wordsForEverybody } from './desk.rules.js';

const CLEAN = 'Wanneer wilt u een moedervlek zien?';
const WARN = 'Wat doet u als mevrouw De Vries blijft bellen?';
const BLOCK = 'Mijn patiënt, BSN 111222333, heeft een wond.';
type Made = Parameters<typeof sharingVerdict>[0][number];
const question = (id: string, text: string, values: Partial<Made> = {}): Made => ({
  id,
  text,
  shownText: null,
  sharedAt: null,
  fate: null,
  ...values,
});
const ids = (questions: { id: string }[]): string[] => questions.map(({ id }) => id);

describe('which questions go to the specialist (DIA-08, DIA-20)', () => {
  const heads = [
    question('clean', CLEAN),
    question('warn', WARN),
    question('block', BLOCK),
    question('worded', BLOCK, { shownText: CLEAN }),
    question('worded-with-a-name', BLOCK, { shownText: WARN }),
    question('worded-badly', CLEAN, { shownText: BLOCK }),
    question('shared', CLEAN, { sharedAt: new Date(0) }),
    question('parked', CLEAN, { fate: 'parked' }),
    question('back', CLEAN, { fate: 'sent-back' }),
  ];

  it('by the timeline: what is clean, the rest stays on the desk', () => {
    const { go, held, undecided } = sharingVerdict(heads, null);
    expect(ids(go)).toEqual(['clean', 'worded', 'worded-with-a-name']);
    expect(ids(held)).toEqual(['warn', 'block', 'worded-badly']);
    expect(undecided).toEqual([]);
  });

  it('by hand: nothing is decided for the organiser', () => {
    const { go, undecided } = sharingVerdict(heads, { confirmed: [], withheld: [] });
    expect(ids(go)).toEqual(['clean', 'worded', 'worded-with-a-name']);
    expect(ids(undecided)).toEqual(['warn', 'block', 'worded-badly']);
  });

  it('what is blocked never goes, not even when it is confirmed', () => {
    const all = ids(heads);
    const { go, undecided } = sharingVerdict(heads, { confirmed: all, withheld: [] });
    expect(ids(go)).toEqual(['clean', 'warn', 'worded', 'worded-with-a-name']);
    expect(ids(undecided)).toEqual(['block', 'worded-badly']);
    expect(ids(sharingVerdict(heads, { confirmed: all, withheld: ['block', 'clean'] }).go)).toEqual([
      'warn',
      'worded',
      'worded-with-a-name',
    ]);
  });
});

describe('the words that everybody gets (DIA-20)', () => {
  it.each<[string, Made, string]>([
    ['a clean one as it was asked', question('a', CLEAN), CLEAN],
    ['the wording of the organiser', question('b', BLOCK, { shownText: CLEAN }), CLEAN],
    ['a name that the organiser left in', question('c', BLOCK, { shownText: WARN }), WARN],
    ['a name that went to the specialist', question('d', WARN, { sharedAt: new Date(0) }), WARN],
  ])('are %s', (_what, made, words) => {
    expect(wordsForEverybody(made)).toBe(words);
  });

  it.each([
    ['a name that nobody let through', question('e', WARN), 'De Vries'],
    ['a number of a patient', question('f', BLOCK), '111222333'],
    ['a number in a wording of the organiser', question('g', CLEAN, { shownText: BLOCK }), '111222333'],
  ])('leave out %s', (_what, made, secret) => {
    const words = wordsForEverybody(made);
    expect(words).not.toContain(secret);
    expect(words.length).toBeGreaterThan(10);
  });
});
