import { describe, expect, it } from '@jest/globals';
import { ROLES, ROLE_SCOPE, type Role } from '#libs/contracts';
import { systemActor, type Actor } from '#libs/platform';
import { canChangePerson, canChangeRegion, canManagePeople, canManageRole } from './access.policy.js';

const REGION = '0190a000-0000-7000-8000-000000000001';
const OTHER_REGION = '0190a000-0000-7000-8000-000000000002';
const OWN = '0190a000-0000-7000-8000-00000000000a';
const NEXT_DOOR = '0190a000-0000-7000-8000-00000000000b';

function actorWith(...roles: Role[]): Actor {
  return {
    ...systemActor(REGION),
    kind: 'person',
    roles: roles.map((role) => ({
      id: role,
      role,
      scopeKind: ROLE_SCOPE[role],
      scopeId: ROLE_SCOPE[role] === 'region' ? null : OWN,
    })),
  };
}
const taskActor: Actor = {
  ...actorWith('practice-holder'),
  kind: 'task',
  task: { id: 't', kind: 'round-answer', subjectId: 's', practiceId: OWN },
};

describe('who manages people and roles (ORG-03…09)', () => {
  it('is the coordinator and nobody else, for people and for the region', () => {
    const able = ROLES.filter((role) => canManagePeople(actorWith(role)));
    expect(able).toEqual(['region-coordinator']);
    expect(ROLES.filter((role) => canChangeRegion(actorWith(role)))).toEqual(able);
  });

  it.each(ROLES.map((role) => [role]))('lets a coordinator give and end %s', (role) => {
    const scopeId = ROLE_SCOPE[role] === 'region' ? null : NEXT_DOOR;
    expect(canManageRole(actorWith('region-coordinator'), { role, scopeId })).toBe(true);
  });

  it('lets a practice holder manage contacts and employees of its own practice alone', () => {
    const holder = actorWith('practice-holder');
    const over = (scopeId: string | null) => ROLES.filter((role) => canManageRole(holder, { role, scopeId }));
    expect(over(OWN)).toEqual(['practice-contact', 'practice-employee']);
    expect(over(NEXT_DOOR)).toEqual([]);
    expect(over(null)).toEqual([]);
  });

  it('lets nobody else manage any role', () => {
    const others = ROLES.filter((role) => role !== 'region-coordinator' && role !== 'practice-holder');
    for (const role of ROLES)
      for (const scopeId of [OWN, null])
        expect(canManageRole(actorWith(...others), { role, scopeId })).toBe(false);
  });

  it('gives a task session none of it, whoever’s it is', () => {
    expect(canManagePeople({ ...taskActor, roles: actorWith('region-coordinator').roles })).toBe(false);
    expect(canManageRole(taskActor, { role: 'practice-employee', scopeId: OWN })).toBe(false);
  });

  it('lets a region change no name or address of somebody who is also elsewhere', () => {
    const boss = actorWith('region-coordinator');
    expect(canChangePerson(boss, { regions: [REGION] })).toBe(true);
    expect(canChangePerson(boss, { regions: [] })).toBe(true);
    expect(canChangePerson(boss, { regions: [REGION, OTHER_REGION] })).toBe(false);
    expect(canChangePerson(actorWith('auditor'), { regions: [REGION] })).toBe(false);
  });
});
