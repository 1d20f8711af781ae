import type { ProblemCode, TextFindingView } from '#libs/contracts';
import { scanText } from '#libs/textguard';
import { DomainError } from './domain-error.js';

/** Control characters that no text box makes, and that a database or a file could stumble over. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/** A text as it is kept: half characters and control characters out, line ends alike, trimmed. */
const kept = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();

/** What the guard finds in one text; null when nothing. */
export function findingIn(item: string, text: string): TextFindingView | null {
  const { verdict, spans, rewrite } = scanText(text);
  return verdict === 'pass' ? null : { item, verdict, spans, rewrite };
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
  if (findings.length > 0) throw new DomainError(code, { findings });
  return Object.fromEntries(fields.map(([field, text]) => [field, kept(text)])) as Record<Field, string>;
}
