import type { GroupComparisonFigure, OwnFigureView, Words } from '#libs/contracts';
import { monthNumber, monthsIn, type Supplied, type Window } from './coverage.rules.js';
import type { Comparison } from './sentences.rules.js';

/** The data sets that the figure's own window is made of, those of list sizes too. */
export function usedSets({ atoms, listed, owners }: Supplied, window: Window): string[] {
  const [from, to] = [monthNumber(window.from), monthNumber(window.toExclusive)];
  const used = new Set<string>();
  for (const [month, set] of owners) if (month >= from && month < to) used.add(set.id);
  for (const { at, months, dataSetId } of [...atoms, ...listed])
    if (at < to && at + months > from) used.add(dataSetId);
  return [...used].sort();
}

/** The sources of the figure's own window: more than one means that it changed within. */
export function sourcesIn({ owners }: Supplied, window: Window): Set<string> {
  const first = monthNumber(window.from);
  const sources = new Set<string>();
  for (let month = first; month < first + monthsIn(window); month += 1) {
    const owner = owners.get(month);
    if (owner) sources.add(owner.source.id);
  }
  return sources;
}

/** With fewer others shown, "your group" would be one or two practices. */
const LEAST_OTHERS = 3;

/** The group where enough of it is shown, else the region. Only what is on the screen anyway is used. */
export function comparisonOf(
  group: GroupComparisonFigure | null,
  region: OwnFigureView['region'],
): Comparison | null {
  const others = (group?.bars ?? []).flatMap(({ own, value }) => (own || value === null ? [] : [value]));
  if (others.length >= LEAST_OTHERS) {
    const sorted = others.sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    const value =
      sorted.length % 2 === 1
        ? (sorted[middle] as number)
        : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
    return { with: 'group', value };
  }
  return region ? { with: 'region', value: region.value } : null;
}

/** Why nothing of a group stands beside the figure. */
export const noGroupWords = (hasGroup: boolean): Words =>
  hasGroup
    ? {
        nl: 'Van uw groep is dit cijfer niet vrijgegeven.',
        en: 'This figure was not released for your group.',
      }
    : {
        nl: 'Uw praktijk zit nu niet in een intervisiegroep.',
        en: 'Your practice is not in an intervision group now.',
      };

/**
 * When the practice's own figures of a window were taken from its system, per data set: in an extract of many practices that is not one
 * day, and a window that was not over by then is not whole (field B5).
 */
export function extractedAt({ listed }: Supplied, window: Window): Map<string, string> {
  const [from, to] = [monthNumber(window.from), monthNumber(window.toExclusive)];
  const dates = new Map<string, string>();
  for (const { at, months, dataSetId, extractAt } of listed)
    if (extractAt && at < to && at + months > from && extractAt > (dates.get(dataSetId) ?? ''))
      dates.set(dataSetId, extractAt);
  return dates;
}
