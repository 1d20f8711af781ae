import type { DateTime } from 'luxon';
import type { Clock } from '#libs/platform';

/** Does something on another day: the clock shows that moment until the work is done. */
export async function onDay<T>(clock: Clock, moment: DateTime, work: () => Promise<T>): Promise<T> {
  clock.now = () => moment.toJSDate();
  try {
    return await work();
  } finally {
    delete (clock as Partial<Clock>).now; // the class's own, the real time, comes back
  }
}
