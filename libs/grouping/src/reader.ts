import {
  flagAt,
  idsAt,
  listAt,
  numberAt,
  objectAt,
  optionalNumberAt,
  shown,
  textAt,
  uniqueAt,
} from './fields.js';
import { GroupingInputError } from './instance.js';
import type { Conflict, GroupingConfig, GroupingPractice, Instance, Solution } from './instance.js';

function readConfig(value: unknown): GroupingConfig {
  const config = objectAt(value, 'config');
  const size = objectAt(config['groupSize'], 'config.groupSize');
  const min = numberAt(size['min'], 'config.groupSize.min', { min: 1, max: 1000, whole: true });
  const max = numberAt(size['max'], 'config.groupSize.max', { min: 1, max: 1000, whole: true });
  if (min > max) throw new GroupingInputError('config.groupSize', `min ${min} is larger than max ${max}`);
  const weights = objectAt(config['weights'] ?? {}, 'config.weights');
  const weight = (name: string, standard: number) =>
    numberAt(
      weights[name],
      `config.weights.${name}`,
      { min: 0, max: 1000 },
      config['weights'] ? undefined : standard,
    );
  const ranks =
    config['rankValues'] === undefined
      ? [1, 0.75, 0.5]
      : listAt(config['rankValues'], 'config.rankValues', true);
  if (ranks.length === 0) throw new GroupingInputError('config.rankValues', 'must hold at least one value');
  const fairness = objectAt(config['fairness'] ?? {}, 'config.fairness');
  return {
    groupSize: { min, max },
    maxAbsentPerGroup: numberAt(
      config['maxAbsentPerGroup'],
      'config.maxAbsentPerGroup',
      { min: 0, whole: true },
      0,
    ),
    maxPerDistrict: optionalNumberAt(config['maxPerDistrict'], 'config.maxPerDistrict', {
      min: 1,
      whole: true,
    }),
    requireRankedTheme: flagAt(config['requireRankedTheme'], 'config.requireRankedTheme', false),
    weights: {
      theme: weight('theme', 0.4),
      attendance: weight('attendance', 0.2),
      continuity: weight('continuity', 0.25),
      motivation: weight('motivation', 0.15),
    },
    rankValues: ranks.map((rank, index) => numberAt(rank, `config.rankValues[${index}]`, { min: 0, max: 1 })),
    maybeValue: numberAt(config['maybeValue'], 'config.maybeValue', { min: 0, max: 1 }, 0.5),
    fairness: {
      lambda: numberAt(fairness['lambda'], 'config.fairness.lambda', { min: 0, max: 100 }, 0),
      threshold: numberAt(fairness['threshold'], 'config.fairness.threshold', { min: 0, max: 1 }, 0),
    },
    unassignedPenalty: numberAt(
      config['unassignedPenalty'],
      'config.unassignedPenalty',
      { min: 0, max: 1e6 },
      10,
    ),
  };
}

/**
 * Reads `igroups-instance/1` and fills in the defaults of `GroupingConfig`.
 * @throws GroupingInputError with one sentence naming the path of the first offending value.
 */
