import { LinearModel, maximise } from '#libs/optimisation';
import type { SolveLimits } from '#libs/optimisation';
import { allowed, UNLIMITED, valueOf } from './problem.js';
import type { Column, Problem } from './problem.js';

/** Themes that every practice judges alike, taken together: their allowed practices, and the groups they may hold. */
interface ThemeClass {
  themes: number[];
  cap: number;
}

/** Smallest number left out: a proven lower bound, and groups that reach `leftOut`. */
export interface SeatingResult {
  provenLeftOut: number;
  leftOut: number;
  columns: Column[];
}

function themeClasses(problem: Problem): ThemeClass[] {
  const classes = new Map<string, ThemeClass>();
  for (let t = 0; t < problem.themes; t++) {
    if (problem.themeCap[t] === 0) continue;
    let key = '';
    for (let i = 0; i < problem.n; i++) if (!problem.themeOk[i * problem.themes + t]) key += `${i},`;
    const entry = classes.get(key) ?? { themes: [], cap: 0 };
    entry.themes.push(t);
    entry.cap = Math.min(UNLIMITED, entry.cap + problem.themeCap[t]!);
    classes.set(key, entry);
  }
  return [...classes.values()];
}

interface Slot {
  date: number;
  kind: ThemeClass;
  y: number;
  seats: [number, number][];
}

/** Small enough that a seat always wins, large enough to be told from rounding. */
const BREACH = 0.002;

/** Most practices that groups of the allowed sizes can hold, whatever else holds. */
function mostSeats({ n, min, max }: Problem): number {
  let most = 0;
  for (let groups = 0; groups * min <= n; groups++) most = Math.max(most, Math.min(n, groups * max));
  return most;
}

/** The slot model: y groups of a kind on a date, x practices in them. Disaggregated x <= y keeps it tight. */
function slotModel(problem: Problem, strict: Problem): { model: LinearModel; slots: Slot[] } {
  const { n, dates, themes, min, max, maxAbsent, presence } = problem;
  const model = new LinearModel();
  const kinds = themeClasses(problem);
  const slots: Slot[] = [];
  const most = Math.floor(n / min);
  const ofPractice: [number, number][][] = Array.from({ length: n }, () => []);
  const ofKind = new Map<ThemeClass, [number, number][]>(kinds.map((kind) => [kind, []]));
  for (let d = 0; d < dates; d++) {
    if (problem.dateCap[d] === 0) continue;
    const onDate: [number, number][] = [];
    for (const kind of kinds) {
      const candidates: number[] = [];
      for (let i = 0; i < n; i++) {
        if (problem.themeOk[i * themes + kind.themes[0]!] && (maxAbsent > 0 || presence[i * dates + d]! > 0))
          candidates.push(i);
      }
      if (candidates.length < min) continue;
      const y = model.column(0, 0, Math.min(most, kind.cap, problem.dateCap[d]!), true);
      onDate.push([y, 1]);
      ofKind.get(kind)!.push([y, 1]);
      // A seat that only the relaxed rules allow is worth a little less, so that the fewest rules are bent.
      const seats: [number, number][] = candidates.map((i) => {
        const bent = presence[i * dates + d]! > 0 && strict.presence[i * dates + d] === 0;
        return [i, model.column(bent ? 1 - BREACH : 1, 0, 1, true)];
      });
      const column = new Map(seats);
      for (const [i, x] of seats) {
        ofPractice[i]!.push([x, 1]);
        model.row(-Infinity, 0, [
          [x, 1],
          [y, -1],
        ]);
      }
      const all = seats.map(([, x]): [number, number] => [x, 1]);
      model.row(0, Infinity, [...all, [y, -min]]);
      model.row(-Infinity, 0, [...all, [y, -max]]);
      const leading = (rules: Problem) =>
        seats
          .filter(([i]) => rules.canLead[i] && rules.presence[i * dates + d] === 2)
          .map(([, x]): [number, number] => [x, 1]);
      model.row(0, Infinity, [...leading(problem), [y, -1]]);
      if (problem !== strict) {
        const lent = model.column(-BREACH, 0, most, false);
        model.row(0, Infinity, [...leading(strict), [lent, 1], [y, -1]]);
      }
      if (maxAbsent > 0) {
        const away = seats.filter(([i]) => presence[i * dates + d] === 0);
        model.row(-Infinity, 0, [...away.map(([, x]): [number, number] => [x, 1]), [y, -maxAbsent]]);
      }
      for (const [i, x] of seats) {
        for (const foe of problem.foes[i]!) {
          const other = column.get(foe);
          if (foe > i && other !== undefined)
            model.row(-Infinity, 0, [
              [x, 1],
              [other, 1],
              [y, -1],
            ]);
        }
      }
      if (problem !== strict) {
        for (const [i, x] of seats) {
          for (const foe of strict.foes[i]!) {
            const other = column.get(foe);
            if (foe < i || other === undefined || problem.foes[i]!.includes(foe)) continue;
            model.row(-Infinity, 0, [
              [x, 1],
              [other, 1],
              [model.column(-BREACH, 0, 1, false), -1],
              [y, -1],
            ]);
          }
        }
      }
      if (problem.maxPerDistrict < UNLIMITED) {
        const districts = new Map<number, [number, number][]>();
        for (const [i, x] of seats)
          districts.set(problem.district[i]!, [...(districts.get(problem.district[i]!) ?? []), [x, 1]]);
        for (const row of districts.values()) {
          if (row.length > problem.maxPerDistrict)
            model.row(-Infinity, 0, [...row, [y, -problem.maxPerDistrict]]);
        }
      }
      slots.push({ date: d, kind, y, seats });
    }
    if (problem.dateCap[d]! < UNLIMITED && onDate.length > 0)
      model.row(-Infinity, problem.dateCap[d]!, onDate);
  }
  for (const [kind, row] of ofKind)
    if (kind.cap < UNLIMITED && row.length > 0) model.row(-Infinity, kind.cap, row);
  // Branch and bound is slow to see that sizes do not add up; counting sees it at once.
  model.row(
    -Infinity,
    mostSeats(problem),
    ofPractice.flatMap((row) => row),
  );
  for (const row of ofPractice) if (row.length > 0) model.row(-Infinity, 1, row);
  return { model, slots };
}

