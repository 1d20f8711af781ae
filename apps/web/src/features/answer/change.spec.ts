import { describe, expect, it } from '@jest/globals';
import type { AnswerPageView } from '#libs/contracts';
import { changedAnswer, mergedChange, partsOf } from './change';

const page = {
  round: { dates: [{ id: 'd1' }, { id: 'd2' }, { id: 'gone', archived: true }] },
  leaderChoices: [{ personId: 'p1', name: 'Noor Veldman' }],
  answer: { ranked: ['a'], excluded: [], dates: { d1: 'no' }, motivation: null, canLead: null, leader: null },
} as unknown as AnswerPageView;

describe('what a practice gives, before it is saved', () => {
  it('keeps the last word on each field and each date (XCT-01)', () => {
    const first = mergedChange(
      { motivation: 2, dates: { d1: 'yes' } },
      { motivation: 4, dates: { d2: null } },
    );
    expect(first).toEqual({ motivation: 4, dates: { d1: 'yes', d2: null } });
  });
  it('lets "all dates" replace what was given before it, and what comes after it stand', () => {
    const all = mergedChange({ dates: { d1: 'no' } }, { allDates: 'yes' });
    expect(all).toEqual({ allDates: 'yes' });
    expect(mergedChange(all, { dates: { d1: 'maybe' } })).toEqual({
      allDates: 'yes',
      dates: { d1: 'maybe' },
    });
  });
  it('sends one leader: a new name or one of the list, never both', () => {
    const leader = { name: 'Els de Wit', email: 'els@delinde.nl' };
    expect(mergedChange({ leaderPersonId: 'p1' }, { leader })).toEqual({ leader });
    expect(mergedChange({ leader }, { leaderPersonId: null })).toEqual({ leaderPersonId: null });
  });
  it('falls apart into pieces that the server takes on their own', () => {
    const parts = partsOf({
      ranked: ['b'],
      excluded: [],
      allDates: 'yes',
      dates: { d1: null },
      motivation: 3,
    });
    expect([...parts]).toEqual([
      ['themes', { ranked: ['b'], excluded: [] }],
      ['dates', { allDates: 'yes', dates: { d1: null } }],
      ['motivation', { motivation: 3 }],
    ]);
  });
});

describe('the answer as it will be', () => {
  it('has every date of the page on yes after one click, and none that was taken off it', () => {
    expect(changedAnswer(page, { allDates: 'yes' }).dates).toEqual({ d1: 'yes', d2: 'yes' });
  });
  it('makes a date unanswered, which is not the same as no (field B1)', () => {
    expect(changedAnswer(page, { dates: { d1: null } }).dates).toEqual({});
  });
  it('names the leader at once, chosen or typed', () => {
    expect(changedAnswer(page, { leaderPersonId: 'p1' }).leader?.name).toBe('Noor Veldman');
    expect(changedAnswer(page, { leader: { name: 'Els', email: 'e@x.nl' } }).leader?.name).toBe('Els');
  });
  it('leaves alone what nobody changed', () => {
    expect(changedAnswer(page, { motivation: 5 })).toEqual({ ...page.answer, motivation: 5 });
    expect(changedAnswer(page, null)).toBe(page.answer);
  });
});
