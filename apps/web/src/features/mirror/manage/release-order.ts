import type { ReleaseView } from '#libs/contracts';

type Release = Pick<ReleaseView, 'id' | 'audience' | 'group' | 'period' | 'state' | 'releasedAt'>;
interface ByState<R> {
  /** On its way. */
  busy: R[];
  /** Nothing can be shown, until somebody does something. */
  not: R[];
  /** What people see today. */
  now: R[];
  past: R[];
}
const AUDIENCES = ['region', 'staff', 'group'] as const;

/** Releases as the steward reads them: the region first, then groups by name (`Groep 2` before `Groep 10`). */
export function releasesByState<R extends Release>(releases: readonly R[]): ByState<R> {
  const names = new Intl.Collator('nl', { numeric: true });
  const ordered = releases.toSorted(
    (a, b) =>
      AUDIENCES.indexOf(a.audience) - AUDIENCES.indexOf(b.audience) ||
      names.compare(a.group?.name ?? '', b.group?.name ?? '') ||
      b.period.toExclusive.localeCompare(a.period.toExclusive),
  );
  const of = (...states: ReleaseView['state'][]) => ordered.filter((one) => states.includes(one.state));
  return {
    busy: of('preparing'),
    not: of('refused', 'failed'),
    now: of('released'),
    past: of('superseded', 'withdrawn').sort((a, b) =>
      (b.releasedAt ?? '').localeCompare(a.releasedAt ?? ''),
    ),
  };
}
