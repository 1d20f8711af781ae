import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#libs/platform';

/** The version the client last saw, from `If-Match: "3"`; undefined when it sent none. */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): number | undefined => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    if (header === undefined || header === '*') return undefined;
    const version = Number(/^(?:W\/)?"?(\d+)"?$/.exec(header)?.[1] ?? NaN);
    if (!Number.isInteger(version))
      throw new DomainError('validation.failed', { fields: [{ field: 'If-Match', rule: 'version' }] });
    return version;
  },
);
