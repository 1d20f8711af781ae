import type { BulletsBlock, FigureBlock, TextBlock } from './deck.rules.js';
import type { Paragraph, Taken } from './drawn.rules.js';
import { COLOURS, LINE, POINTS } from './look.template.js';
import { lineEnds, plainLine, plainText, widthOf } from './text.rules.js';

/** Paragraphs that flow: what a text, a list and a big number all are. */
export interface Flowing {
  kind: 'flowing';
  paragraphs: Paragraph[];
  /** Stays in one piece as long as a slide can hold it: a number and its caption. */
  together: boolean;
}

const PARAGRAPH: Omit<Paragraph, 'text'> = {
  points: POINTS.body,
  colour: COLOURS.ink,
  bold: false,
  level: null,
  after: 6,
};

/** In inches; the bullet hangs in the last part of it. */
export function indentOf(level: Paragraph['level']): number {
  return level === null ? 0 : 0.28 * (level + 1);
}

export function flowingText(block: TextBlock): Flowing {
  const paragraphs = plainText(block.text).split('\n').map(plainLine).filter(Boolean);
  return { kind: 'flowing', together: false, paragraphs: paragraphs.map((text) => ({ ...PARAGRAPH, text })) };
}

export function flowingBullets(block: BulletsBlock): Flowing {
  const items = block.items.map((item) =>
    typeof item === 'string' ? { text: item, level: 0 as const } : item,
  );
  const paragraphs = items
    .map(({ text, level }) => ({
      ...PARAGRAPH,
      text: plainLine(text),
      level,
      points: level === 0 ? POINTS.body : POINTS.nested,
    }))
    .filter(({ text }) => text !== '');
  return { kind: 'flowing', together: false, paragraphs };
}

/** The biggest size in which the value stands on one line; a value that is a sentence is set as one. */
export function flowingFigure(block: FigureBlock, width: number): Flowing {
  const value = plainLine(block.value);
  const points = POINTS.figures.find((size) => widthOf(value, size, true) <= width) ?? POINTS.longFigure;
  const figure: Paragraph = {
    ...PARAGRAPH,
    text: value,
    points,
    bold: true,
    colour: COLOURS.accent,
    after: 2,
  };
  const caption = plainText(block.caption)
    .split('\n')
    .map((line): Paragraph => ({
      ...PARAGRAPH,
      text: plainLine(line),
      points: POINTS.caption,
      colour: COLOURS.quiet,
    }));
  return {
    kind: 'flowing',
    together: true,
    paragraphs: [figure, ...caption].filter(({ text }) => text !== ''),
  };
}

/** The sentence above a chart. */
export function readingParagraph(text: string): Paragraph {
  return { ...PARAGRAPH, text, points: POINTS.reading, bold: true, after: 0 };
}

export function lineHeight(points: number): number {
  return (points * LINE) / 72;
}

export function linesOf({ text, points, bold, level }: Paragraph, width: number): number[] {
  return lineEnds(text, points, width - indentOf(level), bold);
}

/** Height of paragraphs under each other, in inches. */
export function heightOf(paragraphs: readonly Paragraph[], width: number): number {
  return paragraphs.reduce(
    (sum, one, index) =>
      sum +
      linesOf(one, width).length * lineHeight(one.points) +
      (index < paragraphs.length - 1 ? one.after / 72 : 0),
    0,
  );
}

/** Takes whole paragraphs as long as they fit, and cuts one between lines when at least two stay on either side. */
export function takeFlowing(
  block: Flowing,
  width: number,
  room: number,
  empty: boolean,
): Taken<Flowing> | null {
  const whole = heightOf(block.paragraphs, width);
  if (whole > room && block.together && !empty) return null;
  const taken: Paragraph[] = [];
  let used = 0;
  let rest: Paragraph[] = [];
  for (const [index, paragraph] of block.paragraphs.entries()) {
    const above = (block.paragraphs[index - 1]?.after ?? 0) / 72;
    const ends = linesOf(paragraph, width);
    const height = lineHeight(paragraph.points);
    if (used + above + ends.length * height <= room) {
      taken.push(paragraph);
      used += above + ends.length * height;
      continue;
    }
    rest = block.paragraphs.slice(index);
    const fitting = Math.floor((room - used - above) / height);
    const forced = empty && taken.length === 0;
    if (forced ? fitting >= 1 : fitting >= 2 && ends.length - fitting >= 2) {
      const cut = ends[fitting - 1] ?? paragraph.text.length;
      const head = { ...paragraph, text: paragraph.text.slice(0, cut).trimEnd() };
      const tail = { ...paragraph, text: `… ${paragraph.text.slice(cut).trimStart()}` };
      taken.push(head);
      used += above + linesOf(head, width).length * height;
      rest = [tail, ...rest.slice(1)];
    }
    break;
  }
  if (taken.length === 0) return null;
  const placed = { kind: 'text' as const, paragraphs: taken, box: { x: 0, y: 0, w: width, h: used } };
  return {
    placed: [placed],
    height: used,
    rest: rest.length > 0 ? { ...block, paragraphs: rest } : null,
    notes: [],
  };
}
