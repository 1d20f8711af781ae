import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import type { FigureChoicesView } from '#libs/contracts';
import { AsTables } from '../../../components/chart-figure';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { useMay } from '../../../lib/me';
import { type FigureWish, choicesQuery, ownFigureQuery } from '../figures-data';
import { FiguresTabs } from '../figures-tabs';
import { LookingBar, useAddress } from '../looking-bar';
import { useOwnPractices } from '../own-practices';
import { type Chosen, chosenFrom } from './choice';
import { Choosers } from './choosers';
import { PracticeFigure } from './practice-figure';
import { Suggestions } from './suggestions';

/** One measure of one's own practice beside its group and the region; who has no practice but keeps figures sees the region. */
export default function PracticePage() {
  const practices = useOwnPractices();
  const manages = useMay('figures.manage');
  const { asked } = useAddress();
  const practice = practices.find((one) => one.id === asked('praktijk')) ?? practices[0];
  if (practice) return <OfPractice practice={practice.id} />;
  return manages ? <Navigate to="/spiegel/regio" replace /> : <NotYours />;
}

function NotYours() {
  const { t } = useTranslation('figures');
  return (
    <>
      <PageHead title={t('page')} />
      <EmptyState icon={IconChartBar} title={t('notYours.title')} text={t('notYours.text')} />
    </>
  );
}

function OfPractice({ practice }: { practice: string }) {
  const { t } = useTranslation('figures');
  const { asked } = useAddress();
  const { data, error, refetch } = useQuery(choicesQuery(practice));
  if (!data)
    return (
      <>
        <PageHead title={t('page')} lead={t('lead')} />
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={3} height={200} />
        )}
      </>
    );
  if (data.measures.length === 0)
    return (
      <>
        <PageHead title={t('page')} lead={t('lead')} />
        <FiguresTabs groups={data.groups} />
        <EmptyState icon={IconChartBar} title={t('none.title')} text={t('none.text')} />
      </>
    );
  const chosen = chosenFrom(data, asked);
  return chosen ? (
    <Looking key={practice} choices={data} chosen={chosen} wish={{ practice, ...chosen }} />
  ) : (
    <>
      <PageHead title={t('page')} lead={t('lead')} />
      <FiguresTabs groups={data.groups} />
      <LookingBar drawn={false}>
        <Choosers choices={data} chosen={null} />
      </LookingBar>
      <Suggestions choices={data} />
    </>
  );
}

interface LookingProps {
  choices: FigureChoicesView;
  chosen: Chosen;
  wish: FigureWish;
}
function Looking({ choices, chosen, wish }: LookingProps) {
  const { t } = useTranslation('figures');
  const { tables } = useAddress();
  const { data, error, isPlaceholderData, refetch } = useQuery(ownFigureQuery(wish));
  const bar = (
    <>
      <FiguresTabs groups={choices.groups} />
      <LookingBar>
        <Choosers choices={choices} chosen={chosen} />
      </LookingBar>
    </>
  );
  if (data && !error)
    return (
      <AsTables value={tables}>
        <PracticeFigure
          figure={data}
          wish={wish}
          groups={choices.groups}
          waiting={isPlaceholderData}
          bar={bar}
        />
      </AsTables>
    );
  return (
    <>
      <PageHead title={t('page')} lead={t('lead')} />
      {bar}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={2} height={300} />
      )}
    </>
  );
}
