import { describe, expect, it } from '@jest/globals';
import type { RoundState } from '#libs/contracts';
import { DomainError } from '#libs/platform';
import { changeAnswer, liveAnswer, mayEdit, type AnswerChange, type AnswerFields } from './answers.rules.js';

const empty: AnswerFields = {
  ranked: [],
  excluded: [],
  dates: {},
  motivation: null,
  stay: null,
  canLead: null,
};
const page = {
  themes: ['a', 'b', 'c', 'd', 'old'].map((id) => ({ id, archived: id === 'old' })),
  dates: ['d1', 'd2', 'd3', 'gone'].map((id) => ({ id, archived: id === 'gone' })),
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('an answer', () => {
  it('starts empty and fills in nothing by itself (field B1: no default no)', () => {
    expect(changeAnswer(empty, {}, page)).toEqual(empty);
    expect(changeAnswer(empty, { dates: { d1: 'yes' } }, page).dates).toEqual({ d1: 'yes' });
  });

  it('changes the field that is given and no other', () => {
    const now: AnswerFields = { ...empty, ranked: ['a'], motivation: 4, stay: 'yes', canLead: false };
    expect(changeAnswer(now, { motivation: null }, page)).toEqual({ ...now, motivation: null });
    expect(changeAnswer(now, { canLead: true, stay: undefined }, page)).toEqual({ ...now, canLead: true });
  });

  it('says yes to every date of the page in one click, and to no other (journeys D1)', () => {
    const now = { ...empty, dates: { gone: 'no' as const, d1: 'no' as const } };
    expect(changeAnswer(now, { allDates: 'yes' }, page).dates).toEqual({
      gone: 'no',
      d1: 'yes',
      d2: 'yes',
      d3: 'yes',
    });
  });

  it('lets one date differ in the same save, and makes a date unanswered again', () => {
    const all = changeAnswer(empty, { allDates: 'yes', dates: { d2: 'maybe', d3: null } }, page);
    expect(all.dates).toEqual({ d1: 'yes', d2: 'maybe' });
  });

  it.each<[string, AnswerChange, string]>([
    ['three themes', { ranked: ['a', 'b', 'c'] }, 'none'],
    ['four themes', { ranked: ['a', 'b', 'c', 'd'] }, 'validation.failed'],
    ['a theme twice', { ranked: ['a', 'a'] }, 'validation.failed'],
    ['a theme both ranked and excluded', { ranked: ['a'], excluded: ['a'] }, 'validation.failed'],
    ['a theme of another round', { ranked: ['x'] }, 'answer.theme-unknown'],
    ['an excluded theme of another round', { excluded: ['x'] }, 'answer.theme-unknown'],
    ['a date of another round', { dates: { x: 'yes' } }, 'answer.date-unknown'],
    ['a date that was taken off while the page was open', { dates: { gone: 'yes' } }, 'none'],
    ['a theme that was taken off while the page was open', { ranked: ['old', 'a'] }, 'none'],
    ['motivation 0', { motivation: 0 }, 'validation.failed'],
    ['motivation 6', { motivation: 6 }, 'validation.failed'],
    ['motivation 5', { motivation: 5 }, 'none'],
  ])('%s gives %s', (_what, change, code) => {
    expect(codeOf(() => changeAnswer(empty, change, page))).toBe(code);
  });

  it('refuses to exclude what was ranked before, rather than lose a vote', () => {
    expect(codeOf(() => changeAnswer({ ...empty, ranked: ['a'] }, { excluded: ['a'] }, page))).toBe(
      'validation.failed',
    );
    expect(changeAnswer({ ...empty, ranked: ['a'] }, { ranked: [], excluded: ['a'] }, page)).toMatchObject({
      ranked: [],
      excluded: ['a'],
    });
  });

  it.each<[string, string[], string[], string[]]>([
    ['keeps its place', ['old', 'a', 'b'], ['b', 'a'], ['old', 'b', 'a']],
    ['keeps its place in the middle', ['a', 'old', 'b'], ['b'], ['b', 'old']],
    ['makes room for a full list', ['old', 'a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'old']],
    ['is not doubled', ['old', 'a'], ['old', 'b'], ['old', 'b']],
  ])('a vote for an archived theme %s (features 10)', (_what, now, given, next) => {
    expect(changeAnswer({ ...empty, ranked: now }, { ranked: given }, page).ranked).toEqual(next);
  });

  it('is shown without what was taken off the page, at most three themes', () => {
    const answer = {
      ranked: ['old', 'a', 'b', 'c', 'd'],
      excluded: ['old'],
      dates: { gone: 'no' as const, d1: 'yes' as const },
    };
    expect(liveAnswer(answer, page)).toEqual({ ranked: ['a', 'b', 'c'], excluded: [], dates: { d1: 'yes' } });
  });
});

describe('who may change an answer when', () => {
  const until = new Date('2026-12-04T16:00:00Z');
  const before = new Date('2026-12-04T15:59:59Z');
  it.each<[RoundState, Date, boolean, boolean]>([
    ['draft', before, false, false],
    ['open', before, true, true],
    ['open', until, false, true],
    ['closed', before, false, true],
    ['published', before, false, false],
    ['archived', before, false, false],
  ])('%s at %s: practice %s, coordinator %s', (state, now, practice, coordinator) => {
    expect(mayEdit({ state, answerUntil: until }, false, now)).toBe(practice);
    expect(mayEdit({ state, answerUntil: until }, true, now)).toBe(coordinator);
  });
});
