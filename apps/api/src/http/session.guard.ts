import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '#libs/contracts';
import { SessionsService } from '#libs/access';
import { CONFIG, DomainError, permissionsOf, type Actor, type Config } from '#libs/platform';
import { sessionCookie } from './cookies.js';
import { REQUIRES } from './requires.decorator.js';

export type LeerkringRequest = FastifyRequest & { actor?: Actor };

/** Opens the session behind the cookie and holds the route's permission against it. Closed by default. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // sockets are let in by their own gateway
    const request = context.switchToHttp().getRequest<LeerkringRequest>();
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(REQUIRES, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!permission) throw new Error(`The route ${request.method} ${request.url} names no permission.`);
    const token = request.cookies[sessionCookie(this.config)];
    const actor = token ? await this.sessions.open(token) : null;
    if (actor) {
      actor.request = { id: request.id, network: request.ip };
      request.actor = actor;
    }
    if (permission === 'public') return true;
    if (!actor) throw new DomainError('auth.required');
    const held = permissionsOf(actor);
    if (held.includes(permission)) return true;
    throw new DomainError(actor.kind === 'task' ? 'auth.task-only' : 'auth.forbidden', { permission });
  }
}
