import type { Language } from '#libs/contracts';
import type { TableBlock } from './deck.rules.js';
import type { Taken } from './drawn.rules.js';
import { POINTS } from './look.template.js';
import { lineHeight } from './text-block.rules.js';
import { lineEnds, plainLine, widthOf } from './text.rules.js';
import { documentWords, writtenNumber } from './words.template.js';

/** A table in texts, with the width of every column settled. */
export interface Grid {
  kind: 'grid';
  headings: string[];
  rows: string[][];
  ends: boolean[];
  open: boolean;
  shares: (number | null)[];
  /** Settled on the first slide, so that the columns stand in line where the table goes on. */
  widths: number[] | null;
  alt: string;
}

/** Left and right, and above and below, the text of a cell; the writer uses the same. In inches. */
export const CELL = { sides: 0.1, ends: 0.05 } as const;
const MOST_COLUMNS = 10;
const WIDE_FROM = 7;
const NARROWEST = 0.5;
/** In inches; what is longer is shortened and stands in full in the notes. */
const HIGHEST_HEADING = 1.2;
const SAMPLED_ROWS = 200;
const SAMPLED_LETTERS = 300;

/** The table in parts of at most ten columns; every part repeats the first column. A table without columns gives none. */
export function grids(block: TableBlock, language: Language): Grid[] {
  const headings = block.columns.map((column) => plainLine(column.heading));
  const rows = block.rows.map((row) =>
    block.columns.map(({ unit }, index) => cellText(row[index] ?? null, unit === 'percent', language)),
  );
  const ends = block.columns.map((column, index) => {
    if (column.align) return column.align === 'end';
    const values = block.rows.map((row) => row[index] ?? null).filter((value) => value !== null);
    return values.length > 0 && values.every((value) => typeof value === 'number');
  });
  const words = documentWords(language);
  return columnGroups(headings.length).map((group) => {
    const names = group.map((index) => headings[index] ?? '');
    const told = words.table(names.filter(Boolean).join(', '), writtenNumber(rows.length, language));
    return {
      kind: 'grid',
      headings: names,
      rows: rows.map((row) => group.map((index) => row[index] ?? '')),
      ends: group.map((index) => ends[index] ?? false),
      open: block.look === 'open',
      shares: group.map((index) => block.columns[index]?.share ?? null),
      widths: null,
      alt: [plainLine(block.summary ?? ''), told].filter(Boolean).join(' '),
    };
  });
}

/** Heading and as many rows as fit; a row higher than a slide is cut between its lines. */
export function takeGrid(grid: Grid, width: number, room: number, empty: boolean): Taken<Grid> | null {
  const wide = grid.headings.length >= WIDE_FROM ? POINTS.wideTable : POINTS.table;
  const points = grid.open ? POINTS.openTable : wide;
  const columnWidths = grid.widths ?? settledWidths(grid, points, width);
  const heights = (cells: readonly string[], bold: boolean): number =>
    Math.max(...cells.map((cell, index) => linesIn(cell, points, columnWidths[index] ?? 0, bold).length)) *
      lineHeight(points) +
    2 * CELL.ends;
  const most = Math.floor(HIGHEST_HEADING / lineHeight(points));
  const headings = grid.headings.map((cell, index) =>
    firstLines(cell, points, columnWidths[index] ?? 0, most, true),
  );
  const rows = [{ cells: headings, height: heights(headings, true) }];
  let used = rows[0]!.height;
  let rest: string[][] = [];
  for (const [index, cells] of grid.rows.entries()) {
    const height = heights(cells, false);
    if (used + height <= room) {
      rows.push({ cells, height });
      used += height;
      continue;
    }
    rest = grid.rows.slice(index);
    const fitting = Math.floor((room - used - 2 * CELL.ends) / lineHeight(points));
    if (empty && rows.length === 1 && fitting >= 1) {
      const parts = cells.map((cell, at) => cutAfter(cell, points, columnWidths[at] ?? 0, fitting));
      const head = parts.map(([first]) => first);
      rows.push({ cells: head, height: heights(head, false) });
      used += rows[1]!.height;
      rest = [parts.map(([, left]) => left), ...rest.slice(1)];
    }
    break;
  }
  if (!empty && rows.length === 1 && grid.rows.length > 0) return null;
  if (!empty && used > room) return null;
  const box = { x: 0, y: 0, w: columnWidths.reduce((sum, one) => sum + one, 0), h: used };
  return {
    placed: [
      { kind: 'table', points, columnWidths, ends: grid.ends, open: grid.open, rows, alt: grid.alt, box },
    ],
    height: used,
    rest: rest.length > 0 ? { ...grid, rows: rest, widths: columnWidths } : null,
    notes: headings.some((heading, index) => heading !== grid.headings[index])
      ? [grid.headings.join(' · ')]
      : [],
  };
}

