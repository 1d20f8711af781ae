import { describe, expect, it } from '@jest/globals';
import { AlikeQuestions } from './alike-questions.service.js';
import { alikePairs } from './likeness.rules.js';

const MOLES = [
  { id: 'a', text: 'Wanneer moeten wij een moedervlek insturen?' },
  { id: 'b', text: 'Welke moedervlekken wilt u zien?' },
  { id: 'c', text: 'Mag de huisarts isotretinoïne voorschrijven bij acne?' },
];

describe('questions that look alike, worked out once (DIA-17)', () => {
  it('are the same list as long as the words stay, and another when they change', () => {
    const alike = new AlikeQuestions();
    const first = alike.of('s', MOLES);
    expect(first).toEqual(alikePairs(MOLES));
    expect(alike.of('s', [...MOLES])).toBe(first);
    const changed = MOLES.map((one) => (one.id === 'b' ? { ...one, text: 'Hoe lang mag prednison?' } : one));
    expect(alike.of('s', changed)).toEqual(alikePairs(changed));
    expect(alike.of('s', changed)).not.toEqual(first);
  });

  it('belong to one session, and only some sessions are kept', () => {
    const alike = new AlikeQuestions();
    const first = alike.of('first', MOLES);
    expect(alike.of('other', MOLES)).not.toBe(first);
    for (let at = 0; at < 18; at += 1) alike.of(`s${at}`, []);
    expect(alike.of('first', MOLES)).toBe(first);
    for (let at = 18; at < 40; at += 1) alike.of(`s${at}`, []);
    expect(alike.of('first', MOLES)).not.toBe(first);
  });
});
