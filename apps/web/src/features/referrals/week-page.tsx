import { Anchor, Button } from '@mantine/core';
import { IconClipboardList, IconClipboardPlus, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { mondayOf, type ReferralWeekState, type ReferralWeekView, weekOf, weeksAfter } from '#libs/contracts';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PanelColumns } from '../../components/panels';
import { useFormat } from '../../lib/i18n';
import { ClockPanel } from './clock-panel';
import { Look } from './look';
import { Meeting } from './meeting';
import { ReferralRows } from './referral-rows';
import { OfPractice, ReferralsHead } from './referrals-head';
import { referralDoors, weekQuery } from './referrals-data';
import classes from './referrals.module.css';
import { usePractice, useReferrals } from './use-referrals';
import { today, weekNumber } from './week-words';

/** One week: everybody looks, then the practice goes through them. */
export default function ReferralWeekPage() {
  const { week = '' } = useParams();
  return <OfPractice>{(id) => <Week key={week} id={id} week={week} />}</OfPractice>;
}

function Week({ id, week }: { id: string; week: string }) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const { to } = usePractice();
  const { keep, act } = useReferrals(id);
  const { data, error, refetch } = useQuery(weekQuery(id, week));
  const title = t('week.title', { week: weekNumber(week) });
  if (!data)
    return (
      <>
        <ReferralsHead title={title} crumbs={[{ label: title }]} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={3} />}
      </>
    );
  const move = (state: ReferralWeekState) =>
    void act(
      async () => keep(await referralDoors.move(id, week, state, data.version)),
      state === data.state ? undefined : t(`state.said.${state}`),
    );
  const waiting = data.takesPart && data.referrals.some(({ mine }) => mine === null);
  return (
    <>
      <ReferralsHead
        title={title}
        lead={`${format.day(data.from)} – ${format.day(data.to)} · ${t(`state.${data.state}`)}`}
        crumbs={[{ label: title }]}
        action={<StateButton week={data} onMove={move} />}
      />
      {data.referrals.length === 0 ? (
        <EmptyState
          icon={IconClipboardList}
          title={t('week.none.title')}
          text={t('week.none.text')}
          action={
            <Button component={Link} to={to(`/verwijzingen/toevoegen?week=${week}`)}>
              {t('week.addList')}
            </Button>
          }
        />
      ) : (
        <PanelColumns side={<ClockPanel id={id} time={data.time} entries />}>
          {data.state === 'meeting' && <Meeting id={id} week={data} />}
          {waiting && data.state !== 'done' && <Look id={id} week={data} />}
          <ReferralRows id={id} week={data} />
        </PanelColumns>
      )}
      <Neighbours week={week} />
    </>
  );
}

function StateButton({
  week,
  onMove,
}: {
  week: ReferralWeekView;
  onMove: (state: ReferralWeekState) => void;
}) {
  const { t } = useTranslation('referrals');
  const { to } = usePractice();
  if (week.referrals.length === 0) return null;
  const add = (
    <Button
      component={Link}
      to={to(`/verwijzingen/toevoegen?week=${week.week}`)}
      variant="default"
      leftSection={<IconClipboardPlus size={18} />}
    >
      {t('week.more')}
    </Button>
  );
  if (week.state === 'open')
    return (
      <>
        {add}
        <Button leftSection={<IconPlayerPlay size={18} />} onClick={() => onMove('meeting')}>
          {t('state.start')}
        </Button>
      </>
    );
  if (week.state === 'meeting') return <Button onClick={() => onMove('done')}>{t('state.finish')}</Button>;
  return (
    <Button variant="default" onClick={() => onMove('meeting')}>
      {t('state.again')}
    </Button>
  );
}

function Neighbours({ week }: { week: string }) {
  const { t } = useTranslation('referrals');
  const { to } = usePractice();
  const monday = mondayOf(week);
  if (!monday) return null;
  const [before, after] = [weeksAfter(monday, -1), weeksAfter(monday, 1)];
  const link = (day: string) => (
    <Anchor component={Link} to={to(`/verwijzingen/week/${weekOf(day)}`)}>
      {t('week.title', { week: weekNumber(weekOf(day)) })}
    </Anchor>
  );
  return (
    <nav className={classes.between} aria-label={t('week.neighbours')} style={{ marginTop: 20 }}>
      {link(before)}
      {after <= today() ? link(after) : <span />}
    </nav>
  );
}
