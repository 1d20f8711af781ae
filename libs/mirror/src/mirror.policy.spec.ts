import { describe, expect, it } from '@jest/globals';
import { ROLE_SCOPE, ROLES, type Role } from '#libs/contracts';
import { newId, systemActor, type Actor } from '#libs/platform';
import {
  canApprove,
  canManageFigures,
  canSeeFunnel,
  canPrepare,
  canProposeOpenMode,
  canSeeGroupFigures,
  canSeeNamed,
  canSeeOwnFigures,
  canSignFor,
  ownPractices,
} from './mirror.policy.js';

const MEMBER = newId();
const LEADING = newId();
const STRANGER = newId();
const group = { id: newId(), leaderPracticeId: LEADING, members: [{ id: MEMBER }, { id: LEADING }] };

/** Somebody with one role: over this practice, over the group for who leads it, else over the region. */
function of(role: Role, practiceId: string): Actor {
  const scopeKind = ROLE_SCOPE[role];
  const scopeId = { practice: practiceId, group: group.id, region: null, session: newId() }[scopeKind];
  return {
    ...systemActor(newId()),
    kind: 'person',
    personId: newId(),
    roles: [{ id: newId(), role, scopeKind, scopeId }],
  };
}
const withLink = (practiceId: string): Actor => ({
  ...of('practice-holder', practiceId),
  kind: 'task',
  task: { id: newId(), kind: 'group-view', subjectId: group.id, practiceId },
});
/** The roles that may, of somebody at this practice. */
const roles = (practiceId: string, may: (actor: Actor) => boolean): Role[] =>
  ROLES.filter((role) => may(of(role, practiceId)));
const OWN: Role[] = ['practice-holder', 'practice-contact', 'practice-employee'];

describe('who may do what with figures', () => {
  it('shows a practice’s own figures to its own people only (MIR-06)', () => {
    expect(roles(MEMBER, (actor) => canSeeOwnFigures(actor, MEMBER))).toEqual(OWN);
    expect(roles(STRANGER, (actor) => canSeeOwnFigures(actor, MEMBER))).toEqual([]);
    expect(ownPractices(withLink(MEMBER))).toEqual([]);
    expect(canSeeOwnFigures(withLink(MEMBER), MEMBER)).toBe(false);
  });

  it('lets coordinator and data steward keep figures, and approve what somebody else loaded', () => {
    expect(roles(MEMBER, canManageFigures)).toEqual(['region-coordinator', 'data-steward']);
    const steward = of('data-steward', MEMBER);
    expect(canApprove(steward, { loadedBy: newId() })).toBe(true);
    expect(canApprove(steward, { loadedBy: steward.personId })).toBe(false);
    expect(canApprove(of('practice-holder', MEMBER), { loadedBy: newId() })).toBe(false);
  });

  it('gives the funnel to staff who can see no group’s figures (MIR-07)', () => {
    expect(roles(MEMBER, canSeeFunnel)).toEqual(['region-coordinator', 'data-steward']);
    const steward = of('data-steward', MEMBER);
    for (const role of [...OWN, 'discussion-leader'] as Role[])
      expect(canSeeFunnel({ ...steward, roles: [...steward.roles, ...of(role, MEMBER).roles] })).toBe(false);
  });

  it('shows a group’s page to the people of its practices and its leader, to no staff and no consultant (MIR-06)', () => {
    expect(roles(MEMBER, (actor) => canSeeGroupFigures(actor, group))).toEqual([...OWN, 'discussion-leader']);
    expect(roles(STRANGER, (actor) => canSeeGroupFigures(actor, group))).toEqual(['discussion-leader']);
    expect(canSeeGroupFigures(withLink(MEMBER), group)).toBe(false);
  });

  it('lets the leading practice, the leader and holders of members prepare the page (MIR-05)', () => {
    expect(roles(LEADING, (actor) => canPrepare(actor, group))).toEqual([...OWN, 'discussion-leader']);
    expect(roles(MEMBER, (actor) => canPrepare(actor, group))).toEqual([
      'practice-holder',
      'discussion-leader',
    ]);
    expect(roles(STRANGER, (actor) => canPrepare(actor, group))).toEqual(['discussion-leader']);
    const left = { ...group, members: [{ id: MEMBER }] };
    expect(canPrepare(of('practice-contact', LEADING), left)).toBe(false);
  });

  it('lets holders of members and the leader propose names, and holders alone sign', () => {
    expect(roles(MEMBER, (actor) => canProposeOpenMode(actor, group))).toEqual([
      'practice-holder',
      'discussion-leader',
    ]);
    expect(roles(STRANGER, (actor) => canProposeOpenMode(actor, group))).toEqual(['discussion-leader']);
    expect(roles(MEMBER, (actor) => canSignFor(actor, MEMBER))).toEqual(['practice-holder']);
    expect(roles(STRANGER, (actor) => canSignFor(actor, MEMBER))).toEqual([]);
    expect(canSignFor(withLink(MEMBER), MEMBER)).toBe(false);
  });

  it('shows names to the agreed roles of the practices that signed, and lets nobody else inherit them (models/disclosure.md §2.7)', () => {
    const scope = (...viewers: Role[]) => ({ members: [MEMBER, LEADING], viewers });
    expect(roles(MEMBER, (actor) => canSeeNamed(actor, scope(...OWN)))).toEqual(OWN);
    expect(roles(MEMBER, (actor) => canSeeNamed(actor, scope('practice-holder')))).toEqual([
      'practice-holder',
    ]);
    expect(roles(STRANGER, (actor) => canSeeNamed(actor, scope(...OWN)))).toEqual([]);
    expect(canSeeNamed(withLink(MEMBER), scope(...OWN))).toBe(false);
    expect(canSeeNamed(systemActor(newId()), scope(...OWN))).toBe(false);
  });
});
