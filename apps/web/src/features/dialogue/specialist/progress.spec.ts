import { describe, expect, it } from '@jest/globals';
import { isPrepared, nextQuestion, shownAnswer } from './progress';

const EMPTY = { timing: null, tooEarly: '', onTime: '', tooLate: '', note: '', version: 0 };

describe('the next question (D4)', () => {
  const ids = ['a', 'b', 'c', 'd'];
  it.each([
    [['a', 'b', 'c', 'd'], null, 1, 'a'],
    [['c', 'd'], null, 1, 'c'],
    [['c', 'd'], 'c', 1, 'd'],
    [['a', 'd'], 'd', 1, 'a'],
    [['d'], 'd', 1, 'a'],
    [[], 'b', 1, 'c'],
    [[], 'd', 1, 'a'],
    [['a'], 'c', -1, 'b'],
    [['a'], 'a', -1, 'a'],
  ] as const)('with %j open, from %s going %i, is %s', (open, from, way, next) => {
    expect(nextQuestion(ids, new Set(open), from, way)).toBe(next);
  });
  it('is nowhere without questions', () => expect(nextQuestion([], new Set(), null, 1)).toBeNull());
});

describe('a question', () => {
  it('is prepared with a mark or a word, and blanks are no words', () => {
    expect(isPrepared(EMPTY)).toBe(false);
    expect(isPrepared({ ...EMPTY, note: ' \n' })).toBe(false);
    expect(isPrepared({ ...EMPTY, timing: 'other' })).toBe(true);
    expect(isPrepared({ ...EMPTY, tooLate: 'x' })).toBe(true);
  });
  it('shows what was typed before what is kept', () => {
    const kept = { ...EMPTY, note: 'oud', timing: 'other' as const };
    expect(shownAnswer(kept, { note: 'nieuw', timing: null })).toMatchObject({ note: 'nieuw', timing: null });
    expect(shownAnswer(kept, undefined)).toMatchObject({ note: 'oud', timing: 'other' });
  });
});
