import { DisclosureInputError } from './statements.js';
import type { AttackProblem, Statement, Term } from './statements.js';

/** A sum over atoms, by index; no atom twice, no coefficient 0. */
export interface Form {
  atoms: number[];
  coefficients: number[];
}

/** lo <= form <= hi, infinite ends allowed. */
export interface Row extends Form {
  lo: number;
  hi: number;
}

/** All that somebody knows: bounds per atom, and the rows that tie at least two atoms that are not fixed. */
export interface System {
  lower: Float64Array;
  upper: Float64Array;
  rows: Row[];
  whole: boolean;
}

/** Rounding slack of sums of doubles. */
export const SLACK = 1e-7;

/** The sum of the terms by index of its atoms. @throws DisclosureInputError for an atom that does not exist. */
export function formOf(terms: readonly Term[], index: ReadonlyMap<string, number>, path: string): Form {
  const sum = new Map<number, number>();
  terms.forEach(({ atom, coefficient }, at) => {
    const found = index.get(atom);
    if (found === undefined)
      throw new DisclosureInputError(`${path}.terms[${at}].atom`, `names no atom, found "${atom}"`);
    if (!Number.isFinite(coefficient))
      throw new DisclosureInputError(`${path}.terms[${at}].coefficient`, 'must be a finite number');
    sum.set(found, (sum.get(found) ?? 0) + coefficient);
  });
  const entries = [...sum].filter(([, coefficient]) => coefficient !== 0).sort((a, b) => a[0] - b[0]);
  return { atoms: entries.map(([atom]) => atom), coefficients: entries.map(([, value]) => value) };
}

/** The rows of statements. @throws DisclosureInputError with the path of the first that cannot be read. */
export function rowsOf(
  statements: readonly Statement[],
  index: ReadonlyMap<string, number>,
  path: string,
): Row[] {
  return statements.map((statement, at) => {
    const where = `${path}[${at}]`;
    const { lo, hi } = statement;
    if (Number.isNaN(lo) || (hi !== null && Number.isNaN(hi)) || (hi !== null && lo > hi + SLACK))
      throw new DisclosureInputError(where, `must have lo <= hi, found ${lo} and ${hi}`);
    return { ...formOf(statement.terms, index, where), lo, hi: hi ?? Infinity };
  });
}

/** The value of a form in a world. */
export function valueOf({ atoms, coefficients }: Form, world: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < atoms.length; i++) sum += coefficients[i]! * world[atoms[i]!]!;
  return sum;
}

/** True when the world is one that the system allows: checked by plain arithmetic, whoever made the world. */
export function allows(system: System, world: Float64Array): boolean {
  for (let atom = 0; atom < world.length; atom++) {
    const value = world[atom]!;
    if (!(value >= system.lower[atom]! - SLACK && value <= system.upper[atom]! + SLACK)) return false;
    if (system.whole && !Number.isInteger(value)) return false;
  }
  return system.rows.every((row) => {
    const value = valueOf(row, world);
    const slack = SLACK * (1 + Math.abs(value));
    return value >= row.lo - slack && value <= row.hi + slack;
  });
}

/** The index of the atoms of a problem and their bounds. @throws DisclosureInputError */
export function atomsOf(problem: Pick<AttackProblem, 'atoms'>): {
  index: Map<string, number>;
  lower: Float64Array;
  upper: Float64Array;
} {
  const index = new Map<string, number>();
  problem.atoms.forEach(({ key, lower = 0, upper = null }, at) => {
    if (index.has(key)) throw new DisclosureInputError(`atoms[${at}].key`, `repeats the atom "${key}"`);
    if (upper !== null && upper < lower)
      throw new DisclosureInputError(`atoms[${at}].upper`, `must be at least ${lower}, found ${upper}`);
    index.set(key, at);
  });
  return {
    index,
    lower: Float64Array.from(problem.atoms, ({ lower = 0 }) => lower),
    upper: Float64Array.from(problem.atoms, ({ upper }) => upper ?? Infinity),
  };
}

/**
 * What the rows say about single atoms moves into their bounds, fixed atoms move out of the rows, until nothing changes.
 * The allowed worlds stay the same. Null when there is none.
 */
