import type { GroupingConfig, Instance } from './instance.js';
import { Random } from './random.js';

/** Shape of a made-up instance; every field has a default. */
export interface SampleShape {
  practices: number;
  seed?: number;
  themes?: number;
  dates?: number;
  min?: number;
  max?: number;
  /** Share of practices that offer a leader. */
  leaders?: number;
  /** Chance that a practice is available on a date. */
  availability?: number;
  /** Forbidden pairs per practice. */
  forbidden?: number;
  ranked?: number;
  /** Earlier groups; false for a first round. */
  history?: boolean;
  maxAbsent?: number;
  themeCap?: number | null;
  dateCap?: number | null;
  config?: Partial<GroupingConfig>;
}

/**
 * A made-up instance for the bench and the specs: popular and less popular themes, practices that prefer certain
 * weekdays, earlier groups of neighbours. The same shape and seed give the same instance.
 */
export function sampleInstance(shape: SampleShape): Instance {
  const {
    practices: n,
    seed = 1,
    themes: T = 10,
    dates: D = 14,
    min = 4,
    max = 6,
    leaders = 0.45,
    availability = 0.5,
  } = shape;
  const {
    forbidden = 0.04,
    ranked = 3,
    history = true,
    maxAbsent = 0,
    themeCap = null,
    dateCap = null,
  } = shape;
  const random = new Random(seed * 7919 + n);
  const pick = <V>(list: readonly V[]): V => list[random.int(list.length)]!;
  const themes = Array.from({ length: T }, (_, t) => ({
    id: `t${t + 1}`,
    name: `Thema ${t + 1}`,
    maxGroups: themeCap,
  }));
  const dates = Array.from({ length: D }, (_, d) => {
    const day = new Date(Date.UTC(2027, 0, 4 + Math.floor(d / 4) * 7 + (d % 4)));
    return { id: `d${d + 1}`, date: day.toISOString().slice(0, 10), maxGroups: dateCap };
  });
  const practices = Array.from({ length: n }, (_, i) => {
    const preferences: string[] = [];
    const wishes = random.next() < 0.05 ? 0 : Math.min(ranked, T);
    while (preferences.length < wishes) {
      // The product of two draws makes low numbers popular.
      const theme = themes[Math.floor(random.next() * random.next() * T)]!.id;
      if (!preferences.includes(theme)) preferences.push(theme);
    }
    const likes = Array.from({ length: 4 }, () =>
      Math.min(0.95, Math.max(0.05, availability + random.next() - 0.5)),
    );
    const answers = dates.map((_, d) => (random.next() < likes[d % 4]! ? 2 : random.next() < 0.12 ? 1 : 0));
    if (!answers.includes(2) && D > 0) answers[random.int(D)] = 2;
    const others = themes.map(({ id }) => id).filter((id) => !preferences.includes(id));
    return {
      id: `p${String(i + 1).padStart(String(n).length, '0')}`,
      district: `w${Math.floor(i / 8) + 1}`,
      listSize: 1500 + random.int(50) * 100,
      motivation: random.next() < 0.05 ? null : 1 + random.int(5),
      canLead: random.next() < leaders,
      preferences,
      excludedThemes: others.length > 0 && random.next() < 0.06 ? [pick(others)] : [],
      available: dates.filter((_, d) => answers[d] === 2).map(({ id }) => id),
      maybe: dates.filter((_, d) => answers[d] === 1).map(({ id }) => id),
    };
  });
  const earlier: Instance['history'] = [];
  if (history) {
    for (const [weight, step] of [
      [1, 0],
      [0.5, 2],
    ] as const) {
      for (let k = step; k + min <= n; k += min + random.int(max - min + 1)) {
        const size = Math.min(n - k, min + random.int(max - min + 1));
        earlier.push({
          weight,
          members: Array.from(
            { length: size },
            (_, m) => practices[Math.min(n - 1, k + m + (random.next() < 0.2 ? random.int(6) : 0))]!.id,
          ),
        });
      }
    }
  }
  const pairs = new Map<string, { a: string; b: string; reason: string }>();
  for (let k = 0; n > 1 && k < Math.round(n * forbidden); k++) {
    const [a, b] = [pick(practices).id, pick(practices).id].sort();
    if (a !== b) pairs.set(`${a}-${b}`, { a: a!, b: b!, reason: 'zelfde eigenaar' });
  }
  return {
    format: 'igroups-instance/1',
    name: `sample-n${n}-s${seed}`,
    config: {
      groupSize: { min, max },
      maxAbsentPerGroup: maxAbsent,
      maxPerDistrict: null,
      requireRankedTheme: false,
      weights: { theme: 0.4, attendance: 0.2, continuity: 0.25, motivation: 0.15 },
      rankValues: [1, 0.75, 0.5],
      maybeValue: 0.5,
      fairness: { lambda: 1, threshold: 0.5 },
      unassignedPenalty: 10,
      ...shape.config,
    },
    themes,
    dates,
    practices,
    history: earlier,
    forbiddenPairs: [...pairs.values()],
  };
}
