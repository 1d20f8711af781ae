export {
  accreditationList,
  DEFAULT_ACCREDITATION,
  type AccreditedActivity,
  type AccreditedPerson,
} from './attended/accreditation.template.js';
export {
  certificate,
  type AttendedActivity,
  type CertificateFacts,
} from './attended/certificate.template.js';
export type {
  BarsBlock,
  BlockSpec,
  BulletsBlock,
  DeckSpec,
  FigureBlock,
  ProvenanceSpec,
  SeriesSpec,
  SlideSpec,
  TableBlock,
  TableColumnSpec,
  TextBlock,
  Tone,
} from './deck/deck.rules.js';
export { deck } from './deck/deck.template.js';
export type {
  DefinitionsBlock,
  HeadingBlock,
  Inline,
  InlineRun,
  ListBlock,
  PageBreakBlock,
  PaperBlock,
  PaperSpec,
  PaperTableBlock,
  ParagraphBlock,
} from './pdf/pdf.rules.js';
export { letter } from './letter/letter.template.js';
export { pdf } from './pdf/pdf.template.js';
export { provenanceLine } from './deck/words.template.js';
export { sheetCsv, workbook, type ResultSheet, type WorkbookSpec } from './workbook/workbook.template.js';
