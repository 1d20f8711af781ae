import { ConfigError } from './config.js';

interface Failure extends Error {
  code?: string;
  port?: number;
  address?: string;
  driverError?: Failure;
  errors?: Failure[];
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);

/**
 * What to print when a process cannot start: one sentence for what the person who set it up can mend, the whole stack for
 * what only we can.
 */
export function bootFailure(thrown: unknown): string {
  const error = thrown as Failure;
  if (error instanceof ConfigError) return error.message;
  const cause = error?.driverError ?? error?.errors?.[0] ?? error;
  const code = cause?.code ?? '';
  if (code === 'EADDRINUSE') return `Port ${cause.port} is taken by another program: set PORT to a free one.`;
  if (code === 'EACCES' && cause.port)
    return `Port ${cause.port} may not be used by this user: set PORT to a higher one.`;
  if (UNREACHABLE.has(code))
    return `The database of DATABASE_URL cannot be reached (${cause.message || code}): check its address and whether it runs.`;
  // SQLSTATE of the connection: wrong role or password, no such database, no such role allowed, starting up, too many
  if (['28P01', '28000', '3D000', '57P03', '53300'].includes(code))
    return `The database of DATABASE_URL refuses the connection: ${cause.message}.`;
  if (['42P01', '42883'].includes(code))
    return `The database of DATABASE_URL is not up to date (${cause.message}): set DATABASE_OWNER_URL and run npm run migrate.`;
  return error?.stack ?? String(thrown);
}
