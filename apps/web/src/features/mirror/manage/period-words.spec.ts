import { describe, expect, it } from '@jest/globals';
import { codedPeriod, periodMark, periodName, stretchName } from './period-words';

describe('the period of a data set in words', () => {
  it('calls a month, a quarter and a year by their names (MIR-02)', () => {
    expect(stretchName({ from: '2026-03-01', toExclusive: '2026-04-01' }, 'nl')).toBe('maart 2026');
    expect(stretchName({ from: '2026-04-01', toExclusive: '2026-07-01' }, 'nl')).toBe('2e kwartaal 2026');
    expect(stretchName({ from: '2025-01-01', toExclusive: '2026-01-01' }, 'en')).toBe('2025');
  });
  it('names both ends of anything else, and its year once when it is the same (MIR-02)', () => {
    expect(stretchName({ from: '2025-07-01', toExclusive: '2026-07-01' }, 'nl')).toBe(
      'juli 2025 t/m juni 2026',
    );
    expect(stretchName({ from: '2026-02-01', toExclusive: '2026-04-01' }, 'en')).toBe(
      'February to March 2026',
    );
  });
  it('counts the last month when the end is not the first of a month (MIR-02)', () => {
    expect(stretchName({ from: '2026-01-01', toExclusive: '2026-02-15' }, 'nl')).toBe(
      'januari t/m februari 2026',
    );
  });
  it('goes over the end of a year (MIR-02)', () => {
    expect(periodName('2025-10-01', 3, 'nl')).toBe('4e kwartaal 2025');
    expect(periodName('2025-12-01', 1, 'en')).toBe('December 2025');
    expect(periodName('2025-11-01', 3, 'nl')).toBe('november 2025 t/m januari 2026');
  });
  it('has a short mark for under a bar (MIR-02)', () => {
    expect([
      periodMark('2025-03-01', 1, 'nl'),
      periodMark('2025-07-01', 3, 'nl'),
      periodMark('2025-07-01', 3, 'en'),
      periodMark('2025-01-01', 12, 'nl'),
    ]).toEqual(['mrt', 'K3', 'Q3', '2025']);
  });
  it('reads the short forms in which the checks name a period (MIR-02)', () => {
    const read = (code: string) => codedPeriod(code, 'nl', (date) => `dag ${date}`);
    expect(['2026-09', '2026-K3', '2025', '2026-05 +2', '2026-09-28', 'onbekend'].map(read)).toEqual([
      'september 2026',
      '3e kwartaal 2026',
      '2025',
      'mei t/m juni 2026',
      'dag 2026-09-28',
      'onbekend',
    ]);
  });
});
