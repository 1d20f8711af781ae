import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './minutes.module.css';

/** What a task costs: every task says so (XCT-08). */
export function Minutes({ count }: { count: number }) {
  const { t } = useTranslation('components');
  return (
    <span className={classes.minutes}>
      <IconClock size={15} stroke={1.8} className="lk-icon" />
      {t('minutes', { count })}
    </span>
  );
}
