/** Every role a person can hold (architecture §5). A closed list: a new role is a decision. */
export const ROLES = [
  'region-coordinator',
  'data-steward',
  'practice-consultant',
  'practice-holder',
  'practice-contact',
  'practice-employee',
  'discussion-leader',
  'coordinating-specialist',
  'specialist',
  'auditor',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** What a role is held over: the whole region, one practice, one group or one dialogue session. */
export const SCOPE_KINDS = ['region', 'practice', 'group', 'session'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** The scope each role is held over. */
export const ROLE_SCOPE: Record<Role, ScopeKind> = {
  'region-coordinator': 'region',
  'data-steward': 'region',
  'practice-consultant': 'practice',
  'practice-holder': 'practice',
  'practice-contact': 'practice',
  'practice-employee': 'practice',
  'discussion-leader': 'group',
  'coordinating-specialist': 'region',
  specialist: 'session',
  auditor: 'region',
  operator: 'region',
};
