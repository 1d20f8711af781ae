import { useEffect, useState } from 'react';

/**
 * True once the page has been drawn and the browser has nothing to do. Menus and dialogs wait for it: their code is
 * there before a hand reaches them, and the first paint does not pay for it.
 */
export function useQuiet(): boolean {
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = setTimeout(() => setQuiet(true), 300);
      return () => clearTimeout(timer);
    }
    const handle = window.requestIdleCallback(() => setQuiet(true), { timeout: 2_000 });
    return () => window.cancelIdleCallback(handle);
  }, []);
  return quiet;
}
