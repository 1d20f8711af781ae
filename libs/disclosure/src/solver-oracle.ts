import { LinearModel, openModel } from '#libs/optimisation';
import type { OpenModel } from '#libs/optimisation';
import { CheapestMovement } from './cheapest-movement.js';
import type { Cut, Oracle, Probe } from './oracle.js';
import { valueOf } from './system.js';
import type { Threat, ThreatModel } from './threats.js';

/** Movements are kept below this many times the largest need, so that the rows of the search stay well scaled. */
const ROOM = 4;

/**
 * Keeps secrets in problems of any shape: the greatest movement of a secret is a linear program, and its dual prices give the
 * row that a bad pattern breaks (Fischetti and Salazar-González 2001). Movements here are not whole, so a pattern that this
 * oracle accepts must still pass the attack over whole numbers.
 */
export class SolverOracle implements Oracle {
  private readonly columnDown: Float64Array;
  private readonly columnUp: Float64Array;
  private readonly figureDown: Float64Array;
  private readonly figureUp: Float64Array;
  /** Rows of the solver's model in order: fixed statements, figures, then facts of attackers. */
  private factRow: number[] = [];

  private constructor(
    private readonly threats: ThreatModel,
    private readonly model: OpenModel,
    private readonly cheapest: CheapestMovement,
    limit: number,
  ) {
    const cap = (amount: number) => Math.min(limit, amount);
    this.columnDown = threats.down.map(cap);
    this.columnUp = threats.up.map(cap);
    const widest = (figure: (typeof threats.figures)[number]) =>
      limit * Math.max(1, ...figure.coefficients.map(Math.abs));
    this.figureDown = Float64Array.from(threats.figures, widest);
    this.figureUp = Float64Array.from(threats.figures, widest);
    threats.figures.forEach((figure, at) => {
      if (figure.atoms.length !== 1) return;
      const [atom, factor] = [figure.atoms[0]!, figure.coefficients[0]!];
      const [down, up] = [this.columnDown[atom]!, this.columnUp[atom]!];
      this.figureDown[at] = Math.abs(factor) * (factor > 0 ? down : up);
      this.figureUp[at] = Math.abs(factor) * (factor > 0 ? up : down);
    });
  }

  /** Opens the oracle; close it when done. */
  static async of(threats: ThreatModel): Promise<SolverOracle> {
    const limit = ROOM * Math.max(3, ...threats.threats.map(({ need }) => need));
    const model = new LinearModel();
    threats.down.forEach((down, atom) =>
      model.column(0, -Math.min(limit, down), Math.min(limit, threats.up[atom]!), false),
    );
    const entries = (form: { atoms: number[]; coefficients: number[] }) =>
      form.atoms.map((atom, at) => [atom, form.coefficients[at]!] as const);
    for (const row of threats.fixed) model.row(-row.down, row.up, entries(row));
    for (const figure of threats.figures) model.row(-figure.down, figure.up, entries(figure));
    const factRow: number[] = [];
    for (const facts of threats.facts) {
      factRow.push(model.rowLower.length);
      for (const fact of facts) model.row(-Infinity, Infinity, entries(fact));
    }
    const oracle = new SolverOracle(
      threats,
      await openModel(model),
      await CheapestMovement.of(threats, limit),
      limit,
    );
    oracle.factRow = factRow;
    return oracle;
  }

  close(): void {
    this.model.close();
    this.cheapest.close();
  }

