import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LaunchPreviewView } from '#libs/contracts';
import { type Column, DataTable } from '../../../components/data-table';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import classes from './create.module.css';

/** Enough to see what kind of people they are; the rest is one press away. */
const FIRST = 6;
type Recipient = LaunchPreviewView['recipients'][number];

/** Exactly who gets mail, and who cannot be reached. */
export function ReceiversPanel({ preview }: { preview: UseQueryResult<LaunchPreviewView> }) {
  const { t } = useTranslation(['surveys', 'app']);
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  const { data } = preview;
  if (!data) return preview.error ? null : <LoadingState rows={3} height={48} />;
  const columns: Column<Recipient>[] = [
    { id: 'name', header: t('receivers.name'), value: (one) => one.name },
    { id: 'practice', header: t('receivers.practice'), value: (one) => one.practice ?? '–' },
    { id: 'role', header: t('receivers.role'), value: (one) => t(`app:role.${one.role}`), filter: whole },
    { id: 'email', header: t('receivers.email'), value: (one) => one.email },
  ];
  return (
    <Panel title={t('receivers', { count: data.recipients.length })}>
      {data.unreachable.length > 0 && (
        <p className={classes.unreachable}>
          <IconAlertTriangle size={18} stroke={1.8} className="lk-icon" aria-hidden />
          <span>
            {t('receivers.unreachable', {
              count: data.unreachable.length,
              names: format.list(data.unreachable.map((one) => one.name)),
            })}
          </span>
        </p>
      )}
      {data.recipients.length === 0 ? (
        <p className="lk-muted">{t('plan.nobody')}</p>
      ) : (
        <>
          <DataTable
            label={t('receivers', { count: data.recipients.length })}
            columns={columns}
            rows={whole ? data.recipients : data.recipients.slice(0, FIRST)}
            rowKey={(one) => `${one.email} ${one.practiceId}`}
            search={whole}
          />
          {!whole && data.recipients.length > FIRST && (
            <Button variant="default" size="sm" mt="sm" onClick={() => setWhole(true)}>
              {t('receivers.all', { count: data.recipients.length })}
            </Button>
          )}
        </>
      )}
    </Panel>
  );
}
