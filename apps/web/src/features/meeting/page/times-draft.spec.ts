import { describe, expect, it } from '@jest/globals';
import { linkFits, timesFit } from './times-draft';

describe('the times of a meeting as they are typed', () => {
  const now = Date.parse('2027-02-09T18:30:00Z'); // 19.30 uur
  const evening = { date: '2027-02-09', startTime: '19:30', endTime: '21:00' };

  it.each([
    ['an evening to come', evening, true],
    ['no date', { ...evening, date: '' }, false],
    ['no begin', { ...evening, startTime: '' }, false],
    ['an end before the begin', { ...evening, endTime: '19:00' }, false],
    ['an evening that is over', { ...evening, date: '2027-02-08' }, false],
    ['a meeting that goes on', { ...evening, startTime: '19:00' }, true],
  ])('%s', (_what, times, fits) => expect(timesFit(times, now)).toBe(fits));

  it.each([
    ['', true],
    [' https://teams.example/abc ', true],
    ['http://teams.example', false],
    ['javascript:alert(1)', false],
    ['teams', false],
  ])('a link of "%s": %s', (text, fits) => expect(linkFits(text)).toBe(fits));
});
