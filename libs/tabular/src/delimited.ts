import { TabularError } from './errors.js';
import type { TableLimits } from './limits.js';

/** What a Windows-1252, UTF-8 or xlsx source says before headings are known; `row` is the row as Excel numbers it. */
export interface RawRecord {
  row: number;
  cells: string[];
  types?: CellType[];
}

/** How a workbook stores a cell; a text file has texts only. `uncalculated` is a formula without a stored result. */
export type CellType = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncalculated';

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Cuts delimited text into rows, chunk by chunk (RFC 4180, with what spreadsheets write besides): quoted line breaks and
 * doubled quotes, CRLF, LF and CR mixed, a quote inside an unquoted cell as a plain character. Memory is one row.
 */
export class DelimitedParser {
  private readonly cut: number;
  private cells: string[] = [];
  private cell = '';
  private quotedSince = 0;
  private state: 'start' | 'plain' | 'quoted' | 'closing' = 'start';
  private afterReturn = false;
  private row = 1;
  private units = new Uint16Array(0);

  constructor(
    separator: string,
    private readonly limits: Pick<TableLimits, 'columns' | 'cellLength'>,
  ) {
    this.cut = separator.charCodeAt(0);
  }

  /** The rows that this piece of text completes. @throws TabularError cell.too-long, table.too-many-columns */
  push(text: string): RawRecord[] {
    const done: RawRecord[] = [];
    const units = this.unitsOf(text);
    let at = 0;
    if (this.afterReturn && text.length > 0) {
      if (units[0] === LF) at = 1;
      this.afterReturn = false;
    }
    while (at < text.length) {
      const code = units[at]!;
      if (this.state === 'quoted') {
        const quote = text.indexOf('"', at);
        this.append(text.slice(at, quote < 0 ? text.length : quote));
        if (quote < 0) return done;
        this.state = 'closing';
        at = quote + 1;
      } else if (this.state === 'closing' && code === QUOTE) {
        this.append('"');
        this.state = 'quoted';
        at += 1;
      } else if (code === this.cut) {
        this.endCell();
        at += 1;
      } else if (code === LF || code === CR) {
        this.endRow(done);
        at += 1;
        if (code === CR) {
          if (at === text.length) this.afterReturn = true;
          else if (units[at] === LF) at += 1;
        }
      } else if (this.state === 'start' && code === QUOTE) {
        this.state = 'quoted';
        this.quotedSince = this.row;
        at += 1;
      } else {
        const from = at;
        while (at < text.length) {
          const next = units[at]!;
          if (next === this.cut || next === LF || next === CR) break;
          at += 1;
        }
        this.append(text.slice(from, at));
        this.state = 'plain';
      }
    }
    return done;
  }

  /**
   * The last row, when the file does not end in a line break. @throws TabularError csv.quote-open
   * @param cutOff the text was cut off on purpose, so an open quote is no fault
   */
  end(cutOff = false): RawRecord[] {
    if (this.state === 'quoted' && !cutOff)
      throw new TabularError('csv.quote-open', { row: this.quotedSince });
    const done: RawRecord[] = [];
    if (this.state !== 'start' || this.cells.length > 0) this.endRow(done);
    return done;
  }

  /**
   * The text as UTF-16 units, in memory that is used again. Once any module of the process has extended String, as a Redis
   * client does, looking at one character of a string costs V8 several times as much.
   */
  private unitsOf(text: string): Uint16Array {
    if (this.units.length < text.length) this.units = new Uint16Array(Math.max(text.length, 16_384));
    Buffer.from(this.units.buffer).write(text, 'utf16le');
    return this.units;
  }

  private append(piece: string): void {
    if (this.cell.length + piece.length > this.limits.cellLength) {
      throw new TabularError('cell.too-long', { row: this.row, limit: this.limits.cellLength });
    }
    this.cell = this.cell === '' ? piece : this.cell + piece;
  }

  private endCell(): void {
    if (this.cells.length >= this.limits.columns) {
      throw new TabularError('table.too-many-columns', { row: this.row, limit: this.limits.columns });
    }
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private endRow(done: RawRecord[]): void {
    this.endCell();
    done.push({ row: this.row, cells: this.cells });
    this.cells = [];
    this.row += 1;
  }
}
