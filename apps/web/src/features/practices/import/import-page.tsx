import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';
import { DoneStep } from './done-step';
import { importQuery } from './import-data';

/** Steps 2 to 4 of one import; the address stays the same, so a reload goes on where it was. */
export default function ImportPage() {
  const { t } = useTranslation('imports');
  const { id = '' } = useParams();
  const [choosing, setChoosing] = useState(false);
  const { data, error, refetch } = useQuery(importQuery(id));
  if (!data || data.state === 'cancelled') {
    return (
      <>
        <PageHead
          crumbs={[{ label: t('practices'), to: '/praktijken' }, { label: t('title') }]}
          title={t('title')}
          lead={data && t('cancelled', { name: data.fileName })}
        />
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          !data && <LoadingState rows={6} height={64} />
        )}
      </>
    );
  }
  if (data.state === 'applied') return <DoneStep done={data} />;
  if (data.state === 'mapping' || choosing)
    return (
      <ColumnsStep
        imported={data}
        onDone={() => setChoosing(false)}
        onBack={data.state === 'preview' ? () => setChoosing(false) : undefined}
      />
    );
  return <CheckStep imported={data} onColumns={() => setChoosing(true)} />;
}
