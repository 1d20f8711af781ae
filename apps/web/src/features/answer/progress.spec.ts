import { describe, expect, it } from '@jest/globals';
import type { AnswerPageView, RoundAnswerView } from '#libs/contracts';
import { progressOf, questionsOf } from './progress';

const round = {
  asks: ['themes', 'excluded-themes', 'dates', 'motivation', 'stay', 'leader'],
  themes: [{ id: 'a', archived: false }],
  dates: [
    { id: 'd1', archived: false },
    { id: 'd2', archived: false },
    { id: 'gone', archived: true },
  ],
};
const page = {
  round,
  partners: { round: 'Intervisie 2026', practices: ['De Kade'] },
} as unknown as AnswerPageView;
const answer = {
  ranked: [],
  excluded: ['a'],
  dates: { d1: 'no' },
  motivation: null,
  stay: null,
  canLead: null,
  leader: null,
} as unknown as RoundAnswerView;

describe('the questions of an answer page', () => {
  it('are only those that the round asks, in a fixed order', () => {
    expect(questionsOf(page)).toEqual(['themes', 'dates', 'motivation', 'stay', 'leader']);
    const short = { ...page, round: { ...page.round, asks: ['stay', 'dates'] } } as unknown as AnswerPageView;
    expect(questionsOf(short)).toEqual(['dates', 'stay']);
  });
  it('leave out earlier partners where there are none', () => {
    expect(questionsOf({ ...page, partners: null })).not.toContain('stay');
  });
});

describe('how far an answer is', () => {
  it('counts an unanswered date as open and a "no" as answered (field B1)', () => {
    expect(progressOf(page, answer).openDates).toBe(1);
    const all = { ...answer, dates: { d1: 'no', d2: 'maybe' } } as RoundAnswerView;
    expect(progressOf(page, all)).toMatchObject({ openDates: 0, done: 1, total: 5 });
  });
  it('misses the name of who can lead', () => {
    const willing = { ...answer, canLead: true };
    expect(progressOf(page, willing)).toMatchObject({ leaderUnnamed: true, done: 0 });
    expect(progressOf(page, { ...answer, canLead: false })).toMatchObject({ leaderUnnamed: false, done: 1 });
  });
});
