import { describe, expect, it } from '@jest/globals';
import { ROLE_SCOPE, ROLES, type Role } from '#libs/contracts';
import { newId, systemActor, type Actor } from '#libs/platform';
import { canManageSurveys, canReview, canSeeCampaign } from './surveys.policy.js';

const actor = (role: Role): Actor => ({
  ...systemActor(newId()),
  kind: 'person',
  personId: newId(),
  roles: [
    {
      id: newId(),
      role,
      scopeKind: ROLE_SCOPE[role],
      scopeId: ROLE_SCOPE[role] === 'region' ? null : newId(),
    },
  ],
});
const taskOf = (role: Role): Actor => ({
  ...actor(role),
  kind: 'task',
  task: { id: newId(), kind: 'round-answer', subjectId: newId(), practiceId: null },
});
const shared = { state: 'closed', sharedAt: new Date() };

describe('who may do what with surveys', () => {
  it('lets coordinators and the platform itself manage them, and nobody else', () => {
    expect(ROLES.filter((role) => canManageSurveys(actor(role)))).toEqual(['region-coordinator']);
    expect(canManageSurveys(systemActor(newId()))).toBe(true);
    expect(canManageSurveys(taskOf('region-coordinator'))).toBe(false);
  });

  it.each([
    ['closed and shared', shared, true],
    ['closed', { state: 'closed', sharedAt: null }, false],
    ['running', { state: 'running', sharedAt: null }, false],
    ['shared but not closed', { state: 'stopped', sharedAt: new Date() }, false],
  ])('shows others a campaign that is %s: %j', (_what, campaign, seen) => {
    expect(canSeeCampaign(actor('practice-holder'), campaign)).toBe(seen);
    expect(canSeeCampaign(actor('region-coordinator'), campaign)).toBe(true);
    expect(canSeeCampaign(taskOf('practice-holder'), campaign)).toBe(false);
  });

  it.each([
    ['somebody else', false, 2, true],
    ['the writer, with a colleague', true, 2, false],
    ['the writer, alone', true, 1, true],
    ['somebody else, alone', false, 1, true],
  ])('lets %s review', (_who, own, coordinators, allowed) => {
    const reader = actor('region-coordinator');
    const authorId = own ? reader.personId : newId();
    expect(canReview(reader, { authorId }, coordinators)).toBe(allowed);
  });
});
