import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers, QuestionnaireContent, QuestionnaireItem } from '#libs/contracts';
import { readAnswers, storable } from './answers.rules.js';
import { ballotSize, packBallot, unpackBallot } from './ballot.rules.js';

const words = { nl: 'x', en: 'x' };
const questionnaire = (items: QuestionnaireItem[]): QuestionnaireContent => ({
  title: words,
  introduction: words,
  thanks: words,
  minutes: 1,
  items,
});
const text = (key: string, maxLength: number): QuestionnaireItem => ({
  key,
  type: 'text',
  text: words,
  maxLength,
});

/** A questionnaire with answers that were accepted for it. */
const answered = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant('text'), answer: fc.string({ unit: 'binary', maxLength: 200 }) }),
      fc.record({ kind: fc.constant('scale'), answer: fc.integer({ min: -1000, max: 1000 }) }),
      fc.record({
        kind: fc.constant('choice'),
        answer: fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), {
          minLength: 1,
          maxLength: 12,
        }),
      }),
    ),
    { minLength: 1, maxLength: 15 },
  )
  .map((list) => {
    const items = list.map(({ kind, answer }, k): QuestionnaireItem => {
      const key = `item-${k}`;
      if (kind === 'text') return text(key, Math.max(1, (answer as string).length));
      if (kind === 'scale')
        return { key, type: 'scale', text: words, min: -1000, max: 1000, lowLabel: words, highLabel: words };
      const options = (answer as string[]).map((one) => ({ key: one, text: words }));
      return { key, type: 'choice', text: words, multiple: true, options };
    });
    const given = Object.fromEntries(
      list.map(({ kind, answer }, k) => [
        `item-${k}`,
        kind === 'text' ? { text: answer } : kind === 'scale' ? { value: answer } : { options: answer },
      ]),
    );
    return { content: questionnaire(items), given };
  });

describe('the size of a ballot', () => {
  it('is the same for every answer to a questionnaire, and large enough for each (SUR-15)', () => {
    fc.assert(
      fc.property(answered, fc.string({ maxLength: 120, unit: 'binary' }), ({ content, given }, theme) => {
        const { answers, wrong } = readAnswers(content, given);
        expect(wrong.filter(({ reason }) => reason !== 'empty')).toEqual([]);
        const size = ballotSize(content);
        const ballot = { answers, role: 'coordinating-specialist', theme: storable(theme) };
        const packed = packBallot(ballot, size);
        expect(packed).toHaveLength(size);
        expect(unpackBallot(packed)).toEqual(ballot);
      }),
      { numRuns: 300 },
    );
  });

  it('holds the longest text that takes most bytes, and the shortest answer in as many', () => {
    const content = questionnaire([text('a', 2000), text('b', 2000)]);
    const size = ballotSize(content);
    const longest: Answers = { a: { text: '€'.repeat(2000) }, b: { text: '"'.repeat(2000) } };
    const full = packBallot({ answers: longest, role: 'practice-holder', theme: 'ë'.repeat(200) }, size);
    const empty = packBallot({ answers: {}, role: 'practice-holder', theme: null }, size);
    expect([full.length, empty.length, unpackBallot(full).answers]).toEqual([size, size, longest]);
    expect(size).toBeGreaterThan(12_000);
    expect(size).toBeLessThan(14_000);
  });

  it('is never exceeded in silence', () => {
    const ballot = { answers: { a: { text: 'x'.repeat(300) } }, role: 'practice-holder', theme: null };
    expect(() => packBallot(ballot, 256)).toThrow('longer than its campaign allows');
  });

  it('does not take anything else for a ballot', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(3), Buffer.alloc(256, 0xff)])
      expect(() => unpackBallot(bytes)).toThrow('This is no ballot.');
  });
});
