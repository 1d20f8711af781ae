import { twoFamilies } from './families.js';
import { FlowNetwork } from './flow.js';
import type { Cut, Oracle, Probe } from './oracle.js';
import { SLACK } from './system.js';
import type { Form } from './system.js';
import type { Threat, ThreatModel } from './threats.js';

/** A sum whose coefficients are all 1 or all -1 may be an arc of the network. */
function sign(form: Form): number {
  const first = form.coefficients[0] ?? 0;
  return Math.abs(first) === 1 && form.coefficients.every((one) => one === first) ? first : 0;
}

/**
 * Keeps secrets in tables whose sums form a network (two-way tables with margins and one hierarchy): the movements of the
 * atoms are circulations, a secret moves along its arc as far as the rest of the network carries the flow back, and what
 * stops it is a minimum cut. Exact, because movements of a network are whole where its bounds are.
 */
export class NetworkOracle implements Oracle {
  private readonly capUp: Float64Array;
  private readonly capDown: Float64Array;
  private readonly cache = { pattern: new Float64Array(0) };

  private constructor(
    private readonly model: ThreatModel,
    private readonly network: FlowNetwork,
    /** Per arc: bounds of its movement when nothing of it is shown. */
    private readonly down: Float64Array,
    private readonly up: Float64Array,
    /** Per arc the figures that show it, with what they leave free. */
    private readonly shown: readonly { figure: number; down: number; up: number }[][],
    private readonly arcOf: ReadonlyMap<string, number>,
    private readonly pinned: readonly number[][],
  ) {
    this.capUp = new Float64Array(up.length);
    this.capDown = new Float64Array(up.length);
  }

  /** Null when the sums of the model form no network. */
  static of(model: ThreatModel): NetworkOracle | null {
    const atoms = model.down.length;
    const arcOf = new Map<string, number>();
    for (let atom = 0; atom < atoms; atom++) arcOf.set(String(atom), atom);
    const sets: number[][] = [];
    const forms = [...model.fixed, ...model.figures, ...model.secrets, ...model.facts.flat()].filter(
      (form) => form.atoms.length > 0,
    );
    for (const form of forms) {
      if (sign(form) === 0) return null;
      const key = form.atoms.join();
      if (!arcOf.has(key)) arcOf.set(key, atoms + sets.push(form.atoms) - 1);
    }
    const families = twoFamilies(sets, atoms);
    if (!families) return null;
    const network = new FlowNetwork(sets.length + 1);
    for (let atom = 0; atom < atoms; atom++)
      network.arc(families.deepest[0][atom]! + 1, families.deepest[1][atom]! + 1);
    sets.forEach((_, set) => {
      const outer = families.parent[set]! + 1;
      if (families.side[set] === 0) network.arc(outer, set + 1);
      else network.arc(set + 1, outer);
    });
    // A movement splits into cycles through the secret's arc, so no arc needs to move more than the secret does.
    const most = Math.max(0, ...model.threats.map(({ need }) => need));
    const arcs = network.tail.length;
    const down = new Float64Array(arcs).fill(most);
    const up = new Float64Array(arcs).fill(most);
    const floor = (amount: number) => (model.whole ? Math.floor(amount + SLACK) : amount);
    const limit = (arc: number, byDown: number, byUp: number) => {
      down[arc] = Math.min(down[arc]!, floor(byDown));
      up[arc] = Math.min(up[arc]!, floor(byUp));
    };
    model.down.forEach((byDown, atom) => limit(atom, byDown, model.up[atom]!));
    const facing = (form: Form & { down: number; up: number }) =>
      sign(form) > 0
        ? { arc: arcOf.get(form.atoms.join())!, down: form.down, up: form.up }
        : { arc: arcOf.get(form.atoms.join())!, down: form.up, up: form.down };
    for (const row of model.fixed) {
      if (row.atoms.length === 0) continue;
      const { arc, down: byDown, up: byUp } = facing(row);
      limit(arc, byDown, byUp);
    }
    const shown: { figure: number; down: number; up: number }[][] = Array.from({ length: arcs }, () => []);
    model.figures.forEach((figure, at) => {
      if (figure.atoms.length === 0) return;
      const { arc, down: byDown, up: byUp } = facing(figure);
      shown[arc]!.push({
        figure: at,
        down: Math.min(down[arc]!, floor(byDown)),
        up: Math.min(up[arc]!, floor(byUp)),
      });
    });
    if (model.facts.flat().some((fact) => fact.down > SLACK || fact.up > SLACK)) return null;
    const pinned = model.known.map((atomsKnown, attacker) => [
      ...atomsKnown,
      ...model.facts[attacker]!.flatMap((fact) => arcOf.get(fact.atoms.join()) ?? []),
    ]);
    return new NetworkOracle(model, network, down, up, shown, arcOf, pinned);
  }

