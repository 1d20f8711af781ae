import { twoFamilies } from './families.js';
import { FlowNetwork } from './flow.js';
import { SLACK, valueOf } from './system.js';
import type { Form, Row, System } from './system.js';

/** The least or greatest value of a form, and a world in which it is taken (null when nothing bounds it). */
export interface Extreme {
  value: number;
  world: Float64Array | null;
}

/** A row whose coefficients are all the same, as a set of atoms with the bounds of their sum; null for any other row. */
function setOf(row: Row, whole: boolean): { atoms: number[]; lo: number; hi: number } | null {
  const factor = row.coefficients[0]!;
  if (row.coefficients.some((one) => one !== factor)) return null;
  const [a, b] = [row.lo / factor, row.hi / factor];
  const [lo, hi] = factor > 0 ? [a, b] : [b, a];
  return {
    atoms: row.atoms,
    lo: whole ? Math.ceil(lo - SLACK) : lo,
    hi: whole ? Math.floor(hi + SLACK) : hi,
  };
}

/**
 * A part of a system whose sums form two families of nested sets. Its extremes are greatest flows, exact for whole
 * numbers: the sums of one family bring the flow from the ground to the atoms, those of the other take it back.
 */
export class NetworkPart {
  private constructor(
    private readonly system: System,
    private readonly network: FlowNetwork,
    /** The sets, arcs after those of the atoms, and the place of each set in them. */
    private readonly sets: readonly { atoms: number[]; lo: number; hi: number }[],
    private readonly placeOf: ReadonlyMap<string, number>,
  ) {}

  /**
   * Builds the network of a system that holds the sums `also` besides its rows, as sums that may have any value.
   * Null when the sums do not form two families.
   */
  static of(system: System, also: readonly Form[]): NetworkPart | null {
    const places = new Map<string, number>();
    const sets: { atoms: number[]; lo: number; hi: number }[] = [];
    const add = (set: { atoms: number[]; lo: number; hi: number }) => {
      const key = set.atoms.join();
      const known = sets[places.get(key) ?? -1];
      if (known) {
        known.lo = Math.max(known.lo, set.lo);
        known.hi = Math.min(known.hi, set.hi);
      } else places.set(key, sets.push(set) - 1);
    };
    for (const row of system.rows) {
      const set = setOf(row, system.whole);
      if (!set) return null;
      add(set);
    }
    for (const { atoms } of also)
      if (atoms.length > 1) add({ atoms: [...atoms], lo: -Infinity, hi: Infinity });
    const atoms = system.lower.length;
    const families = twoFamilies(
      sets.map((set) => set.atoms),
      atoms,
    );
    if (!families) return null;
    const network = new FlowNetwork(sets.length + 1);
    const node = (set: number) => set + 1;
    for (let atom = 0; atom < atoms; atom++)
      network.arc(node(families.deepest[0][atom]!), node(families.deepest[1][atom]!));
    sets.forEach((_, set) => {
      const outer = node(families.parent[set]!);
      if (families.side[set] === 0) network.arc(outer, node(set));
      else network.arc(node(set), outer);
    });
    return new NetworkPart(system, network, sets, places);
  }

  /** The arc whose flow is the form, up to a factor; -1 when the form is none of the atoms and sets. */
  private arcOf(form: Form): number {
    const factor = form.coefficients[0]!;
    if (form.coefficients.some((one) => one !== factor)) return -1;
    if (form.atoms.length === 1) return form.atoms[0]!;
    const place = this.placeOf.get(form.atoms.join());
    return place === undefined ? -1 : this.system.lower.length + place;
  }

  /** True when `extreme` can answer for the form. */
  answers(form: Form): boolean {
    return this.arcOf(form) >= 0;
  }

  private bounds(own: Float64Array, of: 'lo' | 'hi'): Float64Array {
    const all = new Float64Array(own.length + this.sets.length);
    all.set(own);
    this.sets.forEach((set, at) => (all[own.length + at] = set[of]));
    return all;
  }

  /** Any world within the bounds of the atoms, or null when there is none. */
  world(lower: Float64Array, upper: Float64Array): Float64Array | null {
    const flow = this.network.circulation(this.bounds(lower, 'lo'), this.bounds(upper, 'hi'));
    return flow && flow.slice(0, lower.length);
  }

  /** The greatest (sense 1) or least (-1) value of the form over all worlds within the bounds; `start` is one of them. */
  extreme(form: Form, sense: 1 | -1, lower: Float64Array, upper: Float64Array, start: Float64Array): Extreme {
    const arc = this.arcOf(form);
    const [lo, hi] = [this.bounds(lower, 'lo'), this.bounds(upper, 'hi')];
    const flow = this.bounds(start, 'lo');
    this.sets.forEach(({ atoms }, at) => {
      let sum = 0;
      for (const atom of atoms) sum += start[atom]!;
      flow[start.length + at] = sum;
    });
    const up = form.coefficients[0]! * sense > 0;
    const [from, to] = up
      ? [this.network.head[arc]!, this.network.tail[arc]!]
      : [this.network.tail[arc]!, this.network.head[arc]!];
    const room = up ? hi[arc]! - flow[arc]! : flow[arc]! - lo[arc]!;
    const sent = this.network.send(from, to, room, flow, lo, hi, arc);
    if (sent === Infinity) return { value: sense * Infinity, world: null };
    const world = flow.slice(0, start.length);
    if (arc < start.length) world[arc]! += up ? sent : -sent;
    return { value: valueOf(form, world), world };
  }
}
