import { NetworkPart } from './network-part.js';
import type { Extreme } from './network-part.js';
import { SolverPart } from './solver-part.js';
import { DisclosureInputError, DisclosureStoppedError } from './statements.js';
import type { Attacker, AttackOptions, AttackProblem, Finding, Secret } from './statements.js';
import { allows, atomsOf, formOf, partsOf, presolve, rowsOf, SLACK } from './system.js';
import type { Form, Row, System } from './system.js';

/** What one secret has to do with one part: the sum over the atoms there. */
interface Piece {
  part: Part;
  form: Form;
}

/** Its extremes for somebody who knows no atom, with the worlds that show them. */
type Ends = { least: Extreme; greatest: Extreme };

/** A part as one attacker sees it: the atoms it knows with their values, the bounds that follow, and a world within. */
interface View {
  known: readonly (readonly [number, number])[];
  lower: Float64Array;
  upper: Float64Array;
  start: Float64Array;
}

/** A part of what is published that shares no atom with the rest. */
class Part {
  readonly ends = new Map<string, Ends>();
  private network: NetworkPart | null = null;
  private solver: SolverPart | null = null;
  private base: Float64Array | null = null;

  constructor(
    /** Index in the problem of each atom. */
    readonly atoms: readonly number[],
    readonly system: System,
  ) {}

  async open(forms: readonly Form[], values: Float64Array): Promise<void> {
    const own = Float64Array.from(this.atoms, (atom) => values[atom]!);
    // The true values are only a place to start from: a world of their own is as good, and is made when they do not fit.
    const fits = allows(this.system, own);
    if (fits && forms.length === 0) return;
    this.network = NetworkPart.of(this.system, forms) ?? NetworkPart.of(this.system, []);
    if (!this.network || forms.some((form) => !this.network!.answers(form)))
      this.solver = await SolverPart.of(this.system);
    this.base = fits ? own : this.anyWorld(this.system.lower, this.system.upper);
    if (!this.base) throw contradiction();
  }

  /** False for a part that holds no secret and that the true values fit: nobody asks about it. */
  get opened(): boolean {
    return this.base !== null;
  }

  close(): void {
    this.solver?.close();
  }

  private anyWorld(lower: Float64Array, upper: Float64Array): Float64Array | null {
    return (this.network ?? this.solver!).world(lower, upper);
  }

  /** Both ends of a form for somebody who knows no atom of this part. */
  free(form: Form, key: string): Ends {
    const known = this.ends.get(key);
    if (known) return known;
    const { lower, upper } = this.system;
    const view = { known: [], lower, upper, start: this.base! };
    const ends = { least: this.extreme(form, -1, view), greatest: this.extreme(form, 1, view) };
    this.ends.set(key, ends);
    return ends;
  }

  /** Both ends of a form for somebody who knows some atoms of this part. */
  range(form: Form, key: string, view: View): Ends {
    const free = this.free(form, key);
    // Knowing more never widens an interval, so a world that agrees with what is known keeps its end.
    const fits = ({ world }: Extreme) =>
      world !== null && view.known.every(([atom, value]) => world[atom] === value);
    return {
      least: fits(free.least) ? free.least : this.extreme(form, -1, view),
      greatest: fits(free.greatest) ? free.greatest : this.extreme(form, 1, view),
    };
  }

  /** How the part looks to somebody who knows these of its atoms. */
  seenWith(known: readonly (readonly [number, number])[]): View {
    const [lower, upper] = [this.system.lower.slice(), this.system.upper.slice()];
    for (const [atom, value] of known) {
      if (value < lower[atom]! - SLACK || value > upper[atom]! + SLACK) throw contradiction();
      lower[atom] = value;
      upper[atom] = value;
    }
    const start = known.every(([atom, value]) => this.base![atom] === value)
      ? this.base
      : this.anyWorld(lower, upper);
    if (!start) throw contradiction();
    return { known, lower, upper, start };
  }

