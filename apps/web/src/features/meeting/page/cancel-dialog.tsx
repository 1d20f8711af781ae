import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { showToast } from '../../../lib/toast';
import { useMeetingChanges } from './meeting-data';
import { calledMeeting } from './meeting-words';

interface CancelDialogProps {
  meeting: MeetingView;
  opened: boolean;
  onClose: () => void;
}

/** It does not go on: names every practice that hears it. */
export function CancelDialog({ meeting, opened, onClose }: CancelDialogProps) {
  const { t } = useTranslation('meeting');
  const changes = useMeetingChanges();
  const cancel = useMutation({
    mutationFn: () => changes.cancel(meeting),
    onSuccess: () => {
      onClose();
      showToast(t('cancel.done'));
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
      title={t('cancel.title', { title: calledMeeting(meeting) })}
      receivers={meeting.members.map(({ practiceId, name, town }) => ({
        id: practiceId,
        name,
        ...(town && { detail: town }),
      }))}
      confirm={t('cancel.confirm')}
      danger
      busy={cancel.isPending}
      error={cancel.error}
    >
      <p>{t('cancel.text')}</p>
    </ConfirmDialog>
  );
}
