import { Clock } from '#libs/platform';

/** A clock that stands still until a test turns it. */
export class TurnedClock extends Clock {
  constructor(private moment = new Date('2026-11-02T09:00:00Z')) {
    super();
  }

  override now(): Date {
    return new Date(this.moment);
  }

  set(moment: string | Date): void {
    this.moment = new Date(moment);
  }

  /** Moves on by minutes, hours and days. */
  pass(span: { minutes?: number; hours?: number; days?: number }): void {
    const minutes = (span.minutes ?? 0) + 60 * ((span.hours ?? 0) + 24 * (span.days ?? 0));
    this.moment = new Date(this.moment.getTime() + minutes * 60_000);
  }
}