  private extreme(form: Form, sense: 1 | -1, { lower, upper, start }: View): Extreme {
    const found = this.network?.answers(form)
      ? this.network.extreme(form, sense, lower, upper, start)
      : this.solver!.extreme(form, sense, lower, upper);
    if (!found) throw contradiction();
    // Whoever made the world: an end counts only as far as plain arithmetic confirms it.
    if (found.world && !allows(this.system, found.world))
      throw new Error('An attack gave a world that what is published does not allow.');
    return found;
  }
}

function contradiction(): DisclosureInputError {
  return new DisclosureInputError('statements', 'the published figures contradict each other');
}

/** The parts of all that is published, with the pieces of every secret. */
class Reading {
  private readonly partOf: (readonly [Part, number] | null)[];
  private readonly parts: Part[] = [];
  private readonly fixed: Float64Array;

  constructor(
    system: System,
    private readonly values: Float64Array,
  ) {
    const solved = presolve(system);
    if (!solved) throw contradiction();
    this.fixed = Float64Array.from(solved.lower, (low, atom) => (low === solved.upper[atom] ? low : NaN));
    this.partOf = Array.from({ length: this.fixed.length }, () => null);
    for (const { atoms, rows } of partsOf(solved)) {
      const place = new Map(atoms.map((atom, at) => [atom, at]));
      const part = new Part(atoms, {
        lower: Float64Array.from(atoms, (atom) => solved.lower[atom]!),
        upper: Float64Array.from(atoms, (atom) => solved.upper[atom]!),
        rows: rows.map((row) => ({ ...row, atoms: row.atoms.map((atom) => place.get(atom)!) })),
        whole: solved.whole,
      });
      atoms.forEach((atom, at) => (this.partOf[atom] = [part, at]));
      this.parts.push(part);
    }
  }

  async open(forms: readonly Form[]): Promise<void> {
    const wanted = new Map<Part, Form[]>();
    for (const form of forms)
      for (const { part, form: own } of this.split(form).pieces)
        wanted.set(part, [...(wanted.get(part) ?? []), own]);
    for (const part of this.parts) await part.open(wanted.get(part) ?? [], this.values);
  }

  close(): void {
    for (const part of this.parts) part.close();
  }

  private split(form: Form): { constant: number; pieces: Piece[] } {
    let constant = 0;
    const pieces = new Map<Part, Form>();
    form.atoms.forEach((atom, at) => {
      const coefficient = form.coefficients[at]!;
      const found = this.partOf[atom];
      if (!found) {
        constant += coefficient * this.fixed[atom]!;
        return;
      }
      const [part, place] = found;
      const own = pieces.get(part) ?? { atoms: [], coefficients: [] };
      own.atoms.push(place);
      own.coefficients.push(coefficient);
      pieces.set(part, own);
    });
    return { constant, pieces: [...pieces].map(([part, own]) => ({ part, form: own })) };
  }

  /** The parts as somebody sees them who knows these atoms; parts of which it knows nothing are left out. */
  seenWith(atoms: readonly number[]): Map<Part, View> {
    const known = new Map<Part, [number, number][]>();
    for (const atom of atoms) {
      const found = this.partOf[atom];
      if (!found?.[0].opened) continue;
      const [part, place] = found;
      known.set(part, [...(known.get(part) ?? []), [place, this.values[atom]!]]);
    }
    return new Map([...known].map(([part, inside]) => [part, part.seenWith(inside)]));
  }

  /** The interval of a form for somebody with these views. */
  interval(form: Form, key: string, views: ReadonlyMap<Part, View>): [number, number] {
    const { constant, pieces } = this.split(form);
    let [lo, hi] = [constant, constant];
    for (const { part, form: own } of pieces) {
      const view = views.get(part);
      const { least, greatest } = view ? part.range(own, key, view) : part.free(own, key);
      lo += least.value;
      hi += greatest.value;
    }
    return [lo, hi];
  }
}

