import type { Instance, RuleFamily } from './instance.js';
import { UNLIMITED } from './problem.js';
import type { Column, Problem } from './problem.js';

/** A concrete change of the rules or the answers, as data. */
export type RelaxationChange =
  | { kind: 'min-size' | 'max-size' | 'absence' | 'district'; from: number; to: number }
  | { kind: 'leaders'; practices: string[] }
  | { kind: 'dates'; answers: { practice: string; date: string }[] }
  | { kind: 'pairs'; pairs: { a: string; b: string }[] }
  | { kind: 'themes'; seats: { practice: string; theme: string }[] }
  | {
      kind: 'capacity';
      themes: { theme: string; from: number; to: number }[];
      dates: { date: string; from: number; to: number }[];
    };

/** Families in the order in which they are tried. */
export const FAMILIES: readonly RuleFamily[] = [
  'MIN_SIZE',
  'MAX_SIZE',
  'LEADERS',
  'DATES',
  'ABSENCE',
  'FORBIDDEN_PAIRS',
  'THEMES',
  'CAPACITY',
  'DISTRICT',
];

/** A relaxed instance to try; `change` is known beforehand for the families that are one number. */
export interface RelaxedStep {
  instance: Instance;
  change: RelaxationChange | null;
}

/** The steps to try for a family, mildest first; none when the family puts no limit on this instance. */
export function relaxedSteps(instance: Instance, family: RuleFamily): RelaxedStep[] {
  const { config, practices, dates } = instance;
  const { min, max } = config.groupSize;
  const n = practices.length;
  const numbers = (
    kind: 'min-size' | 'max-size' | 'absence' | 'district',
    from: number,
    values: number[],
  ): RelaxedStep[] =>
    values.map((to) => ({ change: { kind, from, to }, instance: changed(instance, { kind, from, to }) }));
  const upTo = (first: number, last: number, most = 4) =>
    Array.from({ length: Math.max(0, Math.min(most, last - first + 1)) }, (_, k) => first + k);
  switch (family) {
    case 'MIN_SIZE':
      return numbers('min-size', min, [...upTo(1, min - 1, 12)].reverse());
    case 'MAX_SIZE':
      return numbers('max-size', max, [...new Set([...upTo(max + 1, n), ...(max < n ? [n] : [])])]);
    case 'ABSENCE':
      return numbers('absence', config.maxAbsentPerGroup, upTo(config.maxAbsentPerGroup + 1, max));
    case 'DISTRICT':
      return config.maxPerDistrict === null
        ? []
        : numbers('district', config.maxPerDistrict, upTo(config.maxPerDistrict + 1, max, 12));
    case 'LEADERS':
      return practices.every(({ canLead }) => canLead)
        ? []
        : [
            {
              change: null,
              instance: {
                ...instance,
                practices: practices.map((practice) => ({ ...practice, canLead: true })),
              },
            },
          ];
    case 'DATES': {
      const all = dates.map(({ id }) => id);
      return [
        {
          change: null,
          instance: {
            ...instance,
            practices: practices.map((practice) => ({ ...practice, available: all, maybe: [] })),
          },
        },
      ];
    }
    case 'FORBIDDEN_PAIRS':
      return instance.forbiddenPairs.length === 0
        ? []
        : [{ change: null, instance: { ...instance, forbiddenPairs: [] } }];
    case 'THEMES': {
      if (!config.requireRankedTheme && practices.every(({ excludedThemes }) => excludedThemes.length === 0))
        return [];
      const free = practices.map((practice) => ({ ...practice, excludedThemes: [] }));
      return [
        {
          change: null,
          instance: { ...instance, practices: free, config: { ...config, requireRankedTheme: false } },
        },
      ];
    }
    case 'CAPACITY': {
      const caps = [...instance.themes, ...dates].some(({ maxGroups }) => maxGroups !== null);
      const open = <T extends { maxGroups: number | null }>(list: T[]) =>
        list.map((item) => ({ ...item, maxGroups: null }));
      return caps
        ? [{ change: null, instance: { ...instance, themes: open(instance.themes), dates: open(dates) } }]
        : [];
    }
  }
}

