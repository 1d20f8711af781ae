import { useQueryClient } from '@tanstack/react-query';
import type { MeasureContent, MeasureView } from '#libs/contracts';
import { measureDoors, measureQuery, measuresKey, measuresQuery, putAwayQuery } from './measures-data';

/** The changes of one measure. Each answer is how it stands now. */
export function useMeasure({ id, code }: Pick<MeasureView, 'id' | 'code'>) {
  const client = useQueryClient();
  const lists = () => {
    for (const queryKey of [
      measuresQuery.queryKey,
      putAwayQuery.queryKey,
      [...measuresKey, 'definition', code],
    ])
      void client.invalidateQueries({ queryKey });
  };
  const send = async (call: Promise<MeasureView>) => {
    try {
      const measure = await call;
      client.setQueryData(measureQuery(code).queryKey, measure);
      lists();
      return measure;
    } catch (error) {
      // The page shows what the other did, beside what was typed here.
      await client.invalidateQueries({ queryKey: measureQuery(code).queryKey });
      throw error;
    }
  };
  return {
    saveDraft: (version: number | null, content: MeasureContent) =>
      send(measureDoors.saveDraft(id, version, content)),
    review: (version: number) => send(measureDoors.review(id, version)),
    archive: (version: number) => send(measureDoors.archive(id, version)),
    restore: (version: number) => send(measureDoors.restore(id, version)),
    /** @param last nothing is left of the measure: its page closes first */
    discardDraft: async (version: number, last: boolean) => {
      try {
        await measureDoors.discardDraft(id, version);
      } catch (error) {
        await client.invalidateQueries({ queryKey: measureQuery(code).queryKey });
        throw error;
      }
      lists();
      if (!last) await client.invalidateQueries({ queryKey: measureQuery(code).queryKey });
      else client.removeQueries({ queryKey: measureQuery(code).queryKey });
    },
  };
}
export type MeasureChanges = ReturnType<typeof useMeasure>;
