import { TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RoundView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useFormat } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { openPreviewQuery } from '../round-data';
import { useRound } from './use-round';
import classes from './editor.module.css';

interface OpenDialogProps {
  round: RoundView;
  step: 'open' | 'reopen';
  opened: boolean;
  onClose: () => void;
}

/** A day so many days from now, as `2027-02-09` in the practices' zone. */
function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(day);
}

/** Until when practices can answer, and exactly who gets an invitation now. */
export function OpenDialog({ round, step, opened, onClose }: OpenDialogProps) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const navigate = useNavigate();
  const changes = useRound(round.id);
  const [until, setUntil] = useState(() => dayFromNow(21));
  const first = step === 'open';
  const preview = useQuery({ ...openPreviewQuery(round.id), enabled: opened && first });
  const open = useMutation({
    mutationFn: () => changes[step](until),
    onSuccess: async () => {
      onClose();
      showToast(t(first ? 'opened' : 'reopened'));
      await navigate(`/intervisie/rondes/${round.id}/antwoorden`);
    },
  });
  const late = until < dayFromNow(0);
  const view = preview.data;
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        open.reset();
        onClose();
      }}
      onConfirm={() => open.mutate()}
      title={t(first ? 'open.title' : 'reopen.title', { name: round.name })}
      confirm={first && view ? t('open.confirm', { count: view.recipients.length }) : t('reopen.confirm')}
      disabled={!until || late || (first && (!view || preview.isFetching))}
      busy={open.isPending}
      error={open.error ?? preview.error}
      receivers={
        first
          ? view?.recipients.map((one, i) => ({
              id: `${one.practiceId}-${i}`,
              name: `${one.practice}: ${one.name}`,
              detail: one.email,
            }))
          : undefined
      }
    >
      <p>{t(first ? 'open.text' : 'reopen.text')}</p>
      <TextInput
        type="date"
        mt="md"
        maw={260}
        label={t('open.until')}
        description={t('open.until.text')}
        min={dayFromNow(0)}
        value={until}
        error={late ? t('open.until.late') : null}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      {view && view.unreachable.length > 0 && (
        <p className={classes.blocked}>
          {t('open.unreachable', {
            count: view.unreachable.length,
            names: format.list(view.unreachable.map((one) => one.name)),
          })}
        </p>
      )}
    </ConfirmDialog>
  );
}
