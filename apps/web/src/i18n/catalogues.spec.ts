import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { PROBLEMS, ROLES } from '#libs/contracts';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, '..');
const LANGUAGES = ['nl', 'en'] as const;
type Catalogue = Record<string, string>;

const names = readdirSync(join(here, 'nl')).filter((name) => name.endsWith('.json'));
const read = (language: string, name: string) =>
  JSON.parse(readFileSync(join(here, language, name), 'utf8')) as Catalogue;
/** `{{count}}` and `<1>`: what the code fills in must be there in every language. */
const placeholders = (text: string) => [...(text.match(/\{\{[^}]+\}\}|<\/?\w+\/?>/g) ?? [])].sort();

describe('the catalogues', () => {
  it('are the same files in both languages', () => {
    expect(readdirSync(join(here, 'en')).sort()).toEqual(readdirSync(join(here, 'nl')).sort());
  });
  it.each(names)('%s has the same keys in both languages', (name) => {
    expect(Object.keys(read('en', name)).sort()).toEqual(Object.keys(read('nl', name)).sort());
  });
  it.each(names)('%s has the same placeholders in both languages', (name) => {
    const nl = read('nl', name);
    const en = read('en', name);
    for (const key of Object.keys(nl)) {
      expect([key, placeholders(en[key] ?? '')]).toEqual([key, placeholders(nl[key] ?? '')]);
    }
  });
  it.each(LANGUAGES)('have no empty text in %s', (language) => {
    const empty = names.flatMap((name) =>
      Object.entries(read(language, name)).flatMap(([key, text]) => (text.trim() ? [] : [`${name}: ${key}`])),
    );
    expect(empty).toEqual([]);
  });
  it.each(LANGUAGES)('have the plural forms of %s in pairs', (language) => {
    const lonely = names.flatMap((name) => {
      const keys = new Set(Object.keys(read(language, name)));
      return [...keys].filter((key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')));
    });
    expect(lonely).toEqual([]);
  });
  it.each(LANGUAGES)('have a sentence in %s for every problem the server can report', (language) => {
    const texts = read(language, 'problems.json');
    expect([...Object.keys(PROBLEMS), 'network'].filter((code) => !(code in texts))).toEqual([]);
  });
  it.each(LANGUAGES)('have a name in %s for every role', (language) => {
    const texts = read(language, 'app.json');
    expect(ROLES.filter((role) => !(`role.${role}` in texts))).toEqual([]);
  });
});

describe('the components', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );

  it('hold no words of their own: every text comes from a catalogue', () => {
    const found = files.flatMap((name) =>
      literals(readFileSync(join(source, name), 'utf8')).map((text) => `${relative('.', name)}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('are read by a rule that does find words', () => {
    expect(literals('const a = <p>Hallo daar</p>;')).toEqual(['Hallo daar']);
    expect(literals('const a = <p>{x} van {y}</p>;')).toEqual(['van']);
    expect(literals('const a = <input aria-label="Zoek op naam" />;')).toEqual(['Zoek op naam']);
    expect(literals("const a = <p>{'Let op'}</p>;")).toEqual(['Let op']);
    expect(literals('const a = <p title={t("x")} className="ab">{t("y")} · {n}</p>;')).toEqual([]);
    expect(literals('const f = (a: Map<string, number>): boolean => a.size < 3 && b > 2;')).toEqual([]);
  });
});

const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'title',
  'label',
  'placeholder',
  'alt',
  'description',
  'lead',
]);

/** Texts with letters that stand in JSX: between tags, in braces, or in an attribute that people see or hear. */
function literals(code: string): string[] {
  const found: string[] = [];
  const keep = (text: string) => {
    const trimmed = text.replace(/\s+/g, ' ').trim();
    // Two letters: units and initials of a drawing are not words.
    if (/\p{L}{2}/u.test(trimmed)) found.push(trimmed);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) keep(node.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      const owner = node.parent;
      if (!ts.isJsxAttribute(owner) || SPOKEN.has(owner.name.getText())) keep(node.expression.text);
    }
    if (
      ts.isJsxAttribute(node) &&
      SPOKEN.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      keep(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
