import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, DomainError, type Config } from '#libs/platform';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True when a request or web socket comes from our own pages. Embedded, the machine has several names for itself. */
function ownOrigin(
  origin: string | undefined,
  host: string | undefined,
  config: Pick<Config, 'publicUrl' | 'embedded'>,
): boolean {
  if (!origin || origin === 'null') return false;
  if (origin === new URL(config.publicUrl).origin) return true;
  return config.embedded && host !== undefined && origin === `http://${host}`;
}

/**
 * True when a socket comes from our own pages. A browser names the origin of every web socket, but not of a plain request to its own
 * origin (a network that lets no web socket through): there our header stands in, which no other site can have it send.
 */
export function ownHandshake(
  headers: IncomingHttpHeaders,
  config: Pick<Config, 'publicUrl' | 'embedded'>,
): boolean {
  const { origin, host } = headers;
  return ownOrigin(origin, host, config) || (origin === undefined && headers['x-leerkring'] === '1');
}

/**
 * Keeps other sites out of changing requests (models/security.md #10): a browser must say that it comes from our own origin,
 * and the request must carry a header that no plain form can send.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE.has(request.method)) return true;
    const site = request.headers['sec-fetch-site'];
    const own =
      ownOrigin(request.headers.origin, request.headers.host, this.config) &&
      (site === undefined || site === 'same-origin');
    if (own && request.headers['x-leerkring'] === '1') return true;
    throw new DomainError('auth.origin');
  }
}
