import { describe, expect, it } from '@jest/globals';
import type { Answers, QuestionnaireContent } from '#libs/contracts';
import { asAsked, conditionMet, readAnswers, storable } from './answers.rules.js';

const words = { nl: 'x', en: 'x' };
const scale = { type: 'scale' as const, text: words, min: 1, max: 10, lowLabel: words, highLabel: words };
const options = ['a', 'b', 'c'].map((key) => ({ key, text: words }));
const content: QuestionnaireContent = {
  title: words,
  introduction: words,
  thanks: words,
  minutes: 1,
  items: [
    { key: 'grade', ...scale },
    { key: 'felt', ...scale, max: 5, optional: true, notApplicable: false },
    { key: 'one', type: 'choice', text: words, multiple: false, options, optional: true },
    {
      key: 'several',
      type: 'choice',
      text: words,
      multiple: true,
      options,
      optional: true,
      condition: { item: 'one', operator: 'any-of', options: ['a', 'b'] },
    },
    {
      key: 'why',
      type: 'text',
      text: words,
      maxLength: 20,
      condition: { item: 'several', operator: 'any-of', options: ['c'] },
    },
    { key: 'low', ...scale, condition: { item: 'grade', operator: 'at-most', value: 3 } },
  ],
};

const read = (given: unknown) => readAnswers(content, given);
const grade = { grade: { value: 8 } };

describe('answers against the frozen questionnaire', () => {
  it.each([
    ['an item that is not asked', { ...grade, other: { value: 1 } }, 'other', 'unknown-item'],
    ['a number for a choice', { ...grade, one: { value: 1 } }, 'one', 'wrong-type'],
    ['a text for a grade', { grade: { text: '8' } }, 'grade', 'wrong-type'],
    ['a grade in a text', { grade: { value: '8' } }, 'grade', 'wrong-type'],
    ['two answers in one', { grade: { value: 8, notApplicable: true } }, 'grade', 'wrong-type'],
    ['no answer in one', { grade: {} }, 'grade', 'wrong-type'],
    ['a list', { grade: [8] }, 'grade', 'wrong-type'],
    ['nothing at all for an item', { grade: null }, 'grade', 'wrong-type'],
    ['not applicable as a number', { grade: { notApplicable: 1 } }, 'grade', 'wrong-type'],
    ['a grade below the scale', { grade: { value: 0 } }, 'grade', 'out-of-range'],
    ['a grade above the scale', { grade: { value: 11 } }, 'grade', 'out-of-range'],
    ['half a grade', { grade: { value: 7.5 } }, 'grade', 'out-of-range'],
    ['a grade that is no number', { grade: { value: NaN } }, 'grade', 'out-of-range'],
    ['an option that is not there', { ...grade, one: { options: ['d'] } }, 'one', 'unknown-option'],
    ['an option that is an object', { ...grade, one: { options: [{}] } }, 'one', 'unknown-option'],
    ['two options of one', { ...grade, one: { options: ['a', 'b'] } }, 'one', 'too-many-options'],
    ['no option', { ...grade, one: { options: [] } }, 'one', 'wrong-type'],
    ['an option twice', { ...grade, several: { options: ['a', 'a'] } }, 'several', 'wrong-type'],
    ['a text that is too long', { ...grade, why: { text: 'x'.repeat(21) } }, 'why', 'too-long'],
    [
      'not applicable where it is not offered',
      { ...grade, felt: { notApplicable: true } },
      'felt',
      'not-offered',
    ],
    ['not applicable for a text', { ...grade, why: { notApplicable: true } }, 'why', 'not-offered'],
    ['a question passed over that may not be', { felt: { value: 2 } }, 'grade', 'missing'],
    ['a follow-up passed over that is asked', { grade: { value: 3 } }, 'low', 'missing'],
  ])('refuses %s', (_what, given, item, reason) => {
    expect(read(given).wrong).toEqual([{ item, reason }]);
  });

  it.each([[null], ['x'], [[grade]], [undefined]])('refuses %p as answers', (given) => {
    expect(read(given).wrong).toEqual([{ item: null, reason: 'wrong-type' }]);
  });

  it('refuses to send nothing', () => {
    const optional = { ...content, items: content.items.filter(({ key }) => key === 'one') };
    expect(readAnswers(optional, {}).wrong).toEqual([{ item: null, reason: 'empty' }]);
    expect(readAnswers(optional, { one: { options: ['a'] } }).wrong).toEqual([]);
  });

  it('is not taken in by names that objects have by themselves', () => {
    const given = JSON.parse(
      '{"grade": {"value": 8}, "__proto__": {"value": 1}, "constructor": {"value": 1}}',
    ) as unknown;
    expect(read(given).wrong).toEqual([
      { item: '__proto__', reason: 'unknown-item' },
      { item: 'constructor', reason: 'unknown-item' },
    ]);
  });

  it('takes every kind of answer, in the order of the questionnaire and of its options', () => {
    const given = {
      why: { text: '  omdat\n' },
      several: { options: ['c', 'a'] },
      one: { options: ['b'] },
      grade: { notApplicable: true },
    };
    expect(JSON.stringify(read(given))).toBe(
      JSON.stringify({
        answers: {
          grade: { notApplicable: true },
          one: { options: ['b'] },
          several: { options: ['a', 'c'] },
          why: { text: 'omdat' },
        },
        wrong: [],
      }),
    );
  });

  it('drops the answers to questions that the other answers do not lead to, and what hangs on those', () => {
    const given: Answers = {
      ...grade,
      one: { options: ['c'] },
      several: { options: ['c'] },
      why: { text: 'omdat' },
      low: { value: 2 },
    };
    expect(read(given)).toEqual({ answers: { ...grade, one: { options: ['c'] } }, wrong: [] });
    expect(asAsked(content, given)).toEqual({ ...grade, one: { options: ['c'] } });
  });

  it('counts a blank text as none', () => {
    const given = { ...grade, one: { options: ['a'] }, several: { options: ['c'] }, why: { text: ' \n\t ' } };
    expect(read(given).answers).not.toHaveProperty('why');
  });

  it.each([
    [{ item: 'i', operator: 'any-of' as const, options: ['a'] }, { options: ['a', 'b'] }, true],
    [{ item: 'i', operator: 'any-of' as const, options: ['a'] }, { options: ['b'] }, false],
    [{ item: 'i', operator: 'any-of' as const, options: ['a'] }, { notApplicable: true as const }, false],
    [{ item: 'i', operator: 'at-least' as const, value: 7 }, { value: 7 }, true],
    [{ item: 'i', operator: 'at-least' as const, value: 7 }, { value: 6 }, false],
    [{ item: 'i', operator: 'at-most' as const, value: 6 }, { value: 6 }, true],
    [{ item: 'i', operator: 'at-most' as const, value: 6 }, { value: 7 }, false],
    [{ item: 'i', operator: 'at-most' as const, value: 6 }, { notApplicable: true as const }, false],
    [{ item: 'i', operator: 'at-most' as const, value: 6 }, { options: ['a'] }, false],
  ])('decides %j for %j: %p', (condition, answer, met) => {
    expect(conditionMet(condition, { i: answer })).toBe(met);
    expect(conditionMet(condition, {})).toBe(false);
  });

  it('makes texts storable without moving a single character', () => {
    const given = 'a\u0000b\r\nc\rd\ud800e\u{1f600}\u0085f\tg';
    expect(storable(given)).toBe('a b \nc\nd\ufffde\u{1f600} f\tg');
    expect(storable(given)).toHaveLength(given.length);
  });
});
