import type { Role } from '#libs/contracts';
import { holds, practicesOf, type Actor } from '#libs/platform';

/**
 * Tables that carry no region, by decision (decisions: Doors and identities): they are reached before a region is known, or
 * belong to the installation. A test compares this list with the catalogue; BullMQ's own schema is left out as a whole.
 */
export const TABLES_WITHOUT_REGION = [
  'region',
  'person',
  'session',
  'sign_in',
  'task_link',
  'installation',
  'migration',
] as const;

/** The platform itself: set-up, the demo seeder, sweeps. */
const isSystem = (actor: Actor): boolean => actor.kind === 'system';

/** Roles that a practice holder gives out and takes back within its own practice (ORG-03…05). */
const PRACTICE_STAFF: readonly Role[] = ['practice-contact', 'practice-employee'];

/** Who sees and keeps the people of the region: its coordinator (ORG-07). */
export function canManagePeople(actor: Actor): boolean {
  return isSystem(actor) || holds(actor, 'region-coordinator');
}

/** Who gives, ends and hands over this role: the coordinator every one, a practice holder those of its own staff. */
export function canManageRole(actor: Actor, role: { role: Role; scopeId: string | null }): boolean {
  if (canManagePeople(actor)) return true;
  return (
    actor.kind !== 'task' &&
    role.scopeId !== null &&
    PRACTICE_STAFF.includes(role.role) &&
    practicesOf(actor, 'practice-holder').includes(role.scopeId)
  );
}

/**
 * Who may change somebody's name or address: the coordinator, for people of this region alone. An address is the key to
 * everything a person may do, so one region cannot change it for a person who also holds a role in another.
 */
export function canChangePerson(actor: Actor, person: { regions: readonly string[] }): boolean {
  return canManagePeople(actor) && person.regions.every((regionId) => regionId === actor.regionId);
}

export function canChangeRegion(actor: Actor): boolean {
  return isSystem(actor) || holds(actor, 'region-coordinator');
}
