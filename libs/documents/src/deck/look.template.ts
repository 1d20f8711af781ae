import type { Tone } from './deck.rules.js';

/** The house colours, each with the ratio that its spec proves against what it stands on. */
export const COLOURS = {
  page: 'FFFFFF',
  warm: 'F8F6F2',
  ink: '26231F',
  quiet: '5F594F',
  accent: '0E5F5C',
  onAccent: 'FFFFFF',
  line: 'CBC5B9',
} as const;

/** A bar and the figure that is written on it. */
export interface Fill {
  fill: string;
  label: string;
}

/** In the order in which series without a tone get them: dark and middle in turn, so that neighbours differ in grey too. */
export const PALETTE: readonly Fill[] = [
  { fill: '0E5F5C', label: 'FFFFFF' },
  { fill: 'C48312', label: '000000' },
  { fill: '5F594F', label: 'FFFFFF' },
  { fill: '318A85', label: '000000' },
  { fill: '8D8578', label: '000000' },
  { fill: '98391F', label: 'FFFFFF' },
];

export const TONES: Record<Tone, Fill> = {
  accent: { fill: '0E5F5C', label: 'FFFFFF' },
  soft: { fill: '318A85', label: '000000' },
  neutral: { fill: '8D8578', label: '000000' },
  warn: { fill: 'C48312', label: '000000' },
  bad: { fill: '98391F', label: 'FFFFFF' },
};

/** Is on every computer with an office program, or is replaced there by a font of the same widths (Carlito). */
export const FONT = 'Calibri';

/** Exact line spacing, so that a box is as high as its lines whatever font an office program puts in. */
export const LINE = 1.2;

/** A place on a slide, in inches from its top left corner. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** 16:9, the size that office programs call wide. */
export const SLIDE = { w: 13.333, h: 7.5 } as const;
export const MARGIN = 0.6;
export const CONTENT_WIDTH = SLIDE.w - 2 * MARGIN;
export const TITLE_BOX: Box = { x: MARGIN, y: 0.35, w: CONTENT_WIDTH, h: 0.96 };
export const SUBTITLE_BOX: Box = { x: MARGIN, y: 1.33, w: CONTENT_WIDTH, h: 0.32 };
/** A title without a subtitle comes down to the rule. */
export const LONE_TITLE_BOX: Box = { x: MARGIN, y: 0.62, w: CONTENT_WIDTH, h: 0.96 };
export const RULE_Y = 1.72;
export const BODY_TOP = 1.9;
export const BODY_BOTTOM = 6.8;
export const FOOT_Y = 6.98;
export const FOOTER_BOX: Box = { x: MARGIN, y: FOOT_Y, w: 10.5, h: 0.26 };
export const NUMBER_BOX: Box = { x: SLIDE.w - MARGIN - 1, y: FOOT_Y, w: 1, h: 0.26 };
export const BLOCK_GAP = 0.22;
export const COLUMN_GAP = 0.45;

export const COVER = {
  title: { x: 1, y: 1.75, w: 11.3, h: 2.1 } satisfies Box,
  ruleY: 4.05,
  subtitle: { x: 1, y: 4.25, w: 11.3, h: 1.3 } satisfies Box,
  maker: { x: 1, y: 6.2, w: 11.3, h: 0.62 } satisfies Box,
} as const;

/** A slide whose title is what it is about: the words above it, then the title as high as it needs, then the rest. */
export const STATEMENT = {
  kicker: { x: MARGIN, y: 0.7, w: CONTENT_WIDTH, h: 0.36 } satisfies Box,
  title: { x: MARGIN, y: 1.14, w: CONTENT_WIDTH, h: 2.7 } satisfies Box,
  /** How much lower everything stands when there is nothing under it. */
  lone: 1.3,
  gap: 0.16,
  body: 0.42,
} as const;

export const POINTS = {
  titles: [28, 24, 20],
  coverTitles: [44, 36, 30, 24],
  coverSubtitles: [22, 18],
  maker: 15,
  subtitle: 16,
  kicker: 20,
  statements: [44, 38, 32, 28, 24],
  underStatement: 20,
  body: 17,
  nested: 15,
  reading: 17,
  figures: [54, 44, 36, 28],
  longFigure: 22,
  caption: 17,
  table: 13,
  wideTable: 11,
  openTable: 20,
  chart: 12,
  provenance: 11,
  foot: 10,
} as const;
