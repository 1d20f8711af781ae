import { describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pdf, type PaperBlock, type PaperSpec } from '../index.js';
import { FULL_PAPER, HOSTILE_PAPER } from '../../fixtures/sample-paper.js';

async function opened(spec: PaperSpec) {
  const bytes = await pdf(spec);
  const document = await getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const content = await page.getTextContent({ includeMarkedContent: true });
      return { page, content, tree: await page.getStructTree() };
    }),
  );
  return { bytes, document, pages };
}
type Opened = Awaited<ReturnType<typeof opened>>;

/** What a screen reader goes past: the kinds of structure, in order, without the text. */
function kinds(tree: unknown): unknown {
  const node = tree as { role?: string; children?: unknown[] };
  const below = (node.children ?? []).map(kinds).filter((one) => one !== null);
  if (node.role === undefined) return null;
  return below.length > 0 ? [node.role, ...below] : node.role;
}
/** All text, in the order in which it stands in the file, with a space between lines. */
function textOf({ pages }: Opened, structured: boolean): string {
  return pages
    .flatMap(({ content }) => {
      let artifact = 0;
      const open: boolean[] = [];
      return content.items.flatMap((item) => {
        if (!('type' in item)) return structured && artifact > 0 ? [] : [item.str + (item.hasEOL ? ' ' : '')];
        if (item.type.startsWith('begin')) {
          const is = (item as { tag?: string }).tag === 'Artifact';
          open.push(is);
          if (is) artifact += 1;
        } else if (open.pop()) artifact -= 1;
        return [];
      });
    })
    .join('');
}
const plain = (blocks: readonly PaperBlock[]): PaperSpec => ({ ...FULL_PAPER, blocks });

