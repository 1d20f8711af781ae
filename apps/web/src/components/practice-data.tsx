import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/me';

interface PracticeDataProps {
  practiceId: string;
}

/** Everything that is kept about one practice as a file: for the coordinator and the practice's own holder. */
export function PracticeData({ practiceId }: PracticeDataProps) {
  const { roles } = useMe();
  const may = roles.some(
    ({ role, scopeId }) =>
      role === 'region-coordinator' || (role === 'practice-holder' && scopeId === practiceId),
  );
  return may ? (
    <Suspense fallback={null}>
      <Download practiceId={practiceId} />
    </Suspense>
  ) : null;
}

function Download({ practiceId }: PracticeDataProps) {
  const { t } = useTranslation('privacy');
  return (
    <Button
      component="a"
      variant="default"
      href={`/api/practices/${practiceId}/data`}
      download
      leftSection={<IconDownload size={18} stroke={1.8} />}
    >
      {t('practice.download')}
    </Button>
  );
}
