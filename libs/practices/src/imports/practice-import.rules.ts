import { PRACTICE_FIELDS, type PracticeField, type Words } from '#libs/contracts';
import {
  cleanText,
  excerpt,
  looksLikeFormula,
  parseAgb,
  parseDutchInteger,
  parseEmail,
  parsePostcode,
  parseQuarter,
  unguardText,
  type CellType,
  type Parsed,
  type Table,
  type TableRow,
} from '#libs/tabular';
import { PRACTICE_FIELD_LABELS, type PracticeMapping, type PracticeValues } from './practice-fields.rules.js';
import { practiceWords, type PracticeMessage } from './practice-sentences.rules.js';

export const LARGEST_LIST = 100_000;
const LONGEST_TEXT = 200;

/** Why a row is refused: the field (null when the row as a whole does not fit), and one sentence. */
export interface PracticeProblem extends PracticeMessage {
  field: PracticeField | null;
  message: Words;
}

export interface PreviewedRow {
  row: number;
  verdict: 'ok' | 'refused';
  /** Normalised; null where nothing was given or where the cell was refused. */
  values: PracticeValues;
  /** The refused cells as they stand in the file, by field, to show beside the problem. */
  asGiven: Partial<Record<PracticeField, string>>;
  problems: PracticeProblem[];
}

export interface PracticePreview {
  /** Fields that a column of the file fills. */
  fields: PracticeField[];
  counts: { ok: number; refused: number };
  rows: PreviewedRow[];
}

/**
 * Judges every row of a practice list on its own and against the other rows; needs no database (ORG-01, ORG-22).
 *
 * Required are the AGB code, the name and, because every row may be a new practice, the list size. Every row of an AGB code
 * that occurs twice is refused. What is unambiguous is normalised (quarters, postcodes, Dutch numbers, white space); `-` and
 * `n.v.t.` in an optional cell mean empty.
 */
export function previewPractices(
  table: Pick<Table, 'headings' | 'rows'>,
  mapping: PracticeMapping,
): PracticePreview {
  const columns = mappedColumns(table.headings, mapping);
  const rows = table.rows.map((row) => previewRow(row, columns));
  refuseDuplicates(rows);
  for (const row of rows) row.verdict = row.problems.length === 0 ? 'ok' : 'refused';
  const refused = rows.filter((row) => row.verdict === 'refused').length;
  return { fields: [...columns.keys()], counts: { ok: rows.length - refused, refused }, rows };
}

/** A practice with nothing known. */
export function emptyPractice(): PracticeValues {
  return Object.fromEntries(PRACTICE_FIELDS.map((field) => [field, null])) as unknown as PracticeValues;
}

function mappedColumns(headings: readonly string[], mapping: PracticeMapping): Map<PracticeField, number> {
  const columns = new Map<PracticeField, number>();
  for (const field of PRACTICE_FIELDS) {
    const index = headings.findIndex(
      (heading) => Object.hasOwn(mapping, heading) && mapping[heading] === field,
    );
    if (index >= 0) columns.set(field, index);
  }
  return columns;
}

function previewRow(row: TableRow, columns: ReadonlyMap<PracticeField, number>): PreviewedRow {
  const values = emptyPractice();
  const asGiven: Partial<Record<PracticeField, string>> = {};
  let problems: PracticeProblem[] = [];
  for (const field of PRACTICE_FIELDS) {
    const index = columns.get(field);
    const text = index === undefined ? '' : (row.cells[index] ?? '');
    const parsed = parseCell(field, text, index === undefined ? undefined : row.types?.[index]);
    if (!parsed.ok) {
      problems.push(problem(field, { code: parsed.code, details: parsed.details }));
      asGiven[field] = excerpt(text);
    } else if (parsed.value !== null) {
      Object.assign(values, { [field]: parsed.value });
    } else if (field === 'agb' || field === 'name' || field === 'listSize') {
      problems.push(problem(field, missing(field, index !== undefined)));
    }
  }
  // A row with a cell too many or too few may have shifted, so what its cells seem to say is not judged.
  if (row.problem) problems = [problem(null, row.problem)];
  return { row: row.row, verdict: 'ok', values, asGiven, problems };
}

