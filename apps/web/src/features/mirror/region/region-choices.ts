import type { DataSetSummaryView, MeasureView, ReleaseView } from '#libs/contracts';
import type { Period } from '../period';

/** Measures that can be looked at: reviewed, of a kind that was released for those who keep figures. */
export function regionMeasures(measures: readonly MeasureView[], releases: readonly ReleaseView[]) {
  const kinds = new Set(standing(releases).map((release) => release.kind));
  return measures.flatMap(({ code, current }) =>
    current && kinds.has(current.content.kind) ? [{ code, current }] : [],
  );
}

/** Periods of a kind that stand released, the newest first. */
export function regionPeriods(releases: readonly ReleaseView[], kind: string): Period[] {
  const found = new Map(
    standing(releases)
      .filter((release) => release.kind === kind)
      .map((release) => [release.period.from, release.period]),
  );
  return [...found.values()].toSorted((a, b) => b.from.localeCompare(a.from));
}

/** The newest approved data set of a kind: its items are what can be chosen. */
export function newestSet(sets: readonly DataSetSummaryView[], kind: string): DataSetSummaryView | null {
  const approved = sets.filter((set) => set.state === 'approved' && set.source.kind === kind);
  return (
    approved.toSorted((a, b) =>
      (b.period?.toExclusive ?? '').localeCompare(a.period?.toExclusive ?? ''),
    )[0] ?? null
  );
}

const standing = (releases: readonly ReleaseView[]) =>
  releases.filter((release) => release.audience === 'staff' && release.state === 'released');

/** What of a kind stands released for every practice, and how the groups stand. */
export function releaseSummary(releases: readonly ReleaseView[], kind: string) {
  const ours = releases.filter((release) => release.kind === kind);
  const groups = (state: ReleaseView['state']) =>
    new Set(
      ours.flatMap(({ audience, group, state: its }) =>
        audience === 'group' && group && its === state ? [group.id] : [],
      ),
    ).size;
  return {
    region: ours.find(({ audience, state }) => audience === 'region' && state === 'released') ?? null,
    groups: { released: groups('released'), preparing: groups('preparing'), refused: groups('refused') },
  };
}
