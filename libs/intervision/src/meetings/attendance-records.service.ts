import { Injectable } from '@nestjs/common';
import type { Attendee } from '#libs/contracts';
import type { Actor } from '#libs/platform';

/** Who was at a meeting; null as long as nobody noted it. Inside the open transaction. */
export type AttendanceSource = (actor: Actor, meetingId: string) => Promise<Attendee[] | null>;

/** How closing a meeting learns who was there, from the part that keeps attendance. */
@Injectable()
export class AttendanceRecords {
  private source: AttendanceSource | null = null;

  register(source: AttendanceSource): void {
    this.source = source;
  }

  of(actor: Actor, meetingId: string): Promise<Attendee[] | null> {
    return this.source ? this.source(actor, meetingId) : Promise.resolve(null);
  }
}
