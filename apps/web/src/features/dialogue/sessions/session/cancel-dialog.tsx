import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DialogueSessionView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { showToast } from '../../../../lib/toast';
import { useHearers } from './hearers';
import type { SessionChanges } from './use-session';

interface CancelDialogProps {
  session: DialogueSessionView;
  changes: SessionChanges;
  opened: boolean;
  onClose: () => void;
}

/** It does not go on: names everybody who hears it. */
export function CancelDialog({ session, changes, opened, onClose }: CancelDialogProps) {
  const { t } = useTranslation('dialogue-sessions');
  const { receivers, error } = useHearers(session.id, opened);
  const cancel = useMutation({
    mutationFn: changes.cancel,
    onSuccess: () => {
      onClose();
      showToast(t('cancelled'));
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        cancel.reset();
        onClose();
      }}
      onConfirm={() => cancel.mutate()}
      title={t('cancel.title', { title: session.title })}
      receivers={receivers ?? []}
      confirm={t('cancel.confirm')}
      danger
      busy={cancel.isPending}
      disabled={receivers === null}
      error={cancel.error ?? error}
    >
      <p>{t('cancel.text')}</p>
      {receivers?.length === 0 && <p>{t('hearers.none')}</p>}
    </ConfirmDialog>
  );
}
