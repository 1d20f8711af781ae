import { describe, expect, it } from '@jest/globals';
import { codeOf, isCode } from './code-of';

describe('the code of a measure', () => {
  it('is written in capitals, digits and dashes while it is typed (MIR-02)', () => {
    expect(codeOf('spoed ggz')).toBe('SPOED-GGZ');
    expect(codeOf('Échografie_2')).toBe('ECHOGRAFIE-2');
    expect(codeOf('x'.repeat(40))).toHaveLength(30);
  });
  it('starts with a letter and does not end with a dash (MIR-02)', () => {
    expect(['VERW', 'VERW-2B', 'V2'].map(isCode)).toEqual([true, true, true]);
    expect(['', '2VERW', 'VERW-', '-VERW', 'A--B', 'verw', 'A'.repeat(31)].map(isCode)).toEqual(
      Array.from({ length: 7 }, () => false),
    );
  });
});
