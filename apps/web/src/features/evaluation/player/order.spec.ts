import { describe, expect, it } from '@jest/globals';
import type { Answers, QuestionnaireItem } from '#libs/contracts';
import {
  answersToSend,
  askedItems,
  firstOpen,
  holds,
  isGiven,
  offersNotApplicable,
  resumeAt,
  sectionOf,
  withAnswer,
} from './order';

const words = (nl: string) => ({ nl, en: nl });
const scale = (key: string, more: Partial<QuestionnaireItem> = {}) =>
  ({
    type: 'scale',
    key,
    text: words(key),
    min: 1,
    max: 10,
    lowLabel: words('zeer laag'),
    highLabel: words('zeer hoog'),
    ...more,
  }) as QuestionnaireItem;
const choice = (key: string, more: Partial<QuestionnaireItem> = {}) =>
  ({
    type: 'choice',
    key,
    text: words(key),
    multiple: true,
    options: [
      { key: 'a', text: words('a') },
      { key: 'b', text: words('b') },
    ],
    ...more,
  }) as QuestionnaireItem;
const text = (key: string, more: Partial<QuestionnaireItem> = {}) =>
  ({ type: 'text', key, text: words(key), maxLength: 500, ...more }) as QuestionnaireItem;
const keys = (items: QuestionnaireItem[]) => items.map((item) => item.key);

describe('the order of an evaluation (SUR-11)', () => {
  const items = [
    scale('grade'),
    choice('support', { condition: { item: 'grade', operator: 'at-most', value: 6 } }),
    text('which', { condition: { item: 'support', operator: 'any-of', options: ['b'] } }),
    scale('again', { condition: { item: 'grade', operator: 'at-least', value: 7 }, optional: true }),
    text('improve'),
  ];

  it.each<[string, Answers, string[]]>([
    ['asks nothing conditional before the answer is there', {}, ['grade', 'improve']],
    ['asks what a low grade calls for', { grade: { value: 6 } }, ['grade', 'support', 'improve']],
    ['asks what a high grade calls for', { grade: { value: 7 } }, ['grade', 'again', 'improve']],
    [
      'goes on along a chain of conditions',
      { grade: { value: 2 }, support: { options: ['a', 'b'] } },
      ['grade', 'support', 'which', 'improve'],
    ],
    [
      'leaves out the end of a chain whose middle is no longer asked',
      { grade: { value: 9 }, support: { options: ['b'] } },
      ['grade', 'again', 'improve'],
    ],
    [
      'takes "weet ik niet" for no condition at all',
      { grade: { notApplicable: true } },
      ['grade', 'improve'],
    ],
  ])('%s', (_, answers, expected) => {
    expect(keys(askedItems(items, answers))).toEqual(expected);
  });

  it('never holds a condition against an answer of another kind', () => {
    expect(holds({ item: 'x', operator: 'at-least', value: 1 }, { options: ['a'] })).toBe(false);
    expect(holds({ item: 'x', operator: 'any-of', options: ['1'] }, { value: 1 })).toBe(false);
  });

  it('sends what was asked and answered, and nothing of what no longer is', () => {
    const answers: Answers = {
      grade: { value: 9 },
      support: { options: ['b'] },
      which: { text: 'van vroeger' },
      improve: { text: '  meer tijd \n' },
    };
    expect(answersToSend(items, answers)).toEqual({ grade: { value: 9 }, improve: { text: 'meer tijd' } });
  });

  it('sends no empty text and no empty choice', () => {
    const answers: Answers = { grade: { value: 3 }, support: { options: [] }, improve: { text: '  ' } };
    expect(answersToSend(items, answers)).toEqual({ grade: { value: 3 } });
  });

  it('finds the first answer that is missing, past texts and optional items', () => {
    expect(firstOpen(items, {})).toBe('grade');
    expect(firstOpen(items, { grade: { value: 2 } })).toBe('support');
    expect(firstOpen(items, { grade: { value: 2 }, support: { notApplicable: true } })).toBeNull();
    expect(firstOpen(items, { grade: { value: 8 } })).toBeNull();
  });

  it('goes on where this device was, else at the first item without an answer, else at the last', () => {
    const grade: Answers = { grade: { value: 8 } };
    expect(resumeAt(items, grade, 'again')).toBe('again');
    expect(resumeAt(items, grade, 'support')).toBe('again');
    expect(resumeAt(items, {}, null)).toBe('grade');
    const all: Answers = { ...grade, again: { value: 1 }, improve: { text: 'x' } };
    expect(resumeAt(items, all, null)).toBe('improve');
    expect(resumeAt([], {}, null)).toBeNull();
  });

  it('offers "weet ik niet" unless told otherwise, and never with a text (SUR-11)', () => {
    expect(offersNotApplicable(scale('x'))).toBe(true);
    expect(offersNotApplicable(scale('x', { notApplicable: false }))).toBe(false);
    expect(offersNotApplicable(text('x', { notApplicable: true }))).toBe(false);
  });

  it('counts "weet ik niet" as an answer and white space as none', () => {
    expect(isGiven({ notApplicable: true })).toBe(true);
    expect(isGiven({ text: ' \n' })).toBe(false);
    expect(isGiven({ options: [] })).toBe(false);
    expect(isGiven(undefined)).toBe(false);
  });

  it('adds and takes back an answer without touching the others', () => {
    const before: Answers = { grade: { value: 1 } };
    expect(withAnswer(before, 'x', { value: 2 })).toEqual({ grade: { value: 1 }, x: { value: 2 } });
    expect(withAnswer(before, 'grade', null)).toEqual({});
    expect(before).toEqual({ grade: { value: 1 } });
  });

  it('keeps an item under the nearest heading before it', () => {
    const list = [scale('a'), scale('b', { section: words('Steun') }), scale('c'), scale('d')];
    expect(sectionOf(list, 'a')).toBeUndefined();
    expect(sectionOf(list, 'd')).toEqual(words('Steun'));
  });
});
