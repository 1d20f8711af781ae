import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DialogueYearView } from '#libs/contracts';
import { asProblem } from '../../../lib/problem';
import { yearQuery, yearsQuery } from './agenda-data';

/** One kind of change of a year: it names the version on the screen, and the page shows what came of it. */
export function useYearChange<Wish = void>(
  id: string,
  change: (version: number, wish: Wish) => Promise<DialogueYearView>,
  onDone?: (year: DialogueYearView, wish: Wish) => void,
) {
  const client = useQueryClient();
  const { queryKey } = yearQuery(id);
  return useMutation({
    mutationFn: (wish: Wish) => change(client.getQueryData(queryKey)?.version ?? 0, wish),
    onSuccess: (year, wish) => {
      client.setQueryData(queryKey, year);
      void client.invalidateQueries({ queryKey: yearsQuery.queryKey });
      void client.invalidateQueries({ queryKey: ['home'] });
      onDone?.(year, wish);
    },
    // the page then shows what the other did
    onError: (error) => {
      if (asProblem(error).code === 'conflict.stale') void client.invalidateQueries({ queryKey });
    },
  });
}
