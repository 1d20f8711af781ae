import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../lib/connection';
import { useFormat } from '../lib/i18n';
import classes from './save-state.module.css';

interface SaveStateProps {
  /** When the last change was kept; null before the first. */
  savedAt: string | number | null;
  saving: boolean;
  /** The last attempt failed for another reason than the connection. */
  failed?: boolean;
}

/** "Bewaard om 10.42 uur": no doubt about whether what was typed is kept. */
export function SaveState({ savedAt, saving, failed = false }: SaveStateProps) {
  const { t } = useTranslation('components');
  const format = useFormat();
  // Without anything waiting, a lost connection takes nothing away from what is kept.
  const lost = useConnection() === 'lost' && (saving || failed || !savedAt);
  const Icon = lost || failed ? IconCloudOff : saving ? IconCloudUp : IconCloudCheck;
  const text = lost
    ? t('save.waiting')
    : failed
      ? t('save.failed')
      : saving
        ? t('save.saving')
        : savedAt
          ? t('save.saved', { time: format.time(savedAt) })
          : null;
  if (!text) return null;
  return (
    <span className={classes.state} data-bad={lost || failed || undefined}>
      <Icon size={16} stroke={1.8} className="lk-icon" />
      {text}
    </span>
  );
}
