import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Bare } from '../../components/bare';
import { ErrorState } from '../../components/error-state';
import { Waiting } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { TaskPage } from '../../components/task-page';
import { asProblem } from '../../lib/problem';
import { answerPageQuery } from './answer-data';
import { Answer } from './answer';
import classes from './answer.module.css';

/** One page for the answer of a practice in a round: questions, confirmation, or what was answered (journeys D1). */
export default function AnswerPage() {
  const { roundId = '', practiceId = '' } = useParams();
  const { data, error, refetch } = useQuery(answerPageQuery(roundId, practiceId));
  if (data) return <Answer key={`${roundId} ${practiceId}`} page={data} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return (
    <TaskPage practice="" status={null}>
      <Waiting>
        <Skeleton height={30} width="70%" mb={14} />
        <Skeleton height={16} width="90%" mb={48} />
        {[210, 260, 96].map((height) => (
          <div key={height} className={classes.waiting}>
            <Skeleton height={20} width="45%" mb={16} />
            <Skeleton height={height} radius={10} />
          </div>
        ))}
      </Waiting>
    </TaskPage>
  );
}

/** What is not there, or not for this person, cannot be helped by trying again. */
function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('answer');
  const { status } = asProblem(error);
  const final = status >= 400 && status < 500;
  return (
    <Bare>
      {final && <PageHead title={t('missing.title')} />}
      <ErrorState error={error} onRetry={final ? undefined : onRetry} />
    </Bare>
  );
}
