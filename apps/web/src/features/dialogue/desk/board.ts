import type { DeskQuestionView, QuestionCategoryView, QuestionDeskView } from '#libs/contracts';

export interface Board {
  /** In no category, the newest last. */
  loose: DeskQuestionView[];
  categories: { category: QuestionCategoryView; questions: DeskQuestionView[] }[];
  /** Parked, or sent back. */
  aside: DeskQuestionView[];
  /** Not with the specialist (yet). */
  unshared: number;
}

const byPlace = (a: DeskQuestionView, b: DeskQuestionView): number => a.position - b.position;
const isAside = ({ fate }: DeskQuestionView): boolean => fate.kind === 'parked' || fate.kind === 'sent-back';

/** The desk as the page lays it out. */
export function boardOf({ questions, categories }: QuestionDeskView): Board {
  const on = questions.filter((question) => !isAside(question));
  const known = new Set(categories.map(({ id }) => id));
  return {
    loose: on.filter(({ categoryId }) => categoryId === null || !known.has(categoryId)).toSorted(byPlace),
    categories: categories.map((category) => ({
      category,
      questions: on.filter(({ categoryId }) => categoryId === category.id).toSorted(byPlace),
    })),
    aside: questions.filter(isAside),
    unshared: on.filter(({ sharedAt }) => sharedAt === null).length,
  };
}

/** The same desk with a question in another category, at its end: what the screen shows until the server answered. */
export function movedTo(
  desk: QuestionDeskView,
  questionId: string,
  categoryId: string | null,
): QuestionDeskView {
  const places = desk.questions.filter((one) => one.categoryId === categoryId).map((one) => one.position);
  const position = Math.max(-1, ...places) + 1;
  return {
    ...desk,
    questions: desk.questions.map((one) => (one.id === questionId ? { ...one, categoryId, position } : one)),
  };
}

/** The pairs that are worth showing: both still on the desk, and not said to be different here. */
export function pairsOf(
  { alike }: QuestionDeskView,
  { loose, categories }: Board,
  different: ReadonlySet<string>,
): { a: DeskQuestionView; b: DeskQuestionView; key: string }[] {
  const byId = new Map(
    [...loose, ...categories.flatMap(({ questions }) => questions)].map((one) => [one.id, one]),
  );
  return alike.flatMap((pair) => {
    const [one, other] = [byId.get(pair.a), byId.get(pair.b)];
    const key = pairKey(pair.a, pair.b);
    if (!one || !other || different.has(key)) return [];
    // the one with the most practices stays, then the one that was there first
    const [a, b] = other.practices > one.practices ? [other, one] : [one, other];
    return [{ a, b, key }];
  });
}
export const pairKey = (a: string, b: string): string => [a, b].sort().join(' ');

/** What a key does at a question. */
export type KeyAct =
  | { do: 'go'; to: 'next' | 'previous' | 'first' | 'last' }
  | { do: 'category'; place: number }
  | { do: 'loose' }
  | { do: 'merge' | 'reword' | 'park' | 'send-back' | 'up' | 'down' };

const GO: Record<string, 'next' | 'previous' | 'first' | 'last'> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};
const LETTERS: Record<string, 'merge' | 'reword' | 'park' | 'send-back'> = {
  m: 'merge',
  r: 'reword',
  p: 'park',
  t: 'send-back',
};

/** Arrows select, digits put in a category, letters do the rest. Null: not ours, also with Ctrl or Cmd held. */
export function actOfKey(event: {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): KeyAct | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey)
    return event.key === 'ArrowUp' ? { do: 'up' } : event.key === 'ArrowDown' ? { do: 'down' } : null;
  const to = GO[event.key];
  if (to) return { do: 'go', to };
  if (event.key === '0') return { do: 'loose' };
  if (/^[1-9]$/.test(event.key)) return { do: 'category', place: Number(event.key) - 1 };
  const letter = LETTERS[event.key.toLowerCase()];
  return letter ? { do: letter } : null;
}
