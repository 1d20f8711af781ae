import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/platform';

/** May this actor look into the room with this id? */
export type RoomRule = (actor: Actor, id: string) => Promise<boolean>;

/** Who may join which room: each context's door registers the rule of its rooms, by the word before the colon. */
@Injectable()
export class RoomAccess {
  private readonly rules = new Map<string, RoomRule>();

  register(kind: string, rule: RoomRule): void {
    this.rules.set(kind, rule);
  }

  async allows(actor: Actor, room: string): Promise<boolean> {
    const [kind = '', id = ''] = room.split(':', 2);
    const rule = this.rules.get(kind);
    return rule ? rule(actor, id) : false;
  }
}
