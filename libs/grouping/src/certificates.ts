import type { Conflict, ConflictCode } from './instance.js';
import { counted, Names } from './names.js';
import { UNLIMITED } from './problem.js';
import type { Problem } from './problem.js';

/** Where a practice can sit as far as counting tells: per date, whether there are enough others and who could lead. */
interface Options {
  /** Dates with enough others. */
  company: number[];
  /** Of those, the dates with a leader, and the leaders there. */
  led: Map<number, number[]>;
}

function optionsOf(problem: Problem, i: number): Options {
  const { n, dates, themes, min, maxAbsent } = problem;
  const foes = new Set(problem.foes[i]!);
  const mates: number[] = [];
  for (let j = 0; j < n; j++) {
    if (j === i || foes.has(j)) continue;
    for (let t = 0; t < themes; t++) {
      if (problem.themeOk[i * themes + t] && problem.themeOk[j * themes + t]) {
        mates.push(j);
        break;
      }
    }
  }
  const company: number[] = [];
  const led = new Map<number, number[]>();
  for (let d = 0; d < dates; d++) {
    const own = problem.presence[i * dates + d]!;
    const spare = maxAbsent - (own === 0 ? 1 : 0);
    if (spare < 0 || problem.dateCap[d] === 0) continue;
    const present = mates.filter((j) => problem.presence[j * dates + d]! > 0);
    if (present.length + Math.min(spare, mates.length - present.length) < min - 1) continue;
    company.push(d);
    const leaders = [i, ...present].filter(
      (j) => problem.canLead[j] && problem.presence[j * dates + d] === 2,
    );
    if (leaders.length > 0) led.set(d, leaders);
  }
  return { company, led };
}

/**
 * A quick yes for large rounds: on one date enough others that share a theme and two different leaders. Such a
 * practice can be part of none of the proofs below.
 */
function plentiful(problem: Problem, i: number): boolean {
  const { n, dates, themes, min } = problem;
  for (let d = 0; d < dates; d++) {
    if (problem.presence[i * dates + d] === 0 || problem.dateCap[d] === 0) continue;
    let others = 0;
    let leaders = 0;
    for (let j = 0; j < n; j++) {
      if (j === i || problem.presence[j * dates + d] === 0 || problem.foes[i]!.includes(j)) continue;
      let shared = false;
      for (let t = 0; t < themes && !shared; t++) {
        shared = problem.themeOk[i * themes + t] === 1 && problem.themeOk[j * themes + t] === 1;
      }
      if (!shared) continue;
      others += 1;
      if (problem.canLead[j] && problem.presence[j * dates + d] === 2) leaders += 1;
      if (others >= min - 1 && leaders >= 2) return true;
    }
  }
  return false;
}

/** Largest number of groups that counting allows. */
function mostGroups(problem: Problem): number {
  const { n, min, dates } = problem;
  let leaders = 0;
  for (let i = 0; i < n; i++) if (canLeadSomewhere(problem, i)) leaders += 1;
  const caps = (list: Int32Array) => list.reduce((sum, cap) => Math.min(UNLIMITED, sum + cap), 0);
  return Math.min(
    Math.floor(n / min),
    leaders,
    caps(problem.themeCap),
    dates === 0 ? 0 : caps(problem.dateCap),
  );
}

function canLeadSomewhere(problem: Problem, i: number): boolean {
  if (!problem.canLead[i]) return false;
  for (let d = 0; d < problem.dates; d++) if (problem.presence[i * problem.dates + d] === 2) return true;
  return false;
}

/** A set of practices that are all forbidden to each other, grown greedily from every practice. */
function largeClique(problem: Problem): number[] {
  let best: number[] = [];
  const byFoes = [...Array(problem.n).keys()].sort(
    (a, b) => problem.foes[b]!.length - problem.foes[a]!.length || a - b,
  );
  for (const first of byFoes.slice(0, 300)) {
    if (problem.foes[first]!.length < best.length) break;
    const clique = [first];
    const candidates = [...problem.foes[first]!].sort(
      (a, b) => problem.foes[b]!.length - problem.foes[a]!.length || a - b,
    );
    for (const i of candidates) if (clique.every((j) => problem.foes[i]!.includes(j))) clique.push(i);
    if (clique.length > best.length) best = clique;
  }
  return best;
}

/**
 * Clashes that counting proves: each means that no grouping seats everybody, and says why in one sentence.
 * An empty list proves nothing.
 */
