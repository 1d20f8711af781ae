import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IStylesOptions,
  type ParagraphChild,
} from 'docx';
import JSZip from 'jszip';
import type { Language } from '#libs/contracts';
import { COLOURS, FONT } from '../deck/look.template.js';
import { plainLine } from '../deck/text.rules.js';
import { coreProperties } from '../deck/parts.template.js';
import { documentWords } from '../deck/words.template.js';
import { runsOf, textOf, type Inline, type PaperBlock, type PaperSpec } from '../pdf/pdf.rules.js';
import { writtenDate } from '../pdf/pdf.template.js';

const ZIP_MOMENT = new Date(Date.UTC(1980, 0, 1));
/** Twentieths of a point: A4 and the room between its sides. */
const SHEET = { width: 11906, height: 16838, side: 1240, top: 1200, bottom: 1300 } as const;
const TEXT_WIDTH = SHEET.width - 2 * SHEET.side;
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const QUIET = 'Quiet';
const BULLETS = 'bullets';
const NUMBERS = 'numbers';
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line } as const;
const PAGES: Record<Language, { page: string; of: string }> = {
  nl: { page: 'Pagina ', of: ' van ' },
  en: { page: 'Page ', of: ' of ' },
};

/**
 * The same description as `pdf` as a Word file (.docx): headings as styles (navigation pane, table of contents), real lists, tables whose
 * heading row repeats, language, properties, page numbers. Any text is accepted: what XML cannot hold is left out. The same description gives
 * the same bytes.
 * @throws RangeError when `madeAt` is no moment
 */
export async function letter(spec: PaperSpec): Promise<Buffer> {
  const words = documentWords(spec.language);
  const title = plainLine(spec.title) || words.untitled;
  const subtitle = plainLine(spec.subtitle ?? '');
  const organisation = plainLine(spec.organisation ?? '');
  const date = writtenDate(spec.madeAt, spec.language);
  let lists = 0;
  const document = new Document({
    title,
    styles: styles(words.locale),
    numbering: {
      config: [
        { reference: BULLETS, levels: [level(LevelFormat.BULLET, '•')] },
        { reference: NUMBERS, levels: [level(LevelFormat.DECIMAL, '%1.')] },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: SHEET.width, height: SHEET.height },
            margin: {
              left: SHEET.side,
              right: SHEET.side,
              top: SHEET.top,
              bottom: SHEET.bottom,
              footer: 600,
            },
          },
        },
        footers: { default: footer([organisation, date].filter(Boolean).join(' · '), spec.language) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...(subtitle ? [new Paragraph({ style: QUIET, children: [new TextRun(subtitle)] })] : []),
          ...spec.blocks.flatMap((block) => {
            if (block.kind === 'list') lists += 1;
            return drawn(block, lists);
          }),
        ],
      },
    ],
  });
  const author = plainLine(spec.author ?? '') || organisation || 'Leerkring';
  const core = coreProperties(
    { title: shortened(title), subject: shortened(subtitle), author: shortened(author), madeAt: spec.madeAt },
    words,
  );
  return settled(await Packer.toBuffer(document), core);
}

const shortened = (text: string): string => [...text].slice(0, 255).join('');

function drawn(block: PaperBlock, list: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const text = plainLine(block.text);
      return text
        ? [new Paragraph({ heading: HEADINGS[block.level - 1], children: [new TextRun(text)] })]
        : [];
    }
    case 'paragraph':
      return textOf(block.text) === ''
        ? []
        : [
            new Paragraph({
              children: inline(block.text),
              ...(block.tone === 'quiet' ? { style: QUIET } : {}),
            }),
          ];
    case 'list':
      return block.items
        .filter((item) => textOf(item) !== '')
        .map(
          (item) =>
            new Paragraph({
              children: inline(item),
              numbering: { reference: block.ordered ? NUMBERS : BULLETS, level: 0, instance: list },
              contextualSpacing: true,
            }),
        );
    case 'table': {
      if (block.columns.length === 0) return [];
      const whole = block.columns.reduce((sum, { share }) => sum + (share ?? 1), 0);
      const widths = block.columns.map(({ share }) => Math.round((TEXT_WIDTH * (share ?? 1)) / whole));
      const heading = row(
        block.columns.map(({ heading: text }) => text),
        { widths, aligns: block.columns.map(({ align }) => align), head: true },
      );
      const rows = block.rows.map((cells) =>
        row(
          block.columns.map((_, index) => cells[index] ?? ''),
          { widths, aligns: block.columns.map(({ align }) => align), head: false },
        ),
      );
      return [table([heading, ...rows], widths), gap()];
    }
    case 'definitions': {
      const rows = block.rows.filter(({ name, value }) => plainLine(name) !== '' && textOf(value) !== '');
      if (rows.length === 0) return [];
      const widths = [Math.round(TEXT_WIDTH * 0.3), Math.round(TEXT_WIDTH * 0.7)];
      const drawnRows = rows.map(({ name, value }) =>
        row([[{ text: name, bold: true }], value], { widths, aligns: [], head: false }),
      );
      return [table(drawnRows, widths, true), gap()];
    }
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** Runs with their line ends and links. */
function inline(text: Inline, bold = false): ParagraphChild[] {
  return runsOf(text, bold)
    .map((run) => {
      const lines = run.text.split('\n');
      const children = lines.map(
        (line, index) =>
          new TextRun({
            text: line,
            bold: run.bold,
            ...(index > 0 ? { break: 1 } : {}),
            ...(run.href ? { style: 'Hyperlink' } : {}),
          }),
      );
      return run.href ? [new ExternalHyperlink({ children, link: run.href })] : children;
    })
    .flat();
}

