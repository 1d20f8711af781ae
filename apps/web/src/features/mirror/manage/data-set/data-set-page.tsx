import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type DataSetView, dataSetRoom } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { LoadingState } from '../../../../components/loading-state';
import { PageHead } from '../../../../components/page-head';
import { ProgressTask } from '../../../../components/progress-task';
import { useFormat, useLanguage } from '../../../../lib/i18n';
import { useRoomVersion } from '../../../../lib/socket';
import { MANAGE, useManageCrumbs } from '../manage-head';
import { dataSetKey, dataSetQuery, dataSetsKey, sourcesQuery } from '../mirror-data';
import { stretchName } from '../period-words';
import { AboutPanel } from './about-panel';
import { CardPreview } from './card-preview';
import { ChecksPanel } from './checks-panel';
import { Decision } from './decision';
import { DifferencePanel } from './difference-panel';
import { HistoryPanel } from './history-panel';
import { ItemsPanel } from './items-panel';
import { PeriodsPanel } from './periods-panel';
import { PrivacyPanel } from './privacy-panel';
import { RefusalsPanel } from './refusals-panel';
import { StatePanel } from './state-panel';
import { SummaryPanel } from './summary-panel';
import classes from '../manage.module.css';

/** One delivery: what is in it, what was found, what could be derived, and the decision of a second person. */
export default function DataSetPage() {
  const { t } = useTranslation('mirror-data');
  const { id = '' } = useParams();
  const crumbs = useManageCrumbs();
  const { data, error, refetch } = useQuery(dataSetQuery(id));
  if (!data)
    return (
      <>
        <PageHead crumbs={[...crumbs, { label: t('set') }]} title={t('set')} />
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={5} height={96} />
        )}
      </>
    );
  return <DataSet key={id} set={data} />;
}

function DataSet({ set }: { set: DataSetView }) {
  const { t } = useTranslation('mirror-data');
  const language = useLanguage();
  const format = useFormat();
  const client = useQueryClient();
  const crumbs = useManageCrumbs();
  const [part, setPart] = useState(0);
  const [tested, setTested] = useState(0);
  const { id, source, period, profile, state } = set;
  const sources = useQuery(sourcesQuery);
  const its = sources.data?.find((one) => one.id === source.id) ?? null;
  useRoomVersion(dataSetRoom(id), {
    keys: [dataSetKey(id), dataSetsKey],
    onProgress: ({ phase, fraction }) => (phase === 'privacy' ? setTested : setPart)(fraction),
  });
  const title = period
    ? t('named', { source: source.name, period: stretchName(period, language) })
    : source.name;
  const lead = set.loadedBy
    ? t('set.lead', {
        kind: t(`kind.${source.kind}`),
        name: set.loadedBy,
        date: set.loadedAt ? format.dateTime(set.loadedAt) : '',
      })
    : t(`kind.${source.kind}`);
  return (
    <>
      <PageHead
        crumbs={[...crumbs, { label: title }]}
        title={title}
        lead={lead}
        action={
          <Decision set={set} onStale={() => void client.invalidateQueries({ queryKey: dataSetKey(id) })} />
        }
      />
      {state === 'loading' ? (
        <ProgressTask
          title={t('set.loading')}
          doing={t('set.loading.doing', { file: set.fileName })}
          fraction={Math.max(part, set.fraction)}
          state="running"
        />
      ) : (
        <div className={classes.columns}>
          <div className={classes.stack}>
            <StatePanel set={set} />
            {profile ? (
              <>
                <SummaryPanel profile={profile} kind={source.kind} />
                <ChecksPanel checks={profile.checks} />
                <DifferencePanel difference={set.difference} />
                <PeriodsPanel profile={profile} />
                <ItemsPanel items={profile.items} />
                {(state === 'checked' || state === 'approved') && source.kind !== 'list-sizes' && (
                  <PrivacyPanel id={id} waits={state === 'checked'} told={tested} />
                )}
                <RefusalsPanel id={id} refused={set.refusedRows} />
              </>
            ) : (
              <p className={classes.quiet}>{t('set.noProfile')}</p>
            )}
          </div>
          <div className={classes.side}>
            <CardPreview set={set} source={its} />
            <AboutPanel set={set} />
            <HistoryPanel set={set} />
            {set.supersedes && (
              <Button
                component={Link}
                to={`${MANAGE}/aanleveringen/${set.supersedes}`}
                variant="subtle"
                size="sm"
              >
                {t('set.previous')}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}
