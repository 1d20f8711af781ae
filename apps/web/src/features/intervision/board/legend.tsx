import { IconCalendarOff, IconCalendarQuestion, IconMessageCircle, IconPinFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './desk.module.css';

/** What the signs on the board mean; above it, for who sees it for the first time. */
export function Legend() {
  const { t } = useTranslation('board');
  return (
    <ul className={classes.legend} aria-label={t('legend')}>
      <li>
        <b>{t('rank.1')}</b> {t('legend.first')}
      </li>
      <li>
        <IconMessageCircle size={15} color="var(--lk-accent)" aria-hidden /> {t('legend.leader')}
      </li>
      <li>
        <IconCalendarQuestion size={15} color="var(--lk-warn)" aria-hidden /> {t('legend.maybe')}
      </li>
      <li>
        <IconCalendarOff size={15} color="var(--lk-warn)" aria-hidden /> {t('legend.no')}
      </li>
      <li>
        <IconPinFilled size={13} color="var(--lk-accent)" aria-hidden /> {t('legend.pinned')}
      </li>
    </ul>
  );
}
