import type { MeasureContent } from '#libs/contracts';

type UnitKey = 'unit.listed' | 'unit.share' | 'unit.per';

/** How the number is said: per so many patients, as a percentage, or per so many of what is counted. */
export function unitKey({ denominator, per }: Pick<MeasureContent, 'denominator' | 'per'>): UnitKey {
  if (denominator === 'listed') return 'unit.listed';
  return per === 100 ? 'unit.share' : 'unit.per';
}
