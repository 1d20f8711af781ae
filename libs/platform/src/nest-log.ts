import { ConsoleLogger } from '@nestjs/common';

/** Contexts in which Nest reports an error of the start that it throws as well. */
const THROWN_AS_WELL = new Set(['ExceptionHandler', 'NestApplication']);

/** Nest's own log without its report of a failed start: whoever started prints that, in one sentence (see `bootFailure`). */
export class NestLog extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['error', 'warn'] });
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (!THROWN_AS_WELL.has(String(rest.at(-1)))) super.error(message, ...rest);
  }
}
