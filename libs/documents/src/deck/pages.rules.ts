import type { Language } from '#libs/contracts';
import { bars, takeBars, type Bars } from './bars-block.rules.js';
import type { BlockSpec, DeckSpec, SlideSpec } from './deck.rules.js';
import type { Placed, Taken } from './drawn.rules.js';
import {
  BLOCK_GAP,
  BODY_BOTTOM,
  BODY_TOP,
  COLUMN_GAP,
  CONTENT_WIDTH,
  COVER,
  FOOTER_BOX,
  MARGIN,
  POINTS,
  STATEMENT,
  SUBTITLE_BOX,
  type Box,
} from './look.template.js';
import { grids, takeGrid, type Grid } from './table-block.rules.js';
import {
  flowingBullets,
  flowingFigure,
  flowingText,
  lineHeight,
  takeFlowing,
  type Flowing,
} from './text-block.rules.js';
import { fitted, lineEnds, plainLine, plainText } from './text.rules.js';
import { documentWords, provenanceLine } from './words.template.js';

/** A line or two set in the biggest of the sizes offered in which it fits. */
export interface Line {
  text: string;
  points: number;
}

/** One slide with everything in its place. */
export interface Page {
  title: Line;
  subtitle: Line | null;
  /** Where the heading stands on a slide that is a statement; null on any other. */
  statement: { kicker: Line | null; kickerBox: Box; titleBox: Box; subtitleBox: Box } | null;
  placed: Placed[];
  /** The line with the origin of the figures, and its height in inches. */
  provenance: { text: string; height: number } | null;
  /** One paragraph each. */
  notes: string[];
}

export interface Cover {
  title: Line;
  subtitle: Line | null;
  maker: Line | null;
  notes: string[];
}

export interface LaidOut {
  cover: Cover;
  pages: Page[];
  footer: string;
}

type Piece = Flowing | Grid | Bars;
const PROVENANCE_LINES = 3;

/** Where everything comes to stand, on as many slides as it takes; nothing of it is drawn yet. */
export function layOut(deck: DeckSpec): LaidOut {
  const words = documentWords(deck.language);
  const title = plainLine(deck.title) || words.untitled;
  const organisation = plainLine(deck.organisation ?? '');
  const footer = [title, organisation].filter(Boolean).join(' · ');
  return {
    cover: layOutCover(deck, title, organisation),
    pages: deck.slides.flatMap((slide) => layOutSlide(slide, deck.language, title)),
    footer: fitted(footer, POINTS.foot, FOOTER_BOX.w, 1).shown,
  };
}

function layOutCover(deck: DeckSpec, title: string, organisation: string): Cover {
  const notes: string[] = [];
  const kept = (
    text: string,
    sizes: readonly number[],
    box: { w: number; h: number },
    bold = false,
  ): Line | null => {
    if (text === '') return null;
    const { line, rest } = settle(text, sizes, box, bold);
    if (rest) notes.push(`${documentWords(deck.language).fullText}: ${text}`);
    return line;
  };
  const maker = [plainLine(deck.author ?? ''), organisation].filter(Boolean).join(' · ');
  return {
    title: kept(title, POINTS.coverTitles, COVER.title, true) ?? {
      text: title,
      points: POINTS.coverTitles[0],
    },
    subtitle: kept(plainLine(deck.subtitle ?? ''), POINTS.coverSubtitles, COVER.subtitle),
    maker: kept(maker, [POINTS.maker], COVER.maker),
    notes,
  };
}