describe('pdf', () => {
  it('has a title that is shown, a language, a maker and the moment it was made (DIA-14, D8)', async () => {
    const { document } = await opened(FULL_PAPER);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: 'Naslagwerk <Cardiologie> & meer',
      Author: 'Zorggroep De Linde',
      Language: 'nl-NL',
      CreationDate: 'D:20260414173000Z',
      PDFFormatVersion: '1.7',
    });
    expect(metadata.get('dc:title')).toBe('Naslagwerk <Cardiologie> & meer');
    expect(metadata.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  });

  it('says what is a heading, a list, a table with its headings and a link', async () => {
    const { pages } = await opened(FULL_PAPER);
    expect(pages).toHaveLength(1);
    const row = (kind: string, count: number) => ['TR', ...Array.from({ length: count }, () => kind)];
    expect(kinds(pages[0]!.tree)).toEqual([
      'Root',
      [
        'Document',
        'H1',
        'P',
        'H2',
        ['P', 'Link'],
        'H3',
        ['Table', row('TH', 3), row('TD', 3)],
        ['L', ['LI', 'Lbl', 'LBody'], ['LI', 'Lbl', 'LBody']],
        'H2',
        ['Table', ['TR', 'TH', 'TD'], ['TR', 'TH', ['TD', 'Link']]],
      ],
    ]);
  });

  it('has bookmarks in the shape of its headings', async () => {
    const { document } = await opened(FULL_PAPER);
    const shape = (items: { title: string; items: unknown[] }[]): unknown =>
      items.map(({ title, items: under }) => [title, shape(under as typeof items)]);
    expect(shape(await document.getOutline())).toEqual([
      ['Ritmestoornissen', [['Wanneer verwijst u?', []]]],
      ['Contact', []],
    ]);
  });

  it('leads only to the web, mail and phone', async () => {
    const { pages } = await opened(FULL_PAPER);
    const links = (await pages[0]!.page.getAnnotations()).map(({ url }: { url?: string }) => url);
    expect(links).toEqual(['https://example.org/afspraak?a=1&b=2', 'tel:+31301234567']);
  });

  it('numbers its pages at the foot, with organisation and date, outside what is read aloud', async () => {
    const blocks: PaperBlock[] = Array.from({ length: 90 }, (_, index) => ({
      kind: 'paragraph',
      text: `Alinea ${index + 1}. ${'De huisarts verwijst op tijd. '.repeat(4)}`,
    }));
    const file = await opened(plain(blocks));
    const pages = file.pages.length;
    expect(pages).toBeGreaterThan(3);
    const read = textOf(file, true);
    const all = textOf(file, false);
    for (let page = 1; page <= pages; page += 1) {
      expect(all).toContain(`Pagina ${page} van ${pages}`);
    }
    expect(all).toContain('Zorggroep De Linde · 14 april 2026');
    expect(read).not.toContain('Pagina');
    for (let index = 1; index <= 90; index += 1) expect(read).toContain(`Alinea ${index}. De huisarts`);
  });

  it('repeats the head of a table on every page, for the eye only, and loses no row', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`Rij ${index + 1}!`, 'waarde', 'nog een']);
    const columns = [{ heading: 'Kop eerst' }, { heading: 'Tweede' }, { heading: 'Derde', share: 2 }];
    const file = await opened(plain([{ kind: 'table', columns, rows }]));
    expect(textOf(file, false).split('Kop eerst')).toHaveLength(file.pages.length + 1);
    const read = textOf(file, true);
    expect(read.split('Kop eerst')).toHaveLength(2);
    for (const [name] of rows) expect(read).toContain(name as string);
  });

  it('goes on with a cell that is higher than a page, and keeps every word (property of length)', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `w${index}x`);
    const file = await opened(
      plain([
        { kind: 'table', columns: [{ heading: 'a' }, { heading: 'b' }], rows: [[words.join(' '), 'kort']] },
      ]),
    );
    expect(file.pages.length).toBeGreaterThan(2);
    expect(textOf(file, true).includes('w0x w1x w2x w3x')).toBe(true);
    const held = textOf(file, true).match(/w\d+x/g);
    expect(new Set(held)).toEqual(new Set(words));
  });

  it('takes emptiness: no title, no blocks, blocks with nothing in them', async () => {
    const empty: PaperBlock[] = [
      { kind: 'heading', level: 1, text: ' ' },
      { kind: 'paragraph', text: '' },
      { kind: 'list', items: ['', []] },
      { kind: 'table', columns: [], rows: [['a']] },
      { kind: 'table', columns: [{ heading: '' }], rows: [] },
      { kind: 'definitions', rows: [{ name: 'Telefoon', value: '' }] },
      { kind: 'page-break' },
    ];
    const { document, pages } = await opened({
      title: '',
      language: 'en',
      madeAt: FULL_PAPER.madeAt,
      blocks: empty,
    });
    expect((await document.getMetadata()).info).toMatchObject({ Title: 'Untitled', Language: 'en-GB' });
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(textOf({ document, pages, bytes: Buffer.alloc(0) }, false)).toContain('Page 1 of');
  });

  it('takes control characters, endless words, faces, every script and texts that look like markup', async () => {
    const file = await opened(HOSTILE_PAPER);
    const read = textOf(file, true);
    expect(read).toContain('<script>alert(1)</script> & "aanhaling" (haakjes) \\ /EMC BT ET');
    expect(read).toContain('Łódź, Šibenik, Þórr, Ærø, naïveté, Đặng');
    expect(read).toContain('Ελληνικά Кириллица');
    expect(read).toContain('😀');
    expect(read.replaceAll(' ', '')).toContain('x'.repeat(5000));
    expect(read).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect((await file.pages[0]!.page.getAnnotations()).map(({ url }: { url?: string }) => url)).toEqual([]);
  });

  it('keeps for who listens what it cannot draw', async () => {
    const { bytes } = await opened(plain([{ kind: 'paragraph', text: 'Merk 漢字 hier' }]));
    const utf16 = Buffer.from('漢字', 'utf16le').swap16();
    // structure elements are not compressed: their text stands in the file as it is
    expect(bytes.includes(utf16)).toBe(true);
  });

  it('gives the same bytes for the same description, and other bytes a minute later', async () => {
    const [first, again, later] = await Promise.all([
      pdf(FULL_PAPER),
      pdf(FULL_PAPER),
      pdf({ ...FULL_PAPER, madeAt: new Date(FULL_PAPER.madeAt.getTime() + 60_000) }),
    ]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(later)).toBe(false);
  });

  it('refuses a moment that is none', async () => {
    await expect(pdf({ ...FULL_PAPER, madeAt: new Date(NaN) })).rejects.toThrow(RangeError);
  });
});
