import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/platform';
import type { Session } from './session.entity.js';

/** What changed for who comes: another moment, another link alone, the number of places alone, or it does not go on. */
export type SessionMove = 'changed' | 'linked' | 'places' | 'cancelled';
/**
 * Tells who comes, inside the open transaction; the session carries its new moment and its higher calendar sequence already.
 * @returns mails that were planned
 */
export type SessionMoveListener = (actor: Actor, session: Session, move: SessionMove) => Promise<number>;

/** Who wants to hear that a session moved or was cancelled; sessions import none of them. */
@Injectable()
export class SessionMoves {
  private readonly listeners: SessionMoveListener[] = [];

  register(listener: SessionMoveListener): void {
    this.listeners.push(listener);
  }

  /** @returns mails that were planned by all of them */
  async tell(actor: Actor, session: Session, move: SessionMove): Promise<number> {
    let mails = 0;
    for (const listener of this.listeners) mails += await listener(actor, session, move);
    return mails;
  }
}
