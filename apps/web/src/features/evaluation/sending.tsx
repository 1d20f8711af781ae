import { Button } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import { Notice } from './notice';

interface SendingProps {
  closesAt: string | null;
  /** The answer is also on this device. */
  kept: boolean;
  onTry: () => void;
}

/** The answer did not come through yet: nothing is lost, and nothing needs to be done. */
export function Sending({ closesAt, kept, onTry }: SendingProps) {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  const until = closesAt ? `${format.day(closesAt)}, ${format.time(closesAt)}` : t('closing');
  return (
    <Notice icon={IconCloudUp} title={t('sending.title')} moved>
      <p>{t('sending.text')}</p>
      <p>{kept ? t('sending.kept', { until }) : t('sending.stay')}</p>
      <Button variant="default" mt={12} onClick={onTry}>
        {t('sending.now')}
      </Button>
    </Notice>
  );
}
