import type { Readable } from 'node:stream';
import type { ExtractField, ExtractKind, Words } from '#libs/contracts';
import { DomainError } from '#libs/platform';
import {
  DEFAULT_LIMITS,
  detectNumberStyle,
  type NumberStyle,
  type TableLimits,
  type TableRow,
} from '#libs/tabular';
import { columnsOf, missingFields } from '../sources/extract-fields.rules.js';
import { personalContent, personalHeading } from '../sources/personal-columns.rules.js';

/** Largest extract, in bytes: some ten million rows of text. A workbook keeps to the limits of an upload by a person. */
export const LARGEST_EXTRACT = 1024 * 1024 * 1024;
const MOST_ROWS = 5_000_000;
const SILENCE_MS = 30_000;

/** What a bulk file of text may cost; it is streamed, so memory does not follow from its size. */
const BULK_LIMITS: Partial<TableLimits> = {
  fileBytes: LARGEST_EXTRACT,
  rows: MOST_ROWS,
  cells: MOST_ROWS * DEFAULT_LIMITS.columns,
};
const WORKBOOK_LIMITS: Partial<TableLimits> = { rows: 1_100_000, cells: 6_000_000 };

/** The limits by the first bytes: a workbook is held in memory while it is read, text is not. */
export function limitsFor(first: Buffer): Partial<TableLimits> {
  return first[0] === 0x50 && first[1] === 0x4b ? WORKBOOK_LIMITS : BULK_LIMITS;
}

/**
 * The pieces of an upload. A sender that falls silent, or breaks off, ends it.
 * @throws upload.unreadable
 */
export async function* pieces(body: Readable): AsyncGenerator<Buffer> {
  const silent = setTimeout(() => body.destroy(new Error('The upload fell silent.')), SILENCE_MS);
  try {
    for await (const piece of body as AsyncIterable<Buffer | string>) {
      silent.refresh();
      yield typeof piece === 'string' ? Buffer.from(piece) : piece;
    }
  } catch {
    throw new DomainError('upload.unreadable', {
      reason: 'upload.broken',
      words: { nl: 'Het bestand kwam niet helemaal over.', en: 'The file did not arrive whole.' },
    });
  } finally {
    clearTimeout(silent);
  }
}

export interface ReadColumns {
  columns: Map<ExtractField, number>;
  style: NumberStyle;
}

/**
 * Puts the mapping on the file itself and looks once more for what may not be read, in the columns that would be: the look
 * before may have been at another file.
 * @throws extract.field-missing · extract.free-text · validation.failed for a column that is not there
 */
export function checkedColumns(
  kind: ExtractKind,
  headings: readonly string[],
  rows: readonly TableRow[],
  chosen: Readonly<Record<string, string>>,
): ReadColumns {
  const columns = columnsOf(kind, headings, chosen);
  if (!columns)
    throw new DomainError('validation.failed', { fields: [{ field: 'mapping', rule: 'columns' }] });
  const missing = missingFields(kind, [...columns.keys()]);
  if (missing.length > 0) throw new DomainError('extract.field-missing', { fields: missing });
  const refused = [...columns].flatMap(([field, at]): { column: number; reason: Words }[] => {
    const values = rows.slice(0, 200).map((row) => row.cells[at] ?? '');
    const reason = personalHeading(headings[at]!) ?? personalContent(values, field);
    return reason ? [{ column: at, reason }] : [];
  });
  if (refused.length > 0) throw new DomainError('extract.free-text', { columns: refused });
  const numbers = (['listed', 'count'] as const).flatMap((field) => {
    const at = columns.get(field);
    return at === undefined ? [] : rows.slice(0, 2000).map((row) => row.cells[at] ?? '');
  });
  return { columns, style: detectNumberStyle(numbers) };
}
