import type { Language } from '#libs/contracts';
import type { BarsBlock } from './deck.rules.js';
import type { DrawnChart, Placed, Taken } from './drawn.rules.js';
import { PALETTE, POINTS, TONES } from './look.template.js';
import { heightOf, lineHeight, readingParagraph } from './text-block.rules.js';
import { fitted, lineEnds, plainLine, widthOf } from './text.rules.js';
import { documentWords, writtenNumber } from './words.template.js';

/** A chart with its texts made plain and its gaps made null. */
export interface Bars {
  kind: 'chart-block';
  reading: string;
  categories: string[];
  series: DrawnChart['series'];
  arrangement: DrawnChart['arrangement'];
  unit: DrawnChart['unit'];
  language: Language;
}

const COLUMNS_AT_MOST = 12;
const COLUMN_HEIGHT = { least: 2.3, most: 4.4 };
const BAR = { gap: 0.16, height: 0.2 };
const LABEL_LINES = 3;
const LABEL_SHARE = 0.42;
const LEGEND_LINE = 0.26;
const SERIES_NAME = 60;
const ALT_LENGTH = 900;

/** The chart to draw, or null when there is no figure in it at all. */
export function bars(block: BarsBlock, language: Language): Bars | null {
  const categories = block.categories.map((name) => plainLine(name) || '–');
  const series = block.series.map((one, index) => {
    const { fill, label } = one.tone ? TONES[one.tone] : PALETTE[index % PALETTE.length]!;
    const values = categories.map((_, at) => finite(one.values[at] ?? null));
    const fullName = plainLine(one.name) || '–';
    return { name: shortName(fullName), fullName, values, fill, label };
  });
  if (!series.some((one) => one.values.some((value) => value !== null))) return null;
  const arrangement = block.series.length > 1 ? (block.arrangement ?? 'grouped') : 'grouped';
  const reading = plainLine(block.reading);
  return {
    kind: 'chart-block',
    reading,
    categories,
    series,
    arrangement,
    unit: block.unit ?? 'count',
    language,
  };
}

/** The sentence and the bars under it; categories that find no room go on on the next slide. */
export function takeBars(chart: Bars, width: number, room: number, empty: boolean): Taken<Bars> | null {
  const line = fitted(chart.reading, POINTS.reading, width, 4, true);
  const reading = line.shown ? [readingParagraph(line.shown)] : [];
  const above = reading.length > 0 ? heightOf(reading, width) + 0.08 : 0;
  const legend = legendHeight(chart, width);
  const left = room - above;
  const direction = standsUp(chart, width) ? 'columns' : 'rows';
  const labels = direction === 'rows' ? rowLabels(chart, width) : null;
  const each = labels ? rowHeight(chart, labels.lines) : 0;
  const least = labels
    ? Math.min(chart.categories.length, empty ? 1 : 3) * each + legend + 0.2
    : COLUMN_HEIGHT.least + legend;
  if (left < least && !empty) return null;
  const fitting = labels ? Math.max(1, Math.floor((left - legend - 0.2) / each)) : chart.categories.length;
  const count = Math.min(fitting, chart.categories.length);
  const wanted = labels ? count * each * 1.6 + legend + 0.2 : COLUMN_HEIGHT.most;
  const height = Math.min(left, wanted);
  const part = {
    ...chart,
    categories: chart.categories.slice(0, count),
    series: cut(chart.series, 0, count),
  };
  const shown = labels ? labels.texts.slice(0, count) : part.categories;
  const shortened =
    shown.some((text, index) => text !== part.categories[index]) ||
    chart.series.some(({ name, fullName }) => name !== fullName);
  const told = described(part);
  const placed: Placed[] = [];
  if (above > 0)
    placed.push({ kind: 'text', paragraphs: reading, box: { x: 0, y: 0, w: width, h: above - 0.08 } });
  placed.push({
    kind: 'chart',
    direction,
    arrangement: chart.arrangement,
    unit: chart.unit,
    categories: shown,
    series: part.series,
    labelShare: labels ? labels.width / width : 0,
    legendShare: legend / height,
    alt: told.length > ALT_LENGTH ? `${told.slice(0, ALT_LENGTH).replace(/[\ud800-\udbff]$/, '')}…` : told,
    box: { x: 0, y: above, w: width, h: height },
  });
  const later = count < chart.categories.length;
  return {
    placed,
    height: above + height,
    rest: later
      ? { ...chart, categories: chart.categories.slice(count), series: cut(chart.series, count) }
      : null,
    notes:
      shortened || line.rest || told.length > ALT_LENGTH
        ? [`${documentWords(chart.language).figures}: ${told}`]
        : [],
  };
}

/** Everything that the drawing says, as text. */
function described(chart: Bars): string {
  const words = documentWords(chart.language);
  const figure = (value: number | null): string =>
    value === null ? '–' : writtenNumber(value, chart.language, chart.unit === 'percent');
  const one = chart.series.length === 1;
  const figures = chart.categories.map((category, index) => {
    const values = chart.series.map(
      ({ fullName, values: all }) => `${one ? '' : `${fullName} `}${figure(all[index] ?? null)}`,
    );
    return `${category}: ${values.join(', ')}`;
  });
  return [chart.reading, words.barChart, `${figures.join('; ')}.`].filter(Boolean).join(' ');
}

/** Standing bars when there are few and every label fits under its own. */
function standsUp(chart: Bars, width: number): boolean {
  const count = chart.categories.length;
  const room = (width / count) * 0.9;
  const columns = chart.arrangement === 'grouped' ? count * chart.series.length : count;
  return (
    count <= COLUMNS_AT_MOST &&
    columns <= 2 * COLUMNS_AT_MOST &&
    chart.categories.every((label) => widthOf(label, POINTS.chart) <= Math.min(room, 1.1))
  );
}

function rowLabels(chart: Bars, width: number): { texts: string[]; lines: number; width: number } {
  const widest = Math.max(...chart.categories.map((label) => widthOf(label.slice(0, 200), POINTS.chart)));
  const share = Math.min(widest + 0.25, width * LABEL_SHARE);
  const texts = chart.categories.map((label) => fitted(label, POINTS.chart, share - 0.2, LABEL_LINES).shown);
  const lines = Math.max(...texts.map((text) => lineEnds(text, POINTS.chart, share - 0.2).length));
  return { texts, lines, width: share };
}

function rowHeight(chart: Bars, lines: number): number {
  const labels = lines * lineHeight(POINTS.chart) + 0.1;
  const besides = chart.arrangement === 'grouped' ? Math.min(chart.series.length, 8) : 1;
  return Math.max(labels, besides * BAR.height + BAR.gap);
}

function legendHeight(chart: Bars, width: number): number {
  if (chart.series.length < 2) return 0;
  const names = chart.series.map(({ name }) => widthOf(name, POINTS.chart) + 0.4);
  return (
    Math.min(6, Math.ceil(names.reduce((sum, one) => sum + one, 0) / (width * 0.85))) * LEGEND_LINE + 0.1
  );
}

function cut(series: Bars['series'], from: number, to?: number): Bars['series'] {
  return series.map((one) => ({ ...one, values: one.values.slice(from, to) }));
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function shortName(name: string): string {
  const letters = [...name];
  return letters.length <= SERIES_NAME ? name : `${letters.slice(0, SERIES_NAME - 1).join('')}…`;
}
