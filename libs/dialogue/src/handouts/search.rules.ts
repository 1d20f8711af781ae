/** Most words of a question that are searched for. */
const MOST_WORDS = 8;

/** The words of a search question, in small letters, without signs that a search would read as commands. */
export function searchWords(question: string): string[] {
  const words =
    question
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** Each word also as the beginning of a longer one, all of them: what `to_tsquery` takes. */
export function prefixQuery(words: readonly string[]): string {
  return words.map((word) => `${word}:*`).join(' & ');
}

/** Characters around the first match. */
const BEFORE = 70;
const LENGTH = 220;

/**
 * The place in a text where words first occur as they were typed, matches between « and »; null when none does. For beginnings that the
 * dictionary of the database does not know as a word.
 */
export function excerptOf(text: string, words: readonly string[]): string | null {
  const pattern = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (pattern === '') return null;
  const line = text.replaceAll(/\s+/g, ' ');
  const at = line.search(new RegExp(pattern, 'iu'));
  if (at < 0) return null;
  const start = at <= BEFORE ? 0 : line.indexOf(' ', at - BEFORE) + 1 || at;
  const from = Math.min(start, at);
  let to = Math.min(from + LENGTH, line.length);
  if (to < line.length) to = Math.max(line.lastIndexOf(' ', to), at + 1);
  const part = line.slice(from, to).replaceAll(new RegExp(pattern, 'giu'), (match) => `«${match}»`);
  return `${from > 0 ? '… ' : ''}${part}${to < line.length ? ' …' : ''}`;
}

/** Where a page of handouts ends: the session's moment and id. Null for a cursor that is none. */
export function readCursor(cursor: string | undefined): { startsAt: string; id: string } | null {
  const [startsAt, id] = (cursor ?? '').split('~');
  if (!startsAt || !id || Number.isNaN(Date.parse(startsAt)) || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return { startsAt, id };
}

export const writeCursor = (row: { startsAt: string; sessionId: string }): string =>
  `${row.startsAt}~${row.sessionId}`;
