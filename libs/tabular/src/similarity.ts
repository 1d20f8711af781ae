// Words that say nothing about which column it is.
const FILLERS = new Set([
  'de',
  'het',
  'een',
  'van',
  'der',
  'den',
  'per',
  'op',
  'in',
  'of',
  'en',
  'the',
  'and',
  'for',
  'no',
]);

/** Words of a heading or name: lower case, without accents and punctuation; `startKwartaal` and `start_kwartaal` are cut alike, `KvK` stays whole. */
export function words(text: string): string[] {
  return text
    .replace(/(\p{Ll}{2})(\p{Lu})/gu, '$1 $2')
    .replace(/\be[\s_-]?mail/gi, 'email')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Likeness of two texts from 0 to 1 by the edits (insert, delete, replace, swap of neighbours) between them. */
export function editSimilarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  // Headings and names are short; the cap keeps a hostile one from costing quadratic time.
  if (longest > 200) return a === b ? 1 : 0;
  return 1 - editDistance(a, b) / longest;
}

function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}

/**
 * How well a heading names what a synonym names, from 0 to 1: the same words 1; the same letters or order .95 and up; a
 * misspelling .7 to .9; all words of the synonym within a longer heading .55 to .9, by the share of the heading they explain.
 */
export function headingScore(heading: string, synonym: string): number {
  const own = words(heading);
  const other = words(synonym);
  if (own.length === 0 || other.length === 0) return 0;
  if (own.join(' ') === other.join(' ')) return 1;
  const [compactOwn, compactOther] = [own.join(''), other.join('')];
  if (compactOwn === compactOther) return 0.98;
  if ([...own].sort().join(' ') === [...other].sort().join(' ')) return 0.95;
  const likeness =
    Math.min(compactOwn.length, compactOther.length) >= 5 ? editSimilarity(compactOwn, compactOther) : 0;
  const misspelt = likeness >= 0.8 ? likeness * 0.92 : 0;
  return Math.max(misspelt, containment(own, other));
}

function containment(heading: string[], synonym: string[]): number {
  const rest = heading.filter((word) => !FILLERS.has(word) && !/^\d+$/.test(word));
  const total = rest.reduce((sum, word) => sum + word.length, 0);
  let explained = 0;
  let quality = 1;
  for (const word of synonym) {
    if (FILLERS.has(word)) continue;
    let best = { at: -1, likeness: 0 };
    rest.forEach((candidate, at) => {
      const likeness = candidate === word ? 1 : word.length >= 5 ? editSimilarity(candidate, word) : 0;
      if (likeness > best.likeness) best = { at, likeness };
    });
    if (best.likeness < 0.8) return 0;
    explained += rest[best.at]!.length;
    quality = Math.min(quality, best.likeness);
    rest.splice(best.at, 1);
  }
  return total === 0 ? 0 : (0.55 + 0.35 * (explained / total)) * quality;
}