function problem(field: PracticeField | null, message: PracticeMessage): PracticeProblem {
  return { field, ...message, message: practiceWords(message) };
}

function missing(field: PracticeField, hasColumn: boolean): PracticeMessage {
  const { nl, en } = PRACTICE_FIELD_LABELS[field];
  const details = { Field_nl: capital(nl), Field_en: capital(en) };
  return { code: hasColumn ? 'value.missing' : 'column.missing', details };
}

type Judged = { ok: true; value: string | number | null } | ({ ok: false } & PracticeMessage);

function parseCell(field: PracticeField, text: string, type: CellType | undefined): Judged {
  if (type === 'error') return { ok: false, code: 'cell.error', details: { text: excerpt(text) } };
  if (type === 'uncalculated') return { ok: false, code: 'cell.uncalculated', details: {} };
  const clean = cleanText(unguardText(text));
  if (clean === '' || /^(-|–|—|n\.?v\.?t\.?|n\/a)$/i.test(clean)) return { ok: true, value: null };
  switch (field) {
    case 'agb':
      return parseAgb(clean, type === 'number');
    case 'listSize':
      return inRange(parseDutchInteger(clean), 1, LARGEST_LIST, 'list-size.range', clean);
    case 'motivation':
      return inRange(parseDutchInteger(clean), 1, 5, 'motivation.range', clean);
    case 'startWave':
      return startWave(clean);
    case 'startQuarter':
      return parseQuarter(clean);
    case 'postcode':
      return parsePostcode(clean);
    case 'email':
    case 'contactEmail':
      return looksLikeFormula(clean) ? formula(clean) : parseEmail(clean);
    default:
      return plainText(field, clean);
  }
}

function plainText(field: PracticeField, clean: string): Judged {
  if (looksLikeFormula(clean)) return formula(clean);
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f\ufffd]/.test(clean)) {
    return { ok: false, code: 'text.control', details: { text: excerpt(clean) } };
  }
  if (clean.length > LONGEST_TEXT) {
    return { ok: false, code: 'text.too-long', details: { length: clean.length, limit: LONGEST_TEXT } };
  }
  if (field === 'name' && !/\p{L}/u.test(clean)) {
    return { ok: false, code: 'name.no-letters', details: { text: excerpt(clean) } };
  }
  return { ok: true, value: clean };
}

function formula(clean: string): Judged {
  return { ok: false, code: 'text.formula', details: { text: excerpt(clean), sign: clean.charAt(0) } };
}

function inRange(
  parsed: Parsed<number>,
  least: number,
  most: number,
  code: 'list-size.range' | 'motivation.range',
  text: string,
): Judged {
  if (!parsed.ok) return parsed;
  if (parsed.value >= least && parsed.value <= most) return parsed;
  return { ok: false, code, details: { text: excerpt(text), limit: most } };
}

function startWave(clean: string): Judged {
  const match = /^(?:(?:start|instroom)?(?:golf|groep|wave|group|tranche|cohort))?\s?(\d{1,2})$/i.exec(clean);
  const wave = Number(match?.[1] ?? 0);
  if (wave >= 1) return { ok: true, value: wave };
  return { ok: false, code: 'wave.invalid', details: { text: excerpt(clean) } };
}

/** Which of two rows is right, only the sender knows: none of them is taken. */
function refuseDuplicates(rows: PreviewedRow[]): void {
  const byAgb = new Map<string, PreviewedRow[]>();
  for (const row of rows) {
    const { agb } = row.values;
    if (agb !== null) byAgb.set(agb, [...(byAgb.get(agb) ?? []), row]);
  }
  for (const [agb, same] of byAgb) {
    if (same.length < 2) continue;
    for (const row of same) {
      const others = same.filter((other) => other !== row).map((other) => String(other.row));
      const shown = others.length > 5 ? [...others.slice(0, 5), '…'] : others;
      row.problems.unshift(
        problem('agb', { code: 'agb.duplicate', details: { agb, rows: shown.join(', ') } }),
      );
    }
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
