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
export { provenanceLine } from './deck/words.template.js';
export { sheetCsv, workbook, type ResultSheet, type WorkbookSpec } from './workbook/workbook.template.js';
