import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OTHER_QUESTIONS } from '#libs/contracts';
import type { BoardQuestion, QuestionBoard } from '../questions/board.queries.js';
import { isPrepared, plannedHour, progressOf, shownCategories } from './preparation.rules.js';

const EMPTY = { timing: null, tooEarly: '', onTime: '', tooLate: '', note: '', version: 0 };
const question = (id: string, more: Partial<BoardQuestion> = {}): BoardQuestion => ({
  id,
  categoryId: null,
  text: `Vraag ${id}?`,
  position: 0,
  late: false,
  fate: null,
  sharedAt: new Date('2026-03-01T09:00:00Z'),
  practiceIds: ['geheim-1'],
  mergedFrom: 1,
  answer: EMPTY,
  ...more,
});
const category = (id: string, questions: BoardQuestion[], more: object = {}) => ({
  id,
  name: id,
  kind: 'questions' as const,
  position: 0,
  minutes: null as number | null,
  questions,
  ...more,
});

describe('the hour of a session (DIA-11)', () => {
  const board: QuestionBoard = {
    categories: [
      category('a', [question('1'), question('2', { sharedAt: null }), question('3')]),
      category('leeg', []),
      category('pauze', [], { minutes: 5 }),
      category('eigen', [], { kind: 'department', minutes: 10 }),
    ],
    loose: [question('4')],
  };

  it('follows the categories with questions or minutes, what stands nowhere, and at the end the own part', () => {
    expect(plannedHour(board, 60).map(({ id, from, minutes }) => [id, from, minutes])).toEqual([
      ['a', 0, 33],
      ['pauze', 33, 5],
      [OTHER_QUESTIONS, 38, 12],
      ['eigen', 50, 10],
    ]);
  });

  it('keeps its times whatever the reader may see of it', () => {
    const seen = plannedHour(board, 60, ({ sharedAt }) => sharedAt !== null);
    expect(seen.map(({ minutes }) => minutes)).toEqual(plannedHour(board, 60).map(({ minutes }) => minutes));
    expect(seen[0]?.questions.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('has parts that follow each other without a gap (property)', () => {
    const categories = fc.array(
      fc.record({
        count: fc.integer({ min: 0, max: 9 }),
        minutes: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
      }),
      { maxLength: 7 },
    );
    fc.assert(
      fc.property(categories, fc.integer({ min: 0, max: 3 }), (given, loose) => {
        const many = (count: number) => Array.from({ length: count }, (_, n) => question(String(n)));
        const parts = plannedHour(
          {
            categories: given.map(({ count, minutes }, n) => category(String(n), many(count), { minutes })),
            loose: many(loose),
          },
          60,
        );
        parts.forEach((part, n) => {
          const before = parts[n - 1];
          expect(part.from).toBe(before ? before.from + before.minutes : 0);
          expect(part.minutes).toBeGreaterThanOrEqual(1);
        });
      }),
    );
  });
});

describe('what the specialist sees (DIA-08)', () => {
  it('counts practices and names none, in no field', () => {
    const parts = plannedHour(
      { categories: [category('a', [question('1', { practiceIds: ['geheim-1', 'geheim-2'] })])], loose: [] },
      60,
    );
    const shown = shownCategories(parts);
    expect(shown[0]?.questions).toEqual([
      { id: '1', text: 'Vraag 1?', practices: 2, late: false, answer: EMPTY },
    ]);
    expect(JSON.stringify(shown)).not.toContain('geheim');
  });

  it('is prepared with a mark or a word, and counts a practice with two questions once', () => {
    expect(isPrepared(EMPTY)).toBe(false);
    expect(isPrepared({ ...EMPTY, note: '  ' })).toBe(false);
    const board: QuestionBoard = {
      categories: [
        category('a', [
          question('1', { answer: { ...EMPTY, timing: 'other' } }),
          question('2', { answer: { ...EMPTY, tooLate: 'bel' }, practiceIds: ['geheim-1', 'geheim-2'] }),
        ]),
      ],
      loose: [question('3', { practiceIds: [] })],
    };
    expect(progressOf(board)).toEqual({ prepared: 2, questions: 3, practices: 2 });
  });
});
