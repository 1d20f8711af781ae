import type {
  ItemCondition,
  QuestionnaireContent,
  QuestionnaireItem,
  ScaleItem,
  ChoiceItem,
  TextItem,
  Words,
} from '#libs/contracts';
import { moved } from '../../../lib/order';

/** An item on the screen: its id stays when its key changes. */
export interface Row {
  id: string;
  item: QuestionnaireItem;
}
/** A questionnaire as it is edited. */
export interface Draft extends Omit<QuestionnaireContent, 'items'> {
  rows: Row[];
}
export type ItemKind = 'scale' | 'one' | 'more' | 'text';
export const ITEM_KINDS = ['scale', 'one', 'more', 'text'] as const satisfies readonly ItemKind[];

const EMPTY: Words = { nl: '', en: '' };
let made = 0;
const newId = () => `row-${(made += 1)}`;

export const toDraft = ({ items, ...rest }: QuestionnaireContent): Draft => ({
  ...rest,
  rows: items.map((item) => ({ id: newId(), item })),
});
export const toContent = ({ rows, ...rest }: Draft): QuestionnaireContent => ({
  ...rest,
  items: rows.map((row) => row.item),
});

export const kindOf = (item: QuestionnaireItem): ItemKind =>
  item.type === 'choice' ? (item.multiple ? 'more' : 'one') : item.type;

/**
 * A key that no item has or had: trends and comparisons hang on it, so that one of a question that was taken away must not come
 * back for another.
 */
export function freshKey(
  prefix: string,
  taken: readonly string[],
  chance: () => number = Math.random,
): string {
  for (;;) {
    const key = `${prefix}-${Math.floor(chance() * 36 ** 4)
      .toString(36)
      .padStart(4, '0')}`;
    if (!taken.includes(key)) return key;
  }
}
const newOption = (taken: readonly string[]) => ({ key: freshKey('option', taken), text: EMPTY });
export const withOption = (item: ChoiceItem): ChoiceItem => ({
  ...item,
  options: [...item.options, newOption(item.options.map((option) => option.key))],
});

function ownOf(kind: ItemKind): ScaleItem | ChoiceItem | TextItem {
  const base = { key: '', text: EMPTY };
  if (kind === 'scale') return { ...base, type: 'scale', min: 1, max: 5, lowLabel: EMPTY, highLabel: EMPTY };
  if (kind === 'text') return { ...base, type: 'text', maxLength: 500 };
  const first = newOption([]);
  return { ...base, type: 'choice', multiple: kind === 'more', options: [first, newOption([first.key])] };
}

export function newRow(draft: Draft, kind: ItemKind): Row {
  const key = freshKey(
    'question',
    draft.rows.map((row) => row.item.key),
  );
  return { id: newId(), item: { ...ownOf(kind), key } };
}

/** The same question asked in another way: what both ways have stays. */
export function asKind(item: QuestionnaireItem, kind: ItemKind): QuestionnaireItem {
  if (kindOf(item) === kind) return item;
  if (item.type === 'choice' && kind !== 'scale' && kind !== 'text')
    return { ...item, multiple: kind === 'more' };
  const { key, text, help, section, condition, optional, notApplicable } = item;
  return {
    ...ownOf(kind),
    key,
    text,
    ...(help && { help }),
    ...(section && { section }),
    ...(condition && { condition }),
    // A text may always be passed over and never offers "weet ik niet".
    ...(kind !== 'text' && optional !== undefined && { optional }),
    ...(kind !== 'text' && notApplicable !== undefined && { notApplicable }),
  };
}

export const withRow = (draft: Draft, id: string, item: QuestionnaireItem): Draft => ({
  ...draft,
  rows: draft.rows.map((row) => (row.id === id ? { ...row, item } : row)),
});
export const insertAt = (draft: Draft, place: number, row: Row): Draft => ({
  ...draft,
  rows: draft.rows.toSpliced(place, 0, row),
});
/** At the end when there is no such row. */
export function insertAfter(draft: Draft, id: string | null, row: Row): Draft {
  const place = draft.rows.findIndex((one) => one.id === id);
  return insertAt(draft, place < 0 ? draft.rows.length : place + 1, row);
}
export const withoutRow = (draft: Draft, id: string): Draft => ({
  ...draft,
  rows: draft.rows.filter((row) => row.id !== id),
});
export const moveRow = (draft: Draft, from: number, to: number): Draft => ({
  ...draft,
  rows: [...moved(draft.rows, from, to)],
});
/** A copy right under it, with a key of its own. */
export function copyRow(draft: Draft, id: string): { draft: Draft; row: Row } | null {
  const source = draft.rows.find((row) => row.id === id);
  if (!source) return null;
  const key = freshKey(
    'question',
    draft.rows.map((row) => row.item.key),
  );
  const row = { id: newId(), item: { ...source.item, key } };
  return { draft: insertAfter(draft, id, row), row };
}

/** Gives an item another key; the conditions that look at it go along, unless another item has the old key too. */
export function renameKey(draft: Draft, id: string, key: string): Draft {
  const old = draft.rows.find((row) => row.id === id)?.item.key;
  if (old === undefined || old === key) return draft;
  const shared = draft.rows.some((row) => row.id !== id && row.item.key === old);
  return {
    ...draft,
    rows: draft.rows.map((row) => {
      if (row.id === id) return { ...row, item: { ...row.item, key } };
      const { condition } = row.item;
      return !shared && condition?.item === old
        ? { ...row, item: { ...row.item, condition: { ...condition, item: key } } }
        : row;
    }),
  };
}

/** The earlier items that a condition of this row can look at. */
export function lookable(draft: Draft, id: string): (ScaleItem | ChoiceItem)[] {
  const place = draft.rows.findIndex((row) => row.id === id);
  return draft.rows.slice(0, Math.max(0, place)).flatMap(({ item }) => (item.type === 'text' ? [] : [item]));
}

/** The condition that is proposed when an item is made to depend on another. */
export function conditionOn(item: ScaleItem | ChoiceItem): ItemCondition {
  return item.type === 'scale'
    ? { item: item.key, operator: 'at-most', value: (item.highFrom ?? item.max) - 1 }
    : { item: item.key, operator: 'any-of', options: item.options.slice(0, 1).map((option) => option.key) };
}
