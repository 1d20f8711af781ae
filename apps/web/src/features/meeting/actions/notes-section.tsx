import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { notesQuery } from './actions-data';
import { InsightsPart } from './insights-part';
import { NotePart } from './note-part';

/** Insights and the free note of a meeting: typed once, read by who belongs to it (SES-02). @param early nothing to write down yet */
export function NotesSection({ meetingId, early }: { meetingId: string; early: boolean }) {
  const { t } = useTranslation('meeting-actions');
  const { data, error, refetch } = useQuery(notesQuery(meetingId));
  if (early && (!data || (data.insights.length === 0 && data.note.text === ''))) return null;
  return (
    <Panel title={t('insights')}>
      {data ? (
        <>
          <InsightsPart meetingId={meetingId} insights={data.insights} />
          <NotePart key={meetingId} meetingId={meetingId} note={data.note} />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={2} height={52} />
      )}
    </Panel>
  );
}
