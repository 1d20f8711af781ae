import type { ExtractField, ExtractKind, ExtractLookView, ProblemCode, Words } from '#libs/contracts';
import { DomainError } from '#libs/platform';
import {
  parseDecimal,
  streamTable,
  TabularError,
  type TableRow,
  type TableStream,
  type TabularCode,
} from '#libs/tabular';
import { parsePeriod } from '../data-sets/periods.rules.js';
import { parseAge, parseSex } from '../data-sets/strata.rules.js';
import { headingsPrint, missingFields, proposeExtract, proposeReading } from './extract-fields.rules.js';
import type { RememberedReading } from './figure-source.entity.js';
import { personalContent, personalHeading } from './personal-columns.rules.js';

/** Rows that the first look reads; enough to know a column by. */
const LOOKED_AT = 500;
const SAMPLES = 3;

const TOO_LARGE: ReadonlySet<TabularCode> = new Set<TabularCode>([
  'file.too-large',
  'zip.too-large',
  'table.too-many-rows',
  'table.too-many-cells',
]);
const EMPTY: ReadonlySet<TabularCode> = new Set<TabularCode>(['file.empty', 'heading.missing', 'sheet.none']);

/** A file that cannot be read, as a problem with the one sentence that says why. */
export function unreadable(error: TabularError): DomainError {
  const { code } = error;
  const problem: ProblemCode = TOO_LARGE.has(code)
    ? 'upload.too-large'
    : EMPTY.has(code)
      ? 'upload.empty'
      : 'upload.unreadable';
  return new DomainError(problem, {
    reason: code,
    words: { nl: error.sentence('nl'), en: error.sentence('en') },
  });
}

/**
 * The headings and first rows of a file of which this may be the first part only.
 * @throws upload.too-large, upload.empty, upload.unreadable
 */
export async function firstRows(part: Buffer): Promise<{ stream: TableStream; rows: TableRow[] }> {
  const rows: TableRow[] = [];
  try {
    const stream = await streamTable(wholeLines(part));
    try {
      for await (const batch of stream.batches) {
        rows.push(...batch.slice(0, LOOKED_AT - rows.length));
        if (rows.length >= LOOKED_AT) break;
      }
    } catch (error) {
      // the cut may have gone through a quoted cell
      if (!(error instanceof TabularError) || error.code !== 'csv.quote-open' || rows.length === 0)
        throw error;
    }
    return { stream, rows };
  } catch (error) {
    if (error instanceof TabularError) throw unreadable(error);
    throw error;
  }
}

/** Without a last line that was cut off; a workbook as it is. */
function wholeLines(part: Buffer): Buffer {
  if (part[0] === 0x50 && part[1] === 0x4b) return part;
  const end = part.lastIndexOf(0x0a);
  if (end < 0) return part;
  // little-endian UTF-16 has the other half of its line break behind it
  return part.subarray(0, part[end + 1] === 0 ? end + 2 : end + 1);
}

/** What a first look at a file says: which column is what, and which are never read. */
export function lookAt(
  kind: ExtractKind,
  file: { stream: TableStream; rows: readonly TableRow[] },
  known: Readonly<Record<string, RememberedReading>>,
): ExtractLookView {
  const { headings, format } = file.stream;
  const remembered = known[headingsPrint(headings)] ?? null;
  const proposed = proposeExtract(kind, headings, file.rows, remembered?.mapping ?? null);
  const values = headings.map((_, at) =>
    file.rows.map((row) => row.cells[at]!.trim()).filter((value) => value !== ''),
  );
  const refused = new Map<number, Words>();
  headings.forEach((heading, at) => {
    const field = proposed.columns[at]!.field;
    const reason = personalHeading(heading) ?? personalContent(values[at]!.slice(0, 200), field);
    if (reason) refused.set(at, reason);
  });
  const mapping: Record<number, ExtractField> = {};
  proposed.columns.forEach(({ field }, at) => {
    if (field && !refused.has(at)) mapping[at] = field;
  });
  const periodAt = Object.entries(mapping).find(([, field]) => field === 'period')?.[0];
  return {
    format: { kind: format.kind, encoding: format.encoding, separator: format.separator },
    headings,
    samples: values.map((column, at) =>
      refused.has(at) || !isPlain(column) ? [] : [...new Set(column)].slice(0, SAMPLES),
    ),
    mapping,
    reading: proposeReading(
      periodAt === undefined ? [] : values[Number(periodAt)]!,
      remembered?.reading ?? null,
    ),
    remembered: remembered !== null,
    refusedColumns: [...refused].map(([column, reason]) => ({ column, reason })),
    missing: missingFields(kind, Object.values(mapping)),
  };
}

/** Whether a column looks like codes, periods or numbers, of which examples can be shown. */
function isPlain(values: readonly string[]): boolean {
  const plain = (value: string): boolean =>
    value.length <= 24 &&
    (parseDecimal(value).ok ||
      parsePeriod(value, 'month') !== null ||
      parseSex(value) !== null ||
      parseAge(value) !== null ||
      /^[A-Za-z]{0,4}\d[A-Za-z\d._/-]*$/.test(value));
  return values.length > 0 && values.filter(plain).length >= values.length * 0.9;
}
