import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import type { DataSource } from 'typeorm';
import { readConfig } from '#libs/platform';
import { createApp } from './create-app.js';
import { contractSchemas } from './openapi/contract-schemas.adapter.js';
import { documentOf } from './openapi/document.adapter.js';

/**
 * `npm run openapi`: writes openapi.json and the web client's types from the routes and the views. Needs neither a database
 * nor a port. With `--check` it writes nothing and fails when what is committed differs.
 */
const ROOT = resolve('.');
const DOCUMENT = join(ROOT, 'openapi.json');
const TYPES = join(ROOT, 'apps/web/src/lib/api.schema.d.ts');

/** Keys sorted, so that the order of imports and declarations makes no difference. Lists keep theirs. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

/** OpenAPI 3.1 says with a type what 3.0, which Nest writes, said with `nullable`. */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (value === null || typeof value !== 'object') return value;
  const { nullable, ...schema } = value as Record<string, unknown>;
  if (nullable === true && typeof schema.type === 'string') schema.type = [schema.type, 'null'];
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, withoutNullable(part)]));
}

async function build(): Promise<{ document: string; types: string }> {
  const secret = 'only there because a setting is needed';
  const nowhere = 'postgresql://nobody@localhost:1/nothing';
  const config = readConfig(
    { LOG_LEVEL: 'silent', PUBLIC_URL: 'https://leerkring.example' },
    {
      databaseUrl: nowhere,
      databaseOwnerUrl: nowhere,
      secret,
      dataDir: join(tmpdir(), 'leerkring-openapi'),
      demo: false,
    },
  );
  // nothing is asked of it: the application is put together but never started
  const app = await createApp(config, { isInitialized: true } as DataSource);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const document = documentOf(app, version);
  const schemas = { ...document.components?.schemas, ...contractSchemas(ROOT) };
  const whole = sorted(
    withoutNullable({ ...document, components: { ...document.components, schemas } }),
  ) as Record<string, unknown>;
  const missing = missingSchemas(whole, Object.keys(schemas));
  if (missing.length > 0) throw new Error(`No view of libs/contracts is called ${missing.join(', ')}.`);
  const types = astToString(await openapiTS(structuredClone(whole) as never, { alphabetize: true }));
  return {
    document: `${JSON.stringify(whole, null, 2)}\n`,
    types: `/** Made by \`npm run openapi\` from openapi.json. Do not edit. */\n${types}`,
  };
}

/** Names that are referred to but not there: a typing error in `@Returns`. */
function missingSchemas(document: unknown, names: string[]): string[] {
  const wanted = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
  return [...new Set([...wanted].map((match) => match[1] as string))].filter((name) => !names.includes(name));
}

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

try {
  const { document, types } = await build();
  if (process.argv.includes('--check')) {
    if (read(DOCUMENT) !== document || read(TYPES) !== types) {
      process.stderr.write('openapi.json or the client types differ from the routes: run npm run openapi.\n');
      process.exit(1);
    }
  } else {
    writeFileSync(DOCUMENT, document);
    writeFileSync(TYPES, types);
  }
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exit(1);
}
