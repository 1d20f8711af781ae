import type { InjectOptions } from 'fastify';
import { TaskLinksService } from '#libs/access';
import type { TaskKind } from '#libs/contracts';
import { Secrets, systemActor } from '#libs/platform';
import { sessionCookie } from '../src/http/cookies.js';
import type { Answer, TestApp } from './test-app.js';

let addresses = 0;

/** A browser with a cookie jar and a network address of its own, so that tests do not use up each other's rate limits. */
export class TestBrowser {
  readonly jar = new Map<string, string>();
  readonly address: string;

  constructor(
    private readonly api: TestApp,
    address?: string,
  ) {
    addresses += 1;
    this.address = address ?? `198.51.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
  }

  /** One request as our own pages send it; answers' cookies go into the jar. */
  async call<T = Record<string, unknown>>(
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const safe = method === 'GET' || method === 'HEAD';
    const response = await this.api.app.inject({
      method: method as InjectOptions['method'],
      url,
      remoteAddress: this.address,
      headers: {
        host: 'localhost:3000',
        ...(safe ? {} : { origin: 'http://localhost:3000', 'x-leerkring': '1' }),
        ...(this.jar.size > 0
          ? { cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as Record<string, unknown> }),
    } as InjectOptions);
    for (const cookie of response.cookies as { name: string; value: string }[]) {
      if (cookie.value) this.jar.set(cookie.name, cookie.value);
      else this.jar.delete(cookie.name);
    }
    const json = /json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers as Answer['headers'],
      body: (json && response.payload ? JSON.parse(response.payload) : response.payload) as T,
      raw: response.rawPayload,
      cookies: response.cookies as { name: string; value: string }[],
    };
  }
}

/** A browser that came in by the link of a mail, good for an hour. @throws when the link opens nothing */
export async function browserByLink(
  api: TestApp,
  regionId: string,
  link: { personId: string; kind: TaskKind; subjectId: string; practiceId: string },
): Promise<TestBrowser> {
  const id = await api.app
    .get(TaskLinksService)
    .create(systemActor(regionId), { ...link, until: new Date(Date.now() + 3_600_000) });
  const browser = new TestBrowser(api);
  await browser.call('POST', `/api/task-links/${new Secrets(api.config).token('task-link', id)}`);
  if (!browser.jar.has(sessionCookie(api.config))) throw new Error('The link opened nothing.');
  return browser;
}

/** Link token and code of the newest sign-in mail to an address, as the mail would show them; null when there is none. */
export async function newestSignIn(
  api: TestApp,
  regionId: string,
  email: string,
): Promise<{ token: string; code: string } | null> {
  const secrets = new Secrets(api.config);
  const [mail] = await api.test.database.transaction(systemActor(regionId), () =>
    api.test.database.query<{ id: string }>(
      `select params->>'signInId' as id from mail where template = 'sign-in' and to_email = $1 order by id desc limit 1`,
      [email],
    ),
  );
  return mail ? { token: secrets.token('sign-in', mail.id), code: secrets.code(mail.id) } : null;
}

/** How many sign-in mails an address has had. */
export async function countSignInMails(api: TestApp, regionId: string, email: string): Promise<number> {
  const rows = await api.test.database.transaction(systemActor(regionId), () =>
    api.test.database.query(`select 1 from mail where template = 'sign-in' and to_email = $1`, [email]),
  );
  return rows.length;
}
