import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '#libs/platform';
import type { LeerkringRequest } from './session.guard.js';

/** Who is asking: `@By() actor: Actor`. Only on routes that require a session. */
export const By = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<LeerkringRequest>();
  if (!actor) throw new Error('This route is public and has no actor.');
  return actor;
});

/** The session this browser already has on a public route, or null. */
export const ByMaybe = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | null =>
    context.switchToHttp().getRequest<LeerkringRequest>().actor ?? null,
);
