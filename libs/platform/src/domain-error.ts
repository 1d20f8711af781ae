import { PROBLEMS, type ProblemCode } from '#libs/contracts';

/**
 * The one error of the domain (architecture §8): a code from the problem table and the values its sentence needs. Whatever
 * is thrown that is not a DomainError ends as a 500 that says nothing but its request id.
 */
export class DomainError extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details: Record<string, unknown> = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DomainError';
    this.status = PROBLEMS[code];
  }
}

/** Refuses unless the condition holds: the `allow(canX(actor, object))` line of a service method. */
export function allow(
  condition: boolean,
  code: ProblemCode = 'auth.forbidden',
  details: Record<string, unknown> = {},
): asserts condition {
  if (!condition) throw new DomainError(code, details);
}

/** The row, or `not-found`: who may not know that a thing exists gets the same answer as when it does not. */
export function found<T>(row: T | null | undefined, what: string): T {
  if (row === null || row === undefined) throw new DomainError('not-found', { what });
  return row;
}

/** Optimistic locking: `If-Match` against the row's version (decisions, Data). */
export function fresh(row: { version: number }, expected: number | undefined): void {
  if (expected !== undefined && row.version !== expected) {
    throw new DomainError('conflict.stale', { version: row.version });
  }
}
