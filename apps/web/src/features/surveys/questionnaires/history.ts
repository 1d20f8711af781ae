/** States that were left, to go back to and forth again. */
export interface History<State> {
  past: readonly State[];
  now: State;
  future: readonly State[];
  /** What changed last and when: typing on in one field is one step back. */
  last: { field: string; at: number } | null;
}
/** Typing in one field with pauses shorter than this is one change, in ms. */
const PAUSE = 1_500;
/** More steps back than this nobody takes. */
const MOST = 100;

export const startHistory = <State>(now: State): History<State> => ({
  past: [],
  now,
  future: [],
  last: null,
});

/** @param field names the field that is typed in; null for a change that stands on its own. */
export function changed<State>(
  history: History<State>,
  next: State,
  field: string | null,
  at: number,
): History<State> {
  const { last } = history;
  const goesOn = field !== null && last?.field === field && at - last.at < PAUSE;
  return {
    past: goesOn ? history.past : [...history.past, history.now].slice(-MOST),
    now: next,
    future: [],
    last: field === null ? null : { field, at },
  };
}

export function undone<State>(history: History<State>): History<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    last: null,
  };
}

export function redone<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, last: null };
}
