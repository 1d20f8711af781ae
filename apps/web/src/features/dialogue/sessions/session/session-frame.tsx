import { Button } from '@mantine/core';
import { IconBroadcast } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type DialogueSessionView, sessionRoom } from '#libs/contracts';
import { FailedPage } from '../../../../components/failed-page';
import { LoadingState } from '../../../../components/loading-state';
import { PageHead } from '../../../../components/page-head';
import { useFormat } from '../../../../lib/i18n';
import { useMay } from '../../../../lib/me';
import { useRoomVersion } from '../../../../lib/socket';
import { SessionState } from '../session-state';
import { sessionKey, sessionQuery, sessionsQuery } from '../sessions-data';
import { DoorPage } from './door-page';
import { SessionTabs } from './session-tabs';

interface SessionFrameProps {
  /** The part of the session that is shown; null on the overview. */
  part: string | null;
  children: (session: DialogueSessionView) => ReactNode;
}

/** Head and tabs of one session, kept up to date; who does not organise gets the way to their own pages instead. */
export function SessionFrame({ part, children }: SessionFrameProps) {
  const { sessionId = '' } = useParams();
  const manages = useMay('dialogue.manage');
  useRoomVersion(sessionRoom(sessionId), { keys: [sessionKey(sessionId), sessionsQuery.queryKey] });
  if (!manages) return <DoorPage id={sessionId} />;
  return (
    <Managed id={sessionId} part={part}>
      {children}
    </Managed>
  );
}

function Managed({ id, part, children }: SessionFrameProps & { id: string }) {
  const { t } = useTranslation('dialogue-sessions');
  const { data, error, refetch } = useQuery(sessionQuery(id));
  if (!data)
    return error ? (
      <FailedPage error={error} onRetry={() => void refetch()} back={{ to: '/dialoog', label: t('title') }} />
    ) : (
      <LoadingState rows={4} height={110} />
    );
  return (
    <>
      <SessionHead session={data} part={part} />
      {children(data)}
    </>
  );
}

/** Title, moment and state, with the way to the other parts of the session. */
export function SessionHead({ session, part }: { session: DialogueSessionView; part: string | null }) {
  const { t } = useTranslation('dialogue-sessions');
  const format = useFormat();
  const { id, state } = session;
  const base = `/dialoog/${id}`;
  const soon = state === 'live' || state === 'planned';
  return (
    <>
      <PageHead
        crumbs={[
          { label: t('title'), to: '/dialoog' },
          part === null ? { label: session.title } : { label: session.title, to: base },
          ...(part === null ? [] : [{ label: part }]),
        ]}
        title={session.title}
        lead={
          <>
            <SessionState state={state} /> {format.date(session.startsAt)},{' '}
            {format.period(session.startsAt, session.endsAt)}
          </>
        }
        action={
          soon && (
            <Button
              component={Link}
              to={`/live/${id}/regie`}
              variant={state === 'live' ? 'filled' : 'default'}
              leftSection={<IconBroadcast size={18} />}
            >
              {t('act.moderate')}
            </Button>
          )
        }
      />
      <SessionTabs sessionId={id} title={session.title} />
    </>
  );
}