/** Splits the practices of one slot into `count` groups: leaders and the most restricted first, each where it fits. */
function split(problem: Problem, members: number[], count: number, theme: number, date: number): number[][] {
  const { min, max, maxAbsent, dates } = problem;
  const order = [...members].sort((a, b) => problem.foes[b]!.length - problem.foes[a]!.length || a - b);
  const target = Math.ceil(members.length / count);
  const groups: number[][] = Array.from({ length: count }, () => []);
  const leads = (i: number) => problem.canLead[i] === 1 && problem.presence[i * dates + date] === 2;
  const fits = (i: number, group: number[], limit: number) => {
    if (group.length >= limit || group.some((j) => problem.foes[i]!.includes(j))) return false;
    const absent = [...group, i].filter((j) => problem.presence[j * dates + date] === 0).length;
    const same = group.filter((j) => problem.district[j] === problem.district[i]).length + 1;
    return absent <= maxAbsent && same <= problem.maxPerDistrict;
  };
  const leaders = order.filter(leads);
  groups.forEach((group, k) => leaders[k] !== undefined && group.push(leaders[k]));
  const seated = new Set(groups.flat());
  for (const i of order) {
    if (seated.has(i)) continue;
    const sorted = [...groups].sort((a, b) => a.length - b.length);
    const place =
      sorted.find((group) => fits(i, group, target)) ?? sorted.find((group) => fits(i, group, max));
    if (place) place.push(i);
  }
  return groups.filter((group) => group.length >= min && allowed(problem, group, theme, date));
}

/**
 * The smallest number of practices that must be left out, by the slot model of the grouping model page. The bound is
 * proven; `strict` are the rules before a relaxation, of which as few as possible are broken. Where several groups share a slot and cannot be split, `leftOut` may be larger than the proven number.
 */
export async function seatMost(
  problem: Problem,
  limits: SolveLimits = {},
  strict: Problem = problem,
): Promise<SeatingResult> {
  const { n, themes } = problem;
  const { model, slots } = slotModel(problem, strict);
  if (slots.length === 0) return { provenLeftOut: n, leftOut: n, columns: [] };
  const result = await maximise(model, limits);
  // With bent rules the bound is a little under a whole number of seats.
  const bound = Math.min(
    mostSeats(problem),
    problem === strict ? Math.floor(result.bound + 1e-6) : Math.ceil(result.bound - 1e-6),
  );
  if (!result.values) return { provenLeftOut: n - bound, leftOut: n, columns: [] };
  const columns: Column[] = [];
  const used = new Int32Array(themes);
  for (const slot of slots) {
    const count = Math.round(result.values[slot.y]!);
    if (count === 0) continue;
    const members = slot.seats.filter(([, x]) => result.values![x]! > 0.5).map(([i]) => i);
    for (const group of split(problem, members, count, slot.kind.themes[0]!, slot.date)) {
      let best: Column | null = null;
      for (const theme of slot.kind.themes) {
        if (used[theme]! >= problem.themeCap[theme]!) continue;
        const valued = valueOf(problem, group, theme, slot.date);
        if (!best || valued.value > best.value) best = { members: group, theme, date: slot.date, ...valued };
      }
      if (!best) continue;
      used[best.theme]! += 1;
      columns.push(best);
    }
  }
  const seated = columns.reduce((sum, column) => sum + column.members.length, 0);
  return { provenLeftOut: n - bound, leftOut: n - seated, columns };
}
