import type { DataSetView } from '#libs/contracts';

/** The only thing that keeps it from approval is that nobody knows how many patients the practices have, yet. */
export function waitsForSizes(set: Pick<DataSetView, 'profile'>): boolean {
  const stops = (set.profile?.checks ?? []).filter(({ severity }) => severity === 'stop');
  return stops.length > 0 && stops.every(({ code }) => code === 'no-list-size');
}
