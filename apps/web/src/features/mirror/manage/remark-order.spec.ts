import { describe, expect, it } from '@jest/globals';
import type { FigureRemarkView } from '#libs/contracts';
import { remarksInOrder } from './remark-order';

const remark = (
  id: string,
  kind: FigureRemarkView['kind'],
  state: FigureRemarkView['state'],
  at: string,
  answeredAt: string | null = null,
) => ({ id, kind, state, at, answeredAt });

describe('remarks that wait for an answer', () => {
  it('are disputes first, then comments, the oldest of each on top (MIR-03)', () => {
    const { open } = remarksInOrder([
      remark('new comment', 'comment', 'open', '2026-09-03'),
      remark('new dispute', 'dispute', 'open', '2026-09-04'),
      remark('old comment', 'comment', 'open', '2026-08-01'),
      remark('old dispute', 'dispute', 'open', '2026-08-02'),
    ]);
    expect(open.map(({ id }) => id)).toEqual(['old dispute', 'new dispute', 'old comment', 'new comment']);
  });
  it('are apart from what was answered or taken back, the latest of those first (MIR-03)', () => {
    const { open, done } = remarksInOrder([
      remark('a', 'dispute', 'accepted', '2026-08-01', '2026-08-05'),
      remark('b', 'comment', 'withdrawn', '2026-09-01'),
      remark('c', 'dispute', 'declined', '2026-08-02', '2026-08-20'),
    ]);
    expect([open, done.map(({ id }) => id)]).toEqual([[], ['b', 'c', 'a']]);
  });
});
