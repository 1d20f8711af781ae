import { describe, expect, it } from '@jest/globals';
import { MANDATORY_STATES, type MandatoryPracticeView, type MandatoryState } from '#libs/contracts';
import { addressOf, countStates, seenPractices, stateIn, yearsAround } from './mandatory-list';

const practice = (
  name: string,
  state: MandatoryState,
  group: string | null = null,
): MandatoryPracticeView => ({
  practiceId: name,
  practice: name,
  town: 'Vlierdam',
  state,
  reason: null,
  meeting: group === null ? null : { id: group, title: 'Polyfarmacie', group, date: '2027-02-09' },
  extra: [],
});
const ALL = [
  practice('De Linde', 'met', 'Groep 3'),
  practice('Café Wegzicht', 'coming', 'Groep 4'),
  practice('De Kade', 'not-yet'),
];
const names = (state: MandatoryState | null, search = '') =>
  seenPractices(ALL, state, search).map((one) => one.practice);

describe('the overview of the mandatory meeting (GRP-03)', () => {
  it('counts every state, and all', () =>
    expect(countStates(ALL)).toEqual({ all: 3, met: 1, coming: 1, 'not-yet': 1 }));

  it('shows who has not, and finds by name, place, group and meeting', () => {
    expect(names('not-yet')).toEqual(['De Kade']);
    expect(names(null, 'cafe')).toEqual(['Café Wegzicht']);
    expect(names(null, 'groep 3')).toEqual(['De Linde']);
    expect(names(null, 'polyfarmacie')).toEqual(['De Linde', 'Café Wegzicht']);
    expect(names('met', 'kade')).toEqual([]);
  });

  it('says every state in the address, and reads nothing else from it', () => {
    for (const state of MANDATORY_STATES) expect(stateIn(addressOf(state))).toBe(state);
    expect([stateIn('iets'), stateIn(null)]).toEqual([null, null]);
  });

  it('offers the next year, four back, and the one that was asked for', () => {
    expect(yearsAround(2027, 2027)).toEqual([2028, 2027, 2026, 2025, 2024]);
    expect(yearsAround(2027, 2019)).toEqual([2028, 2027, 2026, 2025, 2024, 2019]);
  });
});
