import type { GroupingPractice, Instance } from './instance.js';
import { continuityNorm, partnersOf } from './problem.js';

/** The four terms of one practice in one group, each 0..1, or null when the term does not apply to it. */
export interface Terms {
  theme: number | null;
  attendance: number;
  continuity: number | null;
  motivation: number | null;
}

/** A practice's terms and the utility u_i, the weighted mean over the terms that apply. */
export interface Valuation {
  utility: number;
  terms: Terms;
}

/** Values practices in groups by the definition, practice by practice; shares nothing with the searches but the norm. */
export class Valuer {
  private readonly practices: Map<string, GroupingPractice>;
  private readonly partners: Map<string, Map<string, number>>;
  private readonly norms: Map<string, number>;

  constructor(readonly instance: Instance) {
    this.practices = new Map(instance.practices.map((practice) => [practice.id, practice]));
    this.partners = partnersOf(instance);
    const { max } = instance.config.groupSize;
    this.norms = new Map([...this.partners].map(([id, own]) => [id, continuityNorm(own, max)]));
  }

  practice(id: string): GroupingPractice | undefined {
    return this.practices.get(id);
  }

  /** Earlier partners with the weight of their earlier group. */
  partnersOf(id: string): ReadonlyMap<string, number> {
    return this.partners.get(id) ?? new Map();
  }

  /** 1 available, the maybe value, or 0. */
  attendance(practice: GroupingPractice, date: string): number {
    if (practice.available.includes(date)) return 1;
    return practice.maybe.includes(date) ? this.instance.config.maybeValue : 0;
  }

  /** Neither available nor maybe. */
  absent(practice: GroupingPractice, date: string): boolean {
    return !practice.available.includes(date) && !practice.maybe.includes(date);
  }

  /** Value of a theme by its rank; 0 when not ranked. */
  themeValue(practice: GroupingPractice, theme: string): number {
    const { rankValues } = this.instance.config;
    const rank = practice.preferences.indexOf(theme);
    return rank < 0 ? 0 : rankValues[Math.min(rank, rankValues.length - 1)]!;
  }

  /** Terms and utility of a member of a group with this theme, date and motivation level (1..5). */
  valuation(
    practice: GroupingPractice,
    members: readonly string[],
    theme: string,
    date: string,
    level: number,
  ): Valuation {
    const { weights } = this.instance.config;
    const norm = this.norms.get(practice.id) ?? 0;
    const own = this.partnersOf(practice.id);
    const shared = members.reduce(
      (sum, other) => sum + (other === practice.id ? 0 : (own.get(other) ?? 0)),
      0,
    );
    const terms: Terms = {
      theme: practice.preferences.length > 0 ? this.themeValue(practice, theme) : null,
      attendance: this.attendance(practice, date),
      continuity: norm > 0 ? shared / norm : null,
      motivation: practice.motivation === null ? null : 1 - Math.abs(practice.motivation - level) / 4,
    };
    let weight = 0;
    let sum = 0;
    for (const name of ['theme', 'attendance', 'continuity', 'motivation'] as const) {
      const term = terms[name];
      if (term === null) continue;
      weight += weights[name];
      sum += weights[name] * term;
    }
    return { utility: weight > 0 ? sum / weight : 0, terms };
  }

  /** phi: a practice under the threshold counts lambda times extra. */
  fair(utility: number): number {
    const { lambda, threshold } = this.instance.config.fairness;
    return utility - lambda * Math.max(0, threshold - utility);
  }

  /** A group at its best level 1..5 (lowest on ties): its level, value and the valuation of every known member. */
  group(
    members: readonly string[],
    theme: string,
    date: string,
  ): { level: number; value: number; members: Map<string, Valuation> } {
    const present = members.flatMap((id) => this.practices.get(id) ?? []);
    let best = { level: 1, value: -Infinity, members: new Map<string, Valuation>() };
    for (let level = 1; level <= 5; level++) {
      const valued = new Map(
        present.map((practice) => [practice.id, this.valuation(practice, members, theme, date, level)]),
      );
      let value = 0;
      for (const { utility } of valued.values()) value += this.fair(utility);
      if (value > best.value + 1e-12) best = { level, value, members: valued };
    }
    return best;
  }
}
