import type { FastifyReply, FastifyRequest } from 'fastify';
import { ABSOLUTE_HOURS, type Entrance } from '#libs/access';
import type { SignedInView } from '#libs/contracts';
import { newToken, type Config } from '#libs/platform';
import { browserCookie, sessionCookie, setCookie } from '../http/cookies.js';

/** How long a browser stays recognisable as the one that asked for a link, in seconds. */
const BROWSER_SECONDS = 3600;
const SECRET = /^[\w-]{43}$/;

/** Hands the new session's token to the browser, if there is one, and answers where to go. */
export function letIn(reply: FastifyReply, config: Config, entrance: Entrance): SignedInView {
  if (entrance.session)
    setCookie(reply, config, sessionCookie(config), entrance.session, ABSOLUTE_HOURS * 3600);
  return { href: entrance.href };
}

/** The secret by which this browser is known to have asked for a sign-in, if it has one. */
export function browserSecret(request: FastifyRequest, config: Config): string | undefined {
  const value = request.cookies[browserCookie(config)];
  return value !== undefined && SECRET.test(value) ? value : undefined;
}

/** As `browserSecret`, and gives the browser one when it has none. */
export function nameBrowser(request: FastifyRequest, reply: FastifyReply, config: Config): string {
  const secret = browserSecret(request, config) ?? newToken();
  setCookie(reply, config, browserCookie(config), secret, BROWSER_SECONDS);
  return secret;
}
