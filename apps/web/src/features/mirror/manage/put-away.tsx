import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataSourceView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { showToast } from '../../../lib/toast';
import { sourceDoors, sourcesKey } from './mirror-data';

/** Takes a source out of the list to choose from; what was loaded from it stays. */
export function PutAway({ source }: { source: DataSourceView }) {
  const { t } = useTranslation('mirror-data');
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const away = useMutation({
    mutationFn: () => sourceDoors.archive(source.id, source.version),
    onSuccess: () => {
      setAsked(false);
      showToast(t('source.away.done', { name: source.name }));
      return client.invalidateQueries({ queryKey: sourcesKey });
    },
  });
  return (
    <>
      <Button
        mt="md"
        variant="subtle"
        size="sm"
        leftSection={<IconArchive size={17} />}
        onClick={() => setAsked(true)}
      >
        {t('source.away')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => {
          away.reset();
          setAsked(false);
        }}
        onConfirm={() => away.mutate()}
        title={t('source.away.title', { name: source.name })}
        confirm={t('source.away')}
        danger
        busy={away.isPending}
        error={away.error}
      >
        <p>{t('source.away.text')}</p>
      </ConfirmDialog>
    </>
  );
}
