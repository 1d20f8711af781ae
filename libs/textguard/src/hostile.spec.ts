import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { normalise } from './normalise.js';
import { detect, scanText } from './scan.js';
import { Tokens } from './tokens.js';

/** Counts every look at a token or a unit of the text. */
class CountingTokens extends Tokens {
  reads = 0;

  override kind(at: number): number {
    this.reads += 1;
    return super.kind(at);
  }

  override raw(at: number): string {
    this.reads += 1;
    return super.raw(at);
  }

  override unit(offset: number): string {
    this.reads += 1;
    return super.unit(offset);
  }
}

function readsOf(text: string): number {
  const tokens = new CountingTokens(normalise(text).text);
  detect(tokens);
  return tokens.reads;
}

/** Pieces that, repeated, make the worst texts for the detectors. */
const PIECES = [
  'a',
  '1',
  '0',
  '06',
  '1-',
  '0-',
  '1 ',
  '9.',
  '12-03-19',
  '@',
  'a@',
  'a.',
  'a@b.',
  'a@b.c ',
  'j @ ',
  ' ',
  '\n',
  '( ',
  "'",
  'NL',
  'NL9',
  'N L ',
  'A B ',
  'mw ',
  'mw. ',
  'van ',
  'van de ',
  'A.',
  'Aa ',
  'Aa-',
  'Jan ',
  'dhr. van der ',
  'geb ',
  'geb. in Aa ',
  '*',
  '94 ',
  '94-',
  'jaar ',
  'is 94 ',
  'patiëntnr ',
  'dossier nr is ',
  'Straat ',
  'Laan van ',
  'Dorpsstraat ',
  '1234 ab ',
  'woont op de ',
  '[naam]',
  '[',
  'é',
  'e\u0301',
  '\u0301',
  '\u200b',
  '１',
  '0\u200b',
  '😀',
  '\ud800',
];

describe('a hostile text', () => {
  it.each(PIECES.map((piece) => [JSON.stringify(piece), piece] as const))(
    'of repeated %s costs twice as many looks when it is twice as long',
    (_, piece) => {
      const short = readsOf(piece.repeat(500));
      const long = readsOf(piece.repeat(1_000));
      expect(long).toBeLessThanOrEqual(2.05 * short + 200);
    },
  );

  it('never costs more than a fixed number of looks per unit', () => {
    for (const piece of PIECES) {
      const text = piece.repeat(Math.ceil(1_500 / piece.length));
      expect(readsOf(text) / text.length).toBeLessThan(700);
    }
  });

  it('of a megabyte is scanned to the end', () => {
    expect(scanText('a'.repeat(1e6)).verdict).toBe('pass');
    expect(scanText(`${'1-'.repeat(5e5)} Bel 06-12345678`).spans.at(-1)?.type).toBe('PHONE');
    expect(scanText(`${' '.repeat(1e6)}mw. De Vries`).spans).toEqual([
      { start: 1e6, end: 1e6 + 12, type: 'NAME' },
    ]);
    expect(scanText(`é${'\u0301'.repeat(1e5)}`).verdict).toBe('pass');
  });

  it('meets no expression with an unbounded repetition: linear by construction', () => {
    const folder = new URL('.', import.meta.url);
    let seen = 0;
    for (const name of readdirSync(folder).filter(
      (one) => one.endsWith('.ts') && !one.endsWith('.spec.ts'),
    )) {
      const source = ts.createSourceFile(
        name,
        readFileSync(new URL(name, folder), 'utf8'),
        ts.ScriptTarget.Latest,
      );
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          seen += 1;
          const pattern = node.text.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');
          expect(pattern).not.toMatch(/[*+]|\{\d+,\}/);
          expect(pattern).not.toMatch(/\\[1-9]/);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(seen).toBeGreaterThan(50);
  });
});