function layOutSlide(slide: SlideSpec, language: Language, deckTitle: string): Page[] {
  const words = documentWords(language);
  const title = plainLine(slide.title) || deckTitle;
  const head = slide.look === 'statement' ? statementHead(slide, title) : houseHead(slide, title);
  const notes = plainText(slide.notes ?? '')
    .split('\n')
    .filter(Boolean);
  const origin = provenance(slide, language, notes);
  const bottom = BODY_BOTTOM - (origin ? origin.height + 0.12 : 0);
  // what a heading could not hold opens the slide, so that nothing is said half
  const spilt = head.rest.filter(Boolean).map((text): BlockSpec => ({ kind: 'text', text: `… ${text}` }));
  const width = slide.beside ? (CONTENT_WIDTH - COLUMN_GAP) / 2 : CONTENT_WIDTH;
  const rooms = { first: bottom - head.bodyTop, next: bottom - BODY_TOP };
  const left = flow([...spilt, ...slide.blocks], width, rooms, language);
  const right = slide.beside ? flow(slide.beside, width, rooms, language) : [];
  const count = Math.max(1, left.length, right.length);
  return Array.from({ length: count }, (_, index): Page => {
    const columns = [left[index], right[index]];
    const top = index === 0 ? head.bodyTop : BODY_TOP;
    const placed = columns.flatMap((column, at) =>
      moved(column?.placed ?? [], MARGIN + at * (width + COLUMN_GAP), top),
    );
    const own = columns.flatMap((column) => column?.notes ?? []);
    return {
      title: index === 0 ? head.title : settleTitle(title, ` ${words.continued(index + 1)}`).line,
      subtitle: index === 0 ? head.subtitle : null,
      statement: index === 0 ? head.statement : null,
      placed,
      provenance: origin,
      notes: [...(index === 0 ? notes : []), ...own],
    };
  });
}

/** What stands above the blocks of a slide, and from where these may begin. */
interface Head extends Pick<Page, 'title' | 'subtitle' | 'statement'> {
  /** What did not fit. */
  rest: string[];
  bodyTop: number;
}

function houseHead(slide: SlideSpec, title: string): Head {
  const { line, rest } = settleTitle(title, '');
  const under = fitted(plainLine(slide.subtitle ?? ''), POINTS.subtitle, SUBTITLE_BOX.w, 1);
  const subtitle = under.shown ? { text: under.shown, points: POINTS.subtitle } : null;
  return { title: line, subtitle, statement: null, rest: [rest, under.rest], bodyTop: BODY_TOP };
}

function statementHead(slide: SlideSpec, title: string): Head {
  const { line, rest } = settle(title, POINTS.statements, STATEMENT.title, true);
  const under = fitted(plainLine(slide.subtitle ?? ''), POINTS.underStatement, CONTENT_WIDTH, 1);
  const above = fitted(plainLine(slide.kicker ?? ''), POINTS.kicker, CONTENT_WIDTH, 1, true);
  const left = [above.rest, rest, under.rest];
  const lone = slide.blocks.length === 0 && left.every((one) => !one) && !slide.beside;
  const down = lone ? STATEMENT.lone : 0;
  const height = lineEnds(line.text, line.points, CONTENT_WIDTH, true).length * lineHeight(line.points);
  const titleBox = { ...STATEMENT.title, y: STATEMENT.title.y + down, h: height };
  const subtitleY = titleBox.y + height + STATEMENT.gap;
  const subtitleBox = { ...titleBox, y: subtitleY, h: lineHeight(POINTS.underStatement) };
  return {
    title: line,
    subtitle: under.shown ? { text: under.shown, points: POINTS.underStatement } : null,
    statement: {
      kicker: above.shown ? { text: above.shown, points: POINTS.kicker } : null,
      kickerBox: { ...STATEMENT.kicker, y: STATEMENT.kicker.y + down },
      titleBox,
      subtitleBox,
    },
    rest: left,
    bodyTop: subtitleY + (under.shown ? subtitleBox.h : 0) + STATEMENT.body,
  };
}

/**
 * The blocks under each other, on a next slide where there is no room left. Positions are from the top of the column.
 * @param rooms height of the column on the first slide and on those after it
 */
