import { LinearModel, openModel } from '#libs/optimisation';
import type { OpenModel } from '#libs/optimisation';
import type { Extreme } from './network-part.js';
import { allows, valueOf } from './system.js';
import type { Form, System } from './system.js';

/** A part of a system of any shape: its extremes come from the linear solver, with branching where that is needed. */
export class SolverPart {
  private constructor(
    private readonly system: System,
    private readonly model: OpenModel,
  ) {}

  /** Opens the part; close it when done. */
  static async of(system: System): Promise<SolverPart> {
    const model = new LinearModel();
    for (let atom = 0; atom < system.lower.length; atom++)
      model.column(0, system.lower[atom]!, system.upper[atom]!, system.whole);
    for (const row of system.rows)
      model.row(
        row.lo,
        row.hi,
        row.atoms.map((atom, at) => [atom, row.coefficients[at]!]),
      );
    return new SolverPart(system, await openModel(model));
  }

  close(): void {
    this.model.close();
  }

  /** Any world within the bounds, or null when there is none. */
  world(lower: Float64Array, upper: Float64Array): Float64Array | null {
    return this.extreme({ atoms: [], coefficients: [] }, 1, lower, upper)?.world ?? null;
  }

  /** The greatest (sense 1) or least (-1) value of the form; null when no world is within the bounds. */
  extreme(form: Form, sense: 1 | -1, lower: Float64Array, upper: Float64Array): Extreme | null {
    const { system, model } = this;
    const pinned: number[] = [];
    for (let atom = 0; atom < lower.length; atom++) {
      if (lower[atom] === system.lower[atom] && upper[atom] === system.upper[atom]) continue;
      pinned.push(atom);
      model.columnBounds(atom, lower[atom]!, upper[atom]!);
    }
    form.atoms.forEach((atom, at) => model.cost(atom, sense * form.coefficients[at]!));
    try {
      const relaxed = model.maximise();
      if (relaxed.status === 'infeasible') return null;
      if (relaxed.status === 'unbounded') return { value: sense * Infinity, world: null };
      if (relaxed.status === 'optimal') {
        const world = system.whole ? relaxed.values.map(Math.round) : Float64Array.from(relaxed.values);
        // A vertex that is whole is the optimum over whole numbers too.
        if (allows(system, world) && Math.abs(valueOf(form, world) - sense * relaxed.value) < 1e-6)
          return { value: valueOf(form, world), world };
      }
      const exact = model.maximise({ whole: true });
      if (exact.status === 'infeasible') return null;
      if (exact.status !== 'optimal') throw new Error('The solver gave no answer to an attack.');
      const world = exact.values.map(Math.round);
      return { value: valueOf(form, world), world: allows(system, world) ? world : null };
    } finally {
      form.atoms.forEach((atom) => model.cost(atom, 0));
      for (const atom of pinned) model.columnBounds(atom, system.lower[atom]!, system.upper[atom]!);
    }
  }
}
