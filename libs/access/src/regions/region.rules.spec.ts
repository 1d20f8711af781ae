import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slugOf } from './region.rules.js';

describe('the slug of a region (ORG-02)', () => {
  it.each([
    ['Vlierstreek', 'vlierstreek'],
    ['Regio Vlierstreek-Oost', 'regio-vlierstreek-oost'],
    ['  Zorggroep ’t Gooi & Eemland ', 'zorggroep-t-gooi-eemland'],
    ['Fryslân', 'fryslan'],
    ['Grøße', 'grosse'],
    ['北海', 'regio'],
  ])('makes %j into %j', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('always fits what the table accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) =>
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name)),
      ),
    );
  });
});