  probe(threat: Threat, attacker: number, pattern: Float64Array): Probe {
    const { threats, model } = this;
    const first = threats.fixed.length;
    const bounds = threats.figures.map((figure, at): [number, number] => {
      const x = pattern[at]!;
      const [down, up] = [
        Math.min(figure.down, this.figureDown[at]!),
        Math.min(figure.up, this.figureUp[at]!),
      ];
      return [-(down + (this.figureDown[at]! - down) * x), up + (this.figureUp[at]! - up) * x];
    });
    bounds.forEach(([lo, hi], at) => model.rowBounds(first + at, lo, hi));
    const known = threats.known[attacker] ?? [];
    const facts = threats.facts[attacker] ?? [];
    for (const atom of known) model.columnBounds(atom, 0, 0);
    facts.forEach((fact, at) => model.rowBounds(this.factRow[attacker]! + at, -fact.down, fact.up));
    const secret = threats.secrets[threat.secret]!;
    secret.atoms.forEach((atom, at) => model.cost(atom, threat.sense * secret.coefficients[at]!));
    try {
      const found = model.maximise();
      if (found.status !== 'optimal') throw new Error('The solver gave no answer to a movement.');
      const reach = Math.min(threat.need, found.value);
      const moved = Float64Array.from(found.values);
      if (found.value >= threat.need - 1e-6) return { reach, cut: null, moved, uses: this.usesOf(moved) };
      return { reach, cut: this.cut(threat, attacker, found.duals), moved, uses: [] };
    } finally {
      secret.atoms.forEach((atom) => model.cost(atom, 0));
      facts.forEach((_, at) => model.rowBounds(this.factRow[attacker]! + at, -Infinity, Infinity));
      for (const atom of known) model.columnBounds(atom, -this.columnDown[atom]!, this.columnUp[atom]!);
    }
  }

  private usesOf(moved: Float64Array): number[] {
    const uses: number[] = [];
    this.threats.figures.forEach((figure, at) => {
      const value = valueOf(figure, moved);
      if (value > figure.up + 1e-6 || -value > figure.down + 1e-6) uses.push(at);
    });
    return uses;
  }

  /**
   * need <= sum over rows of price * bound + sum over atoms of reduced price * bound holds for every pattern, whatever the
   * prices are, so the row is valid even when the solver's prices are a little off.
   */
  private cut(threat: Threat, attacker: number, duals: Float64Array): Cut {
    const { threats } = this;
    const secret = threats.secrets[threat.secret]!;
    const reduced = new Float64Array(threats.down.length);
    secret.atoms.forEach((atom, at) => (reduced[atom] = threat.sense * secret.coefficients[at]!));
    const entries: [number, number][] = [];
    let least = threat.need;
    const price = (form: { atoms: number[]; coefficients: number[] }, dual: number) =>
      form.atoms.forEach((atom, at) => (reduced[atom]! -= dual * form.coefficients[at]!));
    threats.fixed.forEach((row, at) => {
      const dual = duals[at]!;
      const end = dual > 0 ? row.up : row.down;
      if (Math.abs(dual) < 1e-9 || !Number.isFinite(end)) return;
      price(row, dual);
      least -= Math.abs(dual) * end;
    });
    threats.figures.forEach((figure, at) => {
      const dual = duals[threats.fixed.length + at]!;
      if (Math.abs(dual) < 1e-9) return;
      price(figure, dual);
      const most = dual > 0 ? this.figureUp[at]! : this.figureDown[at]!;
      const slack = Math.min(most, dual > 0 ? figure.up : figure.down);
      least -= Math.abs(dual) * slack;
      entries.push([at, Math.abs(dual) * (most - slack)]);
    });
    (threats.facts[attacker] ?? []).forEach((fact, at) => {
      const dual = duals[this.factRow[attacker]! + at]!;
      const end = dual > 0 ? fact.up : fact.down;
      if (Math.abs(dual) < 1e-9 || !Number.isFinite(end)) return;
      price(fact, dual);
      least -= Math.abs(dual) * end;
    });
    const known = new Set(threats.known[attacker] ?? []);
    reduced.forEach((cost, atom) => {
      if (known.has(atom)) return;
      least -= cost > 0 ? cost * this.columnUp[atom]! : -cost * this.columnDown[atom]!;
    });
    return {
      least,
      entries: entries.map(([figure, coefficient]) => [figure, Math.min(coefficient, Math.max(least, 0))]),
    };
  }

  widen(threat: Threat, attacker: number, pattern: Float64Array, price: Float64Array): number[] | null {
    return this.cheapest.find(threat, attacker, pattern, price);
  }
}
