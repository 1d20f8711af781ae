import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { deviceOf, type Visitor as VisitorData } from '#libs/access';
import type { LeerkringRequest } from '../http/session.guard.js';

/** Where a request that wants a session comes from: `@Visitor() visitor`. */
export const Visitor = createParamDecorator((_data: unknown, context: ExecutionContext): VisitorData => {
  const request = context.switchToHttp().getRequest<LeerkringRequest>();
  return {
    current: request.actor ?? null,
    device: deviceOf(request.headers['user-agent']),
    request: { id: request.id, network: request.ip },
  };
});
