import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MeasureVersionView, MeasureView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { showToast } from '../../../lib/toast';
import { MANAGE } from '../manage/manage-head';
import type { MeasureChanges } from './use-measure';

interface DiscardDraftProps {
  measure: MeasureView;
  version: MeasureVersionView;
  changes: MeasureChanges;
  /** Everything that was typed is kept, so that nothing is saved after this. */
  settled: boolean;
}

/** Throws a draft away; what was reviewed stays as it is. */
export function DiscardDraft({ measure, version, changes, settled }: DiscardDraftProps) {
  const { t } = useTranslation('measures');
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const { current, code } = measure;
  const last = current === null;
  const discard = useMutation({
    mutationFn: () => changes.discardDraft(version.version, last),
    onSuccess: async () => {
      setAsked(false);
      showToast(t('discarded', { number: version.number }));
      if (last) await navigate(`${MANAGE}/maten`, { replace: true });
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} />} onClick={() => setAsked(true)}>
        {t('discard')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => {
          discard.reset();
          setAsked(false);
        }}
        onConfirm={() => discard.mutate()}
        title={t('discard.title', { number: version.number })}
        confirm={t('discard')}
        danger
        disabled={!settled}
        busy={discard.isPending}
        error={discard.error}
      >
        <p>{current ? t('discard.current', { number: current.number }) : t('discard.last', { code })}</p>
        <p>{t('discard.gone')}</p>
      </ConfirmDialog>
    </>
  );
}
