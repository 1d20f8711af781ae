import { Button, FileButton } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImportView } from '#libs/contracts';
import { PageHead } from '../../../components/page-head';
import { Steps } from '../../../components/steps';
import { api, fileBody, view } from '../../../lib/api';
import { importQuery, latestImportQuery } from './import-data';
import classes from './import.module.css';
import { Unfinished } from './unfinished';
import { UploadError } from './upload-error';
import { useStepNames } from './use-step-names';

const ACCEPTED = '.xlsx,.csv,.tsv,.txt';

/** Step 1: the file. A file whose columns are known leads straight to the check. */
export default function UploadPage() {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const navigate = useNavigate();
  const latest = useQuery(latestImportQuery);
  const upload = useMutation({
    mutationFn: (file: File) => view<ImportView>(api.POST('/api/imports/practices', fileBody(file))),
    onSuccess: async (made) => {
      client.setQueryData(importQuery(made.id).queryKey, made);
      client.removeQueries({ queryKey: latestImportQuery.queryKey });
      await navigate(`/praktijken/inlezen/${made.id}`);
    },
  });
  return (
    <>
      <PageHead
        crumbs={[{ label: t('practices'), to: '/praktijken' }, { label: t('title') }]}
        title={t('upload.title')}
        lead={t('upload.lead')}
      />
      <Steps steps={useStepNames()} active={0} />
      <div className={classes.stack}>
        {latest.data && <Unfinished latest={latest.data} />}
        {upload.error && <UploadError error={upload.error} />}
        <DropZone busy={upload.isPending} onFile={(file) => upload.mutate(file)} />
        <p className={classes.quiet}>{t('upload.columns')}</p>
      </div>
    </>
  );
}

function DropZone({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={40} stroke={1.4} color="var(--lk-accent)" aria-hidden />
      <p>{t('upload.drop')}</p>
      <FileButton accept={ACCEPTED} onChange={(file) => file && onFile(file)}>
        {(props) => (
          <Button {...props} loading={busy} leftSection={<IconUpload size={18} />}>
            {t('upload.choose')}
          </Button>
        )}
      </FileButton>
      <p className={classes.quiet} role="status">
        {busy ? t('upload.busy') : t('upload.kinds')}
      </p>
    </div>
  );
}
