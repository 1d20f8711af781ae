import { useQuery } from '@tanstack/react-query';
import type { MeasureVersionView } from '#libs/contracts';
import { dataSetQuery, dataSetsQuery, releasesQuery } from '../manage/mirror-data';
import { measuresQuery } from '../measures/measures-data';
import type { Period } from '../period';
import { newestSet, regionMeasures, regionPeriods } from './region-choices';

interface RegionMeasure {
  code: string;
  current: MeasureVersionView;
}
export type RegionChoices =
  | { state: 'loading' | 'none' }
  | { state: 'failed'; error: unknown; retry: () => void }
  | {
      state: 'ready';
      measure: RegionMeasure;
      measures: RegionMeasure[];
      items: { code: string; name: string }[];
      periods: Period[];
    };

/** What can be looked at in the region: from what was released, and the items of the newest data set. */
export function useRegionChoices(asked: string | null, enabled: boolean): RegionChoices {
  const measures = useQuery({ ...measuresQuery, enabled });
  const releases = useQuery({ ...releasesQuery, enabled });
  const sets = useQuery({ ...dataSetsQuery, enabled });
  const known = measures.data && releases.data ? regionMeasures(measures.data, releases.data) : [];
  const measure = known.find((one) => one.code === asked) ?? known[0];
  const kind = measure?.current.content.kind ?? '';
  const newest = newestSet(sets.data ?? [], kind);
  const set = useQuery({ ...dataSetQuery(newest?.id ?? ''), enabled: enabled && newest !== null });
  const all = [measures, releases, sets, set];
  const failed = all.find((one) => one.error && !one.data);
  if (failed)
    return {
      state: 'failed',
      error: failed.error,
      retry: () => void Promise.all(all.filter((one) => one.error).map((one) => one.refetch())),
    };
  if (!measures.data || !releases.data || !sets.data) return { state: 'loading' };
  if (!measure || !newest) return { state: 'none' };
  if (!set.data) return { state: 'loading' };
  return {
    state: 'ready',
    measure,
    measures: known,
    items: (set.data.profile?.items ?? []).flatMap(({ code, name }) => (code ? [{ code, name }] : [])),
    periods: regionPeriods(releases.data ?? [], kind),
  };
}