/** True when the attacker knows the sum already. */
function knowsItself(form: Form, known: ReadonlySet<number>, facts: readonly Row[]): boolean {
  if (form.atoms.every((atom) => known.has(atom))) return true;
  const text = `${form.atoms.join()}:${form.coefficients.join()}`;
  return facts.some(
    (fact) => fact.lo === fact.hi && `${fact.atoms.join()}:${fact.coefficients.join()}` === text,
  );
}

interface Known {
  attacker: Attacker;
  atoms: number[];
  set: Set<number>;
  facts: Row[];
}

function knowledge(problem: AttackProblem, index: ReadonlyMap<string, number>): Known[] {
  return problem.attackers.map((attacker, at) => {
    const atoms = attacker.knows.map((key, place) => {
      const atom = index.get(key);
      const path = `attackers[${at}].knows[${place}]`;
      if (atom === undefined) throw new DisclosureInputError(path, `names no atom, found "${key}"`);
      if (problem.atoms[atom]!.value === undefined)
        throw new DisclosureInputError(path, `is known, but the atom "${key}" has no value`);
      return atom;
    });
    const set = new Set(atoms);
    const facts = rowsOf(attacker.facts ?? [], index, `attackers[${at}].facts`);
    return { attacker, atoms, set, facts: facts.filter((row) => row.atoms.some((one) => !set.has(one))) };
  });
}

/**
 * What every attacker learns about every secret from all statements together: the exact interval of the sum over all
 * worlds of whole numbers that agree with what is published and with what the attacker knows. It knows nothing of how the
 * statements were chosen, and each end is shown by a world that plain arithmetic has confirmed, so "safe" does not rest on
 * a solver. A secret that an attacker knows itself is left out of its findings.
 * @throws DisclosureInputError when something cannot be read or the statements contradict each other.
 */
export async function attack(problem: AttackProblem, options: AttackOptions = {}): Promise<Finding[]> {
  const { index, lower, upper } = atomsOf(problem);
  const whole = problem.integer ?? true;
  const rows = rowsOf(problem.statements, index, 'statements');
  const values = Float64Array.from(problem.atoms, ({ value }) => value ?? NaN);
  const forms = problem.secrets.map(({ terms }, at) => formOf(terms, index, `secrets[${at}]`));
  const attackers = knowledge(problem, index);
  const findings: Finding[] = [];
  const readings: Reading[] = [];
  const read = async (facts: readonly Row[]) => {
    const reading = new Reading({ lower, upper, rows: [...rows, ...facts], whole }, values);
    readings.push(reading);
    await reading.open(forms);
    return reading;
  };
  try {
    const plain = await read([]);
    for (const [at, { attacker, atoms, set, facts }] of attackers.entries()) {
      const reading = facts.length === 0 ? plain : await read(facts);
      const views = reading.seenWith(atoms);
      for (const [place, secret] of problem.secrets.entries()) {
        if (options.shouldStop?.()) throw new DisclosureStoppedError();
        const form = forms[place]!;
        if (knowsItself(form, set, facts)) continue;
        const [lo, hi] = reading.interval(form, String(place), views);
        findings.push(judged(attacker, secret, lo, hi));
      }
      options.onProgress?.((at + 1) / attackers.length);
    }
  } finally {
    for (const reading of readings) reading.close();
  }
  return findings;
}

function judged(attacker: Attacker, secret: Secret, lo: number, hi: number): Finding {
  const tidy = (value: number) => {
    const near = Math.round(value * 1e6) / 1e6;
    return Object.is(near, -0) ? 0 : near;
  };
  return {
    attacker: attacker.name,
    secret: secret.key,
    lo: tidy(lo),
    hi: hi === Infinity ? null : tidy(hi),
    safe: lo <= secret.value - secret.lower + SLACK && hi >= secret.value + secret.upper - SLACK,
  };
}
