import { describe, expect, it } from '@jest/globals';
import type { Role, TaskKind } from '#libs/contracts';
import { ROLE_SCOPE, ROLES } from '#libs/contracts';
import { newId, systemActor, type Actor } from '#libs/platform';
import { answersFor, cameVia, canAnswer, canManageRounds } from './intervision.policy.js';

const region = newId();
const own = newId();
const other = newId();
const round = newId();
const somebody = (...roles: Role[]): Actor => ({
  ...systemActor(region),
  kind: 'person',
  personId: newId(),
  roles: roles.map((role) => ({
    id: newId(),
    role,
    scopeKind: ROLE_SCOPE[role],
    scopeId: ROLE_SCOPE[role] === 'region' ? null : own,
  })),
});
const task = (kind: TaskKind, subjectId: string, practiceId: string): Actor => ({
  ...somebody('region-coordinator', 'practice-holder'),
  kind: 'task',
  task: { id: newId(), kind, subjectId, practiceId },
});

describe('who may do what with rounds', () => {
  it('leaves managing to the coordinator and the platform itself', () => {
    expect(ROLES.filter((role) => canManageRounds(somebody(role)))).toEqual(['region-coordinator']);
    expect(canManageRounds(systemActor(region))).toBe(true);
    expect(canManageRounds(task('round-answer', round, own))).toBe(false);
  });

  it('lets holders and contacts give their practice’s one answer, and the coordinator any (ORG-01)', () => {
    const may = (practiceId: string) =>
      ROLES.filter((role) => canAnswer(somebody(role), round, practiceId)).sort();
    expect(may(own)).toEqual(['practice-contact', 'practice-holder', 'region-coordinator']);
    expect(may(other)).toEqual(['region-coordinator']);
    expect(answersFor(somebody('practice-holder', 'practice-contact'))).toEqual([own]);
  });

  it.each<[string, Actor, boolean]>([
    ['its own task', task('round-answer', round, own), true],
    ['another practice', task('round-answer', round, other), false],
    ['another round', task('round-answer', newId(), own), false],
    ['another kind of task', task('group-view', round, own), false],
  ])('narrows a task link to %s, whatever roles its person holds', (_what, actor, allowed) => {
    expect(canAnswer(actor, round, own)).toBe(allowed);
  });

  it('tells link, account and phone apart', () => {
    expect(cameVia(task('round-answer', round, own), own)).toBe('link');
    expect(cameVia(somebody('practice-contact'), own)).toBe('account');
    expect(cameVia(somebody('region-coordinator'), own)).toBe('phone');
    expect(cameVia(somebody('region-coordinator', 'practice-holder'), own)).toBe('account');
    expect(cameVia(somebody('region-coordinator', 'practice-holder'), other)).toBe('phone');
  });
});
