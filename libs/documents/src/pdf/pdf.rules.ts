import type { Language } from '#libs/contracts';
import { plainPart } from '../deck/text.rules.js';

/** A piece of text in one style. `href`: http(s), mailto or tel; anything else stays text. */
export interface InlineRun {
  text: string;
  bold?: boolean;
  href?: string;
}
/** Text; line ends in it are kept. */
export type Inline = string | readonly InlineRun[];

export interface HeadingBlock {
  kind: 'heading';
  /** 1 is the highest level under the title. */
  level: 1 | 2 | 3;
  text: string;
}
export interface ParagraphBlock {
  kind: 'paragraph';
  text: Inline;
  /** `quiet`: smaller and softer, for what explains. */
  tone?: 'normal' | 'quiet';
}
export interface ListBlock {
  kind: 'list';
  items: readonly Inline[];
  /** Numbered from 1. */
  ordered?: boolean;
}
/** A table under one heading row, which is repeated on every page that it goes on to. */
export interface PaperTableBlock {
  kind: 'table';
  /** `share`: part of the width, relative to the others; 1 where it is not given. */
  columns: readonly { heading: string; share?: number; align?: 'start' | 'end' }[];
  rows: readonly (readonly Inline[])[];
}
/** Names with what belongs to them: phone, hours. */
export interface DefinitionsBlock {
  kind: 'definitions';
  rows: readonly { name: string; value: Inline }[];
}
/** What follows starts on a new page. */
export interface PageBreakBlock {
  kind: 'page-break';
}
export type PaperBlock =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | PaperTableBlock
  | DefinitionsBlock
  | PageBreakBlock;

/** A document on A4, for `pdf` and for `letter` (Word) alike. */
export interface PaperSpec {
  title: string;
  language: Language;
  subtitle?: string;
  author?: string;
  /** Stands in the footer with the date. */
  organisation?: string;
  /** The moment on the document and in its properties: the same description gives the same bytes. */
  madeAt: Date;
  blocks: readonly PaperBlock[];
}

/** A run that is ready to be set: cleaned, and with a link only where it is one. */
export interface Run {
  text: string;
  bold: boolean;
  href: string | null;
}
/** What stands next to each other on one line; the widths are in points. */
export interface Line {
  pieces: { run: Run; text: string; width: number }[];
}

/** Where a link may lead: the web, a mailbox or a phone. Null: no link. */
export function safeHref(href: string | undefined): string | null {
  const text = (href ?? '').trim();
  if (!/^(https?:\/\/|mailto:|tel:)[^\s\u0000-\u001f]+$/i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).href;
}

/** Text of a block as runs without anything that a document cannot hold; empty when nothing is left. */
export function runsOf(inline: Inline, bold = false): Run[] {
  const parts = typeof inline === 'string' ? [{ text: inline }] : inline;
  const runs = parts
    .map((part: InlineRun) => ({
      text: plainPart(part.text),
      bold: bold || part.bold === true,
      href: safeHref(part.href),
    }))
    .filter(({ text }) => text !== '');
  const [first, last] = [runs[0], runs.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return runs.filter(({ text }) => text !== '');
}

/** The text of a block without its styles. */
export function textOf(inline: Inline): string {
  return runsOf(inline)
    .map(({ text }) => text)
    .join('');
}

const GRAPHEMES = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/**
 * Lines of at most `width` points. Breaks at spaces and after hyphens and slashes; a word that is longer than a line is broken between
 * characters, never within one. A space at a break stays at the end of its line, where nobody sees it and who listens hears two words.
 */
export function linesOf(
  runs: readonly Run[],
  width: number,
  measure: (text: string, bold: boolean) => number,
): Line[] {
  const lines: Line[] = [];
  let line: Line = { pieces: [] };
  let used = 0;
  const close = (): void => {
    lines.push(line);
    line = { pieces: [] };
    used = 0;
  };
  const put = (run: Run, text: string, size: number): void => {
    const last = line.pieces.at(-1);
    if (last && last.run === run) {
      last.text += text;
      last.width += size;
    } else line.pieces.push({ run, text, width: size });
    used += size;
  };
  for (const word of words(runs)) {
    if (word === 'end') {
      close();
      continue;
    }
    const sizes = word.map(({ run, text }) => measure(text, run.bold));
    const visible = word.reduce((sum, { run, text }) => sum + measure(text.trimEnd(), run.bold), 0);
    if (used > 0 && used + visible > width) close();
    if (visible <= width) {
      word.forEach(({ run, text }, index) => put(run, text, sizes[index] ?? 0));
      continue;
    }
    for (const { run, text } of word) {
      for (const { segment } of GRAPHEMES.segment(text)) {
        const size = measure(segment, run.bold);
        if (used > 0 && used + size > width && segment.trim() !== '') close();
        put(run, segment, size);
      }
    }
  }
  if (line.pieces.length > 0 || lines.length === 0) close();
  return lines;
}

/** Pieces that stay together, each with the space after it, and the line ends between them. */
function* words(runs: readonly Run[]): Generator<{ run: Run; text: string }[] | 'end'> {
  let word: { run: Run; text: string }[] = [];
  for (const run of runs) {
    for (const [text] of run.text.matchAll(/\n| +|[^\s\-/]*[-/]+|[^\s\-/]+/g)) {
      if (text === '\n') {
        if (word.length > 0) yield word;
        word = [];
        yield 'end';
        continue;
      }
      const last = word.at(-1);
      const space = text.trim() === '';
      if (space && last?.run === run) last.text += text;
      else word.push({ run, text });
      if (space || /[-/]$/.test(text)) {
        yield word;
        word = [];
      }
    }
  }
  if (word.length > 0) yield word;
}
