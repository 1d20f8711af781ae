import { randomStream } from './random.js';
import { DisclosureInputError } from './statements.js';
import type { ProtectionProblem } from './statements.js';
import { atomsOf, formOf, presolve, rowsOf, SLACK, valueOf } from './system.js';
import type { Form } from './system.js';

/** A figure as the search sees it: how far its sum may move while it is shown. */
export interface Figure extends Form {
  down: number;
  up: number;
  /** Price of hiding it, with a small part that decides between equals. */
  cost: number;
  fate: 'free' | 'hidden' | 'shown';
}

/** One end of one secret's interval: its sum must be able to move by `need` for each of these attackers. */
export interface Threat {
  secret: number;
  sense: 1 | -1;
  need: number;
  attackers: number[];
}

/** The problem in deviations from the true values: what is shown allows none, what is hidden any. */
export interface ThreatModel {
  /** How far each atom can go down and up (Infinity: no bound). */
  down: Float64Array;
  up: Float64Array;
  /** Statements that nobody can take back. */
  fixed: (Form & { down: number; up: number })[];
  figures: Figure[];
  secrets: Form[];
  /** Atoms that each attacker knows, and sums beyond them. */
  known: number[][];
  facts: (Form & { down: number; up: number })[][];
  threats: Threat[];
  /** Atoms are whole numbers. */
  whole: boolean;
  /** True when every figure that may be hidden has the price 1: then the price of a pattern is a number of figures. */
  counted: boolean;
  /** Most that the deciding parts of all costs add up to. */
  noise: number;
}

/** The deciding parts of the costs of equally priced figures stay below this in all. */
const NOISE = 0.4;

/** A form with how far it may move; secrets have no limits. */
type Moving = Form & { down: number; up: number };

/**
 * The movement of a form over the atoms that can move, with coefficients of 1 where they are all equal: a rate moves as its
 * count does. `factor` is what the movement was divided by.
 */
function moving(
  { atoms, coefficients, down, up }: Moving,
  still: (atom: number) => boolean,
  whole: boolean,
): { row: Moving; factor: number } {
  const kept = [...atoms.keys()].filter((at) => !still(atoms[at]!));
  const left = kept.map((at) => coefficients[at]!);
  const equal = left.every((one) => one === left[0]);
  const factor = equal ? Math.abs(left[0] ?? 1) : 1;
  const row = {
    atoms: kept.map((at) => atoms[at]!),
    coefficients: left.map((one) => one / factor),
    down: down / factor,
    up: up / factor,
  };
  // A sum of whole numbers moves by whole numbers: a rate shown to one decimal may leave none.
  if (whole && row.coefficients.every(Number.isInteger)) {
    row.down = Math.floor(row.down + SLACK);
    row.up = Math.floor(row.up + SLACK);
  }
  return { row, factor };
}

/**
 * Reads a problem for the search.
 * @throws DisclosureInputError when something cannot be read, or a value does not agree with its sum or its bounds.
 */
export function threatModel(problem: ProtectionProblem, seed: number): ThreatModel {
  const whole = problem.integer ?? true;
  const { index, lower, upper } = atomsOf(problem);
  const values = Float64Array.from(problem.atoms, ({ value }) => value);
  values.forEach((value, at) => {
    if (!(value >= lower[at]! && value <= upper[at]!))
      throw new DisclosureInputError(`atoms[${at}].value`, `must lie within its bounds, found ${value}`);
    if (whole && !Number.isInteger(value))
      throw new DisclosureInputError(`atoms[${at}].value`, `must be a whole number, found ${value}`);
  });
  const moves = (statements: ProtectionProblem['ledger'], path: string) =>
    rowsOf(statements, index, path).map((row, at): Moving => {
      const value = valueOf(row, values);
      if (value < row.lo - SLACK || value > row.hi + SLACK)
        throw new DisclosureInputError(`${path}[${at}]`, `does not hold the value of its sum, ${value}`);
      return {
        atoms: row.atoms,
        coefficients: row.coefficients,
        down: value - row.lo,
        up: row.hi - value,
      };
    });
  const ledger = moves(problem.ledger, 'ledger');
  const readable = moves(problem.candidates, 'candidates');
  const fates = fatesOf(problem, readable, values);
  const costs = costsOf(problem, seed);
  const secrets = secretForms(problem, index, values);
  const known = problem.attackers.map((attacker, at) =>
    attacker.knows.map((key, place) => {
      const atom = index.get(key);
      if (atom !== undefined) return atom;
      throw new DisclosureInputError(`attackers[${at}].knows[${place}]`, `names no atom, found "${key}"`);
    }),
  );
  const facts = problem.attackers.map((attacker, at) => {
    const own = new Set(known[at]);
    return moves(attacker.facts ?? [], `attackers[${at}].facts`).filter((row) =>
      row.atoms.some((atom) => !own.has(atom)),
    );
  });
  // What is out for certain settles many atoms before the search begins: those of earlier releases, and zeros.
  const certain = [...ledger, ...readable.filter((_, at) => fates[at] === 'shown')];
  const solved = presolve({
    lower: lower.map((low, at) => low - values[at]!),
    upper: upper.map((high, at) => high - values[at]!),
    rows: certain.map((row) => ({ ...row, lo: -row.down, hi: row.up })),
    whole,
  })!;
  const still = (atom: number) => solved.lower[atom] === solved.upper[atom];
  const moved = secrets.map((form) => moving({ ...form, down: Infinity, up: Infinity }, still, whole));
  return {
    down: solved.lower.map((low) => -low),
    up: solved.upper,
    fixed: solved.rows.map((row) => moving({ ...row, down: -row.lo, up: row.hi }, still, whole).row),
    figures: readable.map((row, at): Figure => {
      const shown = fates[at] === 'shown';
      const nothing: Moving = { atoms: [], coefficients: [], down: 0, up: 0 };
      return {
        ...(shown ? nothing : moving(row, still, whole).row),
        cost: costs.prices[at]!,
        fate: fates[at]!,
      };
    }),
    secrets: moved.map(({ row }) => row),
    known,
    facts: facts.map((rows) => rows.map((row) => moving(row, still, whole).row)),
    threats: threatsOf(
      problem,
      secrets,
      moved.map(({ factor }) => factor),
      known,
      facts,
    ),
    whole,
    counted: costs.counted,
    noise: costs.noise,
  };
}

