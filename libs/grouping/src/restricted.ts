import type { Model } from 'highs';
import { cutCounts } from './cuts.js';
import type { Cut } from './cuts.js';
import { masterRows } from './master.js';
import type { MasterRows } from './master.js';
import { solver } from '#libs/optimisation';
import type { Prices } from './prices.js';
import type { Column, Problem } from './problem.js';

/** The linear relaxation of the master over the columns known so far, kept warm between additions. */
export class RestrictedMaster {
  readonly columns: Column[] = [];
  readonly cuts: Cut[] = [];

  private constructor(
    private readonly problem: Problem,
    private readonly model: Model,
    private readonly rows: MasterRows,
  ) {}

  /** A master that can leave everybody out, at the penalty. Dispose it after use. */
  static async open(problem: Problem): Promise<RestrictedMaster> {
    const highs = await solver();
    const rows = masterRows(problem);
    const { n } = problem;
    const model = highs.createModel({
      numCols: n,
      numRows: rows.count,
      sense: highs.constants.objectiveSense.maximize,
      colCost: new Float64Array(n).fill(-problem.penalty),
      colLower: new Float64Array(n),
      colUpper: new Float64Array(n).fill(1),
      rowLower: Float64Array.from({ length: rows.count }, (_, r) => (r < n ? 1 : -highs.infinity)),
      rowUpper: Float64Array.from(rows.upper),
      matrix: {
        format: 'csc',
        numRows: rows.count,
        numCols: n,
        starts: Int32Array.from({ length: n + 1 }, (_, k) => k),
        indices: Int32Array.from({ length: n }, (_, k) => k),
        values: new Float64Array(n).fill(1),
      },
    });
    model.options.set({ output_flag: false });
    return new RestrictedMaster(problem, model, rows);
  }

  add(columns: readonly Column[]): void {
    if (columns.length === 0) return;
    const starts = [0];
    const indices: number[] = [];
    for (const column of columns) {
      for (const i of column.members) indices.push(i);
      if (this.rows.themeRow[column.theme]! >= 0) indices.push(this.rows.themeRow[column.theme]!);
      if (this.rows.dateRow[column.date]! >= 0) indices.push(this.rows.dateRow[column.date]!);
      this.cuts.forEach((cut, c) => {
        if (cutCounts(cut, column.members)) indices.push(this.rows.count + c);
      });
      starts.push(indices.length);
      this.columns.push(column);
    }
    const count = columns.length;
    this.model.addCols({
      cost: Float64Array.from(columns, ({ value }) => value),
      lower: new Float64Array(count),
      upper: new Float64Array(count).fill(Infinity),
      matrix: {
        format: 'csc',
        numRows: this.rows.count + this.cuts.length,
        numCols: count,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: new Float64Array(indices.length).fill(1),
      },
    });
  }

  /** Adds subset-row cuts over all columns, known and to come. */
  cut(cuts: readonly Cut[]): void {
    for (const cut of cuts) {
      this.cuts.push(cut);
      const indices: number[] = [];
      this.columns.forEach((column, k) => {
        if (cutCounts(cut, column.members)) indices.push(this.problem.n + k);
      });
      this.model.addRow(-Infinity, 1, {
        indices: Int32Array.from(indices),
        values: new Float64Array(indices.length).fill(1),
      });
    }
  }

  /** Solves the relaxation: its worth, the prices of the rows, and how much of every column it uses. */
  solve(): { worth: number; prices: Prices; use: Float64Array } {
    this.model.run();
    const { rowDual, colValue } = this.model.getSolution();
    const { problem, rows } = this;
    const price = (row: number) => (row >= 0 ? Math.max(0, rowDual[row]!) : 0);
    return {
      worth: this.model.getObjectiveValue(),
      prices: {
        practice: rowDual.slice(0, problem.n),
        theme: Float64Array.from(rows.themeRow, price),
        date: Float64Array.from(rows.dateRow, price),
        cuts: this.cuts.slice(),
        cut: Float64Array.from(this.cuts, (_, c) => price(rows.count + c)),
      },
      use: colValue.slice(problem.n),
    };
  }

  dispose(): void {
    this.model.dispose();
  }
}
