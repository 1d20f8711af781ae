import { describe, expect, it } from '@jest/globals';
import type { FigureChoicesView } from '#libs/contracts';
import { chosenFrom, itemFor } from './choice';

const choices: Pick<FigureChoicesView, 'measures' | 'items' | 'periods' | 'groups'> = {
  measures: [
    { code: 'VERW', title: { nl: 'Verwijzingen', en: 'Referrals' }, kind: 'referrals', overdue: false },
    { code: 'DIAG', title: { nl: 'Diagnostiek', en: 'Diagnostics' }, kind: 'diagnostics', overdue: false },
  ],
  items: [
    { kind: 'referrals', code: 'DER', name: 'Dermatologie' },
    { kind: 'referrals', code: 'CAR', name: 'Cardiologie' },
    { kind: 'diagnostics', code: 'LAB', name: 'Laboratorium' },
  ],
  periods: [{ from: '2025-10-01', toExclusive: '2026-10-01' }],
  groups: [
    { id: 'g1', name: 'Groep 1', mode: 'none' },
    { id: 'g2', name: 'Groep 2', mode: 'pseudonymous' },
  ],
};
const from = (address: Record<string, string>) => chosenFrom(choices, (name) => address[name] ?? null);

describe('the choice in the address', () => {
  it('is nothing without a measure that exists', () => {
    expect(from({})).toBeNull();
    expect(from({ maat: 'WEG', onderdeel: 'DER' })).toBeNull();
  });
  it('falls back to what exists, and to a group that is compared', () => {
    expect(from({ maat: 'VERW', onderdeel: 'CAR', vanaf: '2025-10-01', groep: 'g1' })).toEqual({
      measure: 'VERW',
      item: 'CAR',
      from: '2025-10-01',
      group: 'g1',
    });
    expect(from({ maat: 'VERW', onderdeel: 'LAB', vanaf: '1999-01-01', groep: 'weg' })).toEqual({
      measure: 'VERW',
      item: '*',
      from: null,
      group: 'g2',
    });
  });
  it('keeps the item with another measure where it can', () => {
    expect(itemFor(choices, 'VERW', 'CAR')).toBe('CAR');
    expect(itemFor(choices, 'DIAG', 'CAR')).toBe('*');
    expect(itemFor(choices, 'DIAG', '*')).toBe('*');
  });
});
