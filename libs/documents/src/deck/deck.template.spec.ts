import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { readTable } from '#libs/tabular';
import { readPresentation, type ReadPresentation } from '#libs/testing';
import { sampleDeck } from '../../fixtures/sample-deck.js';
import { deck, type BlockSpec, type DeckSpec, type SlideSpec } from '../index.js';

const madeAt = new Date('2026-04-29T10:00:00Z');
const plain = (slides: SlideSpec[], more: Partial<DeckSpec> = {}): DeckSpec => ({
  language: 'nl',
  title: 'Proef',
  madeAt,
  slides,
  ...more,
});

async function read(description: DeckSpec): Promise<ReadPresentation> {
  return readPresentation(await deck(description));
}

async function partsOf(description: DeckSpec): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(await deck(description));
  const parts = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name));
  return new Map(await Promise.all(parts.map(async (one) => [one.name, await one.async('string')] as const)));
}

/** Objects over the edge of their slide or over each other; a hair's breadth (a thousandth of an inch) is rounding. */
function misplaced({ slides, width, height }: ReadPresentation): string[] {
  const hair = 1000;
  return slides.flatMap(({ objects }, index) =>
    objects.flatMap((one, at) => {
      const over = one.x < 0 || one.y < 0 || one.x + one.w > width + hair || one.y + one.h > height + hair;
      const hit = objects
        .slice(at + 1)
        .filter(
          (other) =>
            one.x + one.w > other.x + hair &&
            other.x + other.w > one.x + hair &&
            one.y + one.h > other.y + hair &&
            other.y + other.h > one.y + hair,
        );
      const told = hit.map((other) => `slide ${index + 1}: ${one.name} lies over ${other.name}`);
      return over || !(one.w > 0 && one.h > 0)
        ? [`slide ${index + 1}: ${one.name} leaves the slide`, ...told]
        : told;
    }),
  );
}

function allText({ slides }: ReadPresentation): string {
  return slides.flatMap(({ objects }) => objects.map(({ text }) => text)).join(' ');
}

describe('the sample deck', () => {
  let file: Buffer;
  let sample: ReadPresentation;

  beforeAll(async () => {
    file = await deck(sampleDeck);
    mkdirSync('test-output', { recursive: true });
    writeFileSync('test-output/sample-deck.pptx', file);
    sample = await readPresentation(file);
  });

  it('breaks no rule of the format or of accessibility (field B9)', () => {
    expect(sample.problems).toEqual([]);
  });

  it('is 16:9, and no block leaves its slide or lies over another', () => {
    expect(sample.width / sample.height).toBeCloseTo(16 / 9, 3);
    expect(misplaced(sample)).toEqual([]);
  });

  it('gives every slide its title and says where a subject goes on (DIA-09)', () => {
    expect(sample.slides.map(({ title }) => title)).toEqual([
      'Evaluatie van de dialoogsessie dermatologie',
      'De sessie krijgt gemiddeld een 7,7',
      'Stellingen',
      'Hoe vaak verwezen praktijken vóór en na de sessie?',
      'Wat deelnemers in de praktijk gaan doen',
      'Wat deelnemers in de praktijk gaan doen (vervolg)',
      'Wat deelnemers in de praktijk gaan doen (vervolg 2)',
      'Ingestuurde vragen',
      'Ingestuurde vragen (vervolg)',
    ]);
  });

  it('shows the origin of the figures under every slide that has figures (MIR-02)', () => {
    const lines = sample.slides.map(
      ({ objects }) => objects.find(({ name }) => name === 'Herkomst')?.text ?? '',
    );
    expect(lines[1]).toBe(
      'Bron: Evaluatie dialoogsessie dermatologie, Huisartsen Vlierstreek · n = 34 · non-respons: 12 van 46 (26%) · periode: 15 tot en met 28 april 2026 · let op: wie niet antwoordde kan anders denken',
    );
    expect(lines.slice(4, 7)).toEqual(
      Array(3).fill('Bron: Evaluatie dialoogsessie dermatologie, open vraag 4 · n = 34'),
    );
  });

  it('says in words what a chart shows, gaps included', () => {
    const chart = sample.slides[3]!.objects.find(({ name }) => name.startsWith('Grafiek'));
    expect(chart?.alt).toBe(
      'De verschillen passen bij toeval. Staafdiagram. Praktijk A: Voor 12%, Na 11%; Praktijk B: Voor 18%, Na 14%; Praktijk C: Voor 9%, Na 10%; Praktijk D: Voor –, Na –; Praktijk E: Voor 21%, Na 19%; Regio: Voor 15%, Na 14%.',
    );
  });

  it('keeps the figures of a chart in a workbook that opens', async () => {
    const zip = await JSZip.loadAsync(file);
    const table = await readTable(await zip.files['ppt/embeddings/workbook3.xlsx']!.async('nodebuffer'));
    expect(table.headings).toEqual(['Antwoord', 'Voor', 'Na']);
    expect(table.rows[0]?.cells).toEqual(['Praktijk A', '12%', '11%']);
    expect(table.rows[3]?.cells.slice(0, 2)).toEqual(['Praktijk D', '']);
  });

  it('gives the speaker the notes, a paragraph a line, on the first slide of a subject only', () => {
    expect(sample.slides[1]!.notes).toEqual([
      'Begin met het goede nieuws.',
      'Vraag wie de sessie wil samenvatten voor zijn HAGRO.',
    ]);
    expect(sample.slides[7]!.notes).toEqual(['De specialist beantwoordt de meest gestelde vragen eerst.']);
    expect(sample.slides[8]!.notes).toEqual([]);
  });

  it('loses no row and no question on the way to the next slide', () => {
    const text = allText(sample);
    for (let row = 1; row <= 23; row += 1) expect(text).toContain(`Voornemen ${row}:`);
    for (let question = 1; question <= 14; question += 1) expect(text).toContain(`Vraag ${question}:`);
  });
});

