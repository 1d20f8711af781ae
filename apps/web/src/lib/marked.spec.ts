import { describe, expect, it } from '@jest/globals';
import { aroundChange, aroundMarks, markedPieces } from './marked';

describe('the marks in a text', () => {
  const text = 'Bel mevrouw Jansen op 06-12345678.';
  it('cut it at its spans, in order', () => {
    const pieces = markedPieces(text, [
      { start: 22, end: 33, type: 'PHONE' },
      { start: 4, end: 18, type: 'NAME' },
    ]);
    expect(pieces).toEqual([
      { text: 'Bel ', type: null },
      { text: 'mevrouw Jansen', type: 'NAME' },
      { text: ' op ', type: null },
      { text: '06-12345678', type: 'PHONE' },
      { text: '.', type: null },
    ]);
  });
  it('lose no letter, also with spans that overlap or lie outside the text', () => {
    const pieces = markedPieces(text, [
      { start: 4, end: 18, type: 'NAME' },
      { start: 10, end: 20, type: 'NAME' },
      { start: 30, end: 99, type: 'PHONE' },
      { start: 5, end: 5, type: 'BSN' },
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.type)).toHaveLength(1);
  });
});

describe('what is shown of a long text', () => {
  const long = 'woord '.repeat(60);
  /** Twenty whole words at most are left on a side. */
  const before = `…${' woord'.repeat(19)} `;
  const after = ` ${'woord '.repeat(19)}…`;
  it('is what stands around its marks, in whole words', () => {
    const span = { start: long.length, end: long.length + 6, type: 'NAME' };
    const pieces = aroundMarks(markedPieces(`${long}Jansen ${long}`, [span]));
    expect(pieces.map(({ text }) => text)).toEqual([before, 'Jansen', after]);
  });
  it('is both sides of a long stretch between two marks', () => {
    const pieces = aroundMarks(
      markedPieces(`Jansen ${long}Bakker`, [
        { start: 0, end: 6, type: 'NAME' },
        { start: 7 + long.length, end: 13 + long.length, type: 'NAME' },
      ]),
    );
    expect(pieces.map(({ text }) => text)).toEqual(['Jansen', after + before.slice(1), 'Bakker']);
  });
  it('is all of it when it is short, or has no mark', () => {
    const short = markedPieces('Bel Jansen nu.', [{ start: 4, end: 10, type: 'NAME' }]);
    expect(aroundMarks(short)).toEqual(short);
    expect(aroundMarks(markedPieces(long, []))).toEqual([{ text: long, type: null }]);
  });
  it('is of its rewrite what stands around the change', () => {
    expect(aroundChange(`${long}Jansen ${long}`, `${long}[naam] ${long}`)).toBe(`${before}[naam]${after}`);
    expect(aroundChange('Bel Jansen nu.', 'Bel [naam] nu.')).toBe('Bel [naam] nu.');
    expect(aroundChange(`${long}Jansen`, long)).toBe(before);
  });
});