function flow(
  blocks: readonly BlockSpec[],
  width: number,
  rooms: { first: number; next: number },
  language: Language,
): { placed: Placed[]; notes: string[] }[] {
  const waiting = blocks.flatMap((block) => pieces(block, width, language));
  const slides: { placed: Placed[]; notes: string[] }[] = [];
  let slide = { placed: [] as Placed[], notes: [] as string[] };
  let used = 0;
  while (waiting.length > 0) {
    const empty = slide.placed.length === 0;
    const room = slides.length === 0 ? rooms.first : rooms.next;
    const left = room - used;
    const taken = sparing(waiting, width, left) ?? take(waiting[0]!, width, left, empty);
    if (taken) {
      slide.placed.push(...moved(taken.placed, 0, used));
      slide.notes.push(...taken.notes);
      used += taken.height + BLOCK_GAP;
      if (taken.rest) waiting[0] = taken.rest;
      else waiting.shift();
    }
    // would otherwise turn slides for ever; every block takes at least a line, a row or a bar of an empty slide
    if (!taken && empty && room >= rooms.next)
      throw new Error(`the block ${waiting[0]!.kind} finds no room on an empty slide`);
    if (!taken || taken.rest) {
      if (slide.placed.length > 0 || room < rooms.next) slides.push(slide);
      slide = { placed: [], notes: [] };
      used = 0;
    }
  }
  if (slide.placed.length > 0) slides.push(slide);
  return slides;
}

/** A chart that gives up height when everything behind it then fits on the same slide; null when that does not help. */
function sparing(waiting: readonly Piece[], width: number, room: number): Taken<Piece> | null {
  const [chart, ...behind] = waiting;
  if (chart?.kind !== 'chart-block' || behind.length === 0 || behind.length > 6) return null;
  let left = room;
  for (const piece of behind) {
    if (piece.kind === 'chart-block') return null;
    const whole = take(piece, width, room, true);
    if (!whole || whole.rest) return null;
    left -= whole.height + BLOCK_GAP;
  }
  const taken = take(chart, width, left, false);
  return taken && !taken.rest ? taken : null;
}

function pieces(block: BlockSpec, width: number, language: Language): Piece[] {
  switch (block.kind) {
    case 'text':
      return said(flowingText(block));
    case 'bullets':
      return said(flowingBullets(block));
    case 'figure':
      return said(flowingFigure(block, width));
    case 'table':
      return grids(block, language);
    case 'bars': {
      const text = [plainLine(block.reading), documentWords(language).noFigures].filter(Boolean).join('\n');
      return [bars(block, language) ?? flowingText({ kind: 'text', text })];
    }
  }
}

function said(flowing: Flowing): Piece[] {
  return flowing.paragraphs.length > 0 ? [flowing] : [];
}

function take(piece: Piece, width: number, room: number, empty: boolean): Taken<Piece> | null {
  switch (piece.kind) {
    case 'flowing':
      return takeFlowing(piece, width, room, empty);
    case 'grid':
      return takeGrid(piece, width, room, empty);
    case 'chart-block':
      return takeBars(piece, width, room, empty);
  }
}

function moved(placed: readonly Placed[], x: number, y: number): Placed[] {
  return placed.map((one) => ({ ...one, box: { ...one.box, x: one.box.x + x, y: one.box.y + y } }));
}

function provenance(slide: SlideSpec, language: Language, notes: string[]): Page['provenance'] {
  if (!slide.provenance) return null;
  const text = plainLine(provenanceLine(slide.provenance, language));
  const { shown, rest } = fitted(text, POINTS.provenance, CONTENT_WIDTH, PROVENANCE_LINES);
  if (rest) notes.push(text);
  const lines = lineEnds(shown, POINTS.provenance, CONTENT_WIDTH).length;
  return { text: shown, height: lines * lineHeight(POINTS.provenance) };
}

/** A title has two lines; on a slide that goes on it keeps its last words for saying so. */
function settleTitle(title: string, suffix: string): { line: Line; rest: string } {
  const fits = (size: number): boolean => lineEnds(title + suffix, size, CONTENT_WIDTH, true).length <= 2;
  const points = POINTS.titles.find(fits) ?? POINTS.titles.at(-1)!;
  const { shown, rest } = fitted(title, points, CONTENT_WIDTH, 2, true, suffix);
  return { line: { text: shown, points }, rest };
}

function settle(
  text: string,
  sizes: readonly number[],
  box: { w: number; h: number },
  bold: boolean,
): { line: Line; rest: string } {
  const linesAt = (points: number): number => Math.max(1, Math.floor(box.h / lineHeight(points)));
  const points =
    sizes.find((size) => lineEnds(text, size, box.w, bold).length <= linesAt(size)) ?? sizes.at(-1)!;
  const { shown, rest } = fitted(text, points, box.w, linesAt(points), bold);
  return { line: { text: shown, points }, rest };
}
