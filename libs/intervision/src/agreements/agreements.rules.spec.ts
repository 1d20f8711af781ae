import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGREEMENT_POINTS, type RoundKindSlug } from '#libs/contracts';
import { ROUND_KINDS } from '../rounds/round-kinds.rules.js';
import { changeOf, packAt, tidyPoints } from './agreements.rules.js';
import { startingPoints } from './starting-texts.rules.js';

describe('a group agreement', () => {
  it.each(ROUND_KINDS.map(({ slug }) => slug))('has a text to start from that fits: %s (SES-01)', (slug) => {
    for (const language of ['nl', 'en'] as const) {
      const points = startingPoints(slug, language);
      expect(points.length).toBeGreaterThanOrEqual(6);
      expect(points.length).toBeLessThanOrEqual(AGREEMENT_POINTS.most);
      expect(tidyPoints(points)).toEqual(points);
      for (const point of points) expect(point.length).toBeLessThanOrEqual(AGREEMENT_POINTS.longest);
    }
    expect(startingPoints(slug, 'nl')).toHaveLength(startingPoints(slug, 'en').length);
  });

  it('starts with the scope rule where the kind of group has one (GRP-11)', () => {
    const first = (slug: RoundKindSlug) => startingPoints(slug, 'nl')[0];
    expect(first('assistants')).toContain('geen medische inhoud');
    expect(first('plus-praktijk')).toContain('blijft hier');
  });

  it('keeps points on one line, none empty and none twice', () => {
    expect(tidyPoints(['  Wij  komen\nop tijd ', '', ' ', 'Wij komen op tijd', 'B'])).toEqual([
      'Wij komen op tijd',
      'B',
    ]);
  });

  it('tells what a version changed, so that the version before can be made again', () => {
    const points = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(points, points, (before, after) => {
        const { added, removed } = changeOf(before, after);
        expect(new Set([...after.filter((one) => !added.includes(one)), ...removed])).toEqual(
          new Set(before),
        );
      }),
    );
  });
});

describe('the pack of a leader', () => {
  it.each([
    // over both changes of the clock it comes at nine
    ['2027-02-09T18:30:00Z', '2027-02-02T08:00:00.000Z'],
    ['2027-03-30T17:30:00Z', '2027-03-23T08:00:00.000Z'],
    ['2027-11-02T18:30:00Z', '2027-10-26T07:00:00.000Z'],
  ])('for %s goes out a week before, in the morning (SES-04)', (startsAt, at) => {
    expect(packAt(new Date(startsAt)).toISOString()).toBe(at);
  });
});
