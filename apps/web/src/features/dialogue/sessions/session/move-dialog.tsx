import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueSessionView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { showToast } from '../../../../lib/toast';
import { useHearers } from './hearers';
import type { SessionChanges } from './use-session';
import classes from '../sessions.module.css';

type Times = Pick<DialogueSessionView, 'date' | 'startTime' | 'endTime'>;

interface MoveDialogProps {
  session: DialogueSessionView;
  changes: SessionChanges;
  opened: boolean;
  onClose: () => void;
}

/** Another date or time: the timeline moves along, and everybody who comes hears it. */
export function MoveDialog({ session, changes, opened, onClose }: MoveDialogProps) {
  const { t } = useTranslation('dialogue-sessions');
  const { receivers, error } = useHearers(session.id, opened);
  const { date, startTime, endTime } = session;
  /** What was typed; null as long as it is the moment of the session. */
  const [typed, setTimes] = useState<Times | null>(null);
  const times = typed ?? { date, startTime, endTime };
  const move = useMutation({
    mutationFn: () => changes.change(times),
    onSuccess: () => {
      setTimes(null);
      onClose();
      showToast(t('moved'));
    },
  });
  const same = times.date === date && times.startTime === startTime && times.endTime === endTime;
  const whole = times.date !== '' && times.startTime !== '' && times.endTime > times.startTime;
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        move.reset();
        setTimes(null);
        onClose();
      }}
      onConfirm={() => move.mutate()}
      title={t('move.title', { title: session.title })}
      receivers={receivers ?? []}
      confirm={t('move.confirm')}
      busy={move.isPending}
      disabled={receivers === null || same || !whole}
      error={move.error ?? error}
    >
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={t('times.date')}
          value={times.date}
          onChange={(event) => setTimes({ ...times, date: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('times.start')}
          value={times.startTime}
          onChange={(event) => setTimes({ ...times, startTime: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('times.end')}
          value={times.endTime}
          onChange={(event) => setTimes({ ...times, endTime: event.currentTarget.value })}
        />
      </div>
      <p>{t('move.text')}</p>
      {receivers?.length === 0 && <p>{t('hearers.none')}</p>}
    </ConfirmDialog>
  );
}
