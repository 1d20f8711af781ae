import { Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { certificateHref } from './attendance-data';

/** The reader's own, as a file. */
export function CertificateButton({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('meeting-attendance');
  return (
    <Button
      component="a"
      href={certificateHref(meetingId)}
      download
      variant="default"
      size="sm"
      leftSection={<IconCertificate size={18} />}
    >
      {t('certificate')}
    </Button>
  );
}
