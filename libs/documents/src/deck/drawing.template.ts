import { createRequire } from 'node:module';
import type PptxGenJS from 'pptxgenjs';
import type { DrawnChart, DrawnTable, DrawnText, Paragraph, Placed } from './drawn.rules.js';
import {
  COLOURS,
  COVER,
  FOOTER_BOX,
  LINE,
  LONE_TITLE_BOX,
  NUMBER_BOX,
  BODY_BOTTOM,
  CONTENT_WIDTH,
  MARGIN,
  POINTS,
  SUBTITLE_BOX,
  TITLE_BOX,
  type Box,
} from './look.template.js';
import type { LaidOut, Line, Page } from './pages.rules.js';
import { PLACEHOLDERS } from './parts.template.js';
import { CELL } from './table-block.rules.js';
import { indentOf } from './text-block.rules.js';
import { isRightToLeft } from './text.rules.js';
import type { DocumentWords } from './words.template.js';

/** The body font of the theme, so that an organisation changes its font in one place. */
const THEME_FONT = '+mn-lt';

type Library = PptxGenJS.default;
type Slide = PptxGenJS.default.Slide;
type Border = { type: 'none' } | { type: 'solid'; pt: number; color: string };

/** What the mending must add to an object that the library cannot say. */
export interface ObjectFacts {
  placeholder?: string;
  alt?: string;
}

export interface DrawnSlide {
  /** By the name of the object, unique on its slide. */
  objects: Map<string, ObjectFacts>;
  /** In the order in which they were drawn. */
  charts: DrawnChart[];
  notes: string[];
}

// Its ES module has no "type": "module" beside it, which not every loader accepts; the CommonJS one loads everywhere.
const load = createRequire(import.meta.url);

/** Draws every slide with pptxgenjs and says, per slide, what its file still lacks. */
export async function draw(
  deck: LaidOut,
  words: DocumentWords,
): Promise<{ file: Buffer; slides: DrawnSlide[] }> {
  const Presentation = load('pptxgenjs') as new () => Library;
  const book = new Presentation();
  book.layout = 'LAYOUT_WIDE';
  book.defineSlideMaster({ title: words.titleLayout });
  book.defineSlideMaster({ title: words.contentLayout });
  book.defineSlideMaster({ title: words.statementLayout });
  const slides = [
    drawCover(book, deck, words),
    ...deck.pages.map((page) => drawPage(book, deck, page, words)),
  ];
  const file = (await book.write({ outputType: 'nodebuffer' })) as Buffer;
  return { file, slides };
}

function drawCover(book: Library, { cover }: LaidOut, words: DocumentWords): DrawnSlide {
  const slide = book.addSlide({ masterName: words.titleLayout });
  const drawn: DrawnSlide = { objects: new Map(), charts: [], notes: cover.notes };
  const { title, subtitle, maker } = words.names;
  drawLine(
    slide,
    drawn,
    title,
    cover.title,
    COVER.title,
    { bold: true, valign: 'bottom' },
    PLACEHOLDERS.coverTitle,
  );
  if (cover.subtitle)
    drawLine(slide, drawn, subtitle, cover.subtitle, COVER.subtitle, {}, PLACEHOLDERS.coverSubtitle);
  if (cover.maker) drawLine(slide, drawn, maker, cover.maker, COVER.maker, { color: COLOURS.quiet });
  return drawn;
}

