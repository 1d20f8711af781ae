import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModeratorLiveView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { tally } from '../hour';
import type { Steering } from '../use-steering';

/** Ends the hour for everybody; cannot be taken back, so it asks once and says what happens to what is open. */
export function EndButton({ view, steering }: { view: ModeratorLiveView; steering: Steering }) {
  const { t } = useTranslation('dialogue-live');
  const [asks, setAsks] = useState(false);
  const { open } = tally(view.questions);
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setAsks(true)}>
        {t('end.open')}
      </Button>
      <ConfirmDialog
        opened={asks}
        onClose={() => setAsks(false)}
        onConfirm={() => {
          steering.act('end');
          setAsks(false);
        }}
        title={t('end.title')}
        confirm={t('end.do')}
        busy={steering.busy}
      >
        <p>{open > 0 ? t('end.left', { count: open }) : t('end.none')}</p>
        <p>{t('end.text')}</p>
      </ConfirmDialog>
    </>
  );
}
