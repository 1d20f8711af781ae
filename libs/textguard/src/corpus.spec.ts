import { describe, expect, it } from '@jest/globals';
import { ownCorpus, publicSentences, type Sentence } from '../fixtures/corpus.js';
import { passesElfproef } from './bsn.js';
import { IDENTIFIER_TYPES, type IdentifierType } from './finding.js';
import { passesModulo97 } from './iban.js';
import { scanText } from './index.js';

/** What the guard must reach on sentences it was not tuned on (free-text-guard model). */
const LEAST: Record<IdentifierType, number> = {
  BSN: 1,
  IBAN: 1,
  EMAIL: 1,
  PHONE: 0.95,
  DOB: 0.95,
  NAME: 0.9,
  AGE90: 0.85,
  ADDRESS: 0.85,
  PATIENTNR: 0.85,
};

interface Figures {
  recall: number;
  precision: number;
  byType: Map<IdentifierType, { wanted: number; found: number }>;
}

/** A sentence counts as found when the verdict is not `pass`; a span when one of its type overlaps it. */
function measure(sentences: Sentence[]): Figures {
  let found = 0;
  let missed = 0;
  let wrong = 0;
  const byType = new Map(
    IDENTIFIER_TYPES.map(
      (type) => [type, { wanted: 0, found: 0 }] as [IdentifierType, { wanted: number; found: number }],
    ),
  );
  for (const { text, spans } of sentences) {
    const scan = scanText(text);
    const flagged = scan.verdict !== 'pass';
    if (spans.length && flagged) found += 1;
    else if (spans.length) missed += 1;
    else if (flagged) wrong += 1;
    for (const wanted of spans) {
      const count = byType.get(wanted.type)!;
      count.wanted += 1;
      const hit = scan.spans.some(
        (span) => span.type === wanted.type && span.start < wanted.end && wanted.start < span.end,
      );
      if (hit) count.found += 1;
    }
  }
  return { recall: found / (found + missed), precision: found / (found + wrong), byType };
}

const { development, heldOut } = ownCorpus();
const sets: [string, Sentence[]][] = [
  ['the public sentences', publicSentences()],
  ['the development half', development],
  ['the held-out half', heldOut],
];

describe('recall and precision on sentences', () => {
  it.each(sets)('finds at least 95 in 100 and is right at least 93 in 100 on %s', (_, sentences) => {
    const { recall, precision } = measure(sentences);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.93);
  });

  it.each(sets)('reaches the recall that is asked of every type on %s', (_, sentences) => {
    const short = [...measure(sentences).byType].filter(
      ([type, { wanted, found }]) => wanted === 0 || found / wanted < LEAST[type],
    );
    expect(short).toEqual([]);
  });

  it('gives the very spans of the public sentences, but for a word that belongs to an age', () => {
    const different = publicSentences().filter(
      ({ text, spans }) => JSON.stringify(scanText(text).spans) !== JSON.stringify(spans),
    );
    expect(different.map(({ id }) => id)).toEqual(['pos-087']);
  });
});

describe('the own corpus', () => {
  const all = [...development, ...heldOut];
  const values = (type: IdentifierType): string[] =>
    all.flatMap(({ text, spans }) =>
      spans
        .filter((span) => span.type === type)
        .map((span) => text.slice(span.start, span.end).normalize('NFKC')),
    );

  it('holds at least 400 different sentences, half of them clean', () => {
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(400);
    const clean = all.filter(({ spans }) => spans.length === 0).length;
    expect(clean / all.length).toBeGreaterThan(0.4);
    expect(clean / all.length).toBeLessThan(0.6);
  });

  it('holds only invented citizen service numbers: 99990010x and up, all past the elfproef', () => {
    for (const value of values('BSN')) {
      const digits = value.replace(/O/g, '0').replace(/\D/g, '');
      expect(passesElfproef(digits)).toBe(true);
      expect(Number(digits)).toBeGreaterThanOrEqual(999_900_100);
    }
  });

  it('holds only account numbers past modulo 97', () => {
    for (const value of values('IBAN')) {
      const plain = value.toUpperCase().replace(/[^A-Z0-9]/g, '');
      expect(passesModulo97(plain.slice(0, 8) + plain.slice(8).replace(/O/g, '0'))).toBe(true);
    }
  });

  it.each(sets)('is proposed without identifiers, once and for all, on %s', (_, sentences) => {
    for (const { text } of sentences) {
      const { rewrite } = scanText(text);
      expect(scanText(rewrite)).toEqual({ verdict: 'pass', spans: [], rewrite });
    }
  });
});
