import { Anchor, Button } from '@mantine/core';
import { IconClipboardPlus, IconPencilPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReferralHomeView } from '#libs/contracts';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { PanelColumns } from '../../components/panels';
import { useFormat } from '../../lib/i18n';
import { ActionRows } from './action-rows';
import { ClockPanel } from './clock-panel';
import { useCourseWords } from './course-words';
import { OfPractice, ReferralsHead } from './referrals-head';
import { courseQuery, homeQuery } from './referrals-data';
import classes from './referrals.module.css';
import { RunChart } from './run-chart';
import { usePractice, useReferrals } from './use-referrals';
import { weekNumber } from './week-words';

/** This week: what there is to do, what it costs, how it goes. */
export default function ReferralsHomePage() {
  const { t } = useTranslation('referrals');
  const { id, to } = usePractice();
  return (
    <>
      <ReferralsHead
        title={t('title')}
        lead={t('lead')}
        action={
          id && (
            <Button
              component={Link}
              to={to('/verwijzingen/toevoegen?soort=notitie')}
              leftSection={<IconPencilPlus size={18} />}
            >
              {t('note.new')}
            </Button>
          )
        }
      />
      <OfPractice>{(practiceId) => <Home id={practiceId} />}</OfPractice>
    </>
  );
}

function Home({ id }: { id: string }) {
  const { t } = useTranslation('referrals');
  const { to } = usePractice();
  useReferrals(id);
  const { data, error, refetch } = useQuery(homeQuery(id));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={3} />;
  return (
    <PanelColumns
      side={
        <>
          <ClockPanel id={id} time={data.time} />
          <Rhythm home={data} />
        </>
      }
    >
      {data.fresh && (
        <EmptyState
          title={t('fresh.title')}
          text={t('fresh.text')}
          action={
            <>
              <Button component={Link} to={to('/verwijzingen/instellen')}>
                {t('fresh.set')}
              </Button>
              <Button component={Link} to={to('/verwijzingen/toevoegen')} variant="default">
                {t('fresh.list')}
              </Button>
            </>
          }
        />
      )}
      <ThisWeek home={data} />
      {data.openActions.length > 0 && (
        <Panel
          title={t('action.open')}
          right={
            <Anchor component={Link} to={to('/verwijzingen/acties')}>
              {t('all')}
            </Anchor>
          }
        >
          <ActionRows id={id} actions={data.openActions.slice(0, 4)} />
        </Panel>
      )}
      <Course id={id} home={data} />
    </PanelColumns>
  );
}

function ThisWeek({ home }: { home: ReferralHomeView }) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const { to } = usePractice();
  const week = to(`/verwijzingen/week/${home.week}`);
  const title = t('week.title', { week: weekNumber(home.week) });
  const waiting = home.waiting + home.waitingOwn;
  return (
    <Panel title={title}>
      <div className={classes.stack}>
        <p className="lk-muted">{`${format.day(home.from)} – ${format.day(home.to)}`}</p>
        {home.count === 0 ? (
          <p>{t('week.empty')}</p>
        ) : (
          <p>
            {t('week.count', { count: home.count })}{' '}
            {home.takesPart && t(waiting === 0 ? 'week.allSeen' : 'week.waiting', { count: waiting })}
          </p>
        )}
        <div className={classes.row}>
          {waiting > 0 ? (
            <Button component={Link} to={week}>
              {t('week.look', { count: waiting })}
            </Button>
          ) : (
            home.count > 0 && (
              <Button component={Link} to={week} variant={home.state === 'done' ? 'default' : 'filled'}>
                {t(home.state === 'done' ? 'week.see' : 'week.discuss')}
              </Button>
            )
          )}
          <Button
            component={Link}
            to={to(`/verwijzingen/toevoegen?week=${home.week}`)}
            variant={home.count === 0 ? 'filled' : 'default'}
            leftSection={<IconClipboardPlus size={18} />}
          >
            {t('week.addList')}
          </Button>
        </div>
        {home.behind.map((one) => (
          <p key={one.week}>
            <Anchor component={Link} to={to(`/verwijzingen/week/${one.week}`)}>
              {t('week.behind', { week: weekNumber(one.week), count: one.waiting })}
            </Anchor>
          </p>
        ))}
      </div>
    </Panel>
  );
}

function Rhythm({ home }: { home: ReferralHomeView }) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const { to } = usePractice();
  return (
    <Panel title={t('rhythm.title')}>
      <div className={classes.tight}>
        {home.nextAt ? (
          <>
            <p className={classes.what}>{format.day(home.nextAt)}</p>
            <p>{format.time(home.nextAt)}</p>
          </>
        ) : (
          <p>{t('rhythm.none')}</p>
        )}
        {home.moments.map(({ form }) => (
          <p key={form} className="lk-muted">
            {t(`form.${form}`)}
          </p>
        ))}
        <p>
          <Anchor component={Link} to={to('/verwijzingen/instellen')}>
            {t('rhythm.set')}
          </Anchor>
        </p>
      </div>
    </Panel>
  );
}

function Course({ id, home }: { id: string; home: ReferralHomeView }) {
  const { t } = useTranslation('referrals');
  const { to } = usePractice();
  const { reading, goalWords } = useCourseWords();
  const { data } = useQuery(courseQuery(id, 'referral'));
  if (!data || data.weeks.length === 0) return null;
  return (
    <Panel
      title={t('course.title')}
      right={
        <Anchor component={Link} to={to('/verwijzingen/verloop')}>
          {t('course.more')}
        </Anchor>
      }
    >
      <div className={classes.stack}>
        <p>{home.goal ? goalWords(home.goal) : reading(data.weeks, data.whole)}</p>
        <RunChart
          weeks={data.weeks}
          series={data.whole}
          caption={t('course.caption', { name: data.practice })}
          target={home.goal?.target ?? null}
        />
      </div>
    </Panel>
  );
}
