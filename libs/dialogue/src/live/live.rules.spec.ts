import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OTHER_QUESTIONS, type LiveQuestionView } from '#libs/contracts';
import type { BoardQuestion, QuestionBoard } from '../questions/board.queries.js';
import {
  afterQuestion,
  changedQuestions,
  fateAtEnd,
  liveQuestions,
  nextPart,
  ownView,
  partsOf,
  publicView,
  type KnownFollowUp,
} from './live.rules.js';

const NO_ANSWER = { timing: null, tooEarly: '', onTime: '', tooLate: '', note: '', version: 0 } as const;
const asked = (id: string, more: Partial<BoardQuestion> = {}): BoardQuestion => ({
  id,
  categoryId: null,
  text: `Vraag ${id}?`,
  position: 0,
  late: false,
  fate: null,
  sharedAt: null,
  practiceIds: ['p1', 'p2'],
  mergedFrom: 1,
  answer: { ...NO_ANSWER },
  ...more,
});
const board = (
  categories: {
    id: string;
    kind?: 'questions' | 'department';
    minutes?: number;
    questions: BoardQuestion[];
  }[],
  loose: BoardQuestion[] = [],
): QuestionBoard => ({
  categories: categories.map(({ kind = 'questions', minutes = null, ...one }, position) => ({
    name: one.id,
    kind,
    position,
    minutes,
    ...one,
  })),
  loose,
});
const START = { questionId: null, skipped: [] };

describe('the hour of a session', () => {
  it('has a part for what has questions, minutes or the department’s word, and one for what nobody placed (feature 26)', () => {
    const parts = partsOf(
      board(
        [
          { id: 'a', questions: [asked('1'), asked('2')] },
          { id: 'leeg', questions: [] },
          { id: 'welkom', minutes: 5, questions: [] },
          { id: 'eigen', kind: 'department', minutes: 10, questions: [] },
        ],
        [asked('3')],
      ),
      60,
    );
    expect(parts.map(({ id }) => id)).toEqual(['a', 'welkom', OTHER_QUESTIONS, 'eigen']);
    expect(parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(3600);
    expect(partsOf(board([]), 60)).toEqual([{ id: OTHER_QUESTIONS, name: 'Overige vragen', seconds: 3600 }]);
  });

  it('shows each question with its state and no practice, in no field (DIA-10)', () => {
    const views = liveQuestions(
      board(
        [
          {
            id: 'a',
            questions: [
              asked('1', { fate: 'answered-live' }),
              asked('2'),
              asked('3'),
              asked('4', { fate: 'parked' }),
            ],
          },
        ],
        [asked('5')],
      ),
      { questionId: '2', skipped: ['3'] },
    );
    expect(views.map(({ state }) => state)).toEqual(['answered', 'current', 'skipped', 'parked', 'open']);
    expect(views.map(({ categoryId, position }) => `${categoryId}${position}`)).toEqual([
      'a1',
      'a2',
      'a3',
      'a4',
      `${OTHER_QUESTIONS}1`,
    ]);
    expect(JSON.stringify(views)).not.toContain('p1');
  });

  it('goes on in the part, then to the next part, past parts that are done, and stays when all was asked (DIA-11)', () => {
    const hour = (states: Record<string, LiveQuestionView['state']>, done: string[] = []) => ({
      parts: ['a', 'b', 'eigen', 'c'].map((id) => ({ id, done: done.includes(id) })),
      questions: Object.entries(states).map(([id, state]) => ({
        id,
        categoryId: id[0] as string,
        position: Number(id[1]),
        text: id,
        practices: 1,
        state,
      })),
    });
    expect(afterQuestion(hour({ a1: 'answered', a2: 'open' }), 'a', 'a1')).toEqual({
      partId: 'a',
      questionId: 'a2',
    });
    // one that was jumped over comes back before the part is left
    expect(afterQuestion(hour({ a1: 'open', a2: 'answered', b1: 'open' }), 'a', 'a2').questionId).toBe('a1');
    expect(afterQuestion(hour({ a1: 'skipped', b1: 'parked', c1: 'open' }), 'a', 'a1')).toEqual({
      partId: 'eigen',
      questionId: null,
    });
    expect(nextPart(hour({ a1: 'answered', b1: 'answered', c1: 'open' }, ['a', 'b']), 'eigen')).toEqual({
      partId: 'c',
      questionId: 'c1',
    });
    expect(
      afterQuestion(hour({ a1: 'answered', b1: 'answered', c1: 'answered' }, ['a', 'b', 'eigen']), 'c', 'c1'),
    ).toEqual({ partId: 'c', questionId: null });
  });

  it('always gives what was not answered a fate: written down, or parked (feature 40)', () => {
    expect(fateAtEnd(asked('1'))).toBe('parked');
    expect(fateAtEnd(asked('1', { answer: { ...NO_ANSWER, note: 'Ja.' } }))).toBe('in-handout');
    expect(fateAtEnd(asked('1', { answer: { ...NO_ANSWER, timing: 'on-time' } }))).toBe('in-handout');
  });

  it('tells what changed, all of it and nothing else', () => {
    const question = fc.record({ fate: fc.constantFrom(null, 'answered-live' as const, 'parked' as const) });
    fc.assert(
      fc.property(fc.array(question, { maxLength: 8 }), fc.nat(8), fc.nat(8), (fates, on, flipped) => {
        const of = (change: number) =>
          board([
            {
              id: 'a',
              questions: fates.map(({ fate }, at) =>
                asked(String(at), { fate: at === change ? (fate === null ? 'parked' : null) : fate }),
              ),
            },
          ]);
        const before = liveQuestions(of(-1), START);
        const now = liveQuestions(of(flipped), { questionId: String(on), skipped: [] });
        const told = new Map(changedQuestions(before, now).map((one) => [one.id, one]));
        expect(before.map((one) => told.get(one.id) ?? one)).toEqual(now);
        for (const one of told.values()) expect(before).not.toContainEqual(one);
      }),
    );
  });
});

describe('a follow-up question', () => {
  const known: KnownFollowUp = {
    id: 'f',
    questionId: 'q',
    practiceId: 'p1',
    practice: 'De Linde',
    text: 'Ook bij kinderen?',
    named: false,
    shown: true,
    state: 'shown',
    note: 'Ja',
    askedAt: new Date('2026-11-12T18:40:00Z'),
    endorsements: 2,
  };

  it('names its asker to others only where the asker chose so (DIA-10)', () => {
    expect(publicView(known)).toMatchObject({ by: 'anonymous' });
    expect(JSON.stringify(publicView(known))).not.toMatch(/Linde|p1|Ja/);
    expect(publicView({ ...known, named: true })).toMatchObject({ by: 'practice', practice: 'De Linde' });
  });

  it.each(['new', 'removed', 'withdrawn'] as const)('is not there for others while %s', (state) => {
    expect(publicView({ ...known, state })).toBeNull();
    expect(ownView({ ...known, state })).toMatchObject({ state });
  });

  it('stays unseen when it was parked without ever being shown', () => {
    expect(publicView({ ...known, state: 'parked', shown: false })).toBeNull();
  });
});
