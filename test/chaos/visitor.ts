import pg from 'pg';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Reply<T> {
  status: number;
  body: T;
}

/** A browser with a cookie jar: the way in that everybody has. The jar outlives the product, its port may change. */
export class Visitor {
  private readonly jar = new Map<string, string>();

  constructor(public url: string) {}

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    version?: number,
  ): Promise<Reply<T>> {
    const form = body instanceof FormData;
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        ...(method === 'GET' ? {} : { origin: this.url, 'x-leerkring': '1' }),
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.jar.set(name, value);
      else this.jar.delete(name);
    }
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (json && text ? JSON.parse(text) : text) as T };
  }

  /** Like `call`, for what has to work. @returns the answer's body. */
  async get<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await this.call<T>(method, path, body);
    if (reply.status >= 300)
      throw new Error(`${method} ${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  }
}

/** Asks the database of a data folder itself, past the product and its row-level security. */
export async function behind<Row>(dataDir: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const { superuser } = JSON.parse(readFileSync(join(dataDir, 'database-passwords.json'), 'utf8')) as {
    superuser: string;
  };
  const { databaseUrl } = JSON.parse(readFileSync(join(dataDir, 'connection.json'), 'utf8')) as {
    databaseUrl: string;
  };
  const url = new URL(databaseUrl);
  Object.assign(url, { username: 'postgres', password: superuser });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks again until the answer is there. @throws after a minute with what was waited for. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null | false>,
  seconds = 60,
): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > until) throw new Error(`Waited in vain for ${what}.`);
    await pause(200);
  }
}
