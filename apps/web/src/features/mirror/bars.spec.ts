import { describe, expect, it } from '@jest/globals';
import type { GroupComparisonFigure, OwnFigureView } from '#libs/contracts';
import { comparedBars } from './bars';

const own = { value: 57, low: 48, high: 67, numerator: 137, denominator: 2480, expected: null };
const group = (bars: GroupComparisonFigure['bars']) => ({ bars }) as GroupComparisonFigure;
const values = (figure: Pick<OwnFigureView, 'own' | 'group'>) =>
  comparedBars(figure).map((bar) => (bar.own ? 'own' : `${bar.label} ${bar.value ?? ':'}`));

describe('the bars of a figure', () => {
  it('stand from high to low, what is not shown last (MIR-06)', () => {
    const bars = [
      { label: 'Praktijk B', practice: null, value: null, own: false },
      { label: 'Praktijk A', practice: null, value: 52, own: false },
      { label: 'Praktijk D', practice: null, value: 57, own: true },
      { label: 'Praktijk C', practice: null, value: 63, own: false },
    ];
    expect(values({ own, group: group(bars) })).toEqual([
      'Praktijk C 63',
      'own',
      'Praktijk A 52',
      'Praktijk B :',
    ]);
  });
  it('hold the reader’s own once, also where the group does not see it (MIR-07)', () => {
    const bars = [
      { label: 'Praktijk A', practice: null, value: 63, own: false },
      { label: 'Praktijk B', practice: null, value: null, own: false },
      { label: 'Praktijk C', practice: null, value: null, own: false },
    ];
    expect(values({ own, group: group(bars) })).toEqual(['Praktijk A 63', 'own', 'Praktijk B :']);
  });
  it('carry names only where the group agreed to it (SES-07)', () => {
    const bars = [
      { label: 'Praktijk A', practice: 'De Kade', value: 63, own: false },
      { label: 'Praktijk B', practice: null, value: 57, own: true },
    ];
    expect(values({ own, group: group(bars) })).toEqual(['De Kade 63', 'own']);
  });
  it('are one’s own alone without a group', () => {
    expect(values({ own, group: null })).toEqual(['own']);
  });
});
