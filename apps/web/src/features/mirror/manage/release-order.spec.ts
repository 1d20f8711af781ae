import { describe, expect, it } from '@jest/globals';
import type { ReleaseView } from '#libs/contracts';
import { releasesByState } from './release-order';

const release = (
  id: string,
  audience: ReleaseView['audience'],
  state: ReleaseView['state'],
  group: string | null = null,
  releasedAt: string | null = null,
) => ({
  id,
  audience,
  state,
  group: group === null ? null : { id: group, name: group },
  period: { from: '2025-07-01', toExclusive: '2026-07-01' },
  releasedAt,
});

describe('the releases of a region', () => {
  it('stand by what people see today, the region first and groups by number (MIR-07)', () => {
    const { now } = releasesByState([
      release('c', 'group', 'released', 'Groep 10'),
      release('b', 'group', 'released', 'Groep 2'),
      release('s', 'staff', 'released'),
      release('r', 'region', 'released'),
    ]);
    expect(now.map(({ id }) => id)).toEqual(['r', 's', 'b', 'c']);
  });
  it('keep what was refused apart from what is on its way and what is over (MIR-07)', () => {
    const { busy, not, past } = releasesByState([
      release('old', 'region', 'superseded', null, '2026-01-01T00:00:00Z'),
      release('older', 'region', 'withdrawn', null, '2025-01-01T00:00:00Z'),
      release('no', 'group', 'refused', 'Groep 1'),
      release('bad', 'group', 'failed', 'Groep 3'),
      release('soon', 'group', 'preparing', 'Groep 4'),
    ]);
    expect([busy, not, past].map((part) => part.map(({ id }) => id))).toEqual([
      ['soon'],
      ['no', 'bad'],
      ['old', 'older'],
    ]);
  });
});
