export {
  TabularError,
  tabularSentence,
  fillSentence,
  excerpt,
  columnLetter,
  type Details,
  type Language,
  type TabularCode,
} from './errors.js';
export { DEFAULT_LIMITS, type TableLimits } from './limits.js';
export {
  readTable,
  streamTable,
  type ReadOptions,
  type Table,
  type TableFormat,
  type TableRow,
  type TableStream,
} from './table.js';
export type { CellType } from './delimited.js';
export type { Encoding } from './encoding.js';
export { cleanText, type Parsed } from './parsed.js';
export {
  parseDecimal,
  parseDutchInteger,
  parseBoolean,
  detectNumberStyle,
  type NumberStyle,
} from './numbers.js';
export { parseDutchDate, parseQuarter } from './dates.js';
export { parseAgb, parseBig, parseEmail, parsePostcode } from './codes.js';
export { editSimilarity, words } from './similarity.js';
export {
  proposeMapping,
  mappingRecord,
  type FieldSpec,
  type MappingEvidence,
  type ProposedColumn,
  type ProposedMapping,
} from './mapping.js';
export { looksLikeFormula, guardText, unguardText } from './formula-guard.js';
export type { CellValue, ColumnSpec, ColumnType } from './columns.js';
export { writeDutchCsv, streamDutchCsv } from './csv-writer.js';
export { writeXlsx, streamXlsx, type SheetSpec } from './workbook-writer.js';
