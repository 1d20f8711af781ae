import { describe, expect, it } from '@jest/globals';
import type { QuestionnaireItem } from '#libs/contracts';
import { askedItems } from '../../evaluation/player/order';
import { answersFor } from './preview-answers';

const words = { nl: 'x', en: 'x' };
const items: QuestionnaireItem[] = [
  { type: 'scale', key: 'grade', text: words, min: 1, max: 10, lowLabel: words, highLabel: words },
  {
    type: 'choice',
    key: 'why',
    text: words,
    multiple: true,
    options: [{ key: 'time', text: words }],
    condition: { item: 'grade', operator: 'at-most', value: 6 },
  },
  {
    type: 'text',
    key: 'more',
    text: words,
    maxLength: 100,
    condition: { item: 'why', operator: 'any-of', options: ['time'] },
  },
  {
    type: 'text',
    key: 'lost',
    text: words,
    maxLength: 100,
    condition: { item: 'gone', operator: 'at-least', value: 1 },
  },
];
const asked = (key: string) => askedItems(items, answersFor(items, key, {})).map((item) => item.key);

describe('the preview of one item', () => {
  it('answers what the item depends on, and what that depends on', () => {
    expect(answersFor(items, 'more', {})).toEqual({ grade: { value: 6 }, why: { options: ['time'] } });
    expect(asked('more')).toEqual(['grade', 'why', 'more']);
  });

  it('leaves other answers as they are', () => {
    expect(answersFor(items, 'grade', { grade: { value: 9 } })).toEqual({ grade: { value: 9 } });
  });

  it('changes nothing where no answer can help', () => {
    expect(answersFor(items, 'lost', { grade: { value: 9 } })).toEqual({ grade: { value: 9 } });
  });
});