export function presolve(system: System): System | null {
  const lower = Float64Array.from(system.lower);
  const upper = Float64Array.from(system.upper);
  let rows = system.rows;
  const ceil = (value: number) => (system.whole ? Math.ceil(value - SLACK) : value);
  const floor = (value: number) => (system.whole ? Math.floor(value + SLACK) : value);
  for (let atom = 0; atom < lower.length; atom++) {
    lower[atom] = ceil(lower[atom]!);
    upper[atom] = floor(upper[atom]!);
  }
  let changed = true;
  const tighten = (atom: number, lo: number, hi: number) => {
    const [low, high] = [ceil(lo), floor(hi)];
    changed ||= low > lower[atom]! + SLACK || high < upper[atom]! - SLACK;
    lower[atom] = Math.max(lower[atom]!, low);
    upper[atom] = Math.min(upper[atom]!, high);
  };
  while (changed) {
    changed = false;
    const next: Row[] = [];
    for (const row of rows) {
      const rest = without(row, lower, upper);
      if (rest.atoms.length === 0) {
        if (rest.lo > SLACK || rest.hi < -SLACK) return null;
        changed ||= row.atoms.length > 0;
      } else if (rest.atoms.length === 1) {
        const [factor, atom] = [rest.coefficients[0]!, rest.atoms[0]!];
        const ends = [rest.lo / factor, rest.hi / factor];
        tighten(atom, factor > 0 ? ends[0]! : ends[1]!, factor > 0 ? ends[1]! : ends[0]!);
        changed = true;
      } else {
        force(rest, lower, upper, tighten);
        next.push(rest);
      }
    }
    rows = next;
    for (let atom = 0; atom < lower.length; atom++) {
      if (lower[atom]! > upper[atom]! + SLACK) return null;
      if (lower[atom]! > upper[atom]! - SLACK) upper[atom] = lower[atom]!;
    }
  }
  return { lower, upper, rows, whole: system.whole };
}

/** The row without its fixed atoms. */
function without(row: Row, lower: Float64Array, upper: Float64Array): Row {
  if (!row.atoms.some((atom) => lower[atom] === upper[atom])) return row;
  const rest: Row = { atoms: [], coefficients: [], lo: row.lo, hi: row.hi };
  row.atoms.forEach((atom, at) => {
    if (lower[atom] === upper[atom]) {
      rest.lo -= row.coefficients[at]! * lower[atom]!;
      rest.hi -= row.coefficients[at]! * lower[atom]!;
    } else {
      rest.atoms.push(atom);
      rest.coefficients.push(row.coefficients[at]!);
    }
  });
  return rest;
}

/** A row that is met only at its least or greatest value fixes all its atoms there. */
function force(
  row: Row,
  lower: Float64Array,
  upper: Float64Array,
  tighten: (atom: number, lo: number, hi: number) => void,
): void {
  let [least, greatest] = [0, 0];
  row.atoms.forEach((atom, at) => {
    const factor = row.coefficients[at]!;
    least += factor * (factor > 0 ? lower[atom]! : upper[atom]!);
    greatest += factor * (factor > 0 ? upper[atom]! : lower[atom]!);
  });
  if (least < row.hi - SLACK && greatest > row.lo + SLACK) return;
  const atLeast = least >= row.hi - SLACK;
  row.atoms.forEach((atom, at) => {
    const end = row.coefficients[at]! > 0 === atLeast ? lower[atom]! : upper[atom]!;
    tighten(atom, end, end);
  });
}

/** Splits a presolved system into parts that share no atom: lists of rows with the atoms that they tie. */
export function partsOf(system: System): { atoms: number[]; rows: Row[] }[] {
  const root = Int32Array.from(system.lower.keys());
  const find = (atom: number): number => {
    let top = atom;
    while (root[top] !== top) top = root[top]!;
    for (let at = atom; root[at] !== top;) [at, root[at]] = [root[at]!, top];
    return top;
  };
  for (const { atoms } of system.rows) for (const atom of atoms) root[find(atom)] = find(atoms[0]!);
  const parts = new Map<number, { atoms: number[]; rows: Row[] }>();
  const partAt = (atom: number) => {
    const top = find(atom);
    const part = parts.get(top) ?? { atoms: [], rows: [] };
    parts.set(top, part);
    return part;
  };
  for (let atom = 0; atom < root.length; atom++)
    if (system.lower[atom] !== system.upper[atom]) partAt(atom).atoms.push(atom);
  for (const row of system.rows) partAt(row.atoms[0]!).rows.push(row);
  return [...parts.values()];
}
