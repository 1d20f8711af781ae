import { lazy, useEffect } from 'react';
import { useQuiet } from '../../../lib/quiet';

const load = () => import('./action-fields');

/** Who and when. The chooser that finds a name by a few letters is heavy, and nobody needs it before they write. */
export const ActionFields = lazy(async () => ({ default: (await load()).ActionFields }));

/** Has the fields there, once the page is quiet, before somebody writes or loses the connection. */
export function useFieldsSoon(): void {
  const quiet = useQuiet();
  useEffect(() => {
    if (quiet) load().catch(() => undefined);
  }, [quiet]);
}
