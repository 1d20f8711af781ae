import type { Cut, Oracle } from './oracle.js';
import { shuffled } from './random.js';
import type { Threat, ThreatModel } from './threats.js';

/** A movement that shows one end of a secret to be kept from the attackers it leaves untouched. */
interface Witness {
  uses: number[];
}

/** Rows per threat that a check gives: more of them say nearly the same. */
const PER_THREAT = 6;
/** Rows are widened in problems of up to this many figures; beyond, it takes longer than it saves. */
const COVERED = 400;

/** A pattern of hidden figures, with what shows it to be safe; every threat is answered by few movements. */
export class Pattern {
  readonly hidden: Float64Array;
  private witnesses: (Witness[] | null)[];
  /** Per figure the threats whose witnesses need it hidden. */
  private readonly needed: Set<number>[];

  constructor(
    readonly model: ThreatModel,
    private readonly oracle: Oracle,
    private readonly random: () => number,
    /** Per threat and attacker who else knows none of the atoms a movement touches is found from these sets. */
    private readonly knownSets: readonly ReadonlySet<number>[] = model.known.map((atoms) => new Set(atoms)),
  ) {
    this.hidden = Float64Array.from(model.figures, ({ fate }) => (fate === 'hidden' ? 1 : 0));
    this.witnesses = model.threats.map(() => null);
    this.needed = model.figures.map(() => new Set());
  }

  /** A copy that can go its own way. */
  copy(): Pattern {
    const other = new Pattern(this.model, this.oracle, this.random, this.knownSets);
    other.hidden.set(this.hidden);
    this.witnesses.forEach((list, threat) => other.record(threat, list));
    return other;
  }

  /** Sum of the prices of the figures hidden by choice. */
  cost(): number {
    let sum = 0;
    this.model.figures.forEach(({ fate, cost }, at) => {
      if (fate === 'free' && this.hidden[at] === 1) sum += cost;
    });
    return sum;
  }

  /** The figures hidden by choice. */
  complements(): number[] {
    return [...this.model.figures.keys()].filter(
      (at) => this.hidden[at] === 1 && this.model.figures[at]!.fate === 'free',
    );
  }

  private record(threat: number, list: Witness[] | null): void {
    for (const { uses } of this.witnesses[threat] ?? [])
      for (const at of uses) this.needed[at]!.delete(threat);
    this.witnesses[threat] = list;
    for (const { uses } of list ?? []) for (const at of uses) this.needed[at]!.add(threat);
  }

  /**
   * Answers one threat for all its attackers. With `price`, hides more where that is needed. Gives the rows that are broken;
   * none means that the threat is met.
   */
  private answer(at: number, price: Float64Array | null, most = 1): Cut[] {
    const threat = this.model.threats[at]!;
    const list: Witness[] = [];
    const cuts: Cut[] = [];
    let waiting = threat.attackers;
    while (waiting.length > 0) {
      const attacker = waiting[0]!;
      let probe = this.oracle.probe(threat, attacker, this.hidden);
      if (probe.cut && price) {
        const opened = this.oracle.widen(threat, attacker, this.hidden, price);
        for (const figure of opened ?? []) this.hidden[figure] = 1;
        if (opened) probe = this.oracle.probe(threat, attacker, this.hidden);
      }
      if (probe.cut) {
        cuts.push(probe.cut);
        if (cuts.length >= most) break;
        if (this.model.figures.length <= COVERED) cuts.push(this.cover(threat, attacker, probe.cut));
        waiting = waiting.slice(1);
        continue;
      }
      list.push({ uses: probe.uses });
      waiting = waiting.slice(1).filter((other) => !this.leaves(other, probe.moved));
    }
    this.record(at, cuts.length === 0 ? list : null);
    return cuts;
  }

  /**
   * Hides as much more as leaves the threat unmet: at least one of the figures still shown must go. The pattern breaks this
   * row too, and it says more about other patterns than the row of the oracle.
   */
  private cover(threat: Threat, attacker: number, cut: Cut): Cut {
    const support = new Set(cut.entries.map(([figure]) => figure));
    const pattern = this.hidden.slice();
    this.model.figures.forEach(({ fate }, at) => {
      if (fate === 'free' && !support.has(at)) pattern[at] = 1;
    });
    for (const figure of shuffled([...support], this.random)) {
      if (pattern[figure] === 1 || this.model.figures[figure]!.fate !== 'free') continue;
      pattern[figure] = 1;
      if (!this.oracle.probe(threat, attacker, pattern).cut) pattern[figure] = 0;
    }
    const left = [...this.model.figures.keys()].filter(
      (at) => this.model.figures[at]!.fate === 'free' && pattern[at] === 0,
    );
    return { entries: left.map((at) => [at, 1]), least: 1 };
  }

  /** True when the movement agrees with all that the attacker knows. */
  private leaves(attacker: number, moved: Float64Array): boolean {
    if (this.model.facts[attacker]!.length > 0) return false;
    for (const atom of this.knownSets[attacker]!) if (Math.abs(moved[atom]!) > 1e-9) return false;
    return true;
  }

  /** Rows that the pattern breaks, for the threats not yet answered; none means that all are met. */
  check(shouldStop?: () => boolean): Cut[] {
    const cuts: Cut[] = [];
    for (const at of this.model.threats.keys()) {
      if (this.witnesses[at]) continue;
      if (shouldStop?.()) break;
      cuts.push(...this.answer(at, null, PER_THREAT));
    }
    return cuts;
  }

  /** The first threat that the pattern does not meet, or -1. */
  firstUnmet(shouldStop?: () => boolean): number {
    for (const at of this.model.threats.keys()) {
      if (this.witnesses[at]) continue;
      if (shouldStop?.() || this.answer(at, null).length > 0) return at;
    }
    return -1;
  }

  /** True when every threat is answered. */
  met(): boolean {
    return this.witnesses.every((list) => list !== null);
  }

  /** Hides what is needed until all threats are met, in the given order; false when the oracle finds no way. */
  repair(price: Float64Array, order: readonly number[], shouldStop?: () => boolean): boolean {
    for (const at of order) {
      if (this.witnesses[at]) continue;
      if (shouldStop?.()) return false;
      if (this.answer(at, price).length > 0) return false;
    }
    return true;
  }

  /** Takes figures into the pattern. */
  hide(figures: readonly number[]): void {
    for (const at of figures) this.hidden[at] = 1;
  }

  /** Shows figures again; the threats whose witnesses needed them wait for a new answer. Gives those threats. */
  show(figures: readonly number[]): number[] {
    const open = new Set<number>();
    for (const figure of figures) {
      this.hidden[figure] = 0;
      for (const threat of this.needed[figure]!) open.add(threat);
    }
    for (const threat of open) this.record(threat, null);
    return [...open];
  }

  /** Shows every figure of the list that is not needed, one after another. */
  thin(figures: readonly number[], shouldStop?: () => boolean): void {
    for (const figure of figures) {
      if (this.hidden[figure] !== 1 || this.model.figures[figure]!.fate !== 'free') continue;
      if (shouldStop?.()) return;
      const before = [...this.needed[figure]!].map((at) => [at, this.witnesses[at]!] as const);
      const open = this.show([figure]);
      if (open.every((at) => this.answer(at, null).length === 0)) continue;
      this.hidden[figure] = 1;
      for (const [at, list] of before) this.record(at, list);
    }
  }
}
