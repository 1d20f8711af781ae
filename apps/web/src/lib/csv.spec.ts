import { describe, expect, it } from '@jest/globals';
import { dutchCsv } from './csv';

describe('a table for Excel', () => {
  it('uses semicolons, decimal commas, a byte order mark and CRLF', () => {
    expect(dutchCsv(['Praktijk', 'Score'], [['De Linde', 0.5]])).toBe(
      '\uFEFFPraktijk;Score\r\nDe Linde;0,5\r\n',
    );
  });
  it('quotes what would break a row', () => {
    expect(dutchCsv(['a'], [['x;y'], ['zeg "ja"'], ['twee\nregels']])).toBe(
      '\uFEFFa\r\n"x;y"\r\n"zeg ""ja"""\r\n"twee\nregels"\r\n',
    );
  });
  it.each(['=1+1', '+31 6', '-2', '@SUM(A1)', '\tx'])('takes the power from the formula %j', (text) => {
    expect(dutchCsv(['a'], [[text]])).toBe(`\uFEFFa\r\n'${text}\r\n`);
  });
  it('keeps a negative number a number and an empty cell empty', () => {
    expect(dutchCsv(['a', 'b'], [[-2, null]])).toBe('\uFEFFa;b\r\n-2;\r\n');
  });
});