  close(): void {}

  /** Per arc how far it moves under a pattern. */
  private caps(pattern: Float64Array): void {
    if (
      this.cache.pattern.length === pattern.length &&
      this.cache.pattern.every((x, at) => x === pattern[at])
    )
      return;
    this.cache.pattern = pattern.slice();
    for (let arc = 0; arc < this.up.length; arc++) {
      this.capUp[arc] = this.up[arc]!;
      this.capDown[arc] = this.down[arc]!;
      for (const one of this.shown[arc]!) {
        const x = pattern[one.figure]!;
        this.capUp[arc] = Math.min(this.capUp[arc]!, one.up + (this.up[arc]! - one.up) * x);
        this.capDown[arc] = Math.min(this.capDown[arc]!, one.down + (this.down[arc]! - one.down) * x);
      }
    }
  }

  /** The arc of a secret, where its return flow starts and ends, and what it may carry itself. */
  private route(threat: Threat) {
    const form = this.model.secrets[threat.secret]!;
    const arc = this.arcOf.get(form.atoms.join())!;
    const rises = threat.sense * sign(form) > 0;
    const [source, target] = rises
      ? [this.network.head[arc]!, this.network.tail[arc]!]
      : [this.network.tail[arc]!, this.network.head[arc]!];
    return { arc, rises, source, target };
  }

  /** Runs with the arcs that the attacker knows at rest. */
  private without<T>(attacker: number, run: (lo: Float64Array, hi: Float64Array) => T): T {
    const lo = this.capDown.map((cap) => (cap === 0 ? 0 : -cap));
    const hi = this.capUp.slice();
    for (const arc of this.pinned[attacker] ?? []) lo[arc] = hi[arc] = 0;
    return run(lo, hi);
  }

  probe(threat: Threat, attacker: number, pattern: Float64Array): Probe {
    if (this.model.secrets[threat.secret]!.atoms.length === 0) return this.settled(threat);
    this.caps(pattern);
    const { arc, rises, source, target } = this.route(threat);
    return this.without(attacker, (lo, hi) => {
      const flow = new Float64Array(lo.length);
      const own = rises ? hi[arc]! : -lo[arc]!;
      const sent = this.network.send(source, target, threat.need, flow, lo, hi, arc);
      const reach = Math.min(own, sent);
      flow[arc] = rises ? sent : -sent;
      const atoms = this.model.down.length;
      if (reach >= threat.need - SLACK)
        return { reach, cut: null, moved: flow.subarray(0, atoms), uses: this.usesOf(flow) };
      const cut =
        own < threat.need - SLACK ? this.ownCut(threat, arc, rises) : this.minimumCut(threat, attacker, arc);
      return { reach, cut, moved: flow.subarray(0, atoms), uses: [] };
    });
  }

  /** What is out already settles the secret: no pattern helps. */
  private settled(threat: Threat): Probe {
    const cut = { entries: [], least: threat.need };
    return { reach: 0, cut, moved: new Float64Array(this.model.down.length), uses: [] };
  }

  private usesOf(flow: Float64Array): number[] {
    const uses: number[] = [];
    for (let arc = 0; arc < flow.length; arc++) {
      const amount = flow[arc]!;
      if (amount === 0) continue;
      for (const one of this.shown[arc]!)
        if (amount > one.up + SLACK || -amount > one.down + SLACK) uses.push(one.figure);
    }
    return uses;
  }

  /** What an arc adds to a cut in one direction: a constant, or the figure that holds it back most. */
  private addTo(cut: Cut, arc: number, rises: boolean): void {
    const most = rises ? this.up[arc]! : this.down[arc]!;
    let [tightest, free, cap]: [number, number, number] = [-1, most, most];
    for (const one of this.shown[arc]!) {
      const slack = rises ? one.up : one.down;
      const now = slack + (most - slack) * this.cache.pattern[one.figure]!;
      if (slack < most && now < cap + SLACK && (tightest < 0 || now < cap)) {
        [tightest, free, cap] = [one.figure, slack, now];
      }
    }
    cut.least -= free;
    if (tightest >= 0) cut.entries.push([tightest, most - free]);
  }

  private ownCut(threat: Threat, arc: number, rises: boolean): Cut {
    const cut: Cut = { entries: [], least: threat.need };
    this.addTo(cut, arc, rises);
    return lifted(cut);
  }

  private minimumCut(threat: Threat, attacker: number, own: number): Cut {
    const cut: Cut = { entries: [], least: threat.need };
    const pinned = new Set(this.pinned[attacker] ?? []);
    const { network } = this;
    for (let arc = 0; arc < network.tail.length; arc++) {
      if (arc === own || pinned.has(arc)) continue;
      const leaves = network.reached(network.tail[arc]!);
      if (leaves === network.reached(network.head[arc]!)) continue;
      this.addTo(cut, arc, leaves);
    }
    return lifted(cut);
  }

