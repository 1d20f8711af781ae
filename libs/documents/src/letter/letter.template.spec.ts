import { describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import sax from 'sax';
import { letter, type PaperSpec } from '../index.js';
import { FULL_PAPER, HOSTILE_PAPER } from '../../fixtures/sample-paper.js';

async function opened(spec: PaperSpec) {
  const bytes = await letter(spec);
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const { name, dir } of Object.values(zip.files))
    if (!dir) parts.set(name, await zip.file(name)!.async('string'));
  return { bytes, parts, document: parts.get('word/document.xml') as string };
}

/** Fails where the text is no XML or holds a character that XML forbids. */
function parsed(xml: string): { name: string; attributes: Record<string, string> }[] {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) =>
    tags.push({ name, attributes: attributes as Record<string, string> });
  parser.write(xml).close();
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  return tags;
}
const textOf = (xml: string): string =>
  xml
    .replaceAll(/<w:br\/>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('letter', () => {
  it.each([
    ['one of everything', FULL_PAPER],
    ['what nobody should type', HOSTILE_PAPER],
    ['nothing', { title: '', language: 'en', madeAt: FULL_PAPER.madeAt, blocks: [] } as PaperSpec],
  ])(
    'is a whole package for %s: XML everywhere, every part listed, every relation to something',
    async (_, spec) => {
      const { parts } = await opened(spec);
      for (const xml of parts.values()) parsed(xml);
      const types = parsed(parts.get('[Content_Types].xml') as string);
      const overrides = types
        .filter(({ name }) => name === 'Override')
        .map(({ attributes }) => attributes['PartName']);
      const defaults = types
        .filter(({ name }) => name === 'Default')
        .map(({ attributes }) => attributes['Extension']);
      expect(new Set(overrides).size).toBe(overrides.length);
      for (const name of overrides) expect([...parts.keys()]).toContain(name!.slice(1));
      for (const name of parts.keys())
        if (name !== '[Content_Types].xml')
          expect(overrides.includes(`/${name}`) || defaults.includes(name.split('.').at(-1))).toBe(true);
      for (const [name, xml] of parts) {
        if (!name.endsWith('.rels')) continue;
        const relations = parsed(xml).filter((tag) => tag.name === 'Relationship');
        const ids = relations.map(({ attributes }) => attributes['Id']);
        expect(new Set(ids).size).toBe(ids.length);
        const folder = name.replace(/_rels\/[^/]+$/, '');
        for (const { attributes } of relations) {
          if (attributes['TargetMode'] === 'External') continue;
          const target = new URL(attributes['Target']!, `file:///${folder}`).pathname.slice(1);
          expect([...parts.keys()]).toContain(target);
        }
      }
      const used = parsed(parts.get('word/document.xml')!).flatMap(
        ({ attributes }) => attributes['r:id'] ?? [],
      );
      const known = parsed(parts.get('word/_rels/document.xml.rels')!).map(
        ({ attributes }) => attributes['Id'],
      );
      for (const id of used) expect(known).toContain(id);
    },
  );

  it('has headings as styles, real lists, a heading row that repeats, and says its language (DIA-14, D8)', async () => {
    const { document, parts } = await opened(FULL_PAPER);
    const styled = parsed(document).flatMap(({ name, attributes }) =>
      name === 'w:pStyle' ? [attributes['w:val']] : [],
    );
    expect(styled.filter((style) => /^(Title|Heading)/.test(style ?? ''))).toEqual([
      'Title',
      'Heading1',
      'Heading2',
      'Heading1',
    ]);
    expect(document.match(/<w:numPr>/g)).toHaveLength(2);
    expect(document.match(/<w:tblHeader/g)).toHaveLength(1);
    const styles = parts.get('word/styles.xml') as string;
    expect(styles).toContain('w:val="nl-NL"');
    for (const id of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Quiet', 'Hyperlink'])
      expect(styles).toContain(`w:styleId="${id}"`);
    expect(parts.get('word/numbering.xml')).toContain('w:numFmt w:val="bullet"');
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
  });

  it('carries title, maker and moment, and page numbers with organisation and date at the foot', async () => {
    const { parts } = await opened(FULL_PAPER);
    const core = parts.get('docProps/core.xml') as string;
    expect(core).toContain('Naslagwerk &lt;Cardiologie&gt; &amp; meer');
    expect(core).toContain('2026-04-14T17:30:00Z');
    expect(core).toContain('Zorggroep De Linde');
    const footer = [...parts].find(([name]) => /^word\/footer\d*\.xml$/.test(name))![1];
    expect(textOf(footer)).toContain('Zorggroep De Linde · 14 april 2026');
    expect(footer).toMatch(/PAGE[^]*NUMPAGES/);
  });

  it('leads only to the web, mail and phone', async () => {
    const { parts } = await opened(FULL_PAPER);
    const targets = parsed(parts.get('word/_rels/document.xml.rels')!)
      .filter(({ attributes }) => attributes['TargetMode'] === 'External')
      .map(({ attributes }) => attributes['Target']);
    expect(targets.sort()).toEqual(['https://example.org/afspraak?a=1&b=2', 'tel:+31301234567']);
  });

  it('keeps every text, however long and however strange', async () => {
    const { document } = await opened(HOSTILE_PAPER);
    const text = textOf(document);
    expect(text.includes('<script>alert(1)</script> & "aanhaling" (haakjes) \\ /EMC BT ET')).toBe(true);
    expect(text.includes('Goed zo 😀 👩‍⚕️ 🇳🇱 עברית العربية 漢字')).toBe(true);
    expect(text.includes('x'.repeat(5000))).toBe(true);
    expect(text.includes('regel\nregel abcd')).toBe(true);
  });

  it('numbers every numbered list from 1', async () => {
    const list = { kind: 'list' as const, ordered: true, items: ['a', 'b'] };
    const { document } = await opened({ ...FULL_PAPER, blocks: [list, list] });
    const ids = [...document.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).toBe(ids[3]);
    expect(ids[1]).not.toBe(ids[2]);
  });

  it('gives the same bytes for the same description', async () => {
    const [first, again] = [await letter(FULL_PAPER), await letter(FULL_PAPER)];
    expect(first.equals(again)).toBe(true);
  });

  it('refuses a moment that is none', async () => {
    await expect(letter({ ...FULL_PAPER, madeAt: new Date(NaN) })).rejects.toThrow(RangeError);
  });
});