describe('deck', () => {
  it('is made of a title alone: nothing described gives a cover', async () => {
    const empty = await read(plain([], { title: '  ', language: 'en' }));
    expect(empty.problems).toEqual([]);
    expect(empty.slides.map(({ title }) => title)).toEqual(['Untitled']);
  });

  it('skips empty blocks and says so where a chart has no figures', async () => {
    const blocks: BlockSpec[] = [
      { kind: 'text', text: ' \n ' },
      { kind: 'bullets', items: ['', { text: '\u0000', level: 2 }] },
      { kind: 'table', columns: [], rows: [['x']] },
      { kind: 'figure', value: '', caption: '' },
      {
        kind: 'bars',
        reading: 'Niemand antwoordde.',
        categories: ['1', '2'],
        series: [{ name: 'a', values: [null, NaN] }],
      },
      { kind: 'bars', reading: '', categories: [], series: [] },
    ];
    const result = await read(plain([{ title: '', blocks, beside: [] }]));
    expect(result.problems).toEqual([]);
    expect(result.slides[1]?.title).toBe('Proef');
    expect(result.slides[1]?.objects.filter(({ kind }) => kind === null).map(({ text }) => text)).toEqual([
      'Niemand antwoordde.\nEr zijn geen cijfers om te tonen.',
      'Er zijn geen cijfers om te tonen.',
    ]);
  });

  it('keeps all of a title of five thousand characters, on the slide where it does not fit above it', async () => {
    const title = Array.from({ length: 700 }, (_, index) => `woord${index}`).join(' ');
    const result = await read(
      plain([{ title, subtitle: title, blocks: [] }], { title, subtitle: title, author: title }),
    );
    expect(result.problems).toEqual([]);
    expect(misplaced(result)).toEqual([]);
    const text = allText({ ...result, slides: result.slides.slice(1) });
    for (let index = 0; index < 700; index += 1) expect(text).toMatch(new RegExp(`\\bwoord${index}\\b`));
    expect(result.slides[0]?.notes.join(' ')).toContain('woord699');
    expect(result.slides.at(-1)?.title).toMatch(/… \(vervolg( \d+)?\)$/);
  });

  it('takes control characters, half characters and direction marks out of any text, and leaves the rest as it is', async () => {
    const hostile =
      'a\u0000\u0008b\u001f\ud800c\ufffe\u202ed & <b> "q" \' ]]> &#x0; _x0000_ =1+1 👩‍⚕️ שלום عربي';
    const clean = 'ab\ufffdc\ufffdd & <b> "q" \' ]]> &#x0; _x0000_ =1+1 👩‍⚕️ שלום عربي';
    const result = await read(
      plain(
        [
          {
            title: hostile,
            subtitle: hostile,
            notes: hostile,
            provenance: { source: hostile, period: hostile },
            blocks: [
              { kind: 'text', text: hostile },
              {
                kind: 'table',
                columns: [{ heading: hostile }],
                rows: [[hostile], ['=cmd|1']],
                summary: hostile,
              },
              {
                kind: 'bars',
                reading: hostile,
                categories: [hostile],
                series: [{ name: hostile, values: [1] }],
              },
            ],
          },
        ],
        { title: hostile, author: hostile, organisation: hostile },
      ),
    );
    expect(result.problems).toEqual([]);
    expect(result.slides[1]?.title).toBe(clean);
    expect(result.slides[1]?.notes).toEqual([clean]);
    expect(result.slides[1]?.objects.find(({ name }) => name === 'Tabel 2')?.text).toBe(
      `${clean}\n${clean}\n=cmd|1`,
    );
  });

  it('writes text that begins from the right from the right', async () => {
    const parts = await partsOf(
      plain([{ title: 'x', blocks: [{ kind: 'text', text: 'שלום לכולם\nHallo allemaal' }] }]),
    );
    const paragraphs = parts.get('ppt/slides/slide2.xml')!.match(/<a:pPr [^>]*>/g) ?? [];
    expect(paragraphs.filter((one) => one.includes('rtl="1"') && one.includes('algn="r"'))).toHaveLength(1);
  });

  it('says its language in every part, with the words of that language', async () => {
    const slides: SlideSpec[] = [
      {
        title: 'Long',
        blocks: [{ kind: 'text', text: 'word '.repeat(900) }],
        provenance: { source: 's', n: 1200, nonResponse: 0 },
      },
    ];
    const result = await read(plain(slides, { language: 'en' }));
    expect(result.problems).toEqual([]);
    expect(result.slides[2]?.title).toBe('Long (continued)');
    expect(allText(result)).toContain('Source: s · n = 1,200 · non-response: 0 of 1,200 (0%)');
    const parts = await partsOf(plain(slides, { language: 'en' }));
    expect([...parts.values()].join('')).not.toMatch(/lang="(nl-NL|en-US)"/);
    expect(parts.get('docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
  });

  it('carries the moment it is given and leads to nothing outside', async () => {
    const parts = await partsOf(
      plain([{ title: 'a', blocks: [] }], { author: 'A. B', organisation: 'R & O' }),
    );
    const core = parts.get('docProps/core.xml')!;
    expect(core).toContain('2026-04-29T10:00:00Z</dcterms:created>');
    expect(core).toContain('<dc:creator>A. B</dc:creator>');
    expect(parts.get('docProps/app.xml')).toContain('<Company>R &amp; O</Company>');
    expect([...parts.values()].join('')).not.toContain('TargetMode');
    await expect(deck(plain([], { madeAt: new Date(NaN) }))).rejects.toThrow(RangeError);
  });

  it('repeats the heading row of a table that goes on, and its first column when it is too wide', async () => {
    const columns = Array.from({ length: 25 }, (_, index) => ({ heading: `Kolom ${index}` }));
    const rows = Array.from({ length: 40 }, (_, row) => columns.map((_, index) => `r${row}k${index}`));
    const result = await read(plain([{ title: 'Breed', blocks: [{ kind: 'table', columns, rows }] }]));
    expect(result.problems).toEqual([]);
    expect(misplaced(result)).toEqual([]);
    const tables = result.slides.flatMap(({ objects }) =>
      objects.filter(({ name }) => name.startsWith('Tabel')),
    );
    expect(tables.length).toBeGreaterThan(3);
    for (const { text } of tables) expect(text).toMatch(/^Kolom 0\n/);
    const text = allText(result);
    for (const cell of rows.flat()) expect(text).toContain(cell);
  });

  it('writes figures in the table as its language does, at the end of their column', async () => {
    const parts = await partsOf(
      plain([
        {
          title: 'a',
          blocks: [
            {
              kind: 'table',
              columns: [{ heading: 'Naam' }, { heading: 'Aantal' }, { heading: 'Aandeel', unit: 'percent' }],
              rows: [['x', 1234.5, 0.125]],
            },
          ],
        },
      ]),
    );
    const slide = parts.get('ppt/slides/slide2.xml')!;
    expect(slide).toMatch(/algn="r"[^>]*>(?:(?!<a:t>).)*<a:t>1\.234,5</);
    expect(slide).toContain('<a:t>12,5%<');
  });

  it('cuts a row that is higher than a slide between its lines', async () => {
    const cell = Array.from({ length: 900 }, (_, index) => `w${index}`).join(' ');
    const columns = [
      { heading: 'Vraag', share: 1 },
      { heading: 'Antwoord', share: 2 },
    ];
    const result = await read(
      plain([{ title: 'Lang', blocks: [{ kind: 'table', columns, rows: [['1', cell]] }] }]),
    );
    expect(result.problems).toEqual([]);
    expect(misplaced(result)).toEqual([]);
    for (let index = 0; index < 900; index += 1)
      expect(allText(result)).toMatch(new RegExp(`\\bw${index}\\b`));
  });

  it('goes on with the categories of a chart that is higher than a slide, and tells shortened ones in the notes', async () => {
    const categories = Array.from(
      { length: 60 },
      (_, index) => `Praktijk ${index} ${'met een lange naam '.repeat(index === 3 ? 30 : 1)}`,
    );
    const values = categories.map((_, index) => index);
    const block: BlockSpec = { kind: 'bars', reading: 'Veel.', categories, series: [{ name: 'n', values }] };
    const result = await read(plain([{ title: 'Veel praktijken', blocks: [block] }]));
    expect(result.problems).toEqual([]);
    expect(misplaced(result)).toEqual([]);
    const told = result.slides
      .flatMap(({ objects, notes }) => [...objects.map(({ alt }) => alt), ...notes])
      .join(' ');
    for (let index = 0; index < 60; index += 1) expect(told).toContain(`Praktijk ${index} `);
    expect(result.slides[1]?.notes.join(' ')).toContain(categories[3]!.trim());
  });

  it('sets a statement large, with its kicker above it and its texts beside each other under it (DIA-12)', async () => {
    const columns = ['Te vroeg', 'Op tijd', 'Te laat'].map((heading) => ({ heading }));
    const question = 'Welke moedervlek moet u dezelfde week zien, en welke kan wachten?';
    const described = plain([
      {
        look: 'statement',
        kicker: 'Verdachte plekken',
        title: question,
        subtitle: 'Gevraagd door 9 praktijken',
        blocks: [
          { kind: 'table', look: 'open', columns, rows: [['eerst een foto', 'binnen een week', 'bel']] },
        ],
      },
      { look: 'statement', title: 'Verdachte plekken', blocks: [] },
    ]);
    const result = await read(described);
    expect(result.problems).toEqual([]);
    expect(misplaced(result)).toEqual([]);
    const [, first, second] = result.slides;
    expect(first!.objects.slice(0, 4).map(({ text }) => text)).toEqual([
      'Verdachte plekken',
      question,
      'Gevraagd door 9 praktijken',
      'Te vroeg\nOp tijd\nTe laat\neerst een foto\nbinnen een week\nbel',
    ]);
    expect(second?.title).toBe('Verdachte plekken');
    const xml = (await partsOf(described)).get('ppt/slides/slide2.xml')!;
    expect(xml).toMatch(/sz="4400"(?:(?!<a:t>).)*<a:t>Welke moedervlek/);
  });

  it('goes on with a statement of five thousand characters on slides of the house', async () => {
    const title = Array.from({ length: 700 }, (_, index) => `woord${index}`).join(' ');
    const rows = [[title, title]];
    const columns = [{ heading: title }, { heading: 'Te laat' }];
    const blocks: BlockSpec[] = [{ kind: 'table', look: 'open', columns, rows }];
    const result = await read(plain([{ look: 'statement', kicker: title, title, subtitle: title, blocks }]));
    expect(result.problems).toEqual([]);
    expect(misplaced(result)).toEqual([]);
    const text = allText({ ...result, slides: result.slides.slice(1) });
    for (let index = 0; index < 700; index += 1) expect(text).toMatch(new RegExp(`\\bwoord${index}\\b`));
  });

  it('numbers its charts by itself, whatever was made before in the same process', async () => {
    const block: BlockSpec = {
      kind: 'bars',
      reading: 'r',
      categories: ['a'],
      series: [{ name: 'n', values: [1] }],
    };
    await deck(plain([{ title: 'a', blocks: [block] }]));
    const parts = await partsOf(plain([{ title: 'a', blocks: [block, block] }]));
    const charts = [...parts.keys()].filter((name) => name.startsWith('ppt/charts/chart'));
    expect(charts).toEqual(['ppt/charts/chart1.xml', 'ppt/charts/chart2.xml']);
  });
});

describe('any deck', () => {
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.lorem({ maxCount: 12 }) },
    { weight: 2, arbitrary: fc.lorem({ maxCount: 300, mode: 'words' }) },
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(...'<>&"\'=+-@\u0000\u000b\ud800\ufffe😀ש漢'), maxLength: 30 }),
    fc.string({ unit: fc.constantFrom('W', '漢', '😀'), minLength: 200, maxLength: 700 }),
    fc.constant(''),
  );
  const value = fc.oneof(fc.integer({ min: -5, max: 500 }), fc.double(), fc.constant(null));
  const block: fc.Arbitrary<BlockSpec> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text }),
    fc.record({
      kind: fc.constant('bullets' as const),
      items: fc.array(
        fc.oneof(text, fc.record({ text, level: fc.constantFrom(0 as const, 1 as const, 2 as const) })),
        {
          maxLength: 9,
        },
      ),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(
        fc.record(
          {
            heading: text,
            share: fc.double({ min: 0, max: 9 }),
            align: fc.constantFrom('start' as const, 'end' as const),
          },
          { requiredKeys: ['heading'] },
        ),
        { maxLength: 13 },
      ),
      rows: fc.array(fc.array(fc.oneof(text, value), { maxLength: 14 }), { maxLength: 15 }),
      look: fc.constantFrom('house' as const, 'open' as const),
    }),
    fc.record(
      {
        kind: fc.constant('bars' as const),
        reading: text,
        categories: fc.array(text, { maxLength: 20 }),
        series: fc.array(fc.record({ name: text, values: fc.array(value, { maxLength: 20 }) }), {
          maxLength: 9,
        }),
        arrangement: fc.constantFrom('grouped' as const, 'stacked' as const, 'shares' as const),
        unit: fc.constantFrom('count' as const, 'percent' as const),
      },
      { requiredKeys: ['kind', 'reading', 'categories', 'series'] },
    ),
    fc.record({ kind: fc.constant('figure' as const), value: text, caption: text }),
  );
  const slide = fc.record(
    {
      title: text,
      subtitle: text,
      look: fc.constantFrom('house' as const, 'statement' as const),
      kicker: text,
      blocks: fc.array(block, { maxLength: 4 }),
      beside: fc.array(block, { maxLength: 3 }),
      notes: text,
      provenance: fc.record(
        { source: text, n: fc.nat(), nonResponse: fc.nat(), remark: text },
        { requiredKeys: ['source'] },
      ),
    },
    { requiredKeys: ['title', 'blocks'] },
  );
  const description: fc.Arbitrary<DeckSpec> = fc.record(
    {
      language: fc.constantFrom('nl' as const, 'en' as const),
      title: text,
      subtitle: text,
      author: text,
      organisation: text,
      madeAt: fc.constant(madeAt),
      slides: fc.array(slide, { maxLength: 3 }),
    },
    { requiredKeys: ['language', 'title', 'madeAt', 'slides'] },
  );

  it('is a valid file with nothing over its edges (property)', async () => {
    await fc.assert(
      fc.asyncProperty(description, async (one) => {
        const result = await read(one);
        expect(result.problems).toEqual([]);
        expect(misplaced(result)).toEqual([]);
        expect(result.slides.length).toBeGreaterThan(one.slides.length);
      }),
      // big decks shrink for minutes; the seed that is printed finds the failure again
      { numRuns: 20, endOnFailure: true },
    );
  }, 60_000);
});
