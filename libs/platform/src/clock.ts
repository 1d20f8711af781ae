import { Injectable } from '@nestjs/common';

/** The time, as a dependency: rules take `now` as an argument, services ask the clock, tests turn it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000);
}

/** The same time of day so many calendar months earlier; the last day of that month when it is shorter. */
export function monthsBefore(moment: Date, months: number): Date {
  const earlier = new Date(moment);
  earlier.setUTCMonth(earlier.getUTCMonth() - months);
  if (earlier.getUTCDate() !== moment.getUTCDate()) earlier.setUTCDate(0);
  return earlier;
}
