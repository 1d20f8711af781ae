import { fairnessOf } from './fairness.js';
import type { FairnessReport } from './fairness.js';
import type { GroupingPractice, Instance, Solution, SolutionGroup } from './instance.js';
import { counted, Names } from './names.js';
import type { Sentence } from './names.js';
import { Valuer } from './terms.js';
import type { Terms } from './terms.js';

/** Codes of a broken hard rule or of a solution that does not fit its instance. */
export type ViolationCode =
  | 'UNKNOWN_THEME'
  | 'UNKNOWN_DATE'
  | 'UNKNOWN_PRACTICE'
  | 'DUPLICATE'
  | 'TOO_SMALL'
  | 'TOO_LARGE'
  | 'ABSENT'
  | 'LEADER_NOT_MEMBER'
  | 'LEADER_CANNOT'
  | 'LEADER_ABSENT'
  | 'EXCLUDED_THEME'
  | 'UNRANKED_THEME'
  | 'FORBIDDEN_PAIR'
  | 'DISTRICT'
  | 'THEME_CAPACITY'
  | 'DATE_CAPACITY'
  | 'SILENTLY_DROPPED'
  | 'BOTH';

/** One broken rule, with the practices it is about; sentences are for the organiser. */
export interface Violation {
  code: ViolationCode;
  group: string | null;
  practices: string[];
  message: string;
  messageEn: string;
}

/** A practice as the checker values it; `group` null and no terms when it is left out. */
export interface CheckedPractice {
  practice: string;
  group: string | null;
  utility: number | null;
  terms: Terms | null;
}

/** A group as the checker values it: motivation level 1..5 and the sum of phi over its members. */
export interface CheckedGroup {
  id: string;
  size: number;
  level: number;
  value: number;
}

/** What `checkSolution` finds. `objective` is (sum of group values - penalty * left out) / N, 0 when N is 0. */
export interface CheckReport {
  hardOk: boolean;
  complete: boolean;
  violations: Violation[];
  unassigned: string[];
  objective: number;
  practices: CheckedPractice[];
  groups: CheckedGroup[];
  fairness: FairnessReport;
}

type Say = (code: ViolationCode, practices: string[], text: Sentence, group?: string) => void;

function checkGroup(
  instance: Instance,
  valuer: Valuer,
  names: Names,
  group: SolutionGroup,
  foes: Map<string, Set<string>>,
  say: Say,
): void {
  const { config } = instance;
  const { min, max } = config.groupSize;
  const members = group.members.flatMap((id) => valuer.practice(id) ?? []);
  const size = group.members.length;
  const at = (code: ViolationCode, practices: string[], nl: string, en: string) =>
    say(code, practices, { nl: `Groep ${group.id}: ${nl}`, en: `Group ${group.id}: ${en}` }, group.id);
  if (size < min)
    at(
      'TOO_SMALL',
      group.members,
      `${counted(size).nl} is te weinig, minimaal ${min}.`,
      `${counted(size).en} is too few, at least ${min}.`,
    );
  if (size > max)
    at(
      'TOO_LARGE',
      group.members,
      `${counted(size).nl} is te veel, maximaal ${max}.`,
      `${counted(size).en} is too many, at most ${max}.`,
    );
  const day = names.date(group.date);
  const absent = members.filter((practice) => valuer.absent(practice, group.date)).map(({ id }) => id);
  if (absent.length > config.maxAbsentPerGroup) {
    const who = names.list(absent);
    at(
      'ABSENT',
      absent,
      `op ${day.nl} kan niet: ${who.nl} (toegestaan: ${config.maxAbsentPerGroup}).`,
      `cannot attend on ${day.en}: ${who.en} (allowed: ${config.maxAbsentPerGroup}).`,
    );
  }
  checkLeader(valuer, names, group, at);
  for (const practice of members) {
    const [name, theme] = [names.practice(practice.id), names.theme(group.theme)];
    if (practice.excludedThemes.includes(group.theme)) {
      at(
        'EXCLUDED_THEME',
        [practice.id],
        `${name} sluit het thema ${theme} uit.`,
        `${name} excludes the theme ${theme}.`,
      );
    }
    if (
      config.requireRankedTheme &&
      practice.preferences.length > 0 &&
      !practice.preferences.includes(group.theme)
    ) {
      at(
        'UNRANKED_THEME',
        [practice.id],
        `${name} koos het thema ${theme} niet.`,
        `${name} did not rank the theme ${theme}.`,
      );
    }
  }
  members.forEach((a, k) => {
    for (const b of members.slice(k + 1)) {
      if (!foes.get(a.id)?.has(b.id)) continue;
      const pair = names.list([a.id, b.id]);
      at(
        'FORBIDDEN_PAIR',
        [a.id, b.id],
        `${pair.nl} mogen niet bij elkaar zitten.`,
        `${pair.en} may not sit together.`,
      );
    }
  });
  checkDistricts(config.maxPerDistrict, members, at);
}

