import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const REF = '#/definitions/';

/**
 * The schemas of every view that libs/contracts declares, made from the TypeScript itself: a view is written once.
 * @param root folder of the project; the sources must be there, not only what was built from them.
 * @returns schemas by name, with references as OpenAPI writes them. Generic types are written out where they are used.
 */
export function contractSchemas(root: string): Record<string, Json> {
  const path = join(root, 'libs/contracts/src/index.ts');
  const generator = createGenerator({
    path,
    tsconfig: join(root, 'tsconfig.json'),
    skipTypeCheck: true,
    expose: 'export',
    topRef: true,
    jsDoc: 'basic',
    additionalProperties: false,
  });
  const definitions: Record<string, Json> = {};
  for (const view of viewNames(readFileSync(path, 'utf8')))
    Object.assign(definitions, generator.createSchema(view).definitions);
  const plain = Object.entries(definitions).filter(([name]) => isPlain(name));
  return Object.fromEntries(plain.map(([name, schema]) => [name, rewrite(schema, definitions)]));
}

const isPlain = (name: string): boolean => /^\w+$/.test(name);

/** The names ending in `View` that the index exports. */
const viewNames = (index: string): string[] => [...new Set(index.match(/\b[A-Z]\w*View\b/g))].sort();

/** References in OpenAPI's place; those to `Page<X>` and the like, whose names cannot stand in a reference, written out. */
function rewrite(schema: Json, definitions: Record<string, Json>): Json {
  if (Array.isArray(schema)) return schema.map((part) => rewrite(part, definitions));
  if (schema === null || typeof schema !== 'object') return schema;
  const { $ref } = schema;
  if (typeof $ref === 'string' && $ref.startsWith(REF)) {
    const name = decodeURIComponent($ref.slice(REF.length));
    if (!isPlain(name)) return rewrite(definitions[name] ?? {}, definitions);
    return { ...schema, $ref: `#/components/schemas/${name}` };
  }
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, rewrite(part, definitions)]));
}
