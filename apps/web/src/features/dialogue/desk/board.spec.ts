import { describe, expect, it } from '@jest/globals';
import type { DeskQuestionView, QuestionCategoryView, QuestionDeskView } from '#libs/contracts';
import { actOfKey, boardOf, movedTo, pairKey, pairsOf } from './board';

const question = (id: string, values: Partial<DeskQuestionView> = {}): DeskQuestionView => ({
  id,
  practice: null,
  text: id,
  shownText: null,
  late: false,
  categoryId: null,
  position: 0,
  fate: { kind: 'open' },
  practices: 1,
  merged: [],
  endorsed: 0,
  finding: null,
  sharedAt: null,
  answer: null,
  version: 1,
  ...values,
});
const category = (id: string, position: number): QuestionCategoryView => ({
  id,
  name: id,
  kind: 'questions',
  position,
  minutes: null,
  plannedMinutes: 10,
  version: 1,
});
const desk = (values: Partial<QuestionDeskView> = {}): QuestionDeskView => ({
  sessionId: 's',
  title: 'Huid',
  startsAt: '2027-02-09T18:30:00Z',
  state: 'planned',
  sharesAt: null,
  minutes: 60,
  plannedMinutes: 60,
  sharedAt: null,
  categories: [category('moles', 0), category('acne', 1)],
  questions: [
    question('a', { categoryId: 'moles', position: 1 }),
    question('b', { categoryId: 'moles', position: 0, practices: 3 }),
    question('c'),
    question('d', { fate: { kind: 'parked' } }),
    question('e', { fate: { kind: 'sent-back', reason: 'x' }, categoryId: 'moles' }),
    question('f', { categoryId: 'acne', sharedAt: '2027-01-09T18:30:00Z' }),
  ],
  alike: [
    { a: 'a', b: 'b', likeness: 0.9 },
    { a: 'c', b: 'd', likeness: 0.8 },
  ],
  ...values,
});
const ids = (questions: { id: string }[]) => questions.map(({ id }) => id);

describe('the desk as it is laid out', () => {
  it('has every question in one place: loose, in its category in order, or aside', () => {
    const board = boardOf(desk());
    expect(ids(board.loose)).toEqual(['c']);
    expect(board.categories.map(({ questions }) => ids(questions))).toEqual([['b', 'a'], ['f']]);
    expect(ids(board.aside)).toEqual(['d', 'e']);
    expect(board.unshared).toBe(3);
  });

  it('shows a question of a category that went away as loose, never nowhere', () => {
    expect(ids(boardOf(desk({ categories: [] })).loose)).toEqual(['b', 'c', 'f', 'a']);
  });

  it('moves a question to the end of another category before the server answered', () => {
    const moved = boardOf(movedTo(desk(), 'c', 'moles'));
    expect(moved.categories.map(({ questions }) => ids(questions))).toEqual([['b', 'a', 'c'], ['f']]);
    expect(moved.loose).toEqual([]);
  });

  it('proposes pairs that are on the desk, the one with the most practices as the one that stays', () => {
    const at = desk();
    expect(pairsOf(at, boardOf(at), new Set()).map(({ a, b }) => [a.id, b.id])).toEqual([['b', 'a']]);
    expect(pairsOf(at, boardOf(at), new Set([pairKey('b', 'a')]))).toEqual([]);
  });
});

describe('keys at a question', () => {
  const key = (name: string, held: object = {}) =>
    actOfKey({ key: name, altKey: false, ctrlKey: false, metaKey: false, ...held });
  it.each([
    ['ArrowDown', { do: 'go', to: 'next' }],
    ['End', { do: 'go', to: 'last' }],
    ['0', { do: 'loose' }],
    ['3', { do: 'category', place: 2 }],
    ['m', { do: 'merge' }],
    ['R', { do: 'reword' }],
    ['x', null],
    ['Tab', null],
  ])('%s does %j', (name, act) => {
    expect(key(name)).toEqual(act);
  });
  it('leaves the shortcuts of the browser alone', () => {
    expect([key('r', { ctrlKey: true }), key('p', { metaKey: true }), key('m', { altKey: true })]).toEqual([
      null,
      null,
      null,
    ]);
    expect(key('ArrowUp', { altKey: true })).toEqual({ do: 'up' });
  });
});
