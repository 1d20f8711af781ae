import { describe, expect, it } from '@jest/globals';
import { markedPieces } from './marked';

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
