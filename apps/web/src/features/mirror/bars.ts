import type { OwnFigureView } from '#libs/contracts';

export interface ComparedBar {
  key: string;
  /** The label or name of another practice; null for one's own. */
  label: string | null;
  value: number | null;
  own: boolean;
}

/**
 * The bars of a figure: the group's, with one's own among them, sorted from high to low and what is not shown last. Where one's
 * own is not among what the group sees, one of the unshown bars is one's own: it is shown to nobody but the reader. Without a
 * group: one's own alone.
 */
export function comparedBars(figure: Pick<OwnFigureView, 'own' | 'group'>): ComparedBar[] {
  const own: ComparedBar = { key: 'own', label: null, value: figure.own.value, own: true };
  if (!figure.group) return [own];
  const bars = figure.group.bars.map((bar): ComparedBar =>
    bar.own ? own : { key: bar.label, label: bar.practice ?? bar.label, value: bar.value, own: false },
  );
  if (!bars.includes(own)) {
    const hidden = bars.findLastIndex((bar) => bar.value === null);
    if (hidden >= 0) bars.splice(hidden, 1);
    bars.push(own);
  }
  return bars.toSorted((a, b) => {
    if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1;
    return b.value - a.value;
  });
}
