import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meetingRoom } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { useRoomVersion } from '../../../lib/socket';
import { notesKey, notesQuery } from './actions-data';
import { InsightsPart } from './insights-part';
import classes from './actions.module.css';

/** Insights beside a live meeting. A page that shows it loads the words of `meeting-actions`. */
export function LiveInsights({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('meeting-actions');
  useRoomVersion(meetingRoom(meetingId), { keys: [notesKey(meetingId)] });
  const { data, error, refetch } = useQuery(notesQuery(meetingId));
  return (
    <section className={classes.live} aria-labelledby={`inzichten-${meetingId}`}>
      <Title order={2} id={`inzichten-${meetingId}`} fz="1.1875rem">
        {t('insights.short')}
      </Title>
      {data ? (
        <InsightsPart meetingId={meetingId} insights={data.insights} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={1} height={52} />
      )}
    </section>
  );
}