function drawPage(book: Library, deck: LaidOut, page: Page, words: DocumentWords): DrawnSlide {
  const { names } = words;
  const { statement } = page;
  const slide = book.addSlide({ masterName: statement ? words.statementLayout : words.contentLayout });
  const drawn: DrawnSlide = { objects: new Map(), charts: [], notes: page.notes };
  if (statement?.kicker)
    drawLine(slide, drawn, names.kicker, statement.kicker, statement.kickerBox, {
      bold: true,
      color: COLOURS.accent,
    });
  drawLine(
    slide,
    drawn,
    names.title,
    page.title,
    statement?.titleBox ?? (page.subtitle ? TITLE_BOX : LONE_TITLE_BOX),
    { bold: true, valign: statement ? 'top' : 'bottom' },
    PLACEHOLDERS.title,
  );
  if (page.subtitle) {
    const box = statement?.subtitleBox ?? SUBTITLE_BOX;
    drawLine(slide, drawn, names.subtitle, page.subtitle, box, { color: COLOURS.quiet });
  }
  page.placed.forEach((placed, index) =>
    drawPlaced(slide, drawn, placed, `${words.names[placed.kind]} ${index + 1}`),
  );
  if (page.provenance) {
    const { text, height } = page.provenance;
    const box = { x: MARGIN, y: BODY_BOTTOM - height, w: CONTENT_WIDTH, h: height };
    drawLine(slide, drawn, names.provenance, { text, points: POINTS.provenance }, box, {
      color: COLOURS.quiet,
    });
  }
  const foot = { text: deck.footer, points: POINTS.foot };
  drawLine(
    slide,
    drawn,
    names.footer,
    foot,
    FOOTER_BOX,
    { color: COLOURS.quiet, valign: 'middle' },
    PLACEHOLDERS.footer,
  );
  slide.slideNumber = {
    ...NUMBER_BOX,
    align: 'right',
    color: COLOURS.quiet,
    fontSize: POINTS.foot,
    margin: 0,
  };
  return drawn;
}

function drawLine(
  slide: Slide,
  drawn: DrawnSlide,
  name: string,
  line: Line,
  box: Box,
  style: { bold?: boolean; color?: string; valign?: 'top' | 'middle' | 'bottom' },
  placeholder?: string,
): void {
  drawn.objects.set(name, placeholder ? { placeholder } : {});
  slide.addText(line.text, {
    ...box,
    ...direction(line.text),
    objectName: name,
    isTextBox: placeholder === undefined,
    margin: 0,
    fontSize: line.points,
    lineSpacing: line.points * LINE,
    color: style.color ?? COLOURS.ink,
    bold: style.bold ?? false,
    valign: style.valign ?? 'top',
  });
}

function drawPlaced(slide: Slide, drawn: DrawnSlide, placed: Placed, name: string): void {
  switch (placed.kind) {
    case 'text':
      drawn.objects.set(name, {});
      drawText(slide, placed, placed.box, name);
      return;
    case 'table':
      drawn.objects.set(name, { alt: placed.alt });
      drawTable(slide, placed, placed.box, name);
      return;
    case 'chart':
      drawn.objects.set(name, { alt: placed.alt });
      drawn.charts.push(placed);
      drawChart(slide, placed, placed.box, name);
  }
}

function drawText(slide: Slide, { paragraphs }: DrawnText, box: Box, name: string): void {
  const runs = paragraphs.map((paragraph, index) => ({
    text: paragraph.text,
    options: {
      ...direction(paragraph.text),
      ...bulletOf(paragraph),
      breakLine: index < paragraphs.length - 1,
      fontSize: paragraph.points,
      lineSpacing: paragraph.points * LINE,
      ...(index < paragraphs.length - 1 ? { paraSpaceAfter: paragraph.after } : {}),
      color: paragraph.colour,
      bold: paragraph.bold,
    },
  }));
  slide.addText(runs, { ...box, objectName: name, isTextBox: true, margin: 0, valign: 'top' });
}

function bulletOf({ level }: Paragraph): PptxGenJS.default.TextPropsOptions {
  if (level === null) return {};
  const bullet = { indent: indentOf(0) * 72 };
  return level === 0 ? { bullet } : { bullet, indentLevel: level };
}

