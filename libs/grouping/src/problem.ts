import type { Instance, SolutionGroup } from './instance.js';

/** The five motivation levels a group may have. */
export const LEVELS = 5;

/** No limit, as a number that typed arrays can hold. */
export const UNLIMITED = 0x3fffffff;

/**
 * An instance compiled to arrays for the searches. Practice, theme and date are indexes in instance order; a level is
 * 0..4 for motivation 1..5. A gain is a practice's weighted and normalised share: u_i = theme + date + level + links.
 */
export interface Problem {
  instance: Instance;
  n: number;
  themes: number;
  dates: number;
  min: number;
  max: number;
  maxAbsent: number;
  maxPerDistrict: number;
  lambda: number;
  threshold: number;
  penalty: number;
  /** [i * themes + t] */
  themeGain: Float64Array;
  /** 1 when the theme is allowed for the practice. */
  themeOk: Uint8Array;
  /** [i * dates + d] */
  dateGain: Float64Array;
  /** 0 not present, 1 maybe, 2 available. */
  presence: Uint8Array;
  /** [i * LEVELS + l] */
  levelGain: Float64Array;
  /** Earlier partners of i: entries linkStart[i] .. linkStart[i + 1] of linkTo, linkGain (for i), linkBack (for the partner). */
  linkStart: Int32Array;
  linkTo: Int32Array;
  linkGain: Float64Array;
  linkBack: Float64Array;
  /** Practices that may never sit with i. */
  foes: Int32Array[];
  canLead: Uint8Array;
  district: Int32Array;
  themeCap: Int32Array;
  dateCap: Int32Array;
  /** Preferred themes of i, best first. */
  ranked: Int32Array[];
  practiceIndex: Map<string, number>;
  themeIndex: Map<string, number>;
  dateIndex: Map<string, number>;
}

/** A group by indexes; `level` 0..4. */
export interface Column {
  members: number[];
  theme: number;
  date: number;
  level: number;
  value: number;
}

/** Sparse continuity: partner → largest weight of an earlier group with both; forbidden pairs count for nothing. */
export function partnersOf(instance: Instance): Map<string, Map<string, number>> {
  const partners = new Map(instance.practices.map((practice) => [practice.id, new Map<string, number>()]));
  const foes = new Set(instance.forbiddenPairs.flatMap(({ a, b }) => [`${a}\u0000${b}`, `${b}\u0000${a}`]));
  for (const { members, weight } of instance.history) {
    if (!(weight > 0)) continue;
    const present = [...new Set(members)].filter((member) => partners.has(member));
    for (const a of present) {
      for (const b of present) {
        if (a === b || foes.has(`${a}\u0000${b}`)) continue;
        const row = partners.get(a)!;
        row.set(b, Math.max(row.get(b) ?? 0, weight));
      }
    }
  }
  return partners;
}

/** K_i: the continuity a practice could have at most, its max - 1 strongest partners together. */
export function continuityNorm(partners: Map<string, number>, max: number): number {
  const strongest = [...partners.values()].sort((x, y) => y - x).slice(0, max - 1);
  return strongest.reduce((sum, weight) => sum + weight, 0);
}

/** Compiles an instance. Formulas: models page of the product docs, docs/adr on grouping. */
export function compile(instance: Instance): Problem {
  const { config, practices } = instance;
  const n = practices.length;
  const themes = instance.themes.length;
  const dates = instance.dates.length;
  const practiceIndex = new Map(practices.map((practice, i) => [practice.id, i]));
  const themeIndex = new Map(instance.themes.map((theme, t) => [theme.id, t]));
  const dateIndex = new Map(instance.dates.map((date, d) => [date.id, d]));
  const partners = partnersOf(instance);
  const districts = new Map<string, number>();
  const foeSets = practices.map(() => new Set<number>());
  for (const { a, b } of instance.forbiddenPairs) {
    if (a === b) continue;
    foeSets[practiceIndex.get(a)!]!.add(practiceIndex.get(b)!);
    foeSets[practiceIndex.get(b)!]!.add(practiceIndex.get(a)!);
  }
  const problem: Problem = {
    instance,
    n,
    themes,
    dates,
    min: config.groupSize.min,
    max: config.groupSize.max,
    maxAbsent: config.maxAbsentPerGroup,
    maxPerDistrict: config.maxPerDistrict ?? UNLIMITED,
    lambda: config.fairness.lambda,
    threshold: config.fairness.threshold,
    penalty: config.unassignedPenalty,
    themeGain: new Float64Array(n * themes),
    themeOk: new Uint8Array(n * themes).fill(1),
    dateGain: new Float64Array(n * dates),
    presence: new Uint8Array(n * dates),
    levelGain: new Float64Array(n * LEVELS),
    linkStart: new Int32Array(n + 1),
    linkTo: new Int32Array(0),
    linkGain: new Float64Array(0),
    linkBack: new Float64Array(0),
    foes: foeSets.map((set) => Int32Array.from(set)),
    canLead: new Uint8Array(n),
    district: new Int32Array(n),
    themeCap: Int32Array.from(instance.themes, (theme) => theme.maxGroups ?? UNLIMITED),
    dateCap: Int32Array.from(instance.dates, (date) => date.maxGroups ?? UNLIMITED),
    ranked: practices.map((practice) => Int32Array.from(practice.preferences, (id) => themeIndex.get(id)!)),
    practiceIndex,
    themeIndex,
    dateIndex,
  };
  const unit = new Float64Array(n);
  practices.forEach((practice, i) => {
    const { weights, rankValues } = config;
    const own = partners.get(practice.id)!;
    const norm = continuityNorm(own, problem.max);
    const total =
      (practice.preferences.length > 0 ? weights.theme : 0) +
      weights.attendance +
      (norm > 0 ? weights.continuity : 0) +
      (practice.motivation === null ? 0 : weights.motivation);
    const scale = total > 0 ? 1 / total : 0;
    practice.preferences.forEach((id, rank) => {
      const value = rankValues[Math.min(rank, rankValues.length - 1)]!;
      problem.themeGain[i * themes + themeIndex.get(id)!] = scale * weights.theme * value;
    });
    if (config.requireRankedTheme && practice.preferences.length > 0) {
      for (let t = 0; t < themes; t++) problem.themeOk[i * themes + t] = 0;
      for (const t of problem.ranked[i]!) problem.themeOk[i * themes + t] = 1;
    }
    for (const id of practice.excludedThemes) problem.themeOk[i * themes + themeIndex.get(id)!] = 0;
    for (const id of practice.maybe) {
      problem.presence[i * dates + dateIndex.get(id)!] = 1;
      problem.dateGain[i * dates + dateIndex.get(id)!] = scale * weights.attendance * config.maybeValue;
    }
    for (const id of practice.available) {
      problem.presence[i * dates + dateIndex.get(id)!] = 2;
      problem.dateGain[i * dates + dateIndex.get(id)!] = scale * weights.attendance;
    }
    if (practice.motivation !== null) {
      for (let l = 0; l < LEVELS; l++) {
        problem.levelGain[i * LEVELS + l] =
          scale * weights.motivation * (1 - Math.abs(practice.motivation - l - 1) / 4);
      }
    }
    problem.canLead[i] = practice.canLead ? 1 : 0;
    if (!districts.has(practice.district)) districts.set(practice.district, districts.size);
    problem.district[i] = districts.get(practice.district)!;
    unit[i] = norm > 0 ? (scale * weights.continuity) / norm : 0;
  });
  const to: number[] = [];
  const gain: number[] = [];
  const back: number[] = [];
  practices.forEach((practice, i) => {
    for (const [id, weight] of partners.get(practice.id)!) {
      const j = practiceIndex.get(id)!;
      to.push(j);
      gain.push(unit[i]! * weight);
      back.push(unit[j]! * weight);
    }
    problem.linkStart[i + 1] = to.length;
  });
  problem.linkTo = Int32Array.from(to);
  problem.linkGain = Float64Array.from(gain);
  problem.linkBack = Float64Array.from(back);
  return problem;
}

