import { createHash } from 'node:crypto';
import type { ProvenanceCard } from '#libs/contracts';

/** One column of an exported table (Frictionless Table Schema). */
export interface PackageField {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';
  title?: string;
  description?: string;
}

export interface PackageResource {
  /** Small letters, digits, `-`, `_` and `.` only. */
  name: string;
  path: string;
  bytes: Uint8Array;
  fields: readonly PackageField[];
  /** Of CSV; `;` as Excel in Dutch reads it, unless said otherwise. */
  delimiter?: string;
  decimalChar?: string;
  missingValues?: readonly string[];
}

/**
 * The `datapackage.json` beside an export (Frictionless Data Package 1.0): every file with its hash and its columns, the
 * sources of the figures, and their cards whole under `provenance`.
 */
export function dataPackage(of: {
  name: string;
  title: string;
  /** ISO moment. */
  created: string;
  resources: readonly PackageResource[];
  cards: readonly ProvenanceCard[];
}): Record<string, unknown> {
  const sources = new Map(
    of.cards.flatMap(({ sources: all }) =>
      all.map(({ system, supplier, importId }): [string, { title: string }] => [
        importId,
        { title: `${system} (${supplier})` },
      ]),
    ),
  );
  return {
    profile: 'tabular-data-package',
    name: of.name,
    title: of.title,
    created: of.created,
    sources: [...sources.values()],
    resources: of.resources.map((resource) => ({
      profile: 'tabular-data-resource',
      name: resource.name,
      path: resource.path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: resource.bytes.byteLength,
      hash: `sha256:${createHash('sha256').update(resource.bytes).digest('hex')}`,
      dialect: { delimiter: resource.delimiter ?? ';', lineTerminator: '\r\n' },
      schema: {
        fields: resource.fields.map((field) => ({
          ...field,
          ...(field.type === 'number' && { decimalChar: resource.decimalChar ?? ',' }),
        })),
        // not shown and not there look the same on purpose
        missingValues: resource.missingValues ?? ['', ':'],
      },
    })),
    provenance: of.cards,
  };
}
