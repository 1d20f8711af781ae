import { describe, expect, it } from '@jest/globals';
import type { HandoutContent } from '#libs/contracts';
import { bodyOf, clashesOf, fieldOf, tipsOf, valueIn } from './fields';

const content: HandoutContent = {
  title: 'Naslagwerk',
  introduction: '',
  sections: [
    {
      title: 'Huid',
      items: [
        {
          questionId: 'q1',
          followUpId: null,
          question: 'Wanneer?',
          practices: 2,
          timing: 'on-time',
          tooEarly: '',
          onTime: '',
          tooLate: '',
          answer: 'Meteen.',
          hidden: false,
        },
      ],
    },
  ],
  tells: '',
  misses: '',
  process: '',
  tips: ['Bel.', 'Stuur een foto.'],
  contact: { phone: '030', phoneHours: '', adviceConsult: '', agreementUrl: '' },
};

describe('the fields of a handout', () => {
  it.each([
    ['texts', { title: 'Nieuw' }, { title: 'Nieuw' }],
    ['texts', { tips: ' a \n\nb' }, { tips: ['a', 'b'] }],
    ['contact', { phone: '1', confirmed: true }, { contact: { phone: '1' }, confirmed: true }],
    ['q1', { answer: 'Ja', hidden: true }, { items: [{ id: 'q1', answer: 'Ja', hidden: true }] }],
  ])('of %s are sent as the server takes them', (thing, fields, body) => {
    expect(bodyOf(thing, fields)).toEqual(body);
  });

  it('are found in what the server has', () => {
    expect(valueIn(content, 'texts', 'tips')).toBe('Bel.\nStuur een foto.');
    expect(valueIn(content, 'contact', 'phone')).toBe('030');
    expect(valueIn(content, 'q1', 'answer')).toBe('Meteen.');
    expect(valueIn(content, 'q2', 'answer')).toBeUndefined();
    expect(fieldOf('q1:answer')).toBe('answer');
    expect(fieldOf('tells')).toBe('tells');
    expect(tipsOf('\n')).toEqual([]);
  });

  it('clash only where somebody else changed the very same field to something else', () => {
    const theirs = structuredClone(content);
    theirs.sections[0]!.items[0]!.answer = 'Binnen een week.';
    theirs.title = 'Andere titel';
    expect(clashesOf(content, theirs, 'q1', { answer: 'Binnen een dag.' })).toEqual({
      answer: 'Binnen een week.',
    });
    expect(clashesOf(content, theirs, 'q1', { answer: 'Binnen een week.' })).toEqual({});
    expect(clashesOf(content, theirs, 'q1', { timing: null })).toEqual({});
    expect(clashesOf(content, theirs, 'contact', { phone: '2', confirmed: true })).toEqual({});
  });
});
