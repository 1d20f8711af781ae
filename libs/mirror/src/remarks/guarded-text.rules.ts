import type { TextFindingView } from '#libs/contracts';
import { DomainError } from '#libs/platform';
import { scanText } from '#libs/textguard';

/** Control characters that no text box makes, and that a database or a file could stumble over. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/** A text as it is kept: half characters and control characters out, line ends alike, trimmed. */
const kept = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();

/**
 * The texts of one request as they may be kept: nothing that looks like a patient (models/free-text-guard). What may be one is refused
 * too, until its writer has read the warning.
 * @param texts field name → text as it was given
 * @param confirmed the writer has read the warnings
 * @throws remark.patient-data {findings: TextFindingView[]}
 */
export function guardedTexts<Field extends string>(
  texts: Record<Field, string>,
  confirmed: boolean,
): Record<Field, string> {
  const fields = Object.entries(texts) as [Field, string][];
  const findings = fields.flatMap(([item, text]): TextFindingView[] => {
    const { verdict, spans, rewrite } = scanText(text);
    return verdict === 'block' || (verdict === 'warn' && !confirmed)
      ? [{ item, verdict, spans, rewrite }]
      : [];
  });
  if (findings.length > 0) throw new DomainError('remark.patient-data', { findings });
  return Object.fromEntries(fields.map(([field, text]) => [field, kept(text)])) as Record<Field, string>;
}
