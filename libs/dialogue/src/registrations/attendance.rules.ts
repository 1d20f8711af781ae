import type { Presence } from '#libs/live';
import { DomainError } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import type { Attendance } from './attendance.entity.js';

/** The stays that a correction stands for; none when it says: not there. */
export function keptStays(kept: Attendance | null): Presence[] {
  if (!kept?.joinedAt) return [];
  if (kept.stays.length > 0)
    return kept.stays.map(([from, to]) => ({ joinedAt: new Date(from), leftAt: new Date(to) }));
  return [{ joinedAt: kept.joinedAt, leftAt: kept.leftAt }];
}

/** Before it begins there is nothing to say of who was there. @throws session.cancelled · validation.failed */
export function checkBegun(session: Pick<Session, 'state' | 'startsAt'>, now: Date): void {
  if (session.state === 'cancelled') throw new DomainError('session.cancelled');
  if (session.startsAt > now)
    throw new DomainError('validation.failed', { fields: [{ field: 'joinedAt', rule: 'notBegun' }] });
}
