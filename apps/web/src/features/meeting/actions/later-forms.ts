import { useEffect } from 'react';
import { later } from '../../../lib/later';
import { useQuiet } from '../../../lib/quiet';

const fields = () => import('./action-fields');

/** Who and when. The chooser that finds a name by a few letters is heavy, and nobody needs it before they write. */
export const ActionFields = later(async () => (await fields()).ActionFields);
/** For who asks the group whether a sentence may leave it. */
export const OutcomeForm = later(async () => (await import('./outcome-form')).OutcomeForm);

/** Has the fields there, once the page is quiet, before somebody writes or loses the connection. */
export function useFieldsSoon(): void {
  const quiet = useQuiet();
  useEffect(() => {
    if (quiet) fields().catch(() => undefined);
  }, [quiet]);
}
