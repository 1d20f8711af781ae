import type { Role } from './roles.js';

/**
 * The coarse permission each route names (architecture §5). `public` routes need no session; `signed-in` ones need any
 * full session; `task` ones also accept a task session, whose reach the policies then narrow to that one task.
 */
export const PERMISSIONS = [
  'public',
  'signed-in',
  'task',
  'region.manage',
  'people.manage',
  'practices.read',
  'practices.manage',
  'rounds.read',
  'rounds.manage',
  'rounds.answer',
  'groups.read',
  'surveys.read',
  'surveys.manage',
  'figures.read',
  'figures.load',
  'figures.manage',
  'dialogue.read',
  'dialogue.manage',
  'mail.read',
  'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What each role may try; the policies decide about the object itself. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  'region-coordinator': [
    'region.manage',
    'people.manage',
    'practices.read',
    'practices.manage',
    'rounds.read',
    'rounds.manage',
    'rounds.answer',
    'groups.read',
    'surveys.read',
    'surveys.manage',
    'figures.read',
    'figures.load',
    'figures.manage',
    'dialogue.read',
    'dialogue.manage',
    'mail.read',
    'audit.read',
  ],
  'data-steward': ['practices.read', 'figures.read', 'figures.load', 'figures.manage'],
  'practice-consultant': ['practices.read', 'groups.read', 'surveys.read', 'figures.read', 'dialogue.read'],
  'practice-holder': ['rounds.answer', 'groups.read', 'surveys.read', 'figures.read', 'dialogue.read'],
  'practice-contact': ['rounds.answer', 'groups.read', 'surveys.read', 'figures.read', 'dialogue.read'],
  'practice-employee': ['groups.read', 'surveys.read', 'figures.read', 'dialogue.read'],
  'discussion-leader': ['groups.read', 'surveys.read', 'figures.read'],
  'coordinating-specialist': ['surveys.read', 'dialogue.read'],
  specialist: ['dialogue.read'],
  auditor: ['audit.read'],
  operator: ['mail.read', 'audit.read'],
};