  widen(threat: Threat, attacker: number, pattern: Float64Array, price: Float64Array): number[] | null {
    if (this.model.secrets[threat.secret]!.atoms.length === 0) return null;
    this.caps(pattern);
    const { arc, rises, source, target } = this.route(threat);
    const { network } = this;
    return this.without(attacker, (lo, hi) => {
      const flow = new Float64Array(lo.length);
      if ((rises ? hi[arc]! : -lo[arc]!) < threat.need - SLACK) return null;
      lo[arc] = hi[arc] = 0;
      let left = threat.need - network.send(source, target, threat.need, flow, lo, hi, arc);
      const pinned = new Set(this.pinned[attacker] ?? []);
      const opened = new Set<number>();
      // What hiding an arc costs now; Infinity where something on it must be shown.
      const costs = new Float64Array(lo.length);
      for (let one = 0; one < costs.length; one++) {
        if (pinned.has(one) || one === arc) costs[one] = Infinity;
        else
          for (const { figure } of this.shown[one]!)
            if (pattern[figure]! < 1)
              costs[one]! += this.model.figures[figure]!.fate === 'free' ? price[figure]! : Infinity;
      }
      while (left > SLACK) {
        const path =
          this.cheapest(source, target, flow, lo, hi, costs, left) ??
          this.cheapest(source, target, flow, lo, hi, costs, this.model.whole ? 1 : 1e-3);
        if (!path) return null;
        let room = left;
        for (const link of path) room = Math.min(room, this.room(link, flow, lo, hi, costs));
        for (const link of path) {
          const one = link >> 1;
          if (costs[one]! > 0) {
            for (const { figure } of this.shown[one]!) if (pattern[figure]! < 1) opened.add(figure);
            costs[one] = 0;
            [lo[one], hi[one]] = [-this.down[one]!, this.up[one]!];
          }
          flow[one]! += (link & 1) === 0 ? room : -room;
        }
        left -= room;
      }
      return [...opened];
    });
  }

  /** How much more can go over a link, hiding what must be hidden for it. */
  private room(
    link: number,
    flow: Float64Array,
    lo: Float64Array,
    hi: Float64Array,
    costs: Float64Array,
  ): number {
    const arc = link >> 1;
    const open = costs[arc]! > 0 && costs[arc]! < Infinity;
    if ((link & 1) === 0) return (open ? this.up[arc]! : hi[arc]!) - flow[arc]!;
    return flow[arc]! + (open ? this.down[arc]! : -lo[arc]!);
  }

  /** The cheapest way on which every link has room for `amount`; null when there is none. */
  private cheapest(
    source: number,
    target: number,
    flow: Float64Array,
    lo: Float64Array,
    hi: Float64Array,
    costs: Float64Array,
    amount: number,
  ): number[] | null {
    const { network } = this;
    const nodes = network.nodes;
    const far = new Float64Array(nodes).fill(Infinity);
    const came = new Int32Array(nodes).fill(-1);
    const done = new Uint8Array(nodes);
    far[source] = 0;
    for (;;) {
      let node = -1;
      for (let one = 0; one < nodes; one++)
        if (!done[one] && far[one]! < Infinity && (node < 0 || far[one]! < far[node]!)) node = one;
      if (node < 0) return null;
      if (node === target) break;
      done[node] = 1;
      for (const link of network.linksAt(node)) {
        const arc = link >> 1;
        const next = (link & 1) === 0 ? network.head[arc]! : network.tail[arc]!;
        if (done[next]) continue;
        // What is open already costs nothing; a closed arc that could take the amount as it is, neither.
        const shut = (link & 1) === 0 ? hi[arc]! - flow[arc]! : flow[arc]! - lo[arc]!;
        const price = shut >= amount - SLACK ? 0 : costs[arc]!;
        if (price === Infinity || this.room(link, flow, lo, hi, costs) < amount - SLACK) continue;
        if (far[node]! + price < far[next]!) {
          far[next] = far[node]! + price;
          came[next] = link;
        }
      }
    }
    const path: number[] = [];
    for (let node = target; node !== source;) {
      const link = came[node]!;
      path.push(link);
      node = (link & 1) === 0 ? network.tail[link >> 1]! : network.head[link >> 1]!;
    }
    return path;
  }
}

/** No coefficient needs to be more than what is asked in all. */
function lifted(cut: Cut): Cut {
  const joined = new Map<number, number>();
  for (const [figure, coefficient] of cut.entries)
    joined.set(figure, (joined.get(figure) ?? 0) + coefficient);
  return {
    least: cut.least,
    entries: [...joined].map(([figure, coefficient]) => [figure, Math.min(coefficient, cut.least)]),
  };
}
