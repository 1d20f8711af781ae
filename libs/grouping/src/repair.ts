import { GroupingInputError } from './instance.js';
import type { Instance, Solution } from './instance.js';
import { capital, Names } from './names.js';
import { compile } from './problem.js';
import { RepairSearch } from './repair-search.js';
import type { RepairGroup } from './repair-search.js';
import { assemble, leaderFor, placedGroups } from './solution.js';

/** What happened: who joins and leaves. `merge`: practice `from` goes on as part of practice `into`. */
export interface RepairRequest {
  join?: string[];
  leave?: string[];
  merge?: { from: string; into: string }[];
}

/** One change of the repair, with its sentences. */
export interface RepairMove {
  kind: 'join' | 'leave' | 'move' | 'left-out' | 'leader' | 'new-group' | 'dissolve';
  practice: string | null;
  from: string | null;
  to: string | null;
  sentence: string;
  sentenceEn: string;
}

/** The repaired solution. `moved` counts seated practices that changed group; `minimal` says that is proven fewest. */
export interface RepairResult {
  solution: Solution;
  moves: RepairMove[];
  moved: number;
  minimal: boolean;
}

/**
 * Repairs a solution after practices join or leave: fewest seated practices moved first, objective second (GRP-16).
 * Groups keep their theme and date; a group that loses its leader gets another. Practices that leave stay in the
 * instance and are listed as unassigned with the reason LEFT.
 * @throws GroupingInputError when an id is unknown, a joiner already sits, or a leaver sits nowhere.
 */
export function repairGroups(
  instance: Instance,
  solution: Solution,
  request: RepairRequest,
  options: { names?: Readonly<Record<string, string>> } = {},
): RepairResult {
  const problem = compile(instance);
  const names = new Names(instance, options.names);
  const placed = placedGroups(problem, solution);
  const seat = new Map(placed.flatMap(({ id, column }) => column.members.map((i) => [i, id] as const)));
  const known = (id: string, path: string) => {
    const i = problem.practiceIndex.get(id);
    if (i === undefined)
      throw new GroupingInputError(path, `names no practice of the instance, found "${id}"`);
    return i;
  };
  const joining = (request.join ?? []).map((id, k) => {
    const i = known(id, `join[${k}]`);
    if (seat.has(i))
      throw new GroupingInputError(`join[${k}]`, `"${id}" already sits in group ${seat.get(i)}`);
    return i;
  });
  const leaving = (request.leave ?? []).map((id, k) => {
    const i = known(id, `leave[${k}]`);
    if (!seat.has(i)) throw new GroupingInputError(`leave[${k}]`, `"${id}" sits in no group`);
    return i;
  });
  for (const [k, { from, into }] of (request.merge ?? []).entries()) {
    const [gone, stays] = [known(from, `merge[${k}].from`), known(into, `merge[${k}].into`)];
    if (gone === stays) throw new GroupingInputError(`merge[${k}]`, `merges "${from}" with itself`);
    if (seat.has(gone)) leaving.push(gone);
    if (!seat.has(stays) && !joining.includes(stays)) joining.push(stays);
  }
  const gone = new Set(leaving);
  const start: RepairGroup[] = placed.map(({ id, column }) => ({
    id,
    theme: column.theme,
    date: column.date,
    members: column.members.filter((i) => !gone.has(i)),
  }));
  const found = new RepairSearch(problem, start, [...new Set(joining)]).run();
  const ids = (members: readonly number[]) => members.map((i) => instance.practices[i]!.id);
  const oldLeader = new Map(solution.groups.map((group) => [group.id, group.leader]));
  const groups = found.groups
    .filter(({ members }) => members.length > 0)
    .map(({ id, theme, date, members }) => ({
      id,
      theme: instance.themes[theme]!.id,
      date: instance.dates[date]!.id,
      leader: leaderFor(problem, members, date, oldLeader.get(id) ?? ''),
      members: ids(members),
    }));
  const departed = new Set(ids(leaving));
  const repaired = assemble(instance, groups, solution, (id) => (departed.has(id) ? ['LEFT'] : []));
  return {
    solution: repaired,
    moves: movesBetween(names, solution, repaired, departed),
    moved: found.moved,
    minimal: found.minimal,
  };
}

/** Every difference between two solutions, as moves with sentences. */
function movesBetween(
  names: Names,
  before: Solution,
  after: Solution,
  departed: ReadonlySet<string>,
): RepairMove[] {
  const seats = (solution: Solution) =>
    new Map(solution.groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const [was, is] = [seats(before), seats(after)];
  const groups = new Map([...before.groups, ...after.groups].map((group) => [group.id, group]));
  const at = (id: string) => {
    const group = groups.get(id)!;
    return {
      nl: `groep ${id} (${names.theme(group.theme)}, ${names.date(group.date).nl})`,
      en: `group ${id} (${names.theme(group.theme)}, ${names.date(group.date).en})`,
    };
  };
  const moves: RepairMove[] = [];
  const say = (
    kind: RepairMove['kind'],
    practice: string | null,
    from: string | null,
    to: string | null,
    nl: string,
    en: string,
  ) => moves.push({ kind, practice, from, to, sentence: capital(nl), sentenceEn: capital(en) });
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [from, to] = [was.get(id) ?? null, is.get(id) ?? null];
    if (from === to) continue;
    const name = names.practice(id);
    if (from === null && to !== null)
      say('join', id, null, to, `${name} komt in ${at(to).nl}.`, `${name} joins ${at(to).en}.`);
    else if (to === null && departed.has(id))
      say('leave', id, from, null, `${name} verlaat ${at(from!).nl}.`, `${name} leaves ${at(from!).en}.`);
    else if (to === null)
      say(
        'left-out',
        id,
        from,
        null,
        `Voor ${name} is geen plaats meer.`,
        `There is no place left for ${name}.`,
      );
    else
      say(
        'move',
        id,
        from,
        to,
        `${name} gaat van groep ${from} naar ${at(to).nl}.`,
        `${name} moves from group ${from} to ${at(to).en}.`,
      );
  }
  const old = new Map(before.groups.map((group) => [group.id, group]));
  for (const group of after.groups) {
    const previous = old.get(group.id);
    if (!previous)
      say('new-group', null, null, group.id, `${at(group.id).nl} is nieuw.`, `${at(group.id).en} is new.`);
    if (group.leader && group.leader !== previous?.leader) {
      const name = names.practice(group.leader);
      say(
        'leader',
        group.leader,
        null,
        group.id,
        `${name} wordt gespreksleider van groep ${group.id}.`,
        `${name} becomes discussion leader of group ${group.id}.`,
      );
    }
  }
  const kept = new Set(after.groups.map(({ id }) => id));
  for (const { id } of before.groups)
    if (!kept.has(id)) say('dissolve', null, id, null, `${at(id).nl} vervalt.`, `${at(id).en} ends.`);
  return moves;
}
