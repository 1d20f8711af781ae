import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RoundView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { showToast } from '../../../lib/toast';
import { roundsQuery } from '../round-data';
import type { RoundChanges } from './use-round';

/** Takes a draft away; there is no way back, so it is asked. */
export function DiscardRound({ round, changes }: { round: RoundView; changes: RoundChanges }) {
  const { t } = useTranslation('rounds');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const discard = useMutation({
    mutationFn: () => changes.discard(),
    onSuccess: async () => {
      showToast(t('discarded', { name: round.name }));
      await client.invalidateQueries({ queryKey: roundsQuery.queryKey });
      await navigate('/intervisie');
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        size="sm"
        mt="lg"
        leftSection={<IconTrash size={17} />}
        onClick={() => setAsked(true)}
      >
        {t('discard')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => discard.mutate()}
        title={t('discard.title', { name: round.name })}
        confirm={t('discard.confirm')}
        danger
        busy={discard.isPending}
        error={discard.error}
      >
        <p>{t('discard.text')}</p>
      </ConfirmDialog>
    </>
  );
}
