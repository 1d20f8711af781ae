import { Injectable } from '@nestjs/common';
import type { LiveAudience } from '#libs/contracts';
import type { Actor } from '#libs/platform';

/** May this actor look into the room with this id? */
export type RoomRule = (actor: Actor, id: string) => Promise<boolean>;
/** As what this actor is present in the live room with this id; null when they look in without being there. */
export type AttendanceRule = (
  actor: Actor,
  id: string,
) => Promise<{ roomId: string; audience: LiveAudience; practiceId: string | null } | null>;

/** Who may join which room: each context's door registers the rule of its rooms, by the word before the colon. */
@Injectable()
export class RoomAccess {
  private readonly rules = new Map<string, RoomRule>();
  private readonly attendance = new Map<string, AttendanceRule>();

  register(kind: string, rule: RoomRule): void {
    this.rules.set(kind, rule);
  }

  /** Whoever is in a room of this kind is written down as present (libs/live). */
  attends(kind: string, rule: AttendanceRule): void {
    this.attendance.set(kind, rule);
  }

  async allows(actor: Actor, room: string): Promise<boolean> {
    const [kind, id] = parted(room);
    const rule = this.rules.get(kind);
    return rule ? rule(actor, id) : false;
  }

  async attendanceOf(actor: Actor, room: string): ReturnType<AttendanceRule> {
    const [kind, id] = parted(room);
    const rule = this.attendance.get(kind);
    return rule ? rule(actor, id) : null;
  }
}

const parted = (room: string): [kind: string, id: string] => {
  const [kind = '', id = ''] = room.split(':', 2);
  return [kind, id];
};
