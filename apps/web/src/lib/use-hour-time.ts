import type { LiveClockView } from '#libs/contracts';
import { useLiveClock } from './live-clock';

export interface HourTime {
  /** Of the part that is on; 0 when none is. */
  itemLeftMs: number;
  itemSeconds: number;
  hourLeftMs: number;
  aheadSeconds: number;
  /** What each part gets by now, in the order of the hour. */
  seconds: number[];
}

/** The clock as it reads now, the same on every screen (DIA-11, feature 25). */
export function useHourTime(clock: LiveClockView, offset: number): HourTime {
  const reading = useLiveClock(clock, offset);
  const place = clock.items.findIndex(({ id }) => id === clock.currentId);
  return {
    itemLeftMs: reading.itemLeftMs ?? 0,
    itemSeconds: reading.seconds[place] ?? 0,
    hourLeftMs: reading.hourLeftMs,
    aheadSeconds: reading.aheadSeconds,
    seconds: reading.seconds,
  };
}
