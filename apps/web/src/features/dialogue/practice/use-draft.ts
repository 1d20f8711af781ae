import { useState } from 'react';

/**
 * A text that survives leaving the page and reloading it, in this tab alone: what was typed may hold what the guard refuses, so it is not
 * left behind on a shared computer.
 */
export function useDraft(name: string): [string, (text: string) => void] {
  const key = `leerkring.draft.${name}`;
  const [text, setText] = useState(() => {
    try {
      return sessionStorage.getItem(key) ?? '';
    } catch {
      return '';
    }
  });
  const keep = (next: string) => {
    setText(next);
    try {
      if (next === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
    } catch {
      // A browser that keeps nothing still shows what is typed.
    }
  };
  return [text, keep];
}
