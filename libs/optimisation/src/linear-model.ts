import highsLoader from 'highs';
import type { Highs } from 'highs';

// The package's declarations describe its CommonJS build; its ES build exports the loader itself.
const loadHighs = highsLoader as unknown as () => Promise<Highs>;

let runtime: Promise<Highs> | undefined;

/** The HiGHS runtime, loaded once per thread. */
export function solver(): Promise<Highs> {
  runtime ??= loadHighs();
  return runtime;
}

/** A linear model to maximise, built row by row. */
export class LinearModel {
  readonly cost: number[] = [];
  readonly colLower: number[] = [];
  readonly colUpper: number[] = [];
  readonly whole: (0 | 1)[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  /** Adds a variable and returns its index. */
  column(cost: number, lower: number, upper: number, whole: boolean): number {
    this.colLower.push(lower);
    this.colUpper.push(upper);
    this.whole.push(whole ? 1 : 0);
    return this.cost.push(cost) - 1;
  }

  /** Adds lower <= sum of value * variable <= upper. */
  row(lower: number, upper: number, entries: readonly (readonly [number, number])[]): void {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    for (const [index, value] of entries) {
      this.indices.push(index);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
  }

  matrix() {
    return {
      format: 'csr' as const,
      numRows: this.rowLower.length,
      numCols: this.cost.length,
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
    };
  }
}

/** Limits of one solve. `nodes` keeps a run with an iteration budget the same on every machine. */
export interface SolveLimits {
  seconds?: number;
  nodes?: number;
  start?: readonly number[];
  shouldStop?: () => boolean;
}

/** Outcome of a maximisation: values null when no point was found; `bound` is a proven upper bound. */
export interface SolveResult {
  optimal: boolean;
  infeasible: boolean;
  objective: number;
  bound: number;
  values: Float64Array | null;
}

/** Maximises a mixed-integer model with HiGHS. */
export async function maximise(model: LinearModel, limits: SolveLimits = {}): Promise<SolveResult> {
  const highs = await solver();
  const native = highs.createModel({
    numCols: model.cost.length,
    numRows: model.rowLower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: model.colLower,
    colUpper: model.colUpper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: model.matrix(),
    integrality: model.whole as (0 | 1)[],
  });
  try {
    native.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7 });
    if (limits.seconds !== undefined && Number.isFinite(limits.seconds))
      native.options.set('time_limit', Math.max(0.01, limits.seconds));
    if (limits.nodes !== undefined) native.options.set('mip_max_nodes', limits.nodes);
    if (limits.start) native.setSolution({ colValue: Float64Array.from(limits.start) });
    const { shouldStop } = limits;
    const status = native.run(
      shouldStop
        ? {
            [highs.constants.callbackType.mipInterrupt](event) {
              if (shouldStop()) event.interrupt();
              return undefined;
            },
          }
        : undefined,
    ).modelStatus;
    const { modelStatus } = highs.constants;
    const infeasible = status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible;
    const found = Number(native.info.get('primal_solution_status')) === 2;
    const optimal = status === modelStatus.optimal;
    const objective = found ? native.getObjectiveValue() : -Infinity;
    const dual = Number(native.info.get('mip_dual_bound'));
    const bound = optimal ? objective : Number.isFinite(dual) ? dual : Infinity;
    return { optimal, infeasible, objective, bound, values: found ? native.getSolution().colValue : null };
  } finally {
    native.dispose();
  }
}

/**
 * Outcome of one solve of an open model: the objective, the point (when `found`), a proven upper bound on the objective and
 * one dual per row (not with whole columns).
 */
export interface OpenResult {
  status: 'optimal' | 'infeasible' | 'unbounded' | 'unknown';
  found: boolean;
  value: number;
  bound: number;
  values: Float64Array;
  duals: Float64Array;
}

/** A model that stays in the solver, so that the next solve starts from the last basis. */
export interface OpenModel {
  cost(column: number, value: number): void;
  columnBounds(column: number, lower: number, upper: number): void;
  rowBounds(row: number, lower: number, upper: number): void;
  addRow(lower: number, upper: number, entries: readonly (readonly [number, number])[]): void;
  /** Maximises; `whole` makes the columns that were declared whole integral, otherwise all are continuous. */
  maximise(options?: {
    whole?: boolean;
    seconds?: number;
    shouldStop?: () => boolean;
    /** Distance from the optimum that is good enough (default 0). */
    gap?: number;
  }): OpenResult;
  close(): void;
}

/** Opens a model for many solves that differ in costs, bounds or added rows. Close it when done. */
export async function openModel(model: LinearModel): Promise<OpenModel> {
  const highs = await solver();
  const { constants } = highs;
  const native = highs.createModel({
    numCols: model.cost.length,
    numRows: model.rowLower.length,
    sense: constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: model.colLower,
    colUpper: model.colUpper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: model.matrix(),
  });
  native.options.set({
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-7,
    mip_feasibility_tolerance: 1e-7,
  });
  let integral = false;
  const integrality = (whole: boolean) => {
    if (whole === integral) return;
    integral = whole;
    if (!whole) native.clearIntegrality();
    else model.whole.forEach((one, column) => one && native.changeColIntegrality(column, 1));
  };
  return {
    cost: (column, value) => void native.changeColCost(column, value),
    columnBounds: (column, lower, upper) => void native.changeColBounds(column, lower, upper),
    rowBounds: (row, lower, upper) => void native.changeRowBounds(row, lower, upper),
    addRow: (lower, upper, entries) =>
      void native.addRow(lower, upper, {
        indices: entries.map(([index]) => index),
        values: entries.map(([, value]) => value),
      }),
    maximise({ whole = false, seconds, shouldStop, gap = 0 } = {}) {
      native.options.set('mip_abs_gap', Math.max(1e-7, gap));
      integrality(whole);
      // The solver's clock runs on over the solves of one model, and its limit counts from the first.
      native.zeroAllClocks();
      native.options.set('time_limit', seconds === undefined ? 1e9 : Math.max(0.01, seconds));
      const code = native.run(
        shouldStop
          ? {
              [constants.callbackType.mipInterrupt](event) {
                if (shouldStop()) event.interrupt();
                return undefined;
              },
            }
          : undefined,
      ).modelStatus;
      const { modelStatus } = constants;
      const status =
        code === modelStatus.optimal
          ? 'optimal'
          : code === modelStatus.infeasible
            ? 'infeasible'
            : code === modelStatus.unbounded
              ? 'unbounded'
              : 'unknown';
      const { colValue, rowDual } = native.getSolution();
      const value = native.getObjectiveValue();
      const dual = whole ? Number(native.info.get('mip_dual_bound')) : NaN;
      return {
        status,
        found: Number(native.info.get('primal_solution_status')) === 2,
        value,
        bound: !whole ? value : Number.isFinite(dual) ? dual : Infinity,
        values: colValue,
        duals: rowDual,
      };
    },
    close: () => native.dispose(),
  };
}
