import { DomainError } from '#libs/platform';
import { readTable, TabularError, type Table, type TabularCode } from '#libs/tabular';
import type { ProblemCode } from '#libs/contracts';
import { storable } from './import-rows.rules.js';

/** Rows of one list: many times the largest region, and few enough to compare while a person waits. */
const MOST_ROWS = 10_000;

const TOO_LARGE: ReadonlySet<TabularCode> = new Set<TabularCode>(['file.too-large', 'zip.too-large']);
const EMPTY: ReadonlySet<TabularCode> = new Set<TabularCode>(['file.empty', 'heading.missing', 'sheet.none']);

/**
 * An uploaded list as rows of text, within the limits of models/security.md #13 and without anything a database cannot keep.
 * @throws upload.too-large, upload.empty, upload.unreadable; `details.reason` is the code and `details.words` the one
 *   sentence, in both languages, that says what is wrong with the file
 */
export async function readUpload(file: Buffer, fileName: string): Promise<Table> {
  try {
    const table = await readTable(file, { fileName, limits: { rows: MOST_ROWS } });
    if (table.rows.length === 0) throw new TabularError('file.empty');
    return {
      format: {
        ...table.format,
        ...(table.format.sheet === undefined ? {} : { sheet: storable(table.format.sheet) }),
      },
      headings: table.headings.map(storable),
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(storable) })),
    };
  } catch (error) {
    if (!(error instanceof TabularError)) throw error;
    const { code } = error;
    const problem: ProblemCode = TOO_LARGE.has(code)
      ? 'upload.too-large'
      : EMPTY.has(code)
        ? 'upload.empty'
        : 'upload.unreadable';
    const words = { nl: error.sentence('nl'), en: error.sentence('en') };
    throw new DomainError(problem, { reason: code, words });
  }
}
