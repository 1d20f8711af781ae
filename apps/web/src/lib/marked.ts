import type { TextFindingView } from '#libs/contracts';

export interface Piece {
  text: string;
  /** What it is taken for; null for the words between. */
  type: string | null;
}

/** A text cut at its spans (UTF-16 offsets). Spans outside the text, or over an earlier one, are left out. */
export function markedPieces(text: string, spans: TextFindingView['spans']): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, type } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end > text.length || end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), type: null });
    pieces.push({ text: text.slice(start, end), type });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), type: null });
  return pieces;
}

/** Left standing of a long stretch on the side of what it is about: this many characters, in whole words. */
const AROUND = 120;
const GAP = '…';
const end = (text: string) =>
  text.length > AROUND ? GAP + text.slice(-AROUND).replace(/^\S*(?=\s)/, '') : text;
const start = (text: string) =>
  text.length > AROUND ? text.slice(0, AROUND).replace(/\s\S*$/, ' ') + GAP : text;
const ends = (text: string) => (text.length > 2 * AROUND ? start(text) + end(text).slice(GAP.length) : text);

/** Of a long text only what stands around its marks. */
export function aroundMarks(pieces: Piece[]): Piece[] {
  if (pieces.length === 1) return pieces;
  return pieces.map((piece, at) => {
    const shorten = at === 0 ? end : at === pieces.length - 1 ? start : ends;
    return piece.type ? piece : { ...piece, text: shorten(piece.text) };
  });
}

/** Of a long rewrite only what stands around what differs from `text`. */
export function aroundChange(text: string, rewrite: string): string {
  const most = Math.min(text.length, rewrite.length);
  let from = 0;
  while (from < most && text[from] === rewrite[from]) from++;
  let same = 0;
  while (same < most - from && text.at(-1 - same) === rewrite.at(-1 - same)) same++;
  const to = rewrite.length - same;
  return end(rewrite.slice(0, from)) + rewrite.slice(from, to) + start(rewrite.slice(to));
}