/** phi(u) = u - lambda * max(0, threshold - u): concave and increasing. */
export function fair(problem: Problem, u: number): number {
  return u < problem.threshold ? u - problem.lambda * (problem.threshold - u) : u;
}

/** The part of u_i that comes from the other members. */
export function linkShare(problem: Problem, i: number, members: readonly number[]): number {
  let share = 0;
  for (let k = problem.linkStart[i]!; k < problem.linkStart[i + 1]!; k++) {
    if (members.includes(problem.linkTo[k]!)) share += problem.linkGain[k]!;
  }
  return share;
}

/** Value of a group at its best level (lowest level on ties) and that level. */
export function valueOf(
  problem: Problem,
  members: readonly number[],
  theme: number,
  date: number,
): { value: number; level: number } {
  const fixed = members.map(
    (i) =>
      problem.themeGain[i * problem.themes + theme]! +
      problem.dateGain[i * problem.dates + date]! +
      linkShare(problem, i, members),
  );
  let value = -Infinity;
  let level = 0;
  for (let l = 0; l < LEVELS; l++) {
    let sum = 0;
    members.forEach((i, k) => (sum += fair(problem, fixed[k]! + problem.levelGain[i * LEVELS + l]!)));
    if (sum > value + 1e-12) [value, level] = [sum, l];
  }
  return { value, level };
}

/** Whether the members may form a group on this theme and date; every hard rule of one group. */
export function allowed(problem: Problem, members: readonly number[], theme: number, date: number): boolean {
  if (members.length < problem.min || members.length > problem.max) return false;
  let absent = 0;
  let leaders = 0;
  for (const i of members) {
    if (!problem.themeOk[i * problem.themes + theme]) return false;
    const presence = problem.presence[i * problem.dates + date]!;
    if (presence === 0) absent += 1;
    if (presence === 2 && problem.canLead[i]) leaders += 1;
    for (const foe of problem.foes[i]!) if (members.includes(foe)) return false;
    if (problem.maxPerDistrict < UNLIMITED) {
      let same = 0;
      for (const j of members) if (problem.district[j] === problem.district[i]) same += 1;
      if (same > problem.maxPerDistrict) return false;
    }
  }
  return leaders > 0 && absent <= problem.maxAbsent;
}

/** The member that leads: able, surely available, and among those the most motivated (first in order on ties). */
export function pickLeader(problem: Problem, members: readonly number[], date: number): number | null {
  let best: number | null = null;
  let bestMotivation = -1;
  for (const i of [...members].sort((a, b) => a - b)) {
    if (!problem.canLead[i] || problem.presence[i * problem.dates + date] !== 2) continue;
    const motivation = problem.instance.practices[i]!.motivation ?? 0;
    if (motivation > bestMotivation) [best, bestMotivation] = [i, motivation];
  }
  return best;
}

/** A column as ids; `number` counts from 1 in the order shown. */
export function asGroup(problem: Problem, column: Column, id: string, leader?: string): SolutionGroup {
  const { practices, themes, dates } = problem.instance;
  const lead = pickLeader(problem, column.members, column.date);
  return {
    id,
    theme: themes[column.theme]!.id,
    date: dates[column.date]!.id,
    leader: leader ?? (lead === null ? '' : practices[lead]!.id),
    members: column.members.map((i) => practices[i]!.id),
  };
}
