import type { FigureRemarkView } from '#libs/contracts';

type Remark = Pick<FigureRemarkView, 'kind' | 'state' | 'at' | 'answeredAt'>;

/** Open ones first and disputes before comments, the oldest first: it waits longest. What is done, newest first. */
export function remarksInOrder<R extends Remark>(remarks: readonly R[]): { open: R[]; done: R[] } {
  const weight = (remark: R) => (remark.kind === 'dispute' ? 0 : 1);
  return {
    open: remarks
      .filter(({ state }) => state === 'open')
      .sort((a, b) => weight(a) - weight(b) || a.at.localeCompare(b.at)),
    done: remarks
      .filter(({ state }) => state !== 'open')
      .sort((a, b) => (b.answeredAt ?? b.at).localeCompare(a.answeredAt ?? a.at)),
  };
}
