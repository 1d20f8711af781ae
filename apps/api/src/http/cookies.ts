import type { FastifyReply } from 'fastify';
import type { Config } from '#libs/platform';

const secure = (config: Pick<Config, 'publicUrl'>): boolean => config.publicUrl.startsWith('https:');

/** `__Host-` pins the cookie to this host over TLS; plain http on localhost needs a name without that promise. */
export const sessionCookie = (config: Pick<Config, 'publicUrl'>): string =>
  secure(config) ? '__Host-leerkring' : 'leerkring-local';

/** Names the browser that asked for a sign-in link. */
export const browserCookie = (config: Pick<Config, 'publicUrl'>): string =>
  secure(config) ? '__Host-leerkring-browser' : 'leerkring-browser-local';

export function setCookie(
  reply: FastifyReply,
  config: Config,
  name: string,
  value: string,
  maxAgeSeconds: number,
): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    secure: secure(config),
    sameSite: 'lax',
    maxAge: maxAgeSeconds,
  });
}

export function clearCookie(reply: FastifyReply, config: Config, name: string): void {
  reply.clearCookie(name, { path: '/', httpOnly: true, secure: secure(config), sameSite: 'lax' });
}
