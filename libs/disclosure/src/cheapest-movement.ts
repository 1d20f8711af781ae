import { LinearModel, openModel } from '#libs/optimisation';
import type { OpenModel } from '#libs/optimisation';
import type { Threat, ThreatModel } from './threats.js';

/** Rounds of weighing: in each, figures that moved a little become dearer and those that moved much cheaper. */
const ROUNDS = 3;

/**
 * Finds movements of a secret that touch few shown figures: a linear program that pays per unit by which a shown figure
 * moves, solved again with the price per unit set so that a figure costs about its price once it moves at all.
 */
export class CheapestMovement {
  private constructor(
    private readonly threats: ThreatModel,
    private readonly model: OpenModel,
    /** First of the two columns (up, down) of each figure, -1 when it is always shown. */
    private readonly columns: Int32Array,
    private readonly secretRow: number,
    private readonly factRow: readonly number[],
    private readonly limit: number,
  ) {}

  /** Opens the program with movements of atoms kept within `limit`; close it when done. */
  static async of(threats: ThreatModel, limit: number): Promise<CheapestMovement> {
    const model = new LinearModel();
    threats.down.forEach((down, atom) =>
      model.column(0, -Math.min(limit, down), Math.min(limit, threats.up[atom]!), false),
    );
    const entries = (form: { atoms: number[]; coefficients: number[] }) =>
      form.atoms.map((atom, at) => [atom, form.coefficients[at]!] as [number, number]);
    for (const row of threats.fixed) model.row(-row.down, row.up, entries(row));
    const columns = new Int32Array(threats.figures.length).fill(-1);
    threats.figures.forEach((figure, at) => {
      const row = entries(figure);
      if (figure.fate !== 'shown') {
        columns[at] = model.column(0, 0, Infinity, false);
        model.column(0, 0, Infinity, false);
        row.push([columns[at]!, -1], [columns[at]! + 1, 1]);
      }
      model.row(-figure.down, figure.up, row);
    });
    const secretRow = model.rowLower.length;
    for (const secret of threats.secrets) model.row(-Infinity, Infinity, entries(secret));
    const factRow: number[] = [];
    for (const facts of threats.facts) {
      factRow.push(model.rowLower.length);
      for (const fact of facts) model.row(-Infinity, Infinity, entries(fact));
    }
    return new CheapestMovement(threats, await openModel(model), columns, secretRow, factRow, limit);
  }

  close(): void {
    this.model.close();
  }

  /** The figures to hide on top of the pattern, or null when no movement is large enough. */
  find(threat: Threat, attacker: number, pattern: Float64Array, price: Float64Array): number[] | null {
    const { threats, model, columns } = this;
    const shown = [...columns.keys()].filter((at) => columns[at]! >= 0 && pattern[at]! < 1);
    const charge = (at: number, cost: number) => {
      model.cost(columns[at]!, -cost);
      model.cost(columns[at]! + 1, -cost);
    };
    const row = this.secretRow + threat.secret;
    const known = threats.known[attacker] ?? [];
    const facts = threats.facts[attacker] ?? [];
    for (const atom of known) model.columnBounds(atom, 0, 0);
    facts.forEach((fact, at) => model.rowBounds(this.factRow[attacker]! + at, -fact.down, fact.up));
    if (threat.sense > 0) model.rowBounds(row, threat.need, Infinity);
    else model.rowBounds(row, -Infinity, -threat.need);
    try {
      let best: number[] | null = null;
      let worth = Infinity;
      for (const at of shown) charge(at, price[at]! / threat.need);
      for (let round = 0; round < ROUNDS; round++) {
        const found = model.maximise();
        if (found.status !== 'optimal') return best;
        const moved = (at: number) => found.values[columns[at]!]! + found.values[columns[at]! + 1]!;
        const opened = shown.filter((at) => moved(at) > 1e-6);
        const cost = opened.reduce((sum, at) => sum + price[at]!, 0);
        if (cost >= worth) break;
        [best, worth] = [opened, cost];
        for (const at of shown) charge(at, price[at]! / (moved(at) + 0.1 * threat.need));
      }
      return best;
    } finally {
      for (const at of shown) charge(at, 0);
      model.rowBounds(row, -Infinity, Infinity);
      facts.forEach((_, at) => model.rowBounds(this.factRow[attacker]! + at, -Infinity, Infinity));
      for (const atom of known)
        model.columnBounds(
          atom,
          -Math.min(this.limit, threats.down[atom]!),
          Math.min(this.limit, threats.up[atom]!),
        );
    }
  }
}
