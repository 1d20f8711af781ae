import { useEffect, useEffectEvent } from 'react';

/** Where somebody types, or chooses with the keys, keys mean something else. */
const TYPING =
  'input, textarea, select, [contenteditable], [role="radiogroup"], [role="dialog"], [role="menu"]';
/** These press what has the focus. */
const PRESSES = 'button, a, summary, [role="menuitem"]';

/**
 * One key per act, for who keeps the hands on the keyboard. Held keys count once, keys with Ctrl, Alt or Meta are the browser's.
 * @param keys by `KeyboardEvent.key`, letters in lower case
 */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(TYPING) || document.querySelector('[role="dialog"]')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((key === 'Enter' || key === ' ') && target?.closest(PRESSES)) return;
    const act = keys[key];
    if (!act) return;
    event.preventDefault();
    if (!event.repeat) act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
