import { describe, expect, it } from '@jest/globals';
import type { DataSetSummaryView, MeasureView, ReleaseView } from '#libs/contracts';
import { newestSet, regionMeasures, regionPeriods, releaseSummary } from './region-choices';

const release = (part: Partial<ReleaseView>): ReleaseView =>
  ({
    audience: 'staff',
    state: 'released',
    kind: 'referrals',
    period: { from: '2025-10-01', toExclusive: '2026-10-01' },
    ...part,
  }) as ReleaseView;
const measure = (code: string, kind: string | null): MeasureView =>
  ({ code, current: kind ? { content: { kind } } : null }) as MeasureView;
const set = (id: string, state: string, toExclusive: string): DataSetSummaryView =>
  ({
    id,
    state,
    source: { kind: 'referrals' },
    period: { from: '2024-01-01', toExclusive },
  }) as DataSetSummaryView;

describe('what can be looked at in the region', () => {
  it('are reviewed measures of a kind that was released for who keeps figures (MIR-06)', () => {
    const measures = [measure('VERW', 'referrals'), measure('DIAG', 'diagnostics'), measure('NIEUW', null)];
    const releases = [release({}), release({ kind: 'diagnostics', audience: 'region' })];
    expect(regionMeasures(measures, releases).map(({ code }) => code)).toEqual(['VERW']);
    expect(regionMeasures(measures, [release({ state: 'withdrawn' })])).toEqual([]);
  });
  it('are released periods once, the newest first', () => {
    const older = { from: '2025-07-01', toExclusive: '2026-07-01' };
    const releases = [release({ period: older }), release({}), release({}), release({ kind: 'diagnostics' })];
    expect(regionPeriods(releases, 'referrals').map(({ from }) => from)).toEqual([
      '2025-10-01',
      '2025-07-01',
    ]);
  });
  it('are the items of the newest data set that was approved', () => {
    const sets = [
      set('a', 'approved', '2026-07-01'),
      set('b', 'approved', '2026-10-01'),
      set('c', 'checked', '2027-01-01'),
    ];
    expect(newestSet(sets, 'referrals')?.id).toBe('b');
    expect(newestSet(sets, 'consults')).toBeNull();
  });
  it('is summed up as the region and the groups, each group once', () => {
    const group = { id: 'g1', name: 'Groep 1' };
    const other = { id: 'g2', name: 'Groep 2' };
    const releases = [
      release({ audience: 'group', group }),
      release({ audience: 'group', group }),
      release({ audience: 'group', group: other, state: 'refused' }),
      release({ audience: 'region', releasedAt: '2026-11-02T10:00:00Z' }),
      release({ audience: 'region', kind: 'diagnostics' }),
    ];
    const { region, groups } = releaseSummary(releases, 'referrals');
    expect(region?.releasedAt).toBe('2026-11-02T10:00:00Z');
    expect(groups).toEqual({ released: 1, preparing: 0, refused: 1 });
    expect(releaseSummary([], 'referrals').region).toBeNull();
  });
});
