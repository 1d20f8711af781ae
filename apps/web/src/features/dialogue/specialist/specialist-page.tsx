import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { sessionRoom } from '#libs/contracts';
import { Bare } from '../../../components/bare';
import { ErrorState } from '../../../components/error-state';
import { Waiting } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { TaskPage } from '../../../components/task-page';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { Preparation } from './preparation';
import { specialistQuery } from './specialist-data';

/** Everything a specialist does before and after the hour, on one page and without an account (journeys D4). */
export default function SpecialistPage() {
  const { t } = useTranslation('dialogue-specialist');
  const { sessionId = '' } = useParams();
  const { data, error, refetch } = useQuery(specialistQuery(sessionId));
  useRoomVersion(data ? sessionRoom(sessionId) : null, { keys: [specialistQuery(sessionId).queryKey] });
  if (data) return <Preparation key={sessionId} page={data} />;
  if (error) {
    const { status } = asProblem(error);
    const final = status >= 400 && status < 500;
    return (
      <Bare>
        {final && <PageHead title={t('missing')} />}
        <ErrorState error={error} onRetry={final ? undefined : () => void refetch()} />
      </Bare>
    );
  }
  return (
    <TaskPage practice="" status={null}>
      <Waiting>
        <Skeleton height={30} width="70%" mb={14} />
        <Skeleton height={16} width="50%" mb={40} />
        {[130, 150, 150, 150].map((height, at) => (
          <Skeleton key={at} height={height} radius={10} mb={16} />
        ))}
      </Waiting>
    </TaskPage>
  );
}
