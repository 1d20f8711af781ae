import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions } from 'fastify';
import { SessionsService } from '#libs/access';
import { readConfig, type Actor, type Config } from '#libs/platform';
import { openTestDatabase, type TestDatabase } from '#libs/testing';
import { createApp } from '../src/create-app.js';
import { sessionCookie } from '../src/http/cookies.js';

export interface Answer<T = unknown> {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: T;
  raw: Buffer;
  cookies: { name: string; value: string }[];
}

/** The whole api on a database of its own, spoken to without a network socket unless `listen` is asked for. */
export interface TestApp {
  app: NestFastifyApplication;
  test: TestDatabase;
  config: Config;
  /** Signs somebody in and returns the cookie header. */
  cookieFor(actor: Actor): Promise<string>;
  /** One request as our own pages would send it. */
  call<T = unknown>(
    method: string,
    url: string,
    options?: { cookie?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer<T>>;
  close(): Promise<void>;
}

/** The body with which our pages send a file: further fields first, so that a streaming server knows them before it arrives. */
export function fileBody(
  content: Uint8Array | string,
  name = 'lijst.csv',
  fields: Record<string, string> = {},
): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new File([content as Uint8Array<ArrayBuffer>], name));
  return form;
}

/**
 * @param options.on the database of another app: a second process of the same installation, with connections of its own.
 *   Close it before the app that owns the database.
 */
export async function openTestApp(options: { embedded?: boolean; on?: TestDatabase } = {}): Promise<TestApp> {
  const test = options.on ?? (await openTestDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'leerkring-api-'));
  const config = readConfig(
    { LOG_LEVEL: 'fatal', PUBLIC_URL: 'http://localhost:3000' },
    {
      databaseUrl: test.appUrl,
      databaseOwnerUrl: test.ownerUrl,
      secret: 'secret of a test '.repeat(3),
      dataDir,
      demo: options.embedded ?? true,
    },
  );
  const app = await createApp(config, options.on ? undefined : test.database.source);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    test,
    config,
    async cookieFor(actor) {
      const token = await app.get(SessionsService).create({
        personId: actor.personId as string,
        regionId: actor.regionId,
        kind: 'full',
        device: 'test',
      });
      return `${sessionCookie(config)}=${token}`;
    },
    async call<T>(
      method: string,
      url: string,
      sent: { cookie?: string; body?: unknown; headers?: Record<string, string> } = {},
    ) {
      const response = await app.inject({
        method: method as InjectOptions['method'],
        url,
        headers: {
          host: 'localhost:3000',
          ...(method === 'GET' || method === 'HEAD'
            ? {}
            : { origin: 'http://localhost:3000', 'x-leerkring': '1' }),
          ...(sent.cookie ? { cookie: sent.cookie } : {}),
          ...sent.headers,
        },
        ...(sent.body === undefined ? {} : { payload: sent.body as Record<string, unknown> }),
      } as InjectOptions);
      const json = /json/.test(String(response.headers['content-type']));
      return {
        status: response.statusCode,
        headers: response.headers as Answer['headers'],
        body: (json ? JSON.parse(response.payload) : response.payload) as T,
        raw: response.rawPayload,
        cookies: response.cookies as { name: string; value: string }[],
      };
    },
    async close() {
      await app.close();
      if (!options.on) await test.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
