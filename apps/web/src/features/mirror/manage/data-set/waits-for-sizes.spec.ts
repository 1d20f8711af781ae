import { describe, expect, it } from '@jest/globals';
import type { CheckCode, CheckSeverity, ExtractProfileView } from '#libs/contracts';
import { waitsForSizes } from './waits-for-sizes';

const profile = (...checks: [CheckCode, CheckSeverity][]) =>
  ({
    checks: checks.map(([code, severity]) => ({
      code,
      severity,
      sentence: { nl: code, en: code },
      count: 1,
      examples: [],
    })),
  }) as unknown as ExtractProfileView;

describe('a delivery without list sizes', () => {
  it('can be approved once those of another delivery are there (MIR-01)', () => {
    expect(waitsForSizes({ profile: profile(['no-list-size', 'stop'], ['gap', 'warning']) })).toBe(true);
  });
  it('is not the same as one that something else keeps from approval (MIR-02)', () => {
    expect(waitsForSizes({ profile: profile(['no-list-size', 'stop'], ['total-differs', 'stop']) })).toBe(
      false,
    );
    expect(waitsForSizes({ profile: profile(['gap', 'warning']) })).toBe(false);
    expect(waitsForSizes({ profile: null })).toBe(false);
  });
});
