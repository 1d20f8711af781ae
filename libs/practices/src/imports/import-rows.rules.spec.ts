import { describe, expect, it } from '@jest/globals';
import {
  answersThatHold,
  checkedMapping,
  correctedRows,
  headingsFingerprint,
  isConfident,
  storable,
  undecidedRows,
} from './import-rows.rules.js';
import { proposePracticeMapping } from './practice-fields.rules.js';
import type { ComparedView } from './practice-import.entity.js';

const view = (
  key: string,
  words: string | null,
  kind: 'list-size-jump' | 'gone' = 'list-size-jump',
): ComparedView => ({
  row: Number(key),
  key,
  verdict: words ? 'decide' : 'same',
  values: {},
  changes: [],
  problems: [],
  question: words ? { kind, words: { nl: words, en: words }, practiceId: 'p' } : null,
});

describe('the source of a list', () => {
  it('is known by its headings, whatever their order and case', () => {
    const one = headingsFingerprint(['AGB-code', 'Praktijknaam', 'Plaats']);
    expect(headingsFingerprint(['plaats', 'agb code', 'PRAKTIJKNAAM'])).toBe(one);
    expect(headingsFingerprint(['AGB-code', 'Praktijknaam'])).not.toBe(one);
  });

  it.each([
    [['AGB-code', 'Praktijknaam'], true],
    [['Naam', 'AGB'], true],
    [['Nummer', 'Omschrijving'], false],
    [['AGB-code', 'Omschrijving'], false],
  ])('%j is recognised beyond doubt: %s', (headings, sure) => {
    const cells = headings.map((heading) => (/naam|omschrijving/i.test(heading) ? 'De Boog' : '01000001'));
    expect(isConfident(proposePracticeMapping({ headings, rows: [{ cells }] }))).toBe(sure);
  });
});

describe('a chosen mapping', () => {
  const code = (chosen: Record<string, unknown>): unknown => {
    try {
      return checkedMapping(['A', 'B'], chosen);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  it('is completed with the columns that are left out', () => {
    expect(code({ B: 'agb' })).toEqual({ A: null, B: 'agb' });
  });
  it.each([
    [{ A: 'agb', B: 'agb' }, 'validation.failed'],
    [{ A: 'agb', C: 'name' }, 'validation.failed'],
    [{ A: 'agb', B: 'shoe' }, 'validation.failed'],
    [{ A: 'agb', __proto__x: 'name' }, 'validation.failed'],
    [{ A: 'name', B: null }, 'import.not-mapped'],
  ])('refuses %j', (chosen, expected) => {
    expect(code(chosen)).toBe(expected);
  });
});

it('corrects a copy and leaves the file as it is', () => {
  const rows = [{ row: 2, cells: ['1', 'x'], types: ['number' as const, 'text' as const] }];
  const corrected = correctedRows(['A', 'B'], { A: 'agb', B: null }, rows, {
    '2': { agb: '01000001', town: 'T' },
  });
  expect(corrected).toEqual([{ row: 2, cells: ['01000001', 'x'], types: ['text', 'text'] }]);
  expect(rows[0]?.cells).toEqual(['1', 'x']);
});

it('keeps an answer only while its question is asked word for word', () => {
  const before = [view('2', '20 % meer'), view('3', '30 % meer'), view('4', '40 % meer')];
  const now = [view('2', '20 % meer'), view('3', '35 % meer'), view('4', null)];
  expect(answersThatHold({ '2': 'yes', '3': 'yes', '4': 'no' }, before, now)).toEqual({ '2': 'yes' });
});

it('waits for every answer but that about a practice that is gone', () => {
  const rows = [view('2', 'a'), view('3', 'b'), view('4', 'c', 'gone'), view('5', null)];
  expect([undecidedRows(rows, {}), undecidedRows(rows, { '2': 'no', '3': 'yes' })]).toEqual([2, 0]);
});

it('replaces what a database cannot hold', () => {
  expect(storable('a\0b\ud800c\u{1F600}')).toBe('a\ufffdb\ufffdc\u{1F600}');
});
