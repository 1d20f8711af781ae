import { numberText, serialText, type NumberKind } from './cell-format.js';
import type { Container } from './container.js';
import type { CellType, RawRecord } from './delimited.js';
import { TabularError } from './errors.js';
import type { TableLimits } from './limits.js';
import { unescapeText } from './shared-strings.js';
import { XmlReader, type Attributes } from './xml.js';

/** What a sheet needs from the rest of its workbook. */
export interface WorkbookParts {
  container: Container;
  strings: readonly string[];
  kinds: readonly NumberKind[];
  from1904: boolean;
  limits: TableLimits;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * The rows of one sheet that hold a value, in batches as they are unpacked. A formula gives its stored result and is never
 * computed; a merged area gives its value in its first cell only; hidden rows count like others.
 */
export async function* sheetRecords(parts: WorkbookParts, part: string): AsyncGenerator<RawRecord[]> {
  const rows = new SheetRows(parts, part);
  const reader = new XmlReader(part, rows);
  for await (const piece of parts.container.text(part)) {
    reader.write(piece);
    if (rows.done.length > 0) yield rows.take();
  }
  reader.end();
  if (rows.done.length > 0) yield rows.take();
}

class SheetRows {
  done: RawRecord[] = [];
  private inData = false;
  private row = 0;
  private column = 0;
  private visited = 0;
  private cells: string[] = [];
  private types: CellType[] = [];
  private cell: { type: string; style: number; formula: boolean } | null = null;
  private value = '';
  private collecting = false;
  private phonetic = 0;

  constructor(
    private readonly parts: WorkbookParts,
    private readonly part: string,
  ) {}

  take(): RawRecord[] {
    const records = this.done;
    this.done = [];
    return records;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.inData = true;
    else if (!this.inData) return;
    else if (name === 'row') this.openRow(attributes['r']);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'f' && this.cell) this.cell.formula = true;
    else if (name === 'rPh') this.phonetic += 1;
    else if ((name === 'v' || name === 't') && this.cell) this.collecting = this.phonetic === 0;
  }

  text(text: string): void {
    if (!this.collecting) return;
    this.value += text;
    // Up to seven characters may stand for one (`_x000D_`), so the exact check follows after unescaping.
    if (this.value.length > this.parts.limits.cellLength * 7) throw this.tooLong();
  }

  close(name: string): void {
    if (name === 'sheetData') this.inData = false;
    else if (!this.inData) return;
    else if (name === 'v' || name === 't') this.collecting = false;
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(reference: string | undefined): void {
    const row = reference === undefined ? this.row + 1 : Number(reference);
    if (!Number.isInteger(row) || row <= this.row || row > LAST_ROW) throw this.damaged();
    this.row = row;
    this.column = 0;
    this.cells = [];
    this.types = [];
  }

  private openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    const column = reference === undefined ? this.column + 1 : columnNumber(reference);
    if (column <= this.column || column > LAST_COLUMN) throw this.damaged();
    this.visited += 1;
    const { cells } = this.parts.limits;
    if (this.visited > cells * 2) throw new TabularError('table.too-many-cells', { limit: cells });
    this.column = column;
    this.cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), formula: false };
    this.value = '';
  }

  private closeCell(): void {
    if (!this.cell) return;
    const { text, type } = this.content(this.cell);
    this.cell = null;
    if (text === '' && type !== 'uncalculated') return;
    const { limits } = this.parts;
    if (this.column > limits.columns) {
      throw new TabularError('table.too-many-columns', { row: this.row, limit: limits.columns });
    }
    if (text.length > limits.cellLength) throw this.tooLong();
    while (this.cells.length < this.column - 1) {
      this.cells.push('');
      this.types.push('text');
    }
    this.cells.push(text);
    this.types.push(type);
  }

  private closeRow(): void {
    if (this.cells.length > 0) this.done.push({ row: this.row, cells: this.cells, types: this.types });
  }

  private content(cell: { type: string; style: number; formula: boolean }): { text: string; type: CellType } {
    const value = this.value;
    switch (cell.type) {
      case 's': {
        if (value.trim() === '') return { text: '', type: 'text' };
        const text = this.parts.strings[Number(value)];
        if (text === undefined) throw this.damaged();
        return { text, type: 'text' };
      }
      case 'str':
      case 'inlineStr':
        return { text: unescapeText(value), type: 'text' };
      case 'b':
        return value === ''
          ? { text: '', type: 'text' }
          : { text: value.trim() === '1' ? 'WAAR' : 'ONWAAR', type: 'boolean' };
      case 'e':
        return { text: value, type: 'error' };
      case 'd':
        return { text: value.replace(/T00:00(:00)?(\.0+)?Z?$/, '').replace('T', ' '), type: 'date' };
      default:
        return this.number(cell);
    }
  }

  private number(cell: { style: number; formula: boolean }): { text: string; type: CellType } {
    if (this.value.trim() === '') return { text: '', type: cell.formula ? 'uncalculated' : 'text' };
    const kind = this.parts.kinds[cell.style] ?? { kind: 'plain' };
    if (kind.kind === 'date' || kind.kind === 'time') {
      const text = serialText(this.value, kind.kind, this.parts.from1904);
      if (text !== null) return { text, type: 'date' };
    }
    // A format of zeros shows the code in full, so it is as good as text.
    return { text: numberText(this.value, kind), type: kind.kind === 'zeros' ? 'text' : 'number' };
  }

  private damaged(): TabularError {
    return new TabularError('xlsx.damaged', { part: this.part });
  }

  private tooLong(): TabularError {
    return new TabularError('cell.too-long', { row: this.row, limit: this.parts.limits.cellLength });
  }
}

/** The column of a reference such as `AB12`: 28. Anything else is 0, which no cell can have. */
function columnNumber(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i) | 32;
    if (code < 97 || code > 122) return i > 0 && i < 4 ? column : 0;
    column = column * 26 + (code - 96);
  }
  return 0;
}