function cellText(value: string | number | null, percent: boolean, language: Language): string {
  if (value === null) return '';
  return typeof value === 'number' ? writtenNumber(value, language, percent) : plainLine(value);
}

function columnGroups(count: number): number[][] {
  const all = Array.from({ length: count }, (_, index) => index);
  if (count <= MOST_COLUMNS) return count === 0 ? [] : [all];
  const groups: number[][] = [];
  for (let from = 1; from < count; from += MOST_COLUMNS - 1) {
    groups.push([0, ...all.slice(from, from + MOST_COLUMNS - 1)]);
  }
  return groups;
}

/** Widths that add up to the width given: named shares, or what the cells need, with the space left over for text columns. */
function settledWidths(grid: Grid, points: number, width: number): number[] {
  const named = grid.shares.map((share) =>
    share !== null && share > 0 && Number.isFinite(share) ? share : null,
  );
  if (named.some((share) => share !== null)) {
    const known = named.filter((share) => share !== null);
    const mean = known.reduce((sum, share) => sum + share, 0) / known.length;
    return atLeast(
      scaled(
        named.map((share) => share ?? mean),
        width,
      ),
      width,
    );
  }
  const needs = grid.headings.map((heading, index) => {
    const cells = grid.rows.slice(0, SAMPLED_ROWS).map((row) => (row[index] ?? '').slice(0, SAMPLED_LETTERS));
    const texts = [
      ...cells.map((cell) => widthOf(cell, points)),
      widthOf(heading.slice(0, SAMPLED_LETTERS), points, true),
    ];
    const longest = [heading, ...cells]
      .flatMap((cell) => cell.split(' '))
      .map((word) => widthOf(word, points, true));
    const whole = Math.max(...texts) + 2 * CELL.sides + 0.05;
    return {
      whole,
      least: Math.min(whole, Math.max(0.6, Math.min(2.2, Math.max(...longest) + 2 * CELL.sides + 0.05))),
    };
  });
  const wholes = needs.map(({ whole }) => whole);
  const total = wholes.reduce((sum, one) => sum + one, 0);
  if (total <= width) {
    const takers = grid.ends.every(Boolean) ? grid.ends : grid.ends.map((end) => !end);
    const among = wholes.reduce((sum, one, index) => sum + (takers[index] ? one : 0), 0);
    const roomy = wholes.map((one, index) => one + (takers[index] ? ((width - total) * one) / among : 0));
    return atLeast(roomy, width);
  }
  const least = needs.reduce((sum, one) => sum + one.least, 0);
  if (least >= width)
    return atLeast(
      scaled(
        needs.map((one) => one.least),
        width,
      ),
      width,
    );
  return atLeast(
    needs.map((one) => one.least + ((width - least) * (one.whole - one.least)) / (total - least)),
    width,
  );
}

function scaled(parts: readonly number[], width: number): number[] {
  const total = parts.reduce((sum, one) => sum + one, 0);
  return parts.map((one) => (one * width) / total);
}

/** No column so narrow that its text stands letter under letter; ten of them always fit. */
function atLeast(widths: readonly number[], width: number): number[] {
  if (widths.every((one) => one >= NARROWEST)) return [...widths];
  const spare = widths.map((one) => Math.max(0, one - NARROWEST));
  const all = spare.reduce((sum, one) => sum + one, 0);
  const left = width - NARROWEST * widths.length;
  return spare.map((one) => NARROWEST + (left * one) / all);
}

function linesIn(cell: string, points: number, columnWidth: number, bold: boolean): number[] {
  return lineEnds(cell, points, Math.max(0.05, columnWidth - 2 * CELL.sides), bold);
}

function cutAfter(cell: string, points: number, columnWidth: number, lines: number): [string, string] {
  const ends = linesIn(cell, points, columnWidth, false);
  if (ends.length <= lines) return [cell, ''];
  const cut = ends[lines - 1] ?? cell.length;
  return [cell.slice(0, cut).trimEnd(), `… ${cell.slice(cut).trimStart()}`];
}

function firstLines(cell: string, points: number, columnWidth: number, lines: number, bold: boolean): string {
  const ends = linesIn(cell, points, columnWidth, bold);
  return ends.length <= lines ? cell : `${cell.slice(0, Math.max(0, (ends[lines - 1] ?? 2) - 2)).trimEnd()}…`;
}