/** The rules that these groups break, as the concrete change of a family that makes them legal. */
export function breachesOf(
  problem: Problem,
  columns: readonly Column[],
  family: RuleFamily,
): RelaxationChange {
  const { instance, themes, dates } = problem;
  const practice = (i: number) => instance.practices[i]!.id;
  if (family === 'LEADERS') {
    const lent = columns.filter(
      ({ members, date }) =>
        !members.some((i) => problem.canLead[i] && problem.presence[i * dates + date] === 2),
    );
    const able = ({ members, date }: Column) =>
      members.find((i) => problem.presence[i * dates + date] === 2) ?? members[0]!;
    return { kind: 'leaders', practices: lent.map((column) => practice(able(column))) };
  }
  if (family === 'DATES') {
    const answers = columns.flatMap(({ members, date }) => {
      const day = instance.dates[date]!.id;
      const missing = members.filter((i) => problem.presence[i * dates + date] === 0);
      const led = members.some((i) => problem.canLead[i] && problem.presence[i * dates + date] === 2);
      const leader =
        led || missing.some((i) => problem.canLead[i])
          ? []
          : members.filter((i) => problem.canLead[i]).slice(0, 1);
      return [...missing.slice(0, missing.length), ...leader].map((i) => ({
        practice: practice(i),
        date: day,
      }));
    });
    return { kind: 'dates', answers };
  }
  if (family === 'FORBIDDEN_PAIRS') {
    const pairs = columns.flatMap(({ members }) =>
      members.flatMap((i) =>
        members
          .filter((j) => j > i && problem.foes[i]!.includes(j))
          .map((j) => ({ a: practice(i), b: practice(j) })),
      ),
    );
    return { kind: 'pairs', pairs };
  }
  if (family === 'THEMES') {
    const used = new Int32Array(themes);
    const seats = columns.flatMap(({ members }) => {
      const against = (t: number) => members.filter((i) => !problem.themeOk[i * themes + t]);
      const open = [...Array(themes).keys()].filter((t) => used[t]! < problem.themeCap[t]!);
      const theme = open.sort((a, b) => against(a).length - against(b).length || a - b)[0] ?? 0;
      used[theme]! += 1;
      return against(theme).map((i) => ({ practice: practice(i), theme: instance.themes[theme]!.id }));
    });
    return { kind: 'themes', seats };
  }
  const over = (caps: Int32Array, of: (column: Column) => number) => {
    const counts = new Int32Array(caps.length);
    for (const column of columns) counts[of(column)]! += 1;
    return [...counts.keys()]
      .filter((k) => caps[k]! < UNLIMITED && counts[k]! > caps[k]!)
      .map((k) => ({ k, from: caps[k]!, to: counts[k]! }));
  };
  return {
    kind: 'capacity',
    themes: over(problem.themeCap, ({ theme }) => theme).map(({ k, from, to }) => ({
      theme: instance.themes[k]!.id,
      from,
      to,
    })),
    dates: over(problem.dateCap, ({ date }) => date).map(({ k, from, to }) => ({
      date: instance.dates[k]!.id,
      from,
      to,
    })),
  };
}

/** The instance with exactly this change made. */
export function changed(instance: Instance, change: RelaxationChange): Instance {
  const { config } = instance;
  switch (change.kind) {
    case 'min-size':
      return { ...instance, config: { ...config, groupSize: { ...config.groupSize, min: change.to } } };
    case 'max-size':
      return { ...instance, config: { ...config, groupSize: { ...config.groupSize, max: change.to } } };
    case 'absence':
      return { ...instance, config: { ...config, maxAbsentPerGroup: change.to } };
    case 'district':
      return { ...instance, config: { ...config, maxPerDistrict: change.to } };
    case 'leaders':
      return {
        ...instance,
        practices: instance.practices.map((practice) =>
          change.practices.includes(practice.id) ? { ...practice, canLead: true } : practice,
        ),
      };
    case 'dates':
      return {
        ...instance,
        practices: instance.practices.map((practice) => {
          const extra = change.answers
            .filter((answer) => answer.practice === practice.id)
            .map(({ date }) => date);
          return {
            ...practice,
            available: [...new Set([...practice.available, ...extra])],
            maybe: practice.maybe.filter((date) => !extra.includes(date)),
          };
        }),
      };
    case 'pairs': {
      const dropped = new Set(change.pairs.flatMap(({ a, b }) => [`${a}\u0000${b}`, `${b}\u0000${a}`]));
      return {
        ...instance,
        forbiddenPairs: instance.forbiddenPairs.filter(({ a, b }) => !dropped.has(`${a}\u0000${b}`)),
      };
    }
    case 'themes':
      return {
        ...instance,
        practices: instance.practices.map((practice) => {
          const extra = change.seats
            .filter((seat) => seat.practice === practice.id)
            .map(({ theme }) => theme);
          const unranked = config.requireRankedTheme
            ? extra.filter((theme) => !practice.preferences.includes(theme))
            : [];
          return {
            ...practice,
            excludedThemes: practice.excludedThemes.filter((theme) => !extra.includes(theme)),
            preferences: practice.preferences.length > 0 ? [...practice.preferences, ...unranked] : [],
          };
        }),
      };
    case 'capacity':
      return {
        ...instance,
        themes: instance.themes.map((theme) => ({
          ...theme,
          maxGroups: change.themes.find((entry) => entry.theme === theme.id)?.to ?? theme.maxGroups,
        })),
        dates: instance.dates.map((date) => ({
          ...date,
          maxGroups: change.dates.find((entry) => entry.date === date.id)?.to ?? date.maxGroups,
        })),
      };
  }
}
