import type { Box } from './look.template.js';

/** A paragraph as it is set: sizes in points, the level of its bullet or null. */
export interface Paragraph {
  text: string;
  points: number;
  colour: string;
  bold: boolean;
  level: 0 | 1 | 2 | null;
  /** Space under it, in points. */
  after: number;
}

export interface DrawnText {
  kind: 'text';
  paragraphs: Paragraph[];
}

export interface DrawnTable {
  kind: 'table';
  points: number;
  /** In inches. */
  columnWidths: number[];
  ends: boolean[];
  open: boolean;
  /** The first row is the heading. */
  rows: { cells: string[]; height: number }[];
  alt: string;
}

export interface DrawnChart {
  kind: 'chart';
  direction: 'rows' | 'columns';
  arrangement: 'grouped' | 'stacked' | 'shares';
  unit: 'count' | 'percent';
  categories: string[];
  /** `fullName` where the legend has only room for its beginning. */
  series: { name: string; fullName: string; values: (number | null)[]; fill: string; label: string }[];
  /** Parts of the chart's width and height that labels and legend take. */
  labelShare: number;
  legendShare: number;
  alt: string;
}

export type Drawn = DrawnText | DrawnTable | DrawnChart;

/** Something that has its place on a slide. */
export type Placed = Drawn & { box: Box };

/** What a block put into the room it got: places from the top of that room, the height used, and what is left for the next slide. */
export interface Taken<Rest> {
  placed: Placed[];
  height: number;
  rest: Rest | null;
  /** Text for the notes of this slide, where the drawing had to shorten something. */
  notes: string[];
}

/** The rule of every block: null when nothing of it fits in this room; on an empty slide it always takes something. */
export type Take<Block> = (block: Block, width: number, room: number, empty: boolean) => Taken<Block> | null;
