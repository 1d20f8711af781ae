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
