/** Letters that Unicode does not take apart into a letter and an accent. */
const SPELLED_OUT: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ĳ: 'ij', ł: 'l' };

/** A name as it stands in addresses and on the command line: `Regio Vlierstreek-Oost` → `regio-vlierstreek-oost`. */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[ßæœøĳł]/g, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain || 'regio';
}
