import type { ProblemCode, TextFindingView } from '#libs/contracts';
import { scanText } from '#libs/textguard';
import { DomainError } from './domain-error.js';

/** Control characters that no text box makes, and that a database or a file could stumble over. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/** In place of a part of a number. */
const LEFT_OUT = '[…]';

/** A free text as it is kept: half characters and control characters out, line ends alike, trimmed. */
export const keptText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();

/** What the guard finds in one text, as it is written or as it would be kept; null when nothing. */
export function findingIn(item: string, text: string): TextFindingView | null {
  const last = keptText(text);
  for (const one of last === text ? [text] : [text, last]) {
    const { verdict, spans, rewrite } = scanText(one);
    if (verdict !== 'pass') return { item, verdict, spans, rewrite };
  }
  return null;
}

/** A number that begins in one field and ends in another, which neither shows on its own. */
function acrossFields<Field extends string>(
  fields: readonly (readonly [Field, string])[],
): TextFindingView[] {
  const filled = fields.filter(([, text]) => text.trim() !== '');
  if (filled.length < 2) return [];
  const { spans } = scanText(filled.map(([, text]) => text).join('\n'));
  const found: TextFindingView[] = [];
  let from = 0;
  for (const [item, text] of filled) {
    const to = from + text.length;
    const parts = spans
      .filter(({ start, end }) => start < to && end > from && (start < from || end > to))
      .map(({ start, end, type }) => ({
        start: Math.max(start, from) - from,
        end: Math.min(end, to) - from,
        type,
      }));
    const rewrite = parts.reduceRight(
      (rest, { start, end }) => rest.slice(0, start) + LEFT_OUT + rest.slice(end),
      text,
    );
    if (parts.length > 0) found.push({ item, verdict: 'block', spans: parts, rewrite });
    from = to + 1;
  }
  return found;
}

/**
 * The free texts of one request as they may be kept: nothing that looks like a patient (models/free-text-guard, DIA-20). What may be one
 * is refused too, until its writer has read the warning.
 * @param texts field name → text as it was given
 * @param confirmed the writer has read the warnings
 * @throws `code` {findings: TextFindingView[]}
 */
export function guardedTexts<Field extends string>(
  texts: Record<Field, string>,
  confirmed: boolean,
  code: ProblemCode = 'text.identifiers',
): Record<Field, string> {
  const fields = Object.entries(texts) as [Field, string][];
  const findings = fields.flatMap(([item, text]) => {
    const finding = findingIn(item, text);
    return finding && (finding.verdict === 'block' || !confirmed) ? [finding] : [];
  });
  if (findings.length === 0) findings.push(...acrossFields(fields));
  if (findings.length > 0) throw new DomainError(code, { findings });
  return Object.fromEntries(fields.map(([field, text]) => [field, keptText(text)])) as Record<Field, string>;
}
