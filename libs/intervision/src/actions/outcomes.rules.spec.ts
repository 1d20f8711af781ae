import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OutcomeAnswer } from '#libs/contracts';
import { agrees, askingTimes, chainOf, practicesNamedIn, verdictOf, type Consent } from './outcomes.rules.js';

const said = (answers: string): Consent[] =>
  [...answers].map((letter, k) => ({
    practiceId: `p${k}`,
    answer: ({ y: 'yes', n: 'named', x: 'no', '-': null } as const)[letter] ?? null,
  }));
const ALL = ['p0', 'p1', 'p2', 'p3'];

describe('whether an insight leaves its group (SES-02, BES-04)', () => {
  it.each<[string, string[], boolean, 'leave' | 'wait' | 'keep', string]>([
    ['yyyy', ALL, false, 'leave', 'everybody said yes'],
    ['yyny', ALL, false, 'leave', 'a name is a yes'],
    ['yyy-', ALL, false, 'wait', 'one did not answer yet'],
    ['yyyx', ALL, false, 'wait', 'a no may still change'],
    ['yyyx', ALL, true, 'keep', 'a no at the end'],
    ['yyyx', ['p0', 'p1', 'p2'], true, 'keep', 'also of who was not there'],
    ['yyy-', ['p0', 'p1', 'p2'], true, 'leave', 'who was not there and said nothing'],
    ['yyy-', ALL, true, 'keep', 'who was there and said nothing'],
    ['----', [], true, 'keep', 'nobody was there'],
    ['y---', ['p0', 'elsewhere'], true, 'leave', 'alone there'],
    ['', [], true, 'keep', 'nobody was asked'],
    ['', [], false, 'wait', 'nobody was asked'],
  ])('%s, there %j, over %s → %s: %s', (answers, present, over, verdict, _why) => {
    expect(verdictOf(said(answers), present, over)).toBe(verdict);
  });

  const consents = fc.array(fc.constantFrom<OutcomeAnswer | null>('yes', 'named', 'no', null), {
    maxLength: 8,
  });
  it('never leaves over a no, and never without a yes of everybody who was there', () => {
    fc.assert(
      fc.property(consents, fc.array(fc.nat(8)), fc.boolean(), (answers, there, over) => {
        const all = answers.map((answer, k) => ({ practiceId: `p${k}`, answer }));
        const present = there.map((k) => `p${k}`);
        if (verdictOf(all, present, over) !== 'leave') return;
        expect(all.some(({ answer }) => answer === 'no')).toBe(false);
        expect(all.some(agrees)).toBe(true);
        expect(all.filter(({ practiceId }) => !over || present.includes(practiceId)).every(agrees)).toBe(
          true,
        );
      }),
    );
  });
  it('is decided once the time is over', () => {
    fc.assert(
      fc.property(consents, fc.array(fc.nat(8)), (answers, there) => {
        const all = answers.map((answer, k) => ({ practiceId: `p${k}`, answer }));
        expect(
          verdictOf(
            all,
            there.map((k) => `p${k}`),
            true,
          ),
        ).not.toBe('wait');
      }),
    );
  });
});

describe('a sentence that leaves', () => {
  const names = [
    'Huisartsenpraktijk De Linde',
    'Molenveld',
    'Gezondheidscentrum Oude Sluis',
    'Weg',
    'Café’s Hoek',
  ];
  it.each([
    ['Een foto vooraf scheelt een verwijzing.', []],
    ['Bij De Linde maken zij eerst een foto.', ['Huisartsenpraktijk De Linde']],
    ['Zoals huisartsenpraktijk de  linde het doet.', ['Huisartsenpraktijk De Linde']],
    ['Onder de lindeboom is het koel.', []],
    ['MOLENVELD-patiënten en oude sluis', ['Molenveld', 'Gezondheidscentrum Oude Sluis']],
    ['Een weg terug is er altijd.', []],
    ['In Cafe s hoek werkt dat.', ['Café’s Hoek']],
  ])('%s → %j', (text, found) => {
    expect(practicesNamedIn(text, names)).toEqual(found);
  });
});

describe('the way of an insight (LOOP-02)', () => {
  const at = (day: number) => new Date(Date.UTC(2027, 1, day));
  it('is told from the insight on', () => {
    const chain = chainOf({ state: 'offered', insightAt: at(9), askedAt: at(10), endedAt: at(12) }, [
      { stage: 'taken-up', words: 'Op de agenda.', at: at(20) },
    ]);
    expect(chain.map(({ stage, words }) => [stage, words])).toEqual([
      ['insight', null],
      ['asked', null],
      ['offered', null],
      ['taken-up', 'Op de agenda.'],
    ]);
  });
  it('has no end while practices are asked', () => {
    expect(chainOf({ state: 'asking', insightAt: null, askedAt: at(10), endedAt: null }, [])).toHaveLength(1);
  });
  it('gives a night before the mail and a week to answer, on both sides of a change of the clock', () => {
    const { mailAt, answerUntil } = askingTimes(new Date('2027-03-24T20:00:00Z'));
    expect(mailAt.toISOString()).toBe('2027-03-25T08:00:00.000Z');
    expect(answerUntil.toISOString()).toBe('2027-03-31T18:00:00.000Z');
  });
});
