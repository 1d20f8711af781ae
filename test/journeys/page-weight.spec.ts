import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ASSETS = 'dist/web/assets';
/** Compressed bytes that a page may ask for before it can be drawn (XCT-01). */
const MOST = 200_000;

/** What a chunk of the built client asks for by itself, before anything runs. */
function imports(chunk: string): string[] {
  const text = readFileSync(join(ASSETS, chunk), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, name]) => name ?? '');
}

function withAll(chunk: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(chunk)) {
    seen.add(chunk);
    for (const one of imports(chunk)) withAll(one, seen);
  }
  return seen;
}

/** As a browser gets it over TLS; too small to be compressed counts as it is. */
function weight(chunk: string): number {
  const path = join(ASSETS, chunk);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}

describe('the built client', () => {
  it('asks for at most 200 kB of script before any page can be drawn (XCT-01)', () => {
    const entry = [...readFileSync('dist/web/index.html', 'utf8').matchAll(/assets\/([^"]+\.js)"/g)];
    expect(entry.length).toBeGreaterThan(0);
    const pages = readdirSync(ASSETS).filter((name) => /-page-[^.]+\.js$/.test(name));
    expect(pages.length).toBeGreaterThan(50);
    const heavy = pages
      .map((page) => {
        const chunks = withAll(page);
        for (const [, name] of entry) withAll(name ?? '', chunks);
        return { page, bytes: [...chunks].reduce((sum, chunk) => sum + weight(chunk), 0) };
      })
      .filter(({ bytes }) => bytes > MOST);
    expect(heavy).toEqual([]);
  });
});
