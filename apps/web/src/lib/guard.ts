import { useEffect, useState } from 'react';
import type { TextFindingView } from '#libs/contracts';

type Scan = (text: string) => Pick<TextFindingView, 'spans' | 'rewrite'> & {
  verdict: TextFindingView['verdict'] | 'pass';
};

/** As long as somebody types, nobody comments. In ms. */
const PAUSE = 600;
let scan: Scan | null = null;

/** Fetches the guard; without it the text is judged by the server alone, which always does so. */
async function load(): Promise<void> {
  scan ??= (await import('#libs/textguard')).scanText;
}

/** What the guard of this device finds in a text; null when it finds nothing or is not there (yet). */
export function guardNow(item: string, text: string): TextFindingView | null {
  if (!scan || text === '') return null;
  const { verdict, spans, rewrite } = scan(text);
  return verdict === 'pass' ? null : { item, verdict, spans: [...spans], rewrite };
}

/** The same while somebody types, a moment after the last letter. A hint: the server decides. */
export function useGuard(item: string, text: string): TextFindingView | null {
  const [found, setFound] = useState<{ text: string; finding: TextFindingView | null } | null>(null);
  useEffect(() => {
    void load().catch(() => {});
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      void load().then(
        () => setFound({ text, finding: guardNow(item, text) }),
        () => {},
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [item, text]);
  return found?.text === text ? found.finding : null;
}
