import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Fields that never reach a log line, at any depth we log (models/security.md #18). */
const REDACTED = [
  'token',
  'code',
  'cookie',
  'authorization',
  'password',
  'email',
  'address',
  'text',
  'html',
  'secret',
];

/** What a refused query carries of the row that it was about: the texts that people typed. */
const VALUES = ['parameters', 'driverError', 'detail', 'where', 'internalQuery'];

/** An error as its line shows it, with its query and without the values that were sent along. */
const withoutValues = (error: unknown): unknown =>
  error instanceof Error ? strip({ ...pino.stdSerializers.err(error) }) : error;

function strip(line: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(line)
      .filter(([field]) => !VALUES.includes(field))
      .map(([field, value]) => [
        field,
        field === 'aggregateErrors' && Array.isArray(value)
          ? value.map((one: Record<string, unknown>) => strip(one))
          : value,
      ]),
  );
}

/** The process's log: JSON lines on standard error, without tokens, cookies, addresses or free text. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: REDACTED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '[redacted]',
      },
      serializers: { err: withoutValues },
    },
    pino.destination(2),
  );
}
