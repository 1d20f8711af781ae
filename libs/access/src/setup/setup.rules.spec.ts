import { describe, expect, it } from '@jest/globals';
import { newSetupCode, plainSetupCode } from './setup.rules.js';

describe('the set-up code', () => {
  it('is two groups of five letters and digits that cannot be mistaken for each other', () => {
    for (let k = 0; k < 200; k++)
      expect(newSetupCode()).toMatch(/^[A-HJKMNP-TV-Z2-9]{5}-[A-HJKMNP-TV-Z2-9]{5}$/);
  });
  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 500 }, () => newSetupCode())).size).toBe(500);
  });
  it('may be typed in lower case, with spaces or without the dash', () => {
    const code = newSetupCode();
    expect(plainSetupCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(plainSetupCode(code));
  });
});
