import { IconCheck, IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MeetingScreen } from '#libs/contracts';
import classes from './live.module.css';

/** Which practices are in the room. */
export function Here({ view }: { view: MeetingScreen }) {
  const { t } = useTranslation('meeting-live');
  return (
    <ul className={classes.here} aria-label={t('people.title')}>
      {view.presence.map(({ practiceId, practice, here }) => {
        const Icon = here ? IconCheck : IconCloudOff;
        return (
          <li key={practiceId} data-here={here || undefined}>
            <Icon size={18} stroke={2} className="lk-icon" aria-hidden />
            {practice}
            <span>{t(here ? 'people.here' : 'people.away')}</span>
          </li>
        );
      })}
    </ul>
  );
}
