import { describe, expect, it } from '@jest/globals';
import { assertTimeline, DEFAULT_TIMELINE } from './settings.rules.js';

describe('the moments of a region', () => {
  it('can be followed by default', () => {
    expect(() => assertTimeline(DEFAULT_TIMELINE)).not.toThrow();
  });
  it.each([
    ['invite', { days: 1, time: '09:00' }, 'side'],
    ['practical', { days: 0, time: '09:00' }, 'side'],
    ['handout', { days: -1, time: '09:00' }, 'side'],
    ['remind', { days: -50, time: '09:00' }, 'order'],
    ['share', { days: -42, time: '08:00' }, 'order'],
    ['remind-handout', { days: 1, time: '09:00' }, 'order'],
  ] as const)('cannot put %s on day %o', (kind, offset, reason) => {
    expect(() => assertTimeline({ ...DEFAULT_TIMELINE, [kind]: offset })).toThrow(reason);
  });
  it('leaves out what it does not want', () => {
    const none = { days: null, time: '09:00' };
    expect(() => assertTimeline({ ...DEFAULT_TIMELINE, invite: none, remind: none })).not.toThrow();
  });
});
