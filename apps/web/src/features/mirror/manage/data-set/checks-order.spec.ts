import { describe, expect, it } from '@jest/globals';
import type { CheckCode, CheckSeverity, ExtractCheckView } from '#libs/contracts';
import { worstFirst } from './checks-order';

const check = (code: CheckCode, severity: CheckSeverity, count: number): ExtractCheckView => ({
  code,
  severity,
  sentence: { nl: code, en: code },
  count,
  examples: [],
});

describe('what was found in a data set', () => {
  it('stands worst first, then what was found most (MIR-02)', () => {
    const found = [
      check('late-period', 'note', 9),
      check('gap', 'warning', 2),
      check('jump', 'warning', 5),
      check('no-list-size', 'stop', 1),
    ];
    expect(worstFirst(found).map(({ code }) => code)).toEqual(['no-list-size', 'jump', 'gap', 'late-period']);
  });
});
