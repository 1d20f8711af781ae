import { useQueryClient } from '@tanstack/react-query';
import type { MeasureContent, MeasureView } from '#libs/contracts';
import { measureDoors, measureQuery, measuresQuery } from './measures-data';

/** The changes of one measure. Each answer is how it stands now. */
export function useMeasure({ id, code }: Pick<MeasureView, 'id' | 'code'>) {
  const client = useQueryClient();
  const send = async (call: Promise<MeasureView>) => {
    try {
      const measure = await call;
      client.setQueryData(measureQuery(code).queryKey, measure);
      void client.invalidateQueries({ queryKey: measuresQuery.queryKey });
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
  };
}
export type MeasureChanges = ReturnType<typeof useMeasure>;
