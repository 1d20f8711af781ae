import type { QuestionnaireProblem } from '#libs/contracts';

/** Fields say with `data-problem` which problems they can have; the general part has the row `general`. */
export function focusProblem(row: string | null, code: QuestionnaireProblem): void {
  const place = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row ?? 'general')}"]`);
  if (!place) return;
  // What is about the code of an item stands under a fold.
  if (code === 'key-invalid' || code === 'key-taken')
    for (const fold of place.querySelectorAll('details')) fold.open = true;
  const fields = [...place.querySelectorAll<HTMLElement>(`[data-problem~="${code}"]`)];
  const empty = fields.find((field) => 'value' in field && String(field.value).trim() === '');
  const target = empty ?? fields[0] ?? place.querySelector<HTMLElement>('input, textarea, select, button');
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
