import { Button } from '@mantine/core';
import { IconBook2, IconBroadcast, IconCalendarPlus, IconPencil, IconStethoscope } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionDoorView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { LoadingState } from '../../../../components/loading-state';
import { PageHead } from '../../../../components/page-head';
import { Panel } from '../../../../components/panel';
import { Row, RowList } from '../../../../components/row-list';
import { useFormat } from '../../../../lib/i18n';
import { SessionState } from '../session-state';
import { doorQuery } from '../sessions-data';
import classes from '../sessions.module.css';

/** The session for who does not organise it: the way to their own pages. */
export function DoorPage({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(doorQuery(id));
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={2} height={110} />
    );
  return <Door door={data} />;
}

interface Way {
  to: string;
  icon: ComponentType<{ size?: number; className?: string }>;
  label: string;
  text: string;
  filled?: boolean;
}

function Door({ door }: { door: SessionDoorView }) {
  const { t } = useTranslation('dialogue-sessions');
  const format = useFormat();
  const { session, practices, specialist, liveOpen } = door;
  const { id, state, startsAt, endsAt } = session;
  const ways: Way[] = [];
  if (liveOpen)
    ways.push({
      to: specialist ? `/live/${id}/scherm` : `/live/${id}`,
      icon: IconBroadcast,
      label: t('act.live'),
      text: t('door.live'),
      filled: true,
    });
  if (session.handout === 'published')
    ways.push({
      to: `/naslagwerk/${id}`,
      icon: IconBook2,
      label: t('act.handout'),
      text: t('door.handout'),
      filled: true,
    });
  if (specialist)
    ways.push({
      to: `/taak/specialist/${id}`,
      icon: IconStethoscope,
      label: t('act.prepare'),
      text: t('door.specialist'),
    });
  for (const practice of practices)
    ways.push({
      to: `/taak/sessie/${id}/${practice.id}`,
      icon: IconPencil,
      label: practices.length > 1 ? practice.name : t(practice.registered ? 'act.ask' : 'act.register'),
      text: practice.registered
        ? t('door.registered', { count: practice.questions })
        : t(state === 'planned' ? 'door.register' : 'door.before'),
      filled: state === 'planned' && !practice.registered,
    });
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/dialoog' }, { label: session.title }]}
        title={session.title}
        lead={
          <>
            <SessionState state={state} /> {format.date(startsAt)}, {format.period(startsAt, endsAt)}
          </>
        }
        action={
          state === 'planned' && (
            <Button
              component="a"
              href={`/api/dialogue-sessions/${id}/calendar.ics`}
              variant="default"
              leftSection={<IconCalendarPlus size={18} />}
            >
              {t('act.calendar')}
            </Button>
          )
        }
      />
      <Panel padding="none">
        {state === 'cancelled' ? (
          <p className={classes.note}>{t('door.cancelled')}</p>
        ) : ways.length === 0 ? (
          <p className={classes.note}>{t('door.none')}</p>
        ) : (
          <RowList>
            {ways.map(({ to, icon: Icon, label, text, filled }) => (
              <Row
                key={to}
                lead={<Icon size={22} className="lk-icon" aria-hidden />}
                action={
                  <Button component={Link} to={to} size="sm" variant={filled ? 'filled' : 'default'}>
                    {label}
                  </Button>
                }
              >
                <p>{text}</p>
              </Row>
            ))}
          </RowList>
        )}
      </Panel>
    </>
  );
}
