import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { api, ifMatch } from '../../../lib/api';
import { showToast } from '../../../lib/toast';
import { latestImportQuery } from './import-data';
import classes from './import.module.css';

/** A file that was read before and never carried out: go on with it, or put it away. */
export function Unfinished({ latest }: { latest: ImportView }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () =>
      api.DELETE('/api/imports/{id}', {
        params: { path: { id: latest.id } },
        ...ifMatch(latest.version),
      }),
    onSuccess: async () => {
      setAsking(false);
      showToast(t('cancelled', { name: latest.fileName }));
      await client.invalidateQueries({ queryKey: latestImportQuery.queryKey });
    },
  });
  return (
    <section className={classes.unfinished} aria-label={t('latest.title')}>
      <div className={classes.words}>
        <b>{t('latest.title')}</b>
        <p>
          {latest.state === 'mapping'
            ? t('latest.mapping', { name: latest.fileName })
            : t('latest.preview', { name: latest.fileName })}
        </p>
      </div>
      <Button component={Link} to={`/praktijken/inlezen/${latest.id}`} variant="light" size="sm">
        {t('latest.goOn')}
      </Button>
      <Button variant="subtle" size="sm" onClick={() => setAsking(true)}>
        {t('latest.cancel')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => cancel.mutate()}
        title={t('latest.cancel.title', { name: latest.fileName })}
        confirm={t('latest.cancel')}
        danger
        busy={cancel.isPending}
        error={cancel.error}
      >
        <p>{t('latest.cancel.text')}</p>
      </ConfirmDialog>
    </section>
  );
}
