import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ScrollArea.css';
import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PracticeDetailView } from '#libs/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { api, ifMatch, view } from '../../lib/api';
import { showToast } from '../../lib/toast';
import { openPracticesQuery, practicesKey } from './practices-data';
import classes from './practices.module.css';

interface MergeDialogProps {
  opened: boolean;
  practice: PracticeDetailView;
  onClose: () => void;
}

/** Two practices go on as one (GRP-16): it names who moves and what is closed before anything happens. */
export function MergeDialog({ opened, practice, onClose }: MergeDialogProps) {
  const { t } = useTranslation('practices');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [intoId, setIntoId] = useState<string | null>(null);
  const practices = useQuery({ ...openPracticesQuery, enabled: opened });
  const into = practices.data?.find((one) => one.id === intoId);
  const merge = useMutation({
    mutationFn: () =>
      view<PracticeDetailView>(
        api.POST('/api/practices/{id}/merge', {
          params: { path: { id: practice.id } },
          ...ifMatch(practice.version),
          body: { intoId: intoId ?? '' },
        }),
      ),
    onSuccess: async (next) => {
      onClose();
      showToast(t('merge.done', { from: practice.name, into: next.name }));
      await navigate(`/praktijken/${next.id}`);
      await client.invalidateQueries({ queryKey: practicesKey });
    },
    onError: () => client.invalidateQueries({ queryKey: practicesKey }),
  });
  const names = { from: practice.name, into: into?.name ?? '' };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => merge.mutate()}
      title={t('merge.title', { name: practice.name })}
      confirm={t('merge.confirm')}
      danger
      disabled={!into}
      busy={merge.isPending}
      error={merge.error}
    >
      <Select
        label={t('merge.into')}
        placeholder={t('merge.placeholder')}
        nothingFoundMessage={t('merge.nothing')}
        searchable
        value={intoId}
        onChange={setIntoId}
        limit={50}
        disabled={!practices.data}
        data={(practices.data ?? [])
          .filter((one) => one.id !== practice.id)
          .map((one) => ({ value: one.id, label: one.town ? `${one.name} (${one.town})` : one.name }))}
      />
      {into && (
        <ul className={classes.effects}>
          <li>{t('merge.effect.closed', names)}</li>
          <li>
            {practice.staff.length > 0
              ? t('merge.effect.staff', {
                  ...names,
                  count: practice.staff.length,
                  people: [...new Set(practice.staff.map((one) => one.name))].join(', '),
                })
              : t('merge.effect.nobody')}
          </li>
          <li>{t('merge.effect.groups', names)}</li>
          <li>{t('merge.effect.back', names)}</li>
        </ul>
      )}
    </ConfirmDialog>
  );
}
