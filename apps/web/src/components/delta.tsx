import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/i18n';
import classes from './delta.module.css';

interface DeltaProps {
  value: number;
  decimals?: number;
  unit?: string;
  /** Which direction is good; decides the colour, never the arrow. */
  better?: 'up' | 'down' | 'neither';
}

/** A difference as arrow, sign and number; what rounds to nothing is called equal. */
export function Delta({ value, decimals = 1, unit = '', better = 'up' }: DeltaProps) {
  const { t } = useTranslation('components');
  const format = useFormat();
  if (Math.abs(value) < 0.5 * 10 ** -decimals) {
    return (
      <span className={classes.delta} data-tone="equal">
        <IconEqual size={15} aria-hidden />
        {t('delta.equal')}
      </span>
    );
  }
  const up = value > 0;
  const Icon = up ? IconArrowUpRight : IconArrowDownRight;
  const tone = better === 'neither' ? 'equal' : up === (better === 'up') ? 'good' : 'bad';
  return (
    <span className={classes.delta} data-tone={tone}>
      <Icon size={16} stroke={2.2} role="img" aria-label={t(up ? 'delta.up' : 'delta.down')} />
      {format.signed(value, decimals)}
      {unit}
    </span>
  );
}
