import { Injectable } from '@nestjs/common';
import type { LiveAudience, ModeratorFact, ParticipantFact, SpecialistFact } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import type { LiveClock } from '../clock/clock.rules.js';
import type { LiveRoom } from './live-room.entity.js';

/** What each audience can be told. */
export interface AudienceFacts {
  moderator: ModeratorFact;
  participant: ParticipantFact;
  specialist: SpecialistFact;
}

/** Rooms and what is told in them. Every method runs in the open transaction. */
@Injectable()
export class LiveRooms {
  /** The room with this id; made with that clock when there is none. */
  async open(
    _actor: Actor,
    _room: { id: string; kind: LiveRoom['kind']; clock: LiveClock },
  ): Promise<LiveRoom> {
    throw new Error('being built');
  }

  /** The room, held until the transaction ends. @throws live.not-open when it was never opened */
  async lock(_id: string): Promise<LiveRoom> {
    throw new Error('being built');
  }

  async find(_id: string): Promise<LiveRoom | null> {
    throw new Error('being built');
  }

  async save(_room: LiveRoom): Promise<void> {
    throw new Error('being built');
  }

  /** Tells one audience one thing: at COMMIT, in order, in every process. @returns the room's new version */
  async tell<A extends LiveAudience>(_id: string, _audience: A, _fact: AudienceFacts[A]): Promise<number> {
    throw new Error('being built');
  }

  /** The version a snapshot of this audience is read at: read it first, then the rest, in one transaction. */
  async version(_id: string, _audience: LiveAudience): Promise<number> {
    throw new Error('being built');
  }
}
