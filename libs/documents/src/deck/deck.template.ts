import JSZip from 'jszip';
import { writeXlsx, type ColumnSpec } from '#libs/tabular';
import type { DeckSpec } from './deck.rules.js';
import { draw, type DrawnSlide } from './drawing.template.js';
import type { DrawnChart } from './drawn.rules.js';
import {
  contentTypes,
  mendChart,
  mendNotes,
  mendPresentation,
  mendSlide,
  mendTheme,
  partOf,
  type Parts,
} from './mending.rules.js';
import { layOut } from './pages.rules.js';
import {
  appProperties,
  coreProperties,
  DECLARATION,
  notesMaster,
  slideLayouts,
  slideMaster,
} from './parts.template.js';
import { plainLine } from './text.rules.js';
import { documentWords, type DocumentWords } from './words.template.js';

const ZIP_MOMENT = new Date(Date.UTC(1980, 0, 1));
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A PowerPoint file (.pptx, 16:9) of a cover and the slides described (DIA-09, XCT-05). What does not fit goes on on a next
 * slide whose title says so; nothing runs over its box and nothing is dropped. Every slide has a title that screen readers
 * and the outline know, charts and tables say in words what they show, charts keep their figures in a workbook inside.
 * Any text is accepted: what XML cannot hold is left out. Texts of any length, tables of any size; empty blocks are skipped.
 * @throws RangeError when `madeAt` is no moment
 */
export async function deck(description: DeckSpec): Promise<Buffer> {
  const words = documentWords(description.language);
  const laidOut = layOut(description);
  const { file, slides } = await draw(laidOut, words);
  const parts = await xmlParts(file);
  const workbooks = await mendCharts(parts, slides, words);
  slides.forEach((slide, index) => {
    const name = `ppt/slides/slide${index + 1}.xml`;
    parts.set(name, mendSlide(partOf(parts, name), slide, words));
    mendNotes(parts, index + 1, slide.notes, words);
  });
  setHouseStyle(parts, words);
  setProperties(parts, description, slides, words);
  return packed(parts, workbooks);
}

/** What the library wrote, without its folders, and without its workbooks and list of types, which are made anew. */
async function xmlParts(file: Buffer): Promise<Parts> {
  const zip = await JSZip.loadAsync(file);
  const parts: Parts = new Map();
  for (const [name, entry] of Object.entries(zip.files)) {
    if (!entry.dir && /\.(xml|rels)$/.test(name) && name !== '[Content_Types].xml')
      parts.set(name, await entry.async('string'));
  }
  return parts;
}

/** Charts are numbered in the order of the slides: the library goes on counting over all decks of the process. */
async function mendCharts(
  parts: Parts,
  slides: readonly DrawnSlide[],
  words: DocumentWords,
): Promise<Map<string, Buffer>> {
  const charts: { xml: string; chart: DrawnChart }[] = [];
  slides.forEach((slide, index) => {
    const name = `ppt/slides/_rels/slide${index + 1}.xml.rels`;
    const waiting = [...slide.charts];
    const relations = partOf(parts, name).replace(/Target="\/(ppt\/charts\/[^"]+)"/g, (_, target: string) => {
      const chart = waiting.shift();
      if (chart) charts.push({ xml: mendChart(partOf(parts, target), chart, words), chart });
      return `Target="../charts/chart${charts.length}.xml"`;
    });
    parts.set(name, relations);
  });
  for (const name of parts.keys()) if (name.startsWith('ppt/charts/')) parts.delete(name);
  const workbooks = new Map<string, Buffer>();
  for (const [index, { xml, chart }] of charts.entries()) {
    const number = index + 1;
    parts.set(`ppt/charts/chart${number}.xml`, xml);
    parts.set(
      `ppt/charts/_rels/chart${number}.xml.rels`,
      `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1" Type="${RELATIONSHIPS}/package" Target="../embeddings/workbook${number}.xlsx"/></Relationships>`,
    );
    workbooks.set(`ppt/embeddings/workbook${number}.xlsx`, await chartWorkbook(chart, words));
  }
  return workbooks;
}

/** The figures behind a chart for who chooses "edit data"; the library's own workbook has a table that Excel repairs. */
async function chartWorkbook(chart: DrawnChart, words: DocumentWords): Promise<Buffer> {
  const columns: ColumnSpec[] = [
    { heading: words.category, type: 'text', width: 40 },
    ...chart.series.map(({ name }): ColumnSpec => ({
      heading: name,
      type: chart.unit === 'percent' ? 'percent' : 'number',
    })),
  ];
  const rows = chart.categories.map((name, index) => [
    name,
    ...chart.series.map(({ values }) => values[index]),
  ]);
  return writeXlsx({ sheets: [{ name: 'Sheet1', columns, rows }] });
}

function setHouseStyle(parts: Parts, words: DocumentWords): void {
  const layouts = slideLayouts(words);
  layouts.forEach((xml, index) => parts.set(`ppt/slideLayouts/slideLayout${index + 1}.xml`, xml));
  parts.set('ppt/slideMasters/slideMaster1.xml', slideMaster(words, layouts.length));
  parts.set('ppt/notesMasters/notesMaster1.xml', notesMaster(words));
  // one theme for two masters is one of the things that PowerPoint repairs (#1449)
  parts.set(
    'ppt/notesMasters/_rels/notesMaster1.xml.rels',
    `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1" Type="${RELATIONSHIPS}/theme" Target="../theme/theme2.xml"/></Relationships>`,
  );
  const theme = mendTheme(partOf(parts, 'ppt/theme/theme1.xml'));
  parts.set('ppt/theme/theme1.xml', theme);
  parts.set('ppt/theme/theme2.xml', theme);
  parts.set('ppt/presentation.xml', mendPresentation(partOf(parts, 'ppt/presentation.xml')));
}

function setProperties(
  parts: Parts,
  description: DeckSpec,
  slides: readonly DrawnSlide[],
  words: DocumentWords,
): void {
  const [title, subject, author, organisation] = [
    description.title,
    description.subtitle,
    description.author,
    description.organisation,
  ].map((text) => [...plainLine(text ?? '')].slice(0, 255).join(''));
  parts.set(
    'docProps/core.xml',
    coreProperties(
      {
        title: title || words.untitled,
        subject: subject ?? '',
        author: author || organisation || 'Leerkring',
        madeAt: description.madeAt,
      },
      words,
    ),
  );
  const withNotes = slides.filter(({ notes }) => notes.length > 0).length;
  parts.set('docProps/app.xml', appProperties(slides.length, withNotes, organisation ?? ''));
}

async function packed(parts: Parts, workbooks: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new JSZip();
  const options = { date: ZIP_MOMENT, createFolders: false };
  zip.file('[Content_Types].xml', contentTypes([...parts.keys(), ...workbooks.keys()]), options);
  for (const [name, text] of parts) zip.file(name, text, options);
  for (const [name, book] of workbooks) zip.file(name, book, options);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
