import { Button } from '@mantine/core';
import { IconBell, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantView, RoundRemindedView, RoundView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorState } from '../../../components/error-state';
import { api, view } from '../../../lib/api';
import { useFormat } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { OpenDialog } from '../editor/open-dialog';
import { useRound } from '../editor/use-round';
import { roundKey } from '../round-data';
import classes from './answers.module.css';

interface RoundActionsProps {
  round: RoundView;
  participants: readonly ParticipantView[];
}

/** Reminding, closing and opening again. */
export function RoundActions({ round, participants }: RoundActionsProps) {
  const { t } = useTranslation('rounds');
  const changes = useRound(round.id);
  const [reminding, setReminding] = useState(false);
  const [reopening, setReopening] = useState(false);
  const silent = participants.filter((one) => one.state === 'unanswered' || one.state === 'started');
  const close = useMutation({
    mutationFn: () => changes.close(),
    onSuccess: () => showToast(t('closed')),
  });
  return (
    <>
      <div className={classes.actions}>
        {round.state === 'open' ? (
          <>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconBell size={17} />}
              disabled={silent.every((one) => one.unreachable)}
              onClick={() => setReminding(true)}
            >
              {t('remind')}
            </Button>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconLock size={17} />}
              loading={close.isPending}
              onClick={() => close.mutate()}
            >
              {t('close')}
            </Button>
          </>
        ) : (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconLockOpen size={17} />}
            onClick={() => setReopening(true)}
          >
            {t('reopen')}
          </Button>
        )}
      </div>
      {close.error && <ErrorState error={close.error} />}
      <RemindDialog round={round} silent={silent} opened={reminding} onClose={() => setReminding(false)} />
      <OpenDialog round={round} step="reopen" opened={reopening} onClose={() => setReopening(false)} />
    </>
  );
}

interface RemindDialogProps {
  round: RoundView;
  /** Who has not answered. */
  silent: readonly ParticipantView[];
  opened: boolean;
  onClose: () => void;
}

function RemindDialog({ round, silent, opened, onClose }: RemindDialogProps) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const client = useQueryClient();
  const remind = useMutation({
    mutationFn: () =>
      view<RoundRemindedView>(api.POST('/api/rounds/{id}/remind', { params: { path: { id: round.id } } })),
    onSuccess: async (sent) => {
      onClose();
      const left = sent.recently > 0 ? ` ${t('reminded.recently', { count: sent.recently })}` : '';
      showToast(t('reminded', { count: sent.practices }) + left);
      await client.invalidateQueries({ queryKey: roundKey(round.id) });
    },
  });
  const reachable = silent.filter((one) => !one.unreachable);
  const unreachable = silent.filter((one) => one.unreachable);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        remind.reset();
        onClose();
      }}
      onConfirm={() => remind.mutate()}
      title={t('remind.title')}
      confirm={t('remind.confirm', { count: reachable.length })}
      busy={remind.isPending}
      error={remind.error}
      receivers={reachable.map((one) => ({
        id: one.practiceId,
        name: one.name,
        detail: one.lastReminderAt
          ? t('remind.before', { date: format.day(one.lastReminderAt), count: one.reminders })
          : undefined,
      }))}
    >
      <p>{t('remind.text')}</p>
      {unreachable.length > 0 && (
        <p className={classes.warn}>
          {t('remind.unreachable', {
            count: unreachable.length,
            names: format.list(unreachable.map((one) => one.name)),
          })}
        </p>
      )}
    </ConfirmDialog>
  );
}
