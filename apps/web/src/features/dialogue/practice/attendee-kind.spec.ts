import { describe, expect, it } from '@jest/globals';
import { kindOf } from './attendee-kind';

describe('what somebody comes as (ORG-12)', () => {
  it.each([
    [null, 'gp'],
    ['Huisarts', 'gp'],
    ['Waarnemer', 'locum'],
    ['waarnemend huisarts', 'locum'],
    ['AIOS', 'trainee'],
    ['huisarts in opleiding', 'trainee'],
    ['POH-GGZ', 'other'],
    ['Doktersassistente', 'other'],
  ])('%s: %s', (title, kind) => {
    expect(kindOf(title)).toBe(kind);
  });
});
