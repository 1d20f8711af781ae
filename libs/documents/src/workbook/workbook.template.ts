import type { Language } from '#libs/contracts';
import { writeDutchCsv, writeXlsx, type CellValue, type ColumnSpec, type SheetSpec } from '#libs/tabular';
import type { ProvenanceSpec } from '../deck/deck.rules.js';
import { provenanceParts } from '../deck/words.template.js';

/** A named table of results; the columns say what is text and what is a number, as in #libs/tabular. */
export interface ResultSheet {
  name: string;
  columns: readonly ColumnSpec[];
  rows: readonly (readonly CellValue[])[];
}

export interface WorkbookSpec {
  language: Language;
  sheets: readonly ResultSheet[];
  /** Becomes the last sheet, because a workbook travels further than the page it came from (MIR-02). */
  provenance: ProvenanceSpec;
}

const SHEET = { nl: 'Herkomst', en: 'Provenance' };
const HEADINGS = { nl: ['Wat', 'Waarde'], en: ['What', 'Value'] } as const;

/**
 * An Excel workbook (.xlsx) of results with, last, where they come from. Numbers are numbers, text that looks like a formula
 * is guarded, headings stay in sight.
 * @throws TabularError write.* for a value that is not what its column says
 */
export async function workbook(description: WorkbookSpec): Promise<Buffer> {
  const { language, sheets, provenance } = description;
  const [what, value] = HEADINGS[language];
  const origin: SheetSpec = {
    name: SHEET[language],
    columns: [
      { heading: what, type: 'text', width: 20 },
      { heading: value, type: 'text', width: 80 },
    ],
    rows: provenanceParts(provenance, language),
  };
  return writeXlsx({ sheets: [...sheets, origin] });
}

/** One sheet as a Dutch Excel reads it: byte order mark, `;`, decimal comma. @throws TabularError write.* */
export function sheetCsv(sheet: ResultSheet): Buffer {
  return writeDutchCsv(sheet.columns, sheet.rows);
}
