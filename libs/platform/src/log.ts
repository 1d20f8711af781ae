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
      serializers: { err: pino.stdSerializers.err },
    },
    pino.destination(2),
  );
}