type At = (code: ViolationCode, practices: string[], nl: string, en: string) => void;

function checkLeader(valuer: Valuer, names: Names, group: SolutionGroup, at: At): void {
  const leader = valuer.practice(group.leader);
  const name = names.practice(group.leader);
  const day = names.date(group.date);
  if (!leader || !group.members.includes(group.leader)) {
    at(
      'LEADER_NOT_MEMBER',
      group.leader ? [group.leader] : [],
      'er is geen gespreksleider uit de groep.',
      'there is no discussion leader from the group.',
    );
    return;
  }
  if (!leader.canLead)
    at(
      'LEADER_CANNOT',
      [leader.id],
      `${name} kan geen gespreksleider zijn.`,
      `${name} cannot be discussion leader.`,
    );
  if (!leader.available.includes(group.date)) {
    at(
      'LEADER_ABSENT',
      [leader.id],
      `gespreksleider ${name} kan niet zeker op ${day.nl}.`,
      `discussion leader ${name} is not surely available on ${day.en}.`,
    );
  }
}

function checkDistricts(limit: number | null, members: readonly GroupingPractice[], at: At): void {
  if (limit === null) return;
  const districts = new Map<string, string[]>();
  for (const { id, district } of members) districts.set(district, [...(districts.get(district) ?? []), id]);
  for (const [district, ids] of districts) {
    if (ids.length > limit)
      at(
        'DISTRICT',
        ids,
        `${ids.length} praktijken uit wijk ${district}, maximaal ${limit}.`,
        `${ids.length} practices from district ${district}, at most ${limit}.`,
      );
  }
}

/**
 * Judges a solution from the definition of the model alone; independent of every search. Never throws on a solution
 * that does not fit: what is wrong with it comes back as violations.
 */