export function readInstance(json: unknown): Instance {
  const root = objectAt(json, 'instance');
  if (root['format'] !== 'igroups-instance/1') {
    throw new GroupingInputError('format', `must be "igroups-instance/1", found ${shown(root['format'])}`);
  }
  const config = readConfig(root['config']);
  const cap = { min: 0, whole: true };
  const themes = uniqueAt(root['themes'], 'themes', (theme, at) => ({
    id: textAt(theme['id'], `${at}.id`),
    name: textAt(theme['name'], `${at}.name`, String(theme['id'])),
    maxGroups: optionalNumberAt(theme['maxGroups'], `${at}.maxGroups`, cap),
  }));
  const dates = uniqueAt(root['dates'], 'dates', (date, at) => {
    const day = textAt(date['date'], `${at}.date`);
    if (!/^\d{4}-\d{2}-\d{2}/.test(day) || Number.isNaN(Date.parse(day))) {
      throw new GroupingInputError(`${at}.date`, `must be a date like 2026-09-07, found ${shown(day)}`);
    }
    return {
      id: textAt(date['id'], `${at}.id`),
      date: day,
      maxGroups: optionalNumberAt(date['maxGroups'], `${at}.maxGroups`, cap),
    };
  });
  const themeIds = new Set(themes.map((theme) => theme.id));
  const dateIds = new Set(dates.map((date) => date.id));
  const practices = uniqueAt(root['practices'], 'practices', (practice, at): GroupingPractice => ({
    id: textAt(practice['id'], `${at}.id`),
    district: textAt(practice['district'], `${at}.district`, ''),
    listSize: optionalNumberAt(practice['listSize'], `${at}.listSize`, { min: 0 }),
    motivation: optionalNumberAt(practice['motivation'], `${at}.motivation`, { min: 1, max: 5 }),
    canLead: flagAt(practice['canLead'], `${at}.canLead`, false),
    preferences: idsAt(practice['preferences'], `${at}.preferences`, themeIds, 'theme'),
    excludedThemes: idsAt(practice['excludedThemes'], `${at}.excludedThemes`, themeIds, 'theme'),
    available: idsAt(practice['available'], `${at}.available`, dateIds, 'date'),
    maybe: idsAt(practice['maybe'], `${at}.maybe`, dateIds, 'date'),
  }));
  const practiceIds = new Set(practices.map((practice) => practice.id));
  const known = (value: unknown, at: string): string => {
    const id = textAt(value, at);
    if (!practiceIds.has(id)) throw new GroupingInputError(at, `names no practice, found ${shown(id)}`);
    return id;
  };
  return {
    format: 'igroups-instance/1',
    name: textAt(root['name'], 'name', 'instance'),
    config,
    themes,
    dates,
    practices,
    history: listAt(root['history'], 'history').map((entry, index) => {
      const at = `history[${index}]`;
      const group = objectAt(entry, at);
      const members = listAt(group['members'], `${at}.members`, true);
      return {
        members: members.map((member, place) => textAt(member, `${at}.members[${place}]`)),
        weight: numberAt(group['weight'], `${at}.weight`, { min: 0, max: 1000 }, 1),
      };
    }),
    forbiddenPairs: listAt(root['forbiddenPairs'], 'forbiddenPairs').map((entry, index) => {
      const at = `forbiddenPairs[${index}]`;
      const pair = objectAt(entry, at);
      return {
        a: known(pair['a'], `${at}.a`),
        b: known(pair['b'], `${at}.b`),
        reason: textAt(pair['reason'], `${at}.reason`, ''),
      };
    }),
  };
}

function readConflict(entry: unknown, at: string): Conflict {
  const conflict = objectAt(entry, at);
  return {
    code: textAt(conflict['code'], `${at}.code`) as Conflict['code'],
    practices: idsAt(conflict['practices'], `${at}.practices`, null, 'practice'),
    message: textAt(conflict['message'], `${at}.message`, ''),
    messageEn: textAt(conflict['messageEn'], `${at}.messageEn`, ''),
  };
}

/**
 * Reads `igroups-solution/1`. Only the shape is judged here: broken rules, unknown ids and double members are
 * what `checkSolution` reports. `unassigned` entries may be bare ids.
 * @throws GroupingInputError with one sentence naming the path of the first offending value.
 */
export function readSolution(json: unknown): Solution {
  const root = objectAt(json, 'solution');
  if (root['format'] !== 'igroups-solution/1') {
    throw new GroupingInputError('format', `must be "igroups-solution/1", found ${shown(root['format'])}`);
  }
  const unassigned = listAt(root['unassigned'], 'unassigned').map((entry, index) => {
    const at = `unassigned[${index}]`;
    if (typeof entry === 'string') return { id: textAt(entry, at), reasons: [] };
    const left = objectAt(entry, at);
    const reasons = listAt(left['reasons'], `${at}.reasons`);
    return {
      id: textAt(left['id'], `${at}.id`),
      reasons: reasons.map((reason, place) => textAt(reason, `${at}.reasons[${place}]`)),
    };
  });
  const status = root['status'] ?? (unassigned.length > 0 ? 'partial' : 'feasible');
  if (status !== 'feasible' && status !== 'partial' && status !== 'infeasible') {
    throw new GroupingInputError('status', `must be feasible, partial or infeasible, found ${shown(status)}`);
  }
  return {
    format: 'igroups-solution/1',
    instance: textAt(root['instance'], 'instance', ''),
    status,
    groups: uniqueAt(root['groups'], 'groups', (group, at) => ({
      id: textAt(group['id'], `${at}.id`),
      theme: textAt(group['theme'], `${at}.theme`),
      date: textAt(group['date'], `${at}.date`),
      leader: textAt(group['leader'], `${at}.leader`, ''),
      members: listAt(group['members'], `${at}.members`, true).map((member, place) =>
        textAt(member, `${at}.members[${place}]`),
      ),
    })),
    unassigned,
    conflicts: listAt(root['conflicts'], 'conflicts').map((entry, index) =>
      readConflict(entry, `conflicts[${index}]`),
    ),
    objective: optionalNumberAt(root['objective'], 'objective', {}),
    bound: optionalNumberAt(root['bound'], 'bound', {}),
    optimal: flagAt(root['optimal'], 'optimal', false),
    seconds: numberAt(root['seconds'], 'seconds', { min: 0 }, 0),
    iterations: numberAt(root['iterations'], 'iterations', { min: 0 }, 0),
  };
}
