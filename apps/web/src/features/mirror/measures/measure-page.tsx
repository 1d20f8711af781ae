import { Button } from '@mantine/core';
import { IconCopy, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { MeasureView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { WhenOpened } from '../../../components/when-opened';
import { useWords } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { useMay } from '../../../lib/me';
import shared from '../manage/manage.module.css';
import { MANAGE, useManageCrumbs } from '../manage/manage-head';
import { Definition } from './definition';
import { measureQuery, measuresQuery } from './measures-data';
import { PutAway, WasPutAway } from './put-away';
import { useMeasure } from './use-measure';

const Editor = later(async () => (await import('./editor')).Editor, <LoadingState rows={4} height={110} />);
const NewMeasure = later(async () => (await import('./new-measure')).NewMeasure);

/** One measure: its draft to work on, else what was reviewed, to read. */
export default function MeasurePage() {
  const { t } = useTranslation('mirror-data');
  const { code = '' } = useParams();
  const manages = useMay('figures.manage');
  const crumbs = useManageCrumbs();
  const { data, error, refetch } = useQuery(measureQuery(code));
  if (!data)
    return (
      <>
        <PageHead
          crumbs={[...crumbs, { label: t('measures.title'), to: `${MANAGE}/maten` }, { label: code }]}
          title={code}
        />
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={4} height={110} />
        )}
      </>
    );
  return manages && data.draft && data.archivedAt === null ? (
    <Editor key={data.draft.id} measure={data} version={data.draft} />
  ) : (
    <Reading key={data.id} measure={data} manages={manages} />
  );
}

function Reading({ measure, manages }: { measure: MeasureView; manages: boolean }) {
  const { t } = useTranslation(['measures', 'mirror-data']);
  const words = useWords();
  const crumbs = useManageCrumbs();
  const changes = useMeasure(measure);
  const all = useQuery({ ...measuresQuery, enabled: manages });
  const [copying, setCopying] = useState(false);
  const { current, origin, archivedAt } = measure;
  const change = useMutation({
    mutationFn: () => {
      if (!current) throw new Error('Only a measure that was reviewed is opened for reading');
      return changes.saveDraft(null, current.content);
    },
  });
  if (!current) return null;
  const title = words(current.content.title);
  return (
    <>
      <PageHead
        crumbs={[
          ...crumbs,
          { label: t('mirror-data:measures.title'), to: `${MANAGE}/maten` },
          { label: title },
        ]}
        title={title}
        lead={archivedAt === null ? t(origin === 'own' ? 'lead.own' : 'lead.builtIn') : undefined}
        action={
          manages &&
          archivedAt === null && (
            <>
              <Button variant="default" leftSection={<IconCopy size={18} />} onClick={() => setCopying(true)}>
                {t('copy')}
              </Button>
              {origin === 'own' && <PutAway measure={measure} title={title} changes={changes} />}
              {origin === 'own' && (
                <Button
                  leftSection={<IconPencil size={18} />}
                  loading={change.isPending}
                  onClick={() => change.mutate()}
                >
                  {t('change')}
                </Button>
              )}
            </>
          )
        }
      />
      {change.error && <ErrorState error={change.error} />}
      <div className={shared.stack}>
        <WasPutAway measure={measure} title={title} changes={changes} manages={manages} />
        <Definition measure={measure} version={current} />
      </div>
      <WhenOpened key={measure.code} opened={copying}>
        <NewMeasure
          measures={all.data ?? [measure]}
          from={measure.code}
          opened={copying}
          onClose={() => setCopying(false)}
        />
      </WhenOpened>
    </>
  );
}
