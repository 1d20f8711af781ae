import { Injectable } from '@nestjs/common';
import type { LiveAudience } from '#libs/contracts';
import type { Actor } from '#libs/platform';

/** Somebody in a room at this moment; who has two screens open is there once. */
export interface HereNow {
  personId: string;
  practiceId: string | null;
  audience: LiveAudience;
}
export interface Stay {
  personId: string;
  practiceId: string | null;
  audience: LiveAudience;
  joinedAt: Date;
  leftAt: Date | null;
}

/**
 * Who is in which room, as rows: measured where the sockets are, right over several processes, and still there for the certificate when a
 * process was killed (DIA, feature 30).
 */
@Injectable()
export class LivePresence {
  /** Inside the open transaction. */
  async here(_roomId: string): Promise<HereNow[]> {
    throw new Error('being built');
  }

  /** Every stay, overlapping ones of one person joined together. Inside the open transaction. */
  async stays(_roomId: string): Promise<Stay[]> {
    throw new Error('being built');
  }

  /** Out within a second, and not in again until readmitted. Inside the open transaction. */
  async remove(_actor: Actor, _roomId: string, _personId: string): Promise<void> {
    throw new Error('being built');
  }

  async readmit(_actor: Actor, _roomId: string, _personId: string): Promise<void> {
    throw new Error('being built');
  }

  async removed(_roomId: string): Promise<string[]> {
    throw new Error('being built');
  }

  /** Called in a transaction of the room's region, at most once a second per room, when who is here changed. */
  onChange(_listener: (actor: Actor, roomId: string) => Promise<void>): void {
    throw new Error('being built');
  }
}
