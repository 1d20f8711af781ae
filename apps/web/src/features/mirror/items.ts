import type { FigureChoicesView } from '#libs/contracts';

/** All items of a measure together; the server knows it, and no extract names it. */
export const ALL_ITEMS = '*';

/** What of a measure can be looked at: everything together first, then its items by name. */
export function itemsOf(
  choices: Pick<FigureChoicesView, 'measures' | 'items'>,
  measure: string,
  all: string,
): { code: string; name: string }[] {
  const kind = choices.measures.find((one) => one.code === measure)?.kind;
  return [{ code: ALL_ITEMS, name: all }, ...choices.items.filter((item) => item.kind === kind)];
}