export function checkSolution(
  instance: Instance,
  solution: Solution,
  options: { names?: Readonly<Record<string, string>> } = {},
): CheckReport {
  const valuer = new Valuer(instance);
  const names = new Names(instance, options.names);
  const violations: Violation[] = [];
  const say: Say = (code, practices, text, group) =>
    violations.push({ code, group: group ?? null, practices, message: text.nl, messageEn: text.en });
  const themes = new Map(instance.themes.map((theme) => [theme.id, theme]));
  const dates = new Map(instance.dates.map((date) => [date.id, date]));
  const foes = new Map<string, Set<string>>();
  for (const { a, b } of instance.forbiddenPairs) {
    if (a === b) continue;
    foes.set(a, (foes.get(a) ?? new Set()).add(b));
    foes.set(b, (foes.get(b) ?? new Set()).add(a));
  }
  const seat = new Map<string, string>();
  const checked = new Map<string, CheckedPractice>();
  const groups: CheckedGroup[] = [];
  const perTheme = new Map<string, number>();
  const perDate = new Map<string, number>();
  let total = 0;
  for (const group of solution.groups) {
    const bad = (code: ViolationCode, nl: string, en: string, practices: string[] = []) =>
      say(code, practices, { nl: `Groep ${group.id}: ${nl}`, en: `Group ${group.id}: ${en}` }, group.id);
    const strangers = group.members.filter((id) => !valuer.practice(id));
    if (!themes.has(group.theme))
      bad('UNKNOWN_THEME', `het thema ${group.theme} bestaat niet.`, `there is no theme ${group.theme}.`);
    else if (!dates.has(group.date))
      bad('UNKNOWN_DATE', `de datum ${group.date} bestaat niet.`, `there is no date ${group.date}.`);
    else if (strangers.length > 0)
      bad(
        'UNKNOWN_PRACTICE',
        `onbekende praktijk: ${strangers.join(', ')}.`,
        `unknown practice: ${strangers.join(', ')}.`,
        strangers,
      );
    else {
      for (const id of group.members) {
        if (seat.has(id))
          bad(
            'DUPLICATE',
            `${names.practice(id)} zit ook in groep ${seat.get(id)}.`,
            `${names.practice(id)} also sits in group ${seat.get(id)}.`,
            [id],
          );
        seat.set(id, group.id);
      }
      perTheme.set(group.theme, (perTheme.get(group.theme) ?? 0) + 1);
      perDate.set(group.date, (perDate.get(group.date) ?? 0) + 1);
      checkGroup(instance, valuer, names, group, foes, say);
      const valued = valuer.group(group.members, group.theme, group.date);
      total += valued.value;
      groups.push({ id: group.id, size: group.members.length, level: valued.level, value: valued.value });
      for (const [id, { utility, terms }] of valued.members)
        checked.set(id, { practice: id, group: group.id, utility, terms });
    }
  }
  for (const [id, count] of perTheme) {
    const cap = themes.get(id)!.maxGroups;
    const name = names.theme(id);
    if (cap !== null && count > cap)
      say('THEME_CAPACITY', [], {
        nl: `Thema ${name}: ${count} groepen, maximaal ${cap}.`,
        en: `Theme ${name}: ${count} groups, at most ${cap}.`,
      });
  }
  for (const [id, count] of perDate) {
    const cap = dates.get(id)!.maxGroups;
    const day = names.date(id);
    if (cap !== null && count > cap)
      say('DATE_CAPACITY', [], {
        nl: `Op ${day.nl}: ${count} groepen, maximaal ${cap}.`,
        en: `On ${day.en}: ${count} groups, at most ${cap}.`,
      });
  }
  const declared = new Set(solution.unassigned.map(({ id }) => id));
  const unassigned = instance.practices.map(({ id }) => id).filter((id) => !seat.has(id));
  for (const id of unassigned) {
    const name = names.practice(id);
    if (!declared.has(id))
      say('SILENTLY_DROPPED', [id], {
        nl: `${name} zit in geen groep en staat niet als niet ingedeeld.`,
        en: `${name} is in no group and not listed as left out.`,
      });
  }
  for (const id of declared) {
    const name = names.practice(id);
    if (!valuer.practice(id))
      say('UNKNOWN_PRACTICE', [id], { nl: `Onbekende praktijk: ${id}.`, en: `Unknown practice: ${id}.` });
    else if (seat.has(id))
      say('BOTH', [id], {
        nl: `${name} staat als niet ingedeeld en zit in groep ${seat.get(id)}.`,
        en: `${name} is listed as left out and sits in group ${seat.get(id)}.`,
      });
  }
  const n = instance.practices.length;
  const seated = [...checked.values()];
  return {
    hardOk: violations.length === 0,
    complete: unassigned.length === 0,
    violations,
    unassigned,
    objective: n === 0 ? 0 : (total - instance.config.unassignedPenalty * unassigned.length) / n,
    practices: instance.practices.map(
      ({ id }) => checked.get(id) ?? { practice: id, group: null, utility: null, terms: null },
    ),
    groups,
    fairness: fairnessOf(
      instance,
      seated.map(({ utility, terms }) => ({ utility: utility!, terms: terms! })),
    ),
  };
}
