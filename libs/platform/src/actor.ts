import {
  ROLE_PERMISSIONS,
  type Language,
  type Permission,
  type Role,
  type ScopeKind,
  type TaskKind,
} from '#libs/contracts';

export interface HeldRole {
  id: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
}

/**
 * Who is doing something, and where. Every service method takes it first. A `task` actor came in by a task link and may do
 * that one task of that one person; a `system` actor is the platform itself, waking from a row that a person made due.
 */
export interface Actor {
  kind: 'person' | 'task' | 'system' | 'cli';
  regionId: string;
  personId: string | null;
  name: string;
  email: string;
  language: Language;
  roles: HeldRole[];
  sessionId: string | null;
  task: { id: string; kind: TaskKind; subjectId: string; practiceId: string | null } | null;
  /** Where the request came from, for the audit log. */
  request?: { id: string; network: string };
}

/** The platform itself in one region. */
export function systemActor(regionId: string): Actor {
  return {
    kind: 'system',
    regionId,
    personId: null,
    name: 'Leerkring',
    email: '',
    language: 'nl',
    roles: [],
    sessionId: null,
    task: null,
  };
}

/** True when the actor holds the role, over the given scope when one is named. A task session holds no roles. */
export function holds(actor: Actor, role: Role, scopeId?: string): boolean {
  if (actor.kind === 'task') return false;
  return actor.roles.some(
    (held) => held.role === role && (scopeId === undefined || held.scopeId === scopeId),
  );
}

/** The practices over which the actor holds one of the roles. */
export function practicesOf(actor: Actor, ...roles: Role[]): string[] {
  if (actor.kind === 'task') return actor.task?.practiceId ? [actor.task.practiceId] : [];
  const ids = actor.roles
    .filter((held) => held.scopeKind === 'practice' && held.scopeId !== null && roles.includes(held.role))
    .map((held) => held.scopeId as string);
  return [...new Set(ids)];
}

/** What the actor may try at all: the union over its roles (architecture §5, first layer). */
export function permissionsOf(actor: Actor): Permission[] {
  if (actor.kind === 'task') return ['public', 'task'];
  const own = actor.roles.flatMap((held) => ROLE_PERMISSIONS[held.role]);
  return [...new Set<Permission>(['public', 'signed-in', 'task', ...own])];
}
