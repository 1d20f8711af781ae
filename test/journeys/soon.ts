import { DateTime } from 'luxon';

/**
 * Local date and times of something that can be opened now, half an hour before it begins at the most: it begins in two minutes
 * and takes this many, and lies in one day however late it is.
 */
export function soon(minutes: number): { date: string; startTime: string; endTime: string } {
  const now = DateTime.now().setZone('Europe/Amsterdam');
  const midnight = now.plus({ days: 1 }).startOf('day');
  let start = now.plus({ minutes: 2 });
  let end = start.plus({ minutes });
  if (end >= midnight && midnight.diff(now, 'minutes').minutes < 25) {
    start = midnight;
    end = start.plus({ minutes });
  } else if (end >= midnight) end = midnight.minus({ minutes: 1 });
  return {
    date: start.toFormat('yyyy-MM-dd'),
    startTime: start.toFormat('HH:mm'),
    endTime: end.toFormat('HH:mm'),
  };
}
