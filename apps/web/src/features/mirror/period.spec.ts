import { describe, expect, it } from '@jest/globals';
import { periodWords, pointWords } from './period';

describe('a period of figures', () => {
  it('is said with its first and last month, both included', () => {
    const period = { from: '2025-10-01', toExclusive: '2026-10-01' };
    expect(periodWords(period, 'nl')).toBe('okt 2025 t/m sep 2026');
    expect(periodWords(period, 'en')).toMatch(/^Oct 2025 to Sept? 2026$/);
  });
  it('is one word where one is enough', () => {
    expect(periodWords({ from: '2026-01-01', toExclusive: '2027-01-01' }, 'nl')).toBe('2026');
    expect(periodWords({ from: '2026-02-01', toExclusive: '2026-03-01' }, 'nl')).toBe('feb 2026');
  });
  it('is short at a point of a trend', () => {
    expect(pointWords('2026-09-01', 1, 'nl')).toBe('sep 2026');
    expect(pointWords('2026-07-01', 3, 'nl')).toBe('kw 3 2026');
    expect(pointWords('2026-07-01', 3, 'en')).toBe('Q 3 2026');
    expect(pointWords('2026-01-01', 12, 'nl')).toBe('2026');
  });
});
