import { ROLE_SCOPE, type Role, type ScopeKind } from '#libs/contracts';
import { DomainError } from '#libs/platform';

/** An address as it is kept and compared: without white space around it, in lower case. */
export const addressOf = (email: string): string => email.trim().toLowerCase();

/**
 * The scope a role is held over (ORG-03…09).
 * @throws role.scope-missing when the role is held over a practice, group or session and none is named, or the reverse.
 */
export function scopeOf(
  role: Role,
  scopeId: string | null | undefined,
): { kind: ScopeKind; id: string | null } {
  const kind = ROLE_SCOPE[role];
  if ((kind === 'region') === Boolean(scopeId))
    throw new DomainError('role.scope-missing', { role, scope: kind });
  return { kind, id: scopeId ?? null };
}

/** Where a list of people goes on: after this name, and among equal names after this id. */
export interface PeopleCursor {
  name: string;
  id: string;
}

export const writeCursor = (cursor: PeopleCursor): string =>
  Buffer.from(JSON.stringify([cursor.name, cursor.id])).toString('base64url');

/** @throws validation.failed for a cursor that we did not write. */
export function readCursor(text: string): PeopleCursor {
  try {
    const parsed = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
    if (Array.isArray(parsed) && parsed.length === 2 && parsed.every((part) => typeof part === 'string'))
      return { name: parsed[0] as string, id: parsed[1] as string };
  } catch {
    // said below, in one way for every unreadable cursor
  }
  throw new DomainError('validation.failed', { fields: [{ field: 'cursor', rule: 'cursor' }] });
}

/** A search text as a LIKE pattern that finds it anywhere, its own wildcards taken literally. */
export const likePattern = (text: string): string => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
