import type { FigureChoicesView } from '#libs/contracts';
import { ALL_ITEMS, itemsOf } from '../items';

export interface Chosen {
  measure: string;
  item: string;
  from: string | null;
  group: string | null;
}

/**
 * What the address asks for, as far as it exists: an unknown measure is no choice, an unknown item becomes everything
 * together, an unknown period the newest, an unknown group the first. Null: nothing is chosen yet.
 */
export function chosenFrom(
  choices: Pick<FigureChoicesView, 'measures' | 'items' | 'periods' | 'groups'>,
  asked: (name: 'maat' | 'onderdeel' | 'vanaf' | 'groep') => string | null,
): Chosen | null {
  const measure = choices.measures.find((one) => one.code === asked('maat'));
  if (!measure) return null;
  const item = itemFor(choices, measure.code, asked('onderdeel') ?? ALL_ITEMS);
  const period = choices.periods.find((one) => one.from === asked('vanaf'));
  const compared = choices.groups.filter((group) => group.mode !== 'none');
  const group = choices.groups.find((one) => one.id === asked('groep')) ?? compared[0] ?? choices.groups[0];
  return { measure: measure.code, item, from: period?.from ?? null, group: group?.id ?? null };
}

/** What to look at of a measure: the same item where that kind has it, else everything together. */
export function itemFor(
  choices: Pick<FigureChoicesView, 'measures' | 'items'>,
  measure: string,
  item: string,
): string {
  return itemsOf(choices, measure, '').some((one) => one.code === item) ? item : ALL_ITEMS;
}
