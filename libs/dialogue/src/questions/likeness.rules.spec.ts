import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alikePairs, LIKELY, stem } from './likeness.rules.js';

interface Known {
  text: string;
  same: string | null;
}
const FIXTURE = JSON.parse(
  readFileSync(new URL('./fixtures/questions.json', import.meta.url), 'utf8'),
) as Record<string, Known[]>;

/** Of the pairs that are proposed, how many are right; of those that are right, how many are proposed. */
function measured(sessions: string[]): { precision: number; recall: number } {
  let [right, proposed, real] = [0, 0, 0];
  for (const session of sessions) {
    const questions = FIXTURE[session] ?? [];
    const same = (a: number, b: number): boolean =>
      questions[a]?.same !== null && questions[a]?.same === questions[b]?.same;
    const pairs = alikePairs(questions.map(({ text }, k) => ({ id: String(k), text })));
    proposed += pairs.length;
    right += pairs.filter(({ a, b }) => same(Number(a), Number(b))).length;
    for (const a of questions.keys()) for (const b of questions.keys()) if (a < b && same(a, b)) real += 1;
  }
  return { precision: right / proposed, recall: right / real };
}
const between = (one: string, other: string, rest: string[] = []): number =>
  alikePairs(
    [one, other, ...rest].map((text, k) => ({ id: String(k), text })),
    0,
  ).find(({ a, b }) => a === '0' && b === '1')?.likeness ?? 0;

describe('stems of Dutch words', () => {
  it.each([
    ['moedervlekken', 'moedervlek'],
    ['klachten', 'klacht'],
    ['jaren', 'jaar'],
    ['statines', 'statine'],
    ['allergieen', 'allergie'],
    ['brieven', 'brief'],
    ['keratosen', 'keratose'],
    ['remmers', 'remmer'],
  ])('%s and %s are one word', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });
});

describe('questions that look alike (DIA-17)', () => {
  const rest = Object.values(FIXTURE)
    .flat()
    .map(({ text }) => text);
  it.each([
    ['Wanneer moeten wij een moedervlek insturen?', 'Welke naevi wilt u zien?'],
    ['Isotretinoïne bij acne: mogen wij dat zelf geven?', 'Mag een huisarts isotretinoine voorschrijven?'],
    [
      'Hoe lang duurt de wachttijd voor een teledermatologisch consult?',
      'Wat is de toegangstijd van teledermatologie?',
    ],
    ['SGLT2-remmers bij hartfalen', 'sglt2 remmer bij HARTFALEN!'],
  ])('"%s" and "%s" are proposed for merging', (one, other) => {
    expect(between(one, other, rest)).toBeGreaterThanOrEqual(LIKELY);
  });

  it.each([
    ['Wanneer moeten wij een moedervlek verwijzen?', 'Wanneer moeten wij een hartruis verwijzen?'],
    ['Wat is uw advies bij eczeem?', 'Wat is uw advies bij groeipijn?'],
    ['Hoe vaak is controle nodig?', 'Hoe vaak mag dat?'],
  ])('"%s" and "%s" are not, though they are asked in the same words', (one, other) => {
    expect(between(one, other, rest)).toBeLessThan(LIKELY);
  });

  it('on the sessions that it was made with: at least 8 of 10 proposals right, 8 of 10 duplicates found', () => {
    const { precision, recall } = measured(['dermatologie', 'cardiologie']);
    expect(precision).toBeGreaterThanOrEqual(0.8);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  it('on a session that it had not seen: nothing wrong is proposed, and 3 of 7 duplicates are found', () => {
    const { precision, recall } = measured(['orthopedie']);
    expect(precision).toBe(1);
    expect(recall).toBeGreaterThanOrEqual(3 / 7);
  });

  it('gives the same pairs in whatever order the questions come, each once, the surest first', () => {
    const questions = rest.map((text, k) => ({ id: String(k).padStart(3, '0'), text }));
    const key = ({ a, b }: { a: string; b: string }): string => [a, b].sort().join();
    const expected = alikePairs(questions).map(key).sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(questions, { minLength: questions.length }), (shuffled) => {
        const pairs = alikePairs(shuffled);
        expect(pairs.map(key).sort()).toEqual(expected);
        for (const [k, { likeness }] of pairs.entries())
          if (k > 0) expect(likeness).toBeLessThanOrEqual(pairs[k - 1]!.likeness);
      }),
      { numRuns: 10 },
    );
  });

  it('takes any text: empty ones and signs are like nothing, the same words are wholly alike', () => {
    expect(alikePairs([], 0)).toEqual([]);
    expect(between('', '')).toBe(0);
    expect(between('???', '???')).toBe(0);
    expect(between('Schimmelnagel kweken?', 'schimmelnagels: kweek?')).toBeGreaterThan(0.5);
    expect(between('Moedervlek bij zwangerschap', 'moedervlek bij zwangerschap', rest)).toBe(1);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const likeness = between(one, other);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
  });
});
