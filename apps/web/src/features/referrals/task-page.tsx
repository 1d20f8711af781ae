import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { mondayOn, weekOf, weeksAfter } from '#libs/contracts';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { TaskPage } from '../../components/task-page';
import { useMe } from '../../lib/me';
import { ClockPanel } from './clock-panel';
import { Look } from './look';
import { weekQuery } from './referrals-data';
import { useReferrals } from './use-referrals';
import { today, weekNumber } from './week-words';

/** From a reminder: what waits of this week or the last one, one by one, without the rest of the product. */
export default function ReferralTaskPage() {
  const { practiceId = '' } = useParams();
  const { t } = useTranslation('referrals');
  const me = useMe();
  const monday = mondayOn(today());
  useReferrals(practiceId);
  const now = useQuery(weekQuery(practiceId, weekOf(monday)));
  const before = useQuery(weekQuery(practiceId, weekOf(weeksAfter(monday, -1))));
  const error = now.error ?? before.error;
  if (error)
    return (
      <TaskPage practice="" status={null}>
        <ErrorState
          error={error}
          onRetry={() => {
            void now.refetch();
            void before.refetch();
          }}
        />
      </TaskPage>
    );
  if (!now.data || !before.data) return <LoadingState rows={2} />;
  const week = [before.data, now.data].find(
    (one) => one.takesPart && one.state !== 'done' && one.referrals.some(({ mine }) => mine === null),
  );
  return (
    <TaskPage practice={now.data.practice} status={<ClockPanel id={practiceId} time={now.data.time} />}>
      <PageHead
        title={t('task.title', { week: weekNumber((week ?? now.data).week) })}
        lead={t('task.lead')}
      />
      {week ? (
        <div style={{ marginBottom: 16 }}>
          <Look key={week.week} id={practiceId} week={week} />
        </div>
      ) : (
        <EmptyState
          title={t('task.done.title')}
          text={t('task.done.text')}
          action={
            me.task ? undefined : (
              <Button component={Link} to="/verwijzingen">
                {t('task.done.go')}
              </Button>
            )
          }
        />
      )}
    </TaskPage>
  );
}
