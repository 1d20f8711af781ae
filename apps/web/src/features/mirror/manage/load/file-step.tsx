import { Button, FileButton } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExtractLookView, Words } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { useWords } from '../../../../lib/i18n';
import { asProblem } from '../../../../lib/problem';
import { sourceDoors } from '../mirror-data';
import { firstPart } from './first-part';
import { LoadHead } from './load-head';
import type { Loading } from './load-page';
import classes from '../manage.module.css';
import own from './load.module.css';

const ACCEPTED = '.xlsx,.csv,.tsv,.txt';

interface FileStepProps {
  loading: Loading;
  onBack: () => void;
  onDone: (file: File, look: ExtractLookView) => void;
}

/** Step 2: the file. Its first lines are looked at, to know the columns; nothing of it is kept. */
export function FileStep({ loading, onBack, onDone }: FileStepProps) {
  const { t } = useTranslation('mirror-data');
  const { source, file: chosen, look: looked } = loading;
  const look = useMutation({
    mutationFn: (file: File) => sourceDoors.look(source?.id ?? '', firstPart(file)),
    onSuccess: (seen, file) => onDone(file, seen),
  });
  return (
    <>
      <LoadHead
        title={t('load.file.title')}
        lead={t('load.file.lead', { source: source?.name })}
        step={1}
        action={
          <>
            <Button variant="default" onClick={onBack}>
              {t('back')}
            </Button>
            {chosen && looked && (
              <Button onClick={() => onDone(chosen, looked)}>{t('load.file.keep')}</Button>
            )}
          </>
        }
      />
      <div className={classes.stack}>
        {look.error && <Unreadable error={look.error} />}
        <DropZone busy={look.isPending} onFile={(file) => look.mutate(file)} />
        <p className={classes.quiet}>{t('load.file.columns')}</p>
      </div>
    </>
  );
}

/** Why the file cannot be used: in the words of who tried to read it, where it sent them. */
function Unreadable({ error }: { error: unknown }) {
  const { t } = useTranslation('mirror-data');
  const say = useWords();
  const words = asProblem(error).details['words'] as Words | undefined;
  if (!words) return <ErrorState title={t('load.file.failed')} error={error} />;
  return (
    <div role="alert" className={classes.notice} data-tone="bad">
      <div>
        <b>{t('load.file.failed')}</b>
        <p>{say(words)}</p>
      </div>
    </div>
  );
}

function DropZone({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation('mirror-data');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  };
  return (
    <div
      className={own.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={40} stroke={1.4} color="var(--lk-accent)" aria-hidden />
      <p>{t('load.file.drop')}</p>
      <FileButton accept={ACCEPTED} onChange={(file) => file && onFile(file)}>
        {(props) => (
          <Button {...props} loading={busy} leftSection={<IconUpload size={18} />}>
            {t('load.file.choose')}
          </Button>
        )}
      </FileButton>
      <p className={classes.quiet} role="status">
        {busy ? t('load.file.busy') : t('load.file.kinds')}
      </p>
    </div>
  );
}
