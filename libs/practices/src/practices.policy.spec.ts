import { describe, expect, it } from '@jest/globals';
import { ROLE_SCOPE, ROLES, type Role } from '#libs/contracts';
import { newId, systemActor, type Actor } from '#libs/platform';
import {
  canManagePractices,
  canManageStaff,
  canSeeFormerStaff,
  canSeePractice,
  listedFor,
} from './practices.policy.js';

const REGION = newId();
const OWN = newId();
const OTHER = newId();

function actor(role: Role): Actor {
  const scopeKind = ROLE_SCOPE[role];
  const scopeId = scopeKind === 'region' ? null : OWN;
  return {
    ...systemActor(REGION),
    kind: 'person',
    personId: newId(),
    roles: [{ id: newId(), role, scopeKind, scopeId }],
  };
}

/** manage · list · own practice · another practice · people of the own practice · former people */
const EXPECTED: Record<Role, [boolean, 'all' | 'own' | 'none', boolean, boolean, boolean, boolean]> = {
  'region-coordinator': [true, 'all', true, true, true, true],
  'data-steward': [false, 'all', true, true, false, true],
  'practice-consultant': [false, 'own', true, false, false, true],
  'practice-holder': [false, 'none', true, false, true, true],
  'practice-contact': [false, 'none', true, false, false, false],
  'practice-employee': [false, 'none', true, false, false, false],
  'discussion-leader': [false, 'none', false, false, false, false],
  'coordinating-specialist': [false, 'none', false, false, false, false],
  specialist: [false, 'none', false, false, false, false],
  auditor: [false, 'none', false, false, false, false],
  operator: [false, 'none', false, false, false, false],
};

describe('who may see and keep practices (ORG-03…09)', () => {
  it.each(ROLES.map((role) => [role]))('%s', (role) => {
    const who = actor(role);
    const listed = listedFor(who);
    const list = listed === 'all' ? 'all' : listed.length > 0 ? 'own' : 'none';
    expect([
      canManagePractices(who),
      list,
      canSeePractice(who, OWN),
      canSeePractice(who, OTHER),
      canManageStaff(who, OWN),
      canSeeFormerStaff(who, OWN),
    ]).toEqual(EXPECTED[role]);
  });

  it('shows a task link nothing of the register, not even its own practice', () => {
    const task = { id: newId(), kind: 'round-answer' as const, subjectId: newId(), practiceId: OWN };
    const who: Actor = { ...actor('practice-holder'), kind: 'task', roles: [], task };
    expect([canSeePractice(who, OWN), canManageStaff(who, OWN), canManagePractices(who)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('lets a holder arrange no other practice', () => {
    expect(canManageStaff(actor('practice-holder'), OTHER)).toBe(false);
  });
});
