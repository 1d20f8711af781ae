import type { ProblemCode, ProblemView } from '#libs/contracts';

/** `network` is ours: the server was not reached, so it could not say anything. */
export type ClientProblemCode = ProblemCode | 'network';

/** A failed call: what the server said in problem+json, or what we make of its silence. */
export class Problem extends Error {
  constructor(
    readonly code: ClientProblemCode,
    /** HTTP status; 0 when the server was not reached. */
    readonly status: number,
    readonly details: Record<string, unknown> = {},
    readonly requestId: string | null = null,
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** True when trying the same call again can help: no connection, or a server in trouble. Never on a 4xx. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 502);
}

/**
 * Reads the body of a failed response. A body that is not a problem (a proxy's page, an empty answer) becomes the code
 * that belongs to the status, so that every failure has its sentence.
 */
export function problemFrom(status: number, body: unknown, requestId: string | null): Problem {
  if (isProblemView(body))
    return new Problem(body.code, status, body.details ?? {}, body.requestId ?? requestId);
  return new Problem(codeOfStatus(status), status, {}, requestId);
}

/** Whatever was thrown, as a problem: what fetch throws is a lost connection, the rest is our own mistake. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message)
    ? new Problem('network', 0)
    : new Problem('internal', 500);
}

/** The fields that were refused, from `details.fields` of validation.failed: name → rule that failed. */
export function refusedFields(problem: Problem | null): Record<string, string> {
  const fields = problem?.details['fields'];
  if (!Array.isArray(fields)) return {};
  const rows = fields as { field?: unknown; rule?: unknown }[];
  return Object.fromEntries(
    rows.flatMap(({ field, rule }) => (typeof field === 'string' ? [[field, String(rule)]] : [])),
  );
}

function isProblemView(body: unknown): body is ProblemView {
  return typeof body === 'object' && body !== null && typeof (body as ProblemView).code === 'string';
}

function codeOfStatus(status: number): ClientProblemCode {
  if (status === 401) return 'auth.required';
  if (status === 403) return 'auth.forbidden';
  if (status === 404) return 'not-found';
  if (status === 409 || status === 412) return 'conflict.stale';
  if (status === 413) return 'upload.too-large';
  if (status === 422 || status === 400) return 'validation.failed';
  if (status === 429) return 'rate.limited';
  if (status === 502 || status === 503 || status === 504) return 'service.unavailable';
  return 'internal';
}
