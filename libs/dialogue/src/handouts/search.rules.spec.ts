import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excerptOf, prefixQuery, readCursor, searchWords, writeCursor } from './search.rules.js';

describe('searching handouts', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['Foto & BRIEF!', ['foto', 'brief']],
    ["a' or (b):* | !c <-> \\", ['a', 'or', 'b', 'c']],
    ['één één', ['één']],
  ])('takes the words out of %j', (question, words) => {
    expect(searchWords(question)).toEqual(words);
  });

  it('gives the database words alone, whatever was typed (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (question) => {
        const query = prefixQuery(searchWords(question));
        expect(query === '' || /^[\p{L}\p{N}]+:\*( & [\p{L}\p{N}]+:\*)*$/u.test(query)).toBe(true);
      }),
    );
  });

  it('shows the first place with every match marked, and never runs long', () => {
    const text = `${'woord '.repeat(60)}Stuur een foto mee, een FOTO zegt veel. ${'woord '.repeat(60)}`;
    const excerpt = excerptOf(text, ['foto'])!;
    expect(excerpt).toContain('«foto» mee, een «FOTO»');
    expect(excerpt.startsWith('… ') && excerpt.endsWith(' …')).toBe(true);
    expect(excerpt.length).toBeLessThan(260);
    expect(excerptOf(text, ['onvindbaar'])).toBeNull();
    expect(excerptOf(text, [])).toBeNull();
    expect(excerptOf('foto', ['foto'])).toBe('«foto»');
  });

  it('goes on where a page ended, and from the start for a cursor that is none', () => {
    const row = { startsAt: '2026-04-14T17:30:00.000Z', sessionId: '01a203f7-a5a5-73b4-bb0b-f61d1454270b' };
    expect(readCursor(writeCursor(row))).toEqual({ startsAt: row.startsAt, id: row.sessionId });
    for (const cursor of [undefined, '', 'x', 'a~b', `${row.startsAt}~'; drop`, `niet~${row.sessionId}`])
      expect(readCursor(cursor)).toBeNull();
  });
});
