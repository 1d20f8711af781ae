import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitted, isRightToLeft, lineEnds, plainLine, plainText, widthOf } from './text.rules.js';

describe('lineEnds', () => {
  it('breaks at spaces, and inside a word only when the word is longer than a line', () => {
    const text = 'een twee drie';
    expect(lineEnds(text, 12, widthOf('een twee', 12) + 0.01)).toEqual([9, 13]);
    const word = 'x'.repeat(10);
    expect(lineEnds(word, 12, widthOf('xxxx', 12) + 0.001)).toEqual([4, 8, 10]);
    expect(lineEnds('', 12, 1)).toEqual([0]);
  });

  it('gives lines that fit and that together are the text (property)', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'aWi 漢😀é-'), maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.double({ min: 0.5, max: 3, noNaN: true }), (text, inches) => {
        let from = 0;
        for (const end of lineEnds(text, 14, inches)) {
          expect(widthOf(text.slice(from, end).trimEnd(), 14)).toBeLessThanOrEqual(inches + 1e-9);
          expect(end > from || text === '').toBe(true);
          from = end;
        }
        expect(from).toBe(text.length);
      }),
    );
  });
});

describe('fitted', () => {
  it('shows what fits and hands back the rest, whatever is cut (property)', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'aWi 漢😀é-'), maxLength: 120 }).map(plainLine);
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('', ' (vervolg)'),
        (text, lines, suffix) => {
          const { shown, rest } = fitted(text, 14, 2, lines, true, suffix);
          expect(lineEnds(shown, 14, 2, true).length).toBeLessThanOrEqual(lines);
          expect(shown.endsWith(suffix)).toBe(true);
          const kept = shown.slice(0, shown.length - suffix.length).replace(/…$/, '');
          expect((kept + rest).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          expect(shown + rest).not.toMatch(/[\ud800-\udfff]/u);
        },
      ),
    );
  });
});

describe('plainText', () => {
  it('keeps paragraphs and takes out what a slide cannot hold', () => {
    expect(plainText(' a\r\nb\u2028c\td\u0000\u202e ')).toBe('a\nb\nc d');
    expect(plainLine('a\n\nb')).toBe('a b');
  });

  it('reads the direction off the first letter', () => {
    expect(['12 שלום', 'Hallo שלום', '123', ''].map(isRightToLeft)).toEqual([true, false, false, false]);
  });
});
