import { describe, expect, it } from '@jest/globals';
import type { WaitingMode } from '../modes/open-modes.queries.js';
import { remarksTask, signTask } from './attention.rules.js';

const mode = (signed: number): WaitingMode => ({
  id: 'o1',
  groupId: 'g1',
  group: 'Groep 2',
  practiceId: 'p1',
  practice: 'De Linde',
  endsOn: '2027-06-30',
  state: 'proposed',
  signed,
  scope: {
    groupId: 'g1',
    members: ['p1', 'p2', 'p3', 'p4'],
    measures: ['VERW'],
    period: { from: '2025-10-01', toExclusive: '2026-10-01' },
    granularity: 'year',
    viewers: ['practice-holder'],
    exportAllowed: false,
    endsOn: '2027-06-30',
  },
});

describe('what figures ask for on the home page', () => {
  it.each([
    [0, '0 van 4 praktijken tekenden al.'],
    [1, '1 van 4 praktijken tekende al.'],
    [3, '3 van 4 praktijken tekenden al.'],
  ])('says how many signed: %i', (signed, sentence) => {
    expect(signTask(mode(signed), false).sentence.nl.startsWith(sentence)).toBe(true);
  });

  it('names the practice to who holds several', () => {
    expect(signTask(mode(1), false).title.nl).toBe('U kunt tekenen: cijfers met naam in Groep 2');
    expect(signTask(mode(1), true).title.nl).toBe(
      'U kunt tekenen voor De Linde: cijfers met naam in Groep 2',
    );
  });

  it('counts remarks and disputes in whole sentences, and asks nothing when none wait', () => {
    expect(remarksTask({ waiting: 0, disputes: 0 })).toEqual([]);
    expect(remarksTask({ waiting: 1, disputes: 0 })[0]).toMatchObject({
      title: { en: '1 remark on figures waits for an answer' },
      sentence: { en: 'No practice disputes a figure.' },
      minutes: 3,
    });
    expect(remarksTask({ waiting: 40, disputes: 2 })[0]).toMatchObject({
      title: { nl: '40 opmerkingen over cijfers wachten op antwoord' },
      sentence: { nl: '2 keer wordt een cijfer betwist.' },
      minutes: 30,
    });
  });
});