function fatesOf(
  problem: ProtectionProblem,
  readable: readonly Moving[],
  values: Float64Array,
): Figure['fate'][] {
  const keys = new Set<string>();
  return problem.candidates.map(({ key, value, mustHide = false, mustShow = false }, at) => {
    const path = `candidates[${at}]`;
    if (keys.has(key)) throw new DisclosureInputError(`${path}.key`, `repeats the candidate "${key}"`);
    keys.add(key);
    if (mustHide && mustShow) throw new DisclosureInputError(path, 'cannot be both mustHide and mustShow');
    if (Math.abs(value - valueOf(readable[at]!, values)) > SLACK * (1 + Math.abs(value)))
      throw new DisclosureInputError(`${path}.value`, `is not the sum of its terms, found ${value}`);
    // A zero that is hidden would give away that it is one: everybody knows that it cannot be a complement.
    return mustHide ? 'hidden' : mustShow || value === 0 ? 'shown' : 'free';
  });
}

function costsOf(
  problem: ProtectionProblem,
  seed: number,
): { prices: number[]; counted: boolean; noise: number } {
  const random = randomStream(seed);
  const weights = problem.candidates.map(({ weight = 1 }, at) => {
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new DisclosureInputError(`candidates[${at}].weight`, `must be above 0, found ${weight}`);
    return weight;
  });
  const counted = weights.every((weight) => weight === 1);
  const part = counted ? NOISE / Math.max(1, weights.length) : 1e-4;
  const prices = problem.candidates.map(({ terms, value }, at) => {
    // Larger figures and sums of many atoms tell more: between equals the small and simple one is hidden.
    const dearness = 0.3 * Math.min(1, Math.abs(value) / 1000) + 0.4 * (terms.length > 1 ? 1 : 0);
    return weights[at]! * (1 + part * (dearness + 0.3 * random()));
  });
  return {
    prices,
    counted,
    noise: counted ? NOISE : part * weights.reduce((sum, one) => sum + one, 0),
  };
}

function secretForms(
  problem: ProtectionProblem,
  index: ReadonlyMap<string, number>,
  values: Float64Array,
): Form[] {
  return problem.secrets.map(({ terms, value, lower, upper }, at) => {
    const path = `secrets[${at}]`;
    const form = formOf(terms, index, path);
    if (Math.abs(value - valueOf(form, values)) > SLACK * (1 + Math.abs(value)))
      throw new DisclosureInputError(`${path}.value`, `is not the sum of its terms, found ${value}`);
    if (!(lower >= 0 && upper >= 0))
      throw new DisclosureInputError(path, 'must have lower and upper of at least 0');
    return form;
  });
}

function threatsOf(
  problem: ProtectionProblem,
  secrets: readonly Form[],
  factors: readonly number[],
  known: readonly number[][],
  facts: readonly (Form & { down: number; up: number })[][],
): Threat[] {
  const sets = known.map((atoms) => new Set(atoms));
  // Somebody who knows more is harder to keep in the dark; only those whom nobody outdoes need a look.
  const outdoneBy = sets.map((own, at) =>
    facts[at]!.length > 0
      ? []
      : [...sets.keys()].filter(
          (other) =>
            other !== at &&
            (sets[other]!.size > own.size || (sets[other]!.size === own.size && other < at)) &&
            known[at]!.every((atom) => sets[other]!.has(atom)),
        ),
  );
  const threats: Threat[] = [];
  secrets.forEach((form, secret) => {
    const knows = (attacker: number) =>
      form.atoms.every((atom) => sets[attacker]!.has(atom)) ||
      facts[attacker]!.some(
        (fact) =>
          fact.up === 0 &&
          fact.down === 0 &&
          fact.atoms.join() === form.atoms.join() &&
          fact.coefficients.join() === form.coefficients.join(),
      );
    const attackers = [...sets.keys()].filter(
      (attacker) => !knows(attacker) && !outdoneBy[attacker]!.some((other) => !knows(other)),
    );
    const { lower, upper } = problem.secrets[secret]!;
    if (attackers.length === 0) return;
    if (upper > 0) threats.push({ secret, sense: 1, need: upper / factors[secret]!, attackers });
    if (lower > 0) threats.push({ secret, sense: -1, need: lower / factors[secret]!, attackers });
  });
  return threats;
}
