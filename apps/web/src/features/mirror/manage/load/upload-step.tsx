import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker, useNavigate } from 'react-router';
import { dataSetRoom } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { ErrorState } from '../../../../components/error-state';
import { Panel } from '../../../../components/panel';
import { announce } from '../../../../lib/announce';
import { useFormat } from '../../../../lib/i18n';
import { useRoomVersion } from '../../../../lib/socket';
import { MANAGE } from '../manage-head';
import { dataSetDoors, dataSetsKey, keepDataSet } from '../mirror-data';
import { LoadHead } from './load-head';
import type { Loading } from './load-page';
import { type Upload, sendFile, wasStopped } from './upload';
import classes from '../manage.module.css';
import own from './load.module.css';

/** Step 4: the file goes up and is read at the same time. It needs this page: the file itself is kept nowhere. */
export function UploadStep({ loading, onBack }: { loading: Loading; onBack: () => void }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id, setId] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const [read, setRead] = useState(0);
  const upload = useRef<Upload | null>(null);
  // The way on to the check is not a way out of the upload.
  const finished = useRef(false);
  const { source, file, madeOn, mapping, reading, replaces, why } = loading;
  useRoomVersion(id && dataSetRoom(id), {
    keys: [dataSetsKey],
    onProgress: ({ fraction }) => setRead((before) => Math.max(before, fraction)),
  });
  const load = useMutation({
    mutationFn: async () => {
      if (!source || !file || !reading)
        throw new Error('A file is sent only after source, file and columns were chosen');
      setSent(0);
      setRead(0);
      const begun = await dataSetDoors.begin(source.id, {
        fileName: file.name,
        bytes: file.size,
        mapping,
        reading,
        // Noon in UTC is that day in Amsterdam, summer and winter.
        ...(madeOn && { extractAt: `${madeOn}T12:00:00.000Z` }),
        ...(replaces && { supersedes: replaces.id, why }),
      });
      setId(begun.id);
      upload.current = sendFile(begun.id, file, setSent);
      return upload.current.done;
    },
    onSuccess: async (checked) => {
      keepDataSet(client, checked);
      announce(t('load.done'));
      finished.current = true;
      await navigate(`${MANAGE}/aanleveringen/${checked.id}`, { replace: true });
    },
    onError: async () => {
      setId(null);
      await client.invalidateQueries({ queryKey: dataSetsKey });
    },
  });
  const started = useRef(false);
  useEffect(() => {
    // Strict mode draws twice: the file goes up once.
    if (started.current) return;
    started.current = true;
    load.mutate();
  }, [load]);
  const busy = load.isPending;
  const blocker = useBlocker(() => busy && !finished.current);
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);
  const stopped = wasStopped(load.error);
  const part = Math.max(sent * 0.98, read);
  return (
    <>
      <LoadHead title={t('load.reading.title')} lead={t('load.reading.lead')} step={3} />
      <div className={classes.stack}>
        {load.error && !stopped ? (
          <ErrorState title={t('load.reading.failed')} error={load.error} onRetry={() => load.mutate()} />
        ) : (
          <Panel title={file?.name} right={busy && <span className="lk-num">{format.percent(part)}</span>}>
            <Progress
              value={busy ? Math.max(part * 100, 2) : 0}
              animated={busy}
              aria-label={t('load.reading.title')}
            />
            <p className={own.doing} role="status">
              {stopped
                ? t('load.reading.stopped')
                : sent < 1
                  ? t('load.reading.sending')
                  : t('load.reading.checking')}
            </p>
            {busy && <p className={classes.quiet}>{t('load.reading.stay')}</p>}
          </Panel>
        )}
        <div className={classes.actions}>
          {busy ? (
            <Button variant="default" onClick={() => upload.current?.stop()}>
              {t('load.reading.stop')}
            </Button>
          ) : (
            load.error && (
              <>
                <Button variant="default" onClick={onBack}>
                  {t('load.reading.columns')}
                </Button>
                {stopped && <Button onClick={() => load.mutate()}>{t('load.reading.again')}</Button>}
              </>
            )
          )}
        </div>
      </div>
      <ConfirmDialog
        opened={blocker.state === 'blocked'}
        onClose={() => blocker.reset?.()}
        onConfirm={() => {
          upload.current?.stop();
          blocker.proceed?.();
        }}
        title={t('load.leave.title')}
        confirm={t('load.leave.confirm')}
        danger
      >
        <p>{t('load.leave.text')}</p>
      </ConfirmDialog>
    </>
  );
}
