import { useEffect, useState } from 'react';
import type { TextFindingView } from '#libs/contracts';
import { asProblem } from './problem';

/** What the guard of free texts found in one text. */
export type Finding = Omit<TextFindingView, 'item'>;
type Scan = (text: string) => Pick<Finding, 'spans' | 'rewrite'> & { verdict: Finding['verdict'] | 'pass' };

/** As long as somebody types, nobody comments. In ms. */
const PAUSE = 600;
let scan: Scan | null = null;

/** Fetches the guard; without it the text is judged by the server alone, which always does so. */
async function load(): Promise<void> {
  scan ??= (await import('#libs/textguard')).scanText;
}

/** What the guard of this device finds in a text; null when it finds nothing or is not there (yet). */
export function guardNow(text: string): Finding | null {
  if (!scan || text === '') return null;
  const { verdict, spans, rewrite } = scan(text);
  return verdict === 'pass' ? null : { verdict, spans: [...spans], rewrite };
}

/** True when sending is of no use: what it refuses, and what it warns of as long as the writer did not keep it. */
export function isHeld(text: string, kept: boolean): boolean {
  const found = guardNow(text);
  return found !== null && (found.verdict === 'block' || !kept);
}

/**
 * What the guard finds while somebody types, a moment after the last letter. A hint: the server decides.
 * @param asked somebody asked to go on before that moment was over: it has already looked.
 */
export function useGuard(text: string, asked = false): Finding | null {
  const [found, setFound] = useState<{ text: string; finding: Finding | null } | null>(null);
  useEffect(() => {
    void load().catch(() => {});
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      void load().then(
        () => setFound({ text, finding: guardNow(text) }),
        () => {},
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  if (found?.text === text) return found.finding;
  return asked ? guardNow(text) : null;
}

/** What the server found in the texts of a refused call, per text; empty for every other failure. */
export function findingsOf(error: unknown): TextFindingView[] {
  if (!error) return [];
  const { code, details } = asProblem(error);
  const ofGuard = code === 'text.identifiers' || code === 'remark.patient-data';
  return ofGuard && Array.isArray(details['findings']) ? (details['findings'] as TextFindingView[]) : [];
}
