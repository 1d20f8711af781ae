import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type DialogueSessionView, sessionRoom } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { useNow } from '../../../lib/now';
import { useRoomVersion } from '../../../lib/socket';
import { attendanceKey, participantsQuery } from './attendance-data';
import { AttendancePanel, type AttendedSession } from './attendance-panel';
import { ParticipantsTable } from './participants-table';
import classes from './attendance.module.css';

interface ParticipantsSectionProps {
  session: AttendedSession & Pick<DialogueSessionView, 'state'>;
}

/** Who comes, and from its start on who was there: a part of the organiser's page of a session. */
export function ParticipantsSection({ session }: ParticipantsSectionProps) {
  const { t } = useTranslation('dialogue-practice');
  const now = useNow();
  useRoomVersion(sessionRoom(session.id), { keys: [attendanceKey(session.id)] });
  const { data, error, refetch } = useQuery(participantsQuery(session.id));
  const cancelled = session.state === 'cancelled';
  const closed = cancelled || session.state === 'ended' || new Date(session.endsAt).getTime() <= now;
  const begun = !cancelled && new Date(session.startsAt).getTime() <= now;
  const count = (state: string) =>
    data?.filter(({ registration }) => registration?.state === state).length ?? 0;
  const waiting = count('waiting');
  return (
    <div className={classes.section}>
      {begun && <AttendancePanel session={session} />}
      <section className={classes.part} aria-label={t('p.title')}>
        <div className={classes.head}>
          <div>
            <h2>{t('p.title')}</h2>
            {data && (
              <p className="lk-muted">
                {[
                  t('p.count', { registered: count('registered'), practices: data.length }),
                  waiting > 0 ? t('p.waiting', { count: waiting }) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            )}
          </div>
        </div>
        {data ? (
          <ParticipantsTable session={session} participants={data} closed={closed} />
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={5} height={44} />
        )}
      </section>
    </div>
  );
}
