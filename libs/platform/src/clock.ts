import { Injectable } from '@nestjs/common';

/** The time, as a dependency: rules take `now` as an argument, services ask the clock, tests turn it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
