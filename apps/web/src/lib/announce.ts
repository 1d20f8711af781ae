import { useSyncExternalStore } from 'react';

export type Politeness = 'polite' | 'assertive';
interface Announcement {
  text: string;
  politeness: Politeness;
  /** Grows, so that the same sentence twice is read twice. */
  turn: number;
}

let last: Announcement = { text: '', politeness: 'polite', turn: 0 };
const listeners = new Set<() => void>();

/** Lets a screen reader say a sentence, without moving the focus. Use it for what only the eye would notice. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  last = { text, politeness, turn: last.turn + 1 };
  for (const listener of listeners) listener();
}

/** For the one live region in the app. */
export function useAnnouncement(): Announcement {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
}
