import { Button } from '@mantine/core';
import { IconDatabase, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataSourceView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { showToast } from '../../../lib/toast';
import { ManageHead } from './manage-head';
import { sourcesQuery } from './mirror-data';
import { QualityBadge } from './quality-badge';
import classes from './manage.module.css';

const Editor = later(
  async () => (await import('./source-editor')).SourceEditor,
  <LoadingState rows={1} height={420} />,
);

/** Where the figures come from, each with the steward's judgement (MIR-04). */
export default function SourcesPage() {
  const { t } = useTranslation('mirror-data');
  const { data, error, refetch } = useQuery(sourcesQuery);
  const [making, setMaking] = useState(false);
  return (
    <>
      <ManageHead
        section="sources"
        action={
          !making && (
            <Button leftSection={<IconPlus size={18} />} onClick={() => setMaking(true)}>
              {t('source.new')}
            </Button>
          )
        }
      />
      <div className={classes.stack}>
        {making && (
          <Editor
            title={t('source.new')}
            onDone={(source) => {
              setMaking(false);
              showToast(t('source.created', { name: source.name }));
            }}
            onCancel={() => setMaking(false)}
          />
        )}
        {data ? (
          data.length === 0 && !making ? (
            <EmptyState
              icon={IconDatabase}
              title={t('sources.empty.title')}
              text={t('sources.empty.text')}
              action={<Button onClick={() => setMaking(true)}>{t('source.new')}</Button>}
            />
          ) : (
            data.map((source) => <Source key={source.id} source={source} />)
          )
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={3} height={132} />
        )}
      </div>
    </>
  );
}

function Source({ source }: { source: DataSourceView }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  if (changing)
    return (
      <Editor
        title={source.name}
        source={source}
        onDone={() => {
          setChanging(false);
          showToast(t('source.saved', { name: source.name }));
        }}
        onCancel={() => setChanging(false)}
      />
    );
  const { latePercent } = source;
  return (
    <Panel
      title={source.name}
      right={
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPencil size={16} />}
          aria-label={t('source.change.label', { name: source.name })}
          onClick={() => setChanging(true)}
        >
          {t('source.change')}
        </Button>
      }
    >
      <div className={classes.stack}>
        <p className={classes.quiet}>
          {[
            t(`kind.${source.kind}`),
            t('source.from', { system: source.system, supplier: source.supplier }),
            t('source.sets', { count: source.dataSets }),
          ].join(' · ')}
        </p>
        <div>
          <QualityBadge quality={source.quality} />
          {source.qualityNote && <p className={classes.under}>{source.qualityNote}</p>}
        </div>
        <dl className={classes.facts}>
          <div>
            <dt>{t('source.late')}</dt>
            <dd>{latePercent === null ? t('source.late.unknown') : format.percent(latePercent / 100, 1)}</dd>
          </div>
          <div>
            <dt>{t('source.limits')}</dt>
            <dd>
              <ul>
                {source.limitations.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </dd>
          </div>
        </dl>
      </div>
    </Panel>
  );
}
