import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useProblemText } from '../../../components/problem-text';
import { showToast } from '../../../lib/toast';
import { useMeetingChanges } from './meeting-data';

/** Ends the meeting. Before its time it asks first: the evaluation that follows cannot be called back. */
export function CloseButton({ meeting, over }: { meeting: MeetingView; over: boolean }) {
  const { t } = useTranslation('meeting');
  const problemText = useProblemText();
  const changes = useMeetingChanges();
  const [asking, setAsking] = useState(false);
  const close = useMutation({
    mutationFn: () => changes.close(meeting),
    onSuccess: () => showToast(t('close.done')),
    onError: (error) => asking || showToast(problemText(error), { kind: 'failed' }),
  });
  return (
    <>
      <Button
        variant={over ? 'filled' : 'default'}
        loading={close.isPending}
        onClick={() => (over ? close.mutate() : setAsking(true))}
      >
        {t('close')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          close.reset();
          setAsking(false);
        }}
        onConfirm={() => close.mutate()}
        title={t('close.title')}
        confirm={t('close')}
        busy={close.isPending}
        error={close.error}
      >
        <p>{t('close.text')}</p>
      </ConfirmDialog>
    </>
  );
}