function drawTable(slide: Slide, table: DrawnTable, box: Box, name: string): void {
  const none: Border = { type: 'none' };
  const line = (pt: number, color: string): Border => ({ type: 'solid', pt, color });
  const rows = table.rows.map(({ cells }, row) =>
    cells.map((text, column) => ({
      text,
      options: {
        ...direction(text, table.ends[column] ? 'right' : 'left'),
        bold: row === 0,
        fontSize: table.points,
        lineSpacing: table.points * LINE,
        color: row === 0 && !table.open ? COLOURS.onAccent : COLOURS.ink,
        ...(row === 0 && !table.open ? { fill: { color: COLOURS.accent } } : {}),
        valign: 'top' as const,
        margin: [CELL.ends, CELL.sides, CELL.ends, CELL.sides] as [number, number, number, number],
        border: [
          table.open && row === 0 ? line(2.25, COLOURS.accent) : none,
          none,
          table.open ? none : line(0.75, COLOURS.line),
          none,
        ] as [Border, Border, Border, Border],
      },
    })),
  );
  slide.addTable(rows, {
    x: box.x,
    y: box.y,
    w: box.w,
    h: box.h,
    colW: table.columnWidths,
    rowH: table.rows.map(({ height }) => height),
    objectName: name,
    autoPage: false,
  });
}

function drawChart(slide: Slide, chart: DrawnChart, box: Box, name: string): void {
  const rows = chart.direction === 'rows';
  const stacked = chart.arrangement !== 'grouped';
  const one = chart.unit === 'percent' && chart.arrangement !== 'shares' ? '0%' : 'General';
  const grouping = { grouped: 'clustered', stacked: 'stacked', shares: 'percentStacked' }[chart.arrangement];
  const data = chart.series.map((series) => ({
    name: series.name,
    labels: chart.categories,
    values: series.values.map(rounded) as number[],
  }));
  slide.addChart('bar' as PptxGenJS.default.CHART_NAME, data, {
    ...box,
    objectName: name,
    barDir: rows ? 'bar' : 'col',
    barGrouping: grouping,
    barGapWidthPct: rows ? 35 : 45,
    chartColors: chart.series.map(({ fill }) => fill),
    chartArea: { roundedCorners: false },
    // a white line keeps neighbours apart for who does not see the colours
    ...(stacked ? { dataBorder: { pt: 1, color: COLOURS.page } } : {}),
    showValue: true,
    dataLabelFormatCode: stacked ? `${one};-${one};;` : one,
    dataLabelFontFace: THEME_FONT,
    dataLabelFontSize: POINTS.chart,
    dataLabelColor: COLOURS.ink,
    showLegend: chart.series.length > 1,
    legendPos: 'b',
    legendFontFace: THEME_FONT,
    legendFontSize: POINTS.chart,
    legendColor: COLOURS.ink,
    // the first category on top; the library's own type knows one of its two values
    catAxisOrientation: (rows ? 'maxMin' : 'minMax') as 'minMax',
    catAxisLabelFontFace: THEME_FONT,
    catAxisLabelFontSize: POINTS.chart,
    catAxisLabelColor: COLOURS.ink,
    catAxisLineColor: COLOURS.line,
    // beside the chart and not beside the axis, which stands in the middle when a figure is below zero
    catAxisLabelPos: 'low',
    catGridLine: { style: 'none' },
    displayBlanksAs: 'gap',
    valAxisHidden: true,
    valAxisLineShow: false,
    valGridLine: { style: 'none' },
    ...(data.every(({ values }) => values.every((value) => value === null || value >= 0))
      ? { valAxisMinVal: 0 }
      : {}),
    ...(rows
      ? {
          layout: {
            x: chart.labelShare,
            y: 0.01,
            w: 0.93 - chart.labelShare,
            h: Math.max(0.2, 0.98 - chart.legendShare),
          },
        }
      : {}),
  });
}

/** Four decimals are more than a label shows; what is too big to round has none. */
function rounded(value: number | null): number | null {
  return value === null || Math.abs(value) > 1e11 ? value : Math.round(value * 10_000) / 10_000;
}

function direction(
  text: string,
  align: 'left' | 'right' = 'left',
): { rtlMode?: boolean; align: 'left' | 'right' } {
  return isRightToLeft(text) ? { rtlMode: true, align: align === 'left' ? 'right' : 'left' } : { align };
}