export function certificates(problem: Problem, names: Names = new Names(problem.instance)): Conflict[] {
  const { n, min, max, instance } = problem;
  const conflicts: Conflict[] = [];
  const ids = (list: readonly number[]) => list.map((i) => instance.practices[i]!.id);
  const say = (code: ConflictCode, practices: readonly number[], nl: string, en: string) =>
    conflicts.push({ code, practices: ids(practices), message: nl, messageEn: en });
  if (n === 0) return conflicts;
  const fewest = Math.ceil(n / max);
  if (fewest * min > n) {
    const below = Math.floor(n / min);
    say(
      'SIZE_ARITHMETIC',
      [],
      `${counted(n).nl}: ${fewest === 1 ? '1 groep heeft' : `${fewest} groepen hebben`} er minstens ${fewest * min} nodig en in ${below} ${below === 1 ? 'groep' : 'groepen'} passen er hoogstens ${below * max}.`,
      `${counted(n).en}: ${fewest} ${fewest === 1 ? 'group needs' : 'groups need'} at least ${fewest * min} and ${below} ${below === 1 ? 'group holds' : 'groups hold'} at most ${below * max}.`,
    );
  }
  const leaders = [...Array(n).keys()].filter((i) => canLeadSomewhere(problem, i));
  if (leaders.length < fewest) {
    say(
      'NOT_ENOUGH_LEADERS',
      leaders,
      `${counted(n).nl} vragen minstens ${fewest} groepen van hoogstens ${max}, maar er zijn maar ${leaders.length} praktijken die een gespreksleider leveren.`,
      `${counted(n).en} need at least ${fewest} groups of at most ${max}, but only ${leaders.length} practices offer a discussion leader.`,
    );
  }
  capacity(problem, say);
  const clique = largeClique(problem);
  const most = mostGroups(problem);
  if (clique.length > 1 && clique.length > most) {
    const who = names.list(ids(clique));
    say(
      'FORBIDDEN_CLIQUE',
      clique,
      `${who.nl} mogen geen van allen bij elkaar: dat vraagt ${clique.length} groepen en er kunnen er hoogstens ${most} zijn.`,
      `${who.en} may none of them sit together: that takes ${clique.length} groups and there can be at most ${most}.`,
    );
  }
  practiceByPractice(problem, names, say);
  return conflicts;
}

type Say = (code: ConflictCode, practices: readonly number[], nl: string, en: string) => void;

function capacity(problem: Problem, say: Say): void {
  const { n, max } = problem;
  for (const [caps, nl, en] of [
    [problem.themeCap, "de thema's", 'the themes'],
    [problem.dateCap, 'de datums', 'the dates'],
  ] as const) {
    const groups = caps.reduce((sum, cap) => Math.min(UNLIMITED, sum + cap), 0);
    if (groups * max >= n) continue;
    say(
      'CAPACITY',
      [],
      `Er kunnen op ${nl} samen hoogstens ${groups} groepen zijn: plaats voor ${groups * max} van de ${counted(n).nl}.`,
      `${en} together allow at most ${groups} groups: room for ${groups * max} of the ${counted(n).en}.`,
    );
  }
}

function practiceByPractice(problem: Problem, names: Names, say: Say): void {
  const { n, min, max, themes, instance } = problem;
  const dependants = new Map<number, { practice: number; dates: number[] }[]>();
  for (let i = 0; i < n; i++) {
    if (plentiful(problem, i)) continue;
    const id = instance.practices[i]!.id;
    const name = names.practice(id);
    if (problem.themeOk.subarray(i * themes, (i + 1) * themes).every((ok) => ok === 0)) {
      say(
        'NO_THEME',
        [i],
        `Voor ${name} is geen enkel thema toegestaan.`,
        `No theme is allowed for ${name}.`,
      );
      continue;
    }
    const foes = problem.foes[i]!.length;
    if (n - 1 - foes < min - 1) {
      say(
        'FORBIDDEN_CLIQUE',
        [i, ...problem.foes[i]!],
        `${name} mag met ${foes} van de ${n - 1} andere praktijken niet samen: er blijven er te weinig over voor een groep van ${min}.`,
        `${name} may not sit with ${foes} of the ${n - 1} other practices: too few remain for a group of ${min}.`,
      );
      continue;
    }
    const { company, led } = optionsOf(problem, i);
    if (company.length === 0) {
      say(
        'NO_COMMON_DATE',
        [i],
        `${name} kan op geen enkele datum met ${min - 1} andere praktijken samenkomen.`,
        `${name} cannot meet ${min - 1} other practices on any date.`,
      );
    } else if (led.size === 0) {
      const days = names.dateList(company.map((d) => instance.dates[d]!.id));
      say(
        'NO_LEADER_ON_DATE',
        [i],
        `${name} kan alleen op ${days.nl}, en dan is er geen gespreksleider.`,
        `${name} can only meet on ${days.en}, and then there is no discussion leader.`,
      );
    } else {
      const only = [...led.values()].flat();
      if (only.every((leader) => leader === only[0])) {
        const entry = dependants.get(only[0]!) ?? [];
        entry.push({ practice: i, dates: [...led.keys()] });
        dependants.set(only[0]!, entry);
      }
    }
  }
  for (const [leader, list] of dependants) {
    const lead = names.practice(instance.practices[leader]!.id);
    const others = list.filter(({ practice }) => practice !== leader);
    if (others.length > max - 1) {
      say(
        'NOT_ENOUGH_LEADERS',
        others.map(({ practice }) => practice),
        `${counted(others.length).nl} hebben alleen ${lead} als mogelijke gespreksleider, maar in die groep passen er ${max - 1} bij.`,
        `${counted(others.length).en} have only ${lead} as possible discussion leader, but that group has room for ${max - 1} of them.`,
      );
    }
    for (let a = 0; a < list.length; a++) {
      const b = list.findIndex((other, k) => k > a && !other.dates.some((d) => list[a]!.dates.includes(d)));
      if (b < 0) continue;
      const pair = [list[a]!.practice, list[b]!.practice];
      const days = (k: number) => names.dateList(list[k]!.dates.map((d) => instance.dates[d]!.id));
      const who = pair.map((i) => names.practice(instance.practices[i]!.id));
      say(
        'LEADER_DATE_CONFLICT',
        [...pair, leader],
        `${who[0]} kan alleen op ${days(a).nl} en ${who[1]} alleen op ${days(b).nl}, en beide keren kan alleen ${lead} leiden.`,
        `${who[0]} can only meet on ${days(a).en} and ${who[1]} only on ${days(b).en}, and both times only ${lead} could lead.`,
      );
      break;
    }
  }
}
