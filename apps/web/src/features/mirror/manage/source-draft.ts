/** The lines of a text that say something, without bullets. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•*]\s*/, '').trim())
    .filter(Boolean);
}

/** A text as one line: that is how a reason is kept. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Most limitations of a source, and most characters of one. */
const MOST = 10;
const LONGEST = 300;
/** At least one, and no more than a card has room for. */
export function limitationsFit(limitations: readonly string[]): boolean {
  const { length } = limitations;
  return length > 0 && length <= MOST && limitations.every((one) => one.length <= LONGEST);
}

/** A percentage as people type it: `4,5`, `4.5 %`. Null when empty; undefined when it is not one, or not within 0..100. */
export function percentOf(text: string): number | null | undefined {
  const plain = text.replace('%', '').trim().replace(',', '.');
  if (plain === '') return null;
  const value = Number(plain);
  return /^\d+(\.\d+)?$/.test(plain) && value <= 100 ? value : undefined;
}

/** One other name of a practice, as it is typed; without a practice it is not finished. */
export interface AliasRow {
  name: string;
  practiceId: string;
}

export function toAliasRows(aliases: Readonly<Record<string, string>>): AliasRow[] {
  return Object.entries(aliases).map(([name, practiceId]) => ({ name, practiceId }));
}

/** The names that are finished; the last one counts of two that are the same. */
export function fromAliasRows(rows: readonly AliasRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ name, practiceId }) => (name.trim() && practiceId ? [[name.trim(), practiceId]] : [])),
  );
}
