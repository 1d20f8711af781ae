import { IconCloudCheck, IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnectionBanner } from '../lib/connection';
import classes from './offline-banner.module.css';

/** Says that the connection is lost, keeps trying, and says when it is back. */
export function OfflineBanner() {
  const { t } = useTranslation('components');
  const connection = useConnectionBanner();
  const lost = connection === 'lost';
  const Icon = lost ? IconCloudOff : IconCloudCheck;
  return (
    <div role="status" data-print="hide">
      {connection !== 'works' && (
        <div className={classes.banner} data-lost={lost || undefined}>
          <Icon size={18} stroke={1.8} className="lk-icon" />
          {t(lost ? 'connection.lost' : 'connection.recovered')}
        </div>
      )}
    </div>
  );
}
