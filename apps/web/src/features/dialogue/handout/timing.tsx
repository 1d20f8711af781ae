import { IconClockCheck, IconClockExclamation, IconClockPause, IconMessage2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReferralTiming } from '#libs/contracts';
import type { Item } from './items';
import classes from './handout.module.css';

export const TIMINGS = [
  'too-early',
  'on-time',
  'too-late',
  'other',
] as const satisfies readonly ReferralTiming[];
const ICONS = {
  'too-early': IconClockPause,
  'on-time': IconClockCheck,
  'too-late': IconClockExclamation,
  other: IconMessage2,
} as const;
const COLUMNS = [
  ['tooEarly', 'too-early'],
  ['onTime', 'on-time'],
  ['tooLate', 'too-late'],
] as const;

/** What the specialist says of when is referred: icon and sentence. */
export function TimingMark({ timing }: { timing: ReferralTiming | null }) {
  const { t } = useTranslation('dialogue-handout');
  if (!timing || timing === 'other') return null;
  const Icon = ICONS[timing];
  return (
    <p className={classes.mark} data-timing={timing}>
      <Icon size={18} stroke={1.8} className="lk-icon" aria-hidden />
      {t(`mark.${timing}`)}
    </p>
  );
}

/** Too early, on time, too late: three small columns, of which an empty one shows a dash. */
export function TimingColumns({ item }: { item: Item }) {
  const { t } = useTranslation('dialogue-handout');
  if (COLUMNS.every(([field]) => item[field].trim() === '')) return null;
  return (
    <dl className={classes.columns}>
      {COLUMNS.map(([field, timing]) => {
        const Icon = ICONS[timing];
        return (
          <div key={field} data-timing={timing} data-empty={item[field].trim() === '' || undefined}>
            <dt>
              <Icon size={16} stroke={1.9} className="lk-icon" aria-hidden />
              {t(`timing.${timing}`)}
            </dt>
            <dd dir="auto">{item[field].trim() || '–'}</dd>
          </div>
        );
      })}
    </dl>
  );
}
