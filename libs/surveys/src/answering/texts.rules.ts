import type { QuestionnaireContent, TextFindingView } from '#libs/contracts';
import { scanText } from '#libs/textguard';
import { storable } from './answers.rules.js';

/** What the guard finds in one text; null when nothing. Offsets are those of the text as it was given. */
export function findingIn(item: string, text: string): TextFindingView | null {
  const { verdict, spans, rewrite } = scanText(storable(text));
  return verdict === 'pass' ? null : { item, verdict, spans, rewrite };
}

/**
 * The texts that may not be stored as they are: what holds patient data, and what may, unless its writer confirmed that item.
 * Looks at every text of every known item as it was given, also at what would be dropped.
 * @param confirmed keys of items whose warning the writer has read.
 */
export function refusedTexts(
  content: QuestionnaireContent,
  given: unknown,
  confirmed: readonly string[],
): TextFindingView[] {
  if (typeof given !== 'object' || given === null) return [];
  const found = content.items.flatMap((item) => {
    const answer = Object.hasOwn(given, item.key)
      ? ((given as Record<string, unknown>)[item.key] as { text?: unknown } | null)
      : null;
    const text = typeof answer === 'object' ? answer?.text : null;
    return (typeof text === 'string' ? findingIn(item.key, text) : null) ?? [];
  });
  return found.filter(({ item, verdict }) => verdict === 'block' || !confirmed.includes(item));
}