function row(
  cells: readonly Inline[],
  look: { widths: readonly number[]; aligns: readonly ('start' | 'end' | undefined)[]; head: boolean },
): TableRow {
  return new TableRow({
    // a heading row is never cut
    ...(look.head ? { tableHeader: true, cantSplit: true } : {}),
    children: cells.map(
      (cell, index) =>
        new TableCell({
          width: { size: look.widths[index] ?? 0, type: WidthType.DXA },
          ...(look.head ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: COLOURS.warm } } : {}),
          children: [
            new Paragraph({
              children: inline(cell, look.head),
              spacing: { after: 0 },
              alignment: look.aligns[index] === 'end' ? AlignmentType.END : AlignmentType.START,
              keepNext: look.head,
            }),
          ],
        }),
    ),
  });
}

function table(rows: TableRow[], widths: readonly number[], firstColumn = false): Table {
  return new Table({
    rows,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: !firstColumn, firstColumn, noHBand: true, noVBand: true },
    margins: { left: 110, right: 110, top: 60, bottom: 60 },
    borders: {
      top: RULE,
      bottom: RULE,
      insideHorizontal: RULE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
    },
  });
}

/** Two tables one after the other would run together. */
function gap(): Paragraph {
  return new Paragraph({ children: [], spacing: { before: 0, after: 80, line: 160 } });
}

function footer(text: string, language: Language): Footer {
  const { page, of } = PAGES[language];
  return new Footer({
    children: [
      new Paragraph({
        style: QUIET,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun(`${text}\t${page}`),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(of),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

function level(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return {
    level: 0,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 400, hanging: 280 } } },
  };
}

function styles(locale: string): IStylesOptions {
  const heading = (size: number, color: string, before: number) => ({
    run: { size, color, bold: true, font: FONT },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: COLOURS.ink, language: { value: locale } },
        paragraph: { spacing: { after: 140, line: 288 } },
      },
      title: heading(42, COLOURS.accent, 0),
      heading1: heading(28, COLOURS.accent, 360),
      heading2: heading(23, COLOURS.ink, 260),
      heading3: heading(21, COLOURS.quiet, 200),
      hyperlink: { run: { color: COLOURS.accent, underline: {} } },
    },
    paragraphStyles: [
      {
        id: QUIET,
        name: 'Quiet',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 18, color: COLOURS.quiet },
      },
    ],
  };
}

/** The library numbers links by chance and notes the moment of writing: both are settled, so that the same text gives the same file. */
async function settled(file: Buffer, core: string): Promise<Buffer> {
  const from = await JSZip.loadAsync(file);
  const zip = new JSZip();
  const options = { date: ZIP_MOMENT, createFolders: false };
  const names = Object.values(from.files)
    .filter(({ dir }) => !dir)
    .map(({ name }) => name);
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name, await (from.file(name) as JSZip.JSZipObject).async('string'));
  for (const [id] of (texts.get('word/document.xml') ?? '').matchAll(/(?<=<w:hyperlink [^>]*r:id=")[^"]+/g))
    if (!ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`);
  const renamed = (text: string): string =>
    text.replace(/(?<=\b(?:r:id|Id)=")[^"]+/g, (id) => ids.get(id) ?? id);
  for (const [name, text] of texts) {
    if (name === 'docProps/core.xml') zip.file(name, core, options);
    else if (name === 'word/document.xml' || name === 'word/_rels/document.xml.rels')
      zip.file(name, renamed(text), options);
    else zip.file(name, text, options);
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
